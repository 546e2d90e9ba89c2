"""The workflows' own commands, each run by bash as GitHub and GitLab run it, in a repository with a remote: what is
published, what a proposal is told. What only they have (checkout, artifacts, pages) is left out."""

from __future__ import annotations

import calendar
import json
import os
import re
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from selebaran.publish.serving.workflows import github_files, github_schedule, gitlab_files, gitlab_schedule
from tests.conftest import ROOT
from tests.publish.terbitan import HOST, PUBLISHES, READY, make_project

MAKEFILE = f"setup:\n\tln -sfn {ROOT}/.venv .venv\n"
SHELLS = {None: ("bash", "-e"), "bash": ("bash", "--noprofile", "--norc", "-eo", "pipefail")}
"""How GitHub calls the shell of a step that names none, and of one that names bash."""
PULL_REQUEST = yaml.safe_load((ROOT / "docs" / "alur" / "usulan.github.yml").read_text("utf-8"))
(PUBLISHING,) = map(yaml.safe_load, github_files().values())
MERGE_REQUEST = yaml.safe_load((ROOT / "docs" / "alur" / "usulan.gitlab.yml").read_text("utf-8"))
(PAGES,) = map(yaml.safe_load, gitlab_files().values())
WEEKLY = yaml.safe_load(gitlab_schedule()[".gitlab/selebaran-fakta.yml"])
FACTS = yaml.safe_load(github_schedule()[".github/workflows/selebaran-fakta.yml"])


class Runner:
    """A machine with a clone of a repository, as a job finds it."""

    def __init__(self, folder: Path) -> None:
        self.origin, self.clone, self.summary = folder / "asal.git", folder / "klon", folder / "ringkasan.md"
        self.temp, programs = folder / "temp", folder / "bin"
        for made in (self.clone, self.temp, programs):
            made.mkdir()
        for name in ("sudo", "apt-get"):  # of this machine nothing is changed
            (programs / name).write_text("#!/bin/sh\n", "utf-8")
            (programs / name).chmod(0o755)
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
            "GIT_CONFIG_GLOBAL": str(folder / "gitconfig"),
        }
        (folder / "gitconfig").touch()
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

    def run_as_gitlab(self, workflow: Mapping[str, Any], job: str, sha: str, values: Mapping[str, str]) -> Path:
        """All lines of a job, in one shell, in a clone of its own that stands on a commit and on no branch; its folder.
        The exit code is in `code`."""
        found = {**workflow.get(workflow[job].get("extends"), {}), **workflow[job]}
        project = self.origin.parent / "tugas" / job / "proyek"
        subprocess.run(["git", "clone", "--quiet", str(self.origin), str(project)], check=True)
        subprocess.run(["git", "checkout", "--quiet", "--detach", sha], cwd=project, check=True)
        lines = "\n".join((*found["before_script"], *found["script"]))
        given = {"CI_PROJECT_DIR": str(project), "CI_COMMIT_SHA": sha, "CI_DEFAULT_BRANCH": "main", **values}
        done = subprocess.run(
            ("bash", "-c", f"set -eo pipefail\nset +o noclobber\n{lines}"),
            cwd=project,
            env={**self.environment, **given},
            capture_output=True,
            text=True,
            check=False,
        )
        self.said, self.code = done.stdout + done.stderr, done.returncode
        return project


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


def test_gitlab_publishes_a_site_and_saves_its_ledger_without_another_pipeline(runner: Runner) -> None:
    """The address with the token leads to the remote; a hook there notes what was asked of it."""
    address = "https://selebaran:kunci@gitlab.example/dinas/situs.git"
    (runner.origin.parent / "gitconfig").write_text(f'[url "{runner.origin}"]\n\tinsteadOf = {address}\n', "utf-8")
    subprocess.run(["git", "config", "receive.advertisePushOptions", "true"], cwd=runner.origin, check=True)
    hook = runner.origin / "hooks" / "pre-receive"
    hook.write_text('#!/bin/sh\necho "$GIT_PUSH_OPTION_0" > pilihan\n', "utf-8")
    hook.chmod(0o755)
    values = {
        "DAERAH": READY,
        "SELEBARAN_TOKEN": "kunci",
        "CI_SERVER_HOST": "gitlab.example",
        "CI_PROJECT_PATH": "dinas/situs",
    }
    project = runner.run_as_gitlab(PAGES, "pages", runner.git("rev-parse", "HEAD"), values)
    assert runner.code == 0, runner.said
    assert "1 situs terbit" in runner.said
    assert (runner.origin / "pilihan").read_text("utf-8").strip() == "ci.skip"
    saved = subprocess.run(
        ["git", "show", "--name-only", "--format=", "main"],
        cwd=runner.origin,
        check=True,
        capture_output=True,
        text=True,
    ).stdout.split()
    assert f"districts/_edisi/{READY}.yml" in saved
    assert not [name for name in saved if not name.startswith("districts/_edisi/")]
    (handed,) = PAGES["pages"]["artifacts"]["paths"]
    page = (project / handed / "index.html").read_text("utf-8")
    assert HOST in page
    assert "PRATINJAU" not in page
    assert not [path for path in (project / handed).rglob("*") if path.is_symlink()]


def test_gitlab_tells_facts_that_are_due(runner: Runner) -> None:
    runner.run_as_gitlab(WEEKLY, "selebaran-fakta", runner.git("rev-parse", "HEAD"), {})
    assert "fakta harus diperiksa sekarang" in runner.said


def test_a_merge_request_is_judged_and_shown_and_nothing_of_it_runs(runner: Runner) -> None:
    page = runner.clone / "districts" / READY / "halaman" / "kabar-baru.md"
    page.parent.mkdir()
    page.write_text("---\njudul: Kabar baru\nringkas: Ada kabar.\n---\n\nKabar dari usulan.\n", "utf-8")
    (runner.clone / "Makefile").write_text("setup:\n\ttouch celaka\n", "utf-8")
    head = runner.commit("usulan")
    runner.git("push", "--quiet", "origin", "HEAD:usulan")
    values = {
        "CI_MERGE_REQUEST_PROJECT_URL": str(runner.origin).removesuffix(".git"),
        "CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "main",
        "GITLAB_USER_LOGIN": "orang",
    }
    runner.run_as_gitlab(MERGE_REQUEST, "hak", head, values)
    assert runner.code == 1, runner.said
    assert READY in runner.said
    project = runner.run_as_gitlab(MERGE_REQUEST, "isi", head, values)
    assert "Kabar dari usulan." in (project / "beda.html").read_text("utf-8"), runner.said
    problems = json.loads((project / "masalah.json").read_text("utf-8"))
    assert not [one for one in problems if one["severity"] in ("critical", "blocker", "major")], problems
    assert not [*project.parent.rglob("celaka")]


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
