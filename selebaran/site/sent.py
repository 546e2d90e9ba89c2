"""What a site sends beside its pages to all of them: one stylesheet, one script. Their names tell what is in them."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from mkdocs.utils import get_theme_dir

from selebaran.jobs.recalled import Key, Recalled, recalling
from selebaran.model.theme import SiteTheme
from selebaran.site.inline import LOST
from selebaran.site.night import with_night
from selebaran.site.style import Style, style_of
from selebaran.site.theme import LIBRARY, library_sheets, templates_of, text_of

SHEETS = ("assets/selebaran.css",)
"""Ours, behind the theme's and the tokens."""
SCRIPT = "assets/alat.js"
"""Menu, search, the reader's kecamatan."""
JOINED = frozenset((*SHEETS, SCRIPT))
"""Files of the project's theme that go onto a site under another name."""


@dataclass(frozen=True)
class Sent:
    """The files by path, and where each lies."""

    style: Style
    style_path: str
    script_path: str
    script: bytes

    @property
    def files(self) -> dict[str, bytes]:
        """By path."""
        return {self.style_path: self.style.text.encode(), self.script_path: self.script}

    @property
    def values(self) -> dict[str, str]:
        """Under the names that templates use."""
        return {"gaya": self.style_path, "alat": self.script_path, "sesat": LOST}


_SENT = cast(Recalled[Key, Sent], recalling("kiriman", 4, readied=True))


def sent_of(theme: SiteTheme) -> Sent:
    """What the sites of a theme send."""
    digest = hashlib.sha256(theme.tokens.encode())
    for name, text in sorted(theme.templates.items()):
        digest.update(f"{name}:{len(text)}:{text}".encode("utf-8", "surrogatepass"))
    for name, content in sorted(theme.assets.items()):
        digest.update(f"{name}:{len(content)}:".encode() + content)
    key = (digest.hexdigest(),)
    return _SENT.get(key) or _SENT.put(key, _made(theme))


def _made(theme: SiteTheme) -> Sent:
    folders = (get_theme_dir(LIBRARY),)
    scripts = (_written(theme.assets, name) for name in theme.assets if name.endswith(".js"))
    drawn = (text_of(theme, folders, name) for name in templates_of(theme, theme.templates, folders))
    own = (_written(theme.assets, name) for name in SHEETS)
    style = style_of((*library_sheets(folders), with_night(theme.tokens)), own, (*drawn, *scripts))
    script = theme.assets.get(SCRIPT, b"")
    return Sent(style, _named("assets/gaya.{}.css", style.text.encode()), _named("assets/alat.{}.js", script), script)


def _written(assets: Mapping[str, bytes], name: str) -> str:
    return assets.get(name, b"").decode("utf-8", "replace")


def _named(pattern: str, content: bytes) -> str:
    return pattern.format(hashlib.sha256(content).hexdigest()[:8])
