"""What a template saw of a district, as digests: whoever sees the same makes the same of it."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import blake2b

from selebaran.compose.template.views import Value
from selebaran.model.telephone import Telephone


def digest_of(text: str) -> str:
    """A digest of a text."""
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def digest_of_value(value: Value) -> str:
    """A digest of all that a template can see of a value."""
    return digest_of(repr(whole(value)))


def whole(value: Value) -> object:
    """All of a value: of telephones their links, too, which are no part of the text."""
    if isinstance(value, Mapping):
        return {key: whole(one) for key, one in value.items()}
    if isinstance(value, tuple):
        return tuple(map(whole, value))
    return (type(value).__name__, str(value), value.numbers) if isinstance(value, Telephone) else value
