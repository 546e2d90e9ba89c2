"""`make docs-site`: docs/ as a site that can be searched, with a reference made of schemas, pieces and templates.

What it says stands in docs/, README and CHANGELOG; here is only how they are put together. A link that leads nowhere
ends it.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import cast

import yaml

from selebaran.model.registry import Registry
from selebaran.read.project import read_project

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "dist-docs"
LINK = re.compile(r"(?<!!)\[([^\]]*)\]\(([^)\s]+)\)")
FIRST = re.compile(r"^# (.+)$", re.M)
SCRIPT = re.compile(r"\{#-?\s*(.+?)\s*-?#\}", re.S)
ITEM = re.compile(r"(?:\d+[.]|[-*]) +(?=\S)")
"""The mark of a list's item."""
FAULT = re.compile("WARNING|ERROR|Aborted")
SLUGS = "!!python/object/apply:pymdownx.slugs.slugify {kwds: {case: lower}}"
"""Headings are named as where docs/ is read too, on code hosts (pymdown-extensions, "Slugs")."""
Schema = Mapping[str, object]


def main() -> None:
    """Build the site into the folder that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=OUT, help="folder of the site (dist-docs)")
    out = parser.parse_args().out.absolute()
    if done := built(out):
        sys.exit(done)
    print(f"{out}/index.html")


def built(out: Path) -> int:
    """Build the site into `out`. Returns MkDocs' exit code: not 0 where a link or a picture leads nowhere."""
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        shutil.copytree(ROOT / "docs", work / "docs")
        write_pages(work / "docs", read_project(ROOT))
        config = yaml.safe_dump(settings(work / "docs"), allow_unicode=True, sort_keys=False)
        (work / "mkdocs.yml").write_text(config.replace("SLUGS", SLUGS), "utf-8")
        command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(out)]
        done = subprocess.run(command, cwd=work, check=False, capture_output=True, text=True)
        sys.stderr.writelines(f"{line}\n" for line in done.stderr.splitlines() if FAULT.match(line))
        return done.returncode


def settings(docs: Path) -> dict[str, object]:
    """MkDocs' configuration: nothing is loaded from other hosts."""
    return {
        "site_name": "Selebaran: dokumentasi",
        "use_directory_urls": False,  # opened from a disk, too
        "theme": {
            "name": "material",
            "language": "id",
            "font": False,
            "favicon": "gambar/lipatan.svg",
            "features": ["navigation.tabs", "navigation.indexes", "navigation.top", "content.code.copy"],
        },
        "extra_css": ["isian.css"],
        "plugins": [{"search": {"lang": "en"}}],
        "markdown_extensions": [
            *("tables", "pymdownx.superfences", "attr_list", "sane_lists"),
            {"toc": {"permalink": True, "slugify": "SLUGS", "toc_depth": 3}},
            {"pymdownx.highlight": {"use_pygments": False}},
        ],
        "validation": {"links": {"anchors": "warn", "not_found": "warn", "unrecognized_links": "warn"}},
        "nav": navigation(docs),
    }


def navigation(docs: Path) -> list[dict[str, object]]:
    """Guides and pages for engineers in the order in which their first pages name them."""
    return [
        {"Beranda": "index.md"},
        {"Panduan": in_order(docs, "panduan")},
        {
            "Acuan": [
                "panduan/perintah.md",
                "masalah.md",
                "acuan/isian.md",
                "acuan/lembar.md",
                "acuan/templat.md",
            ]
        },
        {"For engineers": in_order(docs, "engineering")},
        {"Perubahan": "perubahan.md"},
    ]


def in_order(docs: Path, folder: str) -> list[str]:
    """The pages of a folder: first its README, then as that names them, then the rest."""
    first = docs / folder / "README.md"
    named = [target.partition("#")[0] for _, target in LINK.findall(first.read_text("utf-8"))]
    there = {path.name for path in (docs / folder).glob("*.md")} - {"README.md", "perintah.md"}
    order = [*dict.fromkeys(name for name in named if name in there)]
    return [f"{folder}/{name}" for name in ("README.md", *order, *sorted(there - set(order)))]


def write_pages(docs: Path, registry: Registry) -> None:
    """The pages that docs/ doesn't have: the first one, what changed, and the reference."""
    (docs / "index.md").write_text(at_home((ROOT / "BACA-SAYA.md").read_text("utf-8")), "utf-8")
    (docs / "perubahan.md").write_text((ROOT / "CHANGELOG.md").read_text("utf-8"), "utf-8")
    shutil.copy(ROOT / "templates" / "seni" / "lipatan.svg", docs / "gambar")
    (docs / "isian.css").write_text(".md-typeset td > code:first-child { white-space: nowrap; }\n", "utf-8")
    for path in docs.rglob("*.md"):
        path.write_text(indented(within(path.read_text("utf-8"), path, docs)), "utf-8")
    reference = docs / "acuan"
    reference.mkdir()
    (reference / "isian.md").write_text(fields_page(), "utf-8")
    (reference / "lembar.md").write_text(pieces_page(registry), "utf-8")
    (reference / "templat.md").write_text(templates_page(), "utf-8")


def at_home(text: str) -> str:
    """The text of a file of the project's folder as a page of the site."""
    return re.sub(r"\]\(docs/", "](", text)


def within(text: str, path: Path, docs: Path) -> str:
    """Links that lead out of docs/ become words: the site has no files of the project."""

    def kept(found: re.Match[str]) -> str:
        words, target = found.groups()
        if re.match(r"[a-z]+:|#", target):
            return found[0]
        there = (path.parent / target.partition("#")[0]).resolve()
        return found[0] if there.is_relative_to(docs.resolve()) and there.exists() else words

    parts = re.split(r"(^```.*?^```)", text, flags=re.M | re.S)
    return "".join(part if part.startswith("```") else LINK.sub(kept, part) for part in parts)


def indented(text: str) -> str:
    """What belongs to a list's item is moved in by four blanks a level, as Python-Markdown wants it.

    CommonMark, in which docs/ is written, asks for as many as the item's mark takes: three after `1. `. An item that
    follows several paragraphs of another begins after an empty line."""
    lines, levels, is_code, is_loose = list[str](), list[int](), False, False
    for line in text.split("\n"):
        bare = line.lstrip(" ")
        while levels and bare and not is_code and len(line) - len(bare) < levels[-1]:
            levels.pop()
        begin = levels[-1] if levels else 0
        mark = None if is_code else ITEM.match(line[begin:])
        is_loose = is_loose and bool(levels or mark) if bare else bool(levels)
        if mark and is_loose and lines[-1]:
            lines.append("")
        lines.append(f"{' ' * 4 * len(levels)}{line[begin:]}" if bare else "")
        if bare.startswith("```"):
            is_code = not is_code
        elif mark:
            levels.append(begin + len(mark[0]))
    return "\n".join(lines)


def fields_page() -> str:
    """What may stand in each file of a district, the campaign and the register: from skema/."""
    lines = ["# Isian berkas", "", "Dibuat dari skema di `skema/`, yang juga dipakai penyunting seperti VS Code."]
    for path in sorted((ROOT / "skema").glob("*.json")):
        schema = json.loads(path.read_text("utf-8"))
        lines += ["", f"## {schema.get('title', path.stem)}", "", schema.get("description", ""), ""]
        lines += ["| Isian | Nama | Arti |", "|---|---|---|"]
        lines += [f"| `{name}` | {cell(title)} | {cell(told)} |" for name, title, told in fields(schema)]
    return "\n".join(lines) + "\n"


def fields(schema: Schema, before: str = "") -> Iterator[tuple[str, object, object]]:
    """Each field by its path, with its name and what it is for."""
    properties = cast(Mapping[str, Schema], schema.get("properties", {}))
    for name, field in properties.items():
        here = f"{before}{name}"
        yield here, field.get("title", ""), field.get("description", "")
        yield from fields(field, f"{here}.")
        items = field.get("items")
        if isinstance(items, Mapping):
            yield from fields(cast(Schema, items), f"{here}[].")


def cell(text: object) -> str:
    """Text within a table's cell."""
    return re.sub(r"[|<>{}\n]", lambda sign: f"&#{ord(sign[0])};", str(text))


def pieces_page(registry: Registry) -> str:
    """Each print piece, and when it is made."""
    lines = ["# Lembar cetak", "", "Dibuat dari folder-folder di `printables/`.", ""]
    lines += ["| Lembar | Judul | Dibuat |", "|---|---|---|"]
    for piece in registry.pieces:
        asked = piece.name in registry.when_asked
        lines.append(f"| `{piece.name}` | {cell(piece.spec.title)} | {'bila diminta' if asked else 'selalu'} |")
    return "\n".join(lines) + "\n"


def templates_page() -> str:
    """Each template, with what its own first remark says of it."""
    lines = [
        "# Templat",
        "",
        "Dibuat dari `templates/` dan catatan di baris pertamanya.",
        "",
        "| Templat | Isi |",
        "|---|---|",
    ]
    for path in sorted((ROOT / "templates").rglob("*.html")):
        found = SCRIPT.search(path.read_text("utf-8"))
        told = " ".join(found[1].split()) if found else ""
        lines.append(f"| `{path.relative_to(ROOT)}` | {cell(told)} |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
