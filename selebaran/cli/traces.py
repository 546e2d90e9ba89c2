"""What each district uses, asked of all of them, and which ones couldn't answer."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from pydantic import TypeAdapter

from selebaran.check.edition import CheckedComposer
from selebaran.cli.language import Speaker
from selebaran.compose.edition import Composer
from selebaran.compose.fact.impact import Trace, trace_of
from selebaran.model.problem import ProblemsFound
from selebaran.model.registry import Registry
from selebaran.publish.class_traces import ClassTraces
from selebaran.publish.known_traces import KnownTraces
from selebaran.publish.survey import survey

TRACES: TypeAdapter[Trace | None] = TypeAdapter(Trace | None)


def composed(root: Path, registry: Registry, as_of: date) -> Iterator[Trace]:
    """What every district uses that can be composed, as a preview: as it is known, or composed in a child."""
    there = KnownTraces(root, registry, as_of)
    unknown = tuple(slug for slug in registry.districts if slug not in there.known)
    there.learn(_asked(root, registry, as_of, unknown) if unknown else ())
    yield from (there.known[slug] for slug in registry.districts if slug in there.known)


def _asked(root: Path, registry: Registry, as_of: date, slugs: tuple[str, ...]) -> Iterator[Trace]:
    """What these use: as their classes tell it, else composed in a child each."""
    composer, asked = CheckedComposer(registry), dict.fromkeys(registry.when_asked, ())
    composer.warm()  # else each child compiles every template
    composer.prepare(as_of, published=False)
    classes = ClassTraces(registry, composer, as_of, asked)
    told = {slug: known for slug in slugs if (known := classes.of(slug))}
    yield from told.values()
    left = tuple(slug for slug in slugs if slug not in told)
    outcomes = {slug: classes.outcomes(slug) for slug in left}
    alone = Composer(registry)

    def ask(slug: str) -> Trace | None:
        try:
            return trace_of(alone.compose(slug, as_of=as_of, profiles=(), asked=asked, told=outcomes[slug]))
        except ProblemsFound:
            return None  # `left_out` says so

    for slug, trace in survey(root, left, ask, TRACES):
        if isinstance(trace, Trace) and trace.slug == slug:
            yield trace


def left_out(registry: Registry, seen: Iterable[str], say: Speaker) -> bool:
    """Say which districts are missing from an answer because of faults in their files; whether there are any."""
    missing = sorted({*registry.slugs, *registry.district_problems} - set(seen))
    for slug in missing:
        print(say("{slug} tidak ikut dihitung; sebabnya: selebaran check {slug}", slug=slug), file=sys.stderr)
    return bool(missing)
