"""What `selebaran kit` does: options -> the event and what is asked for it -> a ZIP, and what is said of it."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import cast

from selebaran.cli.language import Language, Speaker
from selebaran.cli.options import fail, known_slugs
from selebaran.cli.output import can_build
from selebaran.cli.progress import reporter
from selebaran.cli.shared_options import day_asked, found_root
from selebaran.cli.show import print_problems
from selebaran.cli.sound import whole_registry
from selebaran.cli.table import table
from selebaran.cli.unwritable import cannot_write, is_about, refuse_unwritable
from selebaran.compose.district.event_day import next_days_of
from selebaran.compose.template.formats import count, day, weekdays
from selebaran.model.event import Event
from selebaran.model.occurrence import Occurrence
from selebaran.model.problem import Place
from selebaran.model.registry import DistrictFolder, Registry
from selebaran.model.sizes import Paper
from selebaran.publish.counts import Printer
from selebaran.publish.kit.apart import make_kit
from selebaran.publish.kit.cover import Reason
from selebaran.publish.kit.making import KitMade, KitOrder
from selebaran.words.near import nearest
from selebaran.words.visible import visible


@dataclass(frozen=True)
class KitAsked:
    """The options of the command, as click gives them."""

    slug: str
    event: str | None
    people: int | None
    paper: str | None
    printer: str
    out: Path | None
    publish: bool
    as_of: str | None
    quiet: bool
    lang: Language
    root: Path | None


def run_kit(asked: KitAsked) -> None:
    """Make the kit, or list the events that can have one, and end with the exit code that says how it went."""
    say = Speaker(asked.lang)
    project = found_root(asked.root, say)
    registry = whole_registry(project, say)
    folder = _district(asked.slug, registry, project, say)
    today = day_asked(asked.as_of, say) or datetime.now(UTC).astimezone(folder.district.tz).date()
    if asked.event is None:
        _list(folder, registry, today, say)
        return
    can_build(say)
    order = _order(asked, folder, registry, today, say)
    out = asked.out or project / "dist" / "kit"
    cache = project / ".cache"
    refuse_unwritable(out, say)
    refuse_unwritable(cache, say)
    target = out / f"kit-{asked.slug}-{order.event.event.id}.zip"
    try:
        made = _made(order, registry, cache, target, asked, say)
    except OSError as error:
        if not is_about(error, out, cache):
            raise
        cannot_write(Path(error.filename or out), error, say)
    print_problems(made.problems, say, project)
    _tell(made, target, say, quiet=asked.quiet)
    sys.exit(0 if made.files and not any(found.is_error for found in made.problems) else 1)


def _district(slug: str, registry: Registry, project: Path, say: Speaker) -> DistrictFolder:
    """The district; ends with code 2 where there is none of that name, and with code 1 where it can't be read."""
    known_slugs((slug,), registry, say)
    if slug in registry.district_problems:
        print_problems(registry.district_problems[slug], say, project)
        sys.exit(1)
    return registry.districts[slug]


def _made(order: KitOrder, registry: Registry, cache: Path, target: Path, asked: KitAsked, say: Speaker) -> KitMade:
    with reporter(say, quiet=asked.quiet) as progress:
        progress.started(1)
        made = make_kit(order, registry, cache, target)
        progress.finished(asked.slug, built=bool(made.files))
    return made


def _order(asked: KitAsked, folder: DistrictFolder, registry: Registry, today: date, say: Speaker) -> KitOrder:
    """What is asked for; ends with code 2 where the event can't have a kit, or nobody said for how many."""
    event = _known_event(asked.event or "", folder, registry, today, say)
    chosen = _day_of(event, folder, registry, today, say)
    kit = registry.campaign.kit
    if kit is None or event.kind not in kit.kinds:
        fault = say(
            "{tempat}: kegiatan berjenis '{jenis}' tidak punya kit", tempat=_at(event, folder), jenis=event.kind
        )
        cure = say("tulis lembarnya di content/kampanye.yml, di bawah kit.jenis.{jenis}", jenis=event.kind)
        fail(f"{fault}\n  {say('saran')}: {cure}", 2)
    if asked.people is None:
        fault = say("berapa orang yang diharapkan datang belum disebut")
        fail(f"{fault}\n  {say('saran')}: {say('tambahkan --peserta N, contoh --peserta 80')}", 2)
    paper, printer = cast(Paper, asked.paper or folder.district.paper), cast(Printer, asked.printer)
    return KitOrder(asked.slug, chosen, asked.people, paper, printer, today, asked.publish)


def _known_event(name: str, folder: DistrictFolder, registry: Registry, today: date, say: Speaker) -> Event:
    """The event of this id; ends with code 2 where there is none."""
    known = {event.id: event for event in folder.events if event.id}
    if name not in known:
        text = say("districts/{slug}/jadwal.yml: tidak ada kegiatan '{nama}'", slug=folder.slug, nama=name)
        if meant := nearest(name, known):
            text += "; " + say("maksudnya '{maksud}'?", maksud=meant)
        fail(f"{text}\n  {say('saran')}: {_next(folder, registry, today, say)}", 2)
    return known[name]


def _day_of(event: Event, folder: DistrictFolder, registry: Registry, today: date, say: Speaker) -> Occurrence:
    """The next day of an event; ends with code 2 for one that is over or cancelled."""
    coming = {one.event.id: one for one in next_days_of(folder, registry.campaign, today)}
    if event.id not in coming:
        values = {"tempat": _at(event, folder), "nama": str(event.id)}
        gone = say("{tempat}: kegiatan '{nama}' sudah lewat; tidak ada kit untuknya", **values)
        off = say("{tempat}: kegiatan '{nama}' dibatalkan; tidak ada kit untuknya", **values)
        fail(f"{off if event.cancelled else gone}\n  {say('saran')}: {_next(folder, registry, today, say)}", 2)
    return coming[event.id]


def _next(folder: DistrictFolder, registry: Registry, today: date, say: Speaker) -> str:
    """Which event is the next, for somebody who asked for another."""
    coming = next_days_of(folder, registry.campaign, today)
    if not coming:
        return say("belum ada kegiatan yang akan datang; tulis di districts/{slug}/jadwal.yml", slug=folder.slug)
    return say("yang berikutnya: {nama} ({tanggal})", nama=str(coming[0].event.id), tanggal=day(coming[0].day))


def _at(event: Event, folder: DistrictFolder) -> str:
    """Where an event was typed."""
    for file in folder.typed:
        for loc, record in file.records():
            if isinstance(record, Event) and record.key == event.key:
                return visible(str(file.places.of(*loc)))
    return str(Place(f"districts/{folder.slug}/jadwal.yml"))


def _list(folder: DistrictFolder, registry: Registry, today: date, say: Speaker) -> None:
    """The events that can have a kit, the soonest first."""
    coming = next_days_of(folder, registry.campaign, today)
    if not coming:
        fail(_next(folder, registry, today, say), 2)
    rows = [(str(one.event.id), f"{weekdays(one.day)}, {day(one.day)}", one.event.title) for one in coming]
    print(table([tuple(map(visible, row)) for row in rows]))


def _tell(made: KitMade, target: Path, say: Speaker, *, quiet: bool) -> None:
    """What was made and where, and what isn't in it."""
    for lacking in made.missing:
        text = say("tidak ikut: {judul} ({sebab})", judul=visible(lacking.title), sebab=_why(lacking.reason, say))
        print(text, file=sys.stderr)
    if quiet or not made.files:
        return
    cost = "" if made.cost is None else "; " + say("biaya {biaya}", biaya=f"Rp{count(made.cost)}")
    print(say("dibuat: {berkas}", berkas=os.path.relpath(target)))
    print(say("{banyak} berkas, {lembar} lembar kertas", banyak=len(made.files), lembar=count(made.sheets)) + cost)


def _why(reason: Reason, say: Speaker) -> str:
    """Why a piece isn't in a kit."""
    return {
        "tidak-dipilih": say("daerah ini tidak membuatnya"),
        "ditahan": say("ditahan, karena ada aturan yang harus diperiksa dulu"),
        "belum-terbit": say("belum terbit; terbitkan situsnya dulu"),
        "ditolak": say("tidak dapat dicetak"),
    }[reason]
