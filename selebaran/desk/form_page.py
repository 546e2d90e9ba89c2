"""A district's form: one HTML file that opens from disk, with its script and style in it; nothing is loaded or sent."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from selebaran.model.telephone import Dialling


def where_of(where: Dialling) -> dict[str, Any]:
    """How telephones are dialled in a district, for the form's rules."""
    return {"area": where.area, "pendek": sorted(where.short), "rekaan": where.is_made_up, "nomor": _numbers()}


@lru_cache(maxsize=1)
def _numbers() -> str:
    """What libphonenumber takes for a number of Indonesia, without the 0 in front, as one pattern."""
    from phonenumbers import PhoneMetadata

    data: Any = PhoneMetadata.metadata_for_region("ID")
    kinds = ("fixed_line", "mobile", "toll_free", "premium_rate", "shared_cost", "uan")
    return "|".join(pattern for kind in kinds if (pattern := getattr(data, kind).national_number_pattern))
