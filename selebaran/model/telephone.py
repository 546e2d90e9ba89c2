"""Telephones: what can be dialled, and each way in which one typed number can be meant.

libphonenumber knows which numbers there can be in Indonesia; short codes are those that the campaign lists; numbers
that begin with 0000 lead nowhere, and stand in made-up districts only. What none of the three knows is never dialled.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import SupportsIndex

COUNTRY = "62"
MADE_UP = "0000"
MADE_UP_DIGITS = range(8, 14)
LOCAL_DIGITS = range(5, 9)
"""Digits of a number as neighbours dial it, without its area code."""
LONGEST_LINE = 10
"""Digits of a land line with its area code, without the 0. Longer ones are valid, but hardly anybody has one."""
LONGEST_RUN = 8
"""Digits that can be read without a gap between them."""
DASHES = str.maketrans(dict.fromkeys("‐‑‒—―−﹘﹣－", "-"))
SEPARATORS = r"[ ().–-]"


@dataclass(frozen=True)
class Dialling:
    """What is known where a number was typed: the district's area code, the short codes that the campaign lists, and
    whether the district is made up."""

    area: str = ""
    short: frozenset[str] = frozenset()
    is_made_up: bool = False


@dataclass(frozen=True)
class Number:
    """One number. `dial` is what a phone dials: the number with +62, a short code, or a nationwide number without an
    area. `shown` is what residents read, `before` and `after` the words beside it: "WA", "pesawat 12"."""

    dial: str
    shown: str
    before: str = ""
    after: str = ""

    @property
    def tel(self) -> str:
        """A link that calls the number (RFC 3966). It never holds the extension: a phone that doesn't know `;ext=`
        takes its letters for keys, so the switchboard is called, and the text names the extension."""
        return f"tel:{self.dial}"

    @property
    def wa(self) -> str:
        """A link that opens a WhatsApp chat."""
        return f"https://wa.me/{re.sub('^0', COUNTRY, self.dial.removeprefix('+'))}"

    @property
    def text(self) -> str:
        """The number with the words beside it."""
        return " ".join(part for part in (self.before, self.shown, self.after) if part)


class Telephone(str):
    """A field's numbers as residents read them, in one text; each is known by itself."""

    __slots__ = ("numbers",)
    numbers: tuple[Number, ...]

    def __new__(cls, numbers: tuple[Number, ...]) -> Telephone:
        """The text is made of the numbers."""
        made = super().__new__(cls, " / ".join(number.text for number in numbers))
        made.numbers = numbers
        return made

    def __reduce_ex__(self, protocol: SupportsIndex) -> tuple[type[Telephone], tuple[tuple[Number, ...]]]:
        return type(self), (self.numbers,)


class TelephoneFault(Exception):
    """What was typed can't be dialled, or in more than one way: a problem's code and its values."""

    def __init__(self, code: str, **values: str) -> None:
        super().__init__(code)
        self.code = code
        self.values = values


def tidy(text: str) -> str:
    """A text with ordinary digits, spaces and hyphens: wide digits, no-break spaces and Word's dashes come from phones
    and word processors. An en dash stays."""
    plain = "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in unicodedata.normalize("NFKC", text))
    return " ".join(plain.translate(DASHES).split())


def digits_of(text: str) -> str:
    """The digits of a text, nothing else."""
    return re.sub(r"[^0-9]", "", text)


def readings(text: str, where: Dialling) -> tuple[Number, ...]:
    """Each number that a tidy text can mean, the likeliest first; a number that was typed whole means itself alone."""
    digits = digits_of(text)
    if digits in where.short:
        return (Number(digits, text),)
    found: dict[str, Number] = {}
    for national, is_whole in _nationals(text, digits, where):
        if dial := _dialled(national, where):
            found.setdefault(dial, Number(dial, text if is_whole and _is_readable(text) else written(national)))
    return _likely(tuple(found.values())) if _is_without_start(text) else tuple(found.values())


def _likely(found: tuple[Number, ...]) -> tuple[Number, ...]:
    """Without land lines that are longer than nearly all, if another is left."""
    usual = [one for one in found if len(one.dial) <= len("+62") + LONGEST_LINE or one.dial.startswith("+628")]
    return tuple(usual) or found


def _is_without_start(text: str) -> bool:
    """Whether neither a 0, nor the country, nor an area code in brackets tells where the number begins."""
    return not text.startswith(("0", "+", "("))


def area_of(number: Number) -> str:
    """The area code of a land line, such as 0438; nothing for any other number."""
    if number.dial.startswith(MADE_UP):
        return MADE_UP
    length = _area_length(number.dial) if number.dial.startswith("+") else 0
    return f"0{number.dial[3 : 3 + length]}" if length and number.dial[3] != "8" else ""


def is_area(code: str, *, is_made_up: bool) -> bool:
    """Whether there are land lines with this area code."""
    if not re.fullmatch("0[0-9]{2,3}", code):
        return False
    return (is_made_up and code == MADE_UP) or any(
        area_of(Number(f"+62{code[1:]}{line}", "")) == code
        for line in ("200000", "2000000")
        if _is_valid(code[1:] + line)
    )


def written(national: str) -> str:
    """A number as Indonesians write it: 0438 21003, 0812-0000-1234. `national` is without the 0 in front."""
    import phonenumbers as library

    if national.startswith(MADE_UP[1:]):
        return f"{MADE_UP} {national[3:]}"
    number = library.parse(f"+{COUNTRY}{national}")
    return re.sub(r"^\((\d+)\)", r"\1", library.format_number(number, library.PhoneNumberFormat.NATIONAL))


def without_area(text: str, where: Dialling) -> str:
    """A number that lacks an area code which nobody knows; nothing for any other text."""
    digits = digits_of(text)
    return digits if len(digits) in LOCAL_DIGITS and _is_without_start(text) and not where.area else ""


def _nationals(text: str, digits: str, where: Dialling) -> Iterator[tuple[str, bool]]:
    """What the digits can stand for, without the 0 in front, and whether nothing had to be added or taken away."""
    if text.lstrip("( ").startswith("+") or digits.startswith(f"00{COUNTRY}"):
        country, rest = digits.removeprefix("00")[:2], digits.removeprefix("00")[2:]
        if country == COUNTRY:
            is_made_up = rest.startswith(MADE_UP[1:]) and not rest.startswith(
                MADE_UP
            )  # its own zeros, not the one in front
            yield rest if is_made_up else rest.removeprefix("0"), text.startswith("+") and not rest.startswith("0")
    elif digits.startswith("0"):
        yield digits[1:], True
    elif digits.startswith("1"):  # 1500567; no line of a neighbour begins so
        yield digits, True
    else:
        yield from ((national, False) for national in _completed(text, digits, where))


def _completed(text: str, digits: str, where: Dialling) -> Iterator[str]:
    """What the digits can stand for when they lack the + of the country, the 0 in front, or the area code."""
    is_local = len(digits) in LOCAL_DIGITS
    if digits.startswith(COUNTRY):
        yield digits[2:].removeprefix("0")
    if text.startswith("(") or where.area or not is_local:
        yield digits
    if where.area and (is_local or where.area == MADE_UP):
        yield f"{where.area[1:]}{digits}"


def _dialled(national: str, where: Dialling) -> str:
    """What a phone dials for it; nothing when nobody would answer."""
    whole = f"0{national}"
    if whole.startswith(MADE_UP):
        return whole if where.is_made_up and len(whole) in MADE_UP_DIGITS else ""
    if not _is_valid(national):
        return ""
    return national if national.startswith("1500") else f"+{COUNTRY}{national}"


def _is_readable(text: str) -> bool:
    return not re.search(rf"\d{{{LONGEST_RUN + 1}}}", text)


@lru_cache(maxsize=4096)
def _is_valid(national: str) -> bool:
    import phonenumbers as library

    if not 7 <= len(national) <= 13 or national.startswith("0"):
        return False
    return library.is_valid_number_for_region(library.parse(f"+{COUNTRY}{national}"), "ID")


def _area_length(dial: str) -> int:
    import phonenumbers as library

    return library.length_of_geographical_area_code(library.parse(dial))


def with_words(number: Number, before: str, after: str) -> Number:
    """The number with the words beside it."""
    return replace(number, before=before, after=after)
