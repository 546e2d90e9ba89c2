"""Plain values -> typed records. Every error type that pydantic can raise here becomes one of our codes, so that
no English sentence of a library reaches an editor."""

from __future__ import annotations

import typing
from collections.abc import Collection, Iterator, Mapping
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from selebaran.model.kinds import Kinds
from selebaran.model.places import Loc, Places
from selebaran.model.problem import Problem, problem
from selebaran.model.record import SHARED, ForAll
from selebaran.model.telephone import Dialling
from selebaran.read.sound import NO_VALUES, OF_KEY, broken_rules, sound_part, type_at, without
from selebaran.read.strict_yaml import YamlFile
from selebaran.read.text import shown
from selebaran.read.yaml_errors import is_bullet
from selebaran.words.catalogue import MESSAGES
from selebaran.words.mended import has_no_such_day, mended
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
    "tanggal-tidak-terbaca": "isi",
    "tanggal-tidak-ada": "isi",
    "aktif-melebihi-peserta": "aktif",
    "jumlah-tidak-cocok": "jumlah",
    "tayang-terbalik": "sampai",
    "hari-terakhir-salah": "tanggal_selesai",
}
"""Faults that a record as a whole raises, and the key that the editor has to look at."""
SHAPES = {"kunci-hilang", "kunci-tidak-dikenal", "bukan-daftar", "daftar-kosong", "bukan-isian"}
"""Faults that speak of a list or a group; all others speak of a text."""
OURS = ("expected", "pilihan")
"""Lists of choices, which nobody typed: they are shown whole."""
EXAMPLES = {"kode_kemendagri": "36.04", "id": "IUR-01", "inisial": "S.M."}


def validate(
    model: type[R],
    source: YamlFile,
    where: Dialling | None = None,
    kinds: Kinds | None = None,
    zone: str | None = None,
) -> tuple[R | None, list[Problem]]:
    """The record that a file describes, or every fault in it. `where` is what is known of its telephones, `zone` the
    district's; without the campaign's `kinds`, each key of its lists passes."""
    data, context = _without_empty(source.data), (where or Dialling(), kinds, zone)
    try:
        return model.model_validate(data, context=context), []
    except ValidationError as error:
        former = kinds.former if kinds else {}
        items = [*_told(error), *broken_rules(model, data, [item["loc"] for item in error.errors()], context)]
        told = {_problem(model, source, one, former) for one in items if not _told_above(model, source, one["loc"])}
        return None, sorted(told)


def sound(
    model: type[R],
    source: YamlFile,
    where: Dialling | None = None,
    kinds: Kinds | None = None,
    zone: str | None = None,
    given: Mapping[str, Any] = NO_VALUES,
) -> tuple[R | None, Places]:
    """The record of what is right in a file of which `validate` told faults, and where that stands, so that the rest of
    the checks can be made of it; None where nothing is left. `given` stands for keys of the file itself that can't be
    missing."""
    data, context = _without_empty(source.data), (where or Dialling(), kinds, zone)
    record, left_out = sound_part(model, data, context, given)
    return record, without(source.places, left_out)


def _told(error: ValidationError) -> Iterator[Any]:
    """Every fault but those of what stands under a key that isn't known."""
    found = error.errors(include_url=False)
    unknown = [item["loc"][:-1] for item in found if item["loc"][-1:] == (OF_KEY,)]
    for item in found:
        loc = item["loc"]
        if loc[-1:] == (OF_KEY,) or not any(loc[: len(key)] == key for key in unknown):
            yield item


def _told_above(model: type[BaseModel], source: YamlFile, loc: Loc) -> bool:
    """Whether a fault lies in what the file says once for all entries, where it is told already."""
    if not issubclass(model, ForAll) or not loc or loc[0] not in model.LISTS or loc[-1] not in SHARED:
        return False
    return loc not in source.places.values and bool(source.data.get(str(loc[-1])))


def _without_empty(value: Any) -> Any:
    """Without the keys that were left empty: `kontak:` means the same as no such key."""
    if isinstance(value, dict):
        return {k: _without_empty(v) for k, v in value.items() if v is not None}
    if isinstance(value, list):
        return [_without_empty(v) for v in value]
    return value


def _problem(model: type[BaseModel], source: YamlFile, item: Any, former: Mapping[str, str]) -> Problem:
    loc: Loc = tuple(item["loc"])
    of_key = loc[-1:] == (OF_KEY,)
    loc = loc[:-1] if of_key else loc
    code = _told_code(model, source, item, loc, of_key=of_key)
    at_key = of_key or code in ("kunci-tidak-dikenal", "isian-kosong")
    if isinstance(item["input"], dict) and (looked_at := _looked_at(code, item)):
        loc = (*loc, *looked_at)
    values = _values(item, loc)
    if code == "pilihan-tidak-sah":
        values |= _choices(values, former)
    elif code == "kunci-tidak-dikenal":
        known = _there_are(values).split(", ") if of_key else _keys(model, loc[:-1])
        values |= {"semua": ", ".join(known), "maksud": _meant(values["nama"], known, former)}
    _mend(code, item, values)
    needed = {name: values.get(name, "") for name in MESSAGES[code].names}
    return problem(code, source.places.of(*loc, key=at_key), **needed)


def _looked_at(code: str, item: Any) -> Loc:
    """The way from a record to what an editor has to look at: the fault may name another than its code has."""
    way = str((item.get("ctx") or {}).get("di", WHOLE.get(code, "")))
    return tuple(int(step) if step.isdecimal() else step for step in way.split(".") if step)


def _mend(code: str, item: Any, values: dict[str, str]) -> None:
    """Add what was meant by a text that a form refuses, where one can tell."""
    if given := (item.get("ctx") or {}).get("isi"):
        values.setdefault("maksud", mended(code, str(given)))


def _told_code(model: type[BaseModel], source: YamlFile, item: Any, loc: Loc, *, of_key: bool) -> str:
    """The code as it is told: of a key that isn't known, and of a list that is empty."""
    code = _code(source, item, loc)
    if of_key and code == "pilihan-tidak-sah":
        return "kunci-tidak-dikenal"
    if code == "tanggal-tidak-terbaca" and has_no_such_day(str(item["input"])):
        return "tanggal-tidak-ada"
    return "daftar-kosong" if code == "isian-kosong" and _is_list(model, loc) else code


def _values(item: Any, loc: Loc) -> dict[str, str]:
    """What any message may name: the key, what was typed there, and what pydantic adds of its own."""
    values = {k: str(v) if k in OURS else shown(str(v)) for k, v in (item.get("ctx") or {}).items()}
    values["kunci"] = shown(".".join(str(step + 1) if isinstance(step, int) else step for step in loc))
    values["nama"] = shown(str(loc[-1])) if loc else ""
    values["contoh"] = EXAMPLES.get(values["nama"], "")
    if isinstance(item["input"], str):
        values.setdefault("isi", shown(item["input"]))
        values.setdefault("huruf", is_bullet(item["input"]))
    return values


def _choices(values: dict[str, str], former: Mapping[str, str]) -> dict[str, str]:
    """The choices that there are, and the one that was meant, however it was capitalised."""
    choices = _there_are(values)
    folded = {choice.casefold(): choice for choice in choices.split(", ")}
    named = values.get("bernama") or mended("pilihan-tidak-sah", values["isi"])
    meant = named or _meant(values["isi"].casefold(), folded, former)
    return {"pilihan": choices, "maksud": folded.get(meant, "")}


def _there_are(values: Mapping[str, str]) -> str:
    """The choices, by pydantic's list of them or by our own."""
    return values["expected"].replace("'", "").replace(" or ", ", ") if "expected" in values else values["pilihan"]


def _meant(name: str, known: Collection[str], former: Mapping[str, str]) -> str:
    """What is called so no longer, by its name of today; else the nearest."""
    return former[name] if former.get(name) in known else nearest(name, known)


def _code(source: YamlFile, item: Any, loc: Loc) -> str:
    kind, given = str(item["type"]), item["input"]
    code = _named(kind, given)
    if (kind == "missing" and loc in source.places.keys) or given is None:
        return "isian-kosong"
    if code in {*SHAPES, "yaml-butir"}:
        return code
    if isinstance(given, str) and not given.strip():
        return "isian-kosong"
    return "bukan-teks" if isinstance(given, (dict, list)) and kind not in MESSAGES else code


def _named(kind: str, given: object) -> str:
    """What an error type of pydantic is called here. A list with signs of Word is one in which only those are wrong."""
    code = kind if kind in MESSAGES else CODES.get(kind, "isian-tidak-sah")
    return "yaml-butir" if code == "bukan-daftar" and isinstance(given, str) and is_bullet(given) else code


def _is_list(model: type[BaseModel], loc: Loc) -> bool:
    """Whether a list belongs at a loc."""
    return typing.get_origin(type_at(model, loc)) is tuple


def _keys(model: type[BaseModel], loc: Loc) -> list[str]:
    """The keys that are allowed at a loc."""
    target = type_at(model, loc)
    is_record = isinstance(target, type) and issubclass(target, BaseModel)
    return [field.alias or name for name, field in target.model_fields.items()] if is_record else []
