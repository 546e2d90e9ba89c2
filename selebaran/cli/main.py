"""`selebaran`: the group of all commands."""

from __future__ import annotations

import sys

import click

from selebaran.cli.build import build_command
from selebaran.cli.explain import explain_command
from selebaran.cli.facts import facts_commands
from selebaran.cli.language import Speaker
from selebaran.cli.look import check_command, list_command
from selebaran.cli.new import new_command
from selebaran.cli.options import Group, language_of, usage_text
from selebaran.cli.override import override_command
from selebaran.cli.schema import schema_command

INTERRUPTED = 130
"""The exit code after Ctrl-C, as shells use it: 128 + SIGINT."""


@click.group(cls=Group, options_metavar="[PILIHAN]", subcommand_metavar="PERINTAH [ARGUMEN]...")
def commands() -> None:
    """Situs dan selebaran penyuluhan JKN untuk setiap kabupaten/kota."""


commands.add_command(build_command)
commands.add_command(list_command)
commands.add_command(new_command)
commands.add_command(check_command)
commands.add_command(explain_command)
commands.add_command(facts_commands)
commands.add_command(schema_command)
commands.add_command(override_command)


def main(arguments: list[str] | None = None) -> None:
    """Run a command and exit: 0 all built, 1 problems in content, 2 wrong usage."""
    given = sys.argv[1:] if arguments is None else arguments
    try:
        commands.main(given, prog_name="selebaran", standalone_mode=False)
    except click.Abort:
        say = Speaker(language_of(given))
        print(say("Dihentikan. Hasil yang sudah jadi tetap ada."), file=sys.stderr)
        sys.exit(INTERRUPTED)
    except click.UsageError as error:
        print(usage_text(error, Speaker(language_of(given))), file=sys.stderr)
        sys.exit(2)
