"""The report for staff: one shape for what a child says, for the file that is kept, and for the pages made from it."""

from __future__ import annotations

import dataclasses
import gzip
import json
import re
from pathlib import Path

import pytest

from selebaran.compose.edition import Composer
from selebaran.model.artifact import Artifact
from selebaran.model.registry import Registry
from selebaran.publish.received import add_received
from selebaran.publish.report.artifacts import read_artifacts, write_artifacts
from selebaran.publish.report.overview import folded, on_pages, overview_of, write_overview
from selebaran.publish.report.packed import put_packed, unpacked
from selebaran.publish.report.pages import ReportPages, write_district
from selebaran.publish.report.record import DistrictRecord, failed_record, path_of, read_record, record_of
from selebaran.publish.standing import site_state_of
from tests.conftest import DAY, DEMO, SHORT


@pytest.fixture(scope="module")
def record(composer: Composer, registry: Registry) -> DistrictRecord:
    return record_of(composer.compose(SHORT, as_of=DAY, profiles=()), registry, (), ())


def written(out: Path, registry: Registry, *records: DistrictRecord) -> Path:
    """The report of a build that made these districts."""
    overview = overview_of(records, registry, DAY, published=False)
    for one in records:
        assert write_district(out, ReportPages(registry), one).problems == ()
    assert list(write_overview(out, registry, overview)) == []
    return out / "laporan"


def packed(content: bytes) -> bytes:
    return gzip.compress(content)


def test_a_record_is_read_as_it_was_kept(registry: Registry, record: DistrictRecord, tmp_path: Path) -> None:
    written(tmp_path, registry, record)
    assert read_record(tmp_path, SHORT) == record


def test_the_overview_leads_to_what_was_handed_in_once_anything_was(registry: Registry, tmp_path: Path) -> None:
    assert "kiriman" not in (written(tmp_path, registry) / "index.html").read_text("utf-8")
    add_received(tmp_path, SHORT, [("kerja.xlsx", b"x")], ["ditolak"])
    assert '<a href="kiriman.csv">' in (written(tmp_path, registry) / "index.html").read_text("utf-8")


@pytest.mark.parametrize(
    "kept",
    [
        b"",
        b"{",
        b"\xff",
        packed(b"{}")[:-9],
        *map(packed, (b"", b"{", b"{}", b'{"slug": "x"}', b"\xff", b"[" * 100_000)),
    ],
)
def test_what_an_earlier_build_kept_otherwise_counts_as_nothing(tmp_path: Path, kept: bytes) -> None:
    (tmp_path / "laporan").mkdir()
    for folder in (tmp_path / "laporan", tmp_path / "laporan" / "artefak"):
        folder.mkdir(exist_ok=True)
        (folder / f"{SHORT}.json.gz").write_bytes(kept)
    assert read_record(tmp_path, SHORT) is None
    assert read_artifacts(tmp_path, SHORT) == ()


def test_a_record_with_a_key_more_is_that_of_another_program(
    registry: Registry, record: DistrictRecord, tmp_path: Path
) -> None:
    written(tmp_path, registry, record)
    path = path_of(tmp_path, SHORT)
    put_packed(path, json.dumps({**json.loads(unpacked(path)), "lain": 1}))
    assert read_record(tmp_path, SHORT) is None


def test_a_district_that_failed_keeps_the_state_of_the_site_that_lies_there(
    registry: Registry, record: DistrictRecord, tmp_path: Path
) -> None:
    written(tmp_path, registry, record.model_copy(update={"site_state": "terbit"}))
    failed = failed_record(SHORT, registry, DAY, (), site_state_of(tmp_path, SHORT, registry.districts[SHORT].host))
    assert (failed.state, failed.site_state, failed.name) == ("gagal", "terbit", record.name)
    assert failed_record(SHORT, registry, DAY, (), None).site_state is None


def test_the_page_over_all_counts_what_each_district_says(
    registry: Registry, record: DistrictRecord, tmp_path: Path
) -> None:
    failed = failed_record(DEMO, registry, DAY, (), None)
    data = json.loads((written(tmp_path, registry, record, failed) / "index.json").read_text("utf-8"))
    assert data["ringkas"]["daerah"] == 2
    assert data["ringkas"]["ditolak"] == 1
    assert data["ringkas"]["halaman"] == len(record.pages)
    used = {fact["id"]: fact for fact in data["fakta"]}
    assert set(used) == set(registry.facts.by_id)
    assert used[record.facts[0].id]["daerah"] == 1
    assert used[record.facts[0].id]["halaman"] == sorted(
        place for fact, place in on_pages(record) if fact == record.facts[0].id
    )


def test_a_fault_in_a_reports_template_is_told_and_the_record_is_kept(
    registry: Registry, record: DistrictRecord, tmp_path: Path
) -> None:
    files = {**registry.report_files, "daerah.html": "{{ tidak_ada }}"}
    broken = dataclasses.replace(registry, report_files=files)
    (fault,) = write_district(tmp_path, ReportPages(broken), record).problems
    assert str(fault.place) == "templates/laporan/daerah.html:1:4"
    assert read_record(tmp_path, SHORT) == record


FILES = (
    Artifact("daftar/index.html", "halaman", "a" * 64, ("content/daftar.md", "mkdocs.yml")),
    Artifact("iuran/index.html", "halaman", "b" * 64, ("content/iuran.md", "mkdocs.yml")),
    Artifact("unduh/kecil/kecil-layar.pdf", "lembar", "c" * 64, ("printables/kecil/piece.html",)),
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for one in FILES:
        (tmp_path / "situs" / one.path).parent.mkdir(parents=True)
        (tmp_path / "situs" / one.path).touch()
    return tmp_path / "situs"


def test_the_list_of_files_says_common_inputs_once_and_is_read_whole(tmp_path: Path, root: Path) -> None:
    write_artifacts(tmp_path, SHORT, FILES, root)
    assert read_artifacts(tmp_path, SHORT) == FILES
    assert unpacked(tmp_path / "laporan" / "artefak" / f"{SHORT}.json.gz").count(b"mkdocs.yml") == 1


def test_what_a_build_did_not_make_stays_in_the_list_while_it_is_there(tmp_path: Path, root: Path) -> None:
    write_artifacts(tmp_path, SHORT, FILES, root)
    newer = dataclasses.replace(FILES[0], digest="d" * 64)
    (root / FILES[1].path).unlink()
    write_artifacts(tmp_path, SHORT, [newer], root)
    assert read_artifacts(tmp_path, SHORT) == (newer, FILES[2])


def test_what_is_the_same_in_many_districts_stands_once_and_each_leads_there(
    composer: Composer, registry: Registry, record: DistrictRecord, tmp_path: Path
) -> None:
    demo = record_of(composer.compose(DEMO, as_of=DAY, profiles=()), registry, (), ())
    report = written(tmp_path, registry, record, demo)
    one, other = ((report / f"{slug}.html").read_text("utf-8") for slug in (SHORT, DEMO))
    led_to = [set(re.findall(r'href="(halaman/\w+\.html)"', page)) for page in (one, other)]
    assert len(led_to[0] & led_to[1]) > 30
    assert {f"halaman/{path.name}" for path in (report / "halaman").iterdir()} == led_to[0] | led_to[1]
    own = next(page for page in demo.pages if any(row.origin.startswith(f"districts/{DEMO}/") for row in page.blocks))
    assert f'id="halaman-{own.slug}"' in other
    costs = re.search(r'href="(halaman/\w+\.html)">[^<]*</a> <code>iuran</code>', one)
    said = (report / costs[1]).read_text("utf-8") if costs else ""
    assert "content/iuran.md:" in said
    assert 'href="../index.html#fakta-IUR-01"' in said


def test_a_page_that_many_lead_to_goes_with_the_last_and_comes_again_when_it_is_missing(
    registry: Registry, record: DistrictRecord, tmp_path: Path
) -> None:
    folder = written(tmp_path, registry, record) / "halaman"
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    next(folder.iterdir()).unlink()
    (folder / f"{'0' * 12}.html").write_text("lama", "utf-8")
    assert list(write_overview(tmp_path, registry, overview_of([record], registry, DAY, published=False))) == []
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_pages_of_many_places_are_counted_over_all_districts() -> None:
    many = [f"k/tempat-{number}#tanya" for number in range(1200)]
    few = [f"kabar/isi-{number}" for number in range(3)]
    assert list(folded([*many, *few, "iuran#tabel"])) == ["k/… #tanya (1.200 halaman)", *few, "iuran#tabel"]


def test_a_record_that_an_earlier_program_did_not_pack_goes(
    registry: Registry, record: DistrictRecord, tmp_path: Path
) -> None:
    others = [tmp_path / "laporan" / name for name in ("catatan.json", f"{DEMO}.json")]
    others[0].parent.mkdir()
    for path in (*others, tmp_path / "laporan" / f"{SHORT}.json"):
        path.write_text("{}", "utf-8")
    written(tmp_path, registry, record)
    assert not (tmp_path / "laporan" / f"{SHORT}.json").exists()
    assert all(path.exists() for path in others)


def test_what_is_for_programs_is_packed_the_same_each_time(
    registry: Registry, record: DistrictRecord, tmp_path: Path
) -> None:
    written(tmp_path / "a", registry, record)
    written(tmp_path / "b", registry, record)
    one, other = (path_of(tmp_path / name, SHORT).read_bytes() for name in "ab")
    assert one == other
    assert len(one) * 5 < len(gzip.decompress(one))
