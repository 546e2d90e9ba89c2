"""A daily publication and a weekly look at the facts on a machine of one's own: by systemd or by cron.

Both call the same two scripts, each of which prints one line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from shlex import quote

from selebaran.publish.serving.headers import ABOUT
from selebaran.publish.serving.where import NotWritable, quoted

MAIL = "SELEBARAN_SUREL"
SETTINGS = "/etc/default/selebaran"
DAILY, WEEKLY = "harian.sh", "mingguan.sh"
TOLD = """printf '%s\\n' "$baris"
if [ -n "${{{mail}:-}}" ]; then printf '%s\\n' "$baris" | mail -s {subject} "${mail}"; fi
exit "$kode"
"""
DAILY_SCRIPT = """#!/bin/sh
# {about}
# Mengambil perubahan, menerbitkan yang berubah, menyimpan catatan edisi, lalu mencetak satu baris.
set -u
cd {project} || exit 3
sebab=$(mktemp) || exit 3
trap 'rm -f "$sebab"' EXIT
hulu=$(git rev-parse --abbrev-ref '@{{upstream}}' 2>/dev/null) || hulu=
catatan=
if [ -n "$hulu" ] && ! git pull --quiet --rebase --autostash 2>"$sebab"; then
    git rebase --abort 2>/dev/null
    catatan=" Perubahan terbaru tidak terambil dari git."
fi

baris=$({program} build --publish --one-line --out {out} 2>"$sebab")
kode=$?
[ -n "$baris" ] || baris="Selebaran: tidak ada yang diterbitkan. $(head -n 1 "$sebab")"

simpan() {{
    git add districts/_edisi && {{ git diff --cached --quiet -- districts/_edisi ||
        git commit --quiet --message "Edisi yang terbit" -- districts/_edisi; }} &&
        {{ [ -z "$hulu" ] || git push --quiet; }}
}}
if [ -d districts/_edisi ] && ! simpan 2>"$sebab"; then catatan="$catatan Catatan edisi belum tersimpan ke git."; fi
if [ -f {sender} ] && ! sh {sender} 2>"$sebab"; then catatan="$catatan Belum terkirim ke server."; kode=3; fi
baris="$baris$catatan"
"""
WEEKLY_SCRIPT = """#!/bin/sh
# {about}
# Membuat lembar periksa, lalu mencetak satu baris: berapa fakta yang harus diperiksa.
set -u
cd {project} || exit 3
semua=$({program} facts due --out {reports} 2>&1)
kode=$?
baris="Selebaran: $(printf '%s\\n' "$semua" | tail -n 1)"
"""
SERVICE = """# {about}
[Unit]
Description=Selebaran: {what}
Wants=network-online.target
After=network-online.target

[Service]
Type=oneshot
User={user}
EnvironmentFile=-{settings}
ExecStart=/bin/sh {script}
Nice=10
TimeoutStartSec=3h
PrivateTmp=yes
ProtectSystem=full
"""
TIMER = """# {about}
[Unit]
Description=Selebaran: {what}

[Timer]
OnCalendar={when}
Persistent=true
RandomizedDelaySec=5m

[Install]
WantedBy=timers.target
"""
JOBS = {
    DAILY: ("harian", "terbitan harian", "*-*-* 00:17:00 Asia/Jakarta", "17 0 * * *"),
    WEEKLY: ("mingguan", "fakta mingguan", "Mon *-*-* 06:23:00 Asia/Jakarta", "23 6 * * 1"),
}
"""By script: name, description, time for systemd, time for cron, which goes by the clock of the machine."""


@dataclass(frozen=True)
class Machine:
    """The folders of project, output and reports, the program's Python, who runs it, where the scripts lie."""

    project: str
    out: str
    reports: str
    python: str
    user: str
    folder: str
    sender: str

    @property
    def program(self) -> str:
        """How a shell calls the program."""
        return f"{quote(self.python)} -m selebaran.cli"


ACCOUNT = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.@-]*\$?\Z")
"""A name of a user that means itself alone in a unit and in a table of cron: no blank, no per cent sign."""


def systemd_files(machine: Machine) -> dict[str, str]:
    """Units and scripts by name. Raises `NotWritable` for a folder or a user that a unit can't name."""
    files, user = _scripts(machine), _account(machine.user)
    for script, (name, what, when, _) in JOBS.items():
        path = quoted(f"{machine.folder}/{script}")
        values = {"about": ABOUT, "what": what, "user": user, "settings": SETTINGS, "script": path}
        files[f"selebaran-{name}.service"] = SERVICE.format(**values)
        files[f"selebaran-{name}.timer"] = TIMER.format(about=ABOUT, what=what, when=when)
    return files


def cron_files(machine: Machine) -> dict[str, str]:
    """A file for /etc/cron.d, whose names have no full stop, and the scripts. cron sends by mail what they print."""
    lines = [f"# {ABOUT}", "# Surel ke siapa: isi MAILTO. Jamnya menurut jam komputer ini.", 'MAILTO=""']
    for script, (_, _, _, when) in JOBS.items():
        quoted(f"{machine.folder}/{script}")  # a per cent sign would end the command
        lines.append(f"{when} {_account(machine.user)} /bin/sh {quote(f'{machine.folder}/{script}')}")
    return {**_scripts(machine), "selebaran": "\n".join([*lines, ""])}


def _account(user: str) -> str:
    if not ACCOUNT.match(user):
        raise NotWritable(user)
    return user


def _scripts(machine: Machine) -> dict[str, str]:
    daily = DAILY_SCRIPT.format(
        about=ABOUT,
        project=quote(machine.project),
        program=machine.program,
        out=quote(machine.out),
        sender=quote(machine.sender),
    ) + TOLD.format(mail=MAIL, subject=quote("Selebaran: terbitan harian"))
    weekly = WEEKLY_SCRIPT.format(
        about=ABOUT, project=quote(machine.project), program=machine.program, reports=quote(machine.reports)
    ) + TOLD.format(mail=MAIL, subject=quote("Selebaran: fakta mingguan"))
    return {DAILY: daily, WEEKLY: weekly}
