"""Editions on paper: their codes, their pages, the ledger that keeps them."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from selebaran.cli.main import commands
from selebaran.compose.page.days import shown_now
from selebaran.compose.template.formats import day
from selebaran.model.address import addresses_today
from selebaran.model.calendar import entries_today
from selebaran.publish.layout import site_of
from selebaran.publish.ledger import append_addresses, append_events
from selebaran.read.calendar import read_addresses, read_calendar
from selebaran.read.project import read_project
from selebaran.words.catalogue import in_indonesian
from tests.publish.terbitan import (
    HOST,
    HOSTS,
    LEAFLET,
    READY,
    SECOND,
    Published,
    ledger_of,
    printed,
    publish,
    qr_codes,
    words,
)


def test_every_sheet_carries_its_edition_and_a_qr_that_opens_its_page(published: Published) -> None:
    editions = {entry["lembar"]: entry for entry in ledger_of(published.project)}
    assert set(editions) == {piece.name for piece in read_project(published.project).pieces}
    for name, entry in editions.items():
        code = entry["kode"]
        for pdf in sorted((published.site / "unduh" / str(name)).glob("*.pdf")):
            assert qr_codes(pdf.read_bytes()) == {f"https://{HOST}/e/{code}/"}, pdf
            assert str(code) in printed(pdf), pdf
        page = published.site / "e" / str(code) / "index.html"
        assert "Kertas ini masih benar" in words(page)
        last = day(date.fromisoformat(str(entry["berlaku_sampai"])))
        for pdf in sorted((published.site / "unduh" / str(name)).glob("*.pdf")):
            assert f"Berlaku sampai {last}." in " ".join(printed(pdf).split()), pdf
        assert f"Berlaku sampai {last}" in words(page)
        assert "noindex" in page.read_text("utf-8")


def test_the_page_of_an_edition_shows_the_subject_below_and_needs_no_script(published: Published) -> None:
    code = next(entry["kode"] for entry in ledger_of(published.project) if entry["lembar"] == "leaflet-daftar")
    page = published.site / "e" / str(code) / "index.html"
    subject = words(published.site / "daftar/index.html")
    assert "Daftarkan keluarga ke JKN" in subject
    assert "Daftarkan keluarga ke JKN" in words(page)
    html = page.read_text("utf-8")
    assert shown_now(html).count("<h1") == 1
    assert "Kertas ini masih benar" in re.sub(r"<noscript.*?</noscript>|<script.*?</script>", "", html, flags=re.S)


def test_publishing_the_same_again_changes_nothing(published: Published, tmp_path: Path) -> None:
    again = published.copy(tmp_path)
    ledger = (again.project / "districts" / "_edisi" / f"{READY}.yml").read_bytes()
    before = {path.name: path.read_bytes() for path in again.site.rglob("*.pdf")}
    assert publish(again.project, again.out, date(2026, 11, 24), READY).returncode == 0
    assert (again.project / "districts" / "_edisi" / f"{READY}.yml").read_bytes() == ledger
    assert {path.name: path.read_bytes() for path in again.site.rglob("*.pdf")} == before


def test_the_old_paper_leads_to_what_has_changed(published: Published, changed: Published) -> None:
    """The QR code of the sheet as it was handed out, read from its raster, on the site as it is now."""
    address = f"https://{HOST}/"
    old = next(text for text in qr_codes((published.site / LEAFLET).read_bytes()) if text.startswith(address))
    page = words(changed.site / old.removeprefix(address) / "index.html")
    assert "tidak berlaku lagi" in page
    assert "1 Desember 2026" in page
    assert "Iuran kelas 3 peserta: Rp35.000 menjadi Rp42.000" in page
    new = next(text for text in qr_codes((changed.site / LEAFLET).read_bytes()) if text.startswith(address))
    assert new != old
    assert "Kertas ini masih benar" in words(changed.site / new.removeprefix(address) / "index.html")
    assert new.split("/")[-2] in page


def test_the_ledger_only_grows_and_pieces_that_did_not_change_keep_their_code(
    published: Published, changed: Published
) -> None:
    path = Path("districts") / "_edisi" / f"{READY}.yml"
    before, after = ((p.project / path).read_bytes() for p in (published, changed))
    assert after.startswith(before)
    added = ledger_of(changed.project)[len(ledger_of(published.project)) :]
    assert [entry["lembar"] for entry in added] == ["leaflet-daftar"]
    assert added[0]["terbit"] == "2026-12-01"
    for name in ("poster-cukup-ktp", "brosur-tidak-aktif"):
        for pdf in sorted((published.site / "unduh" / name).glob("*.pdf")):
            assert (changed.site / pdf.relative_to(published.site)).read_bytes() == pdf.read_bytes()


def test_a_change_is_told_as_a_letter_before_it_is_published(published: Published, tmp_path: Path) -> None:
    found = published.copy(tmp_path)
    found.change_price()
    letters = selebaran("facts", "withdraw", "--root", str(found.project), "--as-of", "2026-12-02").stdout
    assert "2 edisi di 2 daerah harus diturunkan" in letters
    code = next(entry["kode"] for entry in ledger_of(found.project) if entry["lembar"] == "leaflet-daftar")
    for expected in ("Kepada: Dinas Kesehatan Kabupaten Uji Satu", f"edisi {code}", "Rp35.000 menjadi Rp42.000"):
        assert expected in letters
    touched = json.loads(selebaran("facts", "impact", "IUR-01", "--json", "--root", str(found.project)).stdout)
    assert {entry["daerah"] for entry in touched["edisi"]} == {READY, SECOND}
    nothing = selebaran("facts", "withdraw", "REG-07", "--root", str(found.project), "--as-of", "2026-12-02").stdout
    assert "0 edisi di 0 daerah" in nothing


def selebaran(*arguments: str) -> Result:
    return CliRunner().invoke(commands, arguments, standalone_mode=False)


def test_later_the_page_of_the_withheld_sheet_says_what_is_no_longer_sure(later: Published) -> None:
    code = next(entry["kode"] for entry in ledger_of(later.project) if entry["lembar"] == "leaflet-daftar")
    page = words(later.site / "e" / str(code) / "index.html")
    assert "Kertas ini masih benar" not in page
    assert "Telepon kantor BPJS Kesehatan: 0254-202002 menjadi 0254-209999" in page


def first_entry(text: str) -> str:
    return text[text.index("- kode") : text.index("- kode", text.index("- kode") + 1)]


DAMAGES: dict[str, Callable[[str], str]] = {
    "terpotong": lambda text: text[: text.index("sidik") + 20],
    "ganda": lambda text: text + first_entry(text),
    "satu hilang": lambda text: text.replace(first_entry(text), ""),
    "kode diubah": lambda text: re.sub(r"(- kode: p\d)", r"\g<1>1", text, count=1),
    "nilai diubah": lambda text: text.replace("Rp35.000", "Rp36.000"),
    "bukan yaml": lambda text: "edisi: [",
    "tanpa sidik": lambda text: re.sub(r"  sidik: .*\n", "", text),
    "sidik diubah": lambda text: re.sub(r"(  sidik: )\w{8}", r"\g<1>00000000", text),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_ledger_stops_its_district_with_its_place_and_cure(
    damage: str, published: Published, tmp_path: Path
) -> None:
    project = shutil.copytree(published.project, tmp_path / "proyek", symlinks=True)
    path = project / "districts" / "_edisi" / f"{READY}.yml"
    path.write_text(DAMAGES[damage](path.read_text("utf-8")), "utf-8")
    registry = read_project(project)
    assert set(registry.district_problems) == {READY}
    problems = registry.district_problems[READY]
    assert {p.place.file for p in problems} == {f"districts/_edisi/{READY}.yml"}
    assert "kembalikan berkasnya dari git" in in_indonesian(next(p for p in problems if p.code == "edisi-rusak"))[1]


def test_a_damaged_ledger_is_not_written_to_and_what_is_out_stays(published: Published, tmp_path: Path) -> None:
    found = published.copy(tmp_path)
    path = found.project / "districts" / "_edisi" / f"{READY}.yml"
    path.write_text(DAMAGES["terpotong"](path.read_text("utf-8")), "utf-8")
    damaged = path.read_bytes()
    before = {p: p.read_bytes() for p in found.site.rglob("*") if p.is_file()}
    done = publish(found.project, found.out, date(2026, 11, 23), READY, SECOND)
    assert done.returncode == 1
    assert f"districts/_edisi/{READY}.yml" in done.stderr
    assert path.read_bytes() == damaged
    assert {p: p.read_bytes() for p in found.site.rglob("*") if p.is_file()} == before
    assert "23 November 2026" in words(site_of(found.out, HOSTS[SECOND]) / "index.html")


def test_a_publication_remembers_what_calendars_were_told(published: Published) -> None:
    ledger = published.project / "districts" / "_edisi" / f"{READY}-kalender.yml"
    told, problems = read_calendar(published.project / "districts", f"_edisi/{READY}-kalender.yml", "districts")
    assert problems == []
    assert "Jangan diubah" in ledger.read_text("utf-8")
    assert [entry.sequence for entry in told] == [0]
    calendar = (published.site / "jadwal" / "kalender.ics").read_text("utf-8")
    assert f"UID:{told[0].id}@{READY}" in calendar
    assert "SEQUENCE:0" in calendar
    assert "PRATINJAU" not in calendar


def test_only_what_changed_is_added_to_what_calendars_were_told(published: Published, tmp_path: Path) -> None:
    again = published.copy(tmp_path)
    folder = read_project(again.project).districts[READY]
    ledger = again.project / "districts" / "_edisi" / f"{READY}-kalender.yml"
    before = ledger.read_bytes()
    append_events(again.project, READY, folder.calendar, folder.calendar)
    assert ledger.read_bytes() == before
    moved = tuple(event.model_copy(update={"venue": "Aula"}) for event in folder.events)
    today = entries_today(moved, folder.calendar, folder.district.tz, date(2027, 1, 1))
    append_events(again.project, READY, folder.calendar, today.values())
    assert ledger.read_bytes().startswith(before)
    assert [entry.sequence for entry in read_project(again.project).districts[READY].calendar] == [0, 1]


def test_a_publication_remembers_its_addresses_and_writes_none_twice(published: Published, tmp_path: Path) -> None:
    ledger = published.project / "districts" / "_edisi" / f"{READY}-alamat.yml"
    told, problems = read_addresses(published.project / "districts", f"_edisi/{READY}-alamat.yml", "districts")
    assert problems == []
    assert "Jangan diubah" in ledger.read_text("utf-8")
    assert {"daftar", "iuran", "beranda"} <= {entry.address for entry in told}
    assert {entry.file for entry in told if entry.address == "daftar"} == {"content/daftar.md"}
    again = published.copy(tmp_path)
    registry = read_project(again.project)
    fresh = addresses_today(registry.pages, registry.districts[READY].addresses, date(2027, 1, 1))
    append_addresses(again.project, READY, fresh)
    assert (again.project / "districts" / "_edisi" / f"{READY}-alamat.yml").read_bytes() == ledger.read_bytes()
