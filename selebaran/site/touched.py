"""What every page of a site would repeat, in a file beside them: the menu's groups, the search's dialog, and the script
that puts both into the page and answers the first touch. A second page then brings nothing but what is its own."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from types import SimpleNamespace
from typing import Any

import jinja2
from mkdocs.config.defaults import MkDocsConfig

from selebaran.model.page import ComposedPage
from selebaran.site.blanks import squeezed
from selebaran.site.inline import sent

BEGIN = "assets/sentuh."
"""How the names of these files begin; a digest of what is in them follows."""
GROUPS, DIALOG = "partials/kelompok.html", "partials/search.html"
INDONESIAN = "id"


def touched_files(
    env: jinja2.Environment, config: MkDocsConfig, pages: Iterable[ComposedPage], worker: str
) -> dict[str, tuple[str, str]]:
    """Path and content of each file, by the beginning of the addresses that it leads to and the language of its words,
    as a page's template joins them. `worker` is the service worker's name where there is one."""
    spoken = {(page.meta.prefix, page.meta.spoken.code) for page in pages if page.meta.spoken}
    found = {}
    for prefix, code in sorted({("", INDONESIAN), *spoken}):
        text = _filled(env, config, prefix, code, worker)
        found[prefix + code] = path_of_touched(text), text
    return found


def path_of_touched(text: str) -> str:
    """The path of a file with this content."""
    return f"{BEGIN}{hashlib.sha256(text.encode()).hexdigest()[:8]}.js"


def _filled(env: jinja2.Environment, config: MkDocsConfig, prefix: str, code: str, worker: str) -> str:
    values = {
        "#ALAT": config.extra["berkas"]["alat"],
        "#SW": worker,
        "#MENU": _drawn(env, GROUPS, config, prefix, code, tempat="menu", daftar=config.extra["situs"]["kelompok"]),
        "#CARI": _drawn(env, DIALOG, config, prefix, code),
    }
    text = sent("sentuh.js")
    for mark, value in values.items():
        text = text.replace(f'"{mark}"', json.dumps(value, ensure_ascii=False))
    return text


def _drawn(env: jinja2.Environment, name: str, config: MkDocsConfig, prefix: str, code: str, **given: Any) -> str:
    """A part of a page that lies at the site's root and is none of those that the menu leads to."""
    page = SimpleNamespace(url="", meta={"bahasa": code, "bahasa_awalan": prefix})
    own = {"config": config, "page": page, "base_url": "", "awalan": prefix, "rumah": prefix or "./"}
    return (
        squeezed(env.get_template(name).render({**own, "situs": config.extra["situs"], **given}))
        .strip()
        .replace(">\n<", "><")
    )
