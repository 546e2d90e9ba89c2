"""Which output, and which of its web roots, the commands of `selebaran release` are about."""

from __future__ import annotations

from pathlib import Path

from selebaran.cli.language import Speaker
from selebaran.cli.options import fail
from selebaran.cli.unwritable import ENVIRONMENT

SHORT = 8
"""Letters of a release that are shown; they are enough to name it."""


def output_folder(out: Path | None, project: Path, say: Speaker) -> Path:
    """The output folder; ends with code 3 where there is none."""
    folder = out or project / "dist"
    if not folder.is_dir():
        text = say("tidak ada hasil di '{folder}'", folder=shown(folder))
        cure = say("bangun dulu, atau sebut tempatnya dengan --out FOLDER")
        fail(f"{text}\n  {say('saran')}: {cure}", ENVIRONMENT)
    return folder


def name_of(given: str, folder: Path, project: Path, say: Speaker) -> str:
    """The web root that is meant: by slug, by host, or the portal; ends with code 2 where there is none."""
    from selebaran.publish.layout import names_in
    from selebaran.read.glance import glance, listed_entries
    from selebaran.words.near import nearest

    names, entries = names_in(folder), listed_entries(project)
    seen = glance(project, given, entries[given]) if given in entries else None
    host = (seen.domain.lower() if seen else "") or given
    if host not in names:
        text = say("tidak ada rilis dari '{slug}'", slug=given)
        meant = None if given in entries else nearest(given, [*entries, *names])
        near = say("maksudnya '{maksud}'?", maksud=meant or "")
        fail(f"{text}; {near}" if meant else text, 2)
    return host


def shown(folder: Path) -> str:
    """A folder as messages show it."""
    from selebaran.cli.show import shown as shown_folder

    return shown_folder(folder)
