"""The doors by which a district's input comes in, each as a function of bytes. Whatever they are, it must return.

A door raises only where the program has a fault: an exception that nobody foresaw, a refusal that names no file, line
or cure, or something in a page that acts.
"""

from __future__ import annotations

import dataclasses
import tempfile
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from selebaran.compose.edition import Composer
from selebaran.compose.markup.render import render as read
from selebaran.compose.page.html import Surroundings, render
from selebaran.model.district import Directory, District, Figures, Schedule
from selebaran.model.event import Event
from selebaran.model.own_text import OwnFront, OwnPage, OwnText
from selebaran.model.problem import Place, Problem, ProblemsFound
from selebaran.model.registry import Registry
from selebaran.read.content import split_front_matter
from selebaran.read.project import read_project
from selebaran.read.strict_yaml import read_yaml
from selebaran.read.text import decode, hidden
from selebaran.read.validate import validate
from tests.conftest import DAY
from tests.hostile.feed import badly_told
from tests.hostile.kit import lay_out, plant
from tests.hostile.tree import faults_of_html

SLUG = "kab-jahat"
FILE = f"districts/{SLUG}/berkas"
RECORDS = (District, Schedule, Directory, Figures)


class Fault(AssertionError):
    """Something of the program is wrong."""


def _told(problems: list[Problem]) -> None:
    for problem in problems:
        if wrong := badly_told(problem):
            raise Fault(wrong)


def reader(data: bytes) -> None:
    """A YAML file, as each of the records; and the head of a page."""
    source, problems = read_yaml(data, f"{FILE}.yml")
    _told(problems)
    if source is not None:
        for record in RECORDS:
            found, problems = validate(record, source)
            _told(problems)
            if (found is None) is not bool(problems):
                raise Fault("neither taken nor refused")
    text, problems = decode(data, f"{FILE}.md")
    _told(problems)
    if text is not None and (parts := split_front_matter(text)):
        source, problems = read_yaml(parts[0].encode("utf-8", "surrogatepass"), f"{FILE}.md", line_offset=1)
        _told(problems)


def cleaner(data: bytes) -> None:
    """Markdown of a page of a district's own, through two readings."""
    text, problems = decode(data, f"{FILE}.md")
    if text is None or hidden(text, f"{FILE}.md"):
        return
    around = Surroundings("uji/x", {"obat": ["syarat"], "posko": None}, ("foto.png",), "syarat")
    html, problems = render(text, Place(f"{FILE}.md", 7), around)
    _told(problems)
    if wrong := faults_of_html(html):
        raise Fault(wrong[0])
    if html and html not in read(f"## A {{#a}}\n\n{html}\n\n## B {{#b}}\n", own=False).html:
        raise Fault("a second reading changes it")


def composer(data: bytes) -> None:
    """A district whose event and page have these words: the lines are title, summary, venue, and then the text."""
    text, _ = decode(data, f"{FILE}.md")
    if text is None or hidden(text, f"{FILE}.md"):
        return
    title, summary, venue, *body = [*text.split("\n"), "", "", ""]
    registry = _registry()
    folder = registry.districts[SLUG]
    values = {"jenis": "posyandu", "tanggal": DAY, "mulai": "09.00", "judul": title[:80].strip() or "x"}
    event = Event.model_validate({**values, "tempat": venue[:80].strip() or "x"})
    front = OwnFront.model_validate({"judul": title[:80].strip() or "x", "ringkas": summary[:700].strip() or "x"})
    page = OwnPage("uji/x", front, "\n".join(body), Place(f"{FILE}.md", 7), "daerah")
    district = folder.district.model_copy(update={"printing": None})
    known = dataclasses.replace(folder, district=district, events=(event,), own=OwnText((page,)))
    copy = dataclasses.replace(registry, districts={SLUG: known})
    try:
        edition = Composer(copy).compose(SLUG, as_of=DAY, profiles=())
    except ProblemsFound as stopped:
        _told(list(stopped.problems))
        return
    for composed in edition.pages:
        if wrong := faults_of_html(composed.html):
            raise Fault(f"{composed.slug}: {wrong[0]}")


@lru_cache
def _registry() -> Registry:
    with tempfile.TemporaryDirectory() as folder:
        root = lay_out(Path(folder))
        plant(root)
        registry = read_project(root)
    pages = tuple(page for page in registry.pages if page.slug in ("beranda", "warga"))
    return dataclasses.replace(registry, pages=pages, pieces=())


DOORS: dict[str, Callable[[bytes], None]] = {"reader": reader, "cleaner": cleaner, "composer": composer}
