"""The subject is data: no file of the engine has a word of this repository's campaign, or names one of its pages.

A page's name is looked for where it is used as one. "cek-status" is one wherever a whole text is that, or an address
begins with it (`cek-status/`, `cek-status#syarat`, `cek-status.md`, `#cek-status` in a stylesheet). Names that are a
word of the engine's own formats too (`WORDS`) count as an address, as what is compared with, as what a name is given,
and as what a function is called with: `slug == "tentang"`, `ABOUT = "tentang"`, but not `{"tentang": …}` or
`alias="tentang"`.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.project import ROOT

ENGINE = ("selebaran", "templates", "search", "scripts", "bench", "fuzz", "build.py", "mkdocs.yml")
NO_TEXT = {".woff", ".gz", ".icc", ".mo", ".pyc", ".png", ".csv"}
"""Pictures and the like; and tables of places, which may be called anything."""
SUBJECT = re.compile(
    r"jkn|bpjs|pandawa|care[ _-]?center|jaminan kesehatan nasional|jamkesda|pesiar|uhc"
    r"|(?<![a-z])(?:pbi|pbpu|ppu|kis|fktp|psc|iuran|faskes|tunggakan|nunggak)(?![a-z])",
    re.I,
)
"""What one says of this campaign only."""
NUMBER = re.compile(r"(?<![\w.#,/-])(?:165|119|0811.?8165.?165|1500.?400)(?!\w|\.\d|%)")
"""Numbers that one calls, as they stand in a text."""
QUOTED = re.compile(r"""(["'`])(.*?)\1""")
QUANTIFIER = re.compile(r"\{\d*,\d*\}")
COORDINATES = re.compile(r'="[\d\s.a-zA-Z(),%#-]*"|:[\d\s.-]+(?:px|mm|pt|em|%)?')
"""In drawings and stylesheets: measures are no words."""

OWN_PAGES = {"k", "beranda", "unduh", "istilah", "offline", "kabar"}
"""Pages that every campaign has: they are the engine's own."""
WORDS = {
    "daftar": "a list within a part (obat#syarat/daftar), and the schema of _daftar.yml",
    "jadwal": "jadwal.yml, the key of a forum, the drawing of a calendar",
    "tentang": "keys of kampanye.yml, and the template of the page that `halaman.tentang` names",
    "puskesmas": "the health centre that every kabupaten has",
    "pengaduan": "a complaint",
    "kader": "a volunteer of the village",
    "dokumen": "a document",
}
"""Names of pages that are words of the engine's formats, or of all Indonesian health work, too."""
PAGES = {path.name.partition(".")[0] for path in (ROOT / "content").glob("*.md")} - OWN_PAGES


def files_in(top: Path) -> Iterator[Path]:
    """The texts of a folder, or the file itself."""
    for path in [top] if top.is_file() else sorted(top.rglob("*")):
        if path.is_file() and path.suffix not in NO_TEXT and not {"__pycache__", "node_modules"} & {*path.parts}:
            yield path


def engine() -> Iterator[Path]:
    for name in ENGINE:
        yield from files_in(ROOT / name)


def words(text: str, suffix: str) -> Iterator[str]:
    """Words of the subject in a file's text."""
    if suffix in (".svg", ".css"):
        text = COORDINATES.sub(" ", text)
    if suffix == ".py":
        yield from (found[0] for part in _texts(text) for found in NUMBER.finditer(QUANTIFIER.sub("", part)))
    else:
        said = " ".join(found[2] for found in QUOTED.finditer(text)) if suffix == ".js" else text
        yield from (found[0] for found in NUMBER.finditer(said))
    yield from (found[0] for found in SUBJECT.finditer(text))


def _texts(source: str) -> Iterator[str]:
    """Texts and comments of a module: what stands in code as a number is counted with, not called."""
    yield from (
        n.value for n in ast.walk(ast.parse(source)) if isinstance(n, ast.Constant) and isinstance(n.value, str)
    )
    yield from (line.partition("#")[2] for line in source.split("\n") if line.lstrip().startswith("#"))


def addresses(text: str) -> Iterator[str]:
    """Names of pages at the beginning of an address."""
    names = "|".join(sorted(PAGES, key=len, reverse=True))
    yield from (found[1] for found in re.finditer(rf"(?<![\w./-])({names})(?=/(?!daftar\b)|#|\.md\b)", text))
    yield from (found[1] for found in re.finditer(rf"(?:^|[\s,}}])#({names})(?![\w-])[^;\n]*\{{", text))


def names_in_module(source: str) -> Iterator[str]:
    """Names of pages as whole texts of a module; of those that are words as well, only where they mean a page."""
    tree = ast.parse(source)
    meant = {id(part) for node in ast.walk(tree) for part in _meant(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and node.value in PAGES and (node.value not in WORDS or id(node) in meant):
            yield str(node.value)


def _meant(node: ast.AST) -> list[ast.expr]:
    """What a name is given, what is compared with, and what a function is called with; but no example in a help."""
    if isinstance(node, (ast.Assign, ast.AnnAssign)):
        return [node.value] if node.value else []
    if isinstance(node, ast.Compare):
        return [node.left, *node.comparators]
    is_example = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "H"
    return node.args if isinstance(node, ast.Call) and not is_example else []


def names_in_template(text: str) -> Iterator[str]:
    """Names of pages as whole texts of a template or script."""
    for found in re.finditer(r"""(==|!=|equalto['"],)?\s*(['"])([a-z-]+)/?\2""", text):
        if found[3] in PAGES and (found[3] not in WORDS or found[1]):
            yield found[3]


def faults(path: Path, text: str) -> set[str]:
    """Everything of the campaign in one file."""
    named = names_in_module(text) if path.suffix == ".py" else names_in_template(text)
    return {*words(text, path.suffix), *addresses(text), *named}


def told_by(root: Path, top: str) -> dict[str, set[str]]:
    """By file of a folder of the engine, what it knows of the campaign."""
    found = {path.relative_to(root).as_posix(): faults(path, path.read_text("utf-8")) for path in files_in(root / top)}
    return {name: what for name, what in found.items() if what}


@pytest.mark.parametrize("top", ENGINE)
def test_no_file_of_the_engine_knows_the_subject(top: str) -> None:
    assert told_by(ROOT, top) == {}


def test_no_file_of_the_engine_is_called_after_the_subject() -> None:
    names = [path.relative_to(ROOT).as_posix() for path in engine()]
    assert [n for n in names if SUBJECT.search(n) or NUMBER.search(n) or Path(n).stem in PAGES - WORDS.keys()] == []


def test_the_engine_is_read_whole() -> None:
    suffixes = {path.suffix for path in engine()}
    assert {".py", ".po", ".html", ".css", ".js", ".svg", ".yml"} <= suffixes
    assert {"cek-status", "iuran", *WORDS} <= PAGES
    assert not PAGES & OWN_PAGES


@pytest.mark.parametrize(
    ("name", "slip", "word"),
    [
        ("a.py", 'say("Telepon 165.")', "165"),
        ("a.py", "# Peserta JKN", "JKN"),
        ("a.py", "care_center = 1", "care_center"),
        ("a.py", 'Field(None, alias="bpjs_kantor")', "bpjs"),
        ("a.py", 'PATH = "tentang/fakta.csv"', "tentang"),
        ("a.py", 'ABOUT = "tentang"', "tentang"),
        ("a.py", 'if group == "jadwal": pass', "jadwal"),
        ("a.py", 'link("puskesmas")', "puskesmas"),
        ("a.py", 'LIST = ("masa-tunggu",)', "masa-tunggu"),
        ("a.py", '"""A part: daftar#syarat."""', "daftar"),
        ("en.po", 'msgid "Besar iuran"', "iuran"),
        ("a.html", "<p>WhatsApp PANDAWA</p>", "PANDAWA"),
        ("a.html", "{{ fakta.care_center }}", "care_center"),
        ("a.html", "{% if meta.slug == 'tentang' %}", "tentang"),
        ("a.html", "{{ situs.menu | selectattr('url', 'equalto', 'jadwal/') }}", "jadwal"),
        ("a.html", '<a href="gawat-darurat/">', "gawat-darurat"),
        ("a.css", "#jadwal ~ .tabel { margin: 0 }", "jadwal"),
        ("a.css", ".pandawa { margin: 0 }", "pandawa"),
        ("a.svg", "<text>119</text>", "119"),
        ("a.js", 'said = "Telepon 165"', "165"),
        ("a.js", 'open("cek-status/")', "cek-status"),
        ("a.yml", "nav: [iuran.md]", "iuran"),
    ],
)
def test_a_word_of_the_subject_is_found_where_it_is_put(name: str, slip: str, word: str) -> None:
    assert word in faults(Path(name), slip)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.py", "SYSTEM_CALLS = (155, 165, 119)"),
        ("a.py", 'NAME = re.compile("[a-z]{0,119}")'),
        ("a.py", 'Field(alias="tentang"); {"jadwal": 1}; say("Tulis di jadwal.yml, lalu daftar.")'),
        ("a.py", 'say("Bawa dokumen ke puskesmas, tanya kader.")'),
        ("a.svg", '<path d="M165 119" fill="#165119"/>'),
        ("a.css", ".kiri { width: 165px; margin: -119mm; color: #119165 }"),
        ("a.html", '<section class="tentang" aria-labelledby="tentang">{{ daerah.puskesmas }}</section>'),
    ],
)
def test_what_is_no_word_of_the_subject_may_stand_there(name: str, text: str) -> None:
    assert faults(Path(name), text) == set()
