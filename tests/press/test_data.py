"""A piece is data: a folder with piece.yml, two lines of template and some measures makes a sheet, in every format."""

from __future__ import annotations

import itertools
import re
import shlex
import shutil
from pathlib import Path

import pytest

from selebaran.check.run import check_shared
from selebaran.cli.main import main
from selebaran.compose.edition import Composer
from selebaran.model.edition import Edition
from selebaran.model.registry import Registry
from selebaran.model.sizes import FOLDS, PAPERS, size_of
from selebaran.press.build import print_edition
from selebaran.press.layout import Press
from selebaran.read.pieces import read_piece
from selebaran.read.project import read_project
from tests.conftest import DAY, DEMO, LONGEST, ROOT, keep_pieces
from tests.press.kit import sizes_mm
from tests.project import PROJECT
from tests.test_followed import BLOCK, changed

ALL = ("layar", "kantor", "hemat", "percetakan", "besar")
HTML = '{% extends "print/umum.html" %}\n{% block judul %}Uji ({{ daerah.nama }}){% endblock %}\n'
HTML += "{% block muka %}<h1>Mau berobat?</h1>{% endblock %}\n"
CSS = """:root {{ --lembar-lebar: {width}mm; --lembar-tinggi: {height}mm; --panel-atas: 22mm; --panel-sisi: 8mm }}
.panel {{ font-size: {body}pt }} .panel:not(.tanda) {{ padding-bottom: 8mm }}
.tanda-halaman {{ height: 14mm; top: 6mm; font-size: 9pt }} .tanda-halaman p {{ white-space: normal }}
"""
YML = """kode: {code}
judul: "Uji: {name}"
keterangan: Lembar untuk pengujian.
format: {format}
lebar: {width:g}
tinggi: {height:g}
lipatan: {fold}
profil: [{profiles}]
alamat: berobat
kesempatan: [posyandu]
salinan_per_pengunjung: 0.5
sampul: {{lembar: 1, panel: {cover}}}
{extra}lembar:
{sheets}
petunjuk:
  kertas: A4
  cetak: [Cetak ukuran 100%.]
"""
TAKES = (
    "berobat#lakukan",
    "rujukan#syarat",
    "gawat-darurat#lakukan",
    "cukup-nik#tanpa-ktp",
    "daftar#syarat",
    "iuran#tabel",
)


def piece_in(
    project: Path,
    name: str,
    code: str,
    paper: str,
    sides: list[tuple[str, list[tuple[str, float, float, list[str]]]]],
    size: tuple[float, float] | None = None,
    fold: str = "tanpa-lipatan",
    body: float = 12,
    extra: str = "",
    profiles: tuple[str, ...] = ("kantor",),
) -> None:
    """Write a piece into a project. A side is its name and its panels: name, left edge, width, what it takes."""
    width, height = size or size_of(paper) or (0, 0)
    lines = []
    for side, panels in sides:
        lines += [f"  - sisi: {side}", "    panel:"]
        for panel, x, wide, takes in panels:
            quoted = ", ".join(f'"{item}"' for item in takes)
            lines.append(f"      - {{nama: {panel}, x: {x:g}, lebar: {wide:g}, isi: [{quoted}]}}")
    folder = project / "printables" / name
    folder.mkdir()
    values = {"code": code, "name": name, "format": paper, "width": width, "height": height, "fold": fold}
    cover = sides[0][1][0][0]
    text = YML.format(**values, profiles=", ".join(profiles), cover=cover, extra=extra, sheets="\n".join(lines))
    (folder / "piece.yml").write_text(text, "utf-8")
    (folder / "piece.html").write_text(HTML, "utf-8")
    (folder / "piece.css").write_text(CSS.format(width=width, height=height, body=body), "utf-8")


def bare_project(project: Path, *names: str) -> None:
    """The project with these pieces alone, and three of its districts."""
    districts = (f"districts/{slug}" for slug in (DEMO, LONGEST, "kab-tanggamus"))
    for folder in ("content", "templates", *districts, "districts/_provinsi"):
        shutil.copytree(PROJECT / folder, project / folder)
    shutil.copy(ROOT / "districts/_daftar.yml", project / "districts")
    (project / "printables").mkdir()
    for name in names:
        shutil.copytree(PROJECT / "printables" / name, project / "printables" / name)
    keep_pieces(project, *names)


def whole(name: str, takes: list[str], width: float) -> list[tuple[str, float, float, list[str]]]:
    return [(name, 0, width, takes)]


@pytest.fixture(scope="module")
def formats(tmp_path_factory: pytest.TempPathFactory) -> Registry:
    """The project with a new piece in every format, none of which needs a line of Python."""
    project = tmp_path_factory.mktemp("proyek")
    bare_project(project)
    foot = ["@kaki"]
    piece_in(project, "a-tiga", "u1", "A3 tegak", [("depan", whole("isi", ["@muka", *TAKES[:2], *foot], 297))], body=30)
    piece_in(project, "a-empat", "u2", "A4 tegak", [("depan", whole("isi", ["@muka", *TAKES[:4], *foot], 210))])
    a5 = [("depan", whole("satu", ["@muka", *TAKES[:2]], 148)), ("belakang", whole("dua", [*TAKES[2:4], *foot], 148))]
    piece_in(project, "a-lima", "u3", "A5 tegak", a5, extra="turunan: [dua]\n")
    a6 = [("depan", whole("satu", ["@muka", TAKES[1]], 105)), ("belakang", whole("dua", [TAKES[3], *foot], 105))]
    piece_in(project, "a-enam", "u4", "A6 tegak", a6, extra="turunan: [empat]\n", profiles=ALL)
    dl = [("depan", whole("satu", ["@muka", TAKES[0]], 99)), ("belakang", whole("dua", [TAKES[3], *foot], 99))]
    piece_in(project, "dl", "u5", "DL tegak", dl, extra="turunan: [tiga]\n")
    for number, fold in enumerate(("lipat-tiga", "lipat-z"), 6):
        names = iter("abcdef")
        takes = iter([["@muka", TAKES[1]], [TAKES[0]], [TAKES[3], *foot], [TAKES[4]], [TAKES[2]], ["daftar#tunggu"]])
        sides = [(side, [(next(names), x, w, next(takes)) for x, w in FOLDS[fold][side]]) for side in ("luar", "dalam")]
        piece_in(project, fold, f"u{number}", "A4 mendatar", sides, fold=fold)
    pages = [
        ("halaman", whole(n, t, 148))
        for n, t in zip("abcd", (["@muka", TAKES[0]], TAKES[1:3], TAKES[3:5], foot), strict=True)
    ]
    pages[3] = ("halaman", whole("d", [TAKES[5], *foot], 148))
    piece_in(project, "buku", "u8", "A5 tegak", pages, fold="lipat-dua", extra="imposisi: buku\n", profiles=ALL)
    flip = [
        ("halaman", whole(f"l{n}", [*(["@muka"] if n == 0 else []), t], 297))
        for n, t in enumerate((*TAKES[:3], "@kaki"))
    ]
    piece_in(project, "lembar-balik", "u9", "A4 mendatar", flip, body=24, profiles=("kantor", "besar"))
    banner = [("depan", whole("isi", ["@muka", "@kaki"], 300))]
    piece_in(
        project, "spanduk", "v1", "Spanduk 3 × 1 m", banner, size=(300, 100), extra='skala: "1:10"\n', profiles=ALL
    )
    return read_project(project)


@pytest.fixture(scope="module")
def edition(formats: Registry) -> Edition:
    assert formats.shared_problems == ()
    return Composer(formats).compose(DEMO, as_of=DAY, profiles=ALL)


def test_new_pieces_pass_the_gate_in_every_format_and_profile(edition: Edition, press: Press) -> None:
    artifacts, downloads, problems = print_edition(press, edition)
    assert [(fault.code, fault.values) for fault in problems if fault.is_error] == []
    made = {(d.piece, d.profile, d.derivation) for d in downloads}
    assert {(o.name, profile, None) for o in edition.outcomes for profile in o.source.spec.profiles} <= made
    assert {("a-lima", "kantor", "dua"), ("a-enam", "hemat", "empat"), ("dl", "kantor", "tiga")} <= made
    sizes = {artifact.path: sizes_mm(artifact.content) for artifact in artifacts if artifact.path.endswith("pdf")}
    assert sizes["unduh/a-enam/a-enam-kantor-empat.pdf"] == ((210.0, 297.0),) * 2
    assert sizes["unduh/buku/buku-kantor.pdf"] == ((297.0, 210.0),) * 2
    assert sizes["unduh/buku/buku-besar.pdf"] == ((420.0, 297.0),) * 2
    assert sizes["unduh/lembar-balik/lembar-balik-besar.pdf"] == ((420.0, 297.0),) * 4


@pytest.fixture(scope="module")
def described(tmp_path_factory: pytest.TempPathFactory) -> Registry:
    """The project with the piece that docs/engineering/adding-a-piece.md describes, and no other."""
    project = tmp_path_factory.mktemp("tambah")
    bare_project(project)
    text = (ROOT / "docs/engineering/adding-a-piece.md").read_text("utf-8")
    files = re.findall(r"`(printables/[\w./-]+)`\n\n```\w+\n(.*?)```", text, re.S)
    assert {name.rpartition("/")[2] for name, _ in files} == {"piece.yml", "piece.html", "piece.css"}
    for name, content in files:
        (project / name).parent.mkdir(exist_ok=True)
        (project / name).write_text(content, "utf-8")
    return read_project(project)


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Registry:
    """The project with the pieces that the same page begins by command, and changes afterwards."""
    project = tmp_path_factory.mktemp("mulai")
    bare_project(project)
    text = (ROOT / "docs/engineering/adding-a-piece.md").read_text("utf-8")
    commands = re.findall(r"^selebaran (piece new .*)$", text, re.M)
    assert {"z", "a5"} <= {shlex.split(line)[4] for line in commands}
    for line in commands:
        main([*shlex.split(line), "--root", str(project)])
    changes = [(name, block) for name, language, block in BLOCK.findall(text) if language == "diff"]
    assert len(changes) == len(re.findall(r"^```diff$", text, re.M)) > 0
    for name, block in changes:
        path = project / name
        path.write_text(changed(path.read_text("utf-8"), block), "utf-8")
    return read_project(project)


@pytest.mark.parametrize("slug", [DEMO, LONGEST, "kab-tanggamus"])
def test_the_pieces_that_the_guide_begins_pass_with_its_changes(begun: Registry, press: Press, slug: str) -> None:
    assert [fault for fault in check_shared(begun) if fault.place.file.startswith("printables")] == []
    edition = Composer(begun).compose(slug, as_of=DAY, profiles=("layar", "kantor", "hemat"))
    _, downloads, problems = print_edition(press, edition)
    assert [(fault.code, fault.values) for fault in problems if fault.is_error] == []
    assert {download.piece for download in downloads} == {"leaflet-berobat", "selebaran-bayi"}
    bodies = " ".join(piece.html for piece in edition.pieces)
    assert "Selamat, bayi lahir!" in bodies


@pytest.mark.parametrize("slug", [LONGEST, "kab-tanggamus"])
def test_the_piece_of_the_guide_passes_in_every_profile(described: Registry, press: Press, slug: str) -> None:
    edition = Composer(described).compose(slug, as_of=DAY, profiles=ALL)
    _, downloads, problems = print_edition(press, edition)
    assert problems == []
    assert [(d.profile, d.derivation) for d in downloads if d.profile == "hemat"] == [
        ("hemat", None),
        ("hemat", "tiga"),
    ]
    assert all(0.6 < fill <= 1 for d in downloads for _, fill in d.fills)


def test_text_comes_from_the_shared_pages(edition: Edition) -> None:
    piece = next(piece for piece in edition.pieces if piece.name == "a-empat" and piece.profile == "kantor")
    page = next(page for page in edition.pages if page.slug == "berobat")
    words = "Tunjukkan KTP"
    assert words in page.html
    assert words in piece.html
    assert {"LAY-01", "REG-07"} <= piece.usage.facts
    assert ".md" not in piece.html
    assert "Baca " not in piece.html


def test_a_banner_says_its_scale(edition: Edition) -> None:
    by_profile = {piece.profile: piece for piece in edition.pieces if piece.name == "spanduk"}
    assert "Contoh berskala 1:10." in by_profile["kantor"].html
    assert "Contoh berskala" not in by_profile["percetakan"].html
    assert "skala 1:10, ukuran jadi 300 × 100 cm" in by_profile["percetakan"].slug_line


def test_every_paper_of_the_list_was_tried(formats: Registry) -> None:
    tried = {piece.spec.format.split()[0] for piece in formats.pieces}
    assert set(PAPERS) - {"A2"} <= tried


@pytest.mark.parametrize("fold", FOLDS)
def test_folded_panels_cover_the_sheet_and_meet_at_the_same_folds(fold: str) -> None:
    for panels in FOLDS[fold].values():
        ordered = sorted(panels)
        assert ordered[0][0] == 0
        assert sum(width for _, width in panels) == 297
        assert all(x + width == following[0] for (x, width), following in itertools.pairwise(ordered))
    outside, inside = ({x for x, _ in panels} - {0} for panels in FOLDS[fold].values())
    assert {297 - x for x in outside} == inside  # the back is the mirror of the front


def test_a_profile_that_is_misspelt_under_a_scale_is_told_with_the_one_that_was_meant(tmp_path: Path) -> None:
    (tmp_path / "printables").mkdir()
    fit = "pas: {paling_kecil: 0.8, huruf: 12, panel: [isi], mulai: {kantr: 0.9, hemat: 3}}\n"
    piece_in(tmp_path, "uji", "u1", "A4 tegak", [("depan", whole("isi", [*TAKES], 210))], extra=fit)
    found = read_piece(tmp_path / "printables/uji")[1]
    assert [(fault.code, dict(fault.values).get("maksud")) for fault in found] == [
        ("kunci-tidak-dikenal", "kantor"),
        ("angka-terlalu-besar", None),
    ]
