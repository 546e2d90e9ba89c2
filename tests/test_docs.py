"""What the documents say is so: keys, options, links, examples and messages are held against the code."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from string import Formatter
from types import UnionType
from typing import Any, get_args

import click
import pytest
from click.testing import CliRunner
from pydantic import BaseModel

from selebaran.check.run import check_shared
from selebaran.cli.main import commands
from selebaran.model.added import Added
from selebaran.model.campaign import Campaign
from selebaran.model.district import (
    Contact,
    District,
    Facility,
    Figure,
    Picture,
)
from selebaran.model.event import Event
from selebaran.model.facts import Fact, FactValue
from selebaran.model.language import Language
from selebaran.model.own_text import OverrideFront, OwnFront
from selebaran.model.page import BlockRule, FrontMatter
from selebaran.model.page_meta import Choice
from selebaran.model.printing import Printing
from selebaran.model.registry import Registry
from selebaran.model.search import RootException, SearchWords, Synonym
from selebaran.read.content import read_page
from selebaran.words.catalogue import MESSAGES
from tests.conftest import ROOT

GUIDE = ROOT / "docs" / "panduan"
GUIDES = sorted(GUIDE.glob("*.md"))
FRONT = (ROOT / "README.md", ROOT / "BACA-SAYA.md")
DOCUMENTS = [*FRONT, *sorted((ROOT / "docs").rglob("*.md"))]
FENCE = re.compile(r"^( *)```(\w*)\n(.*?)^ *```$", re.M | re.S)
OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]*")
TABLES: dict[str, tuple[str, type[BaseModel]]] = {
    "daerah.yml": ("daerah.md", District),
    "kontak": ("daerah.md", Contact),
    "jadwal.yml": ("daerah.md", Event),
    "layanan.yml": ("daerah.md", Facility),
    "capaian.yml": ("daerah.md", Figure),
    "Yang baru tiap bulan": ("daerah.md", Added),
    "gambar": ("daerah.md", Picture),
    "cetak": ("daerah.md", Printing),
    "Isi kampanye.yml": ("kampanye.md", Campaign),
    "Satu fakta": ("fakta.md", Fact),
    "Susunan satu halaman": ("halaman.md", FrontMatter),
    "Halaman sendiri": ("milik-daerah.md", OwnFront),
    "Menimpa naskah bersama": ("milik-daerah.md", OverrideFront),
    "Isi sinonim.yml": ("pencarian.md", SearchWords),
    "Satu sinonim": ("pencarian.md", Synonym),
    "Menambah bahasa": ("terjemahan.md", Language),
    "Kata yang akarnya keliru": ("pencarian.md", RootException),
}
"""The sections of the guide whose table lists all keys of a record."""


def fences(path: Path, language: str) -> list[str]:
    """The blocks of code of one language, without the indentation that they have as part of a list."""
    found = FENCE.finditer(path.read_text("utf-8"))
    return [re.sub(rf"^{m[1]}", "", m[3], flags=re.M) for m in found if m[2] == language]


def prose(path: Path) -> str:
    return re.sub(r"`[^`\n]+`", "", FENCE.sub("", path.read_text("utf-8")))


def section(page: str, title: str) -> str:
    text = FENCE.sub("", (GUIDE / page).read_text("utf-8"))
    found = re.search(rf"^## {re.escape(title)}\n(.*?)(?=^## |\Z)", text, re.M | re.S)
    assert found, f"{page}: {title}"
    return found[1]


def aliases(record: type[BaseModel]) -> dict[str, bool]:
    """The keys of a record, and whether each must be there."""
    return {field.alias or name: field.is_required() for name, field in record.model_fields.items()}


def nested(annotation: Any) -> list[type[BaseModel]]:
    """The records within an annotation, at any depth."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation, *(r for f in annotation.model_fields.values() for r in nested(f.annotation))]
    parts = get_args(annotation) if isinstance(annotation, UnionType) or get_args(annotation) else ()
    return [record for part in parts for record in nested(part)]


@pytest.mark.parametrize("title", TABLES)
def test_a_table_of_keys_is_that_of_the_record(title: str) -> None:
    page, record = TABLES[title]
    rows = re.findall(r"^\| `(\w+)` \| (ya|tidak) \|", section(page, title), re.M)
    assert {key: must == "ya" for key, must in rows} == aliases(record)
    assert [key for key, _ in rows] == list(dict.fromkeys(key for key, _ in rows))


LED_TO = {"kampanye.md": ("terjemahan.md",)}
"""Pages to which a page leads for some of its keys."""


@pytest.mark.parametrize(
    ("page", "record"),
    [
        ("daerah.md", District),
        ("halaman.md", BlockRule),
        ("halaman.md", Choice),
        ("fakta.md", Fact),
        ("kampanye.md", Campaign),
    ],
)
def test_keys_of_nested_records_are_named(page: str, record: type[BaseModel]) -> None:
    text = "".join((GUIDE / name).read_text("utf-8") for name in (page, *LED_TO.get(page, ())))
    words = set(re.findall(r"\b\w+\b", " ".join(re.findall(r"`[^`\n]+`", text))))
    keys = {key for found in nested(record) for key in aliases(found)}
    assert keys - words == set()


@pytest.mark.parametrize(
    ("page", "record", "key"),
    [
        ("daerah.md", District, "jenis"),
        ("daerah.md", District, "zona_waktu"),
        ("daerah.md", District, "identitas"),
        ("daerah.md", Event, "jenis"),
        ("daerah.md", Facility, "jenis"),
        ("halaman.md", BlockRule, "bentuk"),
        ("fakta.md", Fact, "bila_lewat"),
        ("fakta.md", Fact, "keyakinan"),
        ("fakta.md", FactValue, "jenis"),
    ],
)
def test_every_choice_of_a_key_is_named(page: str, record: type[BaseModel], key: str) -> None:
    annotation = next(f.annotation for f in record.model_fields.values() if f.alias == key)
    literal = next((part for part in get_args(annotation) if get_args(part)), annotation)
    text = (GUIDE / page).read_text("utf-8")
    assert [choice for choice in get_args(literal) if f"`{choice}`" not in text] == []


def commands_and_options() -> Iterator[tuple[str, set[str]]]:
    """Every command that does something, with the options that its help shows."""

    def below(command: click.Command, path: tuple[str, ...]) -> Iterator[tuple[str, set[str]]]:
        context = click.Context(command)
        if isinstance(command, click.Group):
            for name in command.list_commands(context):
                found = command.get_command(context, name)
                assert found is not None
                yield from below(found, (*path, name))
        else:
            help_text = CliRunner().invoke(commands, [*path, "--help"]).stdout
            yield (
                " ".join(("selebaran", *path)),
                set(
                    re.findall(
                        r"--[a-z][a-z-]*", " ".join(re.findall(r"^ +(?:-h, )?(--\S+(?: / --\S+)?)", help_text, re.M))
                    )
                ),
            )

    yield from below(commands, ())


COMMANDS = dict(commands_and_options())
EVERYWHERE = {"--lang", "--root", "--help", "--version"}
"""Options that the list of commands tells of once."""
WITHOUT_PROJECT = {command: {"--root"} for command in ("selebaran init", "selebaran release key", "selebaran walls")}
"""Those that make no sense where there is no project yet, or where none is looked at."""


@pytest.fixture(scope="module")
def options() -> set[str]:
    """The options of build.py."""
    return COMMANDS["selebaran build"]


@pytest.mark.parametrize("command", COMMANDS)
def test_the_list_of_commands_has_each_option_that_its_help_shows(command: str) -> None:
    rows = re.findall(r"^\| (`--.*?) \|", section("perintah.md", command), re.M)
    told = {option for row in rows for option in re.findall(r"`(--[a-z-]+)", row)}
    assert told == COMMANDS[command] - EVERYWHERE
    assert COMMANDS[command] >= EVERYWHERE - {"--version"} - WITHOUT_PROJECT.get(command, set())


def test_the_list_of_commands_has_no_command_that_is_not_there() -> None:
    text = (GUIDE / "perintah.md").read_text("utf-8")
    assert set(re.findall(r"^## (selebaran .+)$", text, re.M)) == set(COMMANDS)
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.M))
    assert set(re.findall(r"`make ([a-z-]+)`", text)) <= targets


@pytest.mark.parametrize("path", FRONT, ids=lambda path: path.name)
def test_commands_of_the_front_page_are_there(path: Path) -> None:
    text = path.read_text("utf-8")
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.M))
    shown = re.findall(r"^make ?([a-z-]*)", "\n".join(fences(path, "sh")), re.M)
    assert shown == ["", "test", "demo"]
    assert set(shown) - {""} <= targets
    for words in re.findall(r"`\.venv/bin/selebaran ([a-z]+)", text):
        assert f"selebaran {words}" in COMMANDS


def test_both_front_pages_show_the_same_pictures_and_lead_to_the_same_pages() -> None:
    english, indonesian = (path.read_text("utf-8") for path in FRONT)
    pictures = re.findall(r"!\[.+?\]\((.+?)\)", english)
    assert pictures == re.findall(r"!\[.+?\]\((.+?)\)", indonesian)
    assert len(pictures) == 8
    links, own = (set(re.findall(r"\]\(([^)]+)\)", text)) for text in (english, indonesian))
    assert links - {"BACA-SAYA.md"} == own - {"README.md"}
    assert english.count("\n## ") == indonesian.count("\n## ")


@pytest.mark.parametrize("path", sorted((ROOT / "docs" / "gambar").glob("*.[pw][ne][gb]*")), ids=lambda path: path.name)
def test_pictures_are_small_and_shown_somewhere(path: Path) -> None:
    assert path.stat().st_size < 200_000
    assert any(f"gambar/{path.name}" in document.read_text("utf-8") for document in DOCUMENTS)


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_options_named_in_commands_exist(path: Path, options: set[str]) -> None:
    commands = re.findall(r"build\.py[^\n`#]*", path.read_text("utf-8"))
    assert {option for command in commands for option in OPTION.findall(command)} <= options


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_relative_links_lead_somewhere(path: Path) -> None:
    broken = []
    for target in re.findall(r"\]\(([^)\s]+)\)", prose(path)):
        if re.match(r"[a-z]+:", target):
            continue
        name, _, anchor = target.partition("#")
        file = (path.parent / name).resolve() if name else path
        if not file.exists() or (anchor and anchor not in anchors(file)):
            broken.append(target)
    assert broken == []


def anchors(path: Path) -> list[str]:
    """The headings of a document as links name them (as GitHub does: lower case, hyphens, no other marks)."""
    headings = re.findall(r"^#+ +(.+?) *$", FENCE.sub("", path.read_text("utf-8")), re.M)
    return [re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings]


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_quoted_messages_are_those_of_the_program(path: Path) -> None:
    text = path.read_text("utf-8")
    quoted = re.findall(r"^\S+: (?:error|peringatan)\[([\w-]+)\]: (.+)\n  saran: (.+)$", text, re.M)
    added = re.findall(r'^\+    "([\w-]+)": M', text, re.M)  # by the page itself: tests/test_followed.py prints it
    for code, fault, cure in (found for found in quoted if found[0] not in added):
        message = MESSAGES[code]
        assert says(message.fault, fault), fault
        assert says(message.cure, cure) or says(message.plain_cure, cure), cure


def says(text: str, quoted: str) -> bool:
    """Whether a quotation is the text of a message with its places filled."""
    parts = (re.escape(words) + (".+" if name else "") for words, name, *_ in Formatter().parse(text))
    return re.fullmatch("".join(parts), quoted) is not None


def test_the_example_of_a_page_is_one(tmp_path: Path, registry: Registry) -> None:
    example = fences(GUIDE / "halaman.md", "markdown")[0]
    (tmp_path / "bayi.md").write_text(example, "utf-8")
    page, problems = read_page(tmp_path / "bayi.md", "content/bayi.md")
    assert problems == []
    assert page is not None
    assert check_shared(replace(registry, pages=(*registry.pages, page))) == []


def test_the_office_is_told_to_print_and_fold_as_the_piece_says(registry: Registry) -> None:
    text = " ".join((GUIDE / "cetak.md").read_text("utf-8").split())
    piece = next(piece for piece in registry.pieces if piece.name == "leaflet-daftar")
    told = piece.spec.instructions
    steps = [step.replace("{kertas}", "A4") for step in (told.paper, *told.printing, *told.folding)]
    assert [step for step in steps if step not in text] == []
    assert [p for p in piece.spec.profiles if f"`leaflet-daftar-{p}.pdf`" not in text] == []
    assert len(registry.pieces) == 1 or "ada satu lembar cetak" not in text


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_document_names_a_place_on_one_machine(path: Path) -> None:
    assert re.findall(r"(?<![\w.])/(?:work|home|tmp|root|Users)/|[A-Z]:\\", path.read_text("utf-8")) == []
