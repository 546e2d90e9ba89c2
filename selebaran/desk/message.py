"""An announcement as it goes round on WhatsApp -> the event that it tells of: what its lines say of each key.

A label (`Tempat:`, 📍) says which key a line is of; of a sentence, day, hours and place are guessed. What has no single
reading, a day without a year, a Wednesday that is a Thursday, is said to be unsure, and asked for. Names and numbers of
those who passed it on are dropped unread.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from selebaran.desk.cell_value import PAIR
from selebaran.desk.columns import SheetKind
from selebaran.desk.headings import names_of, plain
from selebaran.desk.message_forms import (
    ANY_LINE,
    BOLD_LINE,
    BOLD_PART,
    BRING,
    CONTACT,
    DAY,
    ENCLOSED,
    EXPORTED,
    FORM,
    FORWARDED,
    GREETING,
    HEADING,
    HOURS,
    ITEM,
    LABEL,
    LONGEST_TITLE,
    MARKS,
    MEANT,
    MORE_LABELS,
    MOST_TOLD,
    NO_YEAR,
    PICTURES,
    PLAIN_VENUE,
    PLEASE,
    SUBDISTRICT,
    TELEPHONE,
    TELLS_HOURS,
    VAGUE,
    VENUE,
    VENUE_ALONE,
    WEEKDAY,
)
from selebaran.desk.offer import Offer, Offers, Said
from selebaran.model.hours import DAYS
from selebaran.model.problem import Place, problem, warning
from selebaran.read.text import shown
from selebaran.words.mended import mended

LARGEST = 64 << 10


@dataclass
class _Found:
    """What was found of each key, and the lines that said something."""

    says: dict[str, list[Said]] = field(default_factory=dict)
    used: set[int] = field(default_factory=set)

    def add(self, key: str, text: str, place: Place, *, is_guess: bool, unsure: str = "") -> None:
        """Note a reading; the same one twice is one."""
        there = self.says.setdefault(key, [])
        if text and text not in [one.text for one in there]:
            there.append(Said(text, place, is_guess, unsure))
            self.used.add(place.line)

    def readings(self) -> dict[str, Said]:
        """What is said of each key of which anything is."""
        return {key: _one(there) for key, there in self.says.items() if there}


def _one(there: list[Said]) -> Said:
    """The one reading; where there are several, that they are."""
    first = there[0]
    if len(there) == 1:
        return first
    return Said(first.text, first.place, True, " atau ".join(one.text for one in there))


def read_message(raw: bytes, label: str, kind: SheetKind) -> Offers:
    """The event that a message tells of, or that it tells of none."""
    if len(raw) > LARGEST:
        return [], [problem("kiriman-terlalu-besar", Place(label), batas=f"{LARGEST >> 10} KB")]
    if (text := decoded(raw)) is None:
        return [], [problem("kiriman-tidak-terbaca", Place(label), jenis=FORM)]
    lines = [(Place(label, number), line) for number, line in enumerate(message_lines(text), 1)]
    found = _Found()
    _labelled(lines, kind, found)
    _in_sentences(lines, found)
    if "tanggal" not in found.says and "mulai" not in found.says:
        return [], [problem("pesan-tanpa-kegiatan", Place(label))]
    _title(lines, found)
    _sort(lines, kind, found)
    says = found.readings()
    left = _unread(lines, found)
    problems = [warning("pesan-dilewati", place, isi=shown(_bare(line))) for place, line in left[:MOST_TOLD]]
    return [Offer("kegiatan", label, Place(label), says=says)], problems


def decoded(raw: bytes) -> str | None:
    """The text of a message; None where it is none."""
    try:
        text = raw.decode("utf-16" if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    except UnicodeDecodeError:
        return None
    return None if "\x00" in text else text


def message_lines(text: str) -> list[str]:
    """The lines without who sent them and when."""
    plain_text = re.sub("[\u200e\u200f\u202a-\u202e]", "", text).replace("\u00a0", " ")
    lines = (EXPORTED.sub("", line) for line in plain_text.splitlines())
    return ["" if FORWARDED.fullmatch(line) else line for line in lines]


def _bare(line: str) -> str:
    """A line without marks and pictures."""
    bare = PICTURES.sub(" ", line).strip()
    if found := ENCLOSED.fullmatch(bare):  # the pictures stood between the marks and the words
        bare = found[2]
    return " ".join(MARKS.sub("", bare).split())


def _labels(kind: SheetKind) -> dict[str, str]:
    """Each label, and the key that it stands for."""
    named = {name: ".".join(column.path) for name, column in names_of(kind).items()}
    return {**named, **MORE_LABELS}


def _labelled(lines: list[tuple[Place, str]], kind: SheetKind, found: _Found) -> None:
    labels = _labels(kind)
    for number, (place, line) in enumerate(lines):
        key, value = _label(line, labels)
        if key == "bawa":
            _items(lines[number + 1 :], value, place, found)
        elif key and value:
            _read(key, value, place, found)
    _join_weekday(found)


def _join_weekday(found: _Found) -> None:
    """A weekday behind its own label belongs to the day behind another one: Hari: Kamis, Tgl: 3 Des 2026."""
    there = found.says.get("tanggal", [])
    name = next((one for one in there if re.fullmatch(WEEKDAY, one.text, re.I)), None)
    days = [one for one in there if one is not name]
    if name and days:
        found.says["tanggal"] = [replace(one, unsure=one.unsure or _other_weekday(name.text, one.text)) for one in days]


def _label(line: str, labels: Mapping[str, str]) -> tuple[str, str]:
    """The key of a line, by its label or its picture, and what stands behind that; "" for a line without."""
    bare = _bare(line)
    label = LABEL.fullmatch(bare)
    if label and (key := labels.get(plain(label[1]))):
        return key, label[2]
    if contact := CONTACT.fullmatch(bare):
        return "tanya.telepon", contact[1]
    return next((MEANT[one] for one in line if one in MEANT), ""), bare


def _items(below: list[tuple[Place, str]], value: str, place: Place, found: _Found) -> None:
    """What has to be brought: behind the label, or one a line below it."""
    items = [value] if value else []
    for at, line in below:
        item = ITEM.fullmatch(line.strip())
        if not item:
            break
        items.append(_bare(item[1]))
        found.used.add(at.line)
    found.add("bawa", "\n".join(items) if len(items) > 1 else "".join(items), place, is_guess=False)


def _read(key: str, value: str, place: Place, found: _Found) -> None:
    """A labelled value. Day and hours often stand behind one label."""
    if key in ("tanggal", "mulai"):
        if not (_day(value, place, found, is_guess=False) | _hours(value, place, found, is_guess=False)):
            _other_hours(key, value, place, found)
    elif key == "tanya.telepon":
        number = TELEPHONE.search(value)
        if number:
            found.add(key, number[0].strip(), place, is_guess=True)
            behind = re.match(r"\s*\(([^()\d]+)\)", value[number.end() :])
            name = _bare(value[: number.start()].strip(" ,:;(-")) or (behind[1].strip() if behind else "")
            found.add("tanya.nama", name, place, is_guess=True)
    elif key == "tempat":
        _venue(value, place, found, is_guess=False)
    else:
        found.add(key, value, place, is_guess=False)


def _other_hours(key: str, value: str, place: Place, found: _Found) -> None:
    """Hours that no clock has, behind their label: 8 pagi - selesai."""
    meant = mended("waktu-tidak-terbaca", value) if key == "mulai" else ""
    if pair := PAIR.fullmatch(meant):
        found.add("mulai", pair[1], place, is_guess=True)
        found.add("selesai", pair[2], place, is_guess=True)
    else:
        found.add(key, meant or value, place, is_guess=bool(meant))


def _in_sentences(lines: list[tuple[Place, str]], found: _Found) -> None:
    """Day, hours and place of sentences, for what no label says."""
    needs = {key for key in ("tanggal", "mulai", "tempat", "bawa") if key not in found.says}
    bare = [(place, _bare(line)) for place, line in lines]
    for place, text in bare:
        _in_sentence(text, place, needs, found)
    if "tempat" not in found.says:
        _plain_venue([(place, text) for place, text in bare if text], found)


def _in_sentence(text: str, place: Place, needs: set[str], found: _Found) -> None:
    if "tanggal" in needs:
        _day(text, place, found, is_guess=True)
    if "mulai" in needs and (TELLS_HOURS.search(text) or HOURS.fullmatch(text)):
        _hours(DAY.sub(" ", text), place, found, is_guess=True)
    if "tempat" in needs:
        _somewhere(text, place, found)
    if "bawa" in needs:
        _bring(text, place, found)


def _plain_venue(lines: list[tuple[Place, str]], found: _Found) -> None:
    """A place in small letters, of the last line that names one; else a line below the first that is a place alone."""
    named = [(place, one[1]) for place, bare in lines if (one := PLAIN_VENUE.search(bare))]
    alone = [(place, bare) for place, bare in lines[1:] if VENUE_ALONE.fullmatch(bare)]
    for place, text in named[-1:] or alone[:1]:
        _venue(text, place, found, is_guess=True)


def _somewhere(text: str, place: Place, found: _Found) -> None:
    """The place of a sentence: di Balai Desa Sukamaju, di balai desa."""
    if venue := VENUE.search(text):
        _venue(re.sub(r"[ ,]+dan$", "", venue[1]), place, found, is_guess=True)


def _bring(text: str, place: Place, found: _Found) -> None:
    """What has to be brought, of a sentence: Bawa KTP & KK ya."""
    if things := BRING.search(text):
        items = re.split(r"\s*(?:,|&|\bdan\b)\s*", PLEASE.sub("", things[1].strip()))
        found.add("bawa", ", ".join(item for item in items if item), place, is_guess=True)


def _day(text: str, place: Place, found: _Found, *, is_guess: bool) -> bool:
    """The days of a text, each held against its weekday; whether there are any."""
    for one in DAY.finditer(text):
        meant = mended("tanggal-tidak-terbaca", one[2]) or one[2]
        unsure = _other_weekday(one[1], meant)
        found.add("tanggal", meant, place, is_guess=is_guess or meant != one[0], unsure=unsure)
    if DAY.search(text):
        return True
    vague = NO_YEAR.search(text) or VAGUE.search(text)
    if vague:
        found.add("tanggal", vague[0], place, is_guess=True, unsure=f"{vague[0]}: tahunnya atau harinya tidak ditulis")
    return bool(vague)


def _other_weekday(name: str | None, day: str) -> str:
    """What is wrong where a day has another name than it is given."""
    try:
        real = DAYS[date.fromisoformat(day).weekday()]
    except ValueError:
        return ""
    given = (name or "").lower().replace("'", "").replace("ahad", "minggu")
    return f"{name}, tetapi {day} hari {real}" if given and given != real.lower() else ""


def _hours(text: str, place: Place, found: _Found, *, is_guess: bool) -> bool:
    """The hours of a text; whether there are any."""
    spans = list(HOURS.finditer(DAY.sub(" ", text)))
    for one in spans:
        named = one[2] or one[4]  # who writes one zone means it for both
        zone = f" {named.upper()}" if named else ""
        begins = _clock(one[1])
        found.add("mulai", f"{begins}{zone}", place, is_guess=is_guess or begins != one[1])
        if one[3]:
            end = "selesai" if one[3].lower() == "selesai" else f"{_clock(one[3])}{zone}"
            found.add("selesai", end, place, is_guess=is_guess)
    return bool(spans)


def _clock(text: str) -> str:
    """8, 08:00 and "3 sore" as a time; what is none stays, to be told."""
    return mended("waktu-tidak-terbaca", text) or text


def _venue(text: str, place: Place, found: _Found, *, is_guess: bool) -> None:
    if area := SUBDISTRICT.search(text):
        found.add("kecamatan", area[1], place, is_guess=True)
        text = SUBDISTRICT.sub("", text)
    found.add("tempat", re.sub(r"^di (?=[A-Z0-9])", "", text.strip(" ,.")), place, is_guess=is_guess)


def _title(lines: list[tuple[Place, str]], found: _Found) -> None:
    """The first line in bold, else the first words in bold, else the first line: of those that say nothing else, greet
    nobody, and don't stand above any announcement."""
    if "judul" in found.says:
        return
    free = [(place, line) for place, line in _unread(lines, found) if _can_be_title(_bare(line))]
    parts = (_first_match(BOLD_LINE, free), _first_match(BOLD_PART, free), _first_match(ANY_LINE, free))
    if title := next(filter(None, parts), None):
        found.add("judul", _bare(title[1]).strip(" :!."), title[0], is_guess=True)


def _first_match(form: re.Pattern[str], lines: list[tuple[Place, str]]) -> tuple[Place, str] | None:
    """The first part of lines that has a form, and its place."""
    return next(((place, part[0]) for place, line in lines if (part := form.search(line))), None)


def _can_be_title(bare: str) -> bool:
    return not GREETING.match(bare) and not HEADING.fullmatch(bare) and len(bare) <= LONGEST_TITLE


def _unread(lines: list[tuple[Place, str]], found: _Found) -> list[tuple[Place, str]]:
    """The lines that say something which nothing was taken of."""
    return [(place, line) for place, line in lines if _bare(line) and place.line not in found.used]


def _sort(lines: list[tuple[Place, str]], kind: SheetKind, found: _Found) -> None:
    """The kind of event whose name stands in the text, where one alone does."""
    column = kind.column(("jenis",))
    if column is None or "jenis" in found.says:
        return
    there = {
        title: place
        for place, line in lines
        for title in column.choices.values()
        if re.search(rf"\b{re.escape(title)}\b", _bare(line), re.I)
    }
    if len(there) == 1:
        ((title, place),) = there.items()
        found.says["jenis"] = [Said(title, place, is_guess=True)]
