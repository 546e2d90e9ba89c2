"""`selebaran explain`: where each block of a page, or each panel of a sheet, came from and what it rests on."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

import click

from selebaran.cli.apart import apart
from selebaran.cli.facts import STATES
from selebaran.cli.language import Language, Speaker
from selebaran.cli.options import Command, fail, known_slugs
from selebaran.cli.shared_options import AS_OF, JSON, LANG, ROOT, SLUG, day_given, found_root
from selebaran.cli.sound import REGISTER, whole_registry
from selebaran.cli.table import table
from selebaran.compose.edition import Composer
from selebaran.model.artifact import Artifact
from selebaran.model.edition import Edition, PieceOutcome
from selebaran.model.facts import Fact, FactRegister, FactState
from selebaran.model.own_text import Override
from selebaran.model.page import HEAD, ComposedPage
from selebaran.model.piece import PieceSource
from selebaran.model.problem import ProblemsFound
from selebaran.model.registry import DistrictFolder, Registry
from selebaran.model.usage import Usage
from selebaran.publish.report.artifacts import read_artifacts
from selebaran.site.blame import path_of
from selebaran.words.near import nearest
from selebaran.words.visible import visible


class Part(NamedTuple):
    """A block or panel: its name, the place that it came from, what it used, and what it replaced.

    `own` is who wrote it, where that isn't everybody's text."""

    name: str
    place: str
    usage: Usage
    own: str | None = None
    override: Override | None = None
    replaced: str | None = None


class Found(NamedTuple):
    """A page or piece: its title, its parts, what it used in all, and how the paths of its files begin."""

    title: str
    parts: list[Part]
    usage: Usage
    output: str


GRAVE = (FactState.NOT_PUBLISHABLE, FactState.ENDED, FactState.OVERDUE)
"""What an editor must not overlook."""


@click.command("explain", cls=Command, options_metavar="[PILIHAN]")
@SLUG
@click.argument("page", metavar="HALAMAN")
@AS_OF
@JSON
@click.option("--hasil", "with_files", is_flag=True, help="Sebut juga berkas hasilnya pada bangunan terakhir.")
@click.option(
    "--out", type=click.Path(path_type=Path), metavar="FOLDER", help="Tempat hasil. Tanpa ini: dist/ di folder proyek."
)
@LANG
@ROOT
def explain_command(
    slug: str,
    page: str,
    as_of: str | None,
    as_json: bool,
    with_files: bool,
    out: Path | None,
    lang: Language,
    root: Path | None,
) -> None:
    """Jelaskan asal tiap bagian satu halaman atau lembar, serta fakta dan berkas yang dipakainya."""
    say = Speaker(lang)
    project = found_root(root, say)
    registry = whole_registry(project, say)
    known_slugs((slug,), registry, say)
    day = day_given(as_of, say)
    built = read_artifacts(out or project / "dist", slug) if with_files else None
    apart(project, slug, say, lambda: _explain(slug, page, day, registry, say, built, as_json=as_json))


def _explain(
    slug: str,
    page: str,
    day: date,
    registry: Registry,
    say: Speaker,
    built: tuple[Artifact, ...] | None,
    *,
    as_json: bool,
) -> None:
    """Print it. Raises `ProblemsFound`."""
    edition = _edition(slug, registry, day)
    found = _found(page, edition, say)
    made = None if built is None else [one for one in built if one.path.startswith(found.output)]
    if as_json:
        print(json.dumps(_json(page, found, made, registry.facts, edition.as_of), ensure_ascii=False, indent=1))
        return
    print(f"{page}: {visible(found.title)} ({registry.districts[slug].district.name}, {edition.as_of.isoformat()})")
    _print_parts(found.parts, slug, edition, registry, say)
    if rest := sorted(found.usage.files.difference(*(part.usage.files for part in found.parts))):
        print(say("berkas untuk seluruhnya: {berkas}", berkas=", ".join(rest)))
    if made is not None:
        _print_made(made, slug, say)


def _print_parts(parts: list[Part], slug: str, edition: Edition, registry: Registry, say: Speaker) -> None:
    heads = table([(part.name or say("(awal)"), part.place, _origin(part, say)) for part in parts]).split("\n")
    used = sorted({fact for part in parts for fact in part.usage.facts})
    rows = table([_fact_line(registry.facts.by_id[fact], edition.as_of, say) for fact in used]).split("\n")
    lines = dict(zip(used, rows, strict=False))
    for head, part in zip(heads, parts, strict=False):
        facts = [lines[fact] for fact in sorted(part.usage.facts)]
        told = (*_tell_fields(part.usage, registry.districts[slug], say), *_tell_files(part, say))
        print("\n    ".join([head, *facts, *told]))


def _tell_fields(usage: Usage, folder: DistrictFolder, say: Speaker) -> Iterator[str]:
    """The district's values that were used, and which of them are its province's."""
    if usage.fields:
        yield say("isian daerah: {isian}", isian=", ".join(_fields(usage)))
    if shared := _of_province(usage, folder):
        yield say("dari provinsi: {isian}", isian=", ".join(shared))


def _tell_files(part: Part, say: Speaker) -> Iterator[str]:
    """The files beside the one that is named with the part; that of its facts goes without saying."""
    if others := sorted(part.usage.files - {part.place.split(":")[0], REGISTER}):
        yield say("berkas lain: {berkas}", berkas=", ".join(others))


def _print_made(made: list[Artifact], slug: str, say: Speaker) -> None:
    """The files of the last build: what each is, the beginning of its digest, and from how many it was made."""
    if not made:
        print(say("belum ada hasilnya; buat dulu: selebaran build {slug}", slug=slug))
        return
    print(say("hasil bangunan terakhir:"))
    rows: list[tuple[str, ...]] = [
        (one.path, one.kind, one.digest[:12], say("dari {n} masukan", n=len(one.inputs))) for one in made
    ]
    for line in table(rows).split("\n"):
        print(f"    {line}")


def _origin(part: Part, say: Speaker) -> str:
    """Who wrote it, and what it replaced."""
    if part.override is None:
        return say("tulisan {lapis}", lapis=part.own) if part.own else say("naskah bersama")
    front = part.override.front
    values = {"lapis": part.override.layer, "asal": part.replaced, "oleh": front.by, "hari": front.on.isoformat()}
    return say("timpaan {lapis}, menggantikan {asal}; {oleh}, {hari}: {alasan}", **values, alasan=front.reason)


def _edition(slug: str, registry: Registry, day: date) -> Edition:
    if problems := registry.district_problems.get(slug, ()):
        raise ProblemsFound(problems)
    asked = dict.fromkeys(registry.when_asked, ())
    return Composer(registry).compose(slug, as_of=day, profiles=(), asked=asked)


def _found(name: str, edition: Edition, say: Speaker) -> Found:
    """The page or the piece of a name; ends with code 2 where there is neither."""
    wanted = name.strip("/") or "beranda"
    pages = {page.slug: page for page in edition.pages}
    pieces = {outcome.name: outcome for outcome in edition.outcomes}
    if wanted in pieces:
        return Found(pieces[wanted].title, _panels(pieces[wanted]), pieces[wanted].usage, f"unduh/{wanted}/")
    if wanted not in pages:
        text = say("tidak ada halaman atau lembar '{nama}'", nama=name)
        if maksud := nearest(wanted, [*pages, *pieces]):
            text += "; " + say("maksudnya '{maksud}'?", maksud=maksud)
        fail(text, 2)
    page = pages[wanted]
    output = path_of(page)
    if page.meta.is_fallback:  # not translated: what stands there is the Indonesian page
        page = pages[page.meta.slug]
    return Found(page.meta.title, _blocks(page), page.usage, output)


def _panels(outcome: PieceOutcome) -> list[Part]:
    """The panels of a piece; what stands on its sheets outside of all panels first, where that rests on a fact."""
    panels = {panel: used for panel, used in outcome.panels.items() if panel or used.facts}
    return [Part(panel, _panel_place(panel, outcome.source), used) for panel, used in panels.items()]


def _blocks(page: ComposedPage) -> list[Part]:
    """The blocks of a page in their order; title and summary first where a district wrote them."""
    own = page.meta.layer
    parts = []
    if head := page.overridden.get(HEAD):
        parts.append(Part(HEAD, str(head.place), Usage(), None, head, f"content/{page.slug}.md"))
    for block, used in page.blocks.items():
        place = str(page.origins.get(block, ""))
        override = page.overridden.get(block)
        if override and not block:
            parts.append(Part(block, str(override.place), used, None, override, f"content/{page.slug}.md"))
        elif override:
            parts.append(Part(block, str(override.place), used, None, override, place))
        else:
            parts.append(Part(block, place, used, own))
    return parts


def _panel_place(panel: str, source: PieceSource) -> str:
    """Where a panel begins in the piece's template; the file alone where it comes from a shared one."""
    before, found, _ = source.html.partition(f'data-panel="{panel}"')
    line = before.count("\n") + 1
    return f"{source.place.file}:{line}" if found else source.place.file


def _fields(usage: Usage) -> list[str]:
    """The district's values that were used, without the groups in which they lie."""
    return sorted(one for one in usage.fields if not any(other.startswith(f"{one}.") for other in usage.fields))


def _of_province(usage: Usage, folder: DistrictFolder) -> list[str]:
    """The values among them that the district's province filled in."""
    roots = tuple(f"daerah.kontak.{name}." for name in sorted(folder.contacts_of_province))
    return [one for one in _fields(usage) if one.startswith(roots)] if roots else []


def _fact_line(fact: Fact, day: date, say: Speaker) -> tuple[str, ...]:
    age = say("tanpa hari")
    if fact.as_of:
        age = say("keadaan {hari} ({umur} hari)", hari=fact.as_of.isoformat(), umur=(day - fact.as_of).days)
    checked = say("diperiksa {hari}", hari=fact.checked_on.isoformat()) if fact.checked_on else say("belum diperiksa")
    if (state := fact.state(day)) not in GRAVE:
        return fact.id, age, checked, fact.topic
    title = STATES[state]
    return fact.id, age, checked, f"{fact.topic}; {say(title).upper()}"


def _json(page: str, found: Found, made: list[Artifact] | None, facts: FactRegister, day: date) -> dict[str, object]:
    data: dict[str, object] = {
        "halaman": page,
        "judul": found.title,
        "bagian": [_part_json(part, facts, day) for part in found.parts],
        "berkas": sorted(found.usage.files),
    }
    if made is not None:
        data["hasil"] = [
            {"berkas": one.path, "jenis": one.kind, "sidik": one.digest, "dari": list(one.inputs)} for one in made
        ]
    return data


def _part_json(part: Part, facts: FactRegister, day: date) -> dict[str, object]:
    name, place, usage, _, override, replaced = part
    found = [facts.by_id[fact] for fact in sorted(usage.facts)]
    return {
        "bagian": name,
        "asal": place,
        "timpaan": None
        if override is None
        else {
            "lapis": override.layer,
            "menggantikan": replaced,
            "oleh": override.front.by,
            "tanggal": override.front.on.isoformat(),
            "alasan": override.front.reason,
        },
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
        "berkas": sorted(usage.files),
    }
