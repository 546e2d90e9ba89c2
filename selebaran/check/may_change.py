"""Files that a change touches x the central list x an account -> whose they are, and which it may not change."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from selebaran.model.district import CentralList
from selebaran.model.problem import Place, Problem, problem
from selebaran.read.git_changes import Change

DISTRICTS = "districts"
PLAIN = re.compile(r"[A-Za-z0-9 _()+,.-]*[A-Za-z0-9_()+,-]")
DEVICE = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.I)
"""What Windows takes for a device: no checkout there can have such a file."""
OF_GIT = re.compile(r"\.git(?!keep$)", re.I)


@dataclass(frozen=True)
class Verdict:
    """How many files of each district a change touches, in the order of the list, and how many of nobody's; and each
    that the account may not change."""

    districts: dict[str, int]
    shared: int
    refused: tuple[Problem, ...]


def judge_changes(changes: Iterable[Change], central: CentralList, account: str) -> Verdict:
    """What an account may do by the list. Its keepers may do everything."""
    slugs = [entry.slug for entry in central.districts]
    owned = [(change, _owner(change.path, slugs)) for change in changes]
    owners = [slug for _, slug in owned]
    counted = {slug: owners.count(slug) for slug in slugs if slug in owners}
    return Verdict(counted, owners.count(""), tuple(_refusals(owned, central, account)))


def _refusals(owned: Iterable[tuple[Change, str]], central: CentralList, account: str) -> Iterator[Problem]:
    if _is_among(account, central.keepers):
        return
    own = {entry.slug for entry in central.districts if _is_among(account, entry.accounts)}
    for change, slug in owned:
        if fault := _refusal(change, slug, own, account):
            yield fault


def _owner(path: str, slugs: list[str]) -> str:
    """The slug in whose folder a path lies, letter for letter; nobody's otherwise."""
    parts = path.split("/")
    return parts[1] if len(parts) > 2 and parts[0] == DISTRICTS and parts[1] in slugs else ""


def _refusal(change: Change, slug: str, own: set[str], account: str) -> Problem | None:
    place = Place(change.path)
    if slug not in own:
        return problem("ubahan-di-luar", place, akun=account, milik=_named(own))
    if not all(_means_the_same_everywhere(part) for part in change.path.split("/")):
        return problem("ubahan-nama", place, nama=PurePosixPath(change.path).name)
    if change.kind:
        return problem("ubahan-tautan", place, jenis=change.kind)
    return None


def _means_the_same_everywhere(name: str) -> bool:
    """Whether a name leads nowhere else on another system, tells git nothing, and has no letter like another one."""
    return bool(PLAIN.fullmatch(name)) and not DEVICE.fullmatch(name) and not OF_GIT.match(name)


def _named(own: set[str]) -> str:
    return ", ".join(f"{DISTRICTS}/{slug}/" for slug in sorted(own))


def _is_among(account: str, accounts: Iterable[str]) -> bool:
    """Hosts of repositories don't tell large letters in names of accounts from small ones."""
    return account.casefold() in {one.casefold() for one in accounts}
