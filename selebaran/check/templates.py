"""Every fact, field and drawing that a shared page or print piece names, in all of its branches, must exist.

Composing a district would only find the branch that it takes; this finds them all, for all districts, in one run.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from selebaran.check.references import Chain, references
from selebaran.compose.district.values import present_district
from selebaran.compose.piece.drawings import themes
from selebaran.compose.template.engine import source_of, unknown
from selebaran.compose.template.locate import Source
from selebaran.model.problem import Place, Problem, problem, warning
from selebaran.model.registry import Registry
from selebaran.words.near import nearest

FACT_ATTRIBUTES = ("id", "topik", "kalimat", "per", "bulan", "sumber", "diperiksa", "lewat", "lewat_sejak", "berakhir")
PHONE_ATTRIBUTES = ("tel", "wa", "digits")


def check_templates(registry: Registry) -> list[Problem]:
    """Faults of all shared templates. Without any readable district, fields can't be checked; without a readable
    register, facts can't."""
    sample = next(iter(registry.districts.values()), None)
    fields = present_district(sample, date.min) if sample else None
    # That a fact is unknown only follows from a register that couldn't be read.
    unread = not registry.facts.facts and any(p.place.file == "content/fakta.yml" for p in registry.shared_problems)
    others = [f"print/{name}" for name in registry.print_files if name.endswith(".html")]
    colours = list(themes(registry.print_files.get("tokens.css", "")))
    problems: list[Problem] = []
    for source, kind in _sources(registry):
        chains, faults = references(source, kind, others)
        problems += faults
        for chain, line in chains:
            found = None
            if chain[0] == "fakta" and not unread:
                found = _fact(registry, chain, source, line)
            elif chain[0] == "daerah" and fields is not None:
                found = _field(fields, chain, source, line)
            elif chain[0] == "seni" and chain[1] not in registry.drawings:
                found = unknown("seni-tidak-ada", chain[1], list(registry.drawings), source.spot(line, chain[1]))
            elif chain[0] == "tema" and chain[1] not in colours:
                found = unknown("tema-tidak-ada", chain[1], colours, source.spot(line, chain[1]))
            if found:
                problems.append(found)
    return list(dict.fromkeys(problems))


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


def _fact(registry: Registry, chain: Chain, source: Source, line: int) -> Problem | None:
    if len(chain) < 2:
        return None
    name, rest = chain[1], chain[2:]
    facts = registry.facts
    allowed: tuple[str, ...]
    if name in facts.by_id:
        fact, allowed = facts.by_id[name], FACT_ATTRIBUTES
    elif name in facts.by_name:
        fact, value = facts.by_name[name]
        allowed = PHONE_ATTRIBUTES if value.kind == "telepon" else ()
    else:
        known = [*facts.by_name, *facts.by_id]
        return problem("fakta-tidak-dikenal", source.spot(line, name), nama=name, maksud=nearest(name, known))
    if not fact.publishable:
        return warning("fakta-tidak-terbit", source.spot(line, name), id=fact.id)
    if not rest or rest[0] in allowed:
        return None
    # What is known of the whole entry stands under its id, not under the name of one of its values.
    known = [*allowed, *(f'fakta["{fact.id}"].{word}' for word in FACT_ATTRIBUTES if name != fact.id)]
    meant = next((word for word in known if word.endswith(f".{rest[0]}")), nearest(rest[0], known))
    values = {"nama": ".".join(chain), "maksud": meant, "semua": ", ".join(known)}
    return problem("isian-tidak-dikenal", source.spot(line, rest[0]), **values)


def _field(fields: Mapping[str, Any], chain: Chain, source: Source, line: int) -> Problem | None:
    here: Any = fields
    for step in chain[1:]:
        if not isinstance(here, Mapping):
            return None  # an attribute of a value (a telephone's .tel) or of a list's items: seen when it is rendered
        if step not in here:
            values = {"nama": ".".join(chain), "maksud": nearest(step, here), "semua": ", ".join(here)}
            return problem("isian-tidak-dikenal", source.spot(line, step), **values)
        here = here[step]
    return None
