"""A print piece x a district x a profile -> a whole HTML document and the bytes that it may ask for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from selebaran.compose.district.names import breakable
from selebaran.compose.fact.policy import FactPolicy
from selebaran.compose.fact.row import entry, facts_view, row_of
from selebaran.compose.page.frame import frame_values
from selebaran.compose.page.unchecked import checked_entries
from selebaran.compose.piece.ask import asking
from selebaran.compose.piece.choices import OwnPrint
from selebaran.compose.piece.day_bar import day_bar
from selebaran.compose.piece.drawings import coloured, themes
from selebaran.compose.piece.editions import fields_of, stated_by, words_of
from selebaran.compose.piece.excerpts import Excerpts
from selebaran.compose.piece.filled import filled_by, kept_by, on_paper
from selebaran.compose.piece.leading import address_of, leads_to
from selebaran.compose.piece.marks import CODE_MARK, DAY_MARK, UNTIL_MARK, Issue, marked
from selebaran.compose.piece.order import marks_of, order_of, slug_line
from selebaran.compose.piece.papers import derived_of, layouts, measures_css
from selebaran.compose.piece.phone import LINK_MARK, for_phone, is_for_phone
from selebaran.compose.piece.repeat import repeated_for, sheets_with_rows
from selebaran.compose.piece.setting import Setting
from selebaran.compose.piece.validity import event_in, good_until, places_in, shown_by
from selebaran.compose.template.engine import Templates
from selebaran.compose.template.views import Absent, FactUse, ReadFault, Recorder, Values, View
from selebaran.jobs.recalled import Recalled
from selebaran.model.edition import PieceOutcome
from selebaran.model.fitting import Elastic
from selebaran.model.paper import PaperEdition, code_of, digest_of
from selebaran.model.piece import DRY_EDGE, PAPER, QR, SCHEME, ComposedPiece, CoverArea, Form, PieceSource, PieceSpec
from selebaran.model.registry import Registry
from selebaran.model.sizes import Profile
from selebaran.model.usage import Usage
from selebaran.model.watched import plain_day
from selebaran.words.near import nearest

PANEL = re.compile(r'data-panel="([^"]+)"|</section>')
LONGEST_MARK = 200
"""More letters than `PANEL` can match."""
LAYOUTS: dict[Profile, Profile] = {"besar": "kantor"}
"""Profiles that are laid out as another and then changed."""
IN_COLOUR: tuple[Profile, ...] = ("layar", "percetakan")
"""Profiles whose colours go to the edge of the sheet."""


class _PanelRecorder:
    """Listens to a piece's template and notes which panel was open when something was read."""

    def __init__(self, recorder: Recorder) -> None:
        self._recorder = recorder
        self._panel = ""
        self._heard = ""
        self.panels: dict[str, Usage] = {}
        self._seen = (0, 0, 0)

    def __call__(self, part: str) -> None:
        facts = self._recorder.log[self._seen[0] :]
        fields = self._recorder.field_log[self._seen[1] :]
        files = self._recorder.files[self._seen[2] :]
        if facts or fields or files:
            values = frozenset(name for use in facts for name in use.values)
            used = Usage(frozenset(use.fact for use in facts), values, frozenset(fields), files=frozenset(files))
            self.panels[self._panel] = self.panels.get(self._panel, Usage()) | used
        self._seen = (len(self._recorder.log), len(self._recorder.field_log), len(self._recorder.files))
        self._heard += str(part)  # a panel's name may come in a part of its own
        end = 0
        for found in PANEL.finditer(self._heard):
            self._panel, end = found[1] or "", found.end()
        self._heard = self._heard[max(end, len(self._heard) - LONGEST_MARK) :]


class PieceComposer:
    """Fills print pieces in for one district after the other."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry
        sources = {f"print/{name}": text for name, text in registry.print_files.items() if name.endswith(".html")}
        self._html = Templates("html", sources)
        self._plain = Templates("plain", {})
        self._excerpts = Excerpts(registry.pages)
        self._art: dict[tuple[str, str, str | None, str], bytes] = {}
        self._themes = themes(registry.print_files["tokens.css"])

    def drawing(self, name: str, theme: str, crop: str | None, own: Mapping[str, str]) -> bytes:
        """A drawing in the colours of a theme, some of them the district's `own`. Raises `ReadFault`."""
        if name not in self._registry.drawings or theme not in self._themes:
            raise ReadFault("seni-tidak-ada", nama=name, maksud=nearest(name, self._registry.drawings))
        key = (name, theme, crop, str(own))
        if key not in self._art:
            self._art[key] = coloured(self._registry.drawings[name], {**self._themes[theme], **own}, crop).encode()
        return self._art[key]

    def day_bar(self, first: int, last: int, theme: str) -> bytes:
        """A bar of days in the colours of a theme. Raises `ReadFault`."""
        if theme not in self._themes:
            raise ReadFault("tema-tidak-ada", nama=theme, maksud=nearest(theme, self._themes))
        return day_bar(first, last, self._themes[theme]).encode()

    def drawing_file(self, name: str) -> str:
        """The file of a drawing."""
        return self._registry.drawing_file(name)

    def warm(self) -> None:
        """Compile every template of the pieces, and of the parts of pages that they take."""
        sources = self._registry.pieces
        self._html.warm(source.html for source in sources)
        self._plain.warm(source.spec.title for source in sources)
        self._excerpts.warm(name for source in sources for name in source.spec.part_names)

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
        first = self._render(source, canonical, replace(setting, area=None))  # the edition is the same in each area
        issue = self._issue(source, first, setting)
        reasons = self._withheld(first.usage, setting.policy)
        wanted = () if reasons or _is_past(issue, setting.policy) else profiles
        made = []
        for layout in layouts(source.spec, setting.papers):
            if layout.profile not in wanted:
                continue
            placed = source.on(layout.paper)
            is_first = layout == Form(canonical) and not setting.area
            drawn = first if is_first else self._render(placed, layout.profile, setting)
            made.append(self._piece(placed, layout, drawn, issue, setting))
        edition, until = issue.edition, issue.until
        return PieceOutcome(source, first.title, edition, first.usage, first.panels, reasons, tuple(made), until)

    def _withheld(self, usage: Usage, policy: FactPolicy) -> dict[str, str]:
        """Why a piece that uses these facts may not go out, by fact."""
        facts = {name: self._registry.facts.by_id[name] for name in sorted(usage.facts)}
        found = {n: fact.keeps_off_paper(policy.as_of, published=policy.published) for n, fact in facts.items()}
        return {name: reason for name, reason in found.items() if reason is not None}

    def _render(self, source: PieceSource, chosen: Profile, setting: Setting) -> _Drawn:
        """The piece in a profile. Raises `ProblemsFound`."""
        profile, own = LAYOUTS.get(chosen, chosen), setting.own
        on_phone = is_for_phone(source.spec, chosen)
        recorder = Recorder()
        panels = _PanelRecorder(recorder)
        art = _Art(self, own, profile, recorder)
        facts = facts_view(setting.policy, recorder)
        shared = {"daerah": View(on_paper(setting.values), "daerah", recorder), "fakta": facts, "sebut": facts.mention}

        def noted(name: str) -> str:
            recorder.files.extend(self._excerpts.files(name, setting.blocks))
            return name

        context = {
            **shared,
            "isi": lambda name, sendiri=False: self._excerpts.html(
                noted(name), shared, setting.blocks, alone=bool(sendiri)
            ),
            "judul_isi": lambda name: self._excerpts.heading(noted(name), shared, setting.blocks),
            "dipakai": lambda since=0: _entries(recorder.log[since:], setting.policy),
            "tanda_baca": lambda: len(recorder.log),
            "tanya": asking(setting.policy.whom, facts, recorder),
            "lembaran": sheets_with_rows(source, setting.values),
            "skala": source.spec.scale or Absent("skala"),
            "berwarna": profile in IN_COLOUR and not on_phone,
            "ponsel": on_phone,
            "tautan_edisi": LINK_MARK,
            "seni": art.url_of,
            "batang_hari": art.bar_of,
            "qr": QR if setting.host else Absent("qr"),
            "kecamatan": setting.area.name if setting.area else Absent("kecamatan"),
            "situs": View(_site_values(source, setting), "situs", Recorder()),
            "profil": profile,
            "tanggal": DAY_MARK if setting.policy.published else "",
            "berlaku": UNTIL_MARK if setting.policy.published else "",
            "edisi": Absent("edisi") if source.spec.about_event else CODE_MARK,
            "cetak": View(own.values_for(source.name), "daerah.cetak", recorder),
            "acara": View(setting.event.values, "acara", recorder) if setting.event else Absent("acara"),
        }
        html = self._html.render(source.html, source.place, context, panels)
        title = self._plain.render(source.spec.title, source.place, context)
        files = {**own.emblem_files(profile), **setting.files_for(source.spec), **art.files}
        return _Drawn(html, title, recorder.usage(), panels.panels, files)

    def _issue(self, source: PieceSource, drawn: _Drawn, setting: Setting) -> Issue:
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

    def _piece(self, source: PieceSource, form: Form, drawn: _Drawn, issue: Issue, setting: Setting) -> ComposedPiece:
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


class _Art:
    """The drawings that a piece's template asks for. `files` are their bytes by the addresses that it gets."""

    def __init__(self, pieces: PieceComposer, own: OwnPrint, profile: Profile, recorder: Recorder) -> None:
        self._pieces, self._own, self._profile, self._recorder = pieces, own, profile, recorder
        self.files: dict[str, bytes] = {}

    def url_of(self, nama: str, tema: str = "terang", kotak: str | None = None) -> str:
        """The address of a drawing. The names of the arguments are those that templates write."""
        drawn = self._pieces.drawing(nama, tema, kotak, self._own.drawing_colours(nama, self._profile))
        url = f"{SCHEME}seni/{tema}/{nama}{'-' + kotak.replace(' ', '_') if kotak else ''}.svg"
        self._recorder.drawings.add(nama)
        self._recorder.files.append(self._pieces.drawing_file(nama))
        self.files[url] = drawn
        return url

    def bar_of(self, mulai: str, sampai: str, tema: str = "terang") -> str:
        """The address of a bar of days: of `sampai`, those from day `mulai` on are filled. Both are values of facts."""
        url = f"{SCHEME}batang/{tema}/{mulai}-{sampai}.svg"
        self.files[url] = self._pieces.day_bar(int(mulai), int(sampai), tema)
        return url


@dataclass(frozen=True)
class _Drawn:
    """A piece rendered in one profile, with what each panel used."""

    html: str
    title: str
    usage: Usage
    panels: dict[str, Usage]
    assets: dict[str, bytes]


def _entries(log: Sequence[FactUse], policy: FactPolicy) -> list[Values]:
    """The facts of a log, for the dates of a sheet's or a panel's rules."""
    facts = (policy.register.by_id[name] for name in sorted({use.fact for use in log}))
    return [entry(row_of(fact, policy.as_of, published=policy.published)) for fact in facts]


def _site_values(source: PieceSource, setting: Setting) -> Values:
    """The frame, with the address that the piece leads to, whole and in the pieces between which it may break. Whom to
    ask isn't in it: a sheet states those numbers."""
    address = address_of(source.spec, setting)
    host, page = breakable(address, setting.folder.district) if address else ((), ())
    broken = {"host": host, "halaman": page}
    frame = {name: value for name, value in frame_values(setting.frame).items() if name != "tanya"}
    publisher = setting.folder.district.publisher
    if publisher and publisher.short_name:
        tells = setting.frame.names.district in publisher.short_name
        frame = {**frame, "penerbit": publisher.short_name, "penerbit_menyebut_daerah": tells}
    return {**frame, "alamat": address, "alamat_patah": broken}


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
