"""A file in which something is wrong × what pydantic said of it -> what else is wrong, and the part that is sound.

Pydantic asks no rule of a record that has a wrong field, and gives back nothing of a file that has one wrong entry. So
an editor would be told of the rest at the next run, and of what follows from it at the one after that.
"""

from __future__ import annotations

import typing
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache
from typing import Any, TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from selebaran.model.places import Loc, Places
from selebaran.model.ruled import Ruled

R = TypeVar("R", bound=BaseModel)
MOST_ROUNDS = 12
"""What was taken away may leave a group that lacks it, and so on upwards."""
GONE: Any = object()
OF_KEY = "[key]"
"""Where pydantic's way to a fault ends when it is a key of a mapping that is wrong, and not what stands under it."""
NO_VALUES: Mapping[str, Any] = {}


def broken_rules(model: type[BaseModel], data: Any, wrong: Collection[Loc], context: Any) -> list[dict[str, Any]]:
    """What the rules say of every record that has something wrong in it, as pydantic tells it. A rule that needs what
    is wrong is not asked."""
    inside = sorted({loc[:end] for loc in wrong for end in range(len(loc) + 1)}, key=lambda loc: [*map(str, loc)])
    found = []
    for loc in inside:
        kind, typed = type_at(model, loc), value_at(data, loc)
        if isinstance(kind, type) and issubclass(kind, Ruled) and isinstance(typed, dict):
            below = [one[len(loc) :] for one in wrong if one[: len(loc)] == loc and len(one) > len(loc)]
            found += [{"loc": loc, "input": typed, **said} for said in _said(kind, typed, below, context)]
    return found


def _said(
    kind: type[Ruled], typed: Mapping[str, Any], wrong: Collection[Loc], context: Any
) -> Iterator[dict[str, Any]]:
    """The faults that rules find in the fields that are sound."""
    record, unsound = _partly(kind, typed, wrong, context)
    for rule in kind.RULES:
        try:
            for fault in getattr(record, rule)(context):
                yield {"type": fault.type, "ctx": fault.context}
        except AttributeError as lack:
            if lack.name not in unsound:
                raise


def _partly(
    kind: type[Ruled], typed: Mapping[str, Any], wrong: Collection[Loc], context: Any
) -> tuple[Ruled, set[str]]:
    """A record of the fields that are sound, and the names of those that it lacks."""
    found: dict[str, Any] = {}
    unsound: set[str] = set()
    for name, field in kind.model_fields.items():
        key = field.alias or name
        below = [loc[1:] for loc in wrong if loc[0] == key]
        value = _without_items(typed.get(key), below)
        if key not in typed and not below and not field.is_required():
            continue
        try:
            found[name] = GONE if value is GONE else _adapter(kind, name).validate_python(value, context=context)
        except ValidationError:
            found[name] = GONE
        if found[name] is GONE:
            del found[name]
            unsound.add(name)
    record = kind.model_construct(**{kind.model_fields[name].alias or name: one for name, one in found.items()})
    for name in unsound:
        record.__dict__.pop(name, None)
    return record, unsound


def _without_items(value: Any, wrong: Collection[Loc]) -> Any:
    """A list without the items in which something is wrong; `GONE` for anything else with a fault."""
    if not wrong:
        return value
    steps = {loc[0] for loc in wrong if loc}
    if not isinstance(value, list) or () in wrong or not all(isinstance(step, int) for step in steps):
        return GONE
    return [one for number, one in enumerate(value) if number not in steps]


@lru_cache(maxsize=512)
def _adapter(kind: type[Ruled], name: str) -> TypeAdapter[Any]:
    """What validates a single field."""
    field: FieldInfo = kind.model_fields[name]
    whole: Any = field.annotation
    return TypeAdapter(typing.Annotated[(whole, *field.metadata)] if field.metadata else whole)


def sound_part(
    model: type[R], data: dict[str, Any], context: Any, given: Mapping[str, Any] = NO_VALUES
) -> tuple[R | None, list[Loc]]:
    """The record of what is sound in a file, with the locs of what was left out; None where nothing is left. `given`
    stands for keys of the file itself that can't be left out."""
    left_out: list[Loc] = []
    for _ in range(MOST_ROUNDS):
        try:
            return model.model_validate(_kept(data, (), left_out), context=context), left_out
        except ValidationError as error:
            # the positions that are told are those of what was kept
            wrong = [_as_typed(tuple(item["loc"]), left_out) for item in error.errors(include_url=False)]
        cuts = list(dict.fromkeys(_cut(model, loc, data) for loc in wrong))
        stand_ins = {key: value for key, value in given.items() if (key,) in cuts}
        cuts = [cut for cut in cuts if not (len(cut) == 1 and cut[0] in stand_ins)]
        if () in cuts or any(cut in left_out for cut in cuts):
            return None, left_out
        data = {**data, **stand_ins}
        left_out += cuts
    return None, left_out


def _kept(value: Any, at: Loc, left_out: Collection[Loc]) -> Any:
    if isinstance(value, dict):
        return {key: _kept(one, (*at, key), left_out) for key, one in value.items() if (*at, key) not in left_out}
    if isinstance(value, list):
        return [_kept(one, (*at, step), left_out) for step, one in enumerate(value) if (*at, step) not in left_out]
    return value


def _as_typed(loc: Loc, left_out: Collection[Loc]) -> Loc:
    """A loc in what was kept as one in what was typed."""
    found: Loc = ()
    for step in loc:
        if isinstance(step, int):
            for gone in sorted(one[-1] for one in left_out if one[:-1] == found and isinstance(one[-1], int)):
                step += gone <= step
        found = (*found, step)
    return found


def _cut(model: type[BaseModel], loc: Loc, data: Any) -> Loc:
    """What has to be left out so that a fault goes: an item, an entry or a key that may be missing; () for all."""
    loc = tuple(step for step in loc if step != OF_KEY)
    while loc:
        holder, step = type_at(model, loc[:-1]), loc[-1]
        field = _field(holder, step) if isinstance(step, str) else None
        if field is None and value_at(data, loc) is not GONE:
            return loc  # an item of a list, an entry of a mapping, or a key that nobody knows
        if field is not None and not field.is_required() and value_at(data, loc) is not GONE:
            return loc
        if len(loc) == 1:
            return loc  # a key that can't be missing: somebody has to say what stands for it
        loc = loc[:-1]
    return ()


def _field(holder: Any, key: str) -> FieldInfo | None:
    if not (isinstance(holder, type) and issubclass(holder, BaseModel)):
        return None
    return next((one for name, one in holder.model_fields.items() if key in (name, one.alias)), None)


def value_at(data: Any, loc: Loc) -> Any:
    """What was typed at a loc; `GONE` where there is nothing."""
    for step in loc:
        is_there = step in data if isinstance(data, dict) else isinstance(data, list) and isinstance(step, int)
        if not is_there or (isinstance(data, list) and not 0 <= int(step) < len(data)):
            return GONE
        data = data[step]
    return data


def type_at(model: type[BaseModel], loc: Loc) -> Any:
    """The type of what belongs at a loc, None where nobody knows; that of a list or a mapping is no record."""
    found: Any = model
    for step in loc:
        origin = typing.get_origin(found)
        if origin is dict:
            found = _bare(typing.get_args(found)[1])
        elif origin is tuple and isinstance(step, int):
            found = _bare(typing.get_args(found)[0])
        else:
            field = _field(found, str(step))
            found = _bare(field.annotation) if field else None
    return found


def _bare(annotation: Any) -> Any:
    """A type without what is said of it, and without None."""
    while typing.get_origin(annotation) is typing.Annotated:
        annotation = typing.get_args(annotation)[0]
    parts = [one for one in typing.get_args(annotation) if one is not type(None)]
    is_choice = type(None) in typing.get_args(annotation)
    return _bare(parts[0]) if is_choice and len(parts) == 1 else annotation


def without(places: Places, left_out: Collection[Loc]) -> Places:
    """The places of a file by the positions that its entries have in what was kept. A key that was left out keeps its
    own, so that nobody is told of it a second time."""
    return Places(places.file, _moved(places.keys, left_out), _moved(places.values, left_out))


def _moved(table: Mapping[Loc, Any], left_out: Collection[Loc]) -> dict[Loc, Any]:
    gone = {loc for loc in left_out if isinstance(loc[-1], int)}
    found = {}
    for loc, place in table.items():
        if not any(loc[:end] in gone for end in range(1, len(loc) + 1)):
            found[_as_kept(loc, left_out)] = place
    return found


def _as_kept(loc: Loc, left_out: Collection[Loc]) -> Loc:
    return tuple(
        step - _before(loc[:at], step, left_out) if isinstance(step, int) else step for at, step in enumerate(loc)
    )


def _before(holder: Loc, step: int, left_out: Collection[Loc]) -> int:
    """How many items of a list were left out before one."""
    return sum(1 for one in left_out if one[:-1] == holder and isinstance(one[-1], int) and one[-1] < step)
