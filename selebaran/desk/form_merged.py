"""What forms sent × what a district's files say -> what they are to say, and the line that each thing came from.

A field that was not sent stays as it is; one that was sent empty is taken away; a list is replaced as a whole. An entry
is found as workbooks find it: an event by its address, else its title, day and place; a place by its kind and name.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from selebaran.desk.form_records import ADDRESS, BODY, OFFICE, FormKind
from selebaran.desk.form_text import Sent
from selebaran.desk.merged import Entry, Merged, free_id, insert, is_same_event
from selebaran.model.event import slug_of
from selebaran.model.kinds import Kinds
from selebaran.model.own_text import NEWS
from selebaran.model.places import Loc
from selebaran.model.problem import Problem, ProblemsFound, problem
from selebaran.model.proposal import FILE, is_same_place
from selebaran.model.record import SHARED
from selebaran.model.region import folded
from selebaran.read.own_text import NAME
from selebaran.read.rewrite import rewritten
from selebaran.read.shape import keys_of
from selebaran.read.strict_yaml import read_yaml
from selebaran.read.text import shown
from selebaran.read.validate import validate

LONGEST_ADDRESS = 60
PROPOSED = ("kecamatan", "koordinat")
"""What a list of proposals says of a place beside its name."""


@dataclass
class Pages:
    """Pages that forms make: their texts by the files' names within the district, and what is wrong with them."""

    texts: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def with_forms(merged: Merged, sent: Iterable[Sent]) -> Merged:
    """What the files are to say with all entries of forms in them, but for pages."""
    result = Merged(copy.deepcopy(merged.wanted), dict(merged.cells), list(merged.problems))
    put: Mapping[str, Callable[[Merged, Sent], None]] = {"kegiatan": _event, "tempat": _facility, "kontak": _contact}
    for one in sent:
        if one.form.key in put:
            put[one.form.key](result, one)
    return result


def pages_of(sent: Iterable[Sent], folder: str, kinds: Kinds | None) -> Pages:
    """The pages of forms, as files; faults stand at the lines of what was sent. `folder` is how messages name the
    district's."""
    found = Pages()
    for one in sent:
        if one.form.is_page:
            _page(one, folder, kinds, found)
    return found


def _event(result: Merged, one: Sent) -> None:
    file, listed = _listed(result, one.form)
    entry = dict(one.entry)
    at = next((number for number, there in enumerate(listed) if _is_event(there, entry)), len(listed))
    if at == len(listed):
        listed.append({} if "id" in entry else {"id": free_id(entry, listed)})
    _update(result, one, listed[at], ("kegiatan", at), entry)
    file["kegiatan"] = listed


def _is_event(there: Entry, entry: Entry) -> bool:
    if "id" in entry:
        return bool(there.get("id") == entry["id"])
    return is_same_event(there, {(key,): value for key, value in entry.items()})


def _facility(result: Merged, one: Sent) -> None:
    file, listed = _listed(result, one.form)
    known = [folded(str(one.entry.get(key))) for key in ("jenis", "nama")]
    same = (n for n, there in enumerate(listed) if [folded(str(there.get(key))) for key in ("jenis", "nama")] == known)
    at = next(same, len(listed))
    if at == len(listed):
        listed.append({})
    entry = {key: value for key, value in one.entry.items() if key not in SHARED or file.get(key) != value}
    _update(result, one, listed[at], ("layanan", at), entry)
    file["layanan"] = listed
    _no_proposal(result, listed[at], [key.name for key in keys_of(one.form.record)])


def _no_proposal(result: Merged, entry: Entry, order: Sequence[str]) -> None:
    """A place of which somebody sent what it is like is proposed no more; what is known of it goes along."""
    file = result.wanted.get(FILE, {})
    listed = file.get("usulan") or []
    same = [one for one in listed if is_same_place(str(one["nama"]), str(entry.get("nama")))]
    for one in same:
        _fill(entry, one, order)
    if same:
        file["usulan"] = [one for one in listed if one not in same] or None


def _fill(entry: Entry, known: Entry, order: Sequence[str]) -> None:
    """What is known of a place where nothing was sent."""
    for key in PROPOSED:
        if key not in entry and known.get(key):
            insert(entry, key, known[key], order)


def _contact(result: Merged, one: Sent) -> None:
    entry = dict(one.entry)
    office = entry.pop(OFFICE, None)
    if not isinstance(office, str):
        result.problems.append(problem("formulir-kantor-hilang", one.place))
        return
    file = result.wanted.setdefault(one.form.file, {})
    there = dict(file.get("kontak") or {})
    there[office] = dict(there.get(office) or {})
    _update(result, one, there[office], ("kontak", office), entry)
    file["kontak"] = there


def _listed(result: Merged, form: FormKind) -> tuple[Entry, list[Entry]]:
    file = result.wanted.setdefault(form.file, {})
    return file, list(file.get(form.under) or [])


def _update(result: Merged, one: Sent, entry: Entry, loc: Loc, fresh: Mapping[str, Any]) -> None:
    """Put what was sent into an entry, and note the line of each thing."""
    order = [key.name for key in keys_of(one.form.record)]
    for key, value in fresh.items():
        if value is None:
            entry.pop(key, None)
        else:
            insert(entry, key, without_empty(value), order)
    result.cells[one.form.file, loc] = one.place
    for way, place in one.places.items():
        result.cells[one.form.file, (*loc, *way)] = place


def without_empty(value: Any) -> Any:
    """A value without what was sent empty within it."""
    if isinstance(value, dict):
        return {key: without_empty(inner) for key, inner in value.items() if inner is not None}
    if isinstance(value, list):
        return [without_empty(inner) for inner in value if inner is not None]
    return value


def _page(one: Sent, folder: str, kinds: Kinds | None, found: Pages) -> None:
    head = {key: value for key, value in one.entry.items() if key not in (BODY, ADDRESS) and value is not None}
    address = str(one.entry.get(ADDRESS) or slug_of(str(head.get("judul", "")))[:LONGEST_ADDRESS].strip("-"))
    name = f"{one.form.under}/{address}.md"
    faults = list(_head_faults(one, head, f"{folder}/{one.form.under}", kinds))
    if not NAME.fullmatch(address) or len(address) > LONGEST_ADDRESS:
        faults.append(problem("formulir-alamat-salah", one.places.get((ADDRESS,), one.place), isi=shown(address)))
    body = str(one.entry.get(BODY) or "").strip("\n")
    if not body.strip():
        faults.append(problem("formulir-tanpa-isi", one.places.get((BODY,), one.place)))
    if faults:
        found.problems += faults
    else:
        found.texts[name] = f"---\n{rewritten('', head, name)}---\n\n{body}\n"


def _head_faults(one: Sent, head: Mapping[str, Any], label: str, kinds: Kinds | None) -> Iterable[Problem]:
    """What the reader finds in the head of a page, at the lines of what was sent."""
    try:
        text = rewritten("", head, label)
    except ProblemsFound as fault:
        return [replace(found, place=one.place) for found in fault.problems]
    source, problems = read_yaml(text.encode(), label)
    if source is not None:
        problems = validate(one.form.record, source, kinds=kinds)[1]
        places = {source.places.of(*way): place for way, place in one.places.items()}
        problems = [replace(found, place=places.get(found.place, one.place)) for found in problems]
    if one.form.under.endswith(NEWS) and "tanggal" not in head:
        problems.append(problem("kabar-tanpa-tanggal", one.place))
    return problems
