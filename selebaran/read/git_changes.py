"""Two commits of the project's repository -> the files that differ between them, and a file as one of them has it.

Only plumbing is called, and never the working tree: nobody's attributes or checkout change the answer. A rename is two
changes. Where histories have more than one commit in common, what differs from any of them counts.
"""

from __future__ import annotations

import io
import os
import subprocess
import tarfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

KINDS = {"120000": "symlink", "160000": "submodule"}
"""What git keeps that is no plain file."""
GONE = "000000"
RAW = ("diff-tree", "-r", "-z", "--raw", "--no-renames", "--no-relative", "--ignore-submodules=none")
SEALED = {"GIT_NO_REPLACE_OBJECTS": "1", "GIT_OPTIONAL_LOCKS": "0", "GIT_LITERAL_PATHSPECS": "1", "LC_ALL": "C"}


class GitFailed(Exception):
    """What can't be asked of git, as a key: `tanpa-git`, `bukan-repositori`, `dangkal`, `revisi`, `tanpa-pangkal`, or
    `gagal`; and the revision, where one is to blame."""

    def __init__(self, reason: str, revision: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.revision = revision


@dataclass(frozen=True, order=True)
class Change:
    """A file that was added, changed or taken away. `path` is within the project, bytes that are no text written as
    \\xff; `kind` is what it is now, where that is no plain file."""

    path: str
    kind: str = ""


def changes_between(project: Path, base: str, head: str) -> tuple[Change, ...]:
    """What `head` changes since it left `base`. Raises `GitFailed`."""
    prefix = _inside(project)
    ours, theirs = _commit(project, base), _commit(project, head)
    in_common = _git(project, "merge-base", "--all", ours, theirs, fault=GitFailed("tanpa-pangkal")).decode().split()
    found = {change for one in in_common for change in _raw(_git(project, *RAW, one, theirs))}
    return tuple(sorted(Change(change.path.removeprefix(prefix), change.kind) for change in found))


def file_at(project: Path, revision: str, path: str) -> bytes | None:
    """A file of the project as a commit has it; None where it has none. Raises `GitFailed`."""
    prefix, commit = _inside(project), _commit(project, revision)
    try:
        return _git(project, "cat-file", "blob", f"{commit}:{prefix}{path}")
    except GitFailed:
        return None


def left_at(project: Path, base: str, head: str) -> tuple[str, str]:
    """The commit at which `head` left `base`, and `head` itself. Raises `GitFailed`."""
    _inside(project)
    ours, theirs = _commit(project, base), _commit(project, head)
    common = _git(project, "merge-base", ours, theirs, fault=GitFailed("tanpa-pangkal")).decode().strip()
    return common, theirs


def has_uncommitted(project: Path, names: Iterable[str]) -> bool:
    """Whether the working tree has anything under these names of the project that no commit has. Raises `GitFailed`."""
    _inside(project)
    return bool(_git(project, "status", "--porcelain", "-z", "--", *names))


def unpack(project: Path, commit: str, folder: Path, names: Iterable[str]) -> None:
    """Write the plain files of the project that lie under these names as a commit has them. No hook runs, and the
    repository learns nothing of it; links are left out, for no reader follows them. Raises `GitFailed`."""
    prefix = _inside(project)
    listed = _git(project, "ls-tree", "-z", "--name-only", f"{commit}:{prefix}")
    there = [name for name in listed.decode("utf-8", "replace").split("\0") if name in set(names)]
    content = _git(project, "archive", "--format=tar", f"{commit}:{prefix}", "--", *there)
    with tarfile.open(fileobj=io.BytesIO(content)) as packed:
        packed.extractall(folder, filter=_plain)


def _plain(member: tarfile.TarInfo, folder: str) -> tarfile.TarInfo | None:
    return tarfile.data_filter(member, folder) if member.isfile() or member.isdir() else None


def _inside(project: Path) -> str:
    """The way from the top of the repository to the project; its history has to be there."""
    prefix = _git(project, "rev-parse", "--show-prefix", fault=GitFailed("bukan-repositori"))
    if _git(project, "rev-parse", "--is-shallow-repository").strip() == b"true":
        raise GitFailed("dangkal")
    return os.fsdecode(prefix.removesuffix(b"\n"))


def _commit(project: Path, revision: str) -> str:
    asked = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    return _git(project, *asked, fault=GitFailed("revisi", revision)).decode().strip()


def _raw(output: bytes) -> Iterator[Change]:
    """The entries of a list in git's raw format: a head, a path, each ended by NUL."""
    fields = iter(output.split(b"\0"))
    for head in fields:
        if head:
            _, mode, _ = head.decode().split(" ", 2)
            yield Change(next(fields).decode("utf-8", "backslashreplace"), KINDS.get(mode, ""))


def _git(project: Path, *arguments: str, fault: GitFailed | None = None) -> bytes:
    try:
        done = subprocess.run(
            ["git", *arguments], cwd=project, env={**os.environ, **SEALED}, capture_output=True, check=False
        )
    except (FileNotFoundError, PermissionError):
        raise GitFailed("tanpa-git") from None
    except ValueError:  # a NUL in a revision
        raise fault or GitFailed("gagal") from None
    if done.returncode:
        raise fault or GitFailed("gagal")
    return done.stdout
