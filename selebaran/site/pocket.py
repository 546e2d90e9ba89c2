"""A published site in the pocket: a manifest, and a service worker that keeps pages on the phone (data/sw.js).

The worker knows each file of its edition by a digest, and the edition by that of their list: so two are never mixed.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from selebaran.model.artifact import WORKER
from selebaran.model.edition import Edition
from selebaran.site.inline import FOLDER, sent
from selebaran.site.search_index import INDEX, MORE, language_file

MANIFEST, LIST = "manifest.webmanifest", "assets/simpan.json"
OFFLINE = "offline/"
ICON = "assets/seni/lipatan.svg"


@dataclass(frozen=True)
class Icon:
    """The same mark in pixels, on a ground that may be cut round: some phones take no SVG. It names no district."""

    side: int

    @property
    def file(self) -> str:
        """Its file beside the programs' other data."""
        return f"ikon-{self.side}.png"

    @property
    def path(self) -> str:
        """Its place on a site."""
        return f"assets/{self.file}"


DRAWN = (Icon(192), Icon(512))
SEARCH = (
    "assets/cari.js",
    "assets/cari-mesin.js",
    INDEX,
    MORE,
    "assets/cari-cuplikan.js",
)
NEVER = ("unduh/", "e/")
"""Folders of which nothing but `unduh/` itself is kept: sheets are large, and a page of a sheet must be of today."""
KEPT = frozenset((".html", ".css", ".js", ".svg", ".json", ".png", ".jpg", ".jpeg", ".webp", ".webmanifest"))
SOURCE = re.compile(r'\bsrc="([^"#?]+)|<link rel="(?:stylesheet|icon)"[^>]* href="([^"#?]+)')
LEAVES = sent("sw-lepas.js").encode()
"""What takes a site off the phone."""


def put_into_pocket(root: Path, core: list[str]) -> None:
    """Write the worker of a finished web root, which keeps the `core` at once, and the list of all that it may keep."""
    files = {path.relative_to(root).as_posix(): path for path in sorted(root.rglob("*")) if path.is_file()}
    listed = _list({name.removesuffix("index.html"): path for name, path in files.items() if _is_kept(name)})
    (root / LIST).write_bytes(listed)
    (root / WORKER).write_text(_worker(_digest(listed), core), "utf-8")


def pocket_files(edition: Edition) -> dict[str, str | bytes]:
    """What is there before: a published site's manifest. Any other site takes itself off phones that had kept it."""
    if not edition.published:
        return {WORKER: LEAVES}
    return {MANIFEST: _manifest(edition), **{icon.path: (FOLDER / icon.file).read_bytes() for icon in DRAWN}}


def core_of(root: Path, edition: Edition) -> list[str]:
    """Addresses of what is kept at once: home, the emergency page, the call bar's pages, the ways in, the menu, and
    what these pages load."""
    choices = (choice.target for page in edition.pages for choice in page.meta.choices if not page.meta.prefix)
    band = edition.frame.emergency
    slugs = (
        "",
        OFFLINE,
        *((band.link.address,) if band else ()),
        *(link.address for link in edition.frame.bar),
        *choices,
        *(link.address for link in edition.frame.menu),
    )
    pages = [slug for slug in dict.fromkeys(map(_bare, slugs)) if (root / slug / "index.html").is_file()]
    loaded = (found for slug in pages for found in _loaded(root, slug))
    return [
        *pages,
        *dict.fromkeys(
            name for name in (*loaded, *_script(root), *SEARCH, *_translated(edition)) if (root / name).is_file()
        ),
    ]


def _translated(edition: Edition) -> Iterable[str]:
    """The files of the search with pages in other languages."""
    return (language_file(page.meta.prefix.rstrip("/")) for page in edition.pages if page.meta.prefix)


def _bare(address: str) -> str:
    return address.partition("#")[0].removeprefix("./")


def _script(root: Path) -> Iterable[str]:
    """What a touch loads (data/sentuh.js)."""
    return (path.relative_to(root).as_posix() for path in root.glob("assets/alat.*.js"))


def _loaded(root: Path, slug: str) -> Iterable[str]:
    for found in SOURCE.findall((root / slug / "index.html").read_text("utf-8")):
        target = (root / slug / (found[0] or found[1])).resolve()
        if target.is_relative_to(root.resolve()):
            yield target.relative_to(root.resolve()).as_posix()


def _is_kept(name: str) -> bool:
    return (
        Path(name).suffix in KEPT
        and name not in (WORKER, LIST)
        and (not name.startswith(NEVER) or name == "unduh/index.html")
    )


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:12]


def _list(files: Mapping[str, Path]) -> bytes:
    """What "Simpan di HP" keeps, by address with its digest, and how much is sent for it."""
    contents = {name: path.read_bytes() for name, path in files.items()}
    size = sum(len(gzip.compress(content, 6, mtime=0)) for content in contents.values())
    found = {"besar": size, "berkas": {name: _digest(content) for name, content in contents.items()}}
    return json.dumps(found, separators=(",", ":")).encode()


def _worker(name: str, core: list[str]) -> str:
    values = {"#EDISI": name, "#INTI": core, "#LURING": OFFLINE, "#DAFTAR": LIST}
    text = sent("sw.js")
    for mark, value in values.items():
        text = text.replace(f'"{mark}"', json.dumps(value, separators=(",", ":")))
    return text


def _manifest(edition: Edition) -> str:
    names = edition.frame.names
    found = {
        "name": names.site,
        "short_name": names.site_short,
        "lang": "id",
        "start_url": "./",
        "scope": "./",
        "display": "minimal-ui",
        "icons": [
            {"src": ICON, "sizes": "any", "type": "image/svg+xml"},
            *(
                {"src": icon.path, "sizes": f"{icon.side}x{icon.side}", "type": "image/png", "purpose": "any maskable"}
                for icon in DRAWN
            ),
        ],
    }
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"
