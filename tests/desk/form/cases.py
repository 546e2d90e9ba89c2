"""Entries as people fill them in, right and wrong, and what the reader says of each."""

from __future__ import annotations

import copy
import random
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import ValidationError

from selebaran.desk.form_records import FORM_OF
from selebaran.model.district import Contact, Directory, Schedule
from selebaran.model.kinds import Kinds
from selebaran.model.own_text import OwnFront
from selebaran.model.telephone import Dialling

Case = tuple[str, dict[str, Any]]
WHERE = Dialling("0254", frozenset(("112", "119")), is_made_up=True)
ZONE = "WIB"
RIGHT: dict[str, dict[str, Any]] = {
    "kegiatan": {
        "judul": "Pos di pasar",
        "jenis": "penyuluhan",
        "tanggal": "2027-06-10",
        "tanggal_selesai": "2027-06-11",
        "mulai": "08.00",
        "selesai": "12.00",
        "tempat": "Pasar Pagi",
        "kecamatan": "Uji",
        "koordinat": "-6.1169, 106.1539",
        "perhentian": [
            {"mulai": "08.00", "selesai": "09.00", "tempat": "Balai Satu"},
            {"mulai": "10.00", "tempat": "Balai Dua", "kecamatan": "Uji"},
        ],
        "penyelenggara": "Puskesmas Uji",
        "tanya": {"nama": "Kantor Uji", "telepon": "0254 200134", "wa": "0812 3456 7890"},
        "bawa": ["KTP", "Kartu Keluarga"],
        "ulang": {
            "tiap": "pekan",
            "sampai": "2027-12-30",
            "kecuali": ["2027-06-17"],
            "batal": ["2027-06-24"],
            "pindah": [
                {"dari": "2027-07-01", "ke": "2027-07-02", "mulai": "09.00", "selesai": "11.00", "catatan": "x"}
            ],
        },
        "acara": ["08.00: pembukaan"],
        "batal": "tidak",
        "catatan": "Menunggu perahu",
    },
    "tempat": {
        "jenis": "puskesmas",
        "nama": "Puskesmas Uji",
        "kecamatan": "Uji",
        "alamat": "Jalan Uji 1",
        "telepon": "0254 200134",
        "jam": "Sen–Kam 08.00–14.00, Jum 08.00–11.00",
        "urusan": "Bertanya",
        "igd": "ya",
        "buka_24_jam": "tidak",
        "akses": "Perahu pagi",
        "jam_khusus": [{"hari": "Senin", "jam": "08.00", "catatan": "x"}],
        "koordinat": "-6.1169, 106.1539",
        "sumber": "Telepon kantor",
        "diperiksa_pada": "2026-11-20",
        "oleh": "Seksi Layanan",
    },
    "kontak": {
        "kantor": "dinkes",
        "nama": "Dinas Kesehatan Uji",
        "alamat": "Jalan Uji 2",
        "telepon": "0254 200134",
        "wa": "0812-3456-7890",
        "jam": "Sen–Jum 08.00–16.00",
        "nama_pendek": "Dinkes Uji",
        "alamat_pendek": "Jl Uji 2",
        "jam_pendek": "Sen–Jum",
        "sumber": "Telepon kantor",
        "diperiksa_pada": "2026-11-20",
    },
    "kabar": {
        "judul": "Pos pindah",
        "ringkas": "Pos pindah ke pintu timur.",
        "tanggal": "2026-11-20",
        "tayang": "2026-11-21",
        "sampai": "2026-12-31",
        "isi": "Pos pindah.",
    },
    "halaman": {
        "judul": "Antar warga",
        "ringkas": "Kader mengantar.",
        "tayang": "2026-11-21",
        "sampai": "2026-12-31",
        "isi": "Kader mengantar.",
    },
}
"""One entry of each form with everything filled in."""
DAYS = (
    *("2027-06-10", "2027-06-11", "2027-07-15", "2027-02-29", "2028-02-29", "2027-13-01", "10/06/2027", "0000-01-01"),
    *("2026-06-10", "2033-01-01", "2032-06-10", "2032-06-11", "2027-06-10 s.d. 2027-06-12", "besok", "2027-6-1"),
)
HOURS = (
    *("08.00", "8.00", "12:30", "24.00", "23.59", "25.00", "8", "selesai", "s.d. selesai", "sepanjang hari", "pukul 8"),
    *("02.00", "20.00 WIB", "08.60", "Sehari penuh", "19.59", "20.01"),
)
PHONES = (
    *("0254 200134", "0812 3456 7890", "119", "113", "200134", "0000-2001", "62254200134", "+62 254 200134", "0254"),
    *("Bu Sri", "0254 200134 / 0254 200135", "1500400", "(0254) 200134", "021 5551234", "0999 123456", "+60 3 1234567"),
    *("0254 20", "00000-1", "081234567890", "0812345", "0254-200134", "254200134", "+62 (0)254 200134", "0000"),
)
WEEKS = (
    *("Sen–Kam 08.00–14.00, Jum 08.00–11.00", "tiap hari", "24 jam", "Senin - Jumat 8.00 s.d. 14.00 WIB"),
    *("menurut jadwal dokter", "Sen 08.00-14.00, Senin 09.00-10.00", "Senin 14.00–08.00", "08.00–14.00", "Sabtu tutup"),
    *("Sen–Jum 08.00–16.00, istirahat 12.00–13.00", "Sen-Jum 08.00-16.00, istirahat 17.00-18.00", "Jum'at 8-11"),
    *("Setiap hari 07.00–21.00 (IGD 24 jam)", "Sen–Jum 08.00–16.00, Jumat tutup", "Sen 08.00", "Sen-Mau 08.00-10.00"),
    *("setiap Senin 08.00-10.00", "Min–Sel 08.00–10.00", "Senin 00.00-24.00", "Senin 08.00-24.30", "Sen–Jum 24 jam"),
)
SPOTS = ("-6.1169, 106.1539", "106.1539, -6.1169", "-6.11; 106.15", "-6, 106", "10.50, 106.15", "x")
WORDS = (
    *("", "ya", "tidak", "true", "Ya", "pekan", "2 pekan", "bulan", "3 bulan", "dua pekan", "penyuluhan", "puskesmas"),
    *("senam", "x" * 40, "x" * 41, "x" * 60, "x" * 80, "x" * 81, "x" * 121, "x" * 701, "x" * 2001, "Kec. Uji & (b)"),
    *("a<b>", "é ‘ain", "😀", "😀" * 80, "nama\nbaru", "{{ fakta.x }}", "08.00", "2027-06-10", "cara-pakai", "0812"),
)
POOLS = (DAYS, HOURS, PHONES, WEEKS, SPOTS, WORDS)
LIKELY = {
    **dict.fromkeys(("tanggal", "tanggal_selesai", "sampai", "kecuali", "batal", "dari", "ke", "tayang"), DAYS),
    **dict.fromkeys(("mulai", "selesai"), HOURS),
    **dict.fromkeys(("telepon", "wa"), PHONES),
    "jam": WEEKS,
    "koordinat": SPOTS,
    "diperiksa_pada": DAYS,
}


def edges() -> Iterator[Case]:
    """Entries at the edge of each rule, on both of its sides."""
    event = {key: RIGHT["kegiatan"][key] for key in ("judul", "jenis", "tempat", "mulai")}
    for start, end in (
        ("20.00", "08.00"),
        ("20.01", "08.00"),
        ("20.00", "07.59"),
        ("08.00", "08.00"),
        ("00.00", "24.00"),
    ):
        yield "kegiatan", {**event, "tanggal": "2027-06-10", "mulai": start, "selesai": end}
    for last in ("2027-06-10", "2027-06-11", "2027-07-10", "2027-07-11"):
        yield "kegiatan", {**event, "tanggal": "2027-06-10", "tanggal_selesai": last}
    for every, first, days in (
        ("bulan", "2027-07-29", ("2027-08-26", "2027-09-23", "2027-09-30")),
        ("bulan", "2027-06-10", ("2027-07-08", "2027-07-15")),
        ("2 bulan", "2027-06-10", ("2027-07-08", "2027-08-12")),
        ("3 pekan", "2027-06-10", ("2027-06-24", "2027-07-01", "2027-06-03")),
    ):
        for day in days:
            yield "kegiatan", {**event, "tanggal": first, "ulang": {"tiap": every, "kecuali": [day]}}
    for until in ("2028-02-29", "2028-03-01", "2033-02-28", "2033-03-01"):
        yield "kegiatan", {**event, "tanggal": "2028-02-29", "ulang": {"tiap": "pekan", "sampai": until}}
    for number in ("6139239", "3105127", "6223410930", "200134", "20013", "0254200134", "02542001345678"):
        yield "kontak", {**RIGHT["kontak"], "telepon": number}
        yield "kontak", {**RIGHT["kontak"], "wa": number}


def mutated(count: int, seed: int) -> Iterator[Case]:
    """Entries of which up to three things are others, more of them likely slips than not."""
    chance = random.Random(seed)
    for _ in range(count):
        kind = chance.choice(("kegiatan", "kegiatan", "tempat", "kontak", "kabar", "halaman"))
        entry = copy.deepcopy(RIGHT[kind])
        for _ in range(chance.randint(0, 3)):
            _mutate(entry, chance)
        yield kind, entry


def _mutate(entry: dict[str, Any], chance: random.Random) -> None:
    holder, key = chance.choice(list(_spots(entry)))
    way = chance.random()
    if way < 0.25 and isinstance(holder, dict):
        del holder[key]
    elif way < 0.3 and isinstance(holder, dict):
        holder["tidak_dikenal"] = "x"
    elif way < 0.35:
        holder[key] = chance.choice((["x"], {"nama": "x"}, [{"mulai": "08.00", "tempat": "x"}]))
    else:
        pool = LIKELY.get(str(key)) if chance.random() < 0.8 else None
        holder[key] = chance.choice(pool or chance.choice(POOLS))


def _spots(value: Any) -> Iterator[tuple[Any, Any]]:
    """Every place within an entry that holds something."""
    for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
        if key in ("isi", "kantor"):  # these no schema has
            continue
        yield value, key
        if isinstance(inner, dict | list):
            yield from _spots(inner)


def refuses(kind: str, entry: Mapping[str, Any], kinds: Kinds | None) -> str:
    """Why the reader refuses an entry; "" where it takes it."""
    form, context = FORM_OF[kind], (WHERE, kinds, ZONE)
    given = {key: value for key, value in entry.items() if key not in ("isi", "kantor")}
    try:
        if form.is_page:
            OwnFront.model_validate(given, context=context)
            return "" if "tanggal" in given or kind != "kabar" else "kabar-tanpa-tanggal"
        if kind == "kontak":
            Contact.model_validate(given, context=context)
            return ""
        record = Schedule if kind == "kegiatan" else Directory
        record.model_validate({form.under: [given]}, context=context)
    except ValidationError as fault:
        return "; ".join(f"{'.'.join(map(str, one['loc']))}: {one['type']}" for one in fault.errors())
    return ""
