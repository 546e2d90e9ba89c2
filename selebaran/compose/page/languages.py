"""A site in a second language: translated pages where somebody reviewed them, Indonesian with a note elsewhere.

Every page has an address in each language of the district, so that who reads one language stays in it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from hashlib import sha256

from selebaran.compose.fact.policy import GONE
from selebaran.compose.page.links import moved
from selebaran.compose.page.standing import OwnBlocks
from selebaran.model.language import INDONESIAN, Language, Languages
from selebaran.model.own_text import OwnPage
from selebaran.model.page import ComposedPage, PageSource, address_of
from selebaran.model.page_meta import PageMeta, Spoken, Way
from selebaran.model.problem import Place, Problem, gathered, problem, warning
from selebaran.model.usage import Usage
from selebaran.words.near import nearest

ID = re.compile(r'<[a-z]\w* [^>]*?\bid="([^"]+)"')
NOTE = "Halaman ini belum ada dalam bahasa {nama}. Yang tampil bahasa Indonesia."
UNREVIEWED = "Terjemahan ini belum ditinjau penutur bahasa {nama}."
DATED = re.compile(r'(<p class="fakta-lewat"[^>]*>)(.*?)(</p>)')
FROM_DISTRICT = re.compile(r'^<div class="dari-daerah"', re.M)


@dataclass(frozen=True)
class Translation:
    """A composed page in another language; `reviewer` is None while nobody has vouched for it. `is_current`: the
    Indonesian text is still the one that it was made from."""

    page: ComposedPage
    reviewer: str | None
    is_current: bool = True


def translated(
    sources: Collection[PageSource], prints: Mapping[str, str], compose: Callable[[PageSource], ComposedPage]
) -> tuple[tuple[Translation, ...], tuple[Problem, ...]]:
    """Translations of shared pages into one language, and what is wrong with them, or out of date. `prints` are the
    fingerprints of the Indonesian pages, by slug."""
    outdated = {page.slug: drift(page.front.original, prints.get(page.slug), page.place) for page in sources}

    def translation(source: PageSource) -> Translation:
        return Translation(compose(source), source.front.reviewer, not outdated[source.slug])

    made, faults = gathered(partial(translation, source) for source in sources)
    return made, (*(notice for notices in outdated.values() for notice in notices), *faults)


def in_languages(
    pages: Sequence[ComposedPage],
    translations: Mapping[str, Iterable[Translation]],
    languages: Languages,
    *,
    published: bool,
) -> tuple[ComposedPage, ...]:
    """The pages, and after them those in other languages, whose `translations` stand under the language's code."""
    found = list(pages)
    for code, made in translations.items():
        by_slug = {translation.page.slug: translation for translation in made}
        found += in_language(code, languages[code], pages, by_slug, published=published)
    return with_switch(found, {code: languages[code].name for code in translations})


def fingerprint_of(page: PageSource | OwnPage) -> str:
    """What stands for a page's title, summary and text: it changes when one of them does."""
    body = page.body if isinstance(page, OwnPage) else page.text_of("") or ""
    lines = [page.front.title, page.front.summary, *body.strip().split("\n")]
    return sha256("\n".join(line.rstrip() for line in lines).encode()).hexdigest()[:8]


def drift(given: str | None, now: str | None, place: Place) -> list[Problem]:
    """A notice where a translation was made from another text than the one that stands there `now`, or doesn't say of
    which, as a first one."""
    if now is None or given == now:
        return []
    return [warning("terjemahan-usang" if given else "terjemahan-tanpa-sidik", Place(place.file, 1), sidik=now)]


def unspoken(pages: Collection[OwnPage], spoken: Collection[str], languages: Languages) -> list[Problem]:
    """Translations that a district itself wrote into a language of which it doesn't say that its site has it. What a
    province wrote is for those of its districts that do."""
    return [
        problem("terjemahan-tanpa-bahasa", Place(page.place.file, 1), kode=code, nama=languages[code].name)
        for page in pages
        if (code := page.language) and page.layer == "daerah" and code in languages and code not in spoken
    ]


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
    code: str,
    language: Language,
    pages: Collection[ComposedPage],
    translations: Mapping[str, Translation],
    *,
    published: bool,
) -> list[ComposedPage]:
    """All pages at their addresses in a language. An unreviewed translation is not published; a preview marks it. One
    that is out of date is shown nowhere."""
    slugs = {page.slug for page in pages}
    found = []
    for page in pages:
        translation = translations.get(page.slug)
        vouched = translation and translation.is_current and (translation.reviewer or not published)
        if translation and vouched and _stands_for(translation.page, page):
            found.append(_translated(translation, page, code, language, slugs))
        else:
            found.append(_fallen_back(page, code, language.name, slugs))
    return found


def as_indonesian(own: OwnBlocks | None) -> OwnBlocks | None:
    """A district's words for blocks, marked as Indonesian, to stand in a translation."""
    if own is None:
        return None
    marked = {name: FROM_DISTRICT.sub(rf'\g<0> lang="{INDONESIAN}"', html) for name, html in own.html.items()}
    return replace(own, html=marked)


def _stands_for(translation: ComposedPage, page: ComposedPage) -> bool:
    """Whether a translation may be shown in the page's place. It may not where it would say what the page leaves out
    today (it doesn't name the fact), or would leave out what the district says in the page's place."""
    if page.withheld_for or translation.withheld_for:
        return False
    parts = set(page.overridden) & set(page.origins)
    return _gone(page) <= _gone(translation) and "" not in page.overridden and parts <= set(translation.origins)


def _gone(page: ComposedPage) -> set[str]:
    return {name for treated in page.treated.values() for name, how in treated.items() if how in GONE}


def _translated(
    translation: Translation, page: ComposedPage, code: str, language: Language, slugs: Collection[str]
) -> ComposedPage:
    """A translation at its address. What the program itself says in it is marked as Indonesian."""
    html = DATED.sub(rf'\1<span lang="{INDONESIAN}">\2</span>\3', translation.page.html)
    if missing := sorted({*ID.findall(page.html)} - {*ID.findall(html)}):  # links to a part arrive all the same
        spans = "".join(f'<span id="{name}"></span>' for name in missing)
        html += f"\n<div>{spans}</div>\n"
    note = None if translation.reviewer else UNREVIEWED.format(nama=language.name)
    spoken = Spoken(
        code,
        f"{code}/",
        note,
        translation.reviewer,
        is_from_the_right=language.is_from_the_right,
        is_roomy=language.is_roomy,
    )
    meta = replace(translation.page.meta, spoken=spoken)
    return _moved(replace(translation.page, html=html, meta=meta), spoken.prefix, slugs)


def _fallen_back(page: ComposedPage, code: str, name: str, slugs: Collection[str]) -> ComposedPage:
    """The Indonesian page at an address of another language. It says nothing of its own: its facts are not counted."""
    spoken = Spoken(INDONESIAN, f"{code}/", NOTE.format(nama=name))
    meta = replace(page.meta, spoken=spoken, noindex=True)
    same = replace(page, meta=meta, usage=Usage(files=page.usage.files), blocks={}, treated={}, withheld_for=())
    return _moved(same, spoken.prefix, slugs)


def _moved(page: ComposedPage, prefix: str, slugs: Collection[str]) -> ComposedPage:
    """A page one folder deeper: links to pages stay in the language, all others lead up."""
    slug = f"{prefix}{page.slug}"
    html, below = (moved(text, page.slug, slug, slugs.__contains__) for text in (page.html, page.same_below))
    return replace(page, slug=slug, html=html, same_below=below)


def with_switch(pages: Collection[ComposedPage], names: Mapping[str, str]) -> tuple[ComposedPage, ...]:
    """The pages, each with the ways to its other languages (by code, with their names), and which of them really are
    translations."""
    if not names:
        return tuple(pages)
    real = {page.slug for page in pages if not page.meta.is_fallback}
    return tuple(replace(page, meta=replace(page.meta, ways=_ways(page.meta, names, real))) for page in pages)


def _ways(meta: PageMeta, names: Mapping[str, str], real: Collection[str]) -> tuple[Way, ...]:
    """The ways to a page's languages. `real` are the slugs at which something in their own language stands."""
    prefixes = {INDONESIAN: "", **{code: f"{code}/" for code in names}}
    return tuple(
        Way(
            code,
            "Indonesia" if code == INDONESIAN else names[code],
            address_of(f"{prefix}{meta.slug}") or "./",
            is_here=prefix == meta.prefix,
            is_translated=f"{prefix}{meta.slug}" in real,
        )
        for code, prefix in prefixes.items()
    )
