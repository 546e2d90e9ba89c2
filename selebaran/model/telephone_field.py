"""A field as somebody typed it -> the numbers in it, or why nobody can tell which they are.

Officials type "0438 21001 / 21002", "Telp. 0254 200134/35", "021 5551234 pesawat 12 dan WA 0812…"; a spreadsheet eats
the 0 in front. What has one reading is taken so; what has more is refused with all of them, for a wrong number on an
emergency page is worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from selebaran.model.telephone import (
    SEPARATORS,
    Dialling,
    Number,
    Telephone,
    TelephoneFault,
    area_of,
    digits_of,
    readings,
    tidy,
    with_words,
    without_area,
)

LONGEST = 80
CALLED = "telp|telepon|tlp|tel|phone|hp"
BETWEEN = re.compile(rf"\s*(?:[/,;|&]|\b(?:dan|atau)\b)\s*|\s+(?=(?:{CALLED}|wa|whatsapp)\b[ .:]*[+(]?\d)", re.I)
LABEL = re.compile(rf"^(?:(?P<wa>wa|whatsapp)|{CALLED}|no|nomor|hotline|call cent(?:er|re)|t(?=[.:]))\b[ .:]*", re.I)
LABEL_AFTER = re.compile(r"\s*\(?\b(?P<wa>wa|whatsapp)\)?$", re.I)
EXTENSION = re.compile(
    r"[\s,(]*\b(?:ext|ekst|pesawat|psw)\b[ .:]*"
    r"(?P<number>\d{1,5}(?:\s*(?:[/,&]|dan|atau)\s*\d{1,4}(?![\d ().–-]*\d))*)\)?",
    re.I,
)
"""Also several of one switchboard: "pesawat 101/102"."""
TO = re.compile(r"\s*\b(?:s\s?[./]\s?d\b\.?|sampai(?: dengan)?\b|hingga\b)\s*(?=[\d(+])", re.I)
BESIDE = re.compile(
    r"\b(?:telp|telepon|tlp|tel)\.?\s?/\s?(?:fax|faks)\b|\b(?:fax|faks)\.?\s?/\s?(?:telp|telepon|tel)\b", re.I
)
"""A line that also takes faxes."""
SHARED = re.compile(r"\s*\(?\bhunting\b\)?", re.I)
"""Says that one number stands for several lines."""
AROUND = " \"'“”‘’.,;="
"""What sheets, sentences and quotations leave at the ends of a number."""
CHAT = re.compile(r"^(?:https?://)?(?:wa\.me/|api\.whatsapp\.com/send/?\?phone=)\+?(\d+)/?(?:[?&].*)?$", re.I)
SPREADSHEET = re.compile(r"(\d{5,})\.0")
SHORTENED = re.compile(r"\d+(?:[.,]\d+)?e\+?\d+", re.I)
ONLY_NUMBER = re.compile(rf"\+?(?:{SEPARATORS}|\d)*\d(?:{SEPARATORS}|\d)*")
ONLY_AREA = re.compile(r"\(?0\d{2,3}\)?")
DASH = re.compile(r"\s+[-–]\s*|\s*[-–]\s+")
GAP = re.compile(rf"{DASH.pattern}|\s+(?=\+|\(?0)")
ENDING = re.compile(r"(?P<base>.*\d)\s?[-–]\s?(?P<ending>\d{1,2})")
MOST_PARTS = 8
MOST_OF_A_RANGE = 20


@dataclass(frozen=True)
class _Part:
    """What stands between two separators: a number's text and the words beside it."""

    text: str
    before: str = ""
    after: str = ""


def read_telephone(typed: str, where: Dialling) -> Telephone:
    """The numbers of a field. Raises `TelephoneFault`."""
    text = tidy(typed)
    if chat := CHAT.fullmatch(text):
        text = f"WA {_of_chat(chat)}"
    if len(text) > LONGEST:
        raise TelephoneFault("teks-terlalu-panjang", max_length=str(LONGEST))
    if SHORTENED.fullmatch(text):
        raise TelephoneFault("telepon-terpotong", isi=typed)
    text = SPREADSHEET.sub(r"\1", text) if SPREADSHEET.fullmatch(text) else text
    text = TO.sub(" - ", BESIDE.sub("Telp", SHARED.sub("", text))).strip(AROUND)
    numbers: list[Number] = []
    for part in _parts(text, typed):
        numbers += _numbers(part, numbers[-1] if numbers else None, where)
    if not numbers:
        raise TelephoneFault("telepon-tidak-terbaca", isi=typed)
    return Telephone(tuple(dict.fromkeys(numbers)))


def read_chat(typed: str, where: Dialling) -> Telephone:
    """The same of a field for WhatsApp, which also takes the address that WhatsApp itself gives for a number."""
    chat = read_telephone(typed, where)
    for number in chat.numbers:
        if not number.dial.startswith(("+", "0")):
            raise TelephoneFault("telepon-bukan-wa", isi=number.shown)
    return Telephone(tuple(with_words(number, "", number.after) for number in chat.numbers))


def _of_chat(found: re.Match[str]) -> str:
    """The number in an address of WhatsApp, which leaves the + of the country out."""
    return f"+{found[1]}" if found[1].startswith("62") else found[1]


def _parts(text: str, typed: str) -> Iterator[_Part]:
    """The text cut at its separators; a label that stands alone belongs to what follows, and so does an area code:
    "HP/WA 0812…", "0438/21001"."""
    held = before = ""
    for piece in BETWEEN.split(EXTENSION.sub(_extended, text)):
        if not piece:
            continue
        rest, label = _without_label(piece)
        before = label or before
        if not rest:
            continue
        if ONLY_AREA.fullmatch(rest) and not held:
            held = rest
            continue
        number, _, extension = rest.partition(" x")
        if not ONLY_NUMBER.fullmatch(number):
            raise TelephoneFault("telepon-tidak-terbaca", isi=typed)
        yield _Part(f"{held} {number}".strip(), before, f"pesawat {extension.replace('x', '/')}" if extension else "")
        held = before = ""
    if held:
        yield _Part(held, before)


def _extended(found: re.Match[str]) -> str:
    """The extensions behind a number in a form that no separator cuts: x101x102."""
    return f" x{re.sub(r'[^0-9]+', 'x', found['number'])}"


def _without_label(text: str) -> tuple[str, str]:
    label = ""
    while found := LABEL.match(text):
        text, label = text[found.end() :], "WA" if found["wa"] else label
    if found := LABEL_AFTER.search(text):
        text, label = text[: found.start()], "WA"
    return text.strip(), label


def _numbers(part: _Part, previous: Number | None, where: Dialling) -> list[Number]:
    """The numbers of a part: one, or several that only gaps or a dash keep apart."""
    found = _found(part.text, previous, where)
    if not found and (several := _several(part.text, previous, where)):
        return [with_words(number, part.before, part.after) for number in several]
    if len(found) > 1:
        raise _unclear(part.text, [[number] for number in found])
    if not found:
        raise _undialled(part.text, where)
    _refuse_ending(part.text, found[0], where)
    return [with_words(found[0], part.before, part.after)]


def _found(text: str, previous: Number | None, where: Dialling) -> tuple[Number, ...]:
    """Readings of one number; after another it may lack the area code, or be no more than the last digits."""
    digits = digits_of(text)
    area = area_of(previous) if previous else ""
    found = {number.dial: number for number in readings(text, replace(where, area=area or where.area))}
    is_whole = text.startswith(("0", "+")) and found
    if previous and not is_whole and len(digits) < len(digits_of(previous.shown)):
        ended = f"{_up_to_last(previous.shown, len(digits))}{digits}"
        for number in readings(ended, where):
            found.setdefault(number.dial, number)
        if len(found) > 1:  # "0254 200119 / 119" doesn't say the same number twice
            found.pop(previous.dial, None)
    return tuple(found.values())


def _up_to_last(text: str, count: int) -> str:
    """A text without its last digits, as many as `count`."""
    return re.sub(rf"(?:\d[^\d]*){{{count}}}$", "", text)


def _several(text: str, previous: Number | None, where: Dialling) -> list[Number]:
    """Numbers between which only gaps or a dash stand: "0438 21001 0438 21002". A dash between numbers that lie further
    apart may mean all from one to the other."""
    pieces = [piece for piece in GAP.split(text) if digits_of(piece)]
    if not 1 < len(pieces) <= MOST_PARTS:
        return []
    numbers: list[Number] = []
    for piece in pieces:
        found = _found(piece, numbers[-1] if numbers else previous, where)
        if len(found) != 1:
            return []
        numbers.append(found[0])
    if len(numbers) == len(DASH.split(text)) == 2:
        _refuse_range(text, numbers[0], numbers[1], where)
    return numbers


def _refuse_ending(text: str, whole: Number, where: Dialling) -> None:
    """Refuse "0254 200134-35", which is a number as it stands, and two."""
    found = ENDING.fullmatch(text)
    if not found or found["ending"] <= digits_of(found["base"])[-len(found["ending"]) :]:
        return
    base = readings(found["base"], where)
    if len(base) == 1:
        other = _found(found["ending"], base[0], where)
        raise _unclear(text, [[whole], [base[0], *other]])


def _refuse_range(text: str, first: Number, last: Number, where: Dialling) -> None:
    start, end = int(digits_of(first.dial)), int(digits_of(last.dial))
    if 1 < end - start < MOST_OF_A_RANGE:
        shown, digits = digits_of(first.shown), len(str(end - start)) + 1
        between = [f"{shown[:-digits]}{int(shown[-digits:]) + step:0{digits}}" for step in range(1, end - start)]
        numbers = [found[0] for one in between if (found := readings(one, where))]
        raise _unclear(text, [[first, last], [first, *numbers, last]])


def _unclear(text: str, ways: list[list[Number]]) -> TelephoneFault:
    told = "; ".join(" / ".join(number.shown for number in way) for way in ways)
    return TelephoneFault("telepon-bercabang", isi=text, bacaan=told)


def _undialled(text: str, where: Dialling) -> TelephoneFault:
    if local := without_area(text, where):
        return TelephoneFault("telepon-tanpa-kode-area", isi=text, nomor=local)
    return TelephoneFault("telepon-tidak-tersambung", isi=text)
