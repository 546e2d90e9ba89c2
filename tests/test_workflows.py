"""The workflows for proposed changes: nothing of a fork gets a secret, writes, or runs as a program."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from typing import Any

import click
import pytest
import yaml

from selebaran.cli.main import commands
from tests.conftest import ROOT

FOLDER = ROOT / "docs" / "alur"
FILES = sorted(FOLDER.glob("usulan.*.yml"))
CALL = re.compile(r"\.venv/bin/selebaran (\w+)(.*)")


def github() -> dict[Any, Any]:
    found: dict[Any, Any] = yaml.safe_load((FOLDER / "usulan.github.yml").read_text("utf-8"))
    return found


def steps() -> list[dict[str, Any]]:
    return [step for job in github()["jobs"].values() for step in job["steps"]]


def test_no_workflow_names_a_secret_and_the_token_can_only_read() -> None:
    assert [path.name for path in FILES] == ["usulan.github.yml", "usulan.gitlab.yml"]
    assert not [
        path for path in FILES if re.search(r"secrets\.|GITHUB_TOKEN|CI_JOB_TOKEN|write-all", path.read_text("utf-8"))
    ]
    assert github()["permissions"] == {"contents": "read"}
    assert not [job for job in github()["jobs"].values() if "permissions" in job]


def test_what_somebody_chose_reaches_no_shell_as_text() -> None:
    assert not [step["run"] for step in steps() if "${{" in step.get("run", "")]


def test_what_is_run_is_that_of_the_main_branch() -> None:
    checkouts = [step["with"] for step in steps() if step.get("uses", "").startswith("actions/checkout@")]
    assert len(checkouts) == len(github()["jobs"])
    for given in checkouts:
        assert given["ref"] == "${{ github.event.pull_request.base.sha }}"
        assert given["persist-credentials"] is False


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_the_commands_are_there_with_their_options(path: Any) -> None:
    calls = CALL.findall(path.read_text("utf-8").replace("\\\n", ""))
    assert {name for name, _ in calls} == {"changes", "check", "diff"}
    for name, given in calls:
        command = commands.get_command(click.Context(commands), name)
        assert command
        known = {option for param in command.params for option in param.opts}
        assert set(re.findall(r"--[a-z-]+", given)) <= known


def test_the_content_of_a_proposal_is_taken_whole_and_its_programs_are_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither does it need a folder that the project leaves to the engine, nor can it hide one from the check."""
    files = {
        "content/daftar.md": "isi",
        "districts/kab-uji/daerah.yml": "nama: Uji",
        ".gitattributes": "districts export-ignore",
        "scripts/jahat.py": "program",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    who = ("-c", "user.name=Uji", "-c", "user.email=uji@example.org")
    for command in (("init", "-q"), ("add", "-A"), (*who, "commit", "-qm", "usulan")):
        subprocess.run(("git", *command), cwd=tmp_path, check=True)
    monkeypatch.setenv("HEAD", "HEAD")
    monkeypatch.setenv("RUNNER_TEMP", str(tmp_path / "sementara"))
    (take,) = [step["run"] for step in steps() if step.get("name", "").startswith("Isi usulan")]
    subprocess.run(("bash", "-e", "-c", take), cwd=tmp_path, check=True)
    taken = tmp_path / "sementara" / "usulan"
    names = {path.relative_to(taken).as_posix() for path in taken.rglob("*") if path.is_file() and path.name != ".git"}
    assert names == {"content/daftar.md", "districts/kab-uji/daerah.yml"}


def test_what_changes_says_of_the_account_stands_in_the_file_that_is_shown() -> None:
    for path in FILES:
        (call,) = [given for name, given in CALL.findall(path.read_text("utf-8")) if name == "diff"]
        assert "--akun" in call
