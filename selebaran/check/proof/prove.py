"""A page as it was typed x the page as it was built -> what is missing on it, stands there twice, or elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from selebaran.check.proof.compare import WINDOW, differences
from selebaran.check.proof.links import Link
from selebaran.check.proof.scan import Scan, scan
from selebaran.check.proof.shown import Shown
from selebaran.check.proof.targets import Leading, is_found
from selebaran.check.proof.words import BARE, BULLET, PERHAPS, PERHAPS_DONE, PERHAPS_OPEN, SOME, is_same
from selebaran.jobs.stages import staged
from selebaran.model.page import ComposedPage
from selebaran.model.problem import Place, Problem, problem
from selebaran.model.typed import Typed

AROUND = 3
"""Words of the text that a message shows before and behind what differs."""
LONGEST = 12
"""Words that it shows of what differs."""
MOST = 10
"""Differences of a page that are told."""
UNSEEN = frozenset((BARE, PERHAPS_OPEN))
"""What may show as nothing."""
SEEN = {BULLET: "•", BARE: "*", SOME: "…", PERHAPS: "•", PERHAPS_OPEN: "[ ]", PERHAPS_DONE: "[x]"}


@staged("bukti")
def prove(page: ComposedPage, shown: Shown) -> list[Problem]:
    """Everything of a page that doesn't show as it was typed."""
    if not page.typed:
        return []
    scans = [scan(one.text, one.own) for one in page.typed]
    typed, stands = [word for one in scans for word in one.words], shown.words
    found = [] if typed == stands else list(islice(_of_words(page, scans, typed, stands), MOST))
    return found or list(islice(_of_links(page, scans, shown.links), MOST))


def _of_words(
    page: ComposedPage, scans: Sequence[Scan], typed: Sequence[str], stands: Sequence[str]
) -> Iterator[Problem]:
    for found in differences(typed, stands, is_same):
        if found.come_at == found.come_end and UNSEEN.issuperset(typed[found.at : found.end]):
            continue
        at = found.at if found.end > found.at else max(found.at - 1, 0)  # what stands twice was typed before
        place = _place(page, scans, at, typed[found.at : found.end])
        yield _told(page, place, _excerpt(typed, found.at, found.end), _excerpt(stands, found.come_at, found.come_end))


def _of_links(page: ComposedPage, scans: Sequence[Scan], stands: Sequence[Link]) -> Iterator[Problem]:
    """Links that are missing, lead elsewhere or say something else."""
    leading = Leading(page.address, page.meta.prefix)
    links = [link for one in scans for link in one.links]
    if len(links) == len(stands) and all(map(leading.is_same, links, stands)):
        return
    asked = _asked(links, stands, leading)
    places = [
        _line(typed, link.line, link.text.split())
        for typed, one in zip(page.typed, scans, strict=True)
        for link in one.links
    ]
    for found in differences(links, asked, leading.is_same):
        place = places[min(found.at, len(places) - 1)] if places else page.typed[0].place
        yield _told(page, place, _links(links[found.at : found.end]), _links(asked[found.come_at : found.come_end]))


def _asked(links: Sequence[Link], stands: Sequence[Link], leading: Leading) -> list[Link]:
    """The links of a page without those that nobody typed as such: they were found, and lead to their own words."""
    kept, at = [], 0
    for link in stands:
        near = range(at, min(at + (1 if is_found(link) else WINDOW), len(links)))
        met = next((number for number in near if leading.is_same(links[number], link)), None)
        if met is not None:
            at = met + 1
        if met is not None or not is_found(link):
            kept.append(link)
    return kept


def _told(page: ComposedPage, place: Place, typed: str, stands: str) -> Problem:
    return problem("teks-hilang", place, halaman=f"/{page.address}", diketik=typed, tampil=stands)


def _place(page: ComposedPage, scans: Sequence[Scan], at: int, gone: Sequence[str]) -> Place:
    """Where a word was typed."""
    for typed, one in zip(page.typed, scans, strict=True):
        if at < len(one.words):
            return _line(typed, one.line_of(at), gone or one.words[at : at + 1])
        at -= len(one.words)
    last = scans[-1]
    return _line(page.typed[-1], last.lines[-1] if last.lines else 0, last.words[-1:])


def _line(typed: Typed, line: int, gone: Sequence[str]) -> Place:
    """The line of a file; where templates make other lines of it, the one that has the word."""
    if typed.source.count("\n") == typed.text.count("\n") or not typed.source:
        return Place(typed.place.file, typed.place.line + line)
    lines = typed.source.split("\n")
    near = sorted(range(len(lines)), key=lambda at: abs(at - line))
    wanted = next((re.sub(r"\W+$", "", word) for word in gone if word[:1].isalnum()), "")
    return Place(typed.place.file, typed.place.line + next((at for at in near if wanted and wanted in lines[at]), 0))


def _excerpt(row: Sequence[str], start: int, end: int) -> str:
    """The words from one place to another within those around them."""
    middle = row[start:end] if end - start <= LONGEST else [*row[start : start + LONGEST], "…"]
    shown = " ".join([*row[max(0, start - AROUND) : start], *middle, *row[end : end + AROUND]])
    return re.sub(f"{PERHAPS}(?=\\S)", "", shown).translate({ord(sign): seen for sign, seen in SEEN.items()})


def _links(links: Sequence[Link]) -> str:
    return ", ".join(f"{' '.join(link.text.split())} → {link.target}" for link in links[:3]) or "–"
