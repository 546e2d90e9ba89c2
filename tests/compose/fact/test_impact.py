"""Changing one value changes every page and sheet that used it and nothing else, and `impact` names exactly those."""

from __future__ import annotations

import dataclasses
import hashlib
import json
import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from selebaran.compose.edition import Composer
from selebaran.compose.fact.impact import impact_of
from selebaran.model.edition import Edition
from selebaran.model.facts import Fact, FactRegister
from selebaran.model.page import FrontMatter, PageSource, Segment
from selebaran.model.piece import PieceSource, PieceSpec
from selebaran.model.places import Places
from selebaran.model.problem import Place
from selebaran.model.registry import Registry
from selebaran.read.project import read_project
from tests.conftest import BASE, run_here
from tests.publish.terbitan import READY, change_fact, make_project
from tests.serving import public

DAY = date(2026, 11, 21)
SLUG = "kab-uji"
KINDS = {"rupiah": "{}000", "angka": "{}", "telepon": "0812 0000 1{}", "teks": "sekitar {} orang"}


def fact(number: int, kinds: list[str]) -> Fact:
    values = {f"nilai_{number}_{i}": {"jenis": k, "isi": KINDS[k].format(10 + i)} for i, k in enumerate(kinds)}
    data: dict[str, Any] = {"id": f"UJI-{number:02}", "topik": f"Hal {number}", "kalimat": f"Kalimat {number}."}
    data |= {"nilai": values, "sumber": ["Karangan"], "sumber_per": "2026-11-01", "selang_periksa_hari": "365"}
    data |= {"periksa_lagi": "2027-11-01", "bila_lewat": "tandai", "terbit": "ya", "keyakinan": "A"}
    return Fact.model_validate(data)


def written(use: tuple[str, str]) -> str:
    """How a text uses a fact: prints a value, states all of it, or states one of its values."""
    how, name = use
    return {
        "nilai": f"Isinya {{{{ fakta.{name} }}}}.",
        "sebut": f'{{{{ sebut("{name}") }}}}Begitulah aturannya.',
        "syarat": f'{{% if fakta.{name} == "x" %}}Ya.{{% else %}}Tidak, {{{{ fakta.{name} }}}}.{{% endif %}}',
        "dari": f'{{{{ fakta["{name}"] if false else fakta.{name} }}}}',
    }[how]


@st.composite
def projects(
    draw: st.DrawFn,
) -> tuple[tuple[Fact, ...], list[list[list[tuple[str, str]]]], list[list[list[tuple[str, str]]]]]:
    """Facts, and pages and pieces as lists of parts that use some of them."""
    kinds = st.lists(st.sampled_from(sorted(KINDS)), min_size=1, max_size=3)
    facts = tuple(fact(n, k) for n, k in enumerate(draw(st.lists(kinds, min_size=2, max_size=5))))
    names = [name for f in facts for name in f.values]
    use = st.one_of(
        st.tuples(st.sampled_from(["nilai", "sebut", "syarat", "dari"]), st.sampled_from(names)),
        st.tuples(st.just("sebut"), st.sampled_from([f.id for f in facts])),
    )
    part = st.lists(use, max_size=3)
    pages = draw(st.lists(st.lists(part, min_size=1, max_size=3), min_size=1, max_size=4))
    pieces = draw(st.lists(st.lists(part, min_size=1, max_size=3), min_size=1, max_size=2))
    return facts, pages, pieces


def page(number: int, parts: list[list[tuple[str, str]]]) -> PageSource:
    place = Place(f"content/halaman-{number}.md", 1)
    front = FrontMatter.model_validate({"judul": f"Halaman {number}", "ringkas": "Isinya."})
    segments = tuple(
        Segment(f"b{i}", 2, f"## Bagian {i} {{#b{i}}}\n\n" + "\n\n".join(map(written, uses)) + "\n", place)
        for i, uses in enumerate(parts)
    )
    return PageSource(f"halaman-{number}", front, segments, place)


def piece(number: int, parts: list[list[tuple[str, str]]], spec: PieceSpec) -> PieceSource:
    panels = "".join(
        f'<div class="panel" data-panel="p{i}"><p>{"</p><p>".join(map(written, uses))}</p></div>'
        for i, uses in enumerate(parts)
    )
    body = f"<section>{{{{ edisi }}}}{panels}</section>"
    html = f'{{% extends "print/lembar.html" %}}{{% block lembar %}}{body}{{% endblock %}}'
    code = PieceSpec.model_validate({**spec.model_dump(by_alias=True), "kode": f"u{number}", "alamat": "halaman-0"})
    at = f"printables/lembar-{number}"
    return PieceSource(f"lembar-{number}", code, html, "", Place(f"{at}/piece.html"), Places(f"{at}/piece.yml"))


def digests(edition: Edition) -> tuple[dict[str, str], dict[str, str]]:
    """Digests of all that a page and a sheet are made of, by name."""

    def digest(*parts: Any) -> str:
        return hashlib.sha256(json.dumps(parts, sort_keys=True, default=str).encode()).hexdigest()

    pages = {page.slug: digest(page.html, page.meta) for page in edition.pages}
    return pages, {piece.name: digest(piece.html, piece.qr_url) for piece in edition.pieces}


@pytest.fixture(scope="module")
def base() -> Registry:
    return read_project(BASE)


def changed_in(before: dict[str, str], after: dict[str, str]) -> set[str]:
    return {name for name in before if before[name] != after[name]}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(project=projects(), data=st.data())
def test_a_changed_value_changes_what_used_it_and_nothing_else(
    base: Registry, project: Any, data: st.DataObject
) -> None:
    facts, pages, pieces = project
    home = next(source for source in base.pages if source.slug == "beranda")
    sources = tuple(page(number, parts) for number, parts in enumerate(pages))
    sheets = tuple(piece(number, parts, base.pieces[0].spec) for number, parts in enumerate(pieces))
    kept = base.facts.facts
    before = dataclasses.replace(base, pages=(home, *sources), pieces=sheets, facts=FactRegister((*kept, *facts)))
    target = data.draw(st.sampled_from(facts))
    name = data.draw(st.sampled_from(sorted(target.values)))
    value = target.values[name]
    other = value.model_copy(update={"content": KINDS[value.kind].format(77)})
    new = target.model_copy(update={"values": {**target.values, name: other}})
    after = dataclasses.replace(before, facts=FactRegister((*kept, *(new if f is target else f for f in facts))))
    editions = [Composer(r).compose(SLUG, as_of=DAY, profiles=("layar",)) for r in (before, after)]
    (old_pages, old_sheets), (new_pages, new_sheets) = map(digests, editions)
    named = impact_of(name, editions[:1], before)
    assert changed_in(old_pages, new_pages) == set(named.pages)
    assert changed_in(old_sheets, new_sheets) == set(named.pieces)
    for number, parts in enumerate(pages):
        blocks = {f"b{i}" for i, uses in enumerate(parts) if any(n in (name, target.id) for _, n in uses)}
        assert named.pages.get(f"halaman-{number}", set()) == blocks
    for number, parts in enumerate(pieces):
        panels = {f"p{i}" for i, uses in enumerate(parts) if any(n in (name, target.id) for _, n in uses)}
        assert named.pieces.get(f"lembar-{number}", set()) == panels


def test_the_files_of_a_site_that_change_are_those_that_impact_names(tmp_path: Path) -> None:
    """The same on real pages, down to the bytes that a server hands out: all whose words have the value, and none that
    it doesn't name. What it names besides says the fact in words that somebody has to read again."""
    project = make_project(tmp_path / "proyek")
    registry = read_project(project)
    edition = Composer(registry).compose(READY, as_of=DAY, profiles=())
    named = impact_of("denda_persen", [edition], registry)
    assert {"tunggakan", "tentang"} <= set(named.pages) < {page.slug for page in edition.pages}
    subjects = {o.edition.code for o in edition.outcomes if o.edition and o.edition.subject in named.pages}
    sites = []
    for name in ("lama", "baru"):
        done = build(project, tmp_path / name)
        assert done.returncode == 0, done.stderr
        pages = [path for path in public(tmp_path / name).values() if path.name == "index.html"]
        sites.append({path.parent.name: path.read_bytes() for path in pages})
        change_fact(project, "DEN-01", denda_persen="6")
    old, new = sites
    changed = {name for name in old if name in new and old[name] != new[name]}
    fresh = Composer(read_project(project)).compose(READY, as_of=DAY, profiles=())
    words = {page.slug: page.html for page in fresh.pages}
    telling = {page.slug for page in edition.pages if page.html != words[page.slug]}
    assert changed == telling | {"tentang"} | (subjects & set(new))
    assert "tunggakan" in telling
    assert telling < set(named.pages)
    gone = {o.edition.code for o in edition.outcomes if o.edition and o.name in named.pieces}
    assert set(old) - set(new) == gone


def build(project: Path, out: Path) -> subprocess.CompletedProcess[str]:
    options = ("--root", str(project), "--only", "site", "--as-of", DAY.isoformat(), "--out", str(out))
    return run_here(READY, *options)
