"""Slips with one reading are mended, and nothing else is touched; what has two readings stays."""

from __future__ import annotations

from functools import partial

import pytest

from selebaran.desk.mend.folder import Mended, Reading, _judged, mended_folder
from selebaran.desk.mend.values import meant
from selebaran.desk.mend.yaml_file import mended_yaml
from selebaran.model.district import Schedule
from selebaran.model.event import Event
from selebaran.model.registry import Registry
from selebaran.model.telephone import Dialling
from selebaran.read.districts import FOLDERS
from selebaran.read.walk import walk
from tests.conftest import DEMO, SHORT
from tests.project import ROOT

HEAD = "# Jadwal kami\nkegiatan:\n  - judul: Pos # catatan\n    jenis: posyandu\n"
REST = "    tanggal: 2027-06-10\n    mulai: 09.00\n    tempat: Balai\n"


def whole(line: str, rest: str = REST) -> bytes:
    """A schedule with remarks and one more line."""
    key = line.strip().lstrip("–- \u00a0").split(":")[0].split(" ")[0]
    kept = "".join(one for one in rest.splitlines(keepends=True) if not one.strip().startswith(f"{key}:"))
    return f"{HEAD}{kept}{line}\n".encode()


def mended(raw: bytes, registry: Registry) -> str | None:
    judge = partial(_judged, Schedule, Reading(Dialling(), registry.campaign.kinds, "WIB"))
    return mended_yaml(raw, "jadwal.yml", judge)


ONE_READING = {
    "    tanggal: 26/11/2026": "    tanggal: 2026-11-26",
    "    tanggal: Kamis, 26 November 2026 # tetap": "    tanggal: 2026-11-26 # tetap",
    "    tanggal: “2026-11-26”": "    tanggal: 2026-11-26",
    "    tanggal: 05/05/2026": "    tanggal: 2026-05-05",
    "    mulai: jam 9 pagi": "    mulai: 09.00",
    "    mulai: 9.00 - 11.30": "    mulai: 09.00\n    selesai: 11.30",
    "    mulai:09.00": "    mulai: 09.00",
    "    mulai 09.00": "    mulai: 09.00",
    "   mulai: 09.00": "    mulai: 09.00",
    "\tmulai: 09.00": "    mulai: 09.00",
    "    mulai:\t09.00": "    mulai: 09.00",
    "\u00a0   mulai: 09.00": "    mulai: 09.00",
    "    mulai:\u00a009.00": "    mulai: 09.00",
    "    tempat: Bal\u200bai": "    tempat: Balai",
    "    tempat: “Balai: Desa”": '    tempat: "Balai: Desa"',
    "    tempat: Balai: Desa": '    tempat: "Balai: Desa"',
    "    tempat: @Balai": '    tempat: "@Balai"',
    '    tempat: "Balai",': '    tempat: "Balai"',
    "    tempat: 'Balai Jum'at'": '    tempat: "Balai Jum\'at"',
    '    tempat: "Balai\\Kantor"': "    tempat: 'Balai\\Kantor'",
    "    penyelenggara: Dinas “Uji”": "    penyelenggara: Dinas Uji",
    "    koordinat: 106.1539, -6.1169": "    koordinat: -6.1169, 106.1539",
    "    ulang: {tiap: Dua Minggu}": "    ulang: {tiap: 2 pekan}",
}
TWO_READINGS = (
    "    tanggal: 12/03/2026",
    "    tanggal: 2026-02-30",
    "    tanggal: besok",
    "    tempat: Balai Desa #2",
    '    tempat: "Balai',
    "    tempat: *Balai",
    "    temat: Balai",
    "    mulai: pagi",
    "    selesai: 08.00",
    "    jenis: posiandu",
    "    kecamatan: [A, B",
)


@pytest.mark.parametrize("slip", ONE_READING)
def test_a_slip_with_one_reading_is_mended_and_remarks_and_order_stay(slip: str, registry: Registry) -> None:
    raw, expected = whole(slip), whole(slip).decode().replace(slip, ONE_READING[slip])
    assert mended(raw, registry) == expected
    assert mended(expected.encode(), registry) == expected


@pytest.mark.parametrize("slip", TWO_READINGS)
def test_a_slip_with_two_readings_stays_as_it_is(slip: str, registry: Registry) -> None:
    assert mended(whole(slip), registry) == whole(slip).decode()


def test_a_line_that_may_belong_to_two_lists_stays_where_it_is() -> None:
    text = "a:\n  b:\n    c: 1\n   d: 2\n"
    assert mended_yaml(text.encode(), "x.yml", lambda source: []) == text


def test_several_slips_are_mended_in_one_go_and_those_between_stay(registry: Registry) -> None:
    raw = f"{HEAD}    tanggal: 26/11/2026\n    mulai:9.00\n    selesai: sore\n    tempat: “Balai: Uji”\n"
    assert mended(raw.encode("utf-16"), registry) == (
        f'{HEAD}    tanggal: 2026-11-26\n    mulai: 9.00\n    selesai: sore\n    tempat: "Balai: Uji"\n'
    )


@pytest.mark.parametrize("raw", [b"a: Caf\xe9", b"a: \x00b", b"\xff\xfe\x00", b"a: b\x1b"])
def test_letters_that_nobody_can_read_are_left_alone(raw: bytes, registry: Registry) -> None:
    assert mended(raw, registry) is None


def test_a_file_with_a_byte_order_mark_and_carriage_returns_loses_both(registry: Registry) -> None:
    plain = f"{HEAD}{REST}"
    assert mended(b"\xef\xbb\xbf" + plain.replace("\n", "\r\n").encode(), registry) == plain


@pytest.mark.parametrize("slug", [DEMO, SHORT, "kab-puncak"])
def test_a_folder_without_a_slip_stays_byte_for_byte(slug: str, registry: Registry) -> None:
    check_untouched(slug, registry)


def check_untouched(slug: str, registry: Registry) -> None:
    tree, _ = walk(ROOT, f"districts/{slug}", f"districts/{slug}", FOLDERS)
    folder = registry.districts[slug].district
    assert tree is not None
    reading = Reading(folder.dialling(registry.campaign.short_codes), registry.campaign.kinds, folder.zone)
    assert mended_folder(tree, (), reading) == Mended()


def test_a_schedule_has_the_keys_that_are_tried_here() -> None:
    known = {field.alias for field in Event.model_fields.values()}
    keys = {line.split(":")[0].strip() for line in ONE_READING.values()}
    assert keys <= known


@pytest.mark.parametrize("typed", ["https://dinkesuji.example/", "DinkesUji.example", "dinkesuji.example."])
def test_an_address_of_a_site_loses_what_is_around_its_name(typed: str) -> None:
    assert meant("domain-tidak-sah", typed, "") == "dinkesuji.example"
