"""What a page may load and run: its Content Security Policy (W3C CSP Level 3), made from the page as it was built.

Nothing is allowed but what is named. No inline script runs but those of site/inline.py, each named by its digest. A
script that got in by any other way has no digest here, and a browser refuses it.
"""

from __future__ import annotations

import base64
import hashlib
import html
import re
from collections.abc import Callable, Iterable
from pathlib import Path

from selebaran.jobs.stages import staged
from selebaran.site.blanks import squeezed
from selebaran.site.inline import INLINE, LOST

DATA_BLOCKS = ("application/json", "application/ld+json")
"""Types of a script element that no browser runs (HTML, "prepare the script element"): they need no permission."""


def digest(text: str) -> str:
    """How a policy names an inline script or style."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


DIRECTIVES: dict[str, tuple[str, ...]] = {
    "default-src": ("'none'",),
    "script-src": ("'self'", *map(digest, INLINE)),
    "style-src": ("'self'",),
    "img-src": ("'self'",),
    "connect-src": ("'self'",),
    "worker-src": ("'self'",),
    "manifest-src": ("'self'",),
    "form-action": ("'self'",),
    "base-uri": ("'none'",),
}
"""What a page of a site, and the portal, may do."""
ALONE: dict[str, tuple[str, ...]] = {
    "default-src": ("'none'",),
    "style-src": (),
    "form-action": ("'none'",),
    "base-uri": ("'none'",),
}
"""What a page may do that stands alone, with its style written into it: it loads nothing and runs nothing."""
IN_HEADER = ("script-src", "connect-src", "worker-src", "form-action", "base-uri")
"""What a server's header repeats, for workers and for what isn't a page."""
LOOSER = {"default-src": ("'self'",), "style-src": ("'self'", "'unsafe-inline'")}
"""What a header may not forbid, for it holds for every file: our drawings are SVG files with a style of their own, and
browsers show a PDF in a frame of theirs. Pages keep to their own policy besides."""
META = '<meta http-equiv="Content-Security-Policy" content="{}">'
CHARSET = re.compile(r'<meta charset="utf-8">\n?', re.I)
ELEMENT = re.compile(r"<(script|style)\b([^>]*)>(.*?)</\1\s*>", re.S | re.I)
TYPE = re.compile(r"""\btype\s*=\s*["']?([^"'\s>]+)""", re.I)


@staged("kebijakan")
def guarded_site(root: Path) -> None:
    """Write its policy into every page of a web root, and leave out blanks."""
    for path in sorted(root.rglob("*.html")):
        path.write_text(guarded(squeezed(path.read_text("utf-8"))), "utf-8")


def guarded(page: str) -> str:
    """A page with its policy as early in the head as may be: after the charset, before anything that loads."""
    return _with(page, DIRECTIVES, {"script-src": [LOST] if f">{LOST}</script>" in page else []})


def guarded_alone(page: str) -> str:
    """The same for a page that stands alone: only the style that is written into it is used."""
    return _with(page, ALONE, {"style-src": _inline(page, "style")})


def guarded_beside(page: str) -> str:
    """The same for a page that is opened from a folder, with its stylesheet beside it."""
    return _with(page, ALONE | {"style-src": ("'self'", "file:")}, {"style-src": _inline(page, "style")})


def header_policy() -> str:
    """The policy of every file of a site, for a server's header; that nobody may frame it, only a header can say."""
    limits = LOOSER | {name: DIRECTIVES[name] for name in IN_HEADER} | {"frame-ancestors": ("'none'",)}
    return written(limits | {"script-src": (*DIRECTIVES["script-src"], digest(LOST))})


def written(directives: dict[str, tuple[str, ...]]) -> str:
    """A policy as it is sent."""
    return "; ".join(" ".join((name, *(values or ("'none'",)))) for name, values in directives.items())


def runs(attributes: str) -> bool:
    """Whether a browser would run a script element with these attributes as they are written."""
    kind = TYPE.search(attributes)
    return kind is None or kind[1].lower() not in DATA_BLOCKS


def _inline(page: str, tag: str) -> list[str]:
    found = [(name.lower(), attributes, text) for name, attributes, text in ELEMENT.findall(page)]
    texts = [text for name, attributes, text in found if name == tag and text.strip() and _is_inline(name, attributes)]
    return list(dict.fromkeys(texts))


def _is_inline(tag: str, attributes: str) -> bool:
    return tag == "style" or (runs(attributes) and not re.search(r"\bsrc\s*=", attributes, re.I))


def _with(page: str, directives: dict[str, tuple[str, ...]], inline: dict[str, Iterable[str]]) -> str:
    given = {name: (*directives[name], *map(digest, texts)) for name, texts in inline.items()}
    meta = META.format(html.escape(written(directives | given), quote=False))
    return CHARSET.sub(_after(meta), page, count=1)


def _after(meta: str) -> Callable[[re.Match[str]], str]:
    return lambda found: f"{found[0].rstrip()}\n{meta}\n"
