"""`selebaran release schedule`: what publishes each day and looks at the facts each week, written beside the sites."""

from __future__ import annotations

import getpass
import sys
from collections.abc import Mapping
from pathlib import Path

import click

from selebaran.cli.deploy import IN_REPOSITORY, place_of, tell_steps, write_files
from selebaran.cli.language import Language, Speaker
from selebaran.cli.options import Command, fail
from selebaran.cli.shared_options import LANG, OUT, ROOT, found_root
from selebaran.words.visible import visible

KINDS = ("systemd", "cron", "github", "gitlab")
STEPS = {
    "systemd": (
        "cp {folder}/selebaran-*.service {folder}/selebaran-*.timer /etc/systemd/system/",
        "systemctl daemon-reload && systemctl enable --now selebaran-harian.timer selebaran-mingguan.timer",
    ),
    "cron": ("cp {folder}/selebaran /etc/cron.d/selebaran",),
    "github": IN_REPOSITORY,
    "gitlab": ("cp -r {folder}/.gitlab .", "sh {folder}/jadwal.sh"),
}


@click.command("schedule", cls=Command, options_metavar="[PILIHAN]")
@click.argument("kind", metavar="JADWAL", type=click.Choice(KINDS))
@OUT
@LANG
@ROOT
def schedule_command(kind: str, out: Path | None, lang: Language, root: Path | None) -> None:
    """Tulis jadwal: menerbitkan yang berubah setiap hari, dan memeriksa fakta setiap minggu.

    JADWAL: systemd, cron, github, atau gitlab. Laporannya satu baris, untuk surel atau WhatsApp."""
    from selebaran.publish.serving.where import NotWritable

    say = Speaker(lang)
    project = found_root(root, say)
    folder = out or project / "dist"
    try:
        files = _files(kind, project, folder)
    except NotWritable as error:
        text = say("'{nama}' memuat tanda yang punya arti lain dalam jadwal", nama=visible(str(error)))
        cure = say("pakai tempat lain (--out FOLDER), atau jalankan sebagai pengguna lain")
        fail(f"{text}\n  {say('saran')}: {cure}", 2)
    write_files(kind, files, folder, say)
    tell_steps(STEPS[kind], place_of(folder, kind), say)


def _files(kind: str, project: Path, out: Path) -> Mapping[str, str]:
    """The files by name. Raises `NotWritable`."""
    from selebaran.publish.report.record import FOLDER
    from selebaran.publish.serving.timers import Machine, cron_files, systemd_files
    from selebaran.publish.serving.workflows import github_schedule, gitlab_schedule

    if kind in ("github", "gitlab"):
        return github_schedule() if kind == "github" else gitlab_schedule()
    machine = Machine(
        project=str(project.absolute()),
        out=str(out.absolute()),
        reports=str((out / FOLDER).absolute()),
        python=sys.executable,
        user=getpass.getuser(),
        folder=str(place_of(out, kind).absolute()),
        sender=str((place_of(out, "rsync") / "kirim.sh").absolute()),
    )
    return systemd_files(machine) if kind == "systemd" else cron_files(machine)
