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
from selebaran.model.ruled import Faults, Ruled

R = TypeVar("R", bound=BaseModel)
MOST_ROUNDS = 12
"""What was taken away may leave a group that lacks it, and so on upwards."""
GONE: Any = object()
UNSAID: Any = object()
Said = Mapping[str, Any]
"""A fault, as pydantic tells it."""
OF_KEY = "[key]"
"""Where pydantic's way to a fault ends when it is a key of a mapping that is wrong, and not what stands under it."""
NO_VALUES: Mapping[str, Any] = {}


def broken_rules(model: type[BaseModel], data: Any, wrong: Collection[Loc], context: Any) -> list[Said]:
    """What the rules say of every record that has something wrong in it, as pydantic tells it. A rule that needs what
    is wrong is not asked."""
    inside = sorted({loc[:end] for loc in wrong for end in range(len(loc) + 1)}, key=lambda loc: [*map(str, loc)])
    return [said for loc in inside for said in _at(loc, model, data, wrong, context)]


def _at(loc: Loc, model: type[BaseModel], data: Any, wrong: Collection[Loc], context: Any) -> Iterator[Said]:
    """What the rules of the record at a loc say, if there is one that has rules."""
    kind, typed = type_at(model, loc), value_at(data, loc)
    if isinstance(kind, type) and issubclass(kind, Ruled) and isinstance(typed, dict):
        below = [one[len(loc) :] for one in wrong if one[: len(loc)] == loc and len(one) > len(loc)]
        for fault in _faults(kind, typed, below, context):
            yield {"loc": loc, "input": typed, "type": fault.type, "ctx": fault.context}


def _faults(kind: type[Ruled], typed: Mapping[str, Any], wrong: Collection[Loc], context: Any) -> Faults:
    """The faults that rules find in the fields that are sound."""
    tried = {name: _sound(kind, name, typed, wrong, context) for name in kind.model_fields}
    unsound = {name for name, value in tried.items() if value is GONE}
    record = _made_of(kind, {name: value for name, value in tried.items() if value is not UNSAID}, unsound)
    for rule in kind.RULES:
        try:
            yield from getattr(record, rule)(context)
        except AttributeError as lack:
            if lack.name not in unsound:
                raise


def _made_of(kind: type[Ruled], values: Mapping[str, Any], unsound: Collection[str]) -> Ruled:
    """A record that lacks what is unsound: who asks it for that gets an `AttributeError`."""
    record = kind.model_construct(**{kind.model_fields[name].alias or name: value for name, value in values.items()})
    for name in unsound:
        record.__dict__.pop(name, None)
    return record


def _sound(kind: type[Ruled], name: str, typed: Mapping[str, Any], wrong: Collection[Loc], context: Any) -> Any:
    """A field of a record: its value, `UNSAID` where nobody typed one, `GONE` where that is wrong."""
    field = kind.model_fields[name]
    key = field.alias or name
    below = [loc[1:] for loc in wrong if loc[0] == key]
    if key not in typed and not below and not field.is_required():
        return UNSAID
    value = _without_items(typed.get(key), below)
    try:
        return GONE if value is GONE else _adapter(kind, name).validate_python(value, context=context)
    except ValidationError:
        return GONE


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
    model: type[R], data: Mapping[str, Any], context: Any, given: Mapping[str, Any] = NO_VALUES
) -> tuple[R | None, list[Loc]]:
    """The record of what is sound in a file, with the locs of what was left out; None where nothing is left. `given`
    stands for keys of the file itself that can't be left out."""
    left_out: list[Loc] = []
    for _ in range(MOST_ROUNDS):
        try:
            return model.model_validate(_kept(data, (), left_out), context=context), left_out
        except ValidationError as error:
            cuts = _cuts(model, error, data, left_out)
        stand_ins = {key: value for key, value in given.items() if (key,) in cuts}
        cuts -= {(key,) for key in stand_ins}
        if cuts & {(), *left_out}:
            break
        data = {**data, **stand_ins}
        left_out += sorted(cuts, key=lambda loc: [*map(str, loc)])
    return None, left_out


def _cuts(model: type[BaseModel], error: ValidationError, data: Any, left_out: Collection[Loc]) -> set[Loc]:
    """What has to be left out for these faults. The positions that are told are those of what was kept."""
    wrong = (_as_typed(tuple(item["loc"]), left_out) for item in error.errors(include_url=False))
    return {_cut(model, loc, data) for loc in wrong}


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
    """What has to be left out so that a fault goes: an item, an entry or a key that may be missing; () for all. A key
    of the file itself that can't be missing is told all the same: somebody has to say what stands for it."""
    loc = tuple(step for step in loc if step != OF_KEY)
    while len(loc) > 1 and not _may_be_missing(model, loc, data):
        loc = loc[:-1]
    return loc


def _may_be_missing(model: type[BaseModel], loc: Loc, data: Any) -> bool:
    """Whether something stands there that can be taken away: an item of a list, an entry of a mapping, a key that
    nobody knows, or one that isn't needed."""
    field = _field(type_at(model, loc[:-1]), loc[-1]) if isinstance(loc[-1], str) else None
    return value_at(data, loc) is not GONE and not (field and field.is_required())


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
