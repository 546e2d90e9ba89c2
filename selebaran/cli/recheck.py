"""`selebaran facts recheck`: writes into the register that a person compared a fact with its source."""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import click

from selebaran.cli.language import Language, Speaker
from selebaran.cli.options import Command, fail
from selebaran.cli.shared_options import LANG, ROOT, found_root
from selebaran.cli.show import print_problems
from selebaran.cli.sound import REGISTER, known_fact, sound_facts
from selebaran.cli.unwritable import cannot_write
from selebaran.compose.template.formats import fact_value
from selebaran.model.facts import PAPER_CONFIDENCE, Fact
from selebaran.model.paper import SENTENCE
from selebaran.read.recheck import NUMBERS, Recheck, UnusualLayout, renew
from selebaran.words.near import nearest

ADDRESS = {"bu", "ibu", "pak", "bapak", "sdr", "sdri", "dr", "drg", "drs", "dra", "ir", "prof", "h", "hj", "ns"}
"""Words before a name that don't make it another person's."""


@click.command("recheck", cls=Command, options_metavar="[PILIHAN]")
@click.argument("fact_id", metavar="KODE")
@click.option("--tanggal", required=True, metavar="TANGGAL", help="Hari pemeriksaan, contoh 2026-11-26.")
@click.option("--oleh", required=True, metavar="NAMA", help="Siapa yang memeriksa.")
@click.option("--sumber", required=True, metavar="TEKS", help="Dicocokkan dengan apa: peraturan, pejabat, halaman.")
@click.option("--kutipan", metavar="TEKS", help="Kalimat sumbernya.")
@click.option("--per", metavar="TANGGAL", help="Hari yang dibicarakan sumber. Tanpa ini: hari pemeriksaan.")
@click.option("--nilai", multiple=True, metavar="NAMA=ISI", help="Nilai yang berubah. Boleh lebih dari satu.")
@click.option("--kalimat", metavar="TEKS", help="Kalimat yang baru, bila aturannya berubah.")
@click.option("--disetujui", metavar="NAMA", help="Orang kedua. Wajib bila nilai atau kalimat berubah.")
@click.option("--keyakinan", type=click.Choice(["A", "B", "C", "D"]), help="Keyakinan baru. A dan B perlu kutipan.")
@LANG
@ROOT
def recheck_command(
    fact_id: str,
    tanggal: str,
    oleh: str,
    sumber: str,
    kutipan: str | None,
    per: str | None,
    nilai: tuple[str, ...],
    kalimat: str | None,
    disetujui: str | None,
    keyakinan: str | None,
    lang: Language,
    root: Path | None,
) -> None:
    """Catat bahwa satu fakta sudah dicocokkan dengan sumbernya. Riwayatnya tersimpan."""
    say = Speaker(lang)
    project = found_root(root, say)
    fact = known_fact(fact_id, sound_facts(project, say), say)
    days = (tanggal, per) if per else (tanggal,)
    faults = [fault for text in days if (fault := _unread_day(text, say))]
    on, of = _day(tanggal), _day(per or "")
    values, wrong = _values(nilai, fact, say)
    faults += wrong
    names = (_line(oleh), _line(sumber), _line_or_none(kutipan), _line_or_none(disetujui))
    check = Recheck(on or date.min, *names, of, values, _line_or_none(kalimat), keyakinan)
    if on:
        faults += _faults(check, fact, say)
    if faults:
        fail("\n".join(faults), 2)
    _write(project / REGISTER, fact, check, say)
    for name, former in check.changed(fact).items():
        new = check.sentence if name == SENTENCE else check.values[name]
        print(f"{name}: {former} → {new}")
    again = (check.on + timedelta(days=fact.interval_days)).isoformat()
    print(say("{id} dicatat di {berkas}; periksa lagi {hari}", id=fact.id, berkas=REGISTER, hari=again))


def _line(text: str) -> str:
    """A text in one line."""
    return " ".join(text.split())


def _line_or_none(text: str | None) -> str | None:
    return _line(text or "") or None


def _write(path: Path, fact: Fact, check: Recheck, say: Speaker) -> None:
    """Renew the register's file; it is replaced whole, so that a crash leaves the old one or the new one."""
    try:
        text, problems = renew(path.read_bytes().decode(), REGISTER, fact, check)
    except UnusualLayout:
        text, problems = "", []
        print(
            say("{id}: tulis tiap isiannya pada barisnya sendiri, tanpa {kurung}", id=fact.id, kurung="{ }"),
            file=sys.stderr,
        )
    print_problems(problems, say, path.parent.parent)
    if problems or not text:
        fail(say("{berkas} tidak diubah", berkas=REGISTER), 1)
    part = path.with_name(f".{path.name}.sebagian")
    try:
        part.write_bytes(text.encode())
        part.chmod(path.stat().st_mode)
        part.replace(path)
    except OSError as error:
        cannot_write(path, error, say)


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
    today = datetime.now(UTC).date() + timedelta(days=1)  # it is tomorrow in Jayapura already
    if check.on > today:
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
    if check.approved_by and _same(check.approved_by, check.by):
        yield say("yang menyetujui harus orang lain dari yang memeriksa")


def _faults_of_words(check: Recheck, fact: Fact, say: Speaker) -> Iterator[str]:
    if not check.sentence and (stale := _still_said(check, fact)):
        yield say("kalimatnya masih menyebut {isi}: tulis kalimat yang baru dengan --kalimat", isi=", ".join(stale))
    raised = check.confidence in PAPER_CONFIDENCE and fact.confidence not in PAPER_CONFIDENCE
    if raised and not check.quote:
        yield say("keyakinan {huruf} perlu kalimat sumbernya: --kutipan", huruf=check.confidence)


def _still_said(check: Recheck, fact: Fact) -> list[str]:
    """Former values that the fact's own sentence goes on stating."""
    former = [str(fact_value(fact.values[name])) for name in check.changed(fact) if name != SENTENCE]
    return [text for text in former if re.search(rf"(?<![\w.]){re.escape(text)}(?![\w]|\.\d)", fact.sentence)]


def _same(one: str, other: str) -> bool:
    """Whether two names are one person's, however they are spelt: forms of address and degrees don't count."""
    return _plain(one) == _plain(other)


def _plain(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name.split(",")[0]).casefold()
    words = re.findall(r"[^\W_]+", "".join(c for c in letters if not unicodedata.combining(c)))
    return "".join([word for word in words if word not in ADDRESS] or words)
