"""Pictures that are passed on in WhatsApp and on social media (`bagikan` in content/kampanye.yml)."""

from __future__ import annotations

from typing import Literal, NamedTuple

from pydantic import Field

from selebaran.model.record import Line, Record, ShortText, Summary, Text

Shape = Literal["persegi", "tegak", "cerita", "tautan"]
"""A square, an upright picture, one that fills a telephone, and the one beside a link (Open Graph)."""


class Size(NamedTuple):
    """A picture's measures, and what it may weigh in bytes."""

    width_px: int
    height_px: int
    most_bytes: int


SIZES: dict[Shape, Size] = {
    "persegi": Size(1080, 1080, 200_000),
    "tegak": Size(1080, 1350, 200_000),
    "cerita": Size(1080, 1920, 200_000),
    "tautan": Size(1200, 630, 100_000),
}
BESIDE_LINK: Shape = "tautan"
SOCIAL: tuple[Shape, ...] = ("persegi", "tegak", "cerita")
PX_PER_MM = 10
"""A picture is laid out as a sheet of a tenth of a millimetre for each of its pixels."""
FOLDER = "bagikan"
"""The page that shows the pictures, and the folder of a web root in which they lie."""


class DrawingSpec(Record):
    """A drawing on a picture, of which `crop` is shown, and what it shows in words."""

    drawing: ShortText = Field(alias="seni")
    alternative: Line = Field(alias="teks")
    crop: Text | None = Field(None, alias="kotak", pattern=r"^-?[0-9.]+( -?[0-9.]+){3}$")


class EventPictures(DrawingSpec):
    """What the pictures of events have in common: the head under which they stand, and the drawing."""

    title: Line = Field(alias="judul")


class PictureSpec(DrawingSpec):
    """A picture: `heading` is the part of a page whose heading stands on it, `parts` are the words below. It leads to
    `page`, else to the page of its heading. One with a `month` is that month's message."""

    name: ShortText = Field(alias="nama", pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    heading: ShortText = Field(alias="judul")
    parts: tuple[ShortText, ...] = Field(alias="isi", min_length=1)
    page: ShortText | None = Field(None, alias="ke")
    month: int | None = Field(None, alias="bulan", ge=1, le=12)

    @property
    def leads_to(self) -> str:
        """The page that it is about, by its slug."""
        return self.page or self.heading.partition("#")[0]

    @property
    def shapes(self) -> tuple[Shape, ...]:
        """What it is drawn as. A whole page's is shown beside a link to it, too."""
        return SOCIAL if self.month or "#" in self.heading else (*SOCIAL, BESIDE_LINK)


class PictureGroup(Record):
    """Pictures under one head of the page that shows them."""

    title: Line = Field(alias="judul")
    pictures: tuple[PictureSpec, ...] = Field(alias="gambar", min_length=1)


class Sharing(Record):
    """The page with the pictures of a campaign, and these."""

    title: Line = Field(alias="judul")
    summary: Summary = Field(alias="ringkas")
    events: EventPictures | None = Field(None, alias="kegiatan")
    groups: tuple[PictureGroup, ...] = Field((), alias="kelompok")

    @property
    def pictures(self) -> tuple[PictureSpec, ...]:
        """All pictures, in the order in which they are shown."""
        return tuple(one for group in self.groups for one in group.pictures)
