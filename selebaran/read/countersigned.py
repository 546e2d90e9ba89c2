"""A district's folder -> whether what the centre countersigned is what the folder says today."""

from __future__ import annotations

from selebaran.model.district import District, ListedDistrict
from selebaran.model.problem import Place, Problem, problem, warning
from selebaran.model.registry import DistrictFolder
from selebaran.model.signed import FORMER, OF_CONSENT, OF_DISTRICT, Signed, changed_since, digest_of, signed_values

DIGEST = "sidik"
OF_THE_CENTRE = ("terbit-belum-disahkan", "terbit-pengesahan-usang")
"""The refusals that a countersignature ends."""


def values_of(district: District, listed: ListedDistrict) -> Signed:
    """What the centre countersigns of a district as it is now."""
    typed = district.model_dump(by_alias=True, include={"name", "code", "domain"})
    agreed = district.consent.model_dump(by_alias=True, mode="json") if district.consent else {}
    own = {key: typed[key] or "" for key in OF_DISTRICT}
    consent = {key: _text(agreed[key]) for key in OF_CONSENT if key in agreed}
    return signed_values(listed.slug, own, listed.former_domains, consent)


def holds(folder: DistrictFolder) -> bool:
    """Whether the centre has countersigned just what the folder says."""
    signature = folder.listed.countersigned if folder.listed else None
    if folder.listed is None or signature is None or folder.district.consent is None:
        return False
    return digest_of(values_of(folder.district, folder.listed)) == signature.digest


def unsigned(folder: DistrictFolder, *, published: bool) -> tuple[Problem, ...]:
    """What is missing for a district that has agreed: a publication is refused for it, a preview only told. Who hasn't
    agreed yet, or can't be published anyway, has nothing to sign."""
    district, listed = folder.district, folder.listed
    if district.consent is None or district.fictional or listed is None:
        return ()
    tell = problem if published else warning
    signature = listed.countersigned
    if signature is None:
        return (tell(OF_THE_CENTRE[0], folder.listed_at, slug=folder.slug),)
    if holds(folder):
        return ()
    keys = changed_since(values_of(district, listed), signature.parts) or (DIGEST,)
    at = _place(keys[0], folder)
    return (tell(OF_THE_CENTRE[1], at, slug=folder.slug, kunci=", ".join(keys), sejak=signature.on),)


def _place(key: str, folder: DistrictFolder) -> Place:
    """Where a value that changed stands: in the district's own file, or in the central list."""
    if key in ("slug", FORMER, DIGEST):
        return folder.listed_at
    return folder.places["daerah.yml"].of(*key.split("."))


def _text(value: object) -> str:
    return {True: "ya", False: "tidak"}[value] if isinstance(value, bool) else str(value)
