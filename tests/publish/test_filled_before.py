"""Sheets and pages of a district are filled in again only where what they read changed, and are then what they would be
from nothing: after another event, text of its own, day, or shared text."""

from __future__ import annotations

import contextlib
import json
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from selebaran.compose.district.subdistricts import Area
from selebaran.compose.edition import Composer
from selebaran.compose.page.shared import PageComposer
from selebaran.compose.page.standing import OwnBlocks
from selebaran.compose.piece.drawn import DRAWN, key_of
from selebaran.compose.piece.rendered import Renderer
from selebaran.compose.template.seen import digest_of_value
from selebaran.model.edition import Edition
from selebaran.model.registry import DistrictFolder, Registry
from selebaran.model.sizes import Profile
from selebaran.model.telephone import Number, Telephone
from selebaran.model.watched import Span, WatchedDay
from selebaran.publish.made_before import MadeBefore
from tests.conftest import DAY, DEMO

PROFILES: tuple[Profile, ...] = ("kantor",)
Change = Callable[[DistrictFolder], DistrictFolder]


def composed(registry: Registry, before: MadeBefore | None = None, as_of: date = DAY, **more: Any) -> Edition:
    """The edition of the district, by a composer that knows nothing but what was told."""
    composer = Composer(registry)
    if before is None:
        return composer.compose(DEMO, as_of=as_of, profiles=PROFILES, **more)
    with before.recalling():
        return composer.compose(DEMO, as_of=as_of, profiles=PROFILES, **more)


@pytest.fixture(scope="module")
def plain(registry: Registry) -> Edition:
    return composed(registry)


@pytest.fixture(scope="module")
def told(registry: Registry) -> str:
    before = MadeBefore("", "bersama")
    composed(registry, before)
    return before.told


def changed(registry: Registry, change: Change) -> Registry:
    return replace(registry, districts={**registry.districts, DEMO: change(registry.districts[DEMO])})


def other_event(folder: DistrictFolder) -> DistrictFolder:
    first, *others = folder.events
    return replace(folder, events=(first.model_copy(update={"venue": "Aula Baru"}), *others))


def without_events(folder: DistrictFolder) -> DistrictFolder:
    return replace(folder, events=())


def without_own_text(folder: DistrictFolder) -> DistrictFolder:
    return replace(folder, own=replace(folder.own, overrides=()))


CHANGES = (other_event, without_events, without_own_text)


def same(one: Edition, other: Edition) -> bool:
    return (one.pages, one.outcomes, one.frame, one.problems) == (
        other.pages,
        other.outcomes,
        other.frame,
        other.problems,
    )


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_what_was_told_of_another_state_is_taken_where_it_is_the_same(
    registry: Registry, plain: Edition, told: str, change: Change
) -> None:
    now = changed(registry, change)
    anew = composed(now)
    assert not same(anew, plain)
    assert same(composed(now, MadeBefore(told, "bersama")), anew)


@pytest.mark.parametrize("days", [1, 400])
def test_another_day_is_not_taken_for_the_day_that_was(registry: Registry, told: str, days: int) -> None:
    day = DAY + timedelta(days)
    assert same(composed(registry, MadeBefore(told, "bersama"), day), composed(registry, None, day))


def test_after_an_event_alone_what_reads_events_is_filled_in(
    registry: Registry, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: Counter[str] = Counter()
    fill, render = PageComposer._filled, Renderer._rendered

    def filled(self: PageComposer, page: Any, *given: Any) -> Any:
        made[f"halaman {page.source.slug}"] += 1
        return fill(self, page, *given)

    def rendered(self: Renderer, source: Any, *given: Any) -> Any:
        made[f"lembar {source.name}"] += 1
        return render(self, source, *given)

    monkeypatch.setattr(PageComposer, "_filled", filled)
    monkeypatch.setattr(Renderer, "_rendered", rendered)
    composed(registry, MadeBefore(told, "bersama"))
    again = Counter(made)
    made.clear()
    composed(changed(registry, other_event), MadeBefore(told, "bersama"))
    of_event = made - again
    assert not any(name.startswith("lembar") for name in again)
    assert {name for name in made if name.startswith("lembar")} == {"lembar leaflet-daftar"}
    assert "halaman ibu-anak" in of_event  # it shows the next day of it
    assert len(of_event) <= 4, of_event


def test_of_another_shared_text_nothing_is_taken(registry: Registry, plain: Edition, told: str) -> None:
    *known, sheets, pages, of = json.loads(told)
    lying = json.dumps(
        [{}, {}, {}, *(json.loads(json.dumps(one).replace("Kartu", "Krtau")) for one in (sheets, pages)), of]
    )
    assert len(known) == 3
    assert not same(composed(registry, MadeBefore(lying, "bersama")), plain)
    assert same(composed(registry, MadeBefore(lying, "lain")), plain)
    assert same(composed(registry, MadeBefore(lying)), plain)


@pytest.mark.parametrize("part", [3, 4], ids=["lembar", "halaman"])
def test_who_is_told_watches_the_days_that_are_told(registry: Registry, part: int) -> None:
    quiet, before, span = changed(registry, without_events), MadeBefore("", "bersama"), Span(DAY)
    composed(quiet, before, WatchedDay.of(span))
    first, last = (DAY - timedelta(1)).isoformat(), (DAY + timedelta(1)).isoformat()
    parts = json.loads(before.told)
    parts[part] = {key: [*row[:-2], first, last] for key, row in parts[part].items()}
    composed(quiet, MadeBefore(json.dumps(parts), "bersama"), WatchedDay.of(again := Span(DAY)))
    assert span.last > DAY + timedelta(1)
    assert again.last == DAY + timedelta(1)


def test_a_sheet_that_is_filled_in_tells_who_watches_the_day(registry: Registry) -> None:
    spans = []
    for is_told in (True, False):
        composer, span = Composer(registry), Span(DAY)
        district = composer._district(DEMO, WatchedDay.of(span), None, published=False)
        setting, _ = composer._setting(district, None)
        span.first, span.last = date.min, date.max
        with DRAWN.recalling({}) if is_told else contextlib.nullcontext():
            for piece in registry.pieces:
                composer._pieces._renderer.render(piece, "kantor", setting)
        spans.append((span.first, span.last))
    assert spans[0] == spans[1] != (date.min, date.max)


def test_a_districts_own_text_and_line_make_another_sheet(registry: Registry) -> None:
    composer = Composer(registry)
    setting, _ = composer._setting(composer._district(DEMO, DAY, None, published=False), None)
    texts = {**setting.blocks, "iuran": OwnBlocks({}, {"tabel": "<p>Lain.</p>"})}
    others = (
        replace(setting, blocks=texts),
        replace(setting, own=replace(setting.own, lines={registry.pieces[0].name: "Baris lain"})),
        replace(setting, area=Area("Contoh", "kecamatan/contoh")),
    )
    keys = {key_of(registry.pieces[0], "kantor", "a4", one) for one in (setting, *others)}
    assert len(keys) == 4


def test_the_rows_that_a_sheet_goes_through_make_another_though_it_asks_for_no_list(registry: Registry) -> None:
    """A template has them of `lembaran`, without reading anything of its district."""
    composer = Composer(registry)
    [piece] = (piece for piece in registry.pieces if piece.spec.repeat)
    setting, _ = composer._setting(composer._district(DEMO, DAY, None, published=False), None)
    rendered, before = list[str](), MadeBefore("", "bersama")
    of_rows = replace(
        piece, html="{% for s in lembaran %}{% for b in s.baris if b %}{{ b.nama }}{% endfor %}{% endfor %}"
    )
    for name in ("Puskesmas Satu", "Puskesmas Dua"):
        values = {**setting.values, "usulan": {"baris": ({"nama": name},)}}
        before = MadeBefore(before.told, "bersama")
        with before.recalling():
            now = replace(setting, values=values)
            rendered.append(composer._pieces._renderer.render(of_rows, "kantor", now).html)
    assert rendered == ["Puskesmas Satu", "Puskesmas Dua"]


def test_a_telephone_that_dials_another_number_is_another() -> None:
    one, other = (digest_of_value({"telepon": Telephone((Number(dial, "0254"),))}) for dial in ("0254", "0255"))
    assert one != other
