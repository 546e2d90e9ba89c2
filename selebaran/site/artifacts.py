"""A finished web root -> what each of its files was made from."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache
from importlib.metadata import version
from pathlib import Path

from mkdocs.utils import get_theme_dir

from selebaran.compose.district.added import added_paths
from selebaran.compose.district.chart import figure_paths
from selebaran.compose.page.changes import feed_path
from selebaran.compose.page.news import FEED
from selebaran.jobs.stages import staged
from selebaran.jobs.tree import in_order
from selebaran.model.artifact import COMPRESSED, WORKER, Artifact, Kind
from selebaran.model.edition import Edition
from selebaran.model.registry import drawing_file
from selebaran.model.sharing import FOLDER
from selebaran.model.theme import SiteTheme
from selebaran.model.usage import Usage
from selebaran.site.archive import ARCHIVE
from selebaran.site.blame import TEMPLATES, path_of
from selebaran.site.choices import PATH as CHOICES
from selebaran.site.choices import places_of
from selebaran.site.pocket import LIST, MANIFEST
from selebaran.site.search_index import INDEX, MORE, language_file
from selebaran.site.sent import SHEETS, sent_of
from selebaran.site.theme import LIBRARY, templates_of
from selebaran.site.touched import BEGIN, DIALOG, GROUPS

CONFIG = "mkdocs.yml"
TOKENS = "templates/tokens.css"
SYNONYMS = "content/sinonim.yml"
THEME = f"tema:mkdocs-material=={version('mkdocs-material')}"
ENGINES = frozenset((THEME, f"mesin:mkdocs=={version('mkdocs')}"))
PRESS = frozenset(
    (
        f"mesin:weasyprint=={version('weasyprint')}",
        *(f"huruf:{name}=={version(name)}" for name in ("fontpkg-plus-jakarta-sans", "fontpkg-public-sans")),
    )
)
OF_ALL = frozenset((WORKER, LIST, ARCHIVE))
"""Files made from all others of a publication."""
KINDS: dict[str, Kind] = {
    ".html": "halaman",
    ".css": "gaya",
    ".js": "skrip",
    ".pdf": "lembar",
    **dict.fromkeys((".svg", ".png", ".jpg", ".jpeg", ".webp"), "gambar"),
}
"""Kinds by the ending of a file's name; all others hold data."""


@staged("sidik")
def artifacts_of(root: Path, edition: Edition) -> tuple[Artifact, ...]:
    """Every file of a web root, by path."""
    return tuple(_artifacts(root, _Sources(edition, OfTheme(edition.theme)), edition.published))


class OfTheme:
    """What the pages and sheets of sites with one theme are made of, told once for all of them."""

    def __init__(self, theme: SiteTheme) -> None:
        self._theme, self.style = theme, _style_files(theme)
        self.drawn = lru_cache(maxsize=64)(self._templates)

    def _templates(self, name: str) -> frozenset[str]:
        """What a page is drawn with that has this template. It names stylesheet and script by what is in them."""
        theme = self._theme
        names = templates_of(theme, (name, "main.html"), (_library(),))
        return ENGINES | self.style | {CONFIG, *(f"{TEMPLATES}/{one}" for one in names if one in theme.templates)}


class Beside:
    """What files of a preview's site are made from, wherever they lie, beside those of one of the same theme."""

    def __init__(self, edition: Edition, theme: OfTheme) -> None:
        self._sources = _Sources(edition, theme)

    def artifact(self, path: str) -> Artifact:
        """A file without its digest, which is told where it is known what it holds."""
        return _artifact(path, "", self._sources)

    def inputs(self, paths: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """What each of these is made from."""
        return {path: tuple(sorted(self._sources.of(path))) for path in paths}


def _artifact(name: str, digest: str, sources: _Sources, inputs: Iterable[str] | None = None) -> Artifact:
    kind = "pencarian" if name in sources.search else KINDS.get(Path(name).suffix, "data")
    return Artifact(name, kind, digest, tuple(sorted(sources.of(name) if inputs is None else inputs)))


def _artifacts(root: Path, sources: _Sources, is_published: bool) -> Iterator[Artifact]:
    files = {name: root / name for name, entry in in_order(root) if entry.is_file()}
    of_all = OF_ALL if is_published else frozenset()
    whole = frozenset().union(*map(sources.of, files.keys() - of_all))
    for name, path in files.items():
        inputs = whole if _plain(name) in of_all else sources.of(name)
        yield _artifact(name, hashlib.sha256(path.read_bytes()).hexdigest(), sources, inputs)


def _plain(name: str) -> str:
    return name.removesuffix(COMPRESSED[0]).removesuffix(COMPRESSED[1])


def _style_files(theme: SiteTheme) -> frozenset[str]:
    """What the stylesheet and the script of all pages are made of."""
    scripts = (name for name in theme.assets if name.endswith(".js"))
    return frozenset((THEME, TOKENS, *(f"{TEMPLATES}/{name}" for name in (*theme.templates, *scripts, *SHEETS))))


def _drawn_cards(edition: Edition) -> frozenset[str]:
    """What the pictures to be passed on are made of."""
    return _joined(outcome.usage for card in edition.shared.cards for outcome in card.made.values())


class _Sources:
    """Answers from which files of the project, and from which libraries, a file of the site was made."""

    def __init__(self, edition: Edition, theme: OfTheme) -> None:
        self._edition = edition
        languages = {page.meta.prefix.rstrip("/") for page in edition.pages if page.meta.prefix}
        self.search = frozenset((INDEX, MORE, *map(language_file, languages)))
        self._frame = edition.frame.usage.files
        self._pieces = {outcome.name: outcome.usage.files for outcome in edition.outcomes}
        self._printed = _joined(outcome.usage for outcome in edition.outcomes)
        self._pages = _joined(page.usage for page in edition.pages)
        self._built = {path_of(page): page for page in (*edition.paper_pages, *edition.pages)}
        self._style, self._drawn = theme.style, theme.drawn
        self._touched = self._drawn(GROUPS) | self._drawn(DIALOG) | self._frame | {SYNONYMS}
        folder = f"districts/{edition.slug}"
        self._identity = frozenset((f"{folder}/daerah.yml",))
        self._figures = frozenset((f"{folder}/capaian.yml",)) | self._identity
        self._told = frozenset((f"districts/_edisi/{edition.slug}-kalender.yml",))
        self._ledger = frozenset((f"districts/_edisi/{edition.slug}.yml",))
        passed_on = _drawn_cards(edition) | self._printed | self._frame | self._identity | {f"{folder}/jadwal.yml"}
        self._folders: tuple[tuple[str, Callable[[str], frozenset[str]]], ...] = (
            ("unduh/", lambda name: self._pieces.get(name.split("/")[1], self._printed) | PRESS),
            (f"{FOLDER}/", lambda _: passed_on | PRESS),
            (BEGIN, lambda _: self._touched),
            ("assets/seni/", lambda name: frozenset((drawing_file(Path(name).stem, edition.own_drawings),))),
            ("gambar/", lambda name: frozenset((f"{folder}/{name}",)) | self._identity),
        )
        self._files = {
            **self._sent(),
            MANIFEST: self._identity,
            "robots.txt": self._identity,
            "sitemap.xml": self._drawn("sitemap.xml") | self._pages | self._frame | self._ledger | self._printed,
            **dict.fromkeys(self.search, self._pages | self._frame | {SYNONYMS} | ENGINES),
            FEED: self._pages | self._identity,
            feed_path(edition.frame.about or ""): self._pages | self._frame,
            **dict.fromkeys((*figure_paths(edition.frame.about), *added_paths(edition.frame.about)), self._figures),
        }

    def _sent(self) -> dict[str, frozenset[str]]:
        """The stylesheet and the script of all pages, and the picture of the ways in."""
        sent, edition = sent_of(self._edition.theme), self._edition
        drawn = (drawing_file(name, edition.own_drawings) for name in places_of(edition))
        return {
            sent.style_path: self._style,
            sent.script_path: self._style,
            CHOICES: frozenset(drawn) | self._pages,
        }

    def of(self, name: str) -> frozenset[str]:
        """The inputs of a file by its path in the web root; compressed, it is the same."""
        name = _plain(name)
        if name in self._files:
            return self._files[name]
        if name.endswith(".html"):
            return self._of_page(name)
        for begin, sources in self._folders:
            if name.startswith(begin):
                return sources(name)
        if name in self._edition.theme.assets:
            return frozenset((f"{TEMPLATES}/{name}",))
        if name in self._edition.files:
            return self._pages | self._printed | self._frame | self._told
        return frozenset((THEME,))

    def _of_page(self, name: str) -> frozenset[str]:
        page = self._built.get(name)
        if page is None:
            return self._drawn(Path(name).name) | self._frame
        found = page.usage.files | self._frame | self._drawn(page.meta.template or "main.html")
        if page in self._edition.paper_pages:  # it says what the sheet says today, and which is the newest
            return found | self._printed | self._ledger
        return found | self._printed | PRESS if page.meta.offers else found  # it tells how large each file is


@cache
def _library() -> str:
    """The library's folder. MkDocs looks through all packages for it."""
    return get_theme_dir(LIBRARY)


def _joined(usages: Iterable[Usage]) -> frozenset[str]:
    return frozenset().union(*(used.files for used in usages))
