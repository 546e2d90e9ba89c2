"""A new line, or a countersignature, in the text of the central list: the rest stays byte for byte."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from selebaran.model.district import CentralList
from selebaran.model.signed import Signed, digest_of, parts_of
from selebaran.read.rewrite import rewritten
from selebaran.read.splice import UnusualLayout
from selebaran.read.strict_yaml import read_yaml
from selebaran.read.validate import validate

LAST_ENTRY = re.compile(r"^([ ]*)-[ ]+.*(?:\n\1[ ]+\S.*)*", re.M)
"""An entry as a list in lines has it, with the lines that belong to it."""
LIST, SIGNATURE = "daerah", "pengesahan"
EMPTY = re.compile(r"^(daerah:)[ ]*\[[ ]*\]", re.M)


def with_slug(text: str, label: str, slug: str) -> str | None:
    """The list with a slug at its end; None where it is written in a way that nothing can be added to."""
    before = text.replace("\r\n", "\n")
    if last := list(LAST_ENTRY.finditer(before))[-1:]:
        end, indent = last[0].end(), last[0][1]
    elif empty := EMPTY.search(before):
        before = before[: empty.end(1)] + before[empty.end() :]
        end, indent = empty.end(1), "  "
    else:
        return None
    after = f"{before[:end]}\n{indent}- slug: {slug}{before[end:] or chr(10)}"
    if _slugs(after, label) != [*_slugs(text, label), slug]:
        return None
    return after.replace("\n", "\r\n") if "\r\n" in text else after


def with_countersignature(text: str, label: str, slug: str, values: Signed, on: date) -> str:
    """The list with the digests of a district's values below its entry. Raises `UnusualLayout` where that can't be
    written without changing anything else."""
    listed = _entries(text, label)
    index = next((at for at, entry in enumerate(listed) if entry.get("slug") == slug), None)
    if index is None:
        raise UnusualLayout(LIST)
    written = {"tanggal": on.isoformat(), "sidik": digest_of(values), "rincian": parts_of(values)}
    listed[index] = {**listed[index], SIGNATURE: written}
    return rewritten(text, {**_data(text, label), LIST: listed}, label)


def _data(text: str, label: str) -> Mapping[str, object]:
    source, _ = read_yaml(text.encode(), label)
    return source.data if source else {}


def _entries(text: str, label: str) -> list[dict[str, object]]:
    listed = _data(text, label).get(LIST)
    return [dict(entry) for entry in listed] if isinstance(listed, list) else []


def _slugs(text: str, label: str) -> list[str]:
    source, _ = read_yaml(text.encode(), label)
    record = validate(CentralList, source)[0] if source else None
    return [entry.slug for entry in record.districts] if record else []
