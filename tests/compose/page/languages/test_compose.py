"""Which translation is shown, and what becomes of facts, overrides and faults in it."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from selebaran.check.run import check_shared
from selebaran.cli.main import commands
from selebaran.compose.page.news import FEED
from selebaran.model.edition import Edition
from selebaran.model.problem import Problem, ProblemsFound
from selebaran.read.project import read_project
from tests.compose.page.languages.kit import (
    DAFTAR,
    NOT_REVIEWED,
    NOT_THERE,
    OWN,
    REVIEWER,
    built,
    compose,
    compose_outdated,
    current,
    make,
    offer,
    page_of,
    put,
    translate,
)
from tests.publish.terbitan import PUBLISHES, READY, change_fact, words

OWN_PAGES = f"districts/{READY}/halaman"
OVERDUE = {"periksa_lagi": PUBLISHES.isoformat()}


@pytest.fixture
def changed(project: Path, tmp_path: Path) -> Path:
    """A copy of the project, to be changed."""
    root = tmp_path / "salinan"
    shutil.copytree(project, root, symlinks=True)
    return root


def faults(root: Path) -> list[tuple[str, str]]:
    with pytest.raises(ProblemsFound) as found:
        compose(root)
    return [(str(p.place), p.code) for p in found.value.problems]


def notices(edition: Edition) -> set[tuple[str, str]]:
    return {(p.code, p.place.file) for p in edition.problems}


def test_an_unreviewed_translation_is_not_published(edition: Edition) -> None:
    page = page_of(edition, "jv/iuran")
    assert page.meta.title == page_of(edition, "iuran").meta.title
    assert page.meta.spoken.code == "id"
    assert page.meta.spoken.note == NOT_THERE
    assert page.meta.noindex


def test_a_preview_shows_it_with_a_note(project: Path, tmp_path: Path) -> None:
    preview = compose(project, published=False)
    page = page_of(preview, "jv/iuran")
    assert (page.meta.title, page.meta.spoken.code) == ("Pira iurane (rekaan)", "jv")
    assert page.meta.spoken.note == NOT_REVIEWED
    assert page.meta.spoken.reviewer is None
    assert page_of(preview, "jv/daftar").meta.spoken.note is None
    assert page_of(preview, "jv/daftar").meta.spoken.reviewer == REVIEWER
    site = built(project, preview, tmp_path / "akar")
    assert NOT_REVIEWED in words(site / "jv" / "iuran" / "index.html")
    assert "PRATINJAU" in words(site / "jv" / "iuran" / "index.html")


def test_without_languages_a_district_is_as_if_nobody_had_translated(changed: Path, tmp_path: Path) -> None:
    offer(changed)
    without_own_translations(changed)
    with_files = compose(changed)
    first = built(changed, with_files, tmp_path / "dengan")
    for path in (changed / "content").glob("*.jv.md"):
        path.unlink()
    without = compose(changed)
    second = built(changed, without, tmp_path / "tanpa")
    assert not (first / "jv").exists()
    files = {path.relative_to(first): path.read_bytes() for path in first.rglob("*") if path.is_file()}
    assert files == {path.relative_to(second): path.read_bytes() for path in second.rglob("*") if path.is_file()}
    assert not any('class="bahasa"' in path.read_text("utf-8") for path in first.rglob("*.html"))


def without_own_translations(root: Path) -> None:
    """A district's own are a fault where it doesn't have their language; those of shared pages are for whom has it."""
    for path in (root / "districts" / READY).rglob("*.jv.md"):
        path.unlink()


def test_editions_feed_and_facts_do_not_count_a_page_twice(changed: Path, edition: Edition) -> None:
    offer(changed)
    without_own_translations(changed)
    alone = compose(changed)
    said = [[(page.slug, page.html, page.meta) for page in found.paper_pages] for found in (edition, alone)]
    assert said[0] == said[1]
    assert edition.files[FEED] == alone.files[FEED]
    csv = edition.files["tentang/fakta.csv"].decode()
    assert "jv/daftar" in csv
    assert "jv/rujukan" not in csv
    assert "jv/tentang" not in csv
    assert edition.menu == alone.menu


def test_an_override_applies_in_a_translation(edition: Edition) -> None:
    page = page_of(edition, "jv/daftar")
    assert "di pulau Anda" in page.html
    assert "Pilih puskesmas sing cedhak" not in page.html
    assert '<h2 id="puskesmas">Puskesmas</h2>' in page.html
    assert page.meta.title == "Carane ndaftar JKN (rekaan)"


def test_a_translation_without_the_overridden_block_gives_way(changed: Path) -> None:
    translate(changed, "daftar", DAFTAR.split("## Puskesmas")[0])
    page = page_of(compose(changed), "jv/daftar")
    assert page.meta.spoken.note == NOT_THERE
    assert "di pulau Anda" in page.html


def test_an_overdue_fact_is_replaced_as_in_indonesian(changed: Path) -> None:
    change_fact(changed, "REG-04", bila_lewat="ganti", keyakinan="C", **OVERDUE)
    edition = compose(changed)
    page = page_of(edition, "jv/daftar")
    assert page.meta.spoken.code == "jv"
    assert "KTP lan KK\n" not in page.html
    assert '<span lang="id">Tidak kami tampilkan sampai dicocokkan lagi: ' in page.html
    assert ("fakta-diganti", "content/daftar.jv.md") in notices(edition)
    assert ("fakta-diganti", "content/daftar.md") in notices(edition)
    places = [str(p.place) for p in edition.problems if p.code == "fakta-diganti"]
    assert len(places) == len(set(places))


def test_a_marked_fact_is_dated_in_the_translation(changed: Path) -> None:
    change_fact(changed, "REG-04", bila_lewat="tandai", **OVERDUE)
    page = page_of(compose(changed), "jv/daftar")
    assert re.search(r'<p class="fakta-lewat"[^>]*><span lang="id">Kami lihat terakhir ', page.html)


def test_a_translation_that_does_not_name_what_is_replaced_gives_way(changed: Path) -> None:
    translate(changed, "daftar", DAFTAR.replace('{{ sebut("REG-04") }}\n', ""))
    change_fact(changed, "REG-04", bila_lewat="ganti", keyakinan="C", **OVERDUE)
    page = page_of(compose(changed), "jv/daftar")
    assert page.meta.spoken.note == NOT_THERE
    assert "Sing dicawisake" not in page.html


def test_a_withheld_page_is_withheld_in_every_language(changed: Path, tmp_path: Path) -> None:
    change_fact(changed, "REG-04", bila_lewat="tahan", **OVERDUE)
    edition = compose(changed)
    for slug in ("daftar", "jv/daftar"):
        page = page_of(edition, slug)
        assert page.meta.is_withheld
        assert "Isi halaman ini kami tahan" in page.html
        assert "Sing dicawisake" not in page.html
    assert [p.place.file for p in edition.problems if p.code == "halaman-ditahan"].count("content/daftar.md") == 1
    assert not [p for p in edition.problems if ".jv." in p.place.file or "/jv/" in p.place.file]
    site = built(changed, edition, tmp_path / "akar")
    for name in ("daftar", "jv/daftar"):
        text = (site / name / "index.html").read_text("utf-8")
        assert 'content="noindex"' in text
        assert "hreflang" not in text.split("</head>")[0]


def test_template_faults_of_all_translations_come_with_their_places(changed: Path) -> None:
    translate(changed, "daftar", DAFTAR.replace("Pilih puskesmas", "{{ daerah.kontak.dinkes.telepon }}"))
    translate(changed, "iuran", "---\njudul: Iuran\nringkas: Iuran.\n---\n{{ fakta.iuran_kelas_9 }}\n")
    offending = {
        ("content/daftar.jv.md:24:25", "isian-kosong-dicetak"),
        ("content/iuran.jv.md:6:10", "fakta-tidak-dikenal"),
    }
    shutil.rmtree(changed / "districts" / READY / "timpaan")
    assert set(faults(changed)) == offending
    found = {(str(p.place), p.code) for p in check_shared(read_project(changed))}
    assert ("content/iuran.jv.md:6:10", "fakta-tidak-dikenal") in found


def test_links_of_a_translation_are_checked(changed: Path) -> None:
    translate(changed, "daftar", DAFTAR.replace("(iuran.md)", "(iurann.md)").replace("(#syarat)", "(#sarat)"))
    found = {(p.place.file, p.code) for p in check_shared(read_project(changed))}
    assert {("content/daftar.jv.md", "tautan-putus"), ("content/daftar.jv.md", "jangkar-putus")} <= found


def test_a_reviewed_translation_of_an_own_page_is_shown(edition: Edition) -> None:
    page = page_of(edition, "jv/pos-rekaan")
    assert page.meta.title == "Pos JKN ing pasar (rekaan)"
    assert page.meta.spoken.reviewer == "Bapak Peninjau Rekaan"
    assert page.file == f"districts/{READY}/halaman/pos-rekaan.jv.md"
    links = [link for group in edition.frame.groups for link in group.links]
    assert [link.title for link in links if link.address == "pos-rekaan/"] == ["Pos JKN rekaan"]


def test_an_own_page_without_reviewer_or_original(changed: Path) -> None:
    folder = changed / "districts" / READY / "halaman"
    put(folder / "pos-rekaan.jv.md", OWN["pos-rekaan.jv.md"].replace("peninjau: Bapak Peninjau Rekaan\n", ""))
    assert page_of(compose(changed), "jv/pos-rekaan").meta.spoken.note == NOT_THERE
    assert page_of(compose(changed, published=False), "jv/pos-rekaan").meta.spoken.note == NOT_REVIEWED
    put(folder / "pos-rekan.jv.md", OWN["pos-rekaan.jv.md"])
    (folder / "pos-rekaan.jv.md").unlink()
    with pytest.raises(ProblemsFound) as found:
        compose(changed)
    assert [_shown(p) for p in found.value.problems] == [("terjemahan-tanpa-asal", "pos-rekan", "pos-rekaan")]


def _shown(fault: Problem) -> tuple[str, str, str]:
    values = dict(fault.values)
    return fault.code, str(values["halaman"]), str(values["maksud"])


def test_two_languages_have_an_address_each(tmp_path: Path) -> None:
    root = make(tmp_path, codes=("jv", "su"))
    edition = compose(root)
    ways = page_of(edition, "su/daftar").meta.ways
    assert [(way.code, way.address, way.is_here, way.is_translated) for way in ways] == [
        ("id", "daftar/", False, True),
        ("jv", "jv/daftar/", False, True),
        ("su", "su/daftar/", True, False),
    ]
    assert page_of(edition, "su/daftar").meta.spoken.note.startswith("Halaman ini belum ada dalam bahasa Sunda.")


def test_explain_tells_where_a_page_in_another_language_comes_from(project: Path) -> None:
    def told(page: str) -> str:
        command = ["explain", READY, page, "--root", str(project), "--as-of", PUBLISHES.isoformat()]
        done = CliRunner().invoke(commands, command)
        assert done.exit_code == 0, done.output
        return done.output

    assert "content/daftar.jv.md" in told("jv/daftar")
    assert "pos-rekaan.jv.md" in told("jv/pos-rekaan")
    assert "content/rujukan.md" in told("jv/rujukan")


def test_a_translation_of_an_older_text_gives_way_and_the_editor_is_told(changed: Path) -> None:
    current(changed)
    for file, name in (("content/daftar", "content/daftar"), (f"{OWN_PAGES}/pos-rekaan", "halaman/pos-rekaan")):
        path = changed / f"{file}.md"
        before = page_of(compose_outdated(changed), f"jv/{path.stem}")
        assert before.meta.spoken.code == "jv"
        path.write_text(path.read_text("utf-8").rstrip() + "\n\nSatu kalimat lagi.\n", "utf-8")
        edition = compose_outdated(changed)
        assert page_of(edition, f"jv/{path.stem}").meta.spoken.code == "id"
        told = [problem for problem in edition.problems if problem.code == "terjemahan-usang"]
        assert [problem.place.file.endswith(f"{name}.jv.md") for problem in told] == [True]
        translation = changed / f"{file}.jv.md"
        text = re.sub("(?<=naskah_asal: ).*", dict(told[0].values)["sidik"], translation.read_text("utf-8"))
        translation.write_text(text, "utf-8")
        assert page_of(compose_outdated(changed), f"jv/{path.stem}").meta.spoken.code == "jv"


def test_a_translation_that_does_not_say_of_what_is_not_shown(changed: Path) -> None:
    translate(changed, "daftar", DAFTAR)
    assert page_of(compose_outdated(changed, published=False), "jv/daftar").meta.spoken.code == "id"
    assert page_of(compose(changed, published=False), "jv/daftar").meta.spoken.code == "jv"
