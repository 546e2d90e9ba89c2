"""Signatures of releases: who has the key vouches for what a release holds and what it was made from (ed25519).

What is signed is the provenance, byte for byte; it names the release and the digest of each file. The signature lies
beside it with the public key that it fits, but that key alone proves nothing: whoever verifies brings his own copy.
"""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from pathlib import Path
from typing import Annotated, Literal

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
    load_pem_public_key,
)
from pydantic import Field, ValidationError

from selebaran.publish.layout import PROVENANCE, SIGNATURE, names_in, provenance_of, signature_of
from selebaran.publish.provenance import read_provenance
from selebaran.publish.releases import current, write_whole
from selebaran.publish.report.rows import Row

PUBLIC = ".pub"
"""What the name of a public key ends in, beside the private one."""
SHOWN = 16
"""Letters of a public key's digest that it is known by."""
State = Literal["sah", "tanpa-tanda", "rusak", "kunci-lain"]
"""What is true of a release's signature: good, none there, not of these bytes, of another key than the one asked
for."""


class KeyUnreadable(Exception):
    """A file holds no ed25519 key in the PEM form that openssl writes, or none without a password."""


class Signature(Row):
    """The signature of a release, and the public key that it fits."""

    key: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")] = Field(alias="kunci")
    signature: Annotated[str, Field(pattern=r"^[0-9a-f]{128}$")] = Field(alias="tanda")


def make_key(path: Path) -> Path:
    """Write a new private key that its owner alone can read, and the public one beside it, which is given back. Raises
    `FileExistsError`: no key is ever written over."""
    key, public = Ed25519PrivateKey.generate(), path.with_name(path.name + PUBLIC)
    if os.path.lexists(public):  # it may be the only copy of the key that older releases are verified with
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(public))
    file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(file, "wb") as private:
        private.write(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    public.write_bytes(key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo))
    return public


def private_key(path: Path) -> Ed25519PrivateKey:
    """The private key in a file. Raises `KeyUnreadable`, `OSError`."""
    content = path.read_bytes()
    try:
        key = load_pem_private_key(content, None)
    except (ValueError, TypeError, UnsupportedAlgorithm):  # a key with a password is a TypeError
        raise KeyUnreadable from None
    if not isinstance(key, Ed25519PrivateKey):
        raise KeyUnreadable
    return key


def is_open_to_others(path: Path) -> bool:
    """Whether others on this computer can read a file; nobody can say so where rights are none of the file's."""
    return os.name == "posix" and bool(path.stat().st_mode & (stat.S_IRGRP | stat.S_IROTH))


def public_key(path: Path) -> Ed25519PublicKey:
    """The public key in a file. Raises `KeyUnreadable`, `OSError`."""
    content = path.read_bytes()
    try:
        key = load_pem_public_key(content)
    except (ValueError, UnsupportedAlgorithm):
        raise KeyUnreadable from None
    if not isinstance(key, Ed25519PublicKey):
        raise KeyUnreadable
    return key


def known_by(key: Ed25519PublicKey) -> str:
    """The short name of a public key, to be told on the telephone."""
    return hashlib.sha256(key.public_bytes_raw()).hexdigest()[:SHOWN]


def sign(out: Path, name: str, key: Ed25519PrivateKey) -> str | None:
    """Sign the current release of a web root: which it is. None where nothing says what it was made from."""
    release = current(out, name)
    if release is None or _said(out, name, release) is None:
        return None
    signature = key.sign(provenance_of(out, name, release).read_bytes()).hex()
    signed = Signature(key=key.public_key().public_bytes_raw().hex(), signature=signature)
    write_whole(out, signature_of(out, name, release), signed.model_dump_json(by_alias=True).encode() + b"\n")
    return release


def signatures(out: Path, key: Ed25519PublicKey | None) -> dict[str, tuple[State, str]]:
    """What is true of the signature of each web root's current release, and which key it fits. Without a key, a good
    signature is of whatever key stands in it."""
    found = {name: current(out, name) for name in names_in(out)}
    return {name: state_of(out, name, release, key) for name, release in found.items() if release}


def state_of(out: Path, name: str, release: str, key: Ed25519PublicKey | None) -> tuple[State, str]:
    """The same of one release."""
    return judged(_said(out, name, release), signature_of(out, name, release), key)


def state_of_copy(manifest: Path, key: Ed25519PublicKey | None) -> tuple[State, str]:
    """The same of a copy of what a release was made from, whose signature lies beside it under its own name."""
    beside = manifest.with_name(manifest.name.removesuffix(PROVENANCE) + SIGNATURE)
    return judged(manifest.read_bytes(), beside, key)


def judged(said: bytes | None, signature: Path, key: Ed25519PublicKey | None) -> tuple[State, str]:
    """What is true of a signature of these bytes, and which key it fits."""
    try:
        signed = Signature.model_validate_json(signature.read_bytes())
    except FileNotFoundError:
        return "tanpa-tanda", ""
    except (OSError, ValidationError):
        return "rusak", ""
    theirs = Ed25519PublicKey.from_public_bytes(bytes.fromhex(signed.key))
    try:
        theirs.verify(bytes.fromhex(signed.signature), said or b"")
    except InvalidSignature:
        return "rusak", known_by(theirs)
    is_ours = key is None or key.public_bytes_raw() == theirs.public_bytes_raw()
    return ("sah" if is_ours else "kunci-lain"), known_by(theirs)


def _said(out: Path, name: str, release: str) -> bytes | None:
    """What is signed: what a release says it was made from, where it says so of itself."""
    try:
        content = provenance_of(out, name, release).read_bytes()
    except OSError:
        return None
    said = read_provenance(content)
    return content if said and (said.site, said.release) == (name, release) else None
