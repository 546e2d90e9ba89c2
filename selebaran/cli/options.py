"""click in our two languages: the help, commands that are loaded when they are asked for, and how a command ends."""

from __future__ import annotations

import importlib
import inspect
import re
import sys
from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn

import click

from selebaran.cli.language import Speaker
from selebaran.jobs.collecting import uncollected
from selebaran.words.near import nearest_slug

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from selebaran.model.registry import Registry

CENTRAL_LIST = Path("districts") / "_daftar.yml"
PLACEHOLDER = re.compile(r"[A-Z]{3,}")
"""A word that stands for what somebody fills in: FOLDER, TANGGAL."""
PLACEHOLDERS = (
    "PILIHAN",
    "PERINTAH",
    "ARGUMEN",
    "TANGGAL",
    "HALAMAN",
    "BAGIAN",
    "NAMA",
    "ISI",
    "TEKS",
    "KODE",
    "DAERAH",
    "TABEL",
    "KEGIATAN",
    "RILIS",
    "JADWAL",
    "TUJUAN",
)
"""Those that have another name in English."""
SHORT = 80
"""Letters of a command's line in the list of commands."""


class UnknownCommand(click.UsageError):
    """There is no command of that name in a group."""

    def __init__(self, name: str, group: click.Group, ctx: click.Context) -> None:
        super().__init__(name, ctx)
        self.name = name
        self.known = group.list_commands(ctx)


def speaker(ctx: click.Context) -> Speaker:
    """Who speaks in the language that was asked for."""
    return ctx.find_object(Speaker) or Speaker()


def paragraphs(text: str) -> list[str]:
    """A docstring's paragraphs, each on one line, as the catalogue has them."""
    return [" ".join(part.split()) for part in inspect.cleandoc(text).split("\n\n")]


def short_help(text: str, say: Speaker) -> str:
    """The first sentence of a command's help, as the list of commands shows it."""
    return click.Command(None, help=say(paragraphs(text)[0])).get_short_help_str(SHORT)


def help_when_bare(ctx: click.Context) -> None:
    """Show the help of a group that was called without a command."""
    if ctx.invoked_subcommand is None:
        print(ctx.get_help())


class Command(click.Command):
    """A command whose help speaks the language that was asked for."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The usage line."""
        say = speaker(ctx)
        pieces = _named(" ".join(self.collect_usage_pieces(ctx)), say)
        formatter.write_usage(ctx.command_path, pieces, prefix=f"{say('Cara pakai')}: ")

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """What the command does."""
        for text in paragraphs(self.help or ""):
            formatter.write_paragraph()
            with formatter.indentation():
                formatter.write_text(speaker(ctx)(text))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of options."""
        say = speaker(ctx)
        rows = []
        for param in self.get_params(ctx):
            record = param.get_help_record(ctx)
            if record and isinstance(param, click.Option):
                must = f"  [{say('wajib')}]" if param.required else ""
                rows.append((_named(record[0], say), say(param.help or "") + must))
        with formatter.section(say("Pilihan")):
            formatter.write_dl(rows)

    def get_help_option_names(self, ctx: click.Context) -> list[str]:
        """Two names, a short one and a long one."""
        return ["-h", "--help"]

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """-h and --help, described in our words."""
        option = super().get_help_option(ctx)
        if option:
            option.help = "Tampilkan bantuan ini."
        return option


class Lazy(NamedTuple):
    """A command that isn't loaded before it is asked for: its module and name there, and what it says it does."""

    module: str
    name: str
    help: str


class Group(Command, click.Group):
    """A group of commands, some of them loaded late. Its callback begins with `help_when_bare`."""

    def __init__(self, name: str | None = None, *, lazy: dict[str, Lazy] | None = None, **named: Any) -> None:
        super().__init__(name, **named | {"invoke_without_command": True})
        self.lazy = lazy or {}

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands."""
        return sorted([*self.commands, *self.lazy])

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """A command, loaded now if it wasn't before."""
        if found := self.lazy.get(cmd_name):
            with uncollected():
                command = getattr(importlib.import_module(found.module), found.name)
            assert isinstance(command, click.Command)
            return command
        return super().get_command(ctx, cmd_name)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is asked for. Raises `UnknownCommand`."""
        if not ctx.resilient_parsing and args[0] not in self.list_commands(ctx):
            raise UnknownCommand(args[0], self, ctx)
        return super().resolve_command(ctx, args)

    def short_helps(self, say: Speaker) -> list[tuple[str, str]]:
        """Every command with what it does, in one line."""
        told = {name: late.help for name, late in self.lazy.items()}
        told |= {name: command.help or "" for name, command in self.commands.items()}
        return [(name, short_help(told[name], say)) for name in sorted(told)]

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options, then the commands."""
        super().format_options(ctx, formatter)
        say = speaker(ctx)
        with formatter.section(say("Perintah")):
            formatter.write_dl(self.short_helps(say))

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """What a name that is being typed may become; nothing is loaded for it."""
        from click.shell_completion import CompletionItem

        names = [CompletionItem(name, help=told) for name, told in self.short_helps(speaker(ctx))]
        options = Command.shell_complete(self, ctx, incomplete)
        return [item for item in names if item.value.startswith(incomplete)] + options


def _named(text: str, say: Speaker) -> str:
    """Placeholders in the speaker's language."""
    return PLACEHOLDER.sub(lambda found: say(found[0]) if found[0] in PLACEHOLDERS else found[0], text)


def project_root(given: Path | None) -> Path | None:
    """The project folder: as given, else the nearest one that holds the central list, upwards from here."""
    here = given or Path.cwd()
    for folder in (here, *here.resolve().parents):
        if (folder / CENTRAL_LIST).is_file() or (folder / "mkdocs.yml").is_file():
            return folder
        if given:
            break
    return None


def fail(text: str, code: int) -> NoReturn:
    """Say why on standard error and end."""
    print(text, file=sys.stderr)
    sys.exit(code)


def known_slugs(asked: tuple[str, ...], registry: Registry, say: Speaker) -> tuple[str, ...]:
    """The districts that were asked for, or all; ends with code 2 when one of those asked for doesn't exist."""
    known = tuple(dict.fromkeys([*registry.slugs, *registry.district_problems]))
    return names_among(known, asked, say) or known


def names_among(known: Collection[str], asked: tuple[str, ...], say: Speaker) -> tuple[str, ...]:
    """The districts that were asked for, each once; ends with code 2 when one of them is none of those known. Where
    none is known, what is wrong is told elsewhere."""
    unknown = [name for name in asked if known and name not in known]
    for name in unknown:
        text = say("tidak ada daerah '{slug}'", slug=name)
        maksud = nearest_slug(name, known)
        if maksud:
            text += "; " + say("maksudnya '{maksud}'?", maksud=maksud)
        print(text, file=sys.stderr)
    if unknown:
        sys.exit(2)
    return tuple(dict.fromkeys(asked)) if known else ()
