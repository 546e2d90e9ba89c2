"""Districts with plain events and confirmed places are joined from their kind, composed once more with these: the same
as the plain way; whatever isn't plain is made in a child. `tests/full` has the days on which one is over."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from selebaran.compose.page.bare import is_bare
from selebaran.compose.page.plain_records import is_nearly_bare
from selebaran.compose.template.repeated import NotRepeated
from selebaran.model.district import Facility
from selebaran.model.event import AskedAbout, Event, Stop
from selebaran.model.registry import Registry
from selebaran.publish.chosen import chosen
from selebaran.publish.district import Workshop
from selebaran.publish.plan import Plan
from selebaran.read.project import read_project
from tests.conftest import DAY
from tests.publish.little import build, edit, little, problems
from tests.publish.test_joining import joined
from tests.publish.test_prove import CAMPAIGN, DISTRICT, PAGE, slug_of, told

NAMES = ("Ambang", "Bukit", "Cemara")
SLUGS = tuple(map(slug_of, NAMES))
TODAY, NEXT, PAST, FAR = (DAY + timedelta(days) for days in (0, 1, -9, 60))
SHOWN = """
{% for k in daerah.kegiatan %}- {{ k.judul }}: {{ k.tanggal }}, {{ k.tempat }}
{% endfor %}
{% for p in daerah.puskesmas %}- {{ p.nama }}
{% endfor %}
{% macro besar(k) %}{{ k.judul }}{% endmacro %}
{% for k in daerah.kegiatan %}- {{ besar(k) | upper }}{% set hari %}{{ k.tanggal }}{% endset %}: {{ hari | length }}
{% endfor %}
"""
EVENT = "  - judul: {title}\n    jenis: posyandu\n    tanggal: {day}\n    mulai: 08.30\n    tempat: Aula 2\n{more}"
EVENTS = {
    SLUGS[0]: (
        ("Posyandu", TODAY, "    kecamatan: Atas\n    bawa: [KTP, Kartu Keluarga]\n"),
        ("Posyandu lansia", TODAY, "    selesai: 12.00\n"),
        ('"Cek status: pagi"', FAR, "    kecamatan: Tengah\n    batal: ya\n    catatan: Jalan terputus.\n"),
        ("Pelatihan", PAST, f"    tanggal_selesai: {NEXT}\n    kecamatan: Bawah\n"),
    ),
    SLUGS[1]: (
        ("Yang lama (2)", PAST, ""),
        ("Tiap bulan", NEXT, "    ulang: {tiap: bulan}\n    kecamatan: Tengah\n    koordinat: -5.5000, 105.0000\n"),
    ),
}
PLACES = """layanan:
  - jenis: puskesmas
    nama: Puskesmas Melati
    kecamatan: Bawah
    alamat: Jalan Contoh 11
    jam: Senin–Sabtu, 08.00–12.00
    buka_24_jam: ya
    sumber: Karangan
    diperiksa_pada: {day}
  - jenis: puskesmas
    nama: Puskesmas Mawar
    sumber: Karangan
    diperiksa_pada: {day}
"""


def with_events(folder: Path) -> Path:
    """Three districts: one with events in another zone, one with events and places, one with places alone."""
    found = little(folder)
    for number, (name, slug) in enumerate(zip(NAMES, SLUGS, strict=True), 3):
        folder = found / "districts" / slug
        folder.mkdir()
        text = DISTRICT.format(name=name, slug=slug, code=f"00.{number:02}")
        (folder / "daerah.yml").write_text(text, "utf-8")
        events = "".join(EVENT.format(title=title, day=day, more=more) for title, day, more in EVENTS.get(slug, ()))
        (folder / "jadwal.yml").write_text(f"kegiatan:\n{events}", "utf-8")
        if number > 3:
            (folder / "layanan.yml").write_text(PLACES.format(day=DAY), "utf-8")
    edit(found / "districts" / SLUGS[0] / "daerah.yml", "WIB", "WIT")
    listed = "".join(f"  - slug: {slug}\n    domain: {slug}.example\n" for slug in SLUGS)
    edit(found / "districts" / "_daftar.yml", "daerah:\n", f"daerah:\n{listed}")
    edit(found / "content" / "kampanye.yml", "kontak:\n", CAMPAIGN)
    (found / "content" / "k.md").write_text(PAGE, "utf-8")
    sheet = "{% for k in daerah.kegiatan %}<p>{{ k.judul }}</p>{% endfor %}\n</div></section>"
    edit(found / "printables" / "kecil" / "piece.html", "</div></section>", sheet)
    page = found / "content" / "daftar.md"
    page.write_text(page.read_text("utf-8").rstrip() + f"\n{SHOWN}", "utf-8")
    return found


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return with_events(tmp_path_factory.mktemp("acara") / "proyek")


@pytest.fixture(scope="module")
def registry(project: Path) -> Registry:
    return read_project(project)


def test_what_is_joined_with_events_is_the_same_as_what_is_made_the_plain_way(
    project: Path, registry: Registry, tmp_path: Path
) -> None:
    assert joined(registry, project) == (SLUGS[2], SLUGS[0], SLUGS[1])
    assert joined(registry, project, slugs=SLUGS[1:2]) == ()  # alone, it costs less in a child
    out = tmp_path / "dist"
    done = build(project, *SLUGS, "--prove", "4", "--without-walls", out=str(out))
    assert (done.returncode, problems(done)) == (0, ["Membandingkan dengan cara biasa"]), done.stderr
    assert "sama dengan cara biasa (4 daerah" in told(done)
    areas = out / "situs" / f"{SLUGS[1]}.example" / "k"
    said = {path.parent.name: path.read_text("utf-8") for path in areas.glob("*/index.html")}
    assert [sorted(name for name, text in said.items() if word in text) for word in ("Tiap bulan", "Jalan Contoh")] == [
        ["tengah"],
        ["bawah"],
    ]
    home = (out / "situs" / f"{SLUGS[0]}.example" / "index.html").read_text("utf-8")
    assert re.search(r"08\.30[^<]*WIT", home)


@pytest.mark.parametrize(
    "text",
    ["Jum'at", "a <b>", "{{ 7 }}", "a | b", "*a*", "a\nb", "\u202eaba", "Qzazq", "_a_", "[a](b)", "a & b", "# a"],
)
def test_a_text_that_could_read_otherwise_is_made_in_a_child(registry: Registry, text: str) -> None:
    folder = registry.districts[SLUGS[1]]
    event, place = folder.events[0], folder.facilities[0]
    said: dict[str, Event | Facility] = {
        **{key: event.model_copy(update={key: text}) for key in ("title", "venue", "subdistrict", "organiser", "note")},
        "bring": event.model_copy(update={"bring": ("KTP", text)}),
        **{key: place.model_copy(update={key: text}) for key in ("name", "address", "hours", "access", "source")},
    }
    for key, record in said.items():
        own = {"events": (record,)} if isinstance(record, Event) else {"facilities": (record,)}
        assert not is_nearly_bare(replace(folder, **own)), key


def test_an_event_that_says_more_is_made_in_a_child(registry: Registry, project: Path) -> None:
    folder = registry.districts[SLUGS[1]]
    assert is_nearly_bare(folder)
    assert not is_bare(folder)
    more = {
        "picture": "a.jpg",
        "stops": (Stop.model_construct(venue="x"),),
        "asked": AskedAbout.model_construct(name="x"),
    }
    for key, value in more.items():
        event = folder.events[0].model_copy(update={key: value})
        assert not is_nearly_bare(replace(folder, events=(event,))), key
    event = folder.events[0].model_copy(update={"title": "<b>"})
    changed = replace(registry, districts={**registry.districts, SLUGS[1]: replace(folder, events=(event,))})
    assert joined(changed, project) == (SLUGS[2], SLUGS[0])
    named = folder.events[0].model_copy(update={"title": "Bukit"})
    assert not is_nearly_bare(replace(folder, events=(named,)))


def test_one_whose_kecamatan_have_other_parts_is_known_before_it_is_composed(registry: Registry, project: Path) -> None:
    workshop = Workshop(Plan(project, project / "dist", SLUGS, DAY, only="site"), registry)
    workshop.prepare()
    workshop.prepare_joined()
    kind = next(iter(workshop._joining._of_kind.values()))
    folder, services = registry.districts[SLUGS[1]], registry.campaign.services
    assert [area[0] for area in kind.areas(folder, registry).own][:3] == ["Atas", "Bawah", "Tengah"]
    campaign = registry.campaign.model_copy(update={"services": {**services, "klinik": services["puskesmas"]}})
    clinic = folder.facilities[0].model_copy(update={"kind": "klinik"})
    with pytest.raises(NotRepeated):
        kind.areas(replace(folder, facilities=(clinic,)), replace(registry, campaign=campaign))


def test_one_with_events_is_always_among_those_that_are_proved(registry: Registry) -> None:
    assert {SLUGS[2], SLUGS[1]} & set(chosen(registry, SLUGS, 4, 1))
