"""The schemas that lie in skema/ are those of the records, and say something of every key."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from selebaran.cli.main import main
from selebaran.model.own_text import OwnFront
from selebaran.model.record import Record
from selebaran.read.districts import FILES
from selebaran.read.schema import DRAFT, FOLDER, SCHEMAS, modeline, schemas
from selebaran.read.shape import keys_of
from selebaran.read.strict_yaml import read_yaml
from selebaran.read.validate import validate
from selebaran.words.help import HELP
from tests.conftest import ROOT
from tests.read.skema.records import KINDS, records_in

OF_FORMS = (OwnFront,)
"""No YAML file has it: it is the head of a page, for which there is a form."""
RECORDS = list(dict.fromkeys(found for record, _, _ in SCHEMAS.values() for found in records_in(record)))


@pytest.mark.parametrize("record", [*RECORDS, *OF_FORMS], ids=lambda record: record.__name__)
def test_every_key_has_a_text_and_no_text_is_without_a_key(record: type[Record]) -> None:
    aliases = {field.alias or name for name, field in record.model_fields.items()}
    assert set(HELP[record]) == aliases, "selebaran/words/help/*.py needs a title, a line and an example for each key"
    for key in keys_of(record):
        assert key.help.title
        assert key.help.text
        assert not key.help.text.endswith(".")
        inner = key.kind.items or key.kind.entries or key.kind
        assert bool(key.help.example) is (inner.record is None), key.name


def test_there_is_help_for_nothing_else() -> None:
    assert set(HELP) == {*RECORDS, *OF_FORMS}


def test_the_folder_holds_the_schemas_of_the_records() -> None:
    lying = {path.name: path.read_text("utf-8") for path in (ROOT / FOLDER).iterdir()}
    assert lying == schemas(KINDS), "make schema"


def test_the_command_writes_them(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["schema", "--out", str(tmp_path / "x")])
    assert {path.name: path.read_text("utf-8") for path in (tmp_path / "x").iterdir()} == schemas(KINDS)
    assert capsys.readouterr().out == f"{len(SCHEMAS)} skema ditulis ke {tmp_path / 'x'}\n"


def keys_within(schema: dict[str, Any]) -> list[dict[str, Any]]:
    found = []
    for part in (*schema.get("properties", {}).values(), schema.get("items"), schema.get("additionalProperties")):
        if isinstance(part, dict):
            found += [part, *keys_within(part)]
    return found


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_has_title_and_description_for_every_key(name: str) -> None:
    schema = json.loads(schemas(KINDS)[f"{name}.json"])
    assert schema["$schema"] == DRAFT
    for part in [schema, *keys_within(schema)]:
        for key in part.get("properties", {}).values():
            assert key["title"]
            assert key["description"].endswith((". Wajib.", ". Boleh kosong.", ". Wajib di sini atau sekali di atas."))
        for pattern in [part["pattern"]] if "pattern" in part else []:
            assert pattern.startswith("^")
            assert pattern.endswith("$")
            re.compile(re.sub(r"\\p{\w}", "", pattern))


def test_each_file_of_a_district_names_its_schema_in_its_first_line() -> None:
    files = list(ROOT.glob("districts/[!_]*/*.yml"))
    assert len(files) >= 65
    wrong = [p for p in files if p.read_text("utf-8").split("\n", 1)[0] != modeline(p.name.removesuffix(".yml"))]
    assert wrong == []
    assert (ROOT / "districts" / "_daftar.yml").read_text("utf-8").startswith(f"{modeline('daftar', 1)}\n")
    for name in ("fakta", "kampanye"):
        assert (ROOT / "content" / f"{name}.yml").read_text("utf-8").startswith(f"{modeline(name, 1)}\n")
    for path in ROOT.glob("districts/_provinsi/*/provinsi.yml"):
        assert path.read_text("utf-8").startswith(f"{modeline('provinsi', 3)}\n")
    assert {name.removesuffix(".yml") for name in FILES} <= set(SCHEMAS)


@pytest.mark.parametrize(
    ("text", "right"),
    [("2026-11-26", True), ("20261126", False), ("2026-W48-4", False), ("2026-2-3", False), ("26-11-2026", False)],
)
def test_a_date_is_written_in_one_way(text: str, right: bool) -> None:
    typed = f"kegiatan:\n  - {{judul: a, jenis: posyandu, tanggal: {text}, mulai: 09.00, tempat: b}}\n"
    source, _ = read_yaml(typed.encode(), "jadwal.yml")
    assert source is not None
    codes = [problem.code for problem in validate(SCHEMAS["jadwal"][0], source)[1]]
    assert codes == ([] if right else ["tanggal-tidak-terbaca"])
