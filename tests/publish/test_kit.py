"""A kit for an event: what is in it, how many, and what it costs; which events get none."""

from __future__ import annotations

import dataclasses
import io
import re
import zipfile
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import pypdfium2
import pytest

from selebaran.cli.main import main
from selebaran.compose.edition import Composer
from selebaran.model.event import Event
from selebaran.model.kit import KitSheet
from selebaran.model.registry import Registry
from selebaran.press.layout import Press
from selebaran.publish.counts import copies_of, side_of
from tests.conftest import DAY, DEMO, ROOT
from tests.once import Once
from tests.project import PROJECT

EVENT = "pos-pasar-rekaan"
GUIDE = ROOT / "docs" / "panduan" / "kit.md"
PAPUAN = "kab-jayapura"
WHERE = ("--as-of", DAY.isoformat(), "--root", str(PROJECT))


@pytest.fixture(scope="session")
def kit(once: Once) -> Path:
    """The kit of the demonstration district's next event, for 80 people."""

    def make(out: Path) -> Path:
        with pytest.raises(SystemExit) as end:
            main(["kit", DEMO, EVENT, "--peserta", "80", "--quiet", "--out", str(out), *WHERE])
        assert end.value.code == 0
        return out / f"kit-{DEMO}-{EVENT}.zip"

    return once("kit", make)


def pages(archive: Path, name: str) -> list[tuple[str, tuple[int, int]]]:
    """The words and the size in millimetres of each page of a file."""
    with zipfile.ZipFile(archive) as opened:
        document = pypdfium2.PdfDocument(opened.read(name))
    try:
        return [
            (page.get_textpage().get_text_range(), tuple(sorted(round(edge * 25.4 / 72) for edge in page.get_size())))
            for page in document
        ]
    finally:
        document.close()


def test_staff_print_three_files_and_read_one_first(kit: Path) -> None:
    with zipfile.ZipFile(kit) as opened:
        assert opened.namelist() == [
            "0-baca-dulu.pdf",
            "1-satu-sisi-a4.pdf",
            "2-bolak-balik-sisi-panjang-a4.pdf",
            "3-bolak-balik-sisi-pendek-a4.pdf",
        ]
        assert {entry.date_time for entry in opened.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        names = opened.namelist()
    every = [page for name in names for page in pages(kit, name)]
    assert {size for _, size in every} == {(210, 297)}
    assert [len(pages(kit, name)) for name in names[1:]] == [21, 2, 2]


def test_the_cover_sheet_says_how_often_each_page_is_printed_and_how_much_paper_that_takes(kit: Path) -> None:
    words = " ".join(" ".join(text.split()) for text, _ in pages(kit, "0-baca-dulu.pdf"))
    for told in (
        "Kamis, 3 Desember 2026",
        "Untuk 80 orang",
        "20 kali 40 20",  # invitations, two on a sheet, for every other visitor
        "80 kali 80 80",  # leaflets
        "146 lembar A4",
        "Harganya contoh",
        "Susunan acara",
        "Dua pekan sebelum",
        "Bapak, Ibu, dan saudara sekalian",
    ):
        assert told in words


def rows(section: str) -> list[list[str]]:
    return [[cell.strip(" `%") for cell in line.strip("|").split("|")] for line in section.split("\n") if "| `" in line]


def number(text: str) -> int:
    return int(re.sub(r"\D", "", text))


@pytest.mark.parametrize(("title", "people", "ink"), [("Pos ", 80, 150), ("Posyandu", 35, 500), ("Hari JKN", 250, 150)])
def test_the_three_kits_of_the_guide_are_reckoned_right(registry: Registry, title: str, people: int, ink: int) -> None:
    section = next(part for part in GUIDE.read_text("utf-8").split("\n### ")[1:] if part.startswith(title))
    kits = registry.campaign.kit
    assert kits
    kind = {"Pos ": "pos_pendaftaran", "Posyandu": "posyandu", "Hari JKN": "hari_jkn"}[title]
    wanted = {sheet.name: sheet for sheet in kits.kinds[kind].sheets}
    specs = {piece.name: piece.spec for piece in registry.pieces}
    sheets = cost = 0
    for name, copies, on_sheet, times, each, paper, percent, rupiah in rows(section):
        assert int(copies) == copies_of(wanted.pop(name), specs[name], people)
        assert int(times) == -(-int(copies) // int(on_sheet))
        assert int(paper) == int(times) * int(each)
        exact = int(times) * Decimal(percent.replace(",", ".")) / 5 * ink
        assert number(rupiah) == int(exact.to_integral_value(ROUND_HALF_UP))
        sheets, cost = sheets + int(paper), cost + number(rupiah)
    assert wanted == {}
    told = re.search(r"(\d+) lembar × Rp(\d+) = Rp([\d.]+)\. Tinta Rp([\d.]+)\. Semua \*\*Rp([\d.]+)\*\*", section)
    assert told
    price = int(told[2])
    assert tuple(map(number, told.groups())) == (sheets, price, sheets * price, cost, sheets * price + cost)


def test_copies_are_rounded_up_and_never_none(registry: Registry) -> None:
    spec = next(piece.spec for piece in registry.pieces if piece.name == "daftar-hadir")
    usual = KitSheet(nama="daftar-hadir")
    assert [copies_of(usual, spec, people) for people in (1, 20, 21, 140)] == [1, 1, 2, 7]
    assert copies_of(KitSheet(nama="daftar-hadir", salinan=3), spec, 500) == 3


def test_a_sheet_is_turned_over_along_the_edge_that_its_instructions_show(registry: Registry) -> None:
    shown = {"petunjuk-balik-sisi-panjang": "sisi-panjang", "petunjuk-balik-sisi-pendek": "sisi-pendek"}
    sizes = {"leaflet-daftar": (297, 210), "brosur-tidak-aktif": (297, 210), "leaflet-bayi": (297, 210)}
    sizes |= {"kartu-darurat": (210, 297), "panduan-acara": (210, 297)}
    for piece in registry.pieces:
        if piece.name in sizes:
            told = [shown[name] for name in piece.spec.instructions.pictures if name in shown]
            assert told == [side_of(piece.spec, *sizes[piece.name])], piece.name


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["pos-pasar-rekan"], "tidak ada kegiatan 'pos-pasar-rekan'; maksudnya 'pos-pasar-rekaan'?"),
        (["penyuluhan-rekaan-makmur", "--peserta", "9"], "dibatalkan; tidak ada kit untuknya"),
        (["pos-pasar-rekaan"], "tambahkan --peserta N"),
        (["cek-status-rekaan-jaya", "--peserta", "9", "--as-of", "2026-11-28"], "yang berikutnya: pos-pasar-rekaan"),
    ],
)
def test_an_event_without_a_kit_is_told_with_what_helps(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as end:
        main(["kit", DEMO, *arguments, *(WHERE if "--as-of" not in arguments else WHERE[2:])])
    assert (end.value.code, said in capsys.readouterr().err) == (2, True)


def test_without_an_event_those_to_come_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    main(["kit", DEMO, *WHERE])
    listed = capsys.readouterr().out
    assert "pos-pasar-rekaan" in listed
    assert "penyuluhan-rekaan-makmur" not in listed


def test_a_papuan_event_stands_on_its_poster_with_its_zone_and_its_distrik(registry: Registry, press: Press) -> None:
    folder = registry.districts[PAPUAN]
    event = Event(
        id="cek-kampung",
        judul="Cek status di kampung",
        jenis="cek_status",
        tanggal="2026-12-08",
        mulai="09.00",
        selesai="selesai",
        tempat="Balai kampung rekaan",
        kecamatan="Rekaan",
        bawa=("KTP",),
    )
    there = {**registry.districts, PAPUAN: dataclasses.replace(folder, events=(event,))}
    asked = {"poster-acara": ("hemat",), "undangan-kecil": ("hemat",)}
    composed = Composer(dataclasses.replace(registry, districts=there)).compose(
        PAPUAN, as_of=DAY, profiles=(), asked=asked
    )
    made = {outcome.name: outcome.made for outcome in composed.outcomes if outcome.made}
    assert made.keys() == asked.keys()
    for (piece,) in made.values():
        document = pypdfium2.PdfDocument(io.BytesIO(press.print(piece).pdf))
        words = " ".join(document[0].get_textpage().get_text_range().split())
        document.close()
        assert piece.qr_url is None or piece.qr_url.endswith("/jadwal/cek-kampung/")
        for told in ("Selasa", "8 Desember 2026", "09.00 WIT sampai selesai", "istrik Rekaan", "KTP"):
            assert told in words
