"""What commands that look at all districts share."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import click
from pydantic import TypeAdapter

from selebaran.check.run import check_shared
from selebaran.cli.language import Speaker
from selebaran.cli.options import fail, project_root
from selebaran.cli.show import print_problems
from selebaran.compose.edition import Composer
from selebaran.compose.fact.impact import Trace, trace_of
from selebaran.model.facts import Fact
from selebaran.model.problem import ProblemsFound
from selebaran.model.registry import Registry
from selebaran.publish.survey import survey
from selebaran.read.project import read_project
from selebaran.words.near import nearest
from selebaran.words.visible import visible

REGISTER = "content/fakta.yml"
TRACES: TypeAdapter[Trace | None] = TypeAdapter(Trace | None)
ROOT = click.option("--root", type=click.Path(path_type=Path), metavar="FOLDER", help="Folder proyek.")
LANG = click.option("--lang", type=click.Choice(["id", "en"]), default="id", help="Bahasa pesan.")
AS_OF = click.option("--as-of", metavar="TANGGAL", help="Hari yang dilihat, contoh 2026-11-26. Tanpa ini: hari ini.")
JSON = click.option("--json", "as_json", is_flag=True, help="Cetak sebagai JSON.")


def found_root(root: Path | None, say: Speaker) -> Path:
    """The project folder; ends with code 2 where there is none."""
    project = project_root(root)
    if project is None:
        fail(say("bukan folder proyek Selebaran: districts/_daftar.yml tidak ada"), 2)
    return project


def whole_registry(root: Path, say: Speaker) -> Registry:
    """The registry of a project whose shared files have no errors; ends with code 1 and all of them otherwise."""
    registry = read_project(root)
    shared = [p for p in check_shared(registry) if p.is_error]
    print_problems(shared, say, root)
    if shared:
        sys.exit(1)
    return registry


def sound_facts(root: Path, say: Speaker) -> Registry:
    """The registry of a project whose facts register has no errors; ends with code 1 and all of them otherwise.

    A slip in a page is no reason not to look at the facts."""
    registry = read_project(root)
    faults = sorted(p for p in registry.shared_problems if p.is_error and p.place.file == REGISTER)
    if faults:
        print_problems(faults, say, root)
        sys.exit(1)
    return registry


def day_given(given: str | None, say: Speaker) -> date:
    """The day of --as-of, else today; ends with code 2 when it can't be read."""
    try:
        return date.fromisoformat(given) if given else datetime.now(UTC).date()
    except ValueError:
        fail(say("tanggal '{isi}' tidak terbaca; tulis tahun-bulan-hari, contoh 2026-11-26", isi=given), 2)


def known_fact(name: str, registry: Registry, say: Speaker) -> Fact:
    """The fact of an id or of a value's name; ends with code 2 and the nearest name where there is none."""
    fact = registry.facts.find(name) or registry.facts.find(name.upper())
    if fact is None:
        text = say("tidak ada fakta '{nama}'", nama=name)
        if maksud := nearest(name.upper(), registry.facts.by_id) or nearest(name.lower(), registry.facts.by_name):
            text += "; " + say("maksudnya '{maksud}'?", maksud=maksud)
        fail(text, 2)
    return fact


def composed(root: Path, registry: Registry, as_of: date) -> Iterator[Trace]:
    """What every district uses that can be composed, as a preview. Each is composed in a child."""
    composer = Composer(registry)

    def ask(slug: str) -> Trace | None:
        try:
            return trace_of(composer.compose(slug, as_of=as_of, profiles=()))
        except ProblemsFound:
            return None  # `left_out` says so

    for slug, trace in survey(root, tuple(registry.districts), ask, TRACES):
        if isinstance(trace, Trace) and trace.slug == slug:
            yield trace


def left_out(registry: Registry, seen: Iterable[str], say: Speaker) -> bool:
    """Say which districts are missing from an answer because of faults in their files; whether there are any."""
    missing = sorted({*registry.slugs, *registry.district_problems} - set(seen))
    for slug in missing:
        print(say("{slug} tidak ikut dihitung; sebabnya: selebaran check {slug}", slug=slug), file=sys.stderr)
    return bool(missing)


def table(rows: list[tuple[str, ...]], *, gap: str = "  ") -> str:
    """Rows as columns of equal width."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))] if rows else []
    rows = [tuple(visible(cell) for cell in row) for row in rows]
    lines = (gap.join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows)
    return "\n".join(lines)
