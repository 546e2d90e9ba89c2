"""A text that is a key of a campaign's list: held against the list where there is one."""

from __future__ import annotations

import pytest
from pydantic import TypeAdapter, ValidationError

from selebaran.model.kinds import EventKind, Kinds, Meaning

EVENTS = TypeAdapter(EventKind)


def kinds(**events: str) -> Kinds:
    named = {key: Meaning(title) for key, title in events.items()}
    return Kinds({"kelompok": {}, "kegiatan.jenis": named, "kontak": {}, "layanan": {}, "keadaan": {}})


def code(value: str, given: Kinds | None) -> str | None:
    """The code of the fault in a value, if it has one."""
    try:
        EVENTS.validate_python(value, context=(None, given))
    except ValidationError as error:
        return error.errors()[0]["type"]
    return None


@pytest.mark.parametrize(
    ("value", "given", "expected"),
    [
        ("senam", kinds(senam="Senam"), None),
        ("lari", kinds(senam="Senam"), "pilihan-tidak-sah"),
        ("senam", kinds(), "kampanye-tanpa-macam"),
        ("senam", None, None),
    ],
)
def test_a_key_must_be_one_of_the_campaigns_where_the_campaign_is_known(
    value: str, given: Kinds | None, expected: str | None
) -> None:
    assert code(value, given) == expected
