"""The command line speaks Indonesian, and English when it is asked to; the machine's own language is no reason."""

from __future__ import annotations

import ast
import shutil
import string
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from selebaran.cli.facts import STATES
from selebaran.cli.language import CATALOGUE, Speaker
from selebaran.cli.main import main
from selebaran.words.catalogue import MESSAGES
from tests.conftest import ROOT, TREES


def messages_said() -> set[str]:
    """Faults and cures, and every text that a module of the command line passes to say(…)."""
    found = {"bawah", "kanan", "kiri", "atas"}  # sides of a panel, values of a message
    found |= set(STATES.values())
    found |= {text for m in MESSAGES.values() for text in (m.fault, m.cure, m.plain_cure) if text}
    for path in (ROOT / "selebaran" / "cli").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in ("say", "self._say", "self.say"):
                text = node.args[0]
                if isinstance(text, ast.Constant) and isinstance(text.value, str):
                    found.add(text.value)
                else:
                    # Whatever is not written out there comes from the catalogue of messages.
                    written = ast.unparse(text)
                    assert written in ("message.fault", "cure", "title", "values['sisi']"), (
                        f"{path.name}: say({written})"
                    )
    return found


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
  saran: tulis angka dengan spasi atau tanda hubung, contoh 0254 123456
"""
IN_ENGLISH = """[1/1] kab-uji  not built
districts/kab-uji/daerah.yml:16:14: error[telepon-tidak-terbaca]: '0254-123456 (Bu Sri)' isn't a telephone number
  hint: write digits with spaces or hyphens, for example 0254 123456
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
