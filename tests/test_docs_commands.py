"""Every command that a guide shows is one that the program takes: its name, its options, and how many words it needs.

Commands are read, not run: those that a guide promises something of are run by the tests that follow it.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from selebaran.cli.main import commands
from tests.conftest import ROOT
from tests.test_docs import DOCUMENTS, fences

SHOWN = re.compile(r"^(?:\$ )?(?:sudo |cd \S+ && )?(?:\.venv/bin/)?(selebaran |python3? build\.py|make\b)(.*)$")
INLINE = re.compile(r"`(?:\.venv/bin/)?(selebaran |python3? build\.py|make\b)([^`\n]*)`")
AFTER = re.compile(r"\s+(?:#|\||&&|>)\s.*$")
"""What a shell does with what a command gives, and remarks."""
MISSING = "…"


def shown(path: Path) -> Iterator[tuple[str, str, bool]]:
    """Each command of a document, whether it stands in a block, and so is whole."""
    for language in ("sh", "text", "bash", "powershell"):
        for block in fences(path, language):
            for line in re.sub(r"\\\n|\n(?=  )", " ", block).splitlines():
                if found := SHOWN.match(line.strip()):
                    yield found[1].strip(), AFTER.sub("", found[2]), True
    for name, rest in INLINE.findall(path.read_text("utf-8")):
        yield name.strip(), AFTER.sub("", rest), False


def refused(words: list[str], *, whole: bool) -> str:
    """Why the command line would not take these words; "" where it does. Nothing is run."""
    command: click.Command = commands
    context = click.Context(commands, info_name="selebaran")
    while isinstance(command, click.Group):
        if not words:
            return ""  # its help
        found = command.get_command(context, words[0])
        if found is None:
            return "" if words[0].startswith("-") else f"no command {words[0]}"
        command, words = found, words[1:]
        context = click.Context(command, parent=context, info_name=command.name)
    known = {option for param in command.params for option in (*param.opts, *param.secondary_opts)} | {"--help", "-h"}
    unknown = [word for word in words if word.startswith("--") and word.partition("=")[0] not in known]
    if unknown:
        return f"no option {unknown[0]}"
    needed = [param for param in command.params if isinstance(param, click.Argument) and param.required]
    given, _, _ = command.make_parser(context).parse_args(list(words))
    if (
        whole
        and "--help" not in words
        and any(not isinstance(given.get(param.name or ""), str | list | tuple) for param in needed)
    ):
        return f"needs {needed[0].name}"
    return ""


TARGETS = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.M))


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_commands_of_a_document_are_those_of_the_program(path: Path) -> None:
    wrong = []
    for name, rest, whole in shown(path):
        if MISSING in rest:
            continue
        words = shlex.split(rest)
        if name == "make":
            wrong += [rest for word in words if re.fullmatch("[a-z-]+", word) and word not in TARGETS]
            continue
        words = words if name == "selebaran" else ["build", *words]
        try:
            reason = refused(words, whole=whole)
        except click.UsageError as error:
            reason = error.format_message() if whole else ""
        wrong += [f"{name} {rest}: {reason}"] if reason else []
    assert wrong == []


def test_a_command_that_there_is_not_is_found() -> None:
    assert refused(["tampilkan"], whole=True) == "no command tampilkan"
    assert refused(["facts", "due", "--semuanya"], whole=True) == "no option --semuanya"
    assert refused(["workbook"], whole=True) == "needs slug"
    assert refused(["workbook", "kab-anda"], whole=True) == ""
