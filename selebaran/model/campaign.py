"""What the sites and sheets are about (content/kampanye.yml): the engine itself knows no subject.

What a campaign leaves out is absent, not empty: no emergency band, no number to ask, no glossary, no portal.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from selebaran.model.kinds import Kinds, Meaning
from selebaran.model.kit import Kit
from selebaran.model.language import Language
from selebaran.model.record import Line, Record, ShortCode, ShortText, Summary, Text, YesNo
from selebaran.model.sharing import Sharing

PageName = ShortText
"""A page by its slug, such as "obat"."""
PagePart = ShortText
"""A page and the part of it that tells of something: "obat#tempat"."""
FactName = ShortText
"""A value of the register by its name, such as "posko_telepon"."""
Crop = Annotated[str, Field(pattern=r"^-?[0-9.]+( -?[0-9.]+){3}$")]
"""A viewBox ("x y width height") within a drawing."""


MailAddress = Annotated[str, Field(pattern=r"^[\w.+-]+@[\w-]+(\.[\w-]+)+$", max_length=80)]


class SiteNames(Record):
    """What a district's site is called, in full and where there is little room. `{daerah}` and `{sebutan}` stand for
    the district's name and its short form."""

    full: Line = Field(alias="nama")
    short: ShortText = Field(alias="nama_pendek")


class AskByPhone(Record):
    """The telephone that residents are sent to: a value of the register. `full_name` is for where the number stands
    alone below it."""

    fact: FactName = Field(alias="nilai")
    name: ShortText = Field(alias="sebutan")
    full_name: ShortText | None = Field(None, alias="sebutan_lengkap")


class AskByMessage(Record):
    """The number for messages: a value of the register, and how its button is called."""

    fact: FactName = Field(alias="nilai")
    name: ShortText = Field(alias="sebutan")


class Ask(Record):
    """Whom residents ask. The place is for when there is no number, or none that may be shown today."""

    place: ShortText = Field(alias="tempat")
    phone: AskByPhone | None = Field(None, alias="telepon")
    message: AskByMessage | None = Field(None, alias="pesan")
    answered_by: ShortText | None = Field(None, alias="penjawab")

    @property
    def called(self) -> str:
        """Whom one asks, without a number: the telephone's name, or the place."""
        return self.phone.name if self.phone else self.place

    @property
    def called_in_full(self) -> str:
        """The same where no number stands beside it."""
        return self.phone.full_name or self.phone.name if self.phone else self.place


class Emergency(Record):
    """The band on top of every page, the page that it leads to, and what a phone says that has lost its connection.
    That page begins with buttons that call: a value of the register, and the number of a district's own `contact`."""

    page: PageName = Field(alias="halaman")
    band: Line = Field(alias="pita")
    offline: Line | None = Field(None, alias="tanpa_internet")
    phone: AskByPhone | None = Field(None, alias="telepon")
    contact: ShortText | None = Field(None, alias="kontak")


class KnownPages(Record):
    """Pages that have a work of their own: the one about the site, which lists its facts and figures, and the one whose
    questions are listed on top."""

    about: PageName | None = Field(None, alias="tentang")
    questions: PageName | None = Field(None, alias="tanya_jawab")


class EventKinds(Record):
    """The kinds of events as residents read them, by their keys in jadwal.yml, and where a site tells of events.
    `occasions` are those for which pieces say that they are made, by kind; one without any suits all pieces."""

    told_at: PagePart = Field(alias="tampil_di")
    kinds: dict[str, ShortText] = Field(alias="jenis")
    occasions: dict[str, tuple[ShortText, ...]] = Field({}, alias="kesempatan")


class ContactKind(Record):
    """An office that a district can name under `kontak`: what it is called within a sentence ("posko desa"),
    the page's part that tells of it, and a line for those who fill it in."""

    name: ShortText = Field(alias="sebutan")
    told_at: PagePart | None = Field(None, alias="tampil_di")
    help: Line | None = Field(None, alias="keterangan")

    @property
    def title(self) -> str:
        """Its name where a sentence begins."""
        return self.name[:1].upper() + self.name[1:]


class ServiceKind(Record):
    """A kind of place in layanan.yml, and what it is called. Where its emergency room is open, another part may tell of
    it."""

    name: ShortText | None = Field(None, alias="sebutan")
    told_at: PagePart = Field(alias="tampil_di")
    emergency_told_at: PagePart | None = Field(None, alias="tampil_di_bila_igd")


class NextPage(Record):
    """A link to a page, in words of its own."""

    title: Line = Field(alias="judul")
    page: PageName = Field(alias="ke")


class GlossaryPage(Record):
    """The page that is made of content/istilah.yml: its head, and where it leads on to."""

    title: Line = Field(alias="judul")
    menu_title: ShortText | None = Field(None, alias="menu_judul")
    summary: Summary = Field(alias="ringkas")
    group: ShortText | None = Field(None, alias="kelompok")
    next_pages: tuple[NextPage, ...] = Field((), alias="lanjut")


class SubdistrictKind(Record):
    """The pages of kecamatan: the page that lists them, below which they stand, and the parts of it that hold in each
    of them; and pages on which a reader's own kecamatan comes first."""

    page: PageName = Field(alias="halaman")
    everywhere: tuple[ShortText, ...] = Field((), alias="bagian")
    brought_to: tuple[PageName, ...] = Field((), alias="dibawa_ke")


class FigureWords(Record):
    """What the counts of capaian.yml are: of whom or of what, all of them, those that are reached, and those who are
    new in a month."""

    subject: ShortText = Field(alias="tentang")
    whole: ShortText = Field(alias="semua")
    part: ShortText = Field(alias="sebagian")
    new: ShortText | None = Field(None, alias="baru")


class Scene(Record):
    """A drawing, and the part of it that is shown."""

    drawing: ShortText = Field(alias="seni")
    crop: Crop = Field(alias="kotak")


class Portal(Record):
    """The page that leads to all districts. `about` are paragraphs at its end: what the list is, and what it is not."""

    title: Line = Field(alias="judul")
    brand: ShortText = Field(alias="merek")
    description: Summary = Field(alias="ringkas")
    opening: Summary = Field(alias="pembuka")
    about: tuple[Text, ...] = Field(alias="tentang", min_length=1)
    emergency: Line | None = Field(None, alias="darurat")
    scenes: tuple[Scene, ...] = Field((), alias="gambar")
    example: ShortText | None = Field(None, alias="contoh_pencarian")


class LocalDrawing(Record):
    """A drawing that stands on shared pages in place of another in some provinces."""

    drawing: ShortText = Field(alias="seni")
    instead_of: ShortText = Field(alias="menggantikan")
    provinces: tuple[ShortText, ...] = Field(alias="provinsi", min_length=1)


class AnswererKind(Record):
    """Who can answer a question about a fact. Of what `is_read` nobody is asked: a regulation, a list on a website."""

    name: Line = Field(alias="sebutan")
    is_read: YesNo = Field(False, alias="dibaca")


class Centre(Record):
    """Who hears of what is wrong on any of the sites."""

    name: ShortText = Field(alias="nama")
    mail: MailAddress | None = Field(None, alias="surel")
    phone: ShortText | None = Field(None, alias="telepon", pattern=r"^\+?[0-9][0-9 -]{4,18}$")


def _meanings(titles: Mapping[str, str]) -> dict[str, Meaning]:
    return {key: Meaning(title) for key, title in titles.items()}


class Campaign(Record):
    """content/kampanye.yml. `unofficial` stands at the foot until a district has a publisher, `centre` says who hears
    of errors. In `foot` and `downloads`, `{daerah}` and `{sebutan}` stand for the district, too. `states` are the
    words for how far a district has come; `local_drawings` show the people of a province; `bar` are pages beside the
    telephone at the foot of a phone's screen; `kit` is what is printed for events, `sharing` what is passed on as
    pictures; `languages` are those that pages may be translated into; `former_keys` are what keys of districts' files
    were called before, with their names of today."""

    name: ShortText = Field(alias="nama")
    site: SiteNames = Field(alias="situs")
    foot: Text = Field(alias="kaki")
    unofficial: Text | None = Field(None, alias="bukan_resmi")
    centre: Centre | None = Field(None, alias="pusat")
    downloads: Summary = Field(alias="lembar_cetak")
    ask: Ask = Field(alias="tanya")
    short_codes: tuple[ShortCode, ...] = Field((), alias="nomor_pendek")
    emergency: Emergency | None = Field(None, alias="darurat")
    pages: KnownPages | None = Field(None, alias="halaman")
    bar: tuple[NextPage, ...] = Field((), alias="bilah", max_length=2)
    groups: dict[str, ShortText] = Field({}, alias="kelompok")
    events: EventKinds | None = Field(None, alias="kegiatan")
    contacts: dict[str, ContactKind] = Field({}, alias="kontak")
    services: dict[str, ServiceKind] = Field({}, alias="layanan")
    help_desks_at: PagePart | None = Field(None, alias="pos_bantuan")
    subdistricts: SubdistrictKind | None = Field(None, alias="kecamatan")
    glossary: GlossaryPage | None = Field(None, alias="istilah")
    figures: FigureWords | None = Field(None, alias="capaian")
    portal: Portal | None = Field(None, alias="portal")
    local_drawings: tuple[LocalDrawing, ...] = Field((), alias="seni_provinsi")
    kit: Kit | None = Field(None, alias="kit")
    sharing: Sharing | None = Field(None, alias="bagikan")
    answerers: dict[str, AnswererKind] = Field({}, alias="penjawab")
    search_example: ShortText | None = Field(None, alias="contoh_pencarian")
    states: dict[str, ShortText] = Field({}, alias="keadaan")
    languages: dict[str, Language] = Field({}, alias="bahasa")
    former_keys: dict[str, ShortText] = Field({}, alias="kunci_lama")

    @property
    def kinds(self) -> Kinds | None:
        """The keys that pages and districts may name, with what is said of them to those who write these; None of a
        campaign that couldn't be read."""
        if self == Campaign.unread():
            return None
        events = self.events.kinds if self.events else {}
        return Kinds(
            {
                "kelompok": _meanings(self.groups),
                "kegiatan.jenis": _meanings(events),
                "kontak": {key: Meaning(kind.title, kind.help or "") for key, kind in self.contacts.items()},
                "layanan": {key: Meaning(kind.name or key) for key, kind in self.services.items()},
                "keadaan": _meanings(self.states),
                "penjawab": self._answering(),
                "bahasa": {code: Meaning(one.name) for code, one in self.languages.items()},
            },
            self.former_keys,
        )

    def _answering(self) -> dict[str, Meaning]:
        return {key: Meaning(kind.name) for key, kind in self.answerers.items()}

    def drawings_in(self, province: str) -> dict[str, str]:
        """The drawings that stand in place of others in a province, by the names of those."""
        return {one.instead_of: one.drawing for one in self.local_drawings if province in one.provinces}

    @property
    def offices(self) -> dict[str, str]:
        """What each contact is called within a sentence."""
        return {key: contact.name for key, contact in self.contacts.items()}

    @classmethod
    def unread(cls) -> Campaign:
        """What stands for a campaign that can't be read; the problem of its file stops every build."""
        nothing = "–"
        texts = {"nama": nothing, "kaki": nothing, "lembar_cetak": nothing, "tanya": {"tempat": nothing}}
        return cls.model_validate(texts | {"situs": {"nama": nothing, "nama_pendek": nothing}})
