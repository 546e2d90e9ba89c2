"""Prints some sheets of a project's demonstration district and says their digests: run by elsewhere.py."""

from __future__ import annotations

import hashlib
import json
import sys
from datetime import date
from pathlib import Path

from selebaran.compose.edition import Composer
from selebaran.press.build import forms_of
from selebaran.press.layout import Press
from selebaran.read.project import read_project

WANTED = {
    ("leaflet-daftar", "layar"),
    ("kartu-darurat", "hemat"),
    ("kartu-darurat", "percetakan"),
    ("poster-cukup-ktp", "kantor"),
}
PROFILES = ("layar", "kantor", "hemat", "percetakan")


def digests(project: Path, slug: str = "kab-contoh") -> dict[str, str]:
    """SHA-256 of each file, by the name of its piece, profile and form."""
    press = Press(project / ".cache")
    edition = Composer(read_project(project)).compose(slug, as_of=date(2026, 11, 21), profiles=PROFILES)
    return {
        f"{piece.name}-{piece.profile}-{kind}": hashlib.sha256(pdf).hexdigest()
        for piece in edition.pieces
        if (piece.name, piece.profile) in WANTED
        for kind, pdf in forms_of(piece, press.print(piece).pdf)
    }


if __name__ == "__main__":
    print(json.dumps(digests(Path(sys.argv[1]))))
