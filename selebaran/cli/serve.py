"""`selebaran serve`: one district, built and shown on this computer until Ctrl-C."""

from __future__ import annotations

import errno
import functools
import sys
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import click

from selebaran.cli.language import Language, Speaker
from selebaran.cli.options import Command, fail
from selebaran.cli.shared_options import LANG, PROFILES_ASKED, ROOT, SLUG
from selebaran.cli.unwritable import ENVIRONMENT

HERE = "127.0.0.1"
"""Only this computer reaches it."""
TRIES = 20
"""Ports that are tried one after the other."""
NOT_FOUND = "404.html"


@click.command("serve", cls=Command, options_metavar="[PILIHAN]")
@SLUG
@click.option(
    "--out", type=click.Path(path_type=Path), metavar="FOLDER", help="Tempat hasil. Tanpa ini: dist/ di folder proyek."
)
@click.option("--only", type=click.Choice(["site"]), help="Hanya situs, tanpa lembar cetak: lebih cepat.")
@PROFILES_ASKED
@click.option("--as-of", metavar="TANGGAL", help="Hari edisi, contoh 2026-11-26. Tanpa ini: hari ini di daerah itu.")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    metavar="N",
    help="Nomor pintu; bila terpakai, yang berikutnya. Tanpa ini: 8000.",
)
@LANG
@ROOT
def serve_command(
    slug: str,
    out: Path | None,
    only: str | None,
    profil: tuple[str, ...],
    as_of: str | None,
    port: int,
    lang: Language,
    root: Path | None,
) -> None:
    """Buat satu daerah, lalu tampilkan situsnya di komputer ini.

    Hanya komputer ini yang dapat membukanya. Hentikan dengan Ctrl+C."""
    from selebaran.cli.building import Asked, built, exit_code  # late: all that builds is loaded with it
    from selebaran.cli.show import print_problems
    from selebaran.publish.layout import site_of

    say = Speaker(lang)
    report, plan = built(Asked((slug,), out, only, profil, as_of=as_of, root=root, lang=lang), say)
    print_problems(report.problems, say, plan.root)
    if not report.hosts:
        sys.exit(exit_code(report))
    serve(site_of(plan.out, report.hosts[0]), port, say)


def serve(site: Path, port: int, say: Speaker) -> None:
    """Serve a web root until Ctrl-C, and say where."""
    server = listening(site, port, say)
    with server:
        print(
            say("Buka {alamat} di peramban. Hentikan dengan Ctrl+C.", alamat=f"http://localhost:{server.server_port}/"),
            flush=True,
        )
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            print(say("Berhenti. Hasilnya tetap ada di {folder}", folder=f"{site}/"), file=sys.stderr)


def listening(site: Path, port: int, say: Speaker) -> ThreadingHTTPServer:
    """A server at the first free port from `port` on; ends with code 3 where none is free."""
    handler = functools.partial(_Handler, directory=str(site))
    last = min(port + TRIES, 65536)
    for number in range(port, last):
        try:
            return ThreadingHTTPServer((HERE, number), handler)
        except OSError as error:
            if error.errno not in (errno.EADDRINUSE, errno.EACCES):
                raise
    text = say("pintu {dari} sampai {sampai} terpakai semua; sebut yang lain dengan --port", dari=port, sampai=last - 1)
    return fail(text, ENVIRONMENT)


class _Handler(SimpleHTTPRequestHandler):
    """Serves a web root with its own page for addresses that aren't there, and keeps quiet."""

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: the terminal is for the address."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """The site's own page for what isn't there."""
        page = Path(self.directory) / NOT_FOUND
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)
