"""`selebaran walls`: what holds back a worker on this machine, tried and not believed; and what a build says of it."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import click

from selebaran.cli.language import Language, Speaker
from selebaran.cli.options import Command, fail
from selebaran.cli.output import can_build
from selebaran.cli.shared_options import LANG
from selebaran.cli.table import table
from selebaran.cli.unwritable import ENVIRONMENT
from selebaran.jobs.confine import WALLS, Barriers, Wall, barriers


@click.command("walls", cls=Command, options_metavar="[PILIHAN]")
@LANG
def walls_command(lang: Language) -> None:
    """Coba setiap jalan keluar dari pekerja di komputer ini, dan sebut mana yang tertahan.

    Pekerja adalah proses yang membuat satu daerah. Kode keluar 0: semua tertahan; 1: ada yang lolos."""
    say = Speaker(lang)
    can_build(say)
    from selebaran.jobs.escapes import try_escapes  # late: it rests on what plain Windows lacks

    with tempfile.TemporaryDirectory() as folder:
        tried = try_escapes(Path(folder))
    told = attempts(say)
    print(table([(say("tertahan") if one.held else say("LOLOS"), told[one.name]) for one in tried]))
    print(kernel_text(barriers(), say))
    sys.exit(0 if all(one.held for one in tried) else 1)


def attempts(say: Speaker) -> dict[str, str]:
    """Every escape in words."""
    return {
        "baca": say("membaca berkas daerah lain"),
        "tulis": say("menulis ke berkas daerah lain"),
        "kosongkan": say("mengosongkan berkas daerah lain"),
        "kosongkan-saat-baca": say("mengosongkan berkas daerah lain sambil membaca"),
        "hapus": say("menghapus berkas daerah lain"),
        "pindah": say("memindahkan berkas daerah lain"),
        "tautan": say("memberi berkas daerah lain nama kedua"),
        "hak": say("mengubah hak berkas daerah lain"),
        "pemilik": say("mengubah pemilik berkas daerah lain"),
        "waktu": say("mengubah waktu berkas daerah lain"),
        "atribut": say("mengubah atribut berkas daerah lain"),
        "jaringan": say("menghubungi server lewat jaringan"),
        "proses": say("membuat proses lain"),
        "program": say("menjalankan program lain"),
        "sinyal": say("mengirim sinyal kepada proses induk"),
        "sinyal-berkas": say("mengirim sinyal kepada proses induk lewat berkas"),
        "sinyal-pilihan": say("memilih sinyal yang dikirim berkas"),
        "prioritas": say("mengubah prioritas proses induk"),
        "prosesor": say("mengikat proses induk pada prosesor lain"),
        "memori-berkas": say("memakai memori yang tidak terhitung"),
        "memori-bersama": say("meninggalkan memori bersama"),
        "banyak": say("menulis lebih dari batas"),
        "nama": say("meninggalkan berkas yang dijalankan hos"),
    }


def kernel_text(found: Barriers, say: Speaker) -> str:
    """What the system has of its own, in one line."""
    has, has_not = say("ada"), say("tidak ada")
    return say(
        "Landlock: {versi}; seccomp: {saringan}; jaringan sendiri: {jaringan}; root: {root}",
        versi=found.landlock or has_not,
        saringan=has if found.seccomp else has_not,
        jaringan=has if found.namespace else has_not,
        root=say("ya") if found.root else say("bukan"),
    )


def tell_gaps(say: Speaker, *, publish: bool, without_walls: bool, there: frozenset[Wall] | None = None) -> None:
    """Say in one line what this machine, or one of a cluster (`there`), can't hold back from workers. A publication
    ends there with code 3, unless it was asked for without walls."""
    missing = barriers().missing if there is None else [wall for wall in WALLS if wall in there]
    if not missing:
        return
    named = {
        "network": say("jaringan"),
        "files": say("berkas di luar foldernya"),
        "rights": say("hak dan waktu berkas"),
        "processes": say("proses lain"),
    }
    what = ", ".join(named[wall] for wall in missing)
    if there is None:
        text = say("komputer ini tidak menahan pekerja dari: {celah}", celah=what)
    else:
        text = say("sebagian klaster tidak menahan pekerja dari: {celah}", celah=what)
    if not publish or without_walls:
        print(f"{text} (selebaran walls)", file=sys.stderr)
        return
    cure = say(
        "terbitkan di Linux 6.2 atau lebih baru dengan Landlock dan seccomp; atau, bila semua folder daerah Anda "
        "percayai, dengan --without-walls"
    )
    fail(f"{text}\n  {say('saran')}: {cure}", ENVIRONMENT)
