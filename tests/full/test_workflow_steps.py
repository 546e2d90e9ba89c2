"""The workflows' own commands, each run by bash as GitHub runs it, in a repository with a remote: what is published,
what a pull request is told. What only GitHub has (checkout, artifacts, pages) is left out."""

from __future__ import annotations

import calendar
import os
import re
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from selebaran.publish.serving.workflows import github_files, github_schedule
from tests.conftest import ROOT
from tests.publish.terbitan import HOST, PUBLISHES, READY, make_project

MAKEFILE = f"setup:\n\tln -sfn {ROOT}/.venv .venv\n"
SHELLS = {None: ("bash", "-e"), "bash": ("bash", "--noprofile", "--norc", "-eo", "pipefail")}
"""How GitHub calls the shell of a step that names none, and of one that names bash."""
PULL_REQUEST = yaml.safe_load((ROOT / "docs" / "alur" / "usulan.github.yml").read_text("utf-8"))
(PUBLISHING,) = map(yaml.safe_load, github_files().values())
FACTS = yaml.safe_load(github_schedule()[".github/workflows/selebaran-fakta.yml"])


class Runner:
    """A machine with a clone of a repository, as a job finds it."""

    def __init__(self, folder: Path) -> None:
        self.origin, self.clone, self.summary = folder / "asal.git", folder / "klon", folder / "ringkasan.md"
        self.temp, programs = folder / "temp", folder / "bin"
        for made in (self.clone, self.temp, programs):
            made.mkdir()
        (programs / "sudo").write_text("#!/bin/sh\n", "utf-8")  # of this machine nothing is changed
        (programs / "sudo").chmod(0o755)
        make_project(self.clone)
        (self.clone / ".cache").unlink()
        (self.clone / "Makefile").write_text(MAKEFILE, "utf-8")
        (self.clone / ".gitignore").write_text(".venv\n.cache\ndist/\nkeluar/\n", "utf-8")
        epoch = calendar.timegm(PUBLISHES.timetuple())
        self.environment = {
            **{name: value for name, value in os.environ.items() if name in ("HOME", "LANG", "TMPDIR")},
            "PATH": f"{programs}:/usr/bin:/bin",
            "SOURCE_DATE_EPOCH": str(epoch),
            "GITHUB_STEP_SUMMARY": str(self.summary),
            "RUNNER_TEMP": str(self.temp),
            "GIT_CONFIG_GLOBAL": "/dev/null",
        }
        self.git("init", "--quiet", "--initial-branch", "main")
        self.commit("awal")
        subprocess.run(["git", "clone", "--quiet", "--bare", str(self.clone), str(self.origin)], check=True)
        self.git("remote", "add", "origin", str(self.origin))
        self.git("push", "--quiet", "--set-upstream", "origin", "main")

    def git(self, *arguments: str) -> str:
        who = ("-c", "user.name=Uji", "-c", "user.email=uji@example.org")
        done = subprocess.run(["git", *who, *arguments], cwd=self.clone, check=True, capture_output=True, text=True)
        return done.stdout.strip()

    def commit(self, what: str) -> str:
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", what)
        return self.git("rev-parse", "HEAD")

    def run(self, workflow: Mapping[Any, Any], job: str, values: Mapping[str, str]) -> dict[str, int]:
        """Each step of a job, in order, and its exit code; after one that failed only those that always run."""
        found, shell = workflow["jobs"][job], workflow.get("defaults", {}).get("run", {}).get("shell")
        around = {**workflow.get("env", {}), **found.get("env", {})}
        codes: dict[str, int] = {}
        for step in (step for step in found["steps"] if "run" in step):
            if any(codes.values()) and step.get("if") != "always()":
                continue
            given = {name: filled(text, values) for name, text in {**around, **step.get("env", {})}.items()}
            command = (*SHELLS[step.get("shell", shell)], "-c", step["run"])
            done = subprocess.run(
                command, cwd=self.clone, env={**self.environment, **given}, capture_output=True, text=True, check=False
            )
            codes[step.get("name", step["run"])] = done.returncode
            self.said = done.stdout + done.stderr
        return codes


def filled(text: str, values: Mapping[str, str]) -> str:
    """An expression of GitHub's as its value; one that nobody gave is a fault of the test."""
    return re.sub(r"\$\{\{ ([\w.]+) \}\}", lambda found: values[found[1]], text)


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    return Runner(tmp_path)


def test_a_site_is_published_its_ledger_saved_and_its_folder_ready_to_be_handed_out(runner: Runner) -> None:
    codes = runner.run(PUBLISHING, "terbit", {"vars.DAERAH": READY})
    assert set(codes.values()) == {0}, (codes, runner.said)
    assert "1 situs terbit" in runner.summary.read_text("utf-8")
    assert f"districts/_edisi/{READY}.yml" in runner.git("show", "--name-only", "--format=%s", "origin/main")
    handed = runner.clone / "keluar"
    page = (handed / "index.html").read_text("utf-8")
    assert HOST in page and "PRATINJAU" not in page
    assert not [path for path in handed.rglob("*") if path.suffix in (".gz", ".br") or path.is_symlink()]


def test_facts_that_are_due_are_told_in_one_line(runner: Runner) -> None:
    codes = runner.run(FACTS, "fakta", {})
    assert codes["make setup"] == 0
    (line,) = runner.summary.read_text("utf-8").splitlines()
    assert "fakta harus diperiksa" in line


def test_a_pull_request_is_judged_and_shown_and_nothing_of_it_runs(runner: Runner) -> None:
    base = runner.git("rev-parse", "HEAD")
    page = runner.clone / "districts" / READY / "halaman" / "kabar-baru.md"
    page.parent.mkdir()
    page.write_text("---\njudul: Kabar baru\nringkas: Ada kabar.\n---\n\nKabar dari usulan.\n", "utf-8")
    (runner.clone / "Makefile").write_text("setup:\n\ttouch celaka\n", "utf-8")
    head = runner.commit("usulan")
    runner.git("push", "--quiet", "origin", "HEAD:usulan")
    runner.git("reset", "--quiet", "--hard", base)  # what is checked out is the main branch
    values = {
        "github.event.pull_request.base.sha": base,
        "github.event.pull_request.head.sha": head,
        "github.event.pull_request.user.login": "orang",
        "github.actor": "orang",
    }
    codes = runner.run(PULL_REQUEST, "hak", values)
    assert codes["Yang membuka usulan"] == 1, runner.said
    assert READY in runner.summary.read_text("utf-8")
    codes = runner.run(PULL_REQUEST, "isi", values)
    assert codes["Periksa"] == 0, runner.said
    shown = (runner.temp / "beda.html").read_text("utf-8")
    assert "Kabar dari usulan." in shown
    assert not (runner.clone / "celaka").exists()
