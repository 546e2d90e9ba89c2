"""Typed text is read by paragraphs where no paragraph tells how to read another: the same as it is read as a whole."""

from __future__ import annotations

import pytest

from selebaran.check.proof.scan import _scan, scan

TIME = '<time datetime="2026-01-01" data-mulai="2026-01-01T08:00+07:00">**Kamis, 08.00.**</time>'


@pytest.mark.parametrize(
    "text",
    [
        f'<div data-acara="1">\n<div data-ada>\n\n- {TIME} Satu.\n- Dua.\n\n</div>\n\n1. Tiga.\n\n</div>\n',
        'Telepon <a href="tel:165">165</a>.\n\n- [Satu](a.md)\n\n<span data-sampai="2026-01-01"></span>Dua.\n',
        'Satu <a href="b.md">dua\n\n[tiga](c.md)</a> empat.\n',
        "Satu.\n\n<!-- dua\n\n- tiga -->\n\n- empat\n",
        "<pre>\n\n- satu\n\n</pre>\n\n- dua\n",
        '<b>satu\n\n- dua</b> <img src="a.png" alt="b">\n\n- tiga < empat\n',
        "<table>\n\n- satu\n\n</table>\n\n`<b>`\n\n- dua\n",
    ],
)
def test_a_text_with_tags_is_read_alike_by_paragraphs_and_as_a_whole(text: str) -> None:
    for own in (False, True):
        parted, whole = scan(text, own), _scan(text, own)
        assert (parted.words, parted.links) == (whole.words, whole.links)
        assert [*map(parted.line_of, range(len(parted.words)))] == [*map(whole.line_of, range(len(whole.words)))]
