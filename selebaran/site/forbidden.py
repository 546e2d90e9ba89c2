"""What must not stand in a finished web root, whoever put it there: the last look before a site is handed out.

Values are escaped and district text is cleaned long before. This asks again, of the files as they are written, that
nothing acts, loads from another host, sends what somebody types elsewhere, or keeps a cookie.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from selebaran.jobs.recalled import remembered
from selebaran.jobs.tree import in_order
from selebaran.model.artifact import may_be_in_site
from selebaran.site.inline import INLINE, LOST
from selebaran.site.policy import DATA_BLOCKS

Attributes = list[tuple[str, str | None]]

TAGS = frozenset(
    (
        *("iframe", "frame", "frameset", "object", "embed", "applet", "portal", "base", "style", "template", "math"),
        *("audio", "video", "source", "track", "foreignobject", "animate", "animatemotion", "animatetransform", "set"),
        *("use", "image", "feimage", "handler", "listener"),
    )
)
"""Elements that no page has."""
NEVER = frozenset(("style", "srcdoc", "formaction", "ping", "background", "manifest", "codebase", "archive"))
"""Attributes that no element has, beside those that begin with "on"."""
ADDRESSES = frozenset(("href", "src", "action", "poster", "cite", "data", "longdesc", "xlink:href"))
LISTS = frozenset(("srcset", "imagesrcset"))
"""Attributes that hold addresses, one or several."""
LEADS_TO = frozenset(("https", "mailto", "tel", "geo"))
"""Schemes of links that a person follows. Nothing is loaded from there."""
NAMES_PAGES = frozenset(("canonical", "alternate"))
"""Relations of a `link` that only name a page of this site by its whole address."""
LOADERS = frozenset(("script", "link", "img", "body"))
"""Elements that come after the page's policy."""
SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.I)
BLANKS = re.compile(r"[\x00-\x20\x7f-\xa0]")
"""What browsers leave out of an address."""
CSS_URL = re.compile(r"""url\(\s*(?:"([^"]*)"|'([^']*)'|([^)'"]*))\s*\)""", re.I)
FORBIDDEN = {
    ".css": re.compile(r"@import|expression\(|-moz-binding|(?<![\w-])behavior\s*:|javascript:", re.I),
    ".js": re.compile(r"document\.cookie|cookieStore|\beval\(|new Function\(|document\.write\("),
    ".svg": re.compile(
        r"<\s*(?:script|foreignObject|iframe|image|animate\w*|set|handler)\b|\son\w+\s*=|<!(?:DOCTYPE|ENTITY)|@import"
        r"|\bhref\s*=\s*[\"'](?!#)|url\(\s*[\"']?(?!#|[\"'])|javascript:",
        re.I,
    ),
}


class Watch:
    """Looks at the parts of one page as a parser meets them. `found` has each fault and its line, `sent_on` where the
    page sends whoever opens it: only an old address may."""

    def __init__(self, address: str | None) -> None:
        self._address = address
        self._script: tuple[dict[str, str | None], int] | None = None
        self._texts: list[str] = []
        self._has_policy = False
        self.found: list[tuple[str, int]] = []
        self.sent_on: list[tuple[str, int]] = []

    def tag(self, tag: str, attributes: Attributes, line: int) -> None:
        """An element begins."""
        given = dict(attributes)
        self.found += [(fault, line) for fault in forbidden(tag, attributes, self._address)]
        if tag == "script":
            self._script = given, line
        if tag == "meta" and "http-equiv" in given:
            self._pragma((given["http-equiv"] or "").lower(), given.get("content") or "", line)
        elif tag in LOADERS and not self._has_policy:
            self._has_policy = True  # it is enough to say it once
            self.found.append((f"<{tag}> sebelum Content-Security-Policy", line))

    def _pragma(self, name: str, content: str, line: int) -> None:
        """What a page says in place of its server."""
        if name == "content-security-policy":
            self._has_policy = True
        elif name == "refresh":
            self.sent_on.append((content, line))
        else:
            self.found.append(('<meta http-equiv="…">', line))

    def text(self, text: str) -> None:
        """A part of what stands in a script or style."""
        self._texts.append(text)

    def close(self) -> None:
        """The page ends. A script that nobody closed has the rest of it for its text."""
        self._texts.append("…")
        self.end()

    def end(self) -> None:
        """A script ends, or the page."""
        script, text = self._script, "".join(self._texts)
        self._script, self._texts = None, []
        if script is None or not text.strip():
            return
        given, line = script
        is_data = (given.get("type") or "").lower() in DATA_BLOCKS
        if "src" in given or not (is_data or text in (*INLINE, LOST)):
            self.found.append(("<script> dengan isi", line))


def forbidden(tag: str, attributes: Attributes, address: str | None) -> list[str]:
    """What is wrong with an element of a page whose site has this address."""
    faults = [f"<{tag}>"] if tag in TAGS else []
    names = {name for name, _ in attributes}
    if len(names) < len(attributes):
        faults.append(f"<{tag}> dengan atribut ganda")
    for name, value in attributes:
        if name.startswith("on") or name in NEVER:
            faults.append(f"<{tag} {name}>")
        elif (name in ADDRESSES and not _is_allowed(tag, name, value or "", attributes, address)) or (
            name in LISTS and any(map(_is_elsewhere, (value or "").split(",")))
        ):
            faults.append(f'<{tag} {name}="{(value or "")[:60]}">')
    return faults


def _is_allowed(tag: str, name: str, value: str, attributes: Attributes, address: str | None) -> bool:
    if not _is_elsewhere(value):
        return name in ("href", "src", "action", "xlink:href")
    if tag == "a" and name == "href":
        scheme = SCHEME.match(BLANKS.sub("", value))
        return scheme is not None and scheme[1].lower() in LEADS_TO
    rel = (dict(attributes).get("rel") or "").strip().lower()
    return tag == "link" and rel in NAMES_PAGES and address is not None and value.startswith(address)


def _is_elsewhere(value: str) -> bool:
    """Whether an address leads out of the site: it has a scheme, or begins with a host."""
    plain = BLANKS.sub("", value).replace("\\", "/")
    return bool(SCHEME.match(plain)) or plain.startswith("//")


def faults_of_files(root: Path, styles: Iterable[tuple[Path, str]]) -> Iterator[tuple[Path, str]]:
    """Each file other than a page that must not be there, or not so; `styles` are the style sheets, read already."""
    texts = dict(styles)
    for name, entry in in_order(root):
        path = root / name
        if entry.is_symlink() or not entry.is_file() or not may_be_in_site(name):
            yield path, "berkas jenis ini"
        elif (ending := path.suffix.lower()) in FORBIDDEN:
            text = texts[path] if path in texts else path.read_text("utf-8")
            yield from ((path, fault) for fault in _faults_of_text(ending, text))


@remembered(1 << 7)
def _faults_of_text(ending: str, text: str) -> tuple[str, ...]:
    """What must not stand in a file of a kind. All sites of a build send the same scripts and styles."""
    found = FORBIDDEN[ending].search(text)
    loaded = (f"url({target[:60]})" for target in _loaded(text)) if ending == ".css" else ()
    return (*([found[0].strip()] if found else ()), *loaded)


def _loaded(css: str) -> Iterator[str]:
    """What a style sheet loads from elsewhere; a small picture may be written into it."""
    for found in CSS_URL.finditer(css):
        target = (found[1] or found[2] or found[3] or "").strip()
        if _is_elsewhere(target) and not target.lower().startswith("data:image/"):
            yield target
