"""What a release was made from is written down beside it, and nowhere else."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from selebaran.publish.layout import manifest_of, names_in, provenance_of, site_of
from selebaran.publish.provenance import Provenance, Witness, read_provenance, stated_in
from selebaran.publish.releases import current
from selebaran.publish.report.artifacts import ArtifactList, path_of, read_artifacts
from selebaran.publish.report.packed import unpacked
from selebaran.publish.report.record import read_record
from selebaran.publish.store import read_manifest
from selebaran.publish.verify import damage_in
from selebaran.read.project import read_project
from tests.publish.small import publish
from tests.publish.terbitan import HOST, LEAFLET, PUBLISHES, READY, Published, ledger_of


def provenance(out: Path, host: str = HOST) -> Provenance:
    release = current(out, host)
    assert release
    found = read_provenance(provenance_of(out, host, release).read_bytes())
    assert found
    return found


def test_every_file_of_a_release_stands_there_with_its_size_and_digest(published: Published) -> None:
    found = provenance(published.out)
    files = read_manifest(manifest_of(published.out, HOST, found.release))
    assert files is not None
    assert {path: (one.digest, one.size) for path, one in found.files.items()} == files.files
    assert (found.site, found.district, found.day, found.published) == (HOST, READY, PUBLISHES.isoformat(), True)


def test_lists_are_written_in_the_shape_in_which_they_are_read(published: Published) -> None:
    release = current(published.out, HOST)
    assert release
    written = provenance_of(published.out, HOST, release).read_text("utf-8")
    assert provenance(published.out).model_dump_json(by_alias=True, exclude_defaults=True) + "\n" == written
    listed = unpacked(path_of(published.out, READY)).decode()
    assert ArtifactList.model_validate_json(listed).model_dump_json(by_alias=True) + "\n" == listed


def test_each_file_names_the_files_and_the_facts_that_it_came_from(published: Published) -> None:
    found = provenance(published.out)
    assert "content/iuran.md" in found.inputs_of("iuran/index.html")
    assert "printables/leaflet-daftar/piece.html" in found.inputs_of(LEAFLET)
    assert found.sources["content/iuran.md"] == digest(published.project / "content" / "iuran.md")
    assert "IUR-01" in found.facts_of("iuran/index.html")
    assert "IUR-01" in found.facts_of(LEAFLET)
    assert "IUR-01" not in found.facts_of("sitemap.xml")
    assert found.facts["IUR-01"].checked_on == "2026-11-20"
    assert any(value.startswith("Rp") for value in found.facts["IUR-01"].stated.values())


def test_editions_on_paper_and_tools_are_those_of_the_build(published: Published) -> None:
    found = provenance(published.out)
    codes = {str(entry["lembar"]): entry["kode"] for entry in ledger_of(published.project)}
    assert found.editions["leaflet-daftar"] == codes["leaflet-daftar"]
    assert found.tools["weasyprint"]
    assert found.tools["python"].startswith("3.")


def test_the_same_release_from_the_same_sources_has_the_same_bytes(published: Published) -> None:
    before = provenance(published.out)
    path = provenance_of(published.out, HOST, before.release)
    kept = path.read_bytes()
    path.unlink()
    made, record = read_artifacts(published.out, READY), read_record(published.out, READY)
    witness = Witness(published.project, published.out, read_project(published.project), published=True)
    witness.of_district(READY, HOST, PUBLISHES, reversed(made), stated_in(record))
    try:
        assert {one.path: one.digest for one in made}.keys() <= before.files.keys()
        assert json.loads(path.read_bytes())["berkas"] == json.loads(kept)["berkas"]
        assert b"T0" not in kept  # no time of day
    finally:
        path.write_bytes(kept)


def test_nobody_is_served_it_and_verify_knows_it(published: Published) -> None:
    assert not list(site_of(published.out, HOST).rglob("*manifest.json*"))
    assert damage_in(published.out) == ()


def test_of_a_web_root_of_which_nothing_else_is_known_the_files_stand_there(tmp_path: Path) -> None:
    publish(tmp_path, {"index.html": "satu"})
    registry = read_project(Path(__file__).parent.parent / "rusak" / "_dasar")
    Witness(tmp_path, tmp_path, registry, published=True).of_others(PUBLISHES)
    (name,) = names_in(tmp_path)
    (file,) = provenance(tmp_path, name).files.values()
    assert (file.size, file.digest, file.inputs) == (4, hashlib.sha256(b"satu").hexdigest(), ())


def test_it_goes_with_its_release(tmp_path: Path) -> None:
    registry = read_project(Path(__file__).parent.parent / "rusak" / "_dasar")
    first = publish(tmp_path, {"index.html": "0"})
    (name,) = names_in(tmp_path)
    Witness(tmp_path, tmp_path, registry, published=True).of_others(PUBLISHES)
    assert provenance_of(tmp_path, name, first).is_file()
    for number in range(1, 4):
        publish(tmp_path, {"index.html": f"{number}"})
    assert not provenance_of(tmp_path, name, first).exists()


def test_bytes_of_another_shape_say_nothing() -> None:
    assert read_provenance(b'{"situs": "a"}') is None


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
