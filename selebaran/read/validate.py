"""Plain values -> typed records. Every error type that pydantic can raise here becomes one of our codes, so that
no English sentence of a library reaches an editor."""

from __future__ import annotations

import types
import typing
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from selebaran.model.messages import MESSAGES
from selebaran.model.names import nearest
from selebaran.model.problem import Problem, problem
from selebaran.model.registry import Loc
from selebaran.read.strict_yaml import YamlFile

R = TypeVar("R", bound=BaseModel)

CODES = {
    "missing": "kunci-hilang",
    "extra_forbidden": "kunci-tidak-dikenal",
    "literal_error": "pilihan-tidak-sah",
    "string_type": "bukan-teks",
    "string_too_short": "isian-kosong",
    "string_too_long": "teks-terlalu-panjang",
    "string_pattern_mismatch": "pola-tidak-cocok",
    "int_parsing": "bukan-angka",
    "int_type": "bukan-angka",
    "float_parsing": "bukan-angka",
    "float_type": "bukan-angka",
    "greater_than": "angka-di-luar-batas",
    "greater_than_equal": "angka-di-luar-batas",
    "tuple_type": "bukan-daftar",
    "too_short": "daftar-kosong",
    "model_type": "bukan-isian",
    "dict_type": "bukan-isian",
    "date_type": "isian-kosong",
    "time_type": "isian-kosong",
    "bool_type": "isian-kosong",
}


def validate(model: type[R], source: YamlFile) -> tuple[R | None, list[Problem]]:
    """The record that a file describes, or every fault in it."""
    try:
        return model.model_validate(_without_empty(source.data)), []
    except ValidationError as error:
        return None, [_problem(model, source, item) for item in error.errors(include_url=False)]


def _without_empty(value: Any) -> Any:
    """Without the keys that were left empty: `kontak:` means the same as no such key."""
    if isinstance(value, dict):
        return {k: _without_empty(v) for k, v in value.items() if v is not None}
    if isinstance(value, list):
        return [_without_empty(v) for v in value]
    return value


def _problem(model: type[BaseModel], source: YamlFile, item: Any) -> Problem:
    kind = str(item["type"])
    code = kind if kind in MESSAGES else CODES.get(kind, "isian-tidak-sah")
    loc: Loc = tuple(step for step in item["loc"])
    context = {k: str(v) for k, v in (item.get("ctx") or {}).items() if k != "error"}
    values = {"kunci": ".".join(str(step + 1) if isinstance(step, int) else step for step in loc), **context}
    if code in ("pilihan-tidak-sah", "kunci-tidak-dikenal"):
        wrong = str(item["input"] if code == "pilihan-tidak-sah" else loc[-1])
        if kind == "literal_error":
            values["pilihan"] = context["expected"].replace("'", "").replace(" or ", ", ")
            values["isi"] = wrong
        choices = values.get("pilihan", "").split(", ") if code == "pilihan-tidak-sah" else _keys(model, loc[:-1])
        values["maksud"] = nearest(wrong, choices)
    values.setdefault("isi", item["input"] if isinstance(item["input"], str) else "")
    known = {name: values.get(name, "") for name in MESSAGES[code].names}
    return problem(code, source.places.of(*loc, key=code == "kunci-tidak-dikenal"), **known)


def _keys(model: type[BaseModel], loc: Loc) -> list[str]:
    """The keys that are allowed at a loc, found by walking the model."""
    found: Any = model
    for step in loc:
        found = _models(found)
        if isinstance(step, str) and found is not None:
            field = next((f for n, f in found.model_fields.items() if step in (n, f.alias)), None)
            found = field.annotation if field else None
    target = _models(found)
    return [f.alias or n for n, f in target.model_fields.items()] if target else []


def _models(annotation: Any) -> type[BaseModel] | None:
    """The first record type within an annotation such as `tuple[Event, ...] | None`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    if isinstance(annotation, types.UnionType) or typing.get_origin(annotation) is not None:
        return next((m for part in typing.get_args(annotation) if (m := _models(part))), None)
    return None
