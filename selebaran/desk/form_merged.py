"""What forms sent × what a district's files say -> what they are to say, and the line that each thing came from.

A field that was not sent stays as it is; one that was sent empty is taken away; a list is replaced as a whole. An entry
is found as workbooks find it: an event by its address, else its title, day and place; a place by its kind and name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from selebaran.desk.form_records import ADDRESS, BODY, OFFICE, FormKind
from selebaran.desk.form_text import Sent
from selebaran.desk.merged import Merged, free_id, insert, is_same_event
from selebaran.desk.offered import Shelf
from selebaran.desk.page_files import ID, LISTS, Entry, trimmed
from selebaran.desk.word.inline import escaped
from selebaran.model.event import slug_of
from selebaran.model.own_text import NEWS
from selebaran.model.places import Loc
from selebaran.model.problem import Problem, problem
from selebaran.model.proposal import FILE, is_same_place
from selebaran.model.record import SHARED
from selebaran.model.recurrence import WITHIN
from selebaran.model.region import folded
from selebaran.read.pictures import PICTURES
from selebaran.read.shape import keys_of

LONGEST_ADDRESS = 60
BEFORE = "semula"
"""The key under which a form tells the kind and name that a place had, where either is another now."""
PROPOSED = ("kecamatan", "koordinat")
"""What a list of proposals says of a place beside its name."""


def put_forms(result: Merged, sent: Iterable[Sent], slug: str, shelf: Shelf) -> None:
    """Put all entries of forms into what the files of a district are to say, and their pictures on its shelf."""
    put: Mapping[str, Callable[[Merged, Sent], None]] = {"kegiatan": _event, "tempat": _facility, "kontak": _contact}
    for one in sent:
        if one.slug != slug:
            result.problems.append(problem("formulir-daerah-lain", one.place, lain=one.slug, daerah=slug))
        elif one.form.is_page:
            _page(result, one, shelf)
        else:
            put[one.form.key](result, one)


def _event(result: Merged, one: Sent) -> None:
    file, listed = _listed(result, one.form)
    entry = dict(one.entry)
    at = next((number for number, there in enumerate(listed) if _is_event(there, entry, listed)), len(listed))
    if at == len(listed):
        listed.append({} if "id" in entry else {"id": free_id(entry, listed, one.form.key)})
    _update(result, one, listed[at], ("kegiatan", at), entry)
    file["kegiatan"] = listed


def _is_event(there: Entry, entry: Entry, listed: Sequence[Entry]) -> bool:
    """Whether an entry is meant. One without an address has the one that forms propose for it."""
    if "id" in entry:
        return bool((there.get("id") or free_id(there, listed, "kegiatan")) == entry["id"])
    return is_same_event(there, {(key,): value for key, value in entry.items()})


def _facility(result: Merged, one: Sent) -> None:
    file, listed = _listed(result, one.form)
    at = _place_among(listed, one.entry)
    if at == len(listed):
        listed.append({})
    shared = {key for key in SHARED if file.get(key) == one.entry.get(key)}
    entry = {key: value for key, value in one.entry.items() if key not in shared and key != BEFORE}
    _update(result, one, listed[at], ("layanan", at), entry)
    file["layanan"] = listed
    _no_proposal(result, listed[at], [key.name for key in keys_of(one.form.record)])


def _place_among(listed: Sequence[Entry], sent: Mapping[str, Any]) -> int:
    """Where the place that is meant stands: by the kind and name that it had before, else by those that it has."""
    names = [_named(there) for there in listed]
    before = sent.get(BEFORE)
    meant = [_named(one) for one in (before, sent) if isinstance(one, Mapping)]
    return next((names.index(name) for name in meant if name in names), len(listed))


def _named(place: Mapping[str, Any]) -> list[str]:
    return [folded(str(place.get(key))) for key in ("jenis", "nama")]


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
            insert(entry, key, without_empty(_with_rule(key, value, entry)), order)
    file = one.form.file or one.form.under
    result.cells[file, loc] = one.place
    for way, place in one.places.items():
        result.cells[file, (*loc, *way)] = place


def _with_rule(key: str, value: Any, entry: Entry) -> Any:
    """Days of an event that comes again, with how often it comes as its file says: where a form tells single days of a
    rule that it doesn't ask for."""
    before = entry.get(key)
    if key != WITHIN or not (isinstance(value, dict) and isinstance(before, Mapping)) or "tiap" in value:
        return value
    return {**before, **value}


def without_empty(value: Any) -> Any:
    """A value without what was sent empty within it."""
    if isinstance(value, dict):
        return {key: without_empty(inner) for key, inner in value.items() if inner is not None}
    if isinstance(value, list):
        return [without_empty(inner) for inner in value if inner is not None]
    return value


def _page(result: Merged, one: Sent, shelf: Shelf) -> None:
    folder, key = one.form.under, LISTS[one.form.under]
    said = {key: value for key, value in one.entry.items() if key != ADDRESS}
    address = str(one.entry.get(ADDRESS) or slug_of(str(said.get("judul", "")))[:LONGEST_ADDRESS].strip("-"))
    file = result.wanted.setdefault(folder, {})
    listed: list[Entry] = list(file.get(key) or ())
    at = next((number for number, there in enumerate(listed) if there[ID] == address), len(listed))
    entry = {ID: address, **dict(*listed[at : at + 1])}
    if one.pictures:
        said[BODY] = "\n\n".join([str(said.get(BODY) or entry.get(BODY, "")), *_shown(one, address, shelf)])
    _update(result, one, entry, (key, at), said | ({BODY: trimmed(str(said[BODY]))} if said.get(BODY) else {}))
    result.cells[folder, (key, at, ID)] = one.places.get((ADDRESS,), one.place)
    file[key] = [*listed[:at], entry, *listed[at + 1 :]]
    result.problems += _lacking(one, entry)


def _shown(one: Sent, address: str, shelf: Shelf) -> Iterator[str]:
    """The lines of a page's pictures, which are put on the shelf under the page's name."""
    for number, sent in enumerate(one.pictures, 1):
        ending = sent.picture.name.rpartition(".")[2]
        name, alt = shelf.take(sent.picture, f"{address}-{number}.{ending}", sent.source)
        yield f"![{escaped(alt)}]({PICTURES}/{name})"


def _lacking(one: Sent, entry: Entry) -> Iterator[Problem]:
    """That a page says nothing, or news has no day."""
    if not entry.get(BODY):
        yield problem("formulir-tanpa-isi", one.places.get((BODY,), one.place))
    if LISTS[one.form.under] == NEWS and not entry.get("tanggal"):
        yield problem("kabar-tanpa-tanggal", one.place)
