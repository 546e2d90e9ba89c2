"""The command line speaks Indonesian, and English when it is asked to; the machine's own language is no reason."""

from __future__ import annotations

import ast
import re
import shutil
import string
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from babel.messages.pofile import read_po
from click.testing import CliRunner

from selebaran import __version__
from selebaran.cli.facts import STATES
from selebaran.cli.language import CATALOGUE, Speaker, language_of
from selebaran.cli.main import COMMANDS, commands, main
from selebaran.cli.options import PLACEHOLDERS, Group, paragraphs
from selebaran.words.catalogue import MESSAGES
from tests.conftest import ROOT, TREES

CATALOGUED = ("message.fault", "cure", "title", "values['sisi']")
"""What isn't written out where it is said, and comes from the catalogue of messages."""
HELPS = ("text", "paragraphs(text)[0]", "param.help or ''", "found[0]")
"""The same for help texts, which `helps` collects."""
NOWHERE = click.Context(commands)


def messages_said() -> set[str]:
    """Faults and cures, and every text that a module of the command line or of the preview passes to say(…)."""
    found = {"bawah", "kanan", "kiri", "atas"}  # sides of a panel, values of a message
    found |= set(STATES.values()) | set(PLACEHOLDERS) | set(helps(commands))
    found |= {text for m in MESSAGES.values() for text in (m.fault, m.cure, m.plain_cure) if text}
    for path in (path for room in ("cli", "serve") for path in (ROOT / "selebaran" / room).glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in (
                "say",
                "self._say",
                "self.say",
                "self.telling.say",
            ):
                text = node.args[0]
                if isinstance(text, ast.Constant) and isinstance(text.value, str):
                    found.add(text.value)
                else:
                    written = ast.unparse(text)
                    assert written in (*CATALOGUED, *HELPS), f"{path.name}: say({written})"
    return found


def helps(command: click.Command) -> Iterator[str]:
    """What the help of a command says, and of those below it."""
    context = click.Context(command)
    yield from paragraphs(command.help or "")
    yield from (p.help for p in command.get_params(context) if isinstance(p, click.Option) and p.help)
    for below in all_below(command).values():
        yield from helps(below)


def all_below(command: click.Command) -> dict[str, click.Command]:
    """The commands of a group."""
    if not isinstance(command, Group):
        return {}
    found = {name: command.get_command(click.Context(command), name) for name in command.list_commands(NOWHERE)}
    return {name: below for name, below in found.items() if below is not None}


def english_of() -> dict[str, str]:
    with CATALOGUE.open("rb") as file:
        return {str(message.id): str(message.string) for message in read_po(file, locale="en") if message.id}


SAID = sorted(messages_said())
ENGLISH = english_of()


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("text", SAID)
def test_every_text_has_an_english_one_with_the_same_places(text: str) -> None:
    english = ENGLISH.get(text, "")
    assert english.strip()
    assert places(english) == places(text)
    values = dict.fromkeys(places(text), "x")
    assert Speaker("en")(text, **values) == english.format(**values)


def test_the_catalogue_has_nothing_that_is_never_said() -> None:
    assert set(ENGLISH) == set(SAID)


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    shutil.copytree(TREES / "_dasar", tmp_path, dirs_exist_ok=True)
    shutil.copytree(TREES / "telepon-tidak-terbaca" / "districts", tmp_path / "districts", dirs_exist_ok=True)
    return tmp_path


IN_INDONESIAN = """[1/1] kab-uji  tidak dibuat
districts/kab-uji/daerah.yml:16:14: error[telepon-tidak-terbaca]: '0254-123456 (Bu Sri)' bukan nomor telepon
  saran: tulis nomornya saja, tanpa nama orang, contoh 0254 123456; bila tidak ada nomornya, kosongkan isiannya
"""
IN_ENGLISH = """[1/1] kab-uji  not built
districts/kab-uji/daerah.yml:16:14: error[telepon-tidak-terbaca]: '0254-123456 (Bu Sri)' isn't a telephone number
  hint: write the number alone, without anybody's name, for example 0254 123456; if there is none, leave it empty
"""


def said_of(broken: Path, *options: str) -> int | str | None:
    with pytest.raises(SystemExit) as end:
        main(["build", "kab-uji", "--root", str(broken), "--only", "site", "--out", str(broken / "dist"), *options])
    return end.value.code


@pytest.mark.parametrize("machine", ["C", "en_US.UTF-8", "id_ID.UTF-8", "de_DE.UTF-8"])
def test_the_default_is_indonesian_whatever_the_machine_speaks(
    machine: str, broken: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES"):
        monkeypatch.setenv(name, machine)
    assert said_of(broken) == 1
    out, err = capsys.readouterr()
    assert err == IN_INDONESIAN
    assert [line.split()[0] for line in out.splitlines()] == ["Daerah", "Halaman", "PDF", "Detik", "Masalah", "Hasil"]


def test_english_is_printed_when_it_is_asked_for(
    broken: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LANG", "id_ID.UTF-8")
    assert said_of(broken, "--lang", "en") == 1
    out, err = capsys.readouterr()
    assert err == IN_ENGLISH
    assert [line.split()[0] for line in out.splitlines()] == [
        "Districts",
        "Pages",
        "PDF",
        "Seconds",
        "Problems",
        "Output",
    ]


def test_a_wrong_option_is_told_in_the_language_that_was_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    for options, text in (
        (["--onli", "site"], "tidak ada pilihan '--onli'; maksudnya '--only'?\n"),
        (["--onli", "site", "--lang", "en"], "there is no option '--onli'; did you mean '--only'?\n"),
    ):
        with pytest.raises(SystemExit) as end:
            main(["build", *options])
        assert end.value.code == 2
        assert capsys.readouterr().err == text


def help_of(*arguments: str) -> str:
    done = CliRunner().invoke(commands, arguments, obj=Speaker(language_of(list(arguments))))
    assert done.exit_code == 0, done.output
    return done.output


def every_command(command: click.Command = commands, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    yield path
    for name, below in all_below(command).items():
        yield from every_command(below, (*path, name))


@pytest.mark.parametrize("path", every_command(), ids=" ".join)
def test_help_is_indonesian_and_english_when_asked_for(path: tuple[str, ...]) -> None:
    indonesian, english = help_of(*path, "--help"), help_of(*path, "--help", "--lang", "en")
    assert indonesian.startswith("Cara pakai: ")
    assert "Tampilkan bantuan ini." in indonesian
    assert english.startswith("Usage: ")
    assert "-h, --help" in english
    told = {word for word in re.findall(r"[a-z]+", english.lower()) if len(word) > 2}
    assert told & {"yang", "dan", "untuk", "pilihan", "perintah", "tanpa", "tidak", "tempat", "bantuan"} == set()


def test_a_group_alone_shows_its_help() -> None:
    assert help_of() == help_of("--help") == help_of("-h")
    assert help_of("facts") == help_of("facts", "--help")
    assert help_of("--lang", "en") == help_of("--help", "--lang", "en")


def test_a_list_of_commands_says_what_each_command_says_of_itself() -> None:
    for name, late in COMMANDS.items():
        command = commands.get_command(NOWHERE, name)
        assert command is not None
        assert paragraphs(command.help or "")[0] == late.help


def test_the_version_is_that_of_the_program() -> None:
    for path in ((), ("build",)):
        assert help_of(*path, "--version") == f"selebaran {__version__}\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["lst"], "tidak ada perintah 'lst'; maksudnya 'list'?\n"),
        (["lst", "--lang", "en"], "there is no command 'lst'; did you mean 'list'?\n"),
        (["facts", "recek"], "tidak ada perintah 'recek'; maksudnya 'recheck'?\n"),
        (["zzz"], "tidak ada perintah 'zzz'; lihat selebaran --help\n"),
    ],
)
def test_a_misspelt_command_is_told_the_nearest(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as end:
        main(arguments)
    assert (end.value.code, capsys.readouterr()) == (2, ("", said))


def test_outside_a_project_the_option_root_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for command in (["build"], ["list"], ["check"]):
        with pytest.raises(SystemExit) as end:
            main([*command, "--root", str(tmp_path)])
        assert end.value.code == 2
        said = capsys.readouterr().err
        assert said.startswith(f"bukan folder proyek Selebaran: districts/_daftar.yml tidak ada di '{tmp_path}'\n")
        assert "--root FOLDER" in said
