"""Every file of a site and every sheet names what it was made from: what changes with a file has named it.

`make test-full` changes each kind of file (tests/full/test_artifacts.py)."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from selebaran.compose.edition import Composer
from selebaran.model.artifact import Artifact
from selebaran.model.edition import Edition
from selebaran.read.project import read_project
from selebaran.site.job import SiteJob, make_site
from selebaran.site.search_roots import Roots
from tests.conftest import DAY, DEMO, ROOT, keep_pieces
from tests.once import Once

PIECES = ("leaflet-daftar", "poster-darurat")
HERE = f"districts/{DEMO}"
CHANGES = {
    "content/berobat.md": ("\n## ", "\n\nKalimat yang baru.\n\n## "),
    "content/cek-status.md": ("judul: ", "judul: Lain, "),
    "content/fakta.yml": ("isi: 35000", "isi: 35001"),
    "content/istilah.yml": ("arti: ", "arti: Yaitu "),
    "content/sinonim.yml": ("kata: [", "kata: [baru sekali, "),
    "content/cukup-nik.jv.md": ("ringkas: ", "ringkas: Lah, "),
    f"{HERE}/daerah.yml": ("Jalan ", "Jln. "),
    f"{HERE}/jadwal.yml": ("tempat: ", "tempat: Depan "),
    f"{HERE}/layanan.yml": ("nama: ", "nama: UPT "),
    f"{HERE}/capaian.yml": ("sumber: ", "sumber: Kantor "),
    f"{HERE}/halaman/kabar/forum-desember.md": ("judul: ", "judul: Kabar "),
    f"{HERE}/halaman/antar-warga.md": ("judul: ", "judul: Tentang "),
    "districts/_provinsi/provinsi-contoh/provinsi.yml": ("nama: ", "nama: Balai "),
    "templates/site/partials/footer.html": ("<p>{{ kata(situs.kaki) }}</p>", "<p>Catatan. {{ kata(situs.kaki) }}</p>"),
    "templates/site/tentang.html": ("<h2", "<p>Baru</p><h2"),
    "templates/site/assets/selebaran.css": ("margin: 0;", "margin: 1px;"),
    "templates/tokens.css": (":root {", ":root { --s1: 5px; "),
    "templates/seni/jadwal.svg": ("</svg>", "<g></g></svg>"),
    "templates/print/print.css": ("@page", "/* baru */ @page"),
    "templates/print/makro.html": ("{%- macro", "{#- baru -#}\n{%- macro"),
    "printables/leaflet-daftar/piece.css": ("{", "{ "),
    "printables/leaflet-daftar/piece.yml": ("5 langkah", "lima langkah"),
    "mkdocs.yml": ("language: id", "language: en"),
}
"""Files of a project and what is written otherwise in each."""
EVERY_DAY = (
    *("content/berobat.md", "content/fakta.yml", f"{HERE}/daerah.yml", f"{HERE}/jadwal.yml"),
    *("templates/site/partials/footer.html", "templates/print/makro.html", "printables/leaflet-daftar/piece.yml"),
)
"""Those of them that are tried each time."""
UNSEEN = ("templates/print/makro.html",)
"""Changes that nobody can see; they are made to try that nothing else hangs on them."""


class Made:
    """A site and what its sheets are printed from."""

    def __init__(self, root: Path, out: Path) -> None:
        self.edition: Edition = Composer(read_project(root)).compose(DEMO, as_of=DAY, profiles=("kantor",))
        found = make_site(SiteJob(self.edition), out, Roots()).artifacts
        self.artifacts: dict[str, Artifact] = {one.path: one for one in found}
        self.files = {path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file()}

    def parts(self) -> Iterator[tuple[str, object, frozenset[str]]]:
        """Names of what was made, what it holds, and its inputs."""
        for name, one in self.artifacts.items():
            yield name, one.digest, frozenset(one.inputs)
        for outcome in self.edition.outcomes:
            held = [(p.html, p.stylesheets, p.assets, p.title, p.qr_url, p.slug_line) for p in outcome.made]
            yield outcome.name, (held, outcome.source.spec), outcome.usage.files


@pytest.fixture(scope="module")
def project(once: Once) -> Path:
    def make(folder: Path) -> Path:
        root = folder / "proyek"
        for name in ("content", "templates", "printables", "districts/_provinsi", HERE):
            shutil.copytree(ROOT / name, root / name)
        shutil.copy(ROOT / "mkdocs.yml", root)
        listed = (ROOT / "districts" / "_daftar.yml").read_text("utf-8").split("- slug: ")
        kept = [listed[0], *(part for part in listed[1:] if part.startswith(f"{DEMO}\n"))]
        (root / "districts" / "_daftar.yml").write_text("- slug: ".join(kept), "utf-8")
        return keep_pieces(root, *PIECES)

    return once("proyek-artefak", make)


@pytest.fixture(scope="module")
def before(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Made:
    return Made(project, tmp_path_factory.mktemp("dulu"))


def test_every_file_of_a_site_is_an_artifact(before: Made) -> None:
    assert set(before.artifacts) == before.files
    assert all(one.inputs for one in before.artifacts.values())


@pytest.mark.parametrize("file", EVERY_DAY)
def test_whatever_changes_with_a_file_has_named_it(project: Path, before: Made, tmp_path: Path, file: str) -> None:
    assert_named(project, before, tmp_path, file)


def assert_named(project: Path, before: Made, tmp_path: Path, file: str) -> None:
    """Whatever comes out otherwise when a file is changed has it among its inputs."""
    root = tmp_path / "proyek"
    shutil.copytree(project, root)
    text = (root / file).read_text("utf-8")
    old, new = CHANGES[file]
    assert old in text
    (root / file).write_text(text.replace(old, new), "utf-8")
    after = {name: held for name, held, _ in Made(root, tmp_path / "kini").parts()}
    changed = {name: inputs for name, held, inputs in before.parts() if after.get(name) != held}
    assert changed or file in UNSEEN
    assert {name for name, inputs in changed.items() if file not in inputs} == set()


def test_a_page_rests_on_what_it_says_and_not_on_its_neighbour(before: Made) -> None:
    blocks = next(page for page in before.edition.pages if page.slug == "daftar").blocks
    assert f"{HERE}/timpaan/daftar/puskesmas.md" in blocks["puskesmas"].files
    assert all("content/berobat.md" not in used.files for used in blocks.values())
    drawing = before.artifacts["assets/seni/jadwal.svg"]
    assert (drawing.kind, drawing.inputs) == ("gambar", ("templates/seni/jadwal.svg",))


def test_a_panel_names_the_text_the_drawing_and_the_template_that_it_came_from(before: Made) -> None:
    outcome = next(outcome for outcome in before.edition.outcomes if outcome.name == "leaflet-daftar")
    files = frozenset().union(*(used.files for panel, used in outcome.panels.items() if panel))
    assert {"content/daftar.md", "content/fakta.yml", "printables/leaflet-daftar/piece.html"} <= files
    assert "content/seni/keluarga.svg" in files
    assert {"templates/tokens.css", "templates/print/print.css", f"{HERE}/daerah.yml"} <= outcome.usage.files
