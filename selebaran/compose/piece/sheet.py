"""A print piece x a district x a profile -> a whole HTML document and the bytes that it may ask for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from selebaran.compose.fact.policy import FactPolicy
from selebaran.compose.page.unchecked import checked_entries
from selebaran.compose.piece.editions import fields_of, stated_by, words_of
from selebaran.compose.piece.filled import filled_by, kept_by
from selebaran.compose.piece.leading import leads_to
from selebaran.compose.piece.marks import Issue, marked
from selebaran.compose.piece.order import marks_of, order_of, slug_line
from selebaran.compose.piece.papers import derived_of, layouts, measures_css
from selebaran.compose.piece.phone import for_phone, is_for_phone
from selebaran.compose.piece.rendered import Filled, Renderer
from selebaran.compose.piece.repeat import repeated_for
from selebaran.compose.piece.setting import Setting
from selebaran.compose.piece.validity import event_in, good_until, places_in, shown_by
from selebaran.jobs.recalled import Recalled
from selebaran.model.edition import PieceOutcome
from selebaran.model.fitting import Elastic
from selebaran.model.paper import PaperEdition, code_of, digest_of
from selebaran.model.piece import DRY_EDGE, PAPER, ComposedPiece, CoverArea, Form, PieceSource, PieceSpec
from selebaran.model.registry import Registry
from selebaran.model.sizes import Profile
from selebaran.model.usage import Usage
from selebaran.model.watched import plain_day


class PieceComposer:
    """Fills print pieces in for one district after the other."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry
        self._renderer = Renderer(registry)

    def warm(self) -> None:
        """Compile every template of the pieces, and of the parts of pages that they take."""
        self._renderer.warm()

    def told_or_composed(
        self, told: Mapping[str, PieceOutcome], source: PieceSource, profiles: tuple[Profile, ...], setting: Setting
    ) -> PieceOutcome:
        """The piece as it is told, else composed; raises `ProblemsFound`."""
        return told.get(source.name) or COMPOSED.put(source.name, self.compose(source, profiles, setting))

    def compose(self, source: PieceSource, profiles: tuple[Profile, ...], setting: Setting) -> PieceOutcome:
        """The piece of a district in the profiles that are asked for, or why it is withheld; its edition either way.

        The edition is made of the first paper profile, whichever are asked for. Raises `ProblemsFound`."""
        source = repeated_for(source, setting.values)
        canonical = next((p for p in source.spec.profiles if p in PAPER), source.spec.profiles[0])
        first = self._renderer.render(
            source, canonical, replace(setting, area=None)
        )  # the edition is the same in each area
        issue = self._issue(source, first, setting)
        reasons = self._withheld(first.usage, setting.policy)
        wanted = () if reasons or _is_past(issue, setting.policy) else profiles
        made = []
        for layout in layouts(source.spec, setting.papers):
            if layout.profile not in wanted:
                continue
            placed = source.on(layout.paper)
            is_first = layout == Form(canonical) and not setting.area
            drawn = first if is_first else self._renderer.render(placed, layout.profile, setting, layout.paper)
            made.append(self._piece(placed, layout, drawn, issue, setting))
        edition, until = issue.edition, issue.until
        return PieceOutcome(source, first.title, edition, first.usage, first.panels, reasons, tuple(made), until)

    def _withheld(self, usage: Usage, policy: FactPolicy) -> dict[str, str]:
        """Why a piece that uses these facts may not go out, by fact."""
        facts = {name: self._registry.facts.by_id[name] for name in sorted(usage.facts)}
        found = {n: fact.keeps_off_paper(policy.as_of, published=policy.published) for n, fact in facts.items()}
        return {name: reason for name, reason in found.items() if reason is not None}

    def _issue(self, source: PieceSource, drawn: Filled, setting: Setting) -> Issue:
        """The edition that the content makes; the one of the ledger, with its day, where it was published before. The
        last day is the register's either way: a recheck prolongs what is printed from then on."""
        words, facts = WORDS.of(source.name, lambda: words_of(drawn.html)), self._registry.facts
        event_on = event_in(words, setting.values["kegiatan"])
        entries = checked_entries(setting.folder, self._registry.campaign)
        fields, places = fields_of(drawn.usage, setting.values), places_in(words, drawn.usage.fields, entries)
        shown = shown_by(fields, places, entries)
        until = good_until(drawn.usage.facts, facts, event_on, setting.folder.paid_until, shown)
        if source.spec.about_event:
            return Issue(None, until)
        stated = stated_by(drawn.usage, facts)
        digest = digest_of(source.name, setting.folder.slug, words, stated)
        code = code_of(source.spec.code, setting.folder.district.code, digest)
        if known := next((e for e in setting.folder.ledger if e.code == code), None):
            return Issue(known, until)
        edition = PaperEdition(
            kode=code,
            lembar=source.name,
            judul=drawn.title,
            alamat=source.spec.target,
            terbit=plain_day(setting.policy.as_of),
            sidik=digest,
            fakta=stated,
            isian=fields,
            tempat=places,
            berlaku_sampai=until,
            hari_kegiatan=event_on,
        )
        return Issue(edition, until)

    def _piece(self, source: PieceSource, form: Form, drawn: Filled, issue: Issue, setting: Setting) -> ComposedPiece:
        spec, files, profile = source.spec, self._registry.print_files, form.profile
        edition = issue.edition
        own = setting.own.stylesheets(profile)
        piece = ComposedPiece(
            name=source.name,
            profile=profile,
            title=drawn.title,
            width_mm=spec.width_mm,
            height_mm=spec.height_mm,
            sheets=len(spec.sheets),
            panels=tuple(panel.name for sheet in spec.sheets for panel in sheet.panels),
            may_be_empty=frozenset(p.name for sheet in spec.sheets for p in sheet.panels if p.may_be_empty),
            cover=_cover(spec),
            html=marked(drawn.html, issue, setting.policy.as_of),
            stylesheets=(*_shared_css(spec, files), source.css, *measures_css(spec, form.paper), *own),
            assets=drawn.assets,
            usage=drawn.usage,
            place=source.place,
            qr_url=leads_to(source.spec, edition, setting),
            imposition=spec.imposition if profile in DRY_EDGE else None,
            derived=derived_of(spec, form, setting.papers),
            elastic=self._elastic(source, edition, setting, profile),
            paper=form.paper,
            style=spec.style,
            folds_mm=tuple(spec.folds_mm(index) for index in range(len(spec.sheets))),
            slug_line=slug_line(source, edition, setting.folder.slug),
            order=order_of(spec, drawn.title, edition, setting.frame) if form.profile == "percetakan" else None,
        )
        return for_phone(piece, files, own, marks_of(setting.frame)) if is_for_phone(spec, profile) else piece

    def _elastic(
        self, source: PieceSource, edition: PaperEdition | None, setting: Setting, profile: Profile
    ) -> Elastic:
        """How the piece makes room for what this district fills in."""
        campaign, spec = self._registry.campaign, source.spec
        kept = kept_by(setting.folder, campaign, edition)
        filled = filled_by(setting.folder, campaign.offices, setting.blocks, source.name)
        return Elastic(spec.fits, spec.gives_way, kept, filled, profile)


UNTOLD: Mapping[str, PieceOutcome] = {}
WORDS: Recalled[str, str] = Recalled(0)
"""What the pieces of one district say, by name: for who composes a district of marks."""
COMPOSED: Recalled[str, PieceOutcome] = Recalled(0)
"""These pieces as they were composed, before anything is known of the files that others came from."""


def _is_past(issue: Issue, policy: FactPolicy) -> bool:
    """Whether the last day of a sheet that would be published lies behind."""
    return policy.published and issue.until is not None and issue.until < policy.as_of


def _shared_css(spec: PieceSpec, files: Mapping[str, str]) -> Iterator[str]:
    """The stylesheets that come before the piece's own."""
    for name in ("tokens", "print", *([spec.style] if spec.style else [])):
        yield files[f"{name}.css"]


def _cover(spec: PieceSpec) -> CoverArea:
    sheet = spec.sheets[spec.cover.sheet - 1]
    panel = next(p for p in sheet.panels if p.name == spec.cover.panel)
    return CoverArea(spec.cover.sheet - 1, panel.x_mm, panel.width_mm)
