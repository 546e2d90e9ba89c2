"""`selebaran changes`: which districts a change touches, and whether the account that asks for it may do so."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import NoReturn

import click

from selebaran.check.may_change import Verdict, judge_changes
from selebaran.cli.language import Language, Speaker
from selebaran.cli.options import CENTRAL_LIST, Command, fail
from selebaran.cli.shared_options import JSON, LANG, ROOT, found_root
from selebaran.cli.show import print_problems, problem_json
from selebaran.cli.unwritable import ENVIRONMENT
from selebaran.model.district import CentralList
from selebaran.read.districts import list_of
from selebaran.read.git_changes import GitFailed, changes_between, file_at


@click.command("changes", cls=Command, options_metavar="[PILIHAN]")
@click.argument("base", metavar="BASE")
@click.argument("head", metavar="HEAD")
@click.option("--akun", metavar="NAMA", required=True, help="Akun yang meminta perubahan, menurut server git-nya.")
@JSON
@LANG
@ROOT
def changes_command(base: str, head: str, akun: str, as_json: bool, lang: Language, root: Path | None) -> None:
    """Sebut daerah yang disentuh perubahan dari BASE ke HEAD, dan apakah akun ini boleh membuatnya.

    Yang berlaku daftar pusat dari BASE. Kode keluar: 0 boleh, 1 tidak boleh, 3 git tidak dapat menjawab."""
    say = Speaker(lang)
    account = akun.strip().removeprefix("@")
    if not account:
        fail(say("tulis akun yang meminta perubahan: --akun NAMA"), 2)
    project = found_root(root, say)
    try:
        verdict = verdict_on(project, base, head, account, say)
    except GitFailed as fault:
        cannot_ask(fault, say)
    _show(verdict, account, project, say, as_json=as_json)
    sys.exit(1 if verdict.refused else 0)


def verdict_on(project: Path, base: str, head: str, account: str, say: Speaker) -> Verdict:
    """Whether an account may make a change, by the central list of the base. Raises `GitFailed`; ends with code 1 where
    that list can't be read."""
    return judge_changes(changes_between(project, base, head), _central(project, base, say), account)


def verdict_line(verdict: Verdict, account: str, say: Speaker) -> str:
    """Whether the account may, in a sentence."""
    if verdict.refused:
        return say("akun '{akun}' tidak boleh membuat perubahan ini", akun=account)
    return say("akun '{akun}' boleh membuat perubahan ini", akun=account)


def _central(project: Path, base: str, say: Speaker) -> CentralList:
    """The list as the base has it: a change gives nobody a right that it needs itself. Ends with code 1 where that list
    can't be read, for then nobody is known."""
    raw = file_at(project, base, CENTRAL_LIST.as_posix())
    if raw is None:
        fail(
            say("BASE '{revisi}' tidak punya {berkas}, jadi tidak ada yang boleh", revisi=base, berkas=CENTRAL_LIST), 1
        )
    central, _, faults = list_of(raw, CENTRAL_LIST.as_posix())
    if faults:
        print_problems(faults, say, project)
        fail(say("daftar pusat dari BASE '{revisi}' bermasalah, jadi tidak ada yang boleh", revisi=base), 1)
    return central


def _show(verdict: Verdict, account: str, project: Path, say: Speaker, *, as_json: bool) -> None:
    if as_json:
        told = {"account": account, "may": not verdict.refused, "districts": verdict.districts}
        problems = [json.loads(problem_json(found, say)) for found in verdict.refused]
        print(json.dumps({**told, "shared": verdict.shared, "problems": problems}, ensure_ascii=False))
        return
    print_problems(verdict.refused, say, project)
    for slug, count in verdict.districts.items():
        print(say("{daerah}: {banyak} berkas", daerah=slug, banyak=count))
    if verdict.shared:
        print(say("di luar folder daerah: {banyak} berkas", banyak=verdict.shared))
    print(verdict_line(verdict, account, say))


def cannot_ask(fault: GitFailed, say: Speaker) -> NoReturn:
    """End with code 3 and what is missing on this machine."""
    cures = {
        "tanpa-git": (say("program git tidak ada di komputer ini"), say("pasang git, lalu jalankan lagi")),
        "bukan-repositori": (
            say("folder proyek ini bukan repositori git yang dapat dibaca"),
            say("jalankan di salinan repositorinya, milik pengguna yang sama"),
        ),
        "dangkal": (say("riwayat repositori ini terpotong"), say("ambil seluruhnya: git fetch --unshallow")),
        "revisi": (
            say("revisi '{revisi}' tidak ada di repositori ini", revisi=fault.revision),
            say("ambil dulu: git fetch origin"),
        ),
        "tanpa-pangkal": (
            say("BASE dan HEAD tidak punya riwayat bersama"),
            say("periksa lagi kedua revisinya; ambil seluruh riwayatnya: git fetch origin"),
        ),
    }
    unknown = (say("git tidak dapat menjawab"), say("periksa repositorinya: git fsck"))
    text, cure = cures.get(fault.reason, unknown)
    fail(f"{text}\n  {say('saran')}: {cure}", ENVIRONMENT)
