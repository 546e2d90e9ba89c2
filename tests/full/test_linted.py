"""Workflows, their scripts and the Containerfile, read by the programs that find faults in such files. GitHub, GitLab
and a builder of containers have the last word; this is what can be had without them."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from selebaran.publish.serving.certificates import certificate_script
from selebaran.publish.serving.cloudflare import cloudflare_files
from selebaran.publish.serving.rsync import rsync_files
from selebaran.publish.serving.timers import Machine, cron_files, systemd_files
from selebaran.publish.serving.workflows import github_files, github_schedule, gitlab_files, gitlab_schedule
from tests.conftest import ROOT
from tests.publish.serving.test_workflows import scripts
from tests.serving_questions import output

BIN = Path(sys.executable).parent
PROPOSALS = ROOT / "docs" / "alur"
GITHUB, GITLAB = ".github/workflows/", ".gitlab/"
SCRIPT = "#!/bin/bash\n# shellcheck disable=SC2034,SC2154  # what a step sets, and what the runner gives\n"
FAULTS = {
    "selebaran-terbit.yml": ("vars.DAERAH", "vras.DAERAH"),
    "usulan.yml": ("runs-on: ubuntu-latest", "run-on: ubuntu-latest"),
}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with all that `release deploy` and `release schedule` write for GitHub and GitLab."""
    found = tmp_path_factory.mktemp("alur")
    files = {**github_files(), **github_schedule(), **gitlab_files(), **gitlab_schedule()}
    files[f"{GITHUB}usulan.yml"] = (PROPOSALS / "usulan.github.yml").read_text("utf-8")
    files[f"{GITLAB}usulan.yml"] = (PROPOSALS / "usulan.gitlab.yml").read_text("utf-8")
    for name, text in files.items():
        path = found / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    subprocess.run(["git", "init", "--quiet", str(found)], check=True)
    return found


def said(project: Path, program: str, *arguments: object) -> str:
    """What a program complains of, "" where it has nothing to say and ends well."""
    command = [str(BIN / program), *map(str, arguments)]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)
    return done.stdout + done.stderr if done.returncode else ""


def paths(project: Path, folder: str) -> list[Path]:
    return sorted((project / folder).iterdir())


def of_actions(project: Path) -> str:
    return said(project, "actionlint", "-shellcheck", BIN / "shellcheck", *paths(project, GITHUB))


def test_workflows_of_github_are_read_by_actionlint_and_their_steps_by_shellcheck(project: Path) -> None:
    assert len(paths(project, GITHUB)) == 4
    assert of_actions(project) == ""


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_in_a_workflow_is_found(name: str, project: Path) -> None:
    path = project / GITHUB / name
    text, (right, wrong) = path.read_text("utf-8"), FAULTS[name]
    assert right in text
    path.write_text(text.replace(right, wrong), "utf-8")
    try:
        assert wrong.partition(":")[0].partition(".")[0] in of_actions(project)
    finally:
        path.write_text(text, "utf-8")


@pytest.mark.parametrize(("folder", "schema"), [(GITHUB, "vendor.github-workflows"), (GITLAB, "vendor.gitlab-ci")])
def test_workflows_have_the_form_of_their_schema(folder: str, schema: str, project: Path) -> None:
    assert said(project, "check-jsonschema", "--builtin-schema", schema, *paths(project, folder)) == ""
    (project / "salah.yml").write_text("isi: {script: [1, {a: b}], stage: {}}\njobs: 3\n", "utf-8")
    assert said(project, "check-jsonschema", "--builtin-schema", schema, "salah.yml")


def of_gitlab(project: Path) -> Iterator[tuple[str, str]]:
    for path in paths(project, GITLAB):
        for job, found in yaml.safe_load(path.read_text("utf-8")).items():
            if lines := scripts({job: found}):
                yield f"{path.stem}-{job.strip('.')}.sh", "\n".join(lines)


def test_shellcheck_reads_the_scripts_of_gitlab_and_the_one_that_makes_schedules(project: Path) -> None:
    written = [project / "jadwal.sh"]
    for name, text in of_gitlab(project):
        written.append(project / name)
        written[-1].write_text(f"{SCRIPT}{text}\n", "utf-8")
    assert len(written) >= 5
    assert said(project, "shellcheck", *written) == ""


def on_servers(project: Path) -> dict[str, str]:
    """What is written for who publishes from a machine of his own."""
    hosts, out = output(project).hosts, project / "dist"
    folder = str(project / "penyajian 'kami'")
    machine = Machine(str(project), str(out), str(out / "laporan"), sys.executable, "root", folder, "kirim.sh")
    ways = {
        "sertifikat": certificate_script(hosts, "nginx"),
        "cloudflare": cloudflare_files(out, hosts, folder),
        "rsync": rsync_files(out, hosts, "situs@server.example:/srv/situs"),
        "systemd": systemd_files(machine),
        "cron": cron_files(machine),
    }
    return {f"{way}-{name}": text for way, files in ways.items() for name, text in files.items()}


def test_shellcheck_and_systemd_read_what_is_written_for_servers(project: Path) -> None:
    files = on_servers(project)
    scripts_of, units = ([name for name in files if name.endswith(ends)] for ends in (".sh", (".service", ".timer")))
    assert len(scripts_of) >= 7
    assert len(units) == 4
    for name in scripts_of:
        (project / name).write_text(files[name], "utf-8")
    assert said(project, "shellcheck", *scripts_of) == ""
    if sys.platform != "linux":
        return  # systemd is nowhere else
    for name in units:
        (project / name.removeprefix("systemd-")).write_text(files[name], "utf-8")
    paths_of = [f"./{name.removeprefix('systemd-')}" for name in units]
    done = subprocess.run(
        ["systemd-analyze", "verify", *paths_of], cwd=project, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_hadolint_has_nothing_to_say_of_the_containerfile(project: Path) -> None:
    assert said(ROOT, "hadolint", "Containerfile") == ""
    (project / "Containerfile").write_text("FROM debian\nRUN cd /tmp && apt-get install curl\n", "utf-8")
    assert "DL3006" in said(project, "hadolint", "Containerfile")
