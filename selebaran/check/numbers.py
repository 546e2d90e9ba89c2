"""Numbers, days and addresses of the register that somebody typed into a text, where they would never change.

A price, a telephone, a day or an address is found wherever it stands. A small number only counts beside the unit that
its fact speaks of ("28 hari", "hari ke-28", "tanggal 10"): the unit is a word of the value's name. Beside its unit a
number that is spelled counts as one in digits ("dua puluh delapan hari").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from selebaran.compose.template.formats import count, day
from selebaran.model.facts import Fact, FactRegister, FactValue
from selebaran.model.telephone import digits_of
from selebaran.model.wordlists import WordLists
from selebaran.words.spelled import spelled

MONTHS = "Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|November|Desember"
SEPARATOR = r"[\s.()–-]{0,3}"
BEFORE, AFTER = r"(?<![\w.,/-])", r"(?![\w/-]|[.,]\d)"
SCALES = ((1_000_000, "juta|jt"), (1_000, "ribu|rb"))
LEAST_BARE = 100
"""From here on, a number without any unit is told as well."""
DIGIT_OR_WORD = re.compile(r"\d|tiga|empat|lima|enam|tujuh|lapan|sembilan|belas|puluh|ratus|satu|dua|setengah")
"""What a text has in which a number of the register can stand."""
OTHERWISE = {
    ("6", "bulan"): (r"setengah\s+tahun\b",),
    ("14", "hari"): (r"(?:2|dua)\s+(?:minggu|pekan)\b(?!\s+sebelum)",),
    ("28", "hari"): (r"(?:4|empat)\s+(?:minggu|pekan)\b(?!\s+sebelum)",),
}
"""What else people call some numbers of a unit."""
DIALLED = re.compile(r"(?:tel:|wa\.me/|sms:)\+?([\d(][\d().-]{1,18}\d)")


@dataclass(frozen=True)
class Typed:
    """Where a value was typed, how, the names that a template writes it with (none where none of its facts may be
    shown), and the first of its facts."""

    start: int
    text: str
    names: tuple[str, ...]
    fact: str


@dataclass(frozen=True)
class Known:
    """A value that is looked for, under its name, and the fact that it belongs to."""

    name: str
    value: FactValue
    fact: Fact


def known_values(facts: FactRegister) -> list[Known]:
    """All values of the register, as they are now."""
    return [Known(name, value, fact) for name, (fact, value) in facts.by_name.items()]


class Numbers:
    """Values, in the form in which they are searched."""

    def __init__(self, values: Iterable[Known], words: WordLists) -> None:
        ordinary = "|".join(_literal(text) for text in words.ordinary)
        self._ordinary = re.compile(rf"(?<!\w)(?:{ordinary})(?!\w)", re.I) if ordinary else None
        forms: dict[str, list[Known]] = {}
        self._phones: dict[str, list[Known]] = {}
        self._sites: list[str] = []
        for known in values:
            if form := _form(known.name, known.value, words.units):
                forms.setdefault(form, []).append(known)
            if known.value.kind == "telepon":
                self._phones.setdefault(_local(known.value.content), []).append(known)
            if known.value.kind == "situs":
                self._sites.append(known.value.content.casefold())
        self._known = list(forms.values())
        every = "|".join(f"({form})" for form in forms)
        self._pattern = re.compile(rf"(?<!\w)(?:{every})", re.I) if forms else None  # no form begins within a word

    def typed(self, text: str) -> Iterator[Typed]:
        """Values of the register that stand in a text that residents read."""
        if not self._pattern or not self._may_have(text):
            return
        allowed = [found.span() for found in self._ordinary.finditer(text)] if self._ordinary else []
        for found in self._pattern.finditer(text):
            if not any(start <= found.start() and found.end() <= end for start, end in allowed):
                yield self._told(found.start(), found[0], self._known[(found.lastindex or 1) - 1])

    def _may_have(self, text: str) -> bool:
        folded = text.casefold()
        return bool(DIGIT_OR_WORD.search(folded)) or any(site in folded for site in self._sites)

    def dialled(self, template: str) -> Iterator[Typed]:
        """Telephones of the register in the targets of links."""
        for found in DIALLED.finditer(template):
            if known := self._phones.get(_local(found[1])):
                link = "wa" if found[0].startswith("wa") else "tel"
                yield self._told(found.start(), found[0], known, f".{link}")

    def _told(self, start: int, text: str, known: list[Known], link: str = "") -> Typed:
        allowed = tuple(f"{one.name}{link}" for one in known if one.fact.publishable)
        return Typed(start, " ".join(text.split()), allowed, known[0].fact.id)


def _local(number: str) -> str:
    """The digits of a telephone, as they are dialled within the country."""
    return re.sub(r"^62(?=\d{8})", "0", digits_of(number))


def _form(name: str, value: FactValue, units: tuple[str, ...]) -> str | None:
    """The pattern that finds a value, or None for one that can't be told from an ordinary number."""
    match value.kind:
        case "rupiah":
            return _money(int(value.content))
        case "telepon":
            return _phone(_local(value.content))
        case "tanggal":
            return f"{BEFORE}{_literal(day(date.fromisoformat(value.content)))}{AFTER}"
        case "persen":
            return _with_unit(value.content, "persen")
        case "angka":
            unit = next((word for word in reversed(name.split("_")) if word in units), "")
            if unit:
                return _with_unit(value.content, unit)
            bare = int(value.content) >= LEAST_BARE
            return f"{BEFORE}(?:{_digits(int(value.content))}){AFTER}" if bare else None
        case _:
            return f"{BEFORE}{_in_words(value.content)}{AFTER}"


def _in_words(text: str) -> str:
    """A text as it is; where it is a number of millions or thousands, spelled as well."""
    found = re.fullmatch(r"(\d{1,3})\s+(juta|ribu)", text)
    return rf"(?:{_either(int(found[1]))})\s+{found[2]}" if found else _literal(text)


def _literal(text: str) -> str:
    return r"\s+".join(map(re.escape, text.split()))


def _digits(number: int) -> str:
    return rf"{re.escape(count(number))}|{number}"


def _money(amount: int) -> str:
    forms = [rf"(?:{_digits(amount)})(?:,00|,-)?{AFTER}(?!\s*(?:ribu|rb|juta|jt|orang|jiwa)\b)"]
    forms += [rf"(?:{_either(amount // scale)})\s*(?:{word})\b" for scale, word in SCALES if amount % scale == 0]
    return rf"{BEFORE}(?:Rp\.?\s*)?(?:{'|'.join(forms)})"


def _phone(digits: str) -> str:
    if len(digits) < 6:
        return f"{BEFORE}{digits}{AFTER}"
    start = rf"(?:0|\+?62{SEPARATOR})" if digits.startswith("0") else digits[0]
    return BEFORE + SEPARATOR.join([start, *digits[1:]]) + AFTER


def _with_unit(number: str, unit: str) -> str:
    """A number with its unit, in each way in which they stand together."""
    if unit == "tanggal":
        words = _literal(spelled(int(number)))
        return rf"(?<!\w)tanggal\s+(?:{number}|{words}){AFTER}(?!\s*(?:{MONTHS}))"
    if unit == "persen":
        share = _either(int(number)) if number.isdigit() else number
        return rf"{BEFORE}(?:{share})\s*(?:%|persen\b)"
    numbers = rf"(?:{_either(int(number))})"
    others = "".join(f"|{BEFORE}{form}" for form in OTHERWISE.get((number, unit), ()))
    return rf"{BEFORE}(?:ke-?)?{numbers}\s*{unit}(?!\w)|(?<!\w){unit}\s+ke-?\s?{numbers}{AFTER}{others}"


def _either(number: int) -> str:
    """A number in digits, or spelled where people spell it."""
    words = _literal(spelled(number))
    return f"{number}|{words}" if words else str(number)
