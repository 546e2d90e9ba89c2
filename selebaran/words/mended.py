"""What somebody meant who wrote a day, a time, a rhythm or a name in another way than it is taken, where that has one
reading. It is offered in the cure, and never put in the place of what was typed."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from selebaran.model.hours import DAYS, KNOWN, HoursFault, read_hours
from selebaran.model.record import ADDRESS, NO_NAME, PICTURE
from selebaran.words.near import nearest

MONTHS = ("jan", "feb", "mar", "apr", "mei", "jun", "jul", "agu", "sep", "okt", "nov", "des")
"""How the months begin; "agustus", "agt" and "ags" are one of them."""
SPELT = {"agt": "agu", "ags": "agu", "aug": "agu", "may": "mei", "oct": "okt", "dec": "des", "nop": "nov", "peb": "feb"}
NUMBERS = ("satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
LONGEST = 120
"""Letters of a text that is looked at."""
LONGEST_PICTURE = 80
HALF_DAY, FORENOON = 12, 10
"""Hours that the afternoon is counted from, and from which on "siang" may be before noon."""
LATER = 2000
"""What a year of two digits is counted from."""
DAY_FIRST = re.compile(r"(\d{1,2})\s*[-/. ]\s*(\d{1,2}|[a-z]{3,9})\.?\s*[-/. ]\s*(\d{4}|\d{2})")
YEAR_FIRST = re.compile(r"(\d{4})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*(\d{1,2})")
MONTH = re.compile(
    r"(?:(?P<year>\d{4})[-/. ]+(?P<number>\d{1,2})|(?P<word>\d{1,2}|[a-z]{3,9})[-/. ]+(?P<later>\d{4})"
    r"|(?P<short>[a-z]{3,9})[-/. ]+(?P<two>\d{2}))"
)
LAST_MONTH = 12
WEEKDAYS = "(?:senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|ahad)"
WEEKDAY = re.compile(rf"{WEEKDAYS}[ ,/]+")
CLOCK = (
    r"(?:jam|pukul|pkl\.?)?\s*([01]?\d|2[0-3])\s*(?:[.:]\s*([0-5]\d)|\b)(?:\s*(pagi|siang|sore|petang|malam))?"
    r"(?:\s*(wib|wita|wit))?"
)
RANGE = re.compile(rf"{CLOCK}\s*(?:-|–|—|s\.?\s?/?d\.?|sampai|hingga)\s*{CLOCK}")
TIME = re.compile(CLOCK)
OPEN = re.compile(rf"{CLOCK}\s*(?:-|–|—|s\.?\s?/?d\.?|sampai(?: dengan)?|hingga)\s*selesai")
UNTIL_THE_END = re.compile(r"(?:s\.?\s?/?d\.?|sampai(?: dengan)?|hingga)\s*selesai")
WORDED_SPAN = re.compile(r"\s*(?:\bs\.?\s?/?d\b\.?|\bsampai(?: dengan)?\b|\bhingga\b|\s[-–—]\s)\s*")
DAYS_OF_MONTH = re.compile(r"(\d{1,2})\s*[-–—]\s*(\d{1,2}\s+[a-z]{3,9}\s+\d{4})")
RHYTHM = re.compile(r"(?:setiap|tiap|per|se)?\s*([1-9]|[a-z]+)?\s*(pekan|minggu|bulan)(?:an)?(?:\s+sekali)?")
EACH_DAY = re.compile(rf"(?:(?:setiap|tiap)\s+)?(?:hari\s+)?{WEEKDAYS}")
"""A day of the week, which comes every week."""
QUARTERS = {"triwulan": "3 bulan", "semester": "6 bulan", "dwi mingguan": "2 pekan", "dwimingguan": "2 pekan"}
"""Words for spans of months and weeks."""
QUOTES: dict[str, str | int | None] = {"“": "", "”": "", "‟": "", '"': "", "`": "’", "´": "’", "′": "’", "‛": "’"}
"""Marks of Word and of keyboards that a name can do without, or has another for."""


def mended(code: str, typed: str) -> str:
    """What was meant by a text that has the fault `code`; "" where it has no reading, or more than one."""
    mender = MENDERS.get(code)
    return mender(typed.strip()) if mender and len(typed) <= LONGEST else ""


def _plain(typed: str) -> str:
    """In small letters, without quotation marks and without the comma of a list."""
    return " ".join(re.sub(r"[“”‘’\"']|,$", "", typed.lower()).split())


def _day(typed: str) -> str:
    """12/03/2026, 12-3-26, Kamis 12 Maret 2026 and 2026/3/12. Who writes by hand in Indonesia puts the day first."""
    bare = WEEKDAY.sub("", _plain(typed))
    if found := YEAR_FIRST.fullmatch(bare):
        return _written(found[1], found[2], found[3])
    if found := DAY_FIRST.fullmatch(bare):
        return _written(found[3], found[2], found[1]) or _written(found[3], found[1], found[2])
    return _span(bare)


def has_no_such_day(typed: str) -> bool:
    """Whether a text names a day that no calendar has: 31 Februari 2026, 30/02/2026."""
    bare = WEEKDAY.sub("", _plain(typed))
    found = DAY_FIRST.fullmatch(bare)
    turned = YEAR_FIRST.fullmatch(bare)
    day, month, year = found.groups() if found else (turned.groups()[::-1] if turned else ("", "", ""))
    is_named = bool(year) and 1 <= _month_number(month) <= LAST_MONTH
    return is_named and not _written(year, month, day) and not (found and _written(year, day, month))


def _span(typed: str) -> str:
    """7-9 Desember 2026, 7 s.d. 9 Desember 2026, 28 Desember - 3 Januari 2027, Senin 7 Desember 2026 sampai Rabu 9
    Desember 2026."""
    found = DAYS_OF_MONTH.fullmatch(typed)
    parts = [found[1], found[2]] if found else WORDED_SPAN.split(typed)
    if len(parts) != 2:
        return ""
    last = _day(parts[1])
    first = f"{last[:8]}{int(parts[0]):02}" if last and parts[0].isdecimal() else _day(parts[0])
    first = first or _before(last, parts[0])
    return f"{first} s.d. {last}" if first and last and first < last else ""


def _before(last: str, typed: str) -> str:
    """The day before another one, behind which alone the year stands."""
    years = (int(last[:4]), int(last[:4]) - 1) if last else ()
    days = (_day(f"{typed} {year}") for year in years)
    return next((day for day in days if day and day < last), "")


def _written(year: str, month: str, day: str) -> str:
    number = _month_number(month)
    try:
        return date(int(year) + (LATER if len(year) < 4 else 0), number, int(day)).isoformat()
    except ValueError:
        return ""


def _month_number(typed: str) -> int:
    """The number of a month, from its name or digits; 0 for none."""
    if typed.isdecimal():
        return int(typed)
    begun = SPELT.get(typed[:3], typed[:3])
    return MONTHS.index(begun) + 1 if begun in MONTHS else 0


def _month(typed: str) -> str:
    found = MONTH.fullmatch(_plain(typed))
    if not found:
        return ""
    number = _month_number(found["number"] or found["word"] or found["short"])
    year = found["year"] or found["later"] or str(LATER + int(found["two"]))
    return f"{year}-{number:02}" if 1 <= number <= LAST_MONTH else ""


def _time(typed: str) -> str:
    """09.00-12.00 are two keys; "pukul 9" is one time. Zones stay: whether 08.00 WIB is local time, they must tell."""
    plain = _as_clocks(_plain(typed))
    if found := RANGE.fullmatch(plain):
        zone = found[4] or found[8]  # who writes one zone means it for both
        first, last = _clock(found[1], found[2], found[3], zone), _clock(found[5], found[6], found[7], zone)
        return f"mulai: {first}, selesai: {last}"
    if found := OPEN.fullmatch(plain):
        return f"mulai: {_clock(*found.groups())}, selesai: selesai"
    if UNTIL_THE_END.fullmatch(plain):
        return "selesai"
    found = TIME.fullmatch(plain)
    meant = _clock(*found.groups()) if found else ""
    return meant if meant.lower() != typed.lower() else ""


def _as_clocks(plain: str) -> str:
    """Times as other programs write them, as offices do: 09:00:00, 9,30, 0900, 9:00 AM, 1 PM."""
    text = re.sub(r"\b(\d{1,2}[.:][0-5]\d)[.:]00\b", r"\1", plain)
    text = re.sub(r"\b(\d{1,2}),([0-5]\d)\b", r"\1.\2", text)
    text = re.sub(r"(?<![\d.:])([01]\d|2[0-3])([0-5]\d)(?![\d.:])", r"\1.\2", text)
    return re.sub(r"\b(\d{1,2})((?:[.:][0-5]\d)?)\s*([ap])\.?m\b\.?", _of_half_day, text)


def _of_half_day(found: re.Match[str]) -> str:
    hour = int(found[1]) % HALF_DAY + (HALF_DAY if found[3] == "p" else 0)
    return f"{hour}{found[2] or '.00'}" if 1 <= int(found[1]) <= HALF_DAY else found[0]


def _clock(hour: str, minute: str | None, part: str | None, zone: str | None) -> str:
    """08.00 WIB. "3 sore" is 15.00; "11 siang" is before noon, and so is every hour of the morning."""
    is_late = part in ("sore", "petang", "malam") or (part == "siang" and int(hour) < FORENOON)
    number = int(hour) + (HALF_DAY if is_late and int(hour) < HALF_DAY else 0)
    return f"{number:02}.{minute or '00'}{f' {zone.upper()}' if zone else ''}"


def _hours(typed: str) -> str:
    """Hours whose days are misspelt, with the days that they are most like."""
    named = re.sub(r"[A-Za-z’']{4,}", lambda found: _day_name(found[0]), typed)
    try:
        return read_hours(named).words if named != typed else ""
    except HoursFault:
        return ""


def _day_name(word: str) -> str:
    plain = word.lower()
    return word if plain in KNOWN else nearest(plain, [name.lower() for name in DAYS]).capitalize() or word


def _rhythm(typed: str) -> str:
    """Dua pekan, "setiap 2 minggu", "2 mingguan". "minggu" alone is the day as well, and a week to most."""
    plain = _plain(typed)
    if EACH_DAY.fullmatch(plain):
        return "pekan"
    if span := QUARTERS.get(re.sub(r"^(?:setiap|tiap|per)\s+", "", plain)):
        return span
    found = RHYTHM.fullmatch(plain)
    if not found:
        return ""
    count, unit = found[1] or "1", "bulan" if found[2] == "bulan" else "pekan"
    if not count.isdecimal():
        if count not in NUMBERS:
            return ""
        count = str(NUMBERS.index(count) + 1)
    return unit if count == "1" else f"{count} {unit}"


def _name(typed: str) -> str:
    """A name without the marks that it need not have; "" where others are left that no name has."""
    name = " ".join(typed.translate(str.maketrans(QUOTES)).split())
    return "" if NO_NAME.search(name) else name


def _picture(typed: str) -> str:
    """WhatsApp Image 2026-11-21 at 09.30.jpeg as an address can have it; "" for what is no picture."""
    stem, _, ending = typed.lower().rpartition(".")
    name = f"{re.sub('[^a-z0-9]+', '-', stem).strip('-')}.{ending}"
    return name if re.fullmatch(PICTURE.pattern, name) and len(name) <= LONGEST_PICTURE else ""


def _page_name(typed: str) -> str:
    """Posko desa.md and posko.txt as an address can have it. What Word or a sheet saved is no text."""
    stem, _, ending = typed.lower().rpartition(".")
    address = _address(stem) if ending in ("md", "txt") and typed.count("/") < 2 else ""
    return f"{address}.md" if address else ""


def _address(typed: str) -> str:
    """Aduan Warga, /Aduan_Warga/, content/aduan-warga.md and https://… with such an address at its end."""
    path = re.sub(r"^https?://[^/]*", "", typed.lower()).removeprefix("content/")
    steps = re.sub(r"(index)?\.(md|html?)$", "", path.strip("/ ")).split("/")
    address = "/".join(filter(None, (re.sub(r"[^a-z0-9]+", "-", step).strip("-") for step in steps)))
    return address if re.fullmatch(ADDRESS.pattern, address) else ""


MENDERS: dict[str, Callable[[str], str]] = {
    "tanggal-tidak-terbaca": _day,
    "bulan-tidak-terbaca": _month,
    "waktu-tidak-terbaca": _time,
    "jam-buka-tidak-terbaca": _hours,
    "pilihan-tidak-sah": _rhythm,
    "nama-tidak-sah": _name,
    "nama-gambar-tidak-sah": _picture,
    "alamat-tidak-sah": _address,
    "nama-halaman-tidak-sah": _page_name,
}
"""What reads the text of a fault, by its code."""
