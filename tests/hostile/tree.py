"""Reads what was built with other parsers than those that made it, and says what in it would act, load or lead
astray.

Pages are parsed by Lexbor (selectolax), as a browser would; sheets by pikepdf. The lists are this module's own: it
knows nothing of the cleaner's.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pikepdf
from selectolax.lexbor import LexborHTMLParser, LexborNode

TEXT_TAGS = frozenset(
    [
        "p",
        "br",
        "hr",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "a",
        "img",
        "strong",
        "em",
        "b",
        "i",
        "del",
        "sub",
        "sup",
        "blockquote",
        "code",
        "pre",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        *("u", "s", "ins", "mark", "small", "kbd", "details", "summary", "caption", "tfoot", "span"),
    ]
)
TURNED = ("p", "li", "dt", "dd", "td", "th", "blockquote", "h2", "h3", "h4", "h5", "h6")
TEXT_ATTRIBUTES = {
    **{tag: {"dir"} for tag in TURNED},
    "a": {"href", "title", "class"},
    "img": {"src", "alt", "title", "loading", "decoding", "width", "height"},
    "th": {"scope", "colspan", "rowspan", "class", "dir"},
    "td": {"colspan", "rowspan", "class", "dir"},
    "ol": {"start", "type", "class"},
    "ul": {"class"},
    "li": {"value", "dir"},
    "span": {"class"},
    "blockquote": {"class", "dir"},
    "details": {"open"},
    "table": {"class"},
    "strong": {"class"},
    **{f"h{level}": {"id", "dir"} for level in range(2, 7)},
}
AROUND_TABLE = {"class", "role", "tabindex", "aria-label"}
"""The attributes of the element that the page shell puts around a table."""
NEVER = frozenset(
    ["iframe", "object", "embed", "applet", "base", "frame", "frameset", "portal", "marquee", "math", "foreignobject"]
)
TOUCHED = re.compile(r"sentuh\.[0-9a-f]{8}\.js")
"""The file that brings menu and search to a page; the digest is that of the titles in it."""
STRING = re.compile(r'"(?:[^"\\\n]|\\.)*"')
LEADS = {"https", "mailto", "tel", ""}
OPENS_A_FORMULA = tuple("=+-@\t\r")
PDF_NEVER = (
    "/JavaScript",
    "/JS",
    "/Launch",
    "/EmbeddedFile",
    "/EmbeddedFiles",
    "/SubmitForm",
    "/ImportData",
    "/GoToR",
    "/RichMedia",
)


DATA = frozenset((".json", ".ics"))
"""Files whose text is words to whoever reads them, whatever it looks like."""
JSON = re.compile(r'<script type="application/(?:ld\+)?json"[^<>]*>[^<]*</script>')
"""The data of a page. A `<` in them might end them, so what has one is none."""


def without_data(text: str) -> str:
    """A page without the data in it."""
    return JSON.sub("", text)


def faults_of_html(html: str, scripts: frozenset[str] = frozenset(), host: str = "") -> list[str]:
    """What a page holds that it must not. `scripts` are those of a page without hostile text; None is allowed else."""
    tree = LexborHTMLParser(html)
    faults = []
    for node in tree.css("*"):
        faults += list(_anywhere(node, host))
        if node.tag == "script" and _script(node) not in scripts and not _is_data(node):
            faults.append(f"script {(node.text() or str(node.attributes))[:80]!r}")
    for node in tree.css("div.dari-daerah"):
        faults += list(_own_text(node))
    return faults


def scripts_of(html: str) -> set[str]:
    """The scripts of a page, so that those of another can be held against them."""
    return {_script(node) for node in LexborHTMLParser(html).css("script")}


def _script(node: LexborNode) -> str:
    """A script by its text and attributes; how deep the page lies in the site makes no difference."""
    attributes = sorted((k, v) for k, v in node.attributes.items() if k != "nonce")
    text = TOUCHED.sub("sentuh.js", re.sub(r'(\.\./)+|"\.(?=[",/])', "./", f"{attributes}{node.text()}"))
    return hashlib.sha256(re.sub(r'"base": ?"[^"]*"', '"base"', text).encode()).hexdigest()


def faults_of_touched(script: str, host: str) -> list[str]:
    """What the script that brings menu and search puts into a page, read as that page would."""
    told = [json.loads(text) for text in STRING.findall(script)]
    return [fault for html in told if "<" in html for fault in faults_of_html(html, frozenset(), host)]


def _is_data(node: LexborNode) -> bool:
    if node.attributes.get("type") not in ("application/ld+json", "application/json"):
        return False
    json.loads(node.text())
    return "<" not in node.text()


def _anywhere(node: LexborNode, host: str) -> Iterator[str]:
    if node.tag in NEVER:
        yield f"<{node.tag}>"
    for name, value in node.attributes.items():
        if name.startswith("on") or name in ("srcdoc", "formaction", "ping", "background", "manifest"):
            yield f"<{node.tag} {name}={value!r}>"
        elif name in ("href", "src", "action", "xlink:href", "poster", "data", "srcset"):
            yield from _address(node.tag or "", name, value or "", host)
    if node.tag == "meta" and (node.attributes.get("http-equiv") or "").lower() not in ("", "content-security-policy"):
        yield f"<meta http-equiv={node.attributes.get('http-equiv')!r}>"


def _address(tag: str, name: str, value: str, host: str) -> Iterator[str]:
    bare = re.sub(r"[\x00-\x20]", "", value)
    try:
        parts = urlsplit(bare)
    except ValueError:
        yield f"<{tag} {name}={value!r}>"
        return
    loads = name != "href" or tag == "link"
    if parts.scheme.lower() not in LEADS or (not parts.scheme and parts.netloc) or "\\" in bare.split("?")[0]:
        yield f"<{tag} {name}={value!r}>"
    elif loads and parts.netloc not in ("", host):
        yield f"<{tag} {name}={value!r}> loads from elsewhere"


def _own_text(root: LexborNode) -> Iterator[str]:
    """The strict walk: only what text needs."""
    for node in root.css("*"):
        if node.mem_id == root.mem_id:
            continue
        tag, names = node.tag or "", set(node.attributes)
        if tag == "div" and node.attributes.get("class") == "tabel" and names <= AROUND_TABLE:
            continue
        if tag not in TEXT_TAGS:
            yield f"<{tag}> in own text"
        elif extra := names - TEXT_ATTRIBUTES.get(tag, set()):
            yield f"<{tag}> with {sorted(extra)} in own text"
        if (found := node.attributes.get("id")) and not found.startswith("d-"):
            yield f"id {found!r} in own text"
        if tag == "img" and not re.fullmatch(r"#|(\.\./)*gambar/[\w.-]+", node.attributes.get("src") or "#"):
            yield f"picture {node.attributes.get('src')!r} in own text"


def faults_of_pdf(content: bytes) -> list[str]:
    """What a sheet holds that acts, embeds, or leads elsewhere than to a page, a telephone or a mailbox."""
    faults = []
    with pikepdf.open(io.BytesIO(content)) as document:
        for thing in [document.trailer, *document.objects]:
            faults += list(_of_object(thing))
    return faults


def _of_object(thing: pikepdf.Object) -> Iterator[str]:
    """What is wrong with an object, and with those that stand within it and are none of their own."""
    if isinstance(thing, pikepdf.Array):
        for item in thing:
            if isinstance(item, pikepdf.Object) and not item.is_indirect:
                yield from _of_object(item)
    if not isinstance(thing, (pikepdf.Dictionary, pikepdf.Stream)):
        return
    for name in PDF_NEVER:
        if name in thing or pikepdf.Name(name) in (thing.get("/S"), thing.get("/Type")):
            yield f"pdf {name}"
    if "/URI" in thing and urlsplit(str(thing["/URI"])).scheme not in ("https", "mailto", "tel"):
        yield f"pdf link {thing['/URI']}"
    for _, item in thing.items():
        if isinstance(item, pikepdf.Object) and not item.is_indirect:
            yield from _of_object(item)


def faults_of_tree(root: Path, scripts: frozenset[str]) -> list[str]:
    """All of it, for a whole web root."""
    faults = []
    for path in sorted(p for p in root.rglob("*") if p.is_symlink() or not p.is_dir()):
        name = path.relative_to(root).as_posix()
        if path.is_symlink() or not path.is_file():
            faults.append(f"{name}: no plain file")
            continue
        faults += [f"{name}: {fault}" for fault in _faults_of(path, scripts, root.name)]
    return faults


def _faults_of(path: Path, scripts: frozenset[str], host: str) -> list[str]:
    if path.suffix == ".html":
        return faults_of_html(path.read_text("utf-8"), scripts, host)
    if path.suffix == ".pdf":
        return faults_of_pdf(path.read_bytes())
    if TOUCHED.fullmatch(path.name):
        return faults_of_touched(path.read_text("utf-8"), host)
    if path.suffix in (".xml", ".svg"):
        ElementTree.parse(path)
    if path.suffix == ".json":
        json.loads(path.read_text("utf-8"))
    if path.suffix == ".csv":
        rows = csv.reader(io.StringIO(path.read_text("utf-8-sig")))
        return [f"formula {cell!r}" for row in rows for cell in row if cell.startswith(OPENS_A_FORMULA)]
    if path.suffix == ".ics":
        return [
            f"line {line!r}" for line in path.read_text("utf-8").split("\r\n") if line[:7] in ("ATTACH:", "ATTACH;")
        ]
    return []
