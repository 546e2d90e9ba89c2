"""A published site as one file to carry: a ZIP whose pages open from a disk, where no folder opens by itself."""

from __future__ import annotations

import re
import zipfile
from datetime import date
from io import BytesIO
from pathlib import Path
from urllib.parse import urlsplit

from selebaran.model.artifact import COMPRESSED

ARCHIVE = "unduh/situs.zip"
PAGE = "unduh/index.html"
SIZE = "<span data-besar></span>"
"""Where the page of downloads says how large the archive is."""
OF_SERVERS = frozenset(("404.html", "robots.txt", "sitemap.xml", "sw.js", "manifest.webmanifest", "assets/simpan.json"))
"""What means nothing on a disk."""
PACKED = frozenset((".pdf", ".png", ".jpg", ".jpeg", ".webp"))
"""Kinds that grow no smaller."""
LINK = re.compile(r'(?<=\s)(href|action|content)="(0; url=)?([^"]*)"')
OF_SITE = re.compile(r'<link rel="manifest"[^>]*>\n?|<section class="bawa\b.*?</section>\n?', re.S)
"""What a page offers that only a site has."""


def write_archive(root: Path, day: date) -> None:
    """Write a web root's archive into it, and its size into the page that offers it."""
    content = archive_of(root, day)
    (root / ARCHIVE).parent.mkdir(exist_ok=True)
    (root / ARCHIVE).write_bytes(content)
    page = root / PAGE
    size = f"{max(len(content), 100_000) / 1e6:.1f} MB".replace(".", ",")
    if page.is_file():
        page.write_text(page.read_text("utf-8").replace(SIZE, size), "utf-8")


def archive_of(root: Path, day: date) -> bytes:
    """The archive: the same bytes for the same site and day."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for path in sorted(root.rglob("*")):
            name = path.relative_to(root).as_posix()
            if not path.is_file() or name in OF_SERVERS or path.suffix in (*COMPRESSED, ".zip"):
                continue
            info = zipfile.ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
            info.compress_type = zipfile.ZIP_STORED if path.suffix in PACKED else zipfile.ZIP_DEFLATED
            content = path.read_bytes()
            archive.writestr(info, on_disk(content.decode()).encode() if path.suffix == ".html" else content)
    return made.getvalue()


def on_disk(page: str) -> str:
    """A page whose links name files."""
    return LINK.sub(_link, OF_SITE.sub("", page))


def _link(found: re.Match[str]) -> str:
    name, ahead, target = found[1], found[2] or "", found[3]
    if name == "content" and not ahead:
        return found[0]
    return f'{name}="{ahead}{_file(target)}"'


def _file(target: str) -> str:
    parts = urlsplit(target)
    if parts.scheme or parts.netloc or not parts.path or parts.path.startswith("/"):
        return target
    path = parts.path
    if path.rpartition("/")[2] in (".", ".."):
        path += "/"
    if path.endswith("/"):
        path = f"{path}index.html".removeprefix("./")
    return parts._replace(path=path).geturl()
