"""Whom residents ask, for tests of what knows no campaign."""

from __future__ import annotations

from selebaran.model.campaign import Ask

ASK = Ask.model_validate(
    {
        "tempat": "puskesmas terdekat",
        "telepon": {"nilai": "care_center", "sebutan": "Care Center"},
    }
)
