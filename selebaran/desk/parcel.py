"""A ZIP or an e-mail (RFC 5322) -> the files within it, by their names. It is unpacked in a child, and no further.

What lies in a ZIP within it stays there. Of a mail without files, its words are taken as a message; sender and
receivers are left unread.
"""

from __future__ import annotations

import email
import email.policy
import io
import re
import zipfile
import zlib
from collections.abc import Collection
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import PurePosixPath

from selebaran.model.problem import Place, Problem, problem, warning
from selebaran.read.text import shown

MOST_FILES, LARGEST_IN_ALL = 40, 60 << 20
IN_ALL = f"{LARGEST_IN_ALL >> 20} MB"
DULL = ("__macosx", ".ds_store", "thumbs.db", "desktop.ini")
"""What computers put into a ZIP by themselves."""
SIGNATURE = re.compile(r"(?:image\d+|logo.*|signature.*)\.(?:png|jpe?g|gif)", re.I)
WORDS = "isi.txt"
OF_MAIL = -1
"""What the words of a mail are called, and numbered."""
BROKEN = (
    *(zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError, OSError, ValueError, LookupError),
    *(TypeError, AttributeError, AssertionError),
)
"""What the readers of ZIP and mail raise for what is none."""


@dataclass(frozen=True)
class Enclosed:
    """A file within: its name, and which one it is, counted from 0. -1 are the words of a mail."""

    label: str
    name: str
    number: int

    @property
    def place(self) -> Place:
        """How messages name it: surat.zip/kegiatan.xlsx."""
        return Place(f"{self.label}/{shown(self.name)}")


Parcel = tuple[list[Enclosed], list[Problem]]


def contents(raw: bytes, label: str, known: Collection[str]) -> Parcel:
    """The files within whose ending is known, without what they hold; what else there is, is told."""
    is_zip = label.lower().endswith(".zip")
    try:
        found, problems = _bounded(_zipped(raw) if is_zip else _attached(raw), label, known)
        if not (found or problems or is_zip) and _words(raw).strip():
            found = [Enclosed(label, WORDS, OF_MAIL)]
    except BROKEN:
        found, problems = [], []
    if not (found or problems):
        problems = [problem("kiriman-tidak-terbaca", Place(label), jenis="ZIP" if is_zip else "surel (.eml)")]
    return found, problems


def content(raw: bytes, enclosed: Enclosed) -> bytes:
    """What a file within holds, which `contents` found there."""
    if enclosed.number == OF_MAIL:
        return _words(raw).encode()
    if enclosed.label.lower().endswith(".zip"):
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            return archive.read(_parts(archive)[enclosed.number])
    found = _files(raw)[enclosed.number].get_payload(decode=True)
    return found if isinstance(found, bytes) else b""


def _zipped(raw: bytes) -> list[tuple[str, int]]:
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        return [(part.filename, part.file_size) for part in _parts(archive)]


def _parts(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    return [part for part in archive.infolist() if not part.is_dir() and not _is_dull(part.filename)]


def _attached(raw: bytes) -> list[tuple[str, int]]:
    return [(part.get_filename() or "", len(part.get_payload(decode=True) or b"")) for part in _files(raw)]


def _files(raw: bytes) -> list[EmailMessage]:
    """The attached files; not the emblem below a signature."""
    parts = [part for part in _mail(raw).walk() if isinstance(part, EmailMessage) and part.get_filename()]
    return [part for part in parts if not part.is_multipart() and not _is_decoration(part)]


def _mail(raw: bytes) -> EmailMessage:
    message = email.message_from_bytes(raw, policy=email.policy.default)
    assert isinstance(message, EmailMessage)  # the policy makes no other
    return message


def _is_decoration(part: EmailMessage) -> bool:
    return part.get_content_disposition() == "inline" and bool(SIGNATURE.fullmatch(part.get_filename() or ""))


def _words(raw: bytes) -> str:
    body = _mail(raw).get_body(("plain",))
    return str(body.get_content()) if body is not None else ""


def _bounded(files: list[tuple[str, int]], label: str, known: Collection[str]) -> Parcel:
    if len(files) > MOST_FILES or sum(size for _, size in files) > LARGEST_IN_ALL:
        return [], [problem("kiriman-terlalu-besar", Place(label), batas=f"{MOST_FILES} berkas, {IN_ALL}")]
    return _sorted(files, label, known)


def _sorted(files: list[tuple[str, int]], label: str, known: Collection[str]) -> Parcel:
    """The files that can be read, and what is told of the others."""
    found, problems = list[Enclosed](), list[Problem]()
    for number, (name, _) in enumerate(files):
        plain = PurePosixPath(name.replace("\\", "/")).name
        if PurePosixPath(plain.lower()).suffix in known:
            found.append(Enclosed(label, plain, number))
        else:
            problems.append(warning("kiriman-dilewati", Place(label), isi=shown(plain), semua=", ".join(sorted(known))))
    return found, problems


def _is_dull(name: str) -> bool:
    return any(part.lower() in DULL or part.startswith("._") for part in PurePosixPath(name).parts)
