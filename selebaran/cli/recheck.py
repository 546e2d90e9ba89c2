"""`selebaran facts recheck`: writes into the register that a person compared a fact with its source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import click

from selebaran.cli.language import Language, Speaker
from selebaran.cli.options import Command, fail
from selebaran.cli.recheck_table import OF_TABLE, recheck_from
from selebaran.cli.register import latest_day, tell_changes, write_checks
from selebaran.cli.shared_options import LANG, ROOT, found_root
from selebaran.cli.sound import REGISTER, known_fact, sound_facts
from selebaran.desk.people import is_same_person
from selebaran.desk.stale import still_said
from selebaran.model.facts import PAPER_CONFIDENCE, Fact
from selebaran.read.recheck import NUMBERS, Recheck
from selebaran.words.near import nearest


@click.command("recheck", cls=Command, options_metavar="[PILIHAN]")
@click.argument("fact_id", metavar="[KODE]", required=False)
@click.option("--from", "table", type=click.Path(path_type=Path), metavar="TABEL", help=OF_TABLE)
@click.option("--yes", is_flag=True, help="Catat isi tabel tanpa bertanya.")
@click.option("--dry-run", is_flag=True, help="Tunjukkan yang akan berubah, tanpa mencatat.")
@click.option("--tanggal", metavar="TANGGAL", help="Hari pemeriksaan, contoh 2026-11-26.")
@click.option("--oleh", metavar="NAMA", help="Siapa yang memeriksa.")
@click.option("--sumber", metavar="TEKS", help="Dicocokkan dengan apa: peraturan, pejabat, halaman.")
@click.option("--kutipan", metavar="TEKS", help="Kalimat sumbernya.")
@click.option("--per", metavar="TANGGAL", help="Hari yang dibicarakan sumber. Tanpa ini: hari pemeriksaan.")
@click.option("--nilai", multiple=True, metavar="NAMA=ISI", help="Nilai yang berubah. Boleh lebih dari satu.")
@click.option("--kalimat", metavar="TEKS", help="Kalimat yang baru, bila aturannya berubah.")
@click.option("--disetujui", metavar="NAMA", help="Orang kedua. Wajib bila nilai atau kalimat berubah.")
@click.option("--keyakinan", type=click.Choice(["A", "B", "C", "D"]), help="Keyakinan baru. A dan B perlu kutipan.")
@LANG
@ROOT
@click.pass_context
def recheck_command(
    context: click.Context,
    /,
    fact_id: str | None,
    table: Path | None,
    yes: bool,
    dry_run: bool,
    lang: Language,
    root: Path | None,
    **given: Any,
) -> None:
    """Catat bahwa satu fakta, atau isi satu tabel, sudah dicocokkan dengan sumbernya. Riwayatnya tersimpan.

    Satu fakta: KODE, --tanggal, --oleh, dan --sumber wajib. Satu tabel dari 'facts call': --from saja."""
    say = Speaker(lang)
    project = found_root(root, say)
    if table is not None:
        if fact_id or any(given.values()):
            fail(say("--from dipakai sendiri: isi lainnya ada di tabelnya"), 2)
        recheck_from(table, project, say, yes=yes, dry_run=dry_run)
        return
    if yes or dry_run:
        fail(say("--yes dan --dry-run hanya untuk --from"), 2)
    _refuse_missing(context, fact_id, given)
    _recheck_one(project, known_fact(fact_id or "", sound_facts(project, say), say), Given(**given), say)


def _refuse_missing(context: click.Context, fact_id: str | None, given: Mapping[str, object]) -> None:
    """Refuse a check that lacks what every one has, as click does: the first of it is named."""
    known = {param.name: param for param in context.command.params}
    if not fact_id:
        raise click.MissingParameter(ctx=context, param=known["fact_id"])
    for name in ("tanggal", "oleh", "sumber"):
        if given[name] is None:
            raise click.MissingParameter(ctx=context, param=known[name])


@dataclass(frozen=True)
class Given:
    """What was typed after the options of one check."""

    tanggal: str
    oleh: str
    sumber: str
    kutipan: str | None
    per: str | None
    nilai: tuple[str, ...]
    kalimat: str | None
    disetujui: str | None
    keyakinan: str | None


def _recheck_one(project: Path, fact: Fact, given: Given, say: Speaker) -> None:
    """Note one check, or say everything that is wrong with it."""
    days = (given.tanggal, given.per) if given.per else (given.tanggal,)
    faults = [fault for text in days if (fault := _unread_day(text, say))]
    on, of = _day(given.tanggal), _day(given.per or "")
    values, wrong = _values(given.nilai, fact, say)
    faults += wrong
    names = (_line(given.oleh), _line(given.sumber), _line_or_none(given.kutipan), _line_or_none(given.disetujui))
    check = Recheck(on or date.min, *names, of, values, _line_or_none(given.kalimat), given.keyakinan)
    if on:
        faults += _faults(check, fact, say)
    if faults:
        fail("\n".join(faults), 2)
    write_checks(project / REGISTER, [(fact, check)], say)
    tell_changes(fact, check)
    again = (check.on + timedelta(days=fact.interval_days)).isoformat()
    print(say("{id} dicatat di {berkas}; periksa lagi {hari}", id=fact.id, berkas=REGISTER, hari=again))


def _line(text: str) -> str:
    """A text in one line."""
    return " ".join(text.split())


def _line_or_none(text: str | None) -> str | None:
    return _line(text or "") or None


def _day(given: str) -> date | None:
    try:
        return date.fromisoformat(given)
    except ValueError:
        return None


def _unread_day(given: str, say: Speaker) -> str:
    """What is said of a text that is no day."""
    if _day(given):
        return ""
    return say("tanggal '{isi}' tidak terbaca; tulis tahun-bulan-hari, contoh 2026-11-26", isi=given)


def _values(given: tuple[str, ...], fact: Fact, say: Speaker) -> tuple[dict[str, str], list[str]]:
    """The new values, and what is wrong with others."""
    found: dict[str, str] = {}
    faults: list[str] = []
    for pair in given:
        name, equals, text = (_line(part) for part in pair.partition("="))
        if not equals or not text:
            fault = say("'{isi}' tidak terbaca; tulis --nilai nama=isi", isi=pair)
        elif name not in fact.values:
            fault = _unknown_value(name, fact, say)
        elif name in found:
            fault = say("nilai '{nama}' ditulis dua kali", nama=name)
        else:
            fault = _unlike(fact.values[name].kind, text, say)
        if fault:
            faults.append(fault)
        else:
            found[name] = text
    return found, faults


def _unknown_value(name: str, fact: Fact, say: Speaker) -> str:
    """What is said of a name that no value of the fact has."""
    known = ", ".join(fact.values) or "–"
    fault = say("fakta {id} tidak punya nilai '{nama}'; yang ada: {semua}", id=fact.id, nama=name, semua=known)
    maksud = nearest(name, fact.values)
    return f"{fault}; " + say("maksudnya '{maksud}'?", maksud=maksud) if maksud else fault


def _unlike(kind: str, text: str, say: Speaker) -> str:
    """What is said of a text that a value of that kind can't have."""
    if kind in NUMBERS and not text.isdecimal():
        return say("'{isi}' bukan angka; tulis tanpa titik dan tanpa Rp, contoh 42000", isi=text)
    return _unread_day(text, say) if kind == "tanggal" else ""


def _faults(check: Recheck, fact: Fact, say: Speaker) -> Iterator[str]:
    """Why a check can't be noted."""
    yield from _faults_of_days(check, fact, say)
    yield from _faults_of_people(check, fact, say)
    yield from _faults_of_words(check, fact, say)


def _faults_of_days(check: Recheck, fact: Fact, say: Speaker) -> Iterator[str]:
    if check.on > latest_day():
        yield say("tanggal {hari} belum tiba", hari=check.on.isoformat())
    if check.per and check.per > check.on:
        yield say("--per tidak boleh sesudah --tanggal: sumbernya belum ada pada hari pemeriksaan")
    if fact.checked_on and check.on < fact.checked_on:
        yield say(
            "fakta {id} sudah diperiksa {hari}, sesudah tanggal itu", id=fact.id, hari=fact.checked_on.isoformat()
        )


def _faults_of_people(check: Recheck, fact: Fact, say: Speaker) -> Iterator[str]:
    if not check.by or not check.source:
        yield say("--oleh dan --sumber harus berisi")
    changed = check.changed(fact)
    if changed and not check.approved_by:
        yield say("{nilai} berubah: sebut orang kedua dengan --disetujui", nilai=", ".join(changed))
    if check.approved_by and is_same_person(check.approved_by, check.by):
        yield say("yang menyetujui harus orang lain dari yang memeriksa")


def _faults_of_words(check: Recheck, fact: Fact, say: Speaker) -> Iterator[str]:
    if stale := still_said(check, fact):
        yield say("kalimatnya masih menyebut {isi}: tulis kalimat yang baru dengan --kalimat", isi=", ".join(stale))
    raised = check.confidence in PAPER_CONFIDENCE and fact.confidence not in PAPER_CONFIDENCE
    if raised and not check.quote:
        yield say("keyakinan {huruf} perlu kalimat sumbernya: --kutipan", huruf=check.confidence)
