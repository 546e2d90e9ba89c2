"""The files of a new campaign: a small project that builds at once, to be changed file by file.

They lie in selebaran/starter as they will lie in the new folder; only a name and days are filled in. The subject is an
example (washing hands); its one fact says of itself that nobody has compared it with a source.
"""

from __future__ import annotations

from datetime import date, timedelta

from selebaran.read.engine import PACKAGE

STARTER = PACKAGE / "starter"
DISTRICT = "kab-contoh"
"""The made-up district of a new campaign."""
NAME = "Cuci Tangan"
"""What a campaign is called whose name isn't given: the subject of the example."""


def starter(name: str, today: date) -> dict[str, str]:
    """The texts of all files by path. The event is in two weeks, and the fact is to be checked within a month."""
    filled = {
        "<<nama>>": name,
        "<<hari_ini>>": today.isoformat(),
        "<<hari_kegiatan>>": (today + timedelta(days=14)).isoformat(),
        "<<sebulan_lagi>>": (today + timedelta(days=30)).isoformat(),
    }
    found = {path.relative_to(STARTER).as_posix(): path for path in sorted(STARTER.rglob("*")) if path.is_file()}
    return {place: _filled(path.read_text("utf-8"), filled) for place, path in found.items()}


def _filled(text: str, marks: dict[str, str]) -> str:
    for mark, value in marks.items():
        text = text.replace(mark, value)
    return text
