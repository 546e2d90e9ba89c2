"""What the centre countersigns of a district, as texts, and their digests. Nothing of a record is known here, so that a
list of all districts can judge them without loading one."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Iterable, Mapping

FORM = "selebaran-pengesahan-1"
"""Stands before the values: a digest of another form can't be taken for one of this."""
OF_CONSENT = ("oleh", "jabatan", "tanggal", "bukti", "menguasai_domain")
OF_DISTRICT = ("nama", "kode_kemendagri", "domain")
FORMER = "domain_dahulu"
SHORT = 8
"""Hexadecimal digits by which one value is known again. They only tell what has changed; the whole digest decides."""

Signed = tuple[tuple[str, str], ...]
"""Keys and values in the order in which they are signed."""


def signed_values(slug: str, district: Mapping[str, str], former: Iterable[str], consent: Mapping[str, str]) -> Signed:
    """All that a countersignature stands for. A key that isn't there counts as empty; how blanks and letters are coded
    counts nothing."""
    values = [("slug", slug), *((key, district.get(key, "")) for key in OF_DISTRICT)]
    values.append((FORMER, " ".join(former)))
    values += [(f"persetujuan.{key}", consent.get(key, "")) for key in OF_CONSENT]
    return tuple((key, " ".join(unicodedata.normalize("NFC", value).split())) for key, value in values)


def digest_of(values: Signed) -> str:
    """The digest of all values."""
    return _sha256([FORM, *values])


def parts_of(values: Signed) -> str:
    """A few digits of each value's digest, in their order."""
    return " ".join(_sha256([FORM, *value])[:SHORT] for value in values)


def changed_since(values: Signed, parts: str) -> tuple[str, ...]:
    """The keys whose values are others than those of which `parts` were made."""
    before, now = parts.split(), parts_of(values).split()
    if len(before) != len(now):
        return tuple(key for key, _ in values)
    return tuple(key for (key, _), old, new in zip(values, before, now, strict=True) if old != new)


def _sha256(values: object) -> str:
    return hashlib.sha256(json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()
