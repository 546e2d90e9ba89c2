"""A place that can't be written to, told in a sentence: which, why, and what helps. No file is blamed."""

from __future__ import annotations

import contextlib
import errno
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NoReturn

from selebaran.cli.language import Speaker
from selebaran.cli.options import fail

ENVIRONMENT = 3
"""The exit code for what lies with the machine: rights, disk, locks."""
FULL = (errno.ENOSPC, errno.EDQUOT)
DENIED = (errno.EACCES, errno.EPERM)
NOWHERE = (errno.ENOENT, errno.ELOOP, errno.ENAMETOOLONG)
IN_THE_WAY = (errno.ENOTDIR, errno.EEXIST, errno.EISDIR)


def refuse_unwritable(folder: Path, say: Speaker) -> None:
    """Make a folder and try to write there; ends with code 3 where that can't be. Better now than after a build."""
    if error := _tried(folder, make=True):
        cannot_write(folder, error, say)


def _tried(folder: Path, *, make: bool = False) -> OSError | None:
    """Why nothing can be written into a folder."""
    try:
        if make:
            folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return None
    except OSError as error:
        return error


def cannot_write(path: Path, error: OSError, say: Speaker, cure: str = "") -> NoReturn:
    """Say that nothing could be written there, and why, with a cure that is found unless it is given; end with code
    3."""
    text = say("tidak dapat menulis ke '{berkas}': {sebab}", berkas=str(path), sebab=_cause(error, say))
    fail(f"{text}\n  {say('saran')}: {cure or _cure(error, say)}", ENVIRONMENT)


def write_whole(path: Path, text: str, say: Speaker) -> None:
    """Replace a file that is there by one with this text and the same rights: the old one or the new one, never a part.
    Ends with code 3 where that can't be, and leaves nothing behind."""
    part = path.with_name(f".{path.name}.sebagian")
    try:
        part.write_bytes(text.encode())
        part.chmod(path.stat().st_mode)
        part.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
        cannot_write(path, error, say)


def replace_all(texts: Mapping[Path, str | bytes], say: Speaker) -> None:
    """Write several files, each replaced whole, and only once all are on the disk; the last of them comes first. Ends
    with code 3 where that can't be."""
    parts = {path: path.with_name(f".{path.name}.sebagian") for path in texts}
    try:
        for path, text in texts.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            parts[path].write_bytes(text if isinstance(text, bytes) else text.encode())
            parts[path].chmod(path.stat().st_mode if path.exists() else 0o644)
        for path in reversed(parts):
            parts[path].replace(path)
    except OSError as error:
        for part in parts.values():
            with contextlib.suppress(OSError):
                part.unlink(missing_ok=True)
        cannot_write(next(iter(texts)), error, say)


@contextlib.contextmanager
def told_without_trace(say: Speaker, *folders: Path) -> Iterator[None]:
    """End with code 3 and a sentence where something can't be written below one of these folders."""
    try:
        yield
    except OSError as error:
        if not is_about(error, *folders):
            raise
        cannot_write(Path(error.filename2 or error.filename or folders[0]), error, say)


def refuse_read_only(project: Path, folder: Path, say: Speaker) -> None:
    """Try to write into a folder of the project's sources, or where it will be made; ends with code 3 where that can't
    be."""
    there = folder if folder.is_dir() else folder.parent
    if error := _tried(there):
        text = say("tidak dapat menulis ke '{berkas}': {sebab}", berkas=str(there), sebab=_cause(error, say))
        cure = say(
            "penerbitan mencatat edisinya di sana: beri izin menulis, atau terbitkan dari salinan '{folder}'",
            folder=project,
        )
        fail(f"{text}\n  {say('saran')}: {cure}", ENVIRONMENT)


def _cause(error: OSError, say: Speaker) -> str:
    if error.errno in FULL:
        return say("penyimpanan penuh")
    if error.errno == errno.EROFS:
        return say("tempat itu hanya dapat dibaca")
    if error.errno in DENIED:
        return say("tidak ada izin menulis di sana")
    if error.errno in IN_THE_WAY:
        return say("ada berkas di tempat folder, atau folder di tempat berkas")
    if error.errno in NOWHERE:
        return say("tempat itu tidak ada dan tidak dapat dibuat")
    if error.errno == errno.EIO:
        return say("tempat penyimpanan itu rusak atau terlepas")
    return errno.errorcode.get(error.errno or 0, "?")


def _cure(error: OSError, say: Speaker) -> str:
    if error.errno in FULL:
        return say("kosongkan ruang di sana, atau pilih tempat lain (pilihan --out)")
    if error.errno in IN_THE_WAY:
        return say("pilih nama lain (pilihan --out), atau pindahkan yang ada di sana")
    if error.errno in NOWHERE:
        return say("pilih folder lain yang dapat dibuat (pilihan --out)")
    if error.errno == errno.EIO:
        return say("periksa cakram dan kabelnya, atau pilih tempat lain (pilihan --out)")
    return say("beri izin menulis di sana, atau pilih tempat lain (pilihan --out)")


def is_about(error: OSError, *folders: Path) -> bool:
    """Whether an error comes from writing below one of these folders, or from a disk without room.

    Any other is a fault of the program, and must be seen as one."""
    if error.errno in FULL:
        return True
    named = [Path(name).absolute() for name in (error.filename, error.filename2) if isinstance(name, str | Path)]
    return any(name.is_relative_to(folder.absolute()) for name in named for folder in folders)


def write_new(path: Path, text: str, say: Speaker) -> None:
    """Write a file that isn't there yet, with the folders above it; ends with code 3 where it can't be written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as error:
        cannot_write(path, error, say)
