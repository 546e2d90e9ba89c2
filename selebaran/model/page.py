"""A page: as written for all districts (source), and as it reads in one of them (composed)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

from pydantic import Field

from selebaran.model.facts import Treatment
from selebaran.model.problem import Place
from selebaran.model.record import Record, Summary, Text, YesNo
from selebaran.model.usage import Usage

PageGroup = Literal["belum-punya", "tidak-aktif", "berobat", "keluarga", "jadwal", "bantuan"]
BlockForm = Literal["biasa", "lakukan", "darurat", "tempat", "periksa", "catatan"]


class BlockRule(Record):
    """What a page's front matter says of one of its blocks."""

    form: BlockForm | None = Field(None, alias="bentuk")
    overridable: YesNo = Field(False, alias="boleh_ditimpa")


class Choice(Record):
    """One of the home page's three ways in. `crop` is a viewBox ("x y width height") within the drawing."""

    title: Text = Field(alias="judul")
    text: Text = Field(alias="teks")
    drawing: Text = Field(alias="seni")
    crop: Text | None = Field(None, alias="kotak")
    target: Text = Field(alias="ke")


class FrontMatter(Record):
    """The head of a shared page. Title and summary may hold facts and fields."""

    title: Text = Field(alias="judul")
    summary: Summary = Field(alias="ringkas")
    group: PageGroup | None = Field(None, alias="kelompok")
    menu: int | None = Field(None, alias="menu")
    menu_title: Text | None = Field(None, alias="menu_judul")
    template: Literal["beranda"] | None = Field(None, alias="templat")
    choices: tuple[Choice, ...] = Field((), alias="pilihan")
    blocks: dict[str, BlockRule] = Field({}, alias="blok")


@dataclass(frozen=True)
class Segment:
    """The text from one heading to the next, heading included. `block` is the heading's id ("" before the first),
    `level` its depth, `place` where it begins."""

    block: str
    level: int
    text: str
    place: Place


@dataclass(frozen=True)
class PageSource:
    """A shared page as it was read. `head_places` locates the keys of the front matter."""

    slug: str
    front: FrontMatter
    segments: tuple[Segment, ...]
    place: Place
    head_places: dict[str, Place] = field(default_factory=dict)


@dataclass(frozen=True)
class ComposedPage:
    """A page of one district, ready for the site: Markdown without any template left in it.

    `meta` is plain data (text, numbers, lists, dictionaries) for the page template. Per block: what it used, where it
    stands in its file, and the facts that it marks or replaces. `withheld_for` are the facts that keep it back."""

    slug: str
    markdown: str
    meta: dict[str, Any]
    usage: Usage
    blocks: dict[str, Usage] = field(default_factory=dict)
    origins: dict[str, Place] = field(default_factory=dict)
    treated: dict[str, dict[str, Treatment]] = field(default_factory=dict)
    withheld_for: tuple[str, ...] = ()

    @property
    def source_uri(self) -> str:
        """The page's file name as MkDocs sees it; the home page is the index."""
        return "index.md" if self.slug == "beranda" else f"{self.slug}.md"
