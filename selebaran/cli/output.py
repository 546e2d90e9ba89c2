"""The output folder of a build, before anything is put there: nobody else writes into it, and it can hold releases."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from sys import stderr

from selebaran.cli.language import Speaker
from selebaran.cli.options import fail
from selebaran.cli.show import shown
from selebaran.cli.unwritable import ENVIRONMENT
from selebaran.model.registry import Registry
from selebaran.publish.layout import PORTAL, old_form, site_of
from selebaran.publish.lock import IsBusy, locked
from selebaran.publish.plan import Plan
from selebaran.publish.releases import can_link, is_published
from selebaran.publish.room import room_in, room_needed
from selebaran.publish.standing import site_state_of

MEGABYTE = 1_000_000
MOST_NAMED = 3
"""Published sites that are named; more would hide the cure."""


@contextlib.contextmanager
def alone_in(out: Path, say: Speaker) -> Iterator[None]:
    """Hold the lock of an output folder; ends with code 3 where another build does."""
    try:
        with locked(out, datetime.now().astimezone()):
            yield
    except IsBusy as busy:
        text = say(
            "tempat hasil '{folder}' sedang dipakai build lain: proses {proses}, sejak {sejak}",
            folder=shown(out),
            proses=busy.holder.process,
            sejak=busy.holder.since,
        )
        cure = say("tunggu sampai build itu selesai, atau pilih tempat lain (pilihan --out)")
        fail(f"{text}\n  {say('saran')}: {cure}", ENVIRONMENT)


def refuse_old_form(out: Path, registry: Registry, say: Speaker) -> None:
    """End with code 3 where an older version built: its sites may be served from there, and stay as they are."""
    former = [host for one in registry.listed for host in one.former_domains]
    hosts = [folder.host for folder in registry.districts.values()]
    if found := old_form(out, (*hosts, *former)):
        text = say(
            "tempat hasil '{folder}' dibuat oleh versi lama: '{lama}' sekarang akan ada di '{baru}'",
            folder=shown(out),
            lama=shown(found),
            baru=shown(site_of(out, found.name) if found.name in (*hosts, *former) else found),
        )
        cure = say(
            "pilih tempat lain (pilihan --out), atau pindahkan folder itu; lalu arahkan server ke tempat yang baru"
        )
        fail(f"{text}\n  {say('saran')}: {cure}", ENVIRONMENT)


def refuse_over_published(plan: Plan, registry: Registry, say: Speaker) -> None:
    """End with code 2 where a preview would take the place of a site that is published: who serves this folder would
    serve the preview from then on."""
    there = [] if plan.publish else _published_there(plan, registry)
    if not there:
        return
    named = ", ".join(there[:MOST_NAMED]) + (" …" if len(there) > MOST_NAMED else "")
    text = say(
        "tempat hasil '{folder}' berisi situs yang terbit ({situs}); tanpa --publish pratinjau akan menggantikannya",
        folder=shown(plan.out),
        situs=named,
    )
    cure = say("buat pratinjau di tempat lain, misalnya --out pratinjau; atau terbitkan dengan --publish")
    fail(f"{text}\n  {say('saran')}: {cure}", 2)


def _published_there(plan: Plan, registry: Registry) -> list[str]:
    """The web roots in the output that are published, of those that a build would put there."""
    hosts = {slug: registry.districts[slug].host for slug in plan.slugs if slug in registry.districts}
    there = [host for slug, host in hosts.items() if site_state_of(plan.out, slug, host) == "terbit"]
    is_whole = plan.only != "print" and set(plan.slugs) >= set(registry.districts)
    return [*there, PORTAL] if is_whole and is_published(plan.out, PORTAL) else there


def with_layout(plan: Plan, asked: str | None, say: Speaker, *, quiet: bool) -> Plan:
    """The plan in the layout that was asked for, else in the one that the place allows; ends with code 3 where it has
    no links and was to have them."""
    if asked == "copy":
        return replace(plan, layout="copy")
    if can_link(plan.out):
        return plan
    text = say("tempat hasil '{folder}' tidak mengenal tautan", folder=shown(plan.out))
    if asked == "link":
        cure = say("pilih tempat lain (pilihan --out), atau --layout copy")
        fail(f"{text}\n  {say('saran')}: {cure}", ENVIRONMENT)
    if not quiet:
        print(say("{sebab}: situs menjadi folder biasa, tanpa rilis lama (--layout copy)", sebab=text), file=stderr)
    return replace(plan, layout="copy")


def refuse_full(plan: Plan, registry: Registry, say: Speaker) -> None:
    """End with code 3 where there is less room than the build will take: better now than in the middle."""
    needed, free = room_needed(plan, registry), room_in(plan.out)
    if free < needed:
        values = {"folder": shown(plan.out), "perlu": -(-needed // MEGABYTE), "ada": free // MEGABYTE}
        text = say("tidak cukup ruang di '{folder}': perlu kira-kira {perlu} MB, ada {ada} MB", **values)
        cure = say("kosongkan ruang di sana, atau pilih tempat lain (pilihan --out)")
        fail(f"{text}\n  {say('saran')}: {cure}", ENVIRONMENT)
