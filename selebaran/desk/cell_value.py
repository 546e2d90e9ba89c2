"""A cell as somebody filled it in -> the text that the file is to have, by the kind of its column.

Spreadsheets make numbers of dates, times and telephones. What has one reading is read, and told as a guess; what has
none stays as it was typed, and the record says what is wrong with it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from selebaran.desk.columns import WHERE, Column, Typing
from selebaran.desk.filled import split_list
from selebaran.desk.grid import GridCell
from selebaran.desk.page_files import trimmed
from selebaran.model.event import COORDINATES
from selebaran.model.event_time import ENDING, START
from selebaran.model.record import DATE, MONTH
from selebaran.model.region import bare, folded
from selebaran.model.telephone import Dialling, TelephoneFault
from selebaran.model.telephone_field import read_chat, read_telephone
from selebaran.words.mended import mended
from selebaran.words.near import nearest

DAY_ZERO = date(1899, 12, 30)
"""What spreadsheets count days from."""
SERIAL = range(30_000, 80_000)
"""Numbers that are days of 1982 to 2119 to a spreadsheet."""
MINUTES = 24 * 60
LIKE = 0.8
WHOLE = re.compile(r"(\d{1,3}(?:\.\d{3})+(?=,)|\d{1,3}(?:,\d{3})+(?=\.)|\d+)[.,](0+)")
"""A number with a decimal part that says nothing."""
THOUSAND = 3
"""Digits behind a mark that may part thousands."""
SHORTEST = 7
"""Digits of a telephone whose zero a spreadsheet may have eaten; fewer are a short code."""
YES, NO = {"ya", "y", "yes", "v", "✓", "√", "x", "ada", "true", "1"}, {"tidak", "t", "no", "n", "false", "0", "tdk"}
CUT = re.compile(r"\d[.,]?\d*[eE]\+?\d+")
"""A telephone that a spreadsheet has cut to a few digits: 8,12E+11."""
UNTIL = re.compile(r"(?:s\.?\s?/?d\.?|sampai(?: dengan)?|hingga|-|–)\s*((?:pukul |jam )?\d.*)", re.I)
"""An end behind its word, which the column says already."""
PAIR = re.compile(r"mulai: (.+), selesai: (.+)")
DECIMAL_COMMAS = re.compile(r"\s*(-?\d{1,3}),(\d{2,})\s*[;,\s]\s*(-?\d{1,3}),(\d{2,})\s*")


@dataclass(frozen=True)
class Read:
    """What a cell is taken for. `end` is the end of a span of hours that stood in it; `is_guess` that it isn't what was
    typed; `is_cut` that digits of it are lost."""

    value: str | list[str]
    is_guess: bool = False
    end: str = ""
    is_cut: bool = False


def read_cell(cell: GridCell, column: Column, where: Dialling) -> Read:
    """What a cell is taken for."""
    if column.choices:
        return _choice(cell.text, column)
    return READERS.get(column.typing, _text)(cell, column, where)


def _choice(text: str, column: Column) -> Read:
    wanted = folded(bare(text)) if column.path == WHERE else folded(text)
    names = {folded(title): key for key, title in column.choices.items()}
    names |= {folded(key): key for key in column.choices}
    if wanted in names:
        return Read(names[wanted])
    near = nearest(wanted, names, LIKE)
    return Read(names[near], is_guess=True) if near else Read(text)


def _text(cell: GridCell, column: Column, where: Dialling) -> Read:
    text = " ".join(cell.text.split())
    meant = mended("nama-tidak-sah", text) if column.path[-1] in ("nama", "penyelenggara") else ""
    return Read(meant, is_guess=True) if meant and meant != text else Read(text, is_guess=cell.kind == "tanggal")


def _day(cell: GridCell, column: Column, where: Dialling) -> Read:
    text = " ".join(cell.text.split())
    if cell.kind == "tanggal" or re.fullmatch(DATE.pattern, text):
        return Read(text)
    if cell.kind == "angka" and text.isdecimal() and int(text) in SERIAL:
        return Read((DAY_ZERO + timedelta(int(text))).isoformat(), is_guess=True)
    meant = mended("tanggal-tidak-terbaca", text)
    return Read(meant, is_guess=True) if meant else Read(text)


def _month(cell: GridCell, column: Column, where: Dialling) -> Read:
    text = " ".join(cell.text.split())
    if re.fullmatch(MONTH.pattern, text):
        return Read(text)
    day = _day(cell, column, where).value
    meant = mended("bulan-tidak-terbaca", text) or (day[:7] if re.fullmatch(DATE.pattern, str(day)) else "")
    return Read(str(meant), is_guess=True) if meant else Read(text)


def _time(cell: GridCell, column: Column, where: Dialling) -> Read:
    text = " ".join(cell.text.split())
    if cell.kind == "angka" and (number := float(text)) < 24:
        return Read(_clock(number), is_guess=True)
    if re.fullmatch(START.pattern, text) or re.fullmatch(ENDING.pattern, text):
        return Read(text)
    until = UNTIL.fullmatch(text) if column.path[-1] == "selesai" else None
    meant = _ending(until[1]) if until else mended("waktu-tidak-terbaca", text)
    if pair := PAIR.fullmatch(meant):
        return Read(pair[1], is_guess=True, end=pair[2])
    return Read(meant, is_guess=True) if meant else Read(text)


def _ending(text: str) -> str:
    """An end without the word before it."""
    return text if re.fullmatch(ENDING.pattern, text) else mended("waktu-tidak-terbaca", text)


def _clock(number: float) -> str:
    """0,375 of a day is 09.00; 8,3 is what a spreadsheet makes of 8.30."""
    if 0 < number < 1:
        hour, minute = divmod(round(number * MINUTES), 60)
    else:
        hour, minute = int(number), round((number - int(number)) * 100)
    return f"{hour:02}.{minute:02}"


def _phone(cell: GridCell, column: Column, where: Dialling) -> Read:
    text = " ".join(cell.text.split())
    if CUT.fullmatch(text):
        return Read(text, is_cut=True)
    read = read_chat if column.path[-1] == "wa" else read_telephone
    lost_zero = text.isdecimal() and not text.startswith("0") and len(text) >= SHORTEST
    tried = (f"0{text}", text, f"+{text}") if lost_zero else (text,)
    meant = next((one for one in tried if _can_be_dialled(one, read, where)), text)
    return Read(meant, is_guess=meant != text)


def _can_be_dialled(text: str, read: Callable[[str, Dialling], object], where: Dialling) -> bool:
    try:
        read(text, where)
    except TelephoneFault:
        return False
    return True


def _yes(cell: GridCell, column: Column, where: Dialling) -> Read:
    plain = cell.text.casefold().strip(" .!")
    found = "ya" if plain in YES else "tidak" if plain in NO else ""
    return Read(found or cell.text, is_guess=bool(found) and found != cell.text)


def _list(cell: GridCell, column: Column, where: Dialling) -> Read:
    return Read(split_list(re.sub(r"(?m)^\s*(?:[-•–*]|\d+[.)])\s+", "", cell.text)))


def _body(cell: GridCell, column: Column, where: Dialling) -> Read:
    return Read(trimmed(cell.lines or cell.text))


def _number(cell: GridCell, column: Column, where: Dialling) -> Read:
    text = "".join(cell.text.split())
    if re.fullmatch(r"\d{1,3}([.,]\d{3})+", text):
        return Read(re.sub("[.,]", "", text), is_guess=True)
    whole = WHOLE.fullmatch(text)
    return Read(re.sub("[.,]", "", whole[1]), is_guess=True) if whole and len(whole[2]) != THOUSAND else Read(text)


def _spot(cell: GridCell, column: Column, where: Dialling) -> Read:
    text = " ".join(cell.text.split())
    found = DECIMAL_COMMAS.fullmatch(text)
    if COORDINATES.fullmatch(text) or not found:
        return Read(text)
    return Read(f"{found[1]}.{found[2]}, {found[3]}.{found[4]}", is_guess=True)


READERS: Mapping[Typing, Callable[[GridCell, Column, Dialling], Read]] = {
    "tanggal": _day,
    "bulan": _month,
    "jam": _time,
    "telepon": _phone,
    "ya": _yes,
    "daftar": _list,
    "angka": _number,
    "naskah": _body,
    "titik": _spot,
}
