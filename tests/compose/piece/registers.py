"""Made-up registers, sheets in circulation and days, and what is true of each sheet.

The truth is told over `Paper`, the plain data of which everything else is made: what judge() says is never held against
judge()'s own helpers.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

from hypothesis import strategies as st

from selebaran.compose.fact.policy import FactPolicy
from selebaran.model.facts import Fact, FactRegister
from selebaran.model.paper import PaperEdition
from tests.asked import ASK

TODAY = date(2027, 3, 1)
SENTENCE = "kalimat"
PHONE = "daerah.kontak.dinkes.telepon"
CODE, NEW_CODE = "p1-0001-aaaaaa", "p1-0001-bbbbbb"
FAULTS = ("overdue", "never dated", "ended", "hidden", "unsure", "changed", "value removed", "fact removed")


def day(offset: int) -> date:
    return TODAY + timedelta(days=offset)


@dataclass(frozen=True)
class Stated:
    """A fact as a sheet states it, and what has become of it since."""

    number: int
    faults: frozenset[str]
    key: str
    """What the sheet says of it: a value's name, or "kalimat"."""
    due: int
    """In how many days it is due; how many days ago, where it is overdue. The same for `ends`."""
    ends: int | None
    checks: tuple[tuple[int, bool], ...] = ()
    """Its history: how many days ago, and whether that check changed what the sheet says."""
    other_changed: bool = False
    """Whether something that the sheet doesn't say was changed too."""
    confidence: str = "A"

    @property
    def id(self) -> str:
        return f"UJI-{self.number:02}"

    @property
    def topic(self) -> str:
        return f"Hal {self.number}"

    @property
    def is_changed(self) -> bool:
        return bool(self.faults & {"hidden", "ended", "changed", "value removed", "fact removed"})

    @property
    def is_doubtful(self) -> bool:
        return bool(self.faults & {"overdue", "never dated", "unsure"})

    def changed_on(self) -> date | None:
        """From when the sheet is wrong about it, where the register knows."""
        if self.faults & {"fact removed", "hidden"}:
            return None
        if "ended" in self.faults:
            return day(-(self.ends or 0))
        days = [ago for ago, is_of_it in self.checks if is_of_it]
        return day(-min(days)) if days else None

    def fact(self) -> Fact | None:
        """The entry of the register as it is today."""
        if "fact removed" in self.faults:
            return None
        ends = None if self.ends is None else day(-self.ends if "ended" in self.faults else self.ends + 1)
        due = day(-self.due) if "overdue" in self.faults else day(self.due + 1)
        entry = {
            "id": self.id,
            "topik": self.topic,
            "kalimat": self._now(SENTENCE),
            "nilai": {n: {"jenis": "teks", "isi": self._now(n)} for n in self._names()},
            "sumber": ["Karangan"],
            "selang_periksa_hari": "30",
            "periksa_lagi": None if "never dated" in self.faults else due.isoformat(),
            "bila_lewat": ("tandai", "ganti", "tahan")[self.number % 3],
            "terbit": "tidak" if "hidden" in self.faults else "ya",
            "keyakinan": {"A": "C", "B": "D"}[self.confidence] if "unsure" in self.faults else self.confidence,
            "berakhir": ends and ends.isoformat(),
            "riwayat": [self._check(*check) for check in self.checks],
        }
        return Fact.model_validate({key: value for key, value in entry.items() if value is not None})

    def _names(self) -> list[str]:
        names = ["satu", "dua"]
        return [n for n in names if n != self.key] if "value removed" in self.faults else names

    def _now(self, name: str) -> str:
        is_new = "changed" in self.faults if name == self.key else self.other_changed
        return f"{name} {self.number} {'baru' if is_new else 'lama'}"

    def said(self) -> dict[str, str]:
        """What the sheet says."""
        return {self.key: f"{self.key} {self.number} lama"}

    def _check(self, ago: int, is_of_it: bool) -> dict[str, object]:
        former = {self.key if is_of_it else "hal_lain": "sebelumnya"}
        return {"tanggal": day(-ago).isoformat(), "oleh": "Sari", "sumber": "Surat", "semula": former}


@dataclass(frozen=True)
class Paper:
    """A sheet in circulation, and everything on which the truth about it hangs."""

    facts: tuple[Stated, ...]
    phone_changed: bool = False
    """The district has another telephone than the sheet."""
    reprinted: tuple[int, ...] = ()
    """How many days ago later editions of the same piece were published, the oldest first."""
    piece_now: str | None = CODE
    """The code that the piece carries today; None where it can't be printed."""
    neighbours: bool = False
    """Whether editions of another piece stand between those of this one."""
    preview: bool = field(default=False)

    @property
    def is_changed(self) -> bool:
        return self.phone_changed or any(fact.is_changed for fact in self.facts)

    @property
    def doubts(self) -> tuple[str, ...]:
        return tuple(fact.topic for fact in self.facts if fact.is_doubtful)

    @property
    def is_replaced(self) -> bool:
        return self.piece_now not in (None, CODE)

    def edition(self) -> PaperEdition:
        stated = {fact.id: fact.said() for fact in self.facts}
        return _edition(CODE, "lembar", -400, fakta=stated, isian={PHONE: "0000-1111"})

    def ledger(self) -> tuple[PaperEdition, ...]:
        """The older edition of the same piece, this one, and those that came later."""
        found = [_edition("p1-0001-zzzzzz", "lembar", -500), self.edition()]
        for number, ago in enumerate(self.reprinted):
            if self.neighbours:
                found.append(_edition(f"p2-0001-zzzzz{number + 2}", "poster", -ago - 1))
            found.append(_edition(f"p1-0001-yyyyy{number + 2}", "lembar", -ago))
        return tuple(found)

    def values(self) -> dict[str, object]:
        phone = "0000-2222" if self.phone_changed else "0000-1111"
        return {"kontak": {"dinkes": {"telepon": phone}}}

    def policy(self) -> FactPolicy:
        facts = tuple(found for fact in self.facts if (found := fact.fact()))
        return FactPolicy(FactRegister(facts), TODAY, ASK, published=not self.preview)


def _edition(code: str, piece: str, published: int, **more: object) -> PaperEdition:
    entry = {"kode": code, "lembar": piece, "judul": "Lembar", "alamat": "daftar", "sidik": "0" * 64, **more}
    return PaperEdition.model_validate({**entry, "terbit": day(published).isoformat()})


@st.composite
def stated_facts(draw: st.DrawFn, number: int, faults: st.SearchStrategy[frozenset[str]]) -> Stated:
    found = draw(faults)
    key = draw(st.sampled_from(["satu", "dua", SENTENCE]))
    if key == SENTENCE:  # a fact never loses its sentence
        found -= {"value removed"}
    ends = draw(st.integers(0, 3)) if "ended" in found else draw(st.none() | st.integers(0, 3))
    ago = draw(st.lists(st.integers(1, 300), unique=True, max_size=3))
    checks = tuple((days, draw(st.booleans())) for days in sorted(ago, reverse=True))
    confidence, other = draw(st.sampled_from("AB")), draw(st.booleans())
    return Stated(number, found, key, draw(st.integers(0, 40)), ends, checks, other, confidence)


@st.composite
def papers(draw: st.DrawFn, *, fine: bool = False) -> Paper:
    """Sheets of which anything may have become; with `fine`, those of which every word still holds."""
    nothing = st.just(frozenset[str]())
    faults = nothing if fine else nothing | st.frozensets(st.sampled_from(FAULTS), max_size=2)
    facts = tuple(draw(stated_facts(number, faults)) for number in range(draw(st.integers(0, 3))))
    later = tuple(sorted(draw(st.lists(st.integers(1, 300), unique=True, max_size=2)), reverse=True))
    now = draw(st.sampled_from([CODE, None, NEW_CODE]))
    return Paper(facts, not fine and draw(st.booleans()), later, now, draw(st.booleans()), draw(st.booleans()))
