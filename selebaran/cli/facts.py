"""`selebaran facts list|due|impact|withdraw|call|recheck`: how the register stands, and what a fact touches."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click

from selebaran.check.typed import TypedAt
from selebaran.cli.call import call_command
from selebaran.cli.language import Language, Speaker
from selebaran.cli.options import Command, Group, help_when_bare
from selebaran.cli.recheck import recheck_command
from selebaran.cli.shared_options import AS_OF, JSON, LANG, ROOT, day_given, found_root
from selebaran.cli.sheets import write_sheets
from selebaran.cli.show import print_problems
from selebaran.cli.sound import known_fact, sound_facts, whole_registry
from selebaran.cli.table import table
from selebaran.cli.traces import composed, left_out
from selebaran.cli.typed import typed_values
from selebaran.cli.unwritable import cannot_write
from selebaran.compose.fact.impact import Impact, impact_of
from selebaran.compose.template.engine import TemplateFault
from selebaran.compose.template.formats import fact_value
from selebaran.model.facts import Fact, FactState
from selebaran.model.paper import PaperEdition
from selebaran.model.registry import Registry
from selebaran.publish.costs import Cost, costs_of
from selebaran.publish.letter import Notice, notices
from selebaran.publish.report.record import FOLDER
from selebaran.words.visible import visible

SHEETS = "periksa"
STATES = {
    FactState.OVERDUE: "harus diperiksa lagi",
    FactState.DUE_SOON: "harus diperiksa dalam 30 hari",
    FactState.ENDED: "tidak berlaku lagi",
    FactState.NOT_PUBLISHABLE: "tidak untuk umum",
    FactState.NEVER_CHECKED: "belum pernah diperiksa",
    FactState.CURRENT: "berlaku",
}
"""States in the order in which they are shown."""


@click.group("facts", cls=Group, options_metavar="[PILIHAN]", subcommand_metavar="PERINTAH [ARGUMEN]...")
@LANG
@click.pass_context
def facts_commands(context: click.Context, lang: Language) -> None:
    """Daftar fakta: keadaannya, pemeriksaannya, dan di mana ia dipakai."""
    help_when_bare(context)


@facts_commands.command("list", cls=Command, options_metavar="[PILIHAN]")
@AS_OF
@JSON
@LANG
@ROOT
def list_facts(as_of: str | None, as_json: bool, lang: Language, root: Path | None) -> None:
    """Sebut semua fakta menurut keadaannya."""
    say = Speaker(lang)
    day = day_given(as_of, say)
    facts = sorted(sound_facts(found_root(root, say), say).facts, key=lambda f: (f.check_again or date.max, f.id))
    if as_json:
        print(json.dumps([_row(fact, day) for fact in facts], ensure_ascii=False, indent=1))
        return
    lines = dict(zip((fact.id for fact in facts), table([_line(fact, say) for fact in facts]).split("\n"), strict=True))
    for state, title in STATES.items():
        found = [lines[fact.id] for fact in facts if fact.state(day) is state]
        print("\n  ".join([f"{say(title)}: {len(found)}", *found]))
    never = sum(fact.checked_on is None for fact in facts)
    print(say("{banyak} fakta; {belum} di antaranya belum pernah diperiksa orang", banyak=len(facts), belum=never))


def _line(fact: Fact, say: Speaker) -> tuple[str, ...]:
    again = say("periksa lagi {hari}", hari=fact.check_again.isoformat()) if fact.check_again else say("tanpa hari")
    checked = say("diperiksa {hari}", hari=fact.checked_on.isoformat()) if fact.checked_on else say("belum diperiksa")
    ended = say("berakhir {hari}", hari=fact.ends_on.isoformat()) if fact.ends_on else ""
    return fact.id, fact.confidence, again, checked, f"{fact.topic}; {ended}" if ended else fact.topic


def _row(fact: Fact, day: date) -> dict[str, object]:
    return {
        "id": fact.id,
        "topik": fact.topic,
        "keadaan": str(fact.state(day)),
        "nilai": {name: str(fact_value(value)) for name, value in fact.values.items()},
        "sumber_per": fact.as_of.isoformat() if fact.as_of else None,
        "diperiksa_pada": fact.checked_on.isoformat() if fact.checked_on else None,
        "periksa_lagi": fact.check_again.isoformat() if fact.check_again else None,
        "berakhir": fact.ends_on.isoformat() if fact.ends_on else None,
        "keyakinan": fact.confidence,
        "penanggung_jawab": fact.owner,
    }


@facts_commands.command("due", cls=Command, options_metavar="[PILIHAN]")
@click.option("--out", type=click.Path(path_type=Path), metavar="FOLDER", help="Tempat lembar. Biasanya dist/laporan/.")
@AS_OF
@LANG
@ROOT
def due_facts(out: Path | None, as_of: str | None, lang: Language, root: Path | None) -> None:
    """Buat lembar periksa, satu halaman untuk tiap penanggung jawab.

    Berakhir dengan kode 1 bila ada fakta yang harus diperiksa sekarang."""
    say = Speaker(lang)
    project = found_root(root, say)
    registry = whole_registry(project, say)
    day = day_given(as_of, say)
    due = _due(registry, day)
    folder = (out or project / "dist" / FOLDER) / SHEETS
    editions = list(composed(project, registry, day)) if due else []
    _write_sheets(write_sheets(folder, due, editions, registry, day), folder, project, say)
    if due:
        left_out(registry, (edition.slug for edition in editions), say)
    overdue = [f for f in due if f.state(day) is not FactState.DUE_SOON]
    soon = len(due) - len(overdue)
    print(say("{lewat} fakta harus diperiksa sekarang, {segera} dalam 30 hari", lewat=len(overdue), segera=soon))
    sys.exit(1 if overdue else 0)


def _due(registry: Registry, day: date) -> list[Fact]:
    """The facts that somebody has to check now or soon, the most urgent first."""
    due = [f for f in registry.facts if f.state(day) in (FactState.OVERDUE, FactState.DUE_SOON, FactState.ENDED)]
    return sorted(due, key=lambda f: (f.check_again or date.min, f.id))


def _write_sheets(written: Iterator[Path], folder: Path, project: Path, say: Speaker) -> None:
    """Say of each sheet where it is; ends with code 1 or 3 where they can't be made."""
    try:
        for path in written:
            print(say("lembar periksa: {berkas}", berkas=path))
    except TemplateFault as fault:
        print_problems((fault.problem,), say, project)
        sys.exit(1)
    except OSError as error:
        cannot_write(folder, error, say)


@facts_commands.command("impact", cls=Command, options_metavar="[PILIHAN]")
@click.argument("name", metavar="NAMA")
@AS_OF
@JSON
@LANG
@ROOT
def impact_command(name: str, as_of: str | None, as_json: bool, lang: Language, root: Path | None) -> None:
    """Sebut halaman, lembar, daerah, dan edisi yang memakai satu fakta.

    NAMA adalah kode fakta, atau nama salah satu nilainya."""
    say = Speaker(lang)
    project = found_root(root, say)
    registry = whole_registry(project, say)
    fact = known_fact(name, registry, say)
    wanted = name if name in registry.facts.by_name else fact.id
    editions = list(composed(project, registry, day_given(as_of, say)))
    found = impact_of(wanted, editions, registry)
    typed = typed_values(project, registry, fact, wanted)
    cost = costs_of(project / "dist")
    if as_json:
        seconds = cost.of(len(editions), found.copies[1])
        print(json.dumps(_impact_json(wanted, found, typed, seconds), ensure_ascii=False, indent=1))
    else:
        _tell_impact(f"{wanted}: {fact.topic}", found, typed, len(editions), cost, say)
    sys.exit(1 if left_out(registry, (edition.slug for edition in editions), say) else 0)


def _cost_text(found: Impact, sites: int, cost: Cost, say: Speaker) -> str:
    """What a change of the fact will take: the pages and sheets that become others, and about how long. Every site is
    made again, for each tells which facts there are; of sheets only those that state it."""
    pages, sheets = found.copies
    seconds = cost.of(sites, sheets)
    known = say("lamanya belum diketahui: belum pernah dibangun di sini")
    about = known if seconds is None else say("kira-kira {detik} detik prosesor", detik=max(1, round(seconds)))
    return say(
        "bila berubah: {halaman} halaman dan {lembar} lembar lain; {lama}", halaman=pages, lembar=sheets, lama=about
    )


def _tell_impact(title: str, found: Impact, typed: list[TypedAt], sites: int, cost: Cost, say: Speaker) -> None:
    print(visible(title))
    if found.frame:
        print(f"  {say('kepala dan kaki semua halaman')}")
    for page, blocks in sorted(found.pages.items()):
        print("  " + say("halaman {halaman}: {bagian}", halaman=page, bagian=", ".join(sorted(blocks))))
    for piece, panels in sorted(found.pieces.items()):
        print("  " + say("lembar {lembar}: {panel}", lembar=piece, panel=", ".join(sorted(panels)) or "–"))
    for slug, paper in found.editions:
        text = say("edisi {kode}, terbit {hari}, {slug}", kode=paper.code, hari=paper.published.isoformat(), slug=slug)
        print(f"  {text}")
    for spot in typed:
        text = say("diketik di {tempat}: '{isi}'", tempat=spot.place, isi=spot.text)
        print("  " + visible(f"{text} ({say('isi lama')})" if spot.is_former else text))
    print(f"  {_cost_text(found, sites, cost, say)}")
    counts = {"halaman": len(found.pages), "lembar": len(found.pieces), "daerah": len(found.districts)}
    print(
        say("{halaman} halaman, {lembar} lembar, {daerah} daerah, {edisi} edisi", **counts, edisi=len(found.editions))
    )


def _impact_json(name: str, found: Impact, typed: list[TypedAt], seconds: float | None) -> dict[str, object]:
    def paper(slug: str, edition: PaperEdition) -> dict[str, str]:
        return {"daerah": slug, "kode": edition.code, "terbit": edition.published.isoformat()}

    return {
        "nama": name,
        "semua_halaman": found.frame,
        "halaman": {page: sorted(blocks) for page, blocks in sorted(found.pages.items())},
        "lembar": {piece: sorted(panels) for piece, panels in sorted(found.pieces.items())},
        "daerah": sorted(found.districts),
        "edisi": [paper(slug, edition) for slug, edition in found.editions],
        "diketik": [_typed_json(spot) for spot in typed],
        "biaya": {"halaman": found.copies[0], "lembar": found.copies[1], "detik": seconds},
    }


def _typed_json(spot: TypedAt) -> dict[str, object]:
    place = spot.place
    return {
        "berkas": place.file,
        "baris": place.line,
        "kolom": place.column,
        "isi": spot.text,
        "isi_lama": spot.is_former,
    }


@facts_commands.command("withdraw", cls=Command, options_metavar="[PILIHAN]")
@click.argument("name", nargs=-1, metavar="[NAMA]...")
@click.option("--out", type=click.Path(path_type=Path), metavar="FOLDER", help="Tulis satu surat per daerah ke sini.")
@click.option("--sejak", metavar="TANGGAL", help="Hanya yang berubah sejak hari ini, contoh 2026-11-26.")
@AS_OF
@LANG
@ROOT
def withdraw_command(
    name: tuple[str, ...], out: Path | None, sejak: str | None, as_of: str | None, lang: Language, root: Path | None
) -> None:
    """Sebut edisi beredar yang tidak benar lagi, sebagai surat untuk tiap daerah."""
    say = Speaker(lang)
    project = found_root(root, say)
    registry = whole_registry(project, say)
    since = day_given(sejak, say, "--sejak") if sejak else None
    ids = frozenset(one if one in registry.facts.by_name else known_fact(one, registry, say).id for one in name)
    found = notices(project, registry, day_given(as_of, say), facts=ids, since=since)
    _write_notices(found, out, say)
    papers = sum(len(notice.verdicts) for notice in found)
    print(say("{edisi} edisi di {daerah} daerah harus diturunkan", edisi=papers, daerah=len(found)))
    sys.exit(1 if left_out(registry, registry.districts, say) else 0)


def _write_notices(found: list[Notice], out: Path | None, say: Speaker) -> None:
    for notice in found:
        if out is None:
            print("\n".join(visible(line) for line in notice.text.split("\n")))
            continue
        path = out / f"{notice.slug}.txt"
        try:
            out.mkdir(parents=True, exist_ok=True)
            path.write_text(notice.text, "utf-8")
        except OSError as error:
            cannot_write(path, error, say)
        print(say("surat: {berkas}", berkas=path))


facts_commands.add_command(call_command)
facts_commands.add_command(recheck_command)
