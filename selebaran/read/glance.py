"""What districts say of themselves, for a list of all of them: a look at daerah.yml alone, without judging it.

Whether a folder is right is a question for `read_district`, which takes fifty times as long.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from selebaran.model.problem import Place
from selebaran.model.signed import FORMER, OF_CONSENT, OF_DISTRICT, digest_of, signed_values
from selebaran.read.text import MAX_BYTES
from selebaran.read.walk import read_plain

FOLDER, LIST, FILE = "districts", "_daftar.yml", "daerah.yml"
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""Only its parser is used: its loader calls itself, and a few thousand brackets end the process. libyaml's parser is
fifty times as quick; it is there wherever PyYAML came as a wheel."""
DEEPEST = 20
YES = ("ya", "true")


@dataclass(frozen=True)
class Glance:
    """A district by its own words. `may_be_published` says that nothing in them stands against it."""

    slug: str
    name: str
    province: str
    domain: str
    is_made_up: bool
    is_unclear: bool
    may_be_published: bool


def listed_slugs(root: Path) -> tuple[str, ...]:
    """The slugs of a project's central list, in its order; none where it can't be read."""
    return tuple(listed_entries(root))


def listed_entries(root: Path) -> dict[str, dict[Any, Any]]:
    """The entries of a project's central list by slug, in its order; none where it can't be read."""
    entries = _loaded(root, LIST).get("daerah")
    found: dict[str, dict[Any, Any]] = {}
    for entry in entries if isinstance(entries, list) else ():
        if isinstance(entry, dict) and SLUG.fullmatch(slug := _text(entry, "slug")):
            found.setdefault(slug, entry)
    return found


def glance(root: Path, slug: str, entry: dict[Any, Any]) -> Glance | None:
    """What a district says of itself, with what its entry in the central list says of it; None where it doesn't say who
    it is."""
    data = _loaded(root, f"{slug}/{FILE}")
    name, province, domain = (_text(data, key) for key in ("nama", "provinsi", "domain"))
    if not name or not province:
        return None
    may = _is_countersigned(slug, data, entry) and (not domain or _owns_domain(data["persetujuan"]))
    made_up, unclear = _text(data, "rekaan") in YES, _text(data, "identitas") != "pasti"
    return Glance(slug, name, province, domain, made_up, unclear, may and not made_up and not unclear)


def _is_countersigned(slug: str, data: dict[Any, Any], entry: dict[Any, Any]) -> bool:
    """Whether the centre's signature is of what the district says, as `read/countersigned.py` finds it."""
    agreed, signature, former = data.get("persetujuan"), entry.get("pengesahan"), entry.get(FORMER)
    if not isinstance(agreed, dict) or not isinstance(signature, dict):
        return False
    consent = {key: _text(agreed, key) for key in OF_CONSENT} | {"menguasai_domain": _word(_owns_domain(agreed))}
    hosts = [host for host in former if isinstance(host, str)] if isinstance(former, list) else []
    values = signed_values(slug, {key: _text(data, key) for key in OF_DISTRICT}, hosts, consent)
    return digest_of(values) == _text(signature, "sidik")


def _owns_domain(agreed: dict[Any, Any]) -> bool:
    return _text(agreed, "menguasai_domain") in YES


def _word(yes: bool) -> str:
    return "ya" if yes else "tidak"


def _loaded(root: Path, path: str) -> dict[Any, Any]:
    """The values of a file below districts/; none where it can't be read."""
    raw, _ = read_plain(root / FOLDER, path, Place(f"{FOLDER}/{path}"))
    if raw is None or len(raw) > MAX_BYTES:
        return {}
    try:
        data = _folded(yaml.parse(raw.decode("utf-8-sig"), Loader=LOADER))
    except (yaml.YAMLError, ValueError, OverflowError):
        return {}
    return data if isinstance(data, dict) else {}


def _folded(events: Iterable[Any]) -> Any:
    """The value that events make, every scalar as text; an alias is None. Raises ValueError."""
    root: Any = None
    open_ones: list[tuple[Any, list[Any]]] = []  # a list or mapping, and the key in it that waits for its value
    for event in events:
        if isinstance(event, yaml.CollectionEndEvent):
            open_ones.pop()
        if isinstance(event, yaml.DocumentStartEvent) and root is not None:
            raise ValueError("two documents")
        if not isinstance(event, yaml.NodeEvent):
            continue
        value: Any = getattr(event, "value", None)
        if isinstance(event, yaml.CollectionStartEvent):
            value = {} if isinstance(event, yaml.MappingStartEvent) else []
        if open_ones:
            _put(value, *open_ones[-1])
        else:
            root = value
        if isinstance(event, yaml.CollectionStartEvent):
            open_ones.append((value, []))
        if len(open_ones) > DEEPEST:
            raise ValueError("too deep")
    return root


def _put(value: Any, into: Any, waiting: list[Any]) -> None:
    """Put a value into a list, or into a mapping under the key that waits; else it is that key."""
    if isinstance(into, list):
        into.append(value)
    elif waiting:
        into[waiting.pop()] = value
    else:
        waiting.append(value if isinstance(value, str) else "")


def _text(data: dict[Any, Any], key: str) -> str:
    value = data.get(key)
    return value.strip() if isinstance(value, str) and value != "~" else ""
