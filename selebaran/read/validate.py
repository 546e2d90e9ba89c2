"""Plain values -> typed records. Every error type that pydantic can raise here becomes one of our codes, so that
no English sentence of a library reaches an editor."""

from __future__ import annotations

import types
import typing
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from selebaran.model.places import Loc
from selebaran.model.problem import Problem, problem
from selebaran.model.telephone import Dialling
from selebaran.read.strict_yaml import YamlFile
from selebaran.read.text import shown
from selebaran.words.catalogue import MESSAGES
from selebaran.words.near import nearest

R = TypeVar("R", bound=BaseModel)

CODES = {
    "missing": "kunci-hilang",
    "extra_forbidden": "kunci-tidak-dikenal",
    "literal_error": "pilihan-tidak-sah",
    "string_type": "bukan-teks",
    "string_too_long": "teks-terlalu-panjang",
    "string_pattern_mismatch": "pola-tidak-cocok",
    "int_parsing": "bukan-angka",
    "int_from_float": "bukan-angka",
    "float_parsing": "bukan-angka",
    "int_parsing_size": "angka-terlalu-besar",
    "less_than_equal": "angka-terlalu-besar",
    "greater_than": "angka-di-luar-batas",
    "greater_than_equal": "angka-di-luar-batas",
    "tuple_type": "bukan-daftar",
    "too_short": "daftar-kosong",
    "model_type": "bukan-isian",
    "dict_type": "bukan-isian",
}
WHOLE = {
    "jam-terbalik": "selesai",
    "bukan-angka": "isi",
    "ulang-terbalik": "sampai",
    "ulang-terlalu-lama": "sampai",
    "kecuali-bukan-hari": "kecuali",
    "rrule-lain-hari": "rrule",
    "aktif-melebihi-peserta": "aktif",
}
"""Faults that a record as a whole raises, and the key that the editor has to look at."""
SHAPES = {"kunci-hilang", "kunci-tidak-dikenal", "bukan-daftar", "daftar-kosong", "bukan-isian"}
"""Faults that speak of a list or a group; all others speak of a text."""
EXAMPLES = {"kode_kemendagri": "36.04", "id": "IUR-01", "inisial": "S.M."}


def validate(model: type[R], source: YamlFile, where: Dialling | None = None) -> tuple[R | None, list[Problem]]:
    """The record that a file describes, or every fault in it. `where` is what is known of its telephones."""
    try:
        return model.model_validate(_without_empty(source.data), context=where), []
    except ValidationError as error:
        return None, sorted(_problem(model, source, item) for item in error.errors(include_url=False))


def _without_empty(value: Any) -> Any:
    """Without the keys that were left empty: `kontak:` means the same as no such key."""
    if isinstance(value, dict):
        return {k: _without_empty(v) for k, v in value.items() if v is not None}
    if isinstance(value, list):
        return [_without_empty(v) for v in value]
    return value


def _problem(model: type[BaseModel], source: YamlFile, item: Any) -> Problem:
    loc: Loc = tuple(item["loc"])
    code = _code(source, item, loc)
    at_key = code in ("kunci-tidak-dikenal", "isian-kosong")
    if code == "isian-kosong" and _is_list(model, loc):
        code = "daftar-kosong"
    if code in WHOLE and isinstance(item["input"], dict):
        loc = (*loc, WHOLE[code])
    values = _values(item, loc)
    if code == "pilihan-tidak-sah":
        values |= _choices(values)
    elif code == "kunci-tidak-dikenal":
        known = _keys(model, loc[:-1])
        values |= {"semua": ", ".join(known), "maksud": nearest(values["nama"], known)}
    needed = {name: values.get(name, "") for name in MESSAGES[code].names}
    return problem(code, source.places.of(*loc, key=at_key), **needed)


def _values(item: Any, loc: Loc) -> dict[str, str]:
    """What any message may name: the key, what was typed there, and what pydantic adds of its own."""
    values = {k: shown(str(v)) for k, v in (item.get("ctx") or {}).items()}
    values["kunci"] = shown(".".join(str(step + 1) if isinstance(step, int) else step for step in loc))
    values["nama"] = shown(str(loc[-1])) if loc else ""
    values["contoh"] = EXAMPLES.get(values["nama"], "")
    if isinstance(item["input"], str):
        values.setdefault("isi", shown(item["input"]))
    return values


def _choices(values: dict[str, str]) -> dict[str, str]:
    """The choices that there are, and the one that was meant, however it was capitalised."""
    choices = values["expected"].replace("'", "").replace(" or ", ", ") if "expected" in values else values["pilihan"]
    folded = {choice.casefold(): choice for choice in choices.split(", ")}
    return {"pilihan": choices, "maksud": folded.get(nearest(values["isi"].casefold(), folded), "")}


def _code(source: YamlFile, item: Any, loc: Loc) -> str:
    kind, given = str(item["type"]), item["input"]
    code = kind if kind in MESSAGES else CODES.get(kind, "isian-tidak-sah")
    if (kind == "missing" and loc in source.places.keys) or given is None:
        return "isian-kosong"
    if code in SHAPES:
        return code
    if isinstance(given, str) and not given.strip():
        return "isian-kosong"
    return "bukan-teks" if isinstance(given, (dict, list)) and kind not in MESSAGES else code


def _is_list(model: type[BaseModel], loc: Loc) -> bool:
    """Whether a list belongs at a loc."""
    annotation = _annotation(model, loc)
    parts = (annotation, *typing.get_args(annotation))
    return any(typing.get_origin(part) is tuple for part in parts)


def _keys(model: type[BaseModel], loc: Loc) -> list[str]:
    """The keys that are allowed at a loc."""
    target = _models(_annotation(model, loc))
    return [f.alias or n for n, f in target.model_fields.items()] if target else []


def _annotation(model: type[BaseModel], loc: Loc) -> Any:
    """What belongs at a loc, found by walking the model; None where nothing does."""
    found: Any = model
    for step in loc:
        if typing.get_origin(found) is dict:  # under names that are free stands the same kind of value
            found = typing.get_args(found)[1]
            continue
        found = _models(found)
        if isinstance(step, str) and found is not None:
            field = next((f for n, f in found.model_fields.items() if step in (n, f.alias)), None)
            found = field.annotation if field else None
    return found


def _models(annotation: Any) -> type[BaseModel] | None:
    """The first record type within an annotation such as `tuple[Event, ...] | None`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    if isinstance(annotation, types.UnionType) or typing.get_origin(annotation) is not None:
        return next((m for part in typing.get_args(annotation) if (m := _models(part))), None)
    return None
