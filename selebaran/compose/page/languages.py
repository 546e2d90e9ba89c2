"""A site in a second language: translated pages where somebody reviewed them, Indonesian with a note elsewhere.

Every page has an address in each language of the district, so that who reads one language stays in it.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Collection, Iterable, Mapping
from hashlib import sha256
from typing import Any
from urllib.parse import urljoin, urlsplit

from selebaran.compose.fact.policy import GONE
from selebaran.compose.page.links import RAW_LINK
from selebaran.compose.page.shared import HOME, OwnBlocks
from selebaran.model.language import INDONESIAN, LANGUAGES
from selebaran.model.own_text import OwnPage
from selebaran.model.page import ComposedPage, PageSource
from selebaran.model.problem import Place, Problem, ProblemsFound, problem, warning
from selebaran.model.usage import Usage
from selebaran.words.near import nearest

LINK = re.compile(r"\]\((?![a-z]+:|[/#])(?P<target>[^)#\s]*)")
RAW = re.compile(RAW_LINK.pattern + r'(?P<target>[^"#]*)')
ID = re.compile(r'\{:?\s*#([\w-]+)|<[a-z]\w* [^>]*?\bid="([^"]+)"')
NOTE = "Halaman ini belum ada dalam bahasa {nama}. Yang tampil bahasa Indonesia."
UNREVIEWED = "Terjemahan ini belum ditinjau penutur bahasa {nama}."
DATED = re.compile(r'(<p class="fakta-lewat">)(.*?)(</p>)')
STAND_IN = '<span class="fakta-ganti"'
FROM_DISTRICT = '<div class="dari-daerah"'


@dataclasses.dataclass(frozen=True)
class Translation:
    """A composed page in another language; `reviewer` is None while nobody has vouched for it. `is_current`: the
    Indonesian text is still the one that it was made from."""

    page: ComposedPage
    reviewer: str | None
    is_current: bool = True


def in_languages(
    codes: Collection[str],
    pages: list[ComposedPage],
    shared: Mapping[str, Mapping[str, PageSource]],
    own: Mapping[str, Iterable[Translation]],
    compose: Callable[[PageSource], ComposedPage],
    sources: Iterable[PageSource],
    faults: list[Problem],
    notices: list[Problem],
    *,
    published: bool,
) -> list[ComposedPage]:
    """The pages, and after them those in the languages of `codes`; what is wrong with translations is added to
    `faults`, what is out of date to `notices`. `shared` are the translations of shared pages (`sources`), `own` those
    of a district's own, by language."""
    codes = tuple(dict.fromkeys(codes))
    found = list(pages)
    prints = {source.slug: fingerprint_of(source) for source in sources}
    for code in codes:
        translations = {translation.page.slug: translation for translation in own.get(code, ())}
        for slug, source in shared.get(code, {}).items():
            outdated = drift(source.front.original, prints.get(slug), source.place)
            notices += outdated
            try:
                translations[slug] = Translation(compose(source), source.front.reviewer, not outdated)
            except ProblemsFound as stopped:
                faults += [p for p in stopped.problems if p not in faults]
        found += in_language(code, pages, translations, published=published)
    return with_switch(found, codes)


def fingerprint_of(page: PageSource | OwnPage) -> str:
    """What stands for a page's title, summary and text: it changes when one of them does."""
    body = page.body if isinstance(page, OwnPage) else page.text_of("") or ""
    lines = [page.front.title, page.front.summary, *body.strip().split("\n")]
    return sha256("\n".join(line.rstrip() for line in lines).encode()).hexdigest()[:8]


def drift(given: str | None, now: str | None, place: Place) -> list[Problem]:
    """A notice where a translation was made from another text than the one that stands there `now`."""
    if now is None or given == now:
        return []
    return [warning("terjemahan-usang", Place(place.file, 1), sidik=now)]


def orphans(pages: Collection[OwnPage], shared: Collection[str]) -> list[Problem]:
    """Translations of pages that a district doesn't have. (A shared page isn't its to translate: that is told of
    otherwise.)"""
    known = {page.slug for page in pages if page.language is None}
    return [
        problem("terjemahan-tanpa-asal", Place(page.place.file, 1), halaman=page.slug, maksud=nearest(page.slug, known))
        for page in pages
        if page.language and page.slug not in known and page.slug not in shared
    ]


def in_language(
    code: str, pages: Collection[ComposedPage], translations: Mapping[str, Translation], *, published: bool
) -> list[ComposedPage]:
    """All pages at their addresses in a language. An unreviewed translation is not published; a preview marks it. One
    that is out of date is shown nowhere."""
    slugs = {page.slug for page in pages}
    found = []
    for page in pages:
        translation = translations.get(page.slug)
        vouched = translation and translation.is_current and (translation.reviewer or not published)
        if translation and vouched and _stands_for(translation.page, page):
            found.append(_translated(translation, page, code, slugs))
        else:
            found.append(_fallen_back(page, code, slugs))
    return found


def as_indonesian(own: OwnBlocks | None) -> OwnBlocks | None:
    """A district's words for blocks, marked as Indonesian, to stand in a translation."""
    if own is None:
        return None
    marked = {
        name: html.replace(FROM_DISTRICT, f'{FROM_DISTRICT} lang="{INDONESIAN}"', 1) for name, html in own.html.items()
    }
    return OwnBlocks(own.overrides, marked)


def _stands_for(translation: ComposedPage, page: ComposedPage) -> bool:
    """Whether a translation may be shown in the page's place. It may not where it would say what the page leaves out
    today (it doesn't name the fact), or would leave out what the district says in the page's place."""
    if page.withheld_for or translation.withheld_for:
        return False
    parts = set(page.overridden) & set(page.origins)
    return _gone(page) <= _gone(translation) and "" not in page.overridden and parts <= set(translation.origins)


def _gone(page: ComposedPage) -> set[str]:
    return {name for treated in page.treated.values() for name, how in treated.items() if how in GONE}


def _translated(translation: Translation, page: ComposedPage, code: str, slugs: Collection[str]) -> ComposedPage:
    """A translation at its address. What the program itself says in it is marked as Indonesian."""
    markdown = translation.page.markdown.replace(STAND_IN, f'{STAND_IN} lang="{INDONESIAN}"')
    markdown = DATED.sub(rf'\1<span lang="{INDONESIAN}">\2</span>\3', markdown)
    if missing := sorted(_ids(page.markdown) - _ids(markdown)):  # links to a part of the page arrive all the same
        spans = "".join(f'<span id="{name}"></span>' for name in missing)
        markdown += f"\n<div>{spans}</div>\n"
    reviewer = translation.reviewer
    meta = {
        "bahasa": code,
        "bahasa_catatan": None if reviewer else UNREVIEWED.format(nama=LANGUAGES[code]),
        "bahasa_peninjau": reviewer,
    }
    return _moved(dataclasses.replace(translation.page, markdown=markdown), code, slugs, meta)


def _ids(markdown: str) -> set[str]:
    return {found[1] or found[2] for found in ID.finditer(markdown)}


def _fallen_back(page: ComposedPage, code: str, slugs: Collection[str]) -> ComposedPage:
    """The Indonesian page at an address of another language. It says nothing of its own: its facts are not counted."""
    same = dataclasses.replace(page, usage=Usage(), blocks={}, treated={}, withheld_for=())
    meta = {
        "bahasa": INDONESIAN,
        "bahasa_catatan": NOTE.format(nama=LANGUAGES[code]),
        "noindex": True,
        "search": {"exclude": True},
    }
    return _moved(same, code, slugs, meta)


def _moved(page: ComposedPage, code: str, slugs: Collection[str], meta: dict[str, Any]) -> ComposedPage:
    """A page one folder deeper: links to pages stay in the language, all others lead up. `slug` in its meta still
    says which page it is."""
    address = "/" if page.slug == HOME else f"/{page.slug}/"

    def led(found: re.Match[str]) -> str:
        target = found["target"]
        slug = HOME if target == "index.md" else target.removesuffix(".md")
        return found[0] if target.endswith(".md") and slug in slugs else f"](../{target}"

    def led_raw(found: re.Match[str]) -> str:
        slug = urlsplit(urljoin(address, found["target"])).path.strip("/") or HOME
        return found[0] if slug in slugs else f"{found[1]}../{found['target']}"

    markdown = RAW.sub(led_raw, LINK.sub(led, page.markdown))
    meta = {**page.meta, **meta, "bahasa_awalan": f"{code}/"}
    return dataclasses.replace(page, slug=f"{code}/{page.slug}", markdown=markdown, meta=meta)


def with_switch(pages: Collection[ComposedPage], codes: Collection[str]) -> list[ComposedPage]:
    """The pages, each with the ways to its other languages, and which of them really are translations."""
    if not codes:
        return list(pages)
    real = {page.slug for page in pages if page.meta.get("bahasa") != INDONESIAN}
    found = []
    for page in pages:
        prefix = page.meta.get("bahasa_awalan", "")
        slug = page.slug.removeprefix(prefix)
        ways = [
            {
                "kode": code,
                "nama": "Indonesia" if code == INDONESIAN else LANGUAGES[code],
                "url": _url(way, slug),
                "ini": way == prefix,
                "terjemahan": f"{way}{slug}" in real,
            }
            for code, way in [(INDONESIAN, ""), *((code, f"{code}/") for code in codes)]
        ]
        found.append(dataclasses.replace(page, meta={**page.meta, "bahasa_lain": ways}))
    return found


def _url(prefix: str, slug: str) -> str:
    return f"{prefix}{'' if slug == HOME else slug + '/'}" or "./"
