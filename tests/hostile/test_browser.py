"""Chromium runs nothing, leads nowhere and asks for nothing, whatever a district wrote. All of it: `make test-full`."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.hostile.browse import load_all
from tests.hostile.cases import texts
from tests.hostile.corpora import MUTATIONS, corpus, spread
from tests.hostile.feed import Fed, feed

SOME = 60
BAD = (
    "<img src=x onerror=alert(1)>",
    "<script>document.title = 1</script>",
    "<svg onload=alert(1)>",
    "<a href=x onmouseover=alert(1)>a</a>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<meta http-equiv=refresh content='0;url=/lain'>",
    "<img src=https://evil.example/x.png>",
)
"""Each of these must be seen, or the count of nothing would mean nothing."""


@pytest.mark.parametrize("html", BAD)
def test_what_acts_is_seen(html: str, browser: Browser) -> None:
    assert not load_all(browser, [f'<div class="dari-daerah">{html}</div>']).nothing


def test_a_sample_of_all_payloads_does_nothing(browser: Browser) -> None:
    own = [
        *texts.HTML.values(),
        *texts.LINKS.values(),
        *texts.PICTURES.values(),
        texts.BREAKOUT,
        texts.MARKED,
        *MUTATIONS,
    ]
    fed = feed([text.encode() for text in own], Fed())
    for name in ("xss-payload-list", "dompurify-fixtures", "blns"):
        feed(spread(corpus(name).items, SOME), fed)
    assert fed.wrong == []
    seen = load_all(browser, fed.pages)
    assert seen.nothing, seen
