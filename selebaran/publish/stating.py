"""What districts of one kind state: known of an edition of marks, it is had by values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from selebaran.compose.template.repeated import Each, ListCutter, NotRepeated
from selebaran.compose.template.slots import Values
from selebaran.publish.provenance import Statements
from selebaran.site.whole_search import Things


@dataclass(frozen=True)
class Stating:
    """Codes of sheets, some of them marks; the facts of files, and those of files of which there is one `each` for
    every kecamatan; those of every page."""

    codes: Mapping[str, str]
    facts: Mapping[str, frozenset[str]]
    each: tuple[tuple[Each, frozenset[str]], ...]
    frame: frozenset[str]

    def filled(self, values: Values, things: Things) -> Statements:
        """What is stated with these values and kecamatan."""
        facts = dict(self.facts)
        for path, names in self.each:
            facts |= dict.fromkeys(path.filled(values, things), names)
        codes = {piece: values.get(code, code) for piece, code in self.codes.items()}
        return Statements(codes, facts, self.frame)


def stating_of(stated: Statements, cutter: ListCutter, things: Things) -> Stating:
    """The same of what an edition of marks states. Raises `NotRepeated` where it can't be had by values."""
    facts, each = {}, list[tuple[Each, frozenset[str]]]()
    for path, names in stated.facts.items():
        if not cutter.things_in(path):
            facts[path] = names
        elif one := cutter.cut_one(path):
            each.append((one, names))
    found = Stating(stated.codes, facts, tuple(each), stated.frame)
    if found.filled({}, things) != stated or not all(cutter.cut(path).is_plain for path in facts):
        raise NotRepeated("facts of files")
    return found
