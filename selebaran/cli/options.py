"""click in Indonesian: headings of the help, and what is said of a wrong option."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NoReturn

import click

from selebaran.cli.language import Language, Speaker
from selebaran.model.registry import Registry
from selebaran.words.near import nearest

CENTRAL_LIST = Path("districts") / "_daftar.yml"


class Command(click.Command):
    """A command whose help has Indonesian headings."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The usage line."""
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), prefix="Cara pakai: ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of options."""
        records = [record for param in self.get_params(ctx) if (record := param.get_help_record(ctx))]
        rows = [(name, text.replace("[required]", "[wajib]")) for name, text in records]
        with formatter.section("Pilihan"):
            formatter.write_dl(rows)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """--help, described in Indonesian."""
        option = super().get_help_option(ctx)
        if option:
            option.help = "Tampilkan bantuan ini."
        return option


class Group(Command, click.Group):
    """A group of commands with Indonesian headings."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options, then the commands."""
        super().format_options(ctx, formatter)
        commands = [(name, self.commands[name].get_short_help_str(80)) for name in self.list_commands(ctx)]
        with formatter.section("Perintah"):
            formatter.write_dl(commands)


def usage_text(error: click.UsageError, say: Speaker) -> str:
    """click's complaint in our words."""
    if isinstance(error, click.NoSuchOption):
        text = say("tidak ada pilihan '{nama}'", nama=error.option_name)
        known = [name for param in error.ctx.command.params for name in param.opts] if error.ctx else []
        if maksud := nearest(error.option_name, known):
            text += "; " + say("maksudnya '{maksud}'?", maksud=maksud)
        return text
    if isinstance(error, click.MissingParameter):
        return say("'{nama}' harus diisi", nama=_name(error))
    if isinstance(error, click.BadParameter):
        kind = error.param.type if error.param else None
        if isinstance(kind, click.Choice):
            return say("isi '{nama}' tidak sah; pilih: {pilihan}", nama=_name(error), pilihan=", ".join(kind.choices))
        return say("isi '{nama}' tidak sah", nama=_name(error))
    return say(
        "perintah tidak terbaca; lihat {jalan} --help", jalan=error.ctx.command_path if error.ctx else "selebaran"
    )


def _name(error: click.BadParameter) -> str:
    return error.param.opts[0] if error.param else (error.param_hint if isinstance(error.param_hint, str) else "")


def project_root(given: Path | None) -> Path | None:
    """The project folder: as given, else the nearest one that holds the central list, upwards from here."""
    here = given or Path.cwd()
    for folder in (here, *here.resolve().parents):
        if (folder / CENTRAL_LIST).is_file() or (folder / "mkdocs.yml").is_file():
            return folder
        if given:
            break
    return None


def language_of(arguments: list[str]) -> Language:
    """The language asked for, before click has read anything: its own complaints need it too."""
    for index, argument in enumerate(arguments):
        if argument == "--lang=en" or (argument == "--lang" and arguments[index + 1 : index + 2] == ["en"]):
            return "en"
    return "id"


def fail(text: str, code: int) -> NoReturn:
    """Say why on standard error and end."""
    print(text, file=sys.stderr)
    sys.exit(code)


def known_slugs(asked: tuple[str, ...], registry: Registry, say: Speaker) -> tuple[str, ...]:
    """The districts that were asked for, or all; ends with code 2 when one of those asked for doesn't exist."""
    known = tuple(dict.fromkeys([*registry.slugs, *registry.district_problems]))
    if not known or not asked:
        return known
    unknown = [name for name in asked if name not in known]
    for name in unknown:
        text = say("tidak ada daerah '{slug}'", slug=name)
        maksud = nearest(name, known)
        if maksud:
            text += "; " + say("maksudnya '{maksud}'?", maksud=maksud)
        print(text, file=sys.stderr)
    if unknown:
        sys.exit(2)
    return tuple(dict.fromkeys(asked))
