"""Notes what `selebaran intake` took, for staff."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from selebaran.cli.language import Speaker
from selebaran.cli.unwritable import cannot_write
from selebaran.desk.sent import Handed
from selebaran.publish.layout import received_of
from selebaran.publish.received import add_received


def note_received(project: Path, slug: str, files: Iterable[Handed], done: Sequence[str], say: Speaker) -> None:
    """Add a line for each file, none for what lies within it; `done` are the files of the district that were
    written, or a word for nothing. Ends with code 3 where nothing can be written there."""
    whole = [(one.label, one.raw) for one in files if one.within is None]
    if not whole:
        return
    out = project / "dist"
    try:
        add_received(out, slug, whole, done)
    except OSError as error:
        cannot_write(received_of(out), error, say)
