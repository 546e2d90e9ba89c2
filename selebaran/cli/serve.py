"""`selebaran serve`: districts and portal on this computer, made when somebody looks, and anew after each change."""

from __future__ import annotations

import errno
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from selebaran.cli.language import Language, Speaker
from selebaran.cli.options import Command, fail, names_among
from selebaran.cli.shared_options import LANG, PROFILES_ASKED, ROOT, SLUGS, day_read, found_root
from selebaran.cli.unwritable import ENVIRONMENT, cannot_write
from selebaran.read.glance import listed_slugs

if TYPE_CHECKING:
    from selebaran.serve.front import Front

PORT = 8000
TRIES = 20
"""Ports that are tried one after the other where none is asked for."""
TAKEN = (errno.EADDRINUSE, errno.EACCES, errno.EADDRNOTAVAIL)
HERE = "127.0.0.1"


@click.command("serve", cls=Command, options_metavar="[PILIHAN]")
@SLUGS
@click.option("--only", type=click.Choice(["site"]), help="Hanya situs, tanpa lembar cetak.")
@PROFILES_ASKED
@click.option("--as-of", metavar="TANGGAL", help="Hari edisi, contoh 2026-11-26. Tanpa ini: hari ini di daerah itu.")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    metavar="N",
    help="Nomor pintu. Tanpa ini: 8000; bila terpakai, yang berikutnya.",
)
@click.option(
    "--host",
    default=HERE,
    metavar="ALAMAT",
    help="Alamat komputer ini di jaringan, agar perangkat lain melihat satu daerah. Tanpa ini: hanya komputer ini.",
)
@LANG
@ROOT
def serve_command(
    slug: tuple[str, ...],
    only: str | None,
    profil: tuple[str, ...],
    as_of: str | None,
    port: int | None,
    host: str,
    lang: Language,
    root: Path | None,
) -> None:
    """Tampilkan daerah yang disebut, atau semua, di komputer ini; yang diubah langsung tampil.

    Tiap halaman dan lembar dibuat saat dibuka. Hentikan dengan Ctrl+C."""
    from selebaran.cli.building import profiles_asked  # late: all that builds is loaded with it
    from selebaran.cli.show import message_of
    from selebaran.serve.hosts import is_number
    from selebaran.serve.running import Address, running
    from selebaran.serve.workshop import Asked

    say = Speaker(lang)
    project = found_root(root, say).resolve()
    slugs = names_among(listed_slugs(project), slug, say)
    if host != HERE and (len(slugs) != 1 or not is_number(host)):
        fail(say("--host butuh alamat berupa angka, misalnya 192.168.1.20, dan tepat satu daerah"), 2)
    asked = Asked(project, slugs, day_read(as_of, say) if as_of else None, () if only else profiles_asked(profil))
    address = Address(range(PORT, PORT + TRIES) if port is None else [port], host)
    try:
        with running(asked, address, say, lambda found: message_of(found, say)) as front:
            _show(front, slugs, host, say)
    except OSError as error:
        if error.errno not in TAKEN:
            raise
        fail(_no_port(port, host, say), ENVIRONMENT)


def _no_port(port: int | None, host: str, say: Speaker) -> str:
    """Why nothing can be shown, and the cure."""
    if port is None:
        last = PORT + TRIES - 1
        return say("pintu {dari} sampai {sampai} terpakai semua; sebut yang lain dengan --port", dari=PORT, sampai=last)
    if host != HERE:
        return say(
            "pintu {pintu} di {alamat} tidak dapat dipakai; periksa --host, atau sebut --port yang lain",
            pintu=port,
            alamat=host,
        )
    other = max(port, 1023) + 1 if port < 65535 else PORT
    return say("pintu {pintu} terpakai; sebut yang lain, misalnya --port {lain}", pintu=port, lain=other)


def _show(front: Front, slugs: tuple[str, ...], host: str, say: Speaker) -> None:
    """Say where it is, and serve until Ctrl-C."""
    from selebaran.serve.hosts import address_of

    address = address_of(slugs[0] if len(slugs) == 1 else "", front.server_port)
    if host != HERE:
        address = f"http://{host}:{front.server_port}/"
        print(say("Peringatan: siapa pun di jaringan ini dapat melihat yang sedang Anda tulis."), file=sys.stderr)
    print(say("Buka {alamat} di peramban. Hentikan dengan Ctrl+C.", alamat=address), flush=True)
    try:
        front.serve_forever()
    except KeyboardInterrupt:
        print(say("Berhenti."), file=sys.stderr)
        return
    if stopped := front.stopped:
        cannot_write(
            Path(stopped.file), OSError(stopped.number, ""), say, say("betulkan itu, lalu jalankan lagi perintah ini")
        )
    fail(say("Yang membuat halaman berhenti sendiri. Jalankan lagi perintah ini."), ENVIRONMENT)
