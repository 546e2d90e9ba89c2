"""What a child made of its district's texts and pictures is told to the next one of the same district, and to no
other."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from selebaran.compose.district.pictures import PICTURES
from selebaran.compose.page import finished as texts
from selebaran.compose.page.finished import finished
from selebaran.jobs import recalled
from selebaran.jobs.plain import plainly
from selebaran.publish.answers import BUILT, built_of
from selebaran.publish.believed import MOST_LETTERS, NotBelieved, line_of
from selebaran.publish.built import Built
from selebaran.publish.inputs import Inputs
from selebaran.publish.made_before import MadeBefore
from selebaran.publish.memory import Memory
from selebaran.publish.shelves import forget_shelf, keep_texts, shelf_paths, texts_of
from selebaran.publish.unchanged import Before
from tests.cli.test_checked_again import check
from tests.conftest import BASE
from tests.publish.little import SECOND, build, edit, little, public

TEXT = "Salam Desa Uji.\n\n## Syarat {#syarat}\n\n- KTP\n- [KK](daftar.md)\n"
BEFORE = Before(Inputs("program", "", "", {}, {}, ""))


@pytest.fixture(autouse=True)
def forgetful() -> None:
    recalled.forget()


def made(before: MadeBefore, slug: str = "posko") -> texts.Finished:
    """A text and a picture, as a child makes them that was told of some; this process knows neither."""
    recalled.forget()
    with before.recalling():
        PICTURES.of(("a" * 64, "png"), lambda: (b"gambar",))
        return finished(TEXT, slug)


def told() -> tuple[texts.Finished, str]:
    first = MadeBefore()
    return made(first), first.told


def test_what_was_made_is_taken_and_told_again(monkeypatch: pytest.MonkeyPatch) -> None:
    whole, text = told()
    monkeypatch.setattr(texts, "render_sections", lambda *_: pytest.fail("it was made again"))
    for _ in range(3):
        recalled.forget()
        again = MadeBefore(text)
        with again.recalling():
            assert finished(TEXT, "posko") == whole
            assert PICTURES.of(("a" * 64, "png"), lambda: pytest.fail("it was drawn again")) == (b"gambar",)
        text = again.told


def test_what_nobody_asks_for_any_more_is_told_no_more() -> None:
    again = MadeBefore(told()[1])
    with again.recalling():
        pass
    assert len(again.told) < 20


def test_another_text_another_page_and_the_plain_way_are_made() -> None:
    whole, text = told()
    lying = MadeBefore(text.replace("KTP", "SIM"))
    assert "SIM" in made(lying).html
    assert made(MadeBefore(text.replace("KTP", "SIM")), "induk/posko").html.count("SIM") == 1  # of its sections
    recalled.forget()
    with MadeBefore(text.replace("KTP", "SIM")).recalling():
        assert "SIM" not in finished(TEXT.replace("Salam Desa", "Salam Kota").replace("- KTP", "- Kartu"), "posko").html
        with plainly():
            assert finished(TEXT, "posko") == whole


SHEET = ["<p>x</p>", "x", [[], [], [], [], []], {}, [["seni", "rumah", "terang"]], {}, "2026-11-22", "2026-11-22"]


def with_sheet(**changed: object) -> str:
    """What a child may tell of one sheet, with some of it `changed` (by its place)."""
    row = [changed.get(f"at_{place}", value) for place, value in enumerate(SHEET)]
    return json.dumps([{}, {}, {}, {"a": row}, {}, "bersama"])


def test_a_sheet_of_that_form_is_believed() -> None:
    assert not MadeBefore(with_sheet(), "bersama").is_empty


@pytest.mark.parametrize(
    "text",
    [
        *("{", "[]", "[{},{}]", "[" * 9000),
        '[{"a":1},{},{},{},{},"bersama"]',
        '[{"a":["x",[[2,"b"]]]},{},{},{},{},"bersama"]',
        '[{},{},{"a":["?"]},{},{},"bersama"]',
        with_sheet(at_0=1),
        with_sheet(at_4=[["seni"]]),
        with_sheet(at_4=[["lain", "rumah", "terang"]]),
        with_sheet(at_4=[["batang", "1", "banyak", "terang"]]),
        with_sheet(at_4=[[]]),
        with_sheet(at_6="kemarin"),
    ],
)
def test_what_a_child_cannot_have_told_tells_nothing(text: str) -> None:
    assert MadeBefore(text, "bersama").is_empty
    assert made(MadeBefore(text)) == told()[0]


def test_it_is_bound_to_its_district_and_to_the_program(tmp_path: Path) -> None:
    keep_texts(tmp_path, "kab-uji", "program", told()[1])
    assert texts_of(tmp_path, "kab-uji", BEFORE).is_empty is False
    shutil.copy(shelf_paths(tmp_path, "kab-uji")[2], shelf_paths(tmp_path, "kab-lain")[2])
    assert texts_of(tmp_path, "kab-lain", BEFORE).is_empty
    assert texts_of(tmp_path, "kab-uji", Before(BEFORE.inputs, fresh=True)).is_empty
    assert texts_of(tmp_path, "kab-uji", Before(Inputs("lain", "", "", {}, {}, ""))).is_empty
    forget_shelf(tmp_path, "kab-uji")
    assert texts_of(tmp_path, "kab-uji", BEFORE).is_empty


def test_more_than_can_be_told_is_not_believed() -> None:
    line = line_of(BUILT, Built("kab-uji", "uji.example", 1, 0, (), texts_kept="x" * (MOST_LETTERS + 1)))
    with pytest.raises(NotBelieved, match="texts"):
        built_of(line, "kab-uji", "uji.example", published=False)


def test_a_build_after_an_event_takes_it_and_a_damaged_entry_is_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of the other district, of which nothing changed, nobody reads the record."""
    project, seen, recall = little(tmp_path / "proyek"), list[object](), Memory.recall
    build(project)

    def noted(memory: Memory, slug: str) -> Built | None:
        found = recall(memory, slug)
        seen.append(found and (found.record, found.days))
        return found

    monkeypatch.setattr(Memory, "recall", noted)
    entry = shelf_paths(project / "dist", SECOND)[2]
    for place in ("Aula", "Gedung"):
        edit(project / "districts" / SECOND / "jadwal.yml", "tempat: ", f"tempat: {place} ")
        assert build(project).returncode == 0
        assert entry.stat().st_size > 500
        entry.write_bytes(entry.read_bytes()[:-40])
    assert sorted(map(str, seen)) == ["(None, None)"] * 2 + ["None"] * 2
    build(project, "--fresh", out="bersih")
    assert public(project) == public(project, "bersih")


def test_check_says_the_same_with_what_was_told(tmp_path: Path) -> None:
    project = shutil.copytree(BASE, tmp_path / "proyek")
    page = project / "districts" / "kab-uji" / "halaman" / "posko.md"
    page.parent.mkdir(exist_ok=True)
    page.write_text("---\njudul: Posko\nringkas: Posko kami.\n---\n<center>Telepon 119</center>\n", "utf-8")
    for place in ("Balai Satu", "Balai Dua"):
        check(project, "kab-uji", "--lewati-cetak")
        (project / "districts" / "kab-uji" / "jadwal.yml").write_text(
            "kegiatan:\n  - {judul: Pos, jenis: pos_pendaftaran, tanggal: 2026-12-01, mulai: 09.00, selesai: 12.00, "
            f"tempat: {place}}}\n",
            "utf-8",
        )
        again = check(project, "kab-uji", "--lewati-cetak")
        assert "posko.md" in again[1]
        assert again == check(project, "kab-uji", "--lewati-cetak", "--fresh")
