"""A shared text that is read section by section reads as the whole does."""

from __future__ import annotations

from typing import Any

import pytest

from selebaran.compose.edition import Composer
from selebaran.compose.markup.render import render
from selebaran.compose.markup.sections import NO_MARKS, render_sections
from selebaran.compose.page.days import with_days
from selebaran.compose.page.finished import SETTLED
from tests.conftest import DAY, DEMO

BETWEEN = "\n\n## Berikutnya {#lain}\n\nTeks.\n"


def reads_the_same(text: str) -> bool:
    apart, whole = render_sections(text), render(text, own=False)
    named = [(heading.level, heading.id, heading.text) for heading in whole.headings]
    return apart.html == whole.html and [(one.level, one.id, one.text) for one in apart.headings] == named


def has_the_same_days(text: str) -> bool:
    return render_sections(text, NO_MARKS, SETTLED).html == with_days(render(text, own=False).html)


@pytest.mark.parametrize(
    "text",
    [
        "Satu[^1].\n\n[^1]: Catatan." + BETWEEN,
        "Lihat [peta].\n\n## Dua\n\nIni [peta].\n\n[peta]: https://contoh.go.id\n",
        "## Sama\n\nSatu.\n\n## Sama\n\nDua.\n\n## Sama {#sama_1}\n",
        "# Besar\n\nSatu.\n\n## Kecil\n\nDua.\n",
        "Besar\n===\n\nSatu.\n\n## Kecil\n\nDua.\n",
        "> # Besar\n\n## Kecil\n\nDua.\n",
        "```\nkode\n\n## Bukan judul\n```\n\n## Judul\n",
        "<!-- satu\n\n## Bukan judul\n\n-->\n\n## Judul\n",
        "<pre>\n\n## Bukan judul\n\n</pre>\n",
        "- butir\n\n    ## Dalam butir\n\n- butir" + BETWEEN,
        '<section class="blok" markdown="1">\n\n## Dalam\n\nTeks.\n\n</section>' + BETWEEN,
        '<p class="x">HTML</p>' + BETWEEN,
        '<div class="dari-daerah">\n<pre>\n\n## Bukan judul\n</pre>\n</div>' + BETWEEN,
        "1. satu\n2. dua" + BETWEEN + "\n\n3. tiga\n",
        "| a | b |\n|---|---|\n| 1 | 2 |" + BETWEEN,
        "Istilah\n: arti" + BETWEEN,
        "##\n\n## Kosong\n\n##  {#x}\n\ntanpa baris akhir",
    ],
)
def test_what_one_section_says_of_another_is_read_with_it(text: str) -> None:
    assert reads_the_same(text)


def test_every_page_of_a_district_reads_the_same(composer: Composer, monkeypatch: pytest.MonkeyPatch) -> None:
    found: list[str] = []

    def noted(text: str, *how: Any) -> object:
        found.append(text)
        return render_sections(text, *how)

    monkeypatch.setattr("selebaran.compose.page.finished.render_sections", noted)
    composer.compose(DEMO, as_of=DAY.replace(day=2), profiles=())
    assert len(found) > 10
    assert all(map(reads_the_same, found))
    assert all(map(has_the_same_days, found))


@pytest.mark.parametrize(
    "text",
    [
        '<div data-acara="1">\n<div data-ada>\n\n- <time data-mulai="1">satu</time>\n\n## Dua\n\n'
        '- <time data-mulai="2">dua</time>\n\n</div>\n</div>\n',
        '<div data-sampai="2030-01-01">\n\n## Satu <span data-dari="2026-01-01" hidden></span>\n\n</div>\n\n## Dua\n',
        "<div data-bulan>\n\n## Satu\n\n<p>Dua\n\n## Tiga\n\n</p>\n</div>\n",
        '<section class="blok">\n\n## Satu\n\n- a<span data-sampai="2026-01-01"></span>\n\n</section>\n\n## Dua\n',
    ],
)
def test_days_that_reach_over_sections_are_settled_in_the_whole(text: str) -> None:
    assert has_the_same_days(text)
