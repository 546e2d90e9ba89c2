"""Pictures that are passed on: words of shared pages, or an event, as sheets of a picture's size.

A picture that tells of no event names no district. It is composed in a setting that knows none, so that all districts
get the same one; where its words read something of a district, or a district wrote them anew, in that district's.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import partial

from selebaran.compose.district.event_day import event_told_of, next_days_of
from selebaran.compose.district.events import moments_of
from selebaran.compose.district.values import events_page, present_district
from selebaran.compose.fact.policy import FactPolicy
from selebaran.compose.page.frame import frame_of
from selebaran.compose.piece.card_spec import SCREEN, Panels, card_spec, event_panels, picture_panels
from selebaran.compose.piece.card_words import lines_of
from selebaran.compose.piece.choices import OwnPrint
from selebaran.compose.piece.setting import Setting
from selebaran.compose.piece.sheet import PieceComposer
from selebaran.jobs.recalled import remembered
from selebaran.model.district import District
from selebaran.model.edition import Card, EventSheets, PieceOutcome, Shared
from selebaran.model.occurrence import Occurrence
from selebaran.model.page import HEAD
from selebaran.model.piece import ComposedPiece, PieceSource
from selebaran.model.places import Places
from selebaran.model.problem import Place, gathered
from selebaran.model.registry import DistrictFolder, Registry
from selebaran.model.sharing import BESIDE_LINK, SOCIAL, EventPictures, PictureSpec, Shape
from selebaran.model.sizes import Paper, Profile

CAMPAIGN = "content/kampanye.yml"
HTML = '{% extends "print/gambar.html" %}'
EVENT_SHAPES: tuple[Shape, ...] = (*SOCIAL, BESIDE_LINK)
MOST_EVENTS = 6
"""Of a district, the next ones: a build has a minute of processor time for it."""
PRINTED: tuple[Profile, ...] = ("hemat",)
"""What is printed of an event: it comes out of any office's printer, and copies well."""
NO_DISTRICT = {
    "nama": "Kabupaten",
    "nama_pendek": "kabupaten",
    "jenis": "kabupaten",
    "provinsi": "Provinsi",
    "kode_kemendagri": "00.00",
    "zona_waktu": "WIB",
    "identitas": "pasti",
    "istilah": {"desa": "desa", "kecamatan": "kecamatan", "balai_desa": "balai desa"},
    "sumber": ["-"],
}
"""What a setting needs of a district where none is meant. A picture that reads any of it isn't one for all."""
NOWHERE = "contoh.invalid"
"""A host that nobody has (RFC 2606): sheets have a code and an address, as those of districts do."""


class CardComposer:
    """Composes pictures of one registry."""

    def __init__(self, registry: Registry, pieces: PieceComposer) -> None:
        self._registry = registry
        self._pieces = pieces
        self.nowhere = remembered(4)(self._without_district)

    def for_all(self, as_of: date, *, published: bool) -> tuple[Card, ...]:
        """The pictures that are the same in all districts on a day."""
        setting = self.nowhere(as_of, published)
        cards, _ = gathered(partial(self._of_campaign, *one, setting) for one in self._specs())
        return tuple(card for card in cards if not card.is_districts)

    def sheets_for_none(
        self, as_of: date, profiles: tuple[Profile, ...], papers: tuple[Paper, ...], *, published: bool
    ) -> tuple[ComposedPiece, ...]:
        """The sheets that nobody has to ask for as if no district were meant: what they have in common with a
        district's is the centre's alone."""
        setting = replace(self._without_district(as_of, published, NOWHERE), papers=papers)
        pieces = (piece for piece in self._registry.pieces if not piece.spec.when_asked)
        made, _ = gathered(partial(self._pieces.compose, piece, profiles, setting) for piece in pieces)
        return tuple(piece for outcome in made for piece in outcome.made)

    def of(self, setting: Setting) -> Shared:
        """What a district passes on: the pictures for all, those of its own words, and what tells of its events."""
        campaign, policy = self._registry.campaign, setting.policy
        if campaign.sharing is None:
            return Shared()
        nowhere = self.nowhere(policy.as_of, policy.published)
        told, faults = gathered(partial(self._told, *one, setting, nowhere) for one in self._specs())
        days = next_days_of(setting.folder, campaign, policy.as_of)[:MOST_EVENTS]
        about = campaign.sharing.events
        events, of_events = gathered(partial(self._event, one, about, setting) for one in days if about)
        sheets, of_sheets = gathered(partial(self._sheets, one, setting) for one in days)
        head = campaign.sharing.title, campaign.sharing.summary
        return Shared(*head, (*events, *told), sheets, (*faults, *of_events, *of_sheets))

    def _specs(self) -> Iterator[tuple[PictureSpec, str, Place]]:
        """All pictures of the campaign, each with the head under which it stands and where it is described."""
        sharing, places = self._registry.campaign.sharing, self._registry.campaign_places
        for i, group in enumerate(sharing.groups if sharing else ()):
            for k, spec in enumerate(group.pictures):
                yield spec, group.title, places.of("bagikan", "kelompok", i, "gambar", k)

    def _told(self, spec: PictureSpec, group: str, place: Place, setting: Setting, nowhere: Setting) -> Card:
        """A picture of shared words; in the district's setting where it needs one."""
        if not _is_rewritten(spec, setting):
            card = self._of_campaign(spec, group, place, nowhere)
            if not card.is_districts:
                return card
        return self._of_campaign(spec, group, place, replace(setting, event=None))

    def _of_campaign(self, spec: PictureSpec, group: str, place: Place, setting: Setting) -> Card:
        made = {
            shape: self._drawn(
                f"{spec.name}-{shape}", shape, picture_panels(spec, shape), spec.leads_to, place, setting
            )
            for shape in spec.shapes
        }
        return _card(spec.name, group, spec.leads_to, made, spec.month)

    def _event(self, one: Occurrence, about: EventPictures, setting: Setting) -> Card:
        """A picture of an event, on its next day."""
        told, page = self._telling(one, setting), self._page(one)
        place = Place(f"districts/{setting.folder.slug}/jadwal.yml")
        made = {
            shape: self._drawn(f"acara-{one.event.id}-{shape}", shape, event_panels(about, shape), page, place, told)
            for shape in EVENT_SHAPES
        }
        ends = moments_of(one, setting.folder.district.zone).ends
        return replace(_card(f"acara-{one.event.id}", about.title, page, made), ends=ends)

    def _sheets(self, one: Occurrence, setting: Setting) -> EventSheets:
        """The sheets of an event's kit that tell of it."""
        campaign, told = self._registry.campaign, self._telling(one, setting)
        kit = campaign.kit.kinds.get(one.event.kind) if campaign.kit else None
        about = {piece.name: piece for piece in self._registry.pieces if piece.spec.about_event}
        wanted = [sheet for sheet in (kit.sheets if kit else ()) if sheet.name in about]
        outcomes = tuple((sheet, self._pieces.compose(about[sheet.name], PRINTED, told)) for sheet in wanted)
        ends = moments_of(one, setting.folder.district.zone).ends
        return EventSheets(self._page(one), one.event.title, outcomes, ends)

    def _page(self, one: Occurrence) -> str:
        return f"{events_page(self._registry.campaign)}/{one.event.id}"

    def _telling(self, one: Occurrence, setting: Setting) -> Setting:
        event = event_told_of(setting.folder, self._registry.campaign, setting.policy.as_of, one)
        return replace(setting, event=event)

    def _drawn(
        self, name: str, shape: Shape, panels: Panels, page: str, place: Place, setting: Setting
    ) -> PieceOutcome:
        """A picture in one shape, whose stylesheet follows that of all."""
        files = self._registry.print_files
        css = "\n".join(files.get(style, "") for style in ("gambar.css", f"gambar-{shape}.css"))
        source = PieceSource(name, card_spec(name, shape, panels, page), HTML, css, place, Places(place.file))
        return self._pieces.compose(source, (SCREEN,), setting)

    def _without_district(self, as_of: date, published: bool, host: str | None = None) -> Setting:
        """A setting in which no district is meant, with a host or without one."""
        campaign = self._registry.campaign
        district = District.model_validate(NO_DISTRICT | {"domain": host})
        folder = DistrictFolder("bersama", district, (), (), (), {}, {})
        policy = FactPolicy(self._registry.facts, as_of, campaign.ask, published=published)
        frame = frame_of(folder, policy, campaign, self._registry.pages, ())
        return Setting(folder, present_district(folder, as_of, campaign), frame, policy, OwnPrint({}, None, None), {})


def _is_rewritten(spec: PictureSpec, setting: Setting) -> bool:
    """Whether a district wrote something anew of what stands on a picture."""
    names = [name.partition("/")[0].partition("#") for name in (spec.heading, *spec.parts)]
    written = {slug: setting.blocks[slug].overrides for slug, _, _ in names if slug in setting.blocks}
    return any(written.get(slug, {}).keys() & {"", HEAD, block} for slug, _, block in names)


def _card(name: str, group: str, page: str, made: dict[Shape, PieceOutcome], month: int | None = None) -> Card:
    pieces = [piece for outcome in made.values() for piece in outcome.made]
    lines = lines_of(pieces[0].html) if pieces else ()
    ends = [outcome.until for outcome in made.values() if outcome.until]
    return Card(name, group, lines[0] if lines else name, lines, page, made, month, min(ends, default=None))
