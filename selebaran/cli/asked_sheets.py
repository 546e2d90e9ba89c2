"""--lembar: the names that somebody gave -> the print pieces that are made only when asked for."""

from __future__ import annotations

import sys
from collections.abc import Iterable

import click

from selebaran.cli.language import Speaker
from selebaran.cli.options import fail, project_root
from selebaran.model.registry import Registry
from selebaran.words.near import nearest

ALL = "semua"


def _names(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    """The pieces that a name which is being typed may become, for the shell; of a list, its last one."""
    root = project_root(ctx.params.get("root"))
    before, comma, last = incomplete.rpartition(",")
    known = sorted(path.parent.name for path in (root / "printables").glob("*/piece.yml")) if root else []
    return [f"{before}{comma}{name}" for name in (*known, ALL) if name.startswith(last)]


SHEETS_ASKED = click.option(
    "--lembar",
    multiple=True,
    metavar="NAMA",
    shell_complete=_names,
    help="Buat juga lembar ini, yang hanya dibuat bila diminta. Boleh beberapa, dipisah koma; semua: semuanya.",
)


def asked_sheets(given: Iterable[str], only: str | None, registry: Registry, say: Speaker) -> tuple[str, ...]:
    """The pieces that were asked for; ends with code 2 when one doesn't exist, or when no sheet is made. A piece
    that every build makes needs no asking, and may be named."""
    names = tuple(dict.fromkeys(name for text in given for name in (part.strip() for part in text.split(",")) if name))
    if names and only == "site":
        fail(say("--lembar membuat lembar cetak; hapus --only site"), 2)
    known = [piece.name for piece in registry.pieces]
    unknown = [name for name in names if name not in known and name != ALL]
    for name in unknown if known else ():
        print(_unknown(name, known, say), file=sys.stderr)
    if unknown and known:
        there = ", ".join(registry.when_asked) or say("belum ada")
        fail(f"  {say('saran')}: {say('yang dibuat bila diminta: {semua}', semua=there)}", 2)
    return tuple(name for name in registry.when_asked if ALL in names or name in names)


def _unknown(name: str, known: list[str], say: Speaker) -> str:
    text = say("tidak ada lembar '{nama}'", nama=name)
    maksud = nearest(name, [*known, ALL])
    return text + ("; " + say("maksudnya '{maksud}'?", maksud=maksud) if maksud else "")
