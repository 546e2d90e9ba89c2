"""What the download page says of each print file."""

from __future__ import annotations

from typing import Any

from selebaran.model.artifact import Download
from selebaran.model.piece import Profile

NAMES: dict[Profile, str] = {"kantor": "Untuk printer kantor", "layar": "Untuk dibaca di layar"}
"""Profiles as residents and staff know them, the most useful first."""

PRINTED: tuple[Profile, ...] = ("kantor",)
"""Profiles that are meant for paper."""


def offered(pieces: list[dict[str, Any]], downloads: tuple[Download, ...]) -> list[dict[str, Any]]:
    """Each piece's description with its files, sizes and thumbnail. A piece without files is left out."""
    found = []
    for piece in pieces:
        files = [d for d in downloads if d.piece == piece["lembar"]]
        if not files:
            continue
        files.sort(key=lambda d: list(NAMES).index(d.profile))
        width, height = files[0].thumbnail_size
        found.append(
            {
                **piece,
                "gambar": files[0].thumbnail,
                "lebar": width,
                "tinggi": height,
                "berkas": [
                    {
                        "profil": d.profile,
                        "nama": NAMES[d.profile],
                        "url": d.path,
                        "ukuran": f"{max(1, round(d.size / 1000))} KB",
                        "kertas": piece["kertas"] if d.profile in PRINTED else "",
                    }
                    for d in files
                ],
            }
        )
    return found
