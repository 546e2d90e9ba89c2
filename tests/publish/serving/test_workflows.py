"""Workflows are YAML, ask for no more rights than they need, and name commands and options that there are."""

from __future__ import annotations

import re
import subprocess
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from selebaran.cli.main import commands
from selebaran.publish.serving.workflows import github_files, github_schedule, gitlab_files, gitlab_schedule

FILES = {**github_files(), **github_schedule(), **gitlab_files(), **gitlab_schedule()}
YAML = {name: text for name, text in FILES.items() if name.endswith(".yml")}


def scripts(value: Any) -> list[str]:
    """Every command of a workflow."""
    if isinstance(value, dict):
        own = [line for key in ("run", "script", "before_script") for line in _lines(value.get(key))]
        return own + [line for key, inner in value.items() if key not in ("run", "script") for line in scripts(inner)]
    return [line for inner in value for line in scripts(inner)] if isinstance(value, list) else []


def _lines(value: Any) -> list[str]:
    return [value] if isinstance(value, str) else [str(one) for one in value or ()]


@pytest.mark.parametrize("name", YAML)
def test_every_command_is_one_that_a_shell_reads(name: str) -> None:
    found = scripts(yaml.safe_load(YAML[name]))
    for command in found:
        subprocess.run(["bash", "-n", "-c", command], check=True)
    assert found or "uses: ./" in YAML[name]


def test_they_call_commands_and_options_that_there_are() -> None:
    called = re.findall(r"selebaran ((?:[a-z]+ ?)+)(?:\"\$DAERAH\" )?((?:--[a-z-]+ ?)*)", "\n".join(YAML.values()))
    asked = {
        (words.strip(), options.strip())
        for words, options in called
        if words.split()[0] in commands.list_commands(None)
    }  # type: ignore[arg-type]
    assert {words for words, _ in asked} == {"build", "release list", "release deploy", "facts due", "walls"}
    for words, options in asked:
        shown = CliRunner().invoke(commands, [*words.split(), "--help"]).output
        assert all(option in shown for option in options.split()), words


@pytest.mark.parametrize("name", [name for name in YAML if name.startswith(".github")])
def test_on_github_nothing_has_rights_that_no_job_asked_for(name: str) -> None:
    workflow = yaml.safe_load(YAML[name])
    assert workflow["permissions"] in ({}, {"contents": "read"})
    assert "pull_request" not in YAML[name]
    assert "secrets." not in YAML[name]


def test_the_daily_one_calls_the_one_that_publishes() -> None:
    called = yaml.safe_load(github_schedule()[".github/workflows/selebaran-harian.yml"])["jobs"]["terbit"]["uses"]
    assert called.removeprefix("./") in github_files()
    assert "workflow_call" in yaml.safe_load(github_files()[called.removeprefix("./")])[True]


def test_schedules_of_gitlab_are_those_that_its_jobs_wait_for() -> None:
    script = gitlab_schedule()["jadwal.sh"]
    told = set(re.findall(r"TUGAS:(\w+)", script))
    assert told == set(re.findall(r'TUGAS == "(\w+)"', "\n".join(YAML.values())))
    subprocess.run(["sh", "-n", "-c", script], check=True)
