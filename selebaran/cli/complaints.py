"""What is said of a command that can't be understood: click's complaints in our words, with the nearest name."""

from __future__ import annotations

import click

from selebaran.cli.language import Speaker
from selebaran.cli.options import UnknownCommand
from selebaran.words.near import nearest


def usage_text(error: click.UsageError, say: Speaker) -> str:
    """click's complaint in our words."""
    if isinstance(error, UnknownCommand):
        text = say("tidak ada perintah '{nama}'", nama=error.name)
        return _nearly(text, error.name, error.known, say) or f"{text}; {_see_help(error, say)}"
    if isinstance(error, click.NoSuchOption):
        text = say("tidak ada pilihan '{nama}'", nama=error.option_name)
        known = [name for param in error.ctx.command.params for name in param.opts] if error.ctx else []
        return _nearly(text, error.option_name, known, say) or text
    if isinstance(error, click.MissingParameter):
        return say("'{nama}' harus diisi", nama=_name(error))
    if isinstance(error, click.BadParameter):
        kind = error.param.type if error.param else None
        if isinstance(kind, click.Choice):
            return say("isi '{nama}' tidak sah; pilih: {pilihan}", nama=_name(error), pilihan=", ".join(kind.choices))
        return say("isi '{nama}' tidak sah", nama=_name(error))
    return say("perintah tidak terbaca; {lihat}", lihat=_see_help(error, say))


def _nearly(text: str, name: str, known: list[str], say: Speaker) -> str:
    """The text with the name that was probably meant; empty where none is near."""
    maksud = nearest(name, known)
    return "; ".join((text, say("maksudnya '{maksud}'?", maksud=maksud))) if maksud else ""


def _see_help(error: click.UsageError, say: Speaker) -> str:
    return say("lihat {jalan} --help", jalan=error.ctx.command_path if error.ctx else "selebaran")


def _name(error: click.BadParameter) -> str:
    return error.param.opts[0] if error.param else (error.param_hint if isinstance(error.param_hint, str) else "")
