"""Puts one text, or one picture, through every door by which a district's input comes in.

Whatever it is, nothing may fail, and each refusal must name its file, its line, and a cure.
"""

from __future__ import annotations

import io
import time
from collections.abc import Iterable
from dataclasses import dataclass, field

from PIL import Image

from selebaran.compose.district.pictures import PictureFault, for_web
from selebaran.compose.page.html import Surroundings, render
from selebaran.model.district import District, Schedule
from selebaran.model.own_text import OwnFront
from selebaran.model.problem import Place, Problem
from selebaran.read.pictures import MOST_MEGAPIXELS, size_of
from selebaran.read.strict_yaml import read_yaml
from selebaran.read.text import decode, hidden
from selebaran.read.validate import validate
from selebaran.words.catalogue import MESSAGES
from tests.hostile.cases.case import quoted
from tests.hostile.kit import TALLY, is_well_told
from tests.hostile.tree import faults_of_html

FILE = "districts/kab-jahat/berkas"
WHOLE_FILE = {"berkas-terlalu-besar"}
"""Refusals of a file as a whole, which name no line."""
SLOW = 10.0
"""Seconds that no text may take; a step of a worker has 15."""
EVENT = """kegiatan:
  - {{jenis: posyandu, tanggal: 2026-11-26, mulai: 09.00, judul: {short}, tempat: {short}, acara: [{line}],
     catatan: {long}}}
"""
FRONT = "judul: {short}\nringkas: {line}\n"


@dataclass
class Fed:
    """What came through: clean pages, and values that the schema takes."""

    pages: list[str] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)


def feed(items: Iterable[bytes], fed: Fed) -> Fed:
    """Put texts through the reader, the cleaner and the fields."""
    for item in items:
        begun = time.monotonic()
        problems = [*_as_yaml(item), *_as_markdown(item, fed), *_as_fields(item, fed)]
        wrong = [told for p in problems if (told := badly_told(p))]
        taken = time.monotonic() - begun
        if taken > SLOW:
            wrong.append(f"took {taken:.1f} s")
        fed.wrong += [f"{item[:80]!r}: {text}" for text in wrong]
        TALLY.add(payloads=1, problems=len(problems))
        TALLY.most(repr(item[:30]), text=taken)
    return fed


def badly_told(problem: Problem) -> str:
    """What is missing in a refusal: its file, its line, its cure."""
    if not problem.place.line and problem.code not in WHOLE_FILE:
        return f"names no line: {problem.code}"
    return is_well_told(problem)


def _as_yaml(item: bytes) -> list[Problem]:
    """As a file of a district: only texts, lists and mappings come out, and the record is taken or refused."""
    source, problems = read_yaml(item, f"{FILE}.yml")
    if source is None:
        return problems
    _only_texts(source.data)
    record, problems = validate(District, source)
    assert record is None or not problems
    return problems


def _only_texts(value: object) -> None:
    assert value is None or isinstance(value, (str, list, dict)), type(value)
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        _only_texts(inner)


def _as_markdown(item: bytes, fed: Fed) -> list[Problem]:
    """As the body of a page, and of a block that stands in a shared page."""
    text, problems = decode(item, f"{FILE}.md")
    if text is None or (problems := hidden(text, f"{FILE}.md")):
        return problems
    around = Surroundings("uji/x", {"daftar": ["syarat"], "posko": None}, ("foto.png",))
    html, problems = render(text, Place(f"{FILE}.md", 7), around)
    again, _ = render(text, Place(f"{FILE}.md", 7), around)
    assert html == again
    fed.wrong += [f"{item[:80]!r}: {fault}" for fault in faults_of_html(html)]
    fed.pages.append(html)
    return problems


def _as_fields(item: bytes, fed: Fed) -> list[Problem]:
    """As values of fields, cut to what each takes."""
    text = item.decode("utf-8", "replace").strip()
    words = {"short": quoted(text[:80]), "line": quoted(text[:120]), "long": quoted(text[:2000])}
    problems = []
    for model, form in ((Schedule, EVENT), (OwnFront, FRONT)):
        source, found = read_yaml(form.format(**words).encode("utf-8", "surrogatepass"), f"{FILE}.yml")
        if source is not None:
            record, found = validate(model, source)
            if isinstance(record, Schedule):
                fed.titles.append(text)
        problems += found
    return problems


def feed_picture(item: bytes) -> list[str]:
    """Put a picture through the reader and the encoder. What comes out is small, and holds nothing but what is seen."""
    begun, wrong = time.monotonic(), []
    found = size_of(item)
    if found is None or found[1] * found[2] > MOST_MEGAPIXELS * 1_000_000:
        TALLY.add(payloads=1)
        return []
    try:
        made = for_web(item, "png")
    except PictureFault as fault:
        assert fault.code in MESSAGES
        made = b""
    if made:
        with Image.open(io.BytesIO(made)) as image:
            image.load()
            wrong += [f"holds {name}" for name in image.info if name not in ("transparency", "icc_profile", "gamma")]
            wrong += ["has a profile"] if "icc_profile" in image.info else []
    if time.monotonic() - begun > SLOW:
        wrong.append("took too long")
    TALLY.add(payloads=1)
    TALLY.most("picture", text=time.monotonic() - begun)
    return wrong
