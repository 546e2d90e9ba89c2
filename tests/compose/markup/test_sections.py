"""A shared text that is read section by section reads as the whole does."""

from __future__ import annotations

import pytest

from selebaran.compose.edition import Composer
from selebaran.compose.markup.render import render
from selebaran.compose.markup.sections import render_sections
from tests.conftest import DAY, DEMO

BETWEEN = "\n\n## Berikutnya {#lain}\n\nTeks.\n"


def reads_the_same(text: str) -> bool:
    apart, whole = render_sections(text), render(text, own=False)
    named = [(heading.level, heading.id, heading.text) for heading in whole.headings]
    return apart.html == whole.html and [(one.level, one.id, one.text) for one in apart.headings] == named


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

    def noted(text: str) -> object:
        found.append(text)
        return render_sections(text)

    monkeypatch.setattr("selebaran.compose.page.finished.render_sections", noted)
    composer.compose(DEMO, as_of=DAY.replace(day=2), profiles=())
    assert len(found) > 10
    assert all(map(reads_the_same, found))
