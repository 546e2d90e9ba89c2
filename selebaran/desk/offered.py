"""What sent files offer × what somebody answers × a district's files -> what these are to say, and pictures.

Every guess is told; what nobody said is asked for.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from selebaran.desk.answered import Answers, place_of, wanted
from selebaran.desk.columns import Column, SheetKind
from selebaran.desk.grid import GridCell
from selebaran.desk.merged import SORT, TITLE, Merged
from selebaran.desk.offer import Offer, OfferedPicture, Said
from selebaran.desk.page_files import BODY, FOLDER, ID, Entry
from selebaran.desk.tables import FilledCell, FilledRow
from selebaran.desk.word.inline import escaped
from selebaran.model.event import slug_of
from selebaran.model.own_text import NEWS
from selebaran.model.places import Loc
from selebaran.model.problem import Place, Problem, problem, warning
from selebaran.model.region import folded
from selebaran.read.own_text import PAGES
from selebaran.read.pictures import PICTURES
from selebaran.read.text import shown

DISTRICT, LISTED = "daerah.yml", "gambar"
HEADS = {"judul": "judul", "ringkas": "ringkasan"}
DAY, NAME, SOURCE = "tanggal", "nama", "sumber"
OPTIONAL = ("tayang", "sampai", "kelompok")
"""What else may be said of a page."""
LONGEST_NAME = 60
ONCE = (("ulang", "tiap"), "sekali")
"""The answer for an event whose calendar repeats it in a way that none of ours can."""


def rows_of(
    offers: Sequence[Offer], kinds: Sequence[SheetKind], answers: Answers, told: list[Problem]
) -> list[FilledRow]:
    """The events, as rows of the sheet of events; what is missing or guessed is told."""
    kind = next(one for one in kinds if one.key == "kegiatan")
    rows = []
    for offer in offers:
        is_one = len(offers) == 1
        tried = {column.path: _cell(offer, column, answers, told, is_one=is_one) for column in kind.columns}
        cells = {path: cell for path, cell in tried.items() if cell and (path, cell.cell.text) != ONCE}
        if TITLE in cells or (ID,) in cells:  # else it is asked for
            rows.append(FilledRow(kind, offer.place, cells))
    return rows


def _cell(offer: Offer, column: Column, answers: Answers, told: list[Problem], *, is_one: bool) -> FilledCell | None:
    """What is said of one key of an event: by an answer before the file, if it is the only event. Of several, an answer
    is for those that don't say it plainly."""
    key = ".".join(column.path)
    said = offer.says.get(key)
    text = answers.get(key)
    if text and (is_one or not _is_plain(said)):
        return FilledCell(GridCell(text), place_of(key))
    if said := said or _named_kind(offer, column):
        return _said_cell(said, key, told)
    if column.must and key != ID:
        choices = f" ({', '.join(column.choices.values())})" if column.choices else ""
        told.append(wanted(offer.place, f"{column.title}{choices}", key))
    return None


def _is_plain(said: Said | None) -> bool:
    return said is not None and not said.unsure and not said.is_guess


def _said_cell(said: Said, key: str, told: list[Problem]) -> FilledCell | None:
    """What a file says of a key; that it is a guess, or isn't sure, is told."""
    if said.unsure:
        one = shown(said.text) if said.unsure.startswith(f"{said.text} atau ") else ""
        told.append(problem("isian-tidak-pasti", said.place, kunci=key, isi=shown(said.unsure), salah_satu=one))
        return None
    if said.is_guess:
        told.append(_guessed(key, said.text, said.place))
    return FilledCell(GridCell(said.text), said.place)


def _named_kind(offer: Offer, column: Column) -> Said | None:
    """The kind of event with whose name its title begins, for that column: Penyuluhan di pasar."""
    title = offer.says.get("judul") if column.path == SORT else None
    begun = folded(title.text) if title else ""
    found = max((one for one in column.choices.values() if begun.startswith(folded(one))), key=len, default="")
    return Said(found, title.place, is_guess=True) if title and found else None


def _guessed(key: str, text: str, place: Place) -> Problem:
    return warning("isian-ditebak", place, kunci=key, maksud=shown(text))


class Shelf:
    """A district's pages and pictures while offers are put there. `there` are its pictures, `files` those that come."""

    def __init__(self, merged: Merged, answers: Answers, there: Mapping[str, bytes]) -> None:
        self._merged, self._answers, self._there = merged, answers, dict(there)
        self.files: dict[str, bytes] = {}

    def put(self, offer: Offer) -> None:
        """Put a page, or pictures alone, where they belong."""
        if offer.kind == "gambar":
            for picture in offer.pictures:
                self._picture(picture, picture.name)
            return
        says = self._says(offer)
        name = self._answers.get(NAME) or slug_of(says.get("judul", ""))[:LONGEST_NAME].strip("-")
        if len(says.keys() & HEADS.keys()) < len(HEADS) or not name:
            return
        body = offer.body
        for number, picture in enumerate(offer.pictures, 1):
            served, alt = self._picture(picture, f"{name}-{number}.{picture.name.rpartition('.')[2]}")
            body = body.replace(f"![](gambar:{number})", f"![{escaped(alt)}]({PICTURES}/{served})")
        self._page(offer, {ID: name, **says, BODY: body})

    def _says(self, offer: Offer) -> dict[str, str]:
        says = {key: text for key in HEADS if (text := self._head(offer, key))}
        return says | {key: text for key in (DAY, *OPTIONAL) if (text := self._answers.get(key))}

    def _head(self, offer: Offer, key: str) -> str:
        said = offer.says.get(key)
        if text := self._answers.get(key):
            return text
        if said is None:
            self._merged.problems.append(wanted(offer.place, HEADS[key], key))
            return ""
        if said.is_guess:
            self._merged.problems.append(_guessed(key, said.text, said.place))
        return said.text

    def _page(self, offer: Offer, says: Entry) -> None:
        folder, key = (FOLDER, NEWS) if says.get(DAY) else (PAGES, PAGES)
        file = self._merged.wanted.setdefault(folder, {})
        listed: list[Entry] = list(file.get(key) or ())
        at = next((at for at, one in enumerate(listed) if one[ID] == says[ID]), len(listed))
        entry = {**listed[at], **says} if at < len(listed) else says
        if key == PAGES and at == len(listed):
            self._merged.problems.append(warning("kiriman-menjadi-halaman", offer.place, nama=says[ID]))
        file[key] = [*listed[:at], entry, *listed[at + 1 :]]
        self._merged.cells[folder, (key, at)] = offer.place

    def _picture(self, picture: OfferedPicture, name: str) -> tuple[str, str]:
        return self.take(picture, name, self._answers.get(SOURCE))

    def take(self, picture: OfferedPicture, name: str, source: str) -> tuple[str, str]:
        """Put a picture into the folder and on the list; its name there, and the words for it."""
        listed: list[Entry] = list(self._merged.wanted.setdefault(DISTRICT, {}).get(LISTED) or ())
        if same := next((one for one, raw in self._there.items() if raw == picture.raw), None):
            return same, _text_of(same, listed)
        name = self._free(name)
        alt = self._answers.get(name) or picture.alt
        self._list(picture, {"berkas": name, "teks": alt, "sumber": source})
        self._there[name] = self.files[f"{PICTURES}/{name}"] = picture.raw
        return name, alt

    def _list(self, picture: OfferedPicture, entry: dict[str, str]) -> None:
        """Note a picture in the list of them, or ask for what nobody said of it."""
        name, alt, source = entry.values()
        if not alt:
            self._ask(picture, f"teks pengganti untuk '{name}'", name)
        if not source:
            self._ask(picture, f"sumber untuk '{name}'", SOURCE)
        if not (alt and source):
            return
        listed = list(self._merged.wanted[DISTRICT].get(LISTED) or ())
        loc: Loc = (LISTED, len(listed))
        self._merged.wanted[DISTRICT][LISTED] = [*listed, entry]
        self._merged.cells |= {(DISTRICT, (*loc, key)): picture.place for key in entry}

    def _ask(self, picture: OfferedPicture, what: str, key: str) -> None:
        self._merged.problems.append(wanted(picture.place, what, key))

    def _free(self, name: str) -> str:
        stem, _, ending = name.rpartition(".")
        number, free = 2, name
        while free in self._there:
            number, free = number + 1, f"{stem}-{number}.{ending}"
        return free


def _text_of(name: str, listed: Sequence[Entry]) -> str:
    """What the list says of a picture for who doesn't see it."""
    return next((str(one.get("teks")) for one in listed if one.get("berkas") == name), "")
