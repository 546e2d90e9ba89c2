"""The central list -> CODEOWNERS, by which the host of a repository asks the right people to look at a change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from selebaran.model.district import CentralList

FILE = "CODEOWNERS"
"""At the top of the project: there GitHub and GitLab both look for it."""
HEAD = (
    "# Ditulis oleh `selebaran codeowners` dari districts/_daftar.yml; jangan diubah dengan tangan.",
    "# Aturan terakhir yang cocok berlaku. Yang tidak punya aturan sendiri milik penjaga pusat.",
)


def code_owners(central: CentralList) -> str:
    """The text of the file: the keepers own everything; a folder is its district's too, for nobody can approve a change
    of his own."""
    return "\n".join((*HEAD, *_rules(central))) + "\n"


def _rules(central: CentralList) -> Iterator[str]:
    if central.keepers:
        yield f"* {_at(central.keepers)}"
    else:
        yield "# Belum ada penjaga dalam daftar, jadi berkas bersama belum punya pemilik."
    for entry in central.districts:
        if entry.accounts:
            yield f"/districts/{entry.slug}/ {_at((*entry.accounts, *central.keepers))}"


def _at(accounts: Iterable[str]) -> str:
    return " ".join(f"@{account}" for account in dict.fromkeys(accounts))
