"""A wrong value or a slip in a YAML file is never told in the English of pydantic or PyYAML."""

from __future__ import annotations

import types
import typing
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel
from pydantic_core import core_schema

from selebaran.model.campaign import Campaign
from selebaran.model.district import CentralList, Directory, District, Figures, Schedule
from selebaran.model.facts import FactFile
from selebaran.model.paper import Ledger
from selebaran.model.piece import PieceSpec
from selebaran.model.places import Places
from selebaran.model.problem import Place, Problem
from selebaran.model.record import Record
from selebaran.model.wordlists import GlossaryFile, WordLists
from selebaran.read import validate as validation
from selebaran.read.strict_yaml import YamlFile, read_yaml
from selebaran.read.validate import validate
from tests.conftest import BASE, ROOT
from tests.leaks.kit import BOUNDED, english, error_of, leaks

DEMO = ROOT / "districts" / "kab-contoh"
FILES: dict[type[Record], Path] = {
    District: DEMO / "daerah.yml",
    Schedule: DEMO / "jadwal.yml",
    Directory: DEMO / "layanan.yml",
    Figures: DEMO / "capaian.yml",
    CentralList: BASE / "districts/_daftar.yml",
    Campaign: ROOT / "content/kampanye.yml",
    FactFile: BASE / "content/fakta.yml",
    WordLists: BASE / "content/bahasa.yml",
    GlossaryFile: BASE / "content/istilah.yml",
    PieceSpec: BASE / "printables/kecil/piece.yml",
    Ledger: ROOT / "tests/rusak/edisi-rusak/districts/_edisi/kab-uji.yml",
}


def test_the_words_of_the_libraries_are_known() -> None:
    assert {("should", "be"), ("while", "scanning"), ("tag", "name"), ("contains", "a"), ("no", "anchor")} <= english()
    assert leaks([Problem(Place("a"), "fakta-ganda", (("baris", "1"), ("nama", "Input should be a valid string")))])


BAD: tuple[Any, ...] = (
    "",
    " ",
    "x",
    "ya",
    "-1",
    "0",
    "1.5",
    "nan",
    "1e400",
    "9" * 5000,
    "2026-13-45",
    "25.61",
    "<b>",
    "a" * 3000,
    "\N{NO-BREAK SPACE}",
    None,
    [],
    [None],
    ["x"],
    [[]],
    [{}],
    {},
    {"x": "y"},
    {"": None},
    {"x": {"x": []}},
    "5",
    "true",
)
"""What may stand where something else is wanted. The reader gives texts, lists, groups and nothing else."""


def locs(value: Any, loc: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The ways to every value within a value; of long lists, to the first ones."""
    yield loc
    if isinstance(value, dict):
        for key, part in value.items():
            yield from locs(part, (*loc, key))
    elif isinstance(value, list):
        for index, part in enumerate(value[:2]):
            yield from locs(part, (*loc, index))


def with_value(value: Any, loc: tuple[str | int, ...], new: Any) -> Any:
    """A copy with another value at a loc."""
    if not loc:
        return new
    copy = dict(value) if isinstance(value, dict) else list(value)
    copy[loc[0]] = with_value(copy[loc[0]], loc[1:], new)  # type: ignore[index]
    return copy


def source_of_file(path: Path) -> YamlFile:
    found, problems = read_yaml(path.read_bytes(), path.name)
    assert found is not None, problems
    return found


@pytest.mark.parametrize("model", FILES, ids=lambda model: model.__name__)
def test_a_wrong_value_anywhere_in_a_file_is_told_in_our_words(model: type[Record]) -> None:
    source = source_of_file(FILES[model])
    for loc in locs(source.data):
        for bad in BAD:
            data = with_value(source.data, loc, bad)
            if isinstance(data, dict):
                problems = validate(model, YamlFile(data, source.places))[1]
                assert leaks(problems) == [], (loc, bad)


def records() -> list[type[Record]]:
    """Every record that is read."""
    found: list[type[Record]] = []
    todo: list[type[Record]] = [Record]
    while todo:
        for record in todo.pop().__subclasses__():
            if record not in found and record.__module__.startswith("selebaran."):
                found.append(record)
                todo.append(record)
    return sorted(found, key=lambda record: (record.__module__, record.__name__))


@pytest.mark.parametrize("record", records(), ids=lambda record: record.__name__)
def test_a_wrong_value_of_any_key_is_told_in_our_words(record: type[Record]) -> None:
    """Also of keys that no file at hand has."""
    for name, field in record.model_fields.items():
        key = field.alias or name
        for bad in (*BAD, *(dict.fromkeys(keys_within(field.annotation), bad) for bad in BAD)):
            for value in (bad, [bad]):
                problems = validate(record, YamlFile({key: value}, Places("a.yml")))[1]
                assert leaks(problems) == [], (key, value)


def keys_within(annotation: Any) -> list[str]:
    """The keys of the first record within an annotation."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [field.alias or name for name, field in annotation.model_fields.items()]
    is_made_of = isinstance(annotation, types.UnionType) or typing.get_origin(annotation) is not None
    return next((k for part in typing.get_args(annotation) if (k := keys_within(part))), []) if is_made_of else []


@pytest.mark.parametrize("given", ["x", "", [], {}, None], ids=repr)
def test_every_error_that_pydantic_has_is_told_in_our_words(given: Any) -> None:
    source = YamlFile({}, Places("a.yml"))
    for kind in typing.get_args(core_schema.ErrorType):
        error = error_of(kind)
        item = {
            "type": kind,
            "loc": ("kontak", 0, "nama"),
            "input": given,
            "msg": error.message(),
            "ctx": error.context,
        }
        assert leaks([validation._problem(District, source, item, {})]) == [], kind


JUNK = st.text(alphabet=" \t\n:-#'\"[]{}&*!|>%@`?,\\aZ0~.=<\u00e9\u200b\U0001f600", max_size=4)
PLACES = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 3), JUNK), min_size=1, max_size=3)


@pytest.mark.parametrize("model", FILES, ids=lambda model: model.__name__)
def test_no_slip_in_a_yaml_file_is_told_in_english(model: type[Record]) -> None:
    text = FILES[model].read_text("utf-8")[:4000].rpartition("\n")[0] + "\n"

    @settings(BOUNDED, max_examples=60)
    @given(PLACES)
    def check(changes: list[tuple[float, int, str]]) -> None:
        changed = text
        for spot, gone, put in changes:
            at = int(spot * len(changed))
            changed = changed[:at] + put + changed[at + gone :]
        source, problems = read_yaml(changed.encode(), "a.yml")
        assert leaks(problems) == []
        assert (source is None) == bool(problems)
        if source is not None:
            assert leaks(validate(model, source)[1]) == []

    check()
