"""A small project whose register can be changed, and what a command on it gives."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from selebaran.model.paper import PaperEdition, code_of, digest_of
from selebaran.publish.ledger import append

DAY = "2026-11-22"
LATE = "2027-10-15"
"""By then IUR-01 of the small project is overdue, and the telephones are due soon."""
REGISTER = "content/fakta.yml"
CHECK = ("--tanggal", DAY, "--oleh", "Sari", "--sumber", "Perpres 59/2024")
COMMANDS = (
    ("facts", "list"),
    ("facts", "due"),
    ("facts", "impact", "IUR-01"),
    ("facts", "withdraw"),
    ("facts", "recheck", "IUR-01", *CHECK),
    ("explain", "kab-uji", "beranda"),
)
NEW = ("--nilai", "iuran_kelas_3=42000", "--kalimat", "Iurannya Rp42.000.")


class Ran(NamedTuple):
    code: int
    out: str
    err: str


def register(project: Path) -> list[dict[str, Any]]:
    data: dict[str, list[dict[str, Any]]] = yaml.load((project / REGISTER).read_text("utf-8"), yaml.BaseLoader)
    return data["fakta"]


def rewrite(project: Path, entries: list[dict[str, Any]]) -> None:
    text = yaml.safe_dump({"fakta": entries}, allow_unicode=True, sort_keys=False)
    (project / REGISTER).write_text(text, "utf-8")


def fact(project: Path, name: str) -> dict[str, Any]:
    return next(entry for entry in register(project) if entry["id"] == name)


def change(project: Path, name: str, **values: Any) -> None:
    """Another state of a fact: what is None goes."""
    entries = [{**e, **values} if e["id"] == name else e for e in register(project)]
    rewrite(project, [{key: value for key, value in e.items() if value is not None} for e in entries])


def publish(project: Path) -> str:
    """An edition in circulation that states the contribution as it was; returns its code."""
    stated = {"IUR-01": {"iuran_kelas_3": "Rp35.000"}, "TEL-01": {"care_center": "165"}}
    digest = digest_of("kecil", "kab-uji", "Iuran", stated)
    edition = {
        "kode": code_of("k1", "00.01", digest),
        "lembar": "kecil",
        "judul": "Lembar kecil",
        "alamat": "daftar",
        "terbit": "2026-11-20",
        "sidik": digest,
        "fakta": stated,
    }
    append(project, "kab-uji", (), (PaperEdition.model_validate(edition),))
    return str(edition["kode"])


def recheck(run: Callable[..., Ran], value: str = "42000", *more: str) -> Ran:
    sentence = ("--kalimat", "Iuran kelas III adalah Rp42.000.")
    return run(
        "facts",
        "recheck",
        "IUR-01",
        *CHECK,
        "--nilai",
        f"iuran_kelas_3={value}",
        *sentence,
        "--disetujui",
        "Budi",
        *more,
    )
