"""What classes tell of all districts, and of all without what they wrote, is what each uses, composed alone."""

from __future__ import annotations

from dataclasses import replace

from selebaran.check.edition import CheckedComposer
from selebaran.compose.edition import Composer
from selebaran.compose.fact.impact import Trace, trace_of
from selebaran.model.registry import Registry
from selebaran.publish.class_traces import ClassTraces
from tests.conftest import DAY
from tests.publish.test_class_traces import bare


def stated(trace: Trace) -> Trace:
    """Without parts in which no fact stands: a sheet that goes through a list has as many of these as it needs."""
    pieces = {
        name: (used, {part: of for part, of in parts.items() if of.facts or of.values})
        for name, (used, parts) in trace.pieces.items()
    }
    return replace(trace, pieces=pieces)


def test_every_district_uses_what_its_class_tells(registry: Registry) -> None:
    of_names = {
        f"{slug}-saja": replace(bare(folder), slug=f"{slug}-saja") for slug, folder in registry.districts.items()
    }
    many = replace(registry, districts={**registry.districts, **of_names})
    asked = dict.fromkeys(registry.when_asked, ())
    classes, composer = ClassTraces(many, CheckedComposer(many), DAY, asked), Composer(many)
    wrong, by_class, by_sheets = [], 0, 0
    for slug in many.districts:
        whole = trace_of(composer.compose(slug, as_of=DAY, profiles=(), asked=asked))
        if told := classes.of(slug):
            by_class += 1
        else:
            outcomes = classes.outcomes(slug)
            by_sheets += bool(outcomes)
            told = trace_of(composer.compose(slug, as_of=DAY, profiles=(), asked=asked, told=outcomes))
        if stated(told) != stated(whole):
            wrong.append(slug)
    assert not wrong
    assert by_class >= 1.5 * len(registry.districts)
    assert by_sheets
