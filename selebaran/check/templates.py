"""Every fact, field and drawing that a shared page or print piece names, in all of its branches, must exist.

Composing a district would only find the branch that it takes; this finds them all, for all districts, in one run.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from selebaran.check.references import Chain, references
from selebaran.compose.district.values import present_district
from selebaran.compose.piece.ask import FIELDS as ASKING
from selebaran.compose.piece.drawings import themes
from selebaran.compose.template.engine import source_of, unknown
from selebaran.compose.template.locate import Source
from selebaran.model.facts import Fact, FactRegister
from selebaran.model.problem import Place, Problem, problem, warning
from selebaran.model.registry import Registry
from selebaran.words.near import nearest

FACT_ATTRIBUTES = ("id", "topik", "kalimat", "per", "bulan", "sumber", "diperiksa", "lewat", "lewat_sejak", "berakhir")
PHONE_ATTRIBUTES = ("tel", "wa", "nomor", "tautan")


def check_templates(registry: Registry) -> list[Problem]:
    """Faults of all shared templates. Without any readable district, fields can't be checked; without a readable
    register, facts can't."""
    known = _Known(registry)
    others = [f"print/{name}" for name in registry.print_files if name.endswith(".html")]
    problems: list[Problem] = []
    for source, kind in _sources(registry):
        chains, faults = references(source, kind, others)
        problems += faults
        problems += filter(None, (known.fault(chain, source, line) for chain, line in chains))
    return list(dict.fromkeys(problems))


def fields_of(registry: Registry) -> object:
    """The fields that a template may read of a district, in each other; None for one that has a value. No value counts
    for what is checked here."""
    return _fields_in(_sample(registry))


def _fields_in(fields: object) -> object:
    return [(key, _fields_in(value)) for key, value in fields.items()] if isinstance(fields, Mapping) else None


def _sample(registry: Registry) -> Mapping[str, Any] | None:
    sample = next(iter(registry.districts.values()), None)
    return present_district(sample, date.min, registry.campaign) if sample else None


class _Known:
    """What a template may name: facts, a district's fields, drawings and their themes."""

    def __init__(self, registry: Registry) -> None:
        self._facts = registry.facts
        self._fields = _sample(registry)
        # That a fact is unknown only follows from a register that couldn't be read.
        faults = (fault.place.file for fault in registry.shared_problems)
        self._is_unread = not registry.facts.facts and "content/fakta.yml" in faults
        self._drawings = list(registry.drawings)
        self._themes = list(themes(registry.print_files.get("tokens.css", "")))

    def fault(self, chain: Chain, source: Source, line: int) -> Problem | None:
        """What is wrong with a name, at its place."""
        match chain[0]:
            case "fakta" if not self._is_unread:
                return _fact(self._facts, chain, source, line)
            case "daerah" if self._fields is not None:
                return _field(self._fields, chain, source, line)
            case "tanya":
                return _field(ASKING, chain, source, line)
            case "seni" if chain[1] not in self._drawings:
                return unknown("seni-tidak-ada", chain[1], self._drawings, source.spot(line, chain[1]))
            case "tema" if chain[1] not in self._themes:
                return unknown("tema-tidak-ada", chain[1], self._themes, source.spot(line, chain[1]))
        return None


def _sources(registry: Registry) -> Iterator[tuple[Source, str]]:
    translated = [page for pages in registry.translations.values() for page in pages.values()]
    for page in (*registry.pages, *translated):
        for key, text in (("judul", page.front.title), ("ringkas", page.front.summary)):
            yield source_of(text, page.head_places.get(key, page.place), "plain"), "plain"
        for segment in page.segments:
            yield source_of(segment.text, segment.place, "markdown"), "markdown"
    for piece in registry.pieces:
        yield source_of(piece.html, Place(piece.place.file, 1), "html"), "html"
        title = Place(piece.place.file.replace("piece.html", "piece.yml"))
        yield source_of(piece.spec.title, title, "plain"), "plain"
    for name, text in registry.print_files.items():
        if name.endswith(".html"):
            yield source_of(text, Place(f"templates/print/{name}", 1), "html"), "html"


def _fact(facts: FactRegister, chain: Chain, source: Source, line: int) -> Problem | None:
    if len(chain) < 2:
        return None
    name = chain[1]
    fact = facts.find(name)
    if fact is None:
        known = [*facts.by_name, *facts.by_id]
        return problem("fakta-tidak-dikenal", source.spot(line, name), nama=name, maksud=nearest(name, known))
    if not fact.publishable:
        return warning("fakta-tidak-terbit", source.spot(line, name), id=fact.id)
    return _attribute(fact, chain, source, line)


def _attribute(fact: Fact, chain: Chain, source: Source, line: int) -> Problem | None:
    """What is asked of a fact or of one of its values, and isn't there."""
    name, rest = chain[1], chain[2:]
    is_entry = name == fact.id
    allowed = FACT_ATTRIBUTES if is_entry else PHONE_ATTRIBUTES if fact.values[name].kind == "telepon" else ()
    if not rest or rest[0] in allowed:
        return None
    # What is known of the whole entry stands under its id, not under the name of one of its values.
    known = [*allowed, *(f'fakta["{fact.id}"].{word}' for word in FACT_ATTRIBUTES if not is_entry)]
    meant = next((word for word in known if word.endswith(f".{rest[0]}")), nearest(rest[0], known))
    values = {"nama": ".".join(chain), "maksud": meant, "semua": ", ".join(known)}
    return problem("isian-tidak-dikenal", source.spot(line, rest[0]), **values)


def _field(fields: Mapping[str, Any], chain: Chain, source: Source, line: int) -> Problem | None:
    here: Any = fields
    for step in chain[1:]:
        if not isinstance(here, Mapping):
            return None  # an attribute of a value (a telephone's .tel) or of a list's items: seen when it is rendered
        if not here:
            return None  # contacts of a campaign that couldn't be read, which is told already
        if step not in here:
            values = {"nama": ".".join(chain), "maksud": nearest(step, here), "semua": ", ".join(here)}
            return problem("isian-tidak-dikenal", source.spot(line, step), **values)
        here = here[step]
    return None
