"""`selebaran explain`: where each block of a page, or each panel of a sheet, came from and what it rests on."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import click

from selebaran.cli.common import AS_OF, JSON, LANG, ROOT, day_given, found_root, table, whole_registry
from selebaran.cli.facts import STATES
from selebaran.cli.language import Language, Speaker
from selebaran.cli.options import Command, fail, known_slugs
from selebaran.cli.show import problem_text
from selebaran.compose.edition import Composer
from selebaran.model.edition import Edition
from selebaran.model.facts import Fact, FactRegister, FactState
from selebaran.model.names import nearest
from selebaran.model.piece import PieceSource
from selebaran.model.problem import ProblemsFound
from selebaran.model.registry import Registry
from selebaran.model.usage import Usage

Part = tuple[str, str, Usage]
"""A block or panel: its name, the place that it came from, what it used."""
GRAVE = (FactState.NOT_PUBLISHABLE, FactState.ENDED, FactState.OVERDUE)
"""What an editor must not overlook."""


@click.command("explain", cls=Command, options_metavar="[PILIHAN]")
@click.argument("slug", metavar="SLUG")
@click.argument("page", metavar="HALAMAN")
@AS_OF
@JSON
@LANG
@ROOT
def explain_command(slug: str, page: str, as_of: str | None, as_json: bool, lang: Language, root: Path | None) -> None:
    """Jelaskan asal tiap bagian satu halaman atau lembar, serta fakta yang dipakainya."""
    say = Speaker(lang)
    registry = whole_registry(found_root(root, say), say)
    known_slugs((slug,), registry, say)
    edition = _edition(slug, registry, day_given(as_of, say), say)
    title, parts = _parts(page, edition, say)
    if as_json:
        data = [_part_json(part, registry.facts, edition.as_of) for part in parts]
        print(json.dumps({"halaman": page, "judul": title, "bagian": data}, ensure_ascii=False, indent=1))
        return
    print(f"{page}: {title} ({registry.districts[slug].district.name}, {edition.as_of.isoformat()})")
    heads = table([(name or say("(awal)"), place, say("naskah bersama")) for name, place, _ in parts]).split("\n")
    used = sorted({fact for _, _, usage in parts for fact in usage.facts})
    rows = table([_fact_line(registry.facts.by_id[fact], edition.as_of, say) for fact in used]).split("\n")
    lines = dict(zip(used, rows, strict=False))
    for head, (_, _, usage) in zip(heads, parts, strict=False):
        print(head)
        for fact in sorted(usage.facts):
            print(f"    {lines[fact]}")
        if usage.fields:
            print("    " + say("isian daerah: {isian}", isian=", ".join(_fields(usage))))


def _edition(slug: str, registry: Registry, day: date, say: Speaker) -> Edition:
    problems = registry.district_problems.get(slug, ())
    if problems:
        fail("\n".join(problem_text(problem, say) for problem in problems), 1)
    try:
        return Composer(registry).compose(slug, as_of=day, profiles=())
    except ProblemsFound as found:
        fail("\n".join(problem_text(problem, say) for problem in found.problems), 1)


def _parts(name: str, edition: Edition, say: Speaker) -> tuple[str, list[Part]]:
    """The blocks of a page, or the panels of a piece; ends with code 2 where there is neither."""
    wanted = name.strip("/") or "beranda"
    pages = {page.slug: page for page in edition.pages}
    pieces = {outcome.name: outcome for outcome in edition.outcomes}
    if wanted not in pages and wanted not in pieces:
        text = say("tidak ada halaman atau lembar '{nama}'", nama=name)
        if maksud := nearest(wanted, [*pages, *pieces]):
            text += "; " + say("maksudnya '{maksud}'?", maksud=maksud)
        fail(text, 2)
    if wanted in pieces:
        outcome = pieces[wanted]
        return outcome.title, [(panel, _panel_place(panel, outcome.source), u) for panel, u in outcome.panels.items()]
    page = pages[wanted]
    blocks = [(block, str(page.origins.get(block, "")), used) for block, used in page.blocks.items()]
    return str(page.meta["title"]), blocks


def _panel_place(panel: str, source: PieceSource) -> str:
    """Where a panel begins in the piece's template; the file alone where it comes from a shared one."""
    before, found, _ = source.html.partition(f'data-panel="{panel}"')
    return f"{source.place.file}:{before.count(chr(10)) + 1}" if found else source.place.file


def _fields(usage: Usage) -> list[str]:
    """The district's values that were used, without the groups in which they lie."""
    return sorted(one for one in usage.fields if not any(other.startswith(f"{one}.") for other in usage.fields))


def _fact_line(fact: Fact, day: date, say: Speaker) -> tuple[str, ...]:
    age = say("tanpa hari")
    if fact.as_of:
        age = say("keadaan {hari} ({umur} hari)", hari=fact.as_of.isoformat(), umur=(day - fact.as_of).days)
    checked = say("diperiksa {hari}", hari=fact.checked_on.isoformat()) if fact.checked_on else say("belum diperiksa")
    if (state := fact.state(day)) not in GRAVE:
        return fact.id, age, checked, fact.topic
    title = STATES[state]
    return fact.id, age, checked, f"{fact.topic}; {say(title).upper()}"


def _part_json(part: Part, facts: FactRegister, day: date) -> dict[str, Any]:
    name, place, usage = part
    found = [facts.by_id[fact] for fact in sorted(usage.facts)]
    return {
        "bagian": name,
        "asal": place,
        "timpaan": None,
        "fakta": [
            {
                "id": fact.id,
                "keadaan": str(fact.state(day)),
                "umur_hari": (day - fact.as_of).days if fact.as_of else None,
                "diperiksa_pada": fact.checked_on.isoformat() if fact.checked_on else None,
            }
            for fact in found
        ],
        "isian": _fields(usage),
    }
