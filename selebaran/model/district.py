"""A district and what its folder says: who it is, whom to ask there, what happens when."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import tzinfo
from typing import Any, Literal

from pydantic import Field
from pydantic_core import PydanticCustomError

from selebaran.model.added import MOST_PEOPLE, Added, once_each
from selebaran.model.event import Coordinates, Event
from selebaran.model.identity import Consent, Countersignature, LocalTerms, Publisher
from selebaran.model.kinds import ContactKey, LanguageCode, PlaceKind
from selebaran.model.outreach import (
    Agent,
    Boat,
    Forum,
    Guide,
    HelpDesk,
    LocalScheme,
    Partner,
    Reach,
    SpecialHours,
    State,
    Testimony,
)
from selebaran.model.printing import Printing
from selebaran.model.record import (
    Account,
    AreaCode,
    Chat,
    Date,
    ForAll,
    Host,
    Line,
    Month,
    Name,
    OpeningHours,
    PaperLine,
    PaperName,
    Phone,
    PictureName,
    Record,
    ShortText,
    Slug,
    Text,
    YesNo,
)
from selebaran.model.ruled import Faults, Ruled
from selebaran.model.sizes import Paper
from selebaran.model.telephone import Dialling
from selebaran.model.zone import Zone, tz_of

PHONE_ENDINGS = (".heic", ".heif")
"""Of pictures that are written anew in another form."""


class ListedDistrict(Record):
    """A line of the central list: the only source of slugs and hosts. Former hosts lead on to the present one, which is
    `paid_until` a day. By what it is `also_called` (old and short names, its capital) the portal finds it. Its
    `accounts` may change its folder; only who is marked as `fictional` here may call itself so; `countersigned` is
    what the centre found when it compared its consent."""

    slug: Slug
    domain: Host | None = None
    former_domains: tuple[Host, ...] = Field((), alias="domain_dahulu")
    paid_until: Date | None = Field(None, alias="domain_sampai")
    also_called: tuple[ShortText, ...] = Field((), alias="disebut")
    accounts: tuple[Account, ...] = Field((), alias="akun")
    fictional: YesNo = Field(False, alias="rekaan")
    countersigned: Countersignature | None = Field(None, alias="pengesahan")


class CentralList(Record):
    """The central list of districts, in its order, the host of the portal that leads to their sites, and the `keepers`:
    accounts that may change whatever no district holds."""

    districts: tuple[ListedDistrict, ...] = Field(alias="daerah")
    portal: Host | None = None
    keepers: tuple[Account, ...] = Field((), alias="penjaga")

    @classmethod
    def empty(cls) -> CentralList:
        """What stands for a list that isn't there, or can't be read."""
        return cls.model_validate({"daerah": ()})


class Contact(Record):
    """An office that people can turn to. A contact without a source isn't accepted. The short texts stand on paper in
    place of long ones; the site keeps those."""

    name: Name = Field(alias="nama")
    address: Line | None = Field(None, alias="alamat")
    phone: Phone | None = Field(None, alias="telepon")
    whatsapp: Chat | None = Field(None, alias="wa")
    hours: OpeningHours | None = Field(None, alias="jam")
    short_name: PaperName | None = Field(None, alias="nama_pendek")
    short_address: PaperLine | None = Field(None, alias="alamat_pendek")
    short_hours: PaperLine | None = Field(None, alias="jam_pendek")
    source: Text = Field(alias="sumber")
    checked_on: Date = Field(alias="diperiksa_pada")


Contacts = dict[ContactKey, Contact]
"""The offices that pages and sheets know a place for, by the campaign's keys."""


class Picture(Record):
    """A picture in gambar/, with the text that stands for it where it can't be seen."""

    file: PictureName = Field(alias="berkas")
    alt: Line = Field(alias="teks")
    source: Text = Field(alias="sumber")

    @property
    def served(self) -> str:
        """The name under which a site shows it: browsers don't read what phones keep."""
        return f"{self.file}.jpg" if self.file.endswith(PHONE_ENDINGS) else self.file


class District(Record):
    """daerah.yml: the identity of a district."""

    name: Name = Field(alias="nama")
    short_name: Name = Field(alias="nama_pendek")
    kind: Literal["kabupaten", "kota", "kecamatan"] = Field(alias="jenis")
    province: Name = Field(alias="provinsi")
    code: Text = Field(alias="kode_kemendagri", pattern=r"^\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?$")
    zone: Zone = Field(alias="zona_waktu")
    area_code: AreaCode | None = Field(None, alias="kode_area")
    domain: Host | None = Field(None, alias="domain")
    identity: Literal["pasti", "rancu"] = Field(alias="identitas")
    fictional: YesNo = Field(False, alias="rekaan")
    parent: Name | None = Field(None, alias="induk")
    subdistricts: tuple[Name, ...] = Field((), alias="kecamatan")
    consent: Consent | None = Field(None, alias="persetujuan")
    languages: tuple[LanguageCode, ...] = Field((), alias="bahasa")
    terms: LocalTerms = Field(alias="istilah")
    publisher: Publisher | None = Field(None, alias="penerbit")
    contacts: Contacts = Field({}, alias="kontak")
    state: State | None = Field(None, alias="keadaan")
    scheme: LocalScheme | None = Field(None, alias="bantuan_daerah")
    agents: tuple[Agent, ...] = Field((), alias="agen")
    guides: tuple[Guide, ...] = Field((), alias="tim_pemandu")
    help_desks: tuple[HelpDesk, ...] = Field((), alias="pos_bantuan")
    partners: tuple[Partner, ...] = Field((), alias="mitra")
    testimonies: tuple[Testimony, ...] = Field((), alias="testimoni")
    forum: Forum | None = Field(None, alias="forum")
    hospital_reach: Reach | None = Field(None, alias="jangkauan_rs")
    pictures: tuple[Picture, ...] = Field((), alias="gambar")
    paper: Paper = Field("a4", alias="kertas")
    printing: Printing | None = Field(None, alias="cetak")
    sources: tuple[Text, ...] = Field(alias="sumber", min_length=1)
    note: Text | None = Field(None, alias="catatan")

    @property
    def tz(self) -> tzinfo:
        """The district's time zone."""
        return tz_of(self.zone)

    def dialling(self, short_codes: Iterable[str]) -> Dialling:
        """How telephones are dialled there, with the short codes of the campaign."""
        return Dialling(self.area_code or "", frozenset(short_codes), self.fictional)


class Facility(Record):
    """A place of care, or an office, with the day on which somebody checked what is said about it, and who did."""

    kind: PlaceKind = Field(alias="jenis")
    name: Name = Field(alias="nama")
    subdistrict: Name | None = Field(None, alias="kecamatan")
    address: Line | None = Field(None, alias="alamat")
    phone: Phone | None = Field(None, alias="telepon")
    hours: OpeningHours | None = Field(None, alias="jam")
    business: Line | None = Field(None, alias="urusan")
    emergency: YesNo = Field(False, alias="igd")
    always_open: YesNo = Field(False, alias="buka_24_jam")
    access: Line | None = Field(None, alias="akses")
    special_hours: tuple[SpecialHours, ...] = Field((), alias="jam_khusus")
    spot: Coordinates | None = Field(None, alias="koordinat")
    source: Text = Field(alias="sumber")
    checked_on: Date = Field(alias="diperiksa_pada")
    checked_by: Name | None = Field(None, alias="oleh")


class Figure(Ruled):
    """Membership of one month. `month` is the first day of it; the counts are people."""

    RULES = ("_active_are_members",)

    month: Month = Field(alias="bulan")
    members: int = Field(alias="peserta", ge=0, le=MOST_PEOPLE)
    active: int = Field(alias="aktif", ge=0, le=MOST_PEOPLE)
    source: Text = Field(alias="sumber")

    def _active_are_members(self, context: Any) -> Faults:
        if self.active > self.members:
            values = {"aktif": str(self.active), "peserta": str(self.members)}
            yield PydanticCustomError("aktif-melebihi-peserta", "", values)


class Schedule(Record):
    """jadwal.yml"""

    events: tuple[Event, ...] = Field((), alias="kegiatan")


class Directory(ForAll):
    """layanan.yml"""

    LISTS = ("layanan", "perahu")

    source: Text | None = Field(None, alias="sumber")
    checked_on: Date | None = Field(None, alias="diperiksa_pada")

    facilities: tuple[Facility, ...] = Field((), alias="layanan")
    boats: tuple[Boat, ...] = Field((), alias="perahu")


class Figures(Ruled, ForAll):
    """capaian.yml"""

    LISTS = ("capaian", "baru")
    RULES = ("_one_a_month",)

    source: Text | None = Field(None, alias="sumber")

    figures: tuple[Figure, ...] = Field((), alias="capaian")
    added: tuple[Added, ...] = Field((), alias="baru")

    def _one_a_month(self, context: Any) -> Faults:
        yield from once_each([entry.month for entry in self.figures], "capaian")
        yield from once_each([entry.month for entry in self.added], "baru")
