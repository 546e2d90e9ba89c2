"""A text with marks, read once: with any plain values it is what the renderer makes of the text that has these."""

from __future__ import annotations

from itertools import product

import pytest

from selebaran.compose.markup import frames
from selebaran.compose.markup.frames import Marks, mark_of, rendered
from selebaran.compose.markup.render import render
from selebaran.compose.markup.sections import render_sections
from selebaran.compose.page.printed import as_typed, marks_here, printed, with_marks, within_tag
from selebaran.compose.template.engine import escape_markdown

VALUES = (
    *("Posyandu", "Senam (pagi)", "Aula 2", "nomor 12", "Jalan terputus.", "a", "ii", "o", "7", "2026", "3. Aula"),
    *("07.30–12.00 WITA", "Kamis, 3 Desember 2026, 08.00 WIB sampai selesai", "selesai", "WIB", "s.d. 10.00", "0"),
    *(
        "Telepon 0812-8156-2620",
        "(0254) 200123",
        "81562620",
        "www.a.go.id",
        "0254",
        "200123",
        "a  b",
        "x" * 90,
        "Puskesmas: buka",
    ),
)
TEXTS = (
    "## {0} {{#bagian}}\n\n- {0}. {1}.\n- {1}\n",
    "{0}. {1}\n",
    "{0}\n{1}\n",
    "Sebelum {0} dan\nsesudah {1} lagi\n",
    "{0}\n- {1}\n",
    "08.00 sampai {0}, {1}.\n",
    "08.00–10.00 {0}\n\n08.00 WIB {1}\n",
    "0812-8156-2620 {0} 0812-8156-2620\n\n0254 {1}\n",
    "<p class='x'>{0} {1}</p>\n",
    '<span class="utuh">{0}</span>: {1}\n',
    "| {0} | **{1}**<br>08.00 |\n|---|---|\n| {1} | {0} |\n",
    "**{0}**{1}**, [{1}](daftar.md) **{0}**\n",
    "<pre><code>{0}\n{1}\n</code></pre>\n",
    "* [ ] {0}\n* {1}\n",
    "## {0}\n\n## {1}\n",
    "a.go.id/{0} {1}@a.id\n",
    "Rp{0}.{1}\n",
    "Telepon {0} {1}\n",
)


@pytest.fixture(autouse=True)
def _apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(frames, "_FRAMES", {})
    monkeypatch.setattr(frames, "_MET", set())


def _made(text: str, values: tuple[str, str]) -> tuple[str, tuple[object, ...]]:
    with with_marks(values):
        marked = text.format(*map(printed, values))
        assert as_typed(marked) == text.format(*map(escape_markdown, values))
        made = render_sections(marked, marks_here())
        again = render_sections(marked, marks_here())
        assert again == made
    return made.html, tuple((one.level, one.id, one.text) for one in made.headings)


@pytest.mark.parametrize("text", TEXTS)
def test_whatever_stands_around_it_a_value_reads_as_in_a_text_of_its_own(text: str) -> None:
    for values in product(VALUES, VALUES[::2]):
        whole = render(text.format(*map(escape_markdown, values)), own=False)
        assert _made(text, values) == (whole.html, tuple((one.level, one.id, one.text) for one in whole.headings))


def test_a_text_is_read_once_for_all_that_are_the_same_around_plain_values(monkeypatch: pytest.MonkeyPatch) -> None:
    text = '- <time datetime="{1}">{0}.</time> [{0}](jadwal/{1}.md)<br><span class="utuh">{0}</span>\n'

    def html_of(when: str, name: str) -> str:
        with with_marks(()):
            return render_sections(text.format(printed(when), within_tag(name)), marks_here()).html

    html_of("Kamis, 3 Desember 2026, 08.00–10.00 WIB", "satu")
    html_of("Rabu, 2 Desember 2026, 08.00–10.00 WIB", "nol")  # the first is met, of the second a frame is made
    monkeypatch.setattr(frames, "render", None)
    assert html_of("Jumat, 14 Mei 2027, 09.30–12.00 WIT", "dua").count("09.30–12.00 WIT</span>") == 3
    assert 'href="jadwal/tiga.md"' in html_of("Sabtu, 15 Mei 2027, 09.30–12.00 WIT", "tiga")


def test_a_text_that_says_what_is_not_plain_is_kept_for_no_other() -> None:
    for own, kept in (("Jalan *Contoh*", 0), ("Jalan Contoh", 1)):
        frames._FRAMES.clear()
        with with_marks([own]):
            for _ in range(2):
                render_sections(f"- {printed('Aula')}. {printed(own)}\n", marks_here())
        assert len(frames._FRAMES) == kept, own


def test_where_two_headings_get_one_name_each_is_read_by_itself() -> None:
    mark, text = mark_of("r", 0), "## Satu\n\nA\n\n## Dua {{#{}}}\n\nB\n"
    for name in ("lain", "lain", "satu"):
        made = rendered(text.format(mark), Marks({mark: name}, {mark: name}))
        assert made == render(text.format(name), own=False)
