"""A print piece x a district x a profile -> what its template says there, and the bytes that it may ask for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from selebaran.compose.district.names import breakable
from selebaran.compose.fact.policy import FactPolicy
from selebaran.compose.fact.row import entry, facts_view, row_on
from selebaran.compose.page.frame import frame_values
from selebaran.compose.piece.ask import asking
from selebaran.compose.piece.choices import OwnPrint
from selebaran.compose.piece.day_bar import day_bar
from selebaran.compose.piece.drawings import coloured, themes
from selebaran.compose.piece.drawn import ART, BAR, DRAWN, Apart, Call, Drawn, Seen, key_of
from selebaran.compose.piece.excerpts import Excerpts
from selebaran.compose.piece.filled import on_paper
from selebaran.compose.piece.leading import address_of
from selebaran.compose.piece.marks import CODE_MARK, DAY_MARK, UNTIL_MARK
from selebaran.compose.piece.phone import LINK_MARK, is_for_phone
from selebaran.compose.piece.repeat import sheets_with_rows
from selebaran.compose.piece.setting import Setting
from selebaran.compose.template.engine import Templates
from selebaran.compose.template.views import Absent, FactUse, ReadFault, Recorder, Values, View
from selebaran.model.piece import QR, SCHEME, PieceSource
from selebaran.model.registry import Registry
from selebaran.model.sizes import Paper, Profile
from selebaran.model.usage import Usage
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


@dataclass(frozen=True)
class Filled:
    """A piece rendered in one profile, with what each panel used."""

    html: str
    title: str
    usage: Usage
    panels: dict[str, Usage]
    assets: dict[str, bytes]


class _Rendered(NamedTuple):
    """The same, with what it read of the frame of its site, and the drawings that it asked for."""

    filled: Filled
    of_site: frozenset[str]
    calls: tuple[Call, ...]


class Renderer:
    """Fills the templates of print pieces in for one district after the other."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry
        sources = {f"print/{name}": text for name, text in registry.print_files.items() if name.endswith(".html")}
        self._html = Templates("html", sources)
        self._plain = Templates("plain", {})
        self._excerpts = Excerpts(registry.pages)
        self._art: dict[tuple[str, str, str | None, str], bytes] = {}
        self._apart: Apart | None = None
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

    def render(self, source: PieceSource, chosen: Profile, setting: Setting, paper: Paper = "a4") -> Filled:
        """The piece in a profile, as it was rendered before where it would be the same. Raises `ProblemsFound`."""
        site = _site_values(source, setting)
        if not DRAWN.is_recalling:
            return self._rendered(source, chosen, setting, site).filled
        seen, key, apart = Seen(setting, site), key_of(source, chosen, paper, setting), self._facts_of(setting.policy)
        known = DRAWN.get(key)
        if known and known.holds(seen, apart.span.day, self._registry.facts):
            apart.narrow(known.first, known.last)
            art = _Art(self, setting.own, LAYOUTS.get(chosen, chosen), Recorder())
            art.draw(known.drawings)
            return Filled(known.html, known.title, known.usage, known.panels, art.beside(source, setting))
        try:
            made = self._rendered(source, chosen, replace(setting, policy=apart.policy), site)
        finally:
            apart.narrow(apart.span.first, apart.span.last)
        one, days = made.filled, (apart.span.first, apart.span.last)
        read = seen.digests(one.usage.fields | made.of_site)
        DRAWN.put(key, Drawn(one.html, one.title, one.usage, one.panels, made.calls, read, *days))
        return one

    def _facts_of(self, policy: FactPolicy) -> Apart:
        """The facts as they are treated, on a day of which sheets note by themselves what they ask."""
        if self._apart is None or self._apart.of is not policy:
            self._apart = Apart.beside(policy)
        return self._apart

    def _rendered(self, source: PieceSource, chosen: Profile, setting: Setting, site: Values) -> _Rendered:
        """The piece in a profile, where the frame of its site has these values. Raises `ProblemsFound`."""
        profile, own = LAYOUTS.get(chosen, chosen), setting.own
        on_phone = is_for_phone(source.spec, chosen)
        recorder, of_site = Recorder(), Recorder()
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
            "situs": View(site, "situs", of_site),
            "profil": profile,
            "tanggal": DAY_MARK if setting.policy.published else "",
            "berlaku": UNTIL_MARK if setting.policy.published else "",
            "edisi": Absent("edisi") if source.spec.about_event else CODE_MARK,
            "cetak": View(own.values_for(source.name), "daerah.cetak", recorder),
            "acara": View(setting.event.values, "acara", recorder) if setting.event else Absent("acara"),
        }
        html = self._html.render(source.html, source.place, context, panels)
        title = self._plain.render(source.spec.title, source.place, context)
        filled = Filled(html, title, recorder.usage(), panels.panels, art.beside(source, setting))
        return _Rendered(filled, frozenset(of_site.fields), tuple(dict.fromkeys(art.calls)))


class _Art:
    """The drawings that a piece's template asks for. `files` are their bytes by the addresses that it gets."""

    def __init__(self, pieces: Renderer, own: OwnPrint, profile: Profile, recorder: Recorder) -> None:
        self._pieces, self._own, self._profile, self._recorder = pieces, own, profile, recorder
        self.files: dict[str, bytes] = {}
        self.calls: list[Call] = []

    def draw(self, calls: Iterable[Call]) -> None:
        """Draw what a template asked for before."""
        for kind, *given in calls:
            (self.bar_of if kind == BAR else self.url_of)(*given)

    def beside(self, source: PieceSource, setting: Setting) -> dict[str, bytes]:
        """What a piece may ask for: the emblem, a photo, and these drawings."""
        return {**self._own.emblem_files(self._profile), **setting.files_for(source.spec), **self.files}

    def url_of(self, nama: str, tema: str = "terang", kotak: str | None = None) -> str:
        """The address of a drawing. The names of the arguments are those that templates write."""
        self.calls.append((ART, nama, tema, *([kotak] if kotak else ())))
        drawn = self._pieces.drawing(nama, tema, kotak, self._own.drawing_colours(nama, self._profile))
        url = f"{SCHEME}seni/{tema}/{nama}{'-' + kotak.replace(' ', '_') if kotak else ''}.svg"
        self._recorder.drawings.add(nama)
        self._recorder.files.append(self._pieces.drawing_file(nama))
        self.files[url] = drawn
        return url

    def bar_of(self, mulai: str, sampai: str, tema: str = "terang") -> str:
        """The address of a bar of days: of `sampai`, those from day `mulai` on are filled. Both are values of facts."""
        self.calls.append((BAR, str(mulai), str(sampai), tema))
        url = f"{SCHEME}batang/{tema}/{mulai}-{sampai}.svg"
        self.files[url] = self._pieces.day_bar(int(mulai), int(sampai), tema)
        return url


def _entries(log: Sequence[FactUse], policy: FactPolicy) -> list[Values]:
    """The facts of a log, for the dates of a sheet's or a panel's rules."""
    facts = (policy.register.by_id[name] for name in sorted({use.fact for use in log}))
    return [entry(row_on(policy, fact)) for fact in facts]


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
