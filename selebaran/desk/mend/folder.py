"""A district's folder × what check told of it -> its files as they were meant: texts, and names.

Only slips with one reading are mended; the rest stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any, cast

from selebaran.desk.mend.letters import WIDE
from selebaran.desk.mend.pages import mended_page
from selebaran.desk.mend.yaml_file import mended_yaml
from selebaran.model.kinds import Kinds
from selebaran.model.own_text import OverrideFront, OwnFront
from selebaran.model.problem import Problem
from selebaran.model.record import Record
from selebaran.model.telephone import Dialling
from selebaran.read.districts import FILES
from selebaran.read.own_text import BASE, OVERRIDES, PAGES
from selebaran.read.pictures import PICTURES
from selebaran.read.rewrite import rewritten
from selebaran.read.splice import UnusualLayout
from selebaran.read.strict_yaml import YamlFile, read_yaml
from selebaran.read.validate import validate
from selebaran.read.walk import Tree
from selebaran.words.mended import mended

DISTRICT, LISTED = "daerah.yml", "gambar"
OF_PICTURES = "nama-gambar-tidak-sah"
BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True)
class Change:
    """A file before and after; `unseen` are the things that no line of a difference shows."""

    before: str
    after: str
    unseen: tuple[str, ...] = ()


@dataclass(frozen=True)
class Mended:
    """What changes in a folder: texts by their path within it, and names, old and new."""

    texts: Mapping[str, Change] = field(default_factory=dict)
    renamed: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Reading:
    """What a district's files are read with."""

    where: Dialling
    kinds: Kinds | None
    zone: str | None = None


def mended_folder(tree: Tree, told: Sequence[Problem], reading: Reading) -> Mended:
    """Every file of a folder that has a slip with one reading."""
    moved = dict(_moved_pictures(tree, told))
    called = {**_called_so(tree), **moved}
    renamed = {f"{PICTURES}/{old}": f"{PICTURES}/{new}" for old, new in moved.items()}
    renamed |= dict(_moved_pages(tree, told))
    texts: dict[str, Change] = {}
    for path in sorted(tree.files):
        raw = tree.read(path)[0]
        after = _mended(path, raw, tree.place(path).file, told, reading, called) if raw else None
        if raw and after is not None and (change := _change(raw, after)):
            texts[path] = change
    return Mended(texts, renamed)


def _mended(
    path: str, raw: bytes, label: str, told: Iterable[Problem], reading: Reading, moved: Mapping[str, str]
) -> str | None:
    if path in FILES:
        text = mended_yaml(raw, label, partial(_judged, cast(type[Record], FILES[path]), reading))
        return _with_names(text, label, moved) if text and path == DISTRICT else text
    is_page = path.endswith(".md") and path.startswith((f"{PAGES}/", f"{OVERRIDES}/"))
    if not is_page or path.endswith(BASE):
        return None
    head = OwnFront if path.startswith(PAGES) else OverrideFront
    return mended_page(raw, label, told, partial(_judged, head, reading), moved)


def _judged(record: type[Record], reading: Reading, source: YamlFile) -> list[Problem]:
    return validate(record, source, reading.where, reading.kinds, reading.zone)[1]


def _change(raw: bytes, after: str) -> Change | None:
    """What changes in a file; None where nothing does."""
    unseen = ["UTF-16"] if raw[:2] in WIDE else []
    unseen += ["BOM"] if raw.startswith(BOM) else []
    before = raw.decode("utf-16" if raw[:2] in WIDE else "utf-8-sig", "replace")
    unseen += ["CRLF"] if "\r" in before else []
    return Change(before, after, tuple(unseen)) if unseen or before != after else None


def _pictures(tree: Tree) -> set[str]:
    return {path.removeprefix(f"{PICTURES}/") for path in tree.files if path.startswith(f"{PICTURES}/")}


def _called_so(tree: Tree) -> dict[str, str]:
    """Names that the list may have for pictures whose files have been renamed already."""
    raw = tree.read(DISTRICT)[0] or b""
    source = read_yaml(raw, DISTRICT)[0]
    listed = source.data.get(LISTED) if source else None
    names = [str(one.get("berkas")) for one in listed if isinstance(one, dict)] if isinstance(listed, list) else []
    there = _pictures(tree)
    return {
        name: mended(OF_PICTURES, name) for name in names if name not in there and mended(OF_PICTURES, name) in there
    }


def _other_forms(tree: Tree, told: Iterable[Problem]) -> Iterator[tuple[str, str]]:
    """Pictures whose ending is another form's, and their names with the right one."""
    for one in told:
        if one.code == "gambar-salah-akhiran" and one.place.file == tree.place(DISTRICT).file:
            values = dict(one.values)
            yield values["berkas"], values["maksud"]


def _moved_pictures(tree: Tree, told: Iterable[Problem]) -> Iterator[tuple[str, str]]:
    """Pictures that need another name, which no other one has."""
    there, wrong = _pictures(tree), dict(_other_forms(tree, told))
    for name in sorted(there):
        better = wrong.get(name) or mended(OF_PICTURES, name)
        if better not in ("", name, *there) and "/" not in name:
            there.add(better)
            yield name, better


def _moved_pages(tree: Tree, told: Iterable[Problem]) -> Iterator[tuple[str, str]]:
    """Pages whose names no address can have."""
    for one in told:
        better = dict(one.values).get("maksud", "")
        old = next((path for path in tree.under(PAGES) if tree.place(path).file == one.place.file), "")
        if (
            one.code == "nama-halaman-tidak-sah"
            and better
            and old in tree.files
            and f"{PAGES}/{better}" not in tree.files
        ):
            yield old, f"{PAGES}/{better}"


def _with_names(text: str, label: str, moved: Mapping[str, str]) -> str:
    """The list of pictures with their new names."""
    source, _ = read_yaml(text.encode(), label)
    listed = source.data.get(LISTED) if source else None
    if source is None or not isinstance(listed, list):
        return text
    wanted: Any = {**source.data, LISTED: [_named(one, moved) for one in listed]}
    try:
        return rewritten(text, wanted, label)
    except UnusualLayout:
        return text


def _named(entry: Any, moved: Mapping[str, str]) -> Any:
    name = str(entry.get("berkas")) if isinstance(entry, dict) else ""
    return {**entry, "berkas": moved[name]} if name in moved else entry
