"""A file of a district × how it is read -> its text with every slip mended that has one reading.

After each change the file is read again: the complaint has to be gone, and nothing that could be read before may say
anything else. What doesn't hold to that isn't changed.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from selebaran.desk.mend import syntax
from selebaran.desk.mend.letters import plain_text, without_wide_blanks
from selebaran.desk.mend.values import both_ends, meant
from selebaran.model.places import Loc, Places
from selebaran.model.problem import Problem
from selebaran.read.rewrite import rewritten
from selebaran.read.splice import UnusualLayout
from selebaran.read.strict_yaml import YamlFile, read_yaml

Judge = Callable[[YamlFile], list[Problem]]
"""What is wrong with a file that can be read."""
MOST_ROUNDS = 200
START, END = "mulai", "selesai"


def mended_yaml(raw: bytes, label: str, judge: Judge) -> str | None:
    """The text of a file, mended; None where its letters can't be read."""
    text = plain_text(raw)
    if text is None:
        return None
    text = without_wide_blanks(text)
    for _ in range(MOST_ROUNDS):
        changed = _once(text, label, judge)
        if changed is None:
            break
        text = changed
    return text


def _once(text: str, label: str, judge: Judge) -> str | None:
    """The text with one slip less; None where none is left that can be mended."""
    source, problems = read_yaml(text.encode(), label)
    if source is None:
        return next((made for one in problems if (made := _readable(text, one, label, judge))), None)
    return next((made for one in judge(source) if (made := _valued(text, source, one, label, judge))), None)


def _readable(text: str, found: Problem, label: str, judge: Judge) -> str | None:
    """The text in which a complaint about its form is gone: by the one reading that there is. Where several can be
    read, those count in which least is wrong; where none can, those with which only a later complaint is seen."""
    tried = ["\n".join(lines) for lines in syntax.readings(found, text.split("\n"))]
    read = {made: read_yaml(made.encode(), label) for made in dict.fromkeys(tried)}
    whole = {made: source for made, (source, _) in read.items() if source}
    if whole:
        return _least_wrong(whole, judge)
    beyond = [made for made, (_, problems) in read.items() if _is_beyond(problems, found)]
    return beyond[0] if len(beyond) == 1 else None


def _least_wrong(whole: Mapping[str, YamlFile], judge: Judge) -> str | None:
    """The text in which least is wrong; None where several say different things with as little wrong."""
    faults = {made: len(judge(source)) for made, source in whole.items()}
    good = [made for made in faults if faults[made] == min(faults.values())]
    return good[0] if all(whole[made].data == whole[good[0]].data for made in good) else None


def _is_beyond(problems: list[Problem], found: Problem) -> bool:
    """Whether a file can be read as far as below the complaint."""
    return bool(problems) and min(one.place.line for one in problems) > found.place.line


def _valued(text: str, source: YamlFile, found: Problem, label: str, judge: Judge) -> str | None:
    """The text in which a value is what was meant, and nothing else has changed."""
    loc = _loc(source.places, found)
    wanted = _meant(source.data, loc, found) if loc else None
    if wanted is None:
        return None
    try:
        made = rewritten(text, wanted, label)
    except UnusualLayout:
        return None
    again = read_yaml(made.encode(), label)[0]
    still = again and any(one.code == found.code and _loc(again.places, one) == loc for one in judge(again))
    return None if still else made


def _meant(data: Mapping[str, Any], loc: Loc, found: Problem) -> Mapping[str, Any] | None:
    """What a file is to say in which the value of a complaint is what was meant."""
    typed = _at(data, loc)
    value = meant(found.code, typed, dict(found.values).get("maksud", "")) if isinstance(typed, str) else ""
    return _wanted(data, loc, value) if value and value != typed else None


def _loc(places: Places, found: Problem) -> Loc:
    return next((loc for loc, place in places.values.items() if place == found.place and loc), ())


def _at(data: Any, loc: Loc) -> Any:
    for step in loc:
        data = data[step]
    return data


def _wanted(data: Mapping[str, Any], loc: Loc, value: str) -> Mapping[str, Any] | None:
    """What the file is to say. A span of hours fills two keys, where the second is free."""
    wanted = copy.deepcopy(dict(data))
    holder = _at(wanted, loc[:-1])
    ends = both_ends(value)
    if ends is None:
        holder[loc[-1]] = value
        return wanted
    if loc[-1] != START or holder.get(END):
        return None
    rest = dict(_behind(holder, START))
    for key in rest:
        holder.pop(key)
    holder |= {START: ends[0], END: ends[1], **{key: one for key, one in rest.items() if key != END}}
    return wanted


def _behind(holder: Mapping[str, Any], key: str) -> Iterator[tuple[str, Any]]:
    """The keys behind one."""
    keys = list(holder)
    return ((one, holder[one]) for one in keys[keys.index(key) + 1 :])
