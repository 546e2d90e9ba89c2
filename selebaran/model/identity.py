"""The parts of what daerah.yml says about who a district is and who stands behind its site."""

from __future__ import annotations

from pydantic import Field

from selebaran.model.record import Date, Line, Name, PaperName, Record, Text, YesNo


class Consent(Record):
    """Who agreed that this district's site is published."""

    by: Name = Field(alias="oleh")
    position: Name = Field(alias="jabatan")
    on: Date = Field(alias="tanggal")
    evidence: Text = Field(alias="bukti")
    controls_domain: YesNo = Field(alias="menguasai_domain")


class Countersignature(Record):
    """That the centre compared a district's consent, name, code and domains, and on which day: the digest of all of
    them (`model/signed.py`), and a few digits for each, which tell what has changed since."""

    on: Date = Field(alias="tanggal")
    digest: Text = Field(alias="sidik", pattern=r"^[0-9a-f]{64}$")
    parts: Text = Field(alias="rincian", pattern=r"^[0-9a-f]{8}( [0-9a-f]{8})*$")


class LocalTerms(Record):
    """What people there call a village, a subdistrict and the village hall."""

    village: Name = Field(alias="desa")
    subdistrict: Name = Field(alias="kecamatan")
    village_hall: Name = Field(alias="balai_desa")


class Publisher(Record):
    """Who answers for the site and the sheets; the short name stands on sheets, where there is one."""

    name: Name = Field(alias="nama")
    short_name: PaperName | None = Field(None, alias="nama_pendek")
    address: Line | None = Field(None, alias="alamat")
