"""A small project in which districts write texts of their own, and what is read out of the pages."""

from __future__ import annotations

import shutil
from html.parser import HTMLParser
from pathlib import Path

from click.testing import CliRunner, Result

from selebaran.cli.language import Speaker
from selebaran.cli.main import commands
from selebaran.cli.show import problem_text
from selebaran.compose.edition import Composer
from selebaran.compose.page.overrides import original
from selebaran.model.edition import Edition
from selebaran.model.page import ComposedPage
from selebaran.model.problem import Problem, ProblemsFound
from selebaran.read.project import read_project
from tests.conftest import BASE, DAY

SLUG, PROVINCE = "kab-uji", "_provinsi/provinsi-uji"
MENU = """---
judul: Mengapa ikut
ringkas: Ikut selagi sehat.
kelompok: belum-punya
boleh_ditimpa: ya
blok:
  kepala: {boleh_ditimpa: ya}
  besar: {boleh_ditimpa: ya}
  kotak: {bentuk: periksa, boleh_ditimpa: ya}
---
**Ikut selagi sehat.**

## Yang besar {#besar}

Iuran kelas III adalah {{ fakta.iuran_kelas_3 }}.

### Yang kecil {#kecil}

Telepon {{ fakta.care_center }}.

## Kotak {#kotak}

Isi kotak.

## Akhir {#akhir}

Lihat [yang kecil](#kecil), lalu [mendaftar](daftar.md).
"""
"""A shared page all of whose depths may be overridden."""


def project_at(folder: Path) -> Path:
    """A project of two districts, with the page `ikut`."""
    root = folder / "proyek"
    shutil.copytree(BASE, root)
    (root / "content" / "ikut.md").write_text(MENU, "utf-8")
    return root


def own_page(root: Path, name: str, body: str, *, layer: str = SLUG, head: str = "", title: str = "Posko") -> Path:
    """Write halaman/<name>.md."""
    text = f"---\njudul: {title}\nringkas: Tempat bertanya.\n{head}---\n\n{body}\n"
    return _written(root / "districts" / layer / "halaman" / f"{name}.md", text)


def override(root: Path, target: str, body: str, *, layer: str = SLUG, head: str = "", base: str | None = None) -> Path:
    """Write an override of `page#block`, and beside it the shared text as it is now, or `base`."""
    page, _, block = target.partition("#")
    path = root / "districts" / layer / "timpaan" / page / f"{block}.md"
    path = path if block else path.parent.with_suffix(".md")
    source = next((p for p in read_project(root).pages if p.slug == page), None)
    now = original(source, block) if source else None
    _written(path.with_name(f"{path.stem}.dasar.md"), (now or "-") if base is None else base)
    return _written(path, f"---\noleh: Dinas Uji\ntanggal: 2026-11-20\nalasan: Di sini lain.\n{head}---\n\n{body}\n")


def replace(root: Path, name: str, old: str, new: str) -> None:
    path = root / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def _written(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def edition(root: Path, slug: str = SLUG) -> Edition:
    """A district's edition."""
    return Composer(read_project(root)).compose(slug, as_of=DAY, profiles=())


def pages(root: Path, slug: str = SLUG) -> dict[str, ComposedPage]:
    """A district's pages by slug."""
    return {page.slug: page for page in edition(root, slug).pages}


def faults(root: Path, slug: str = SLUG) -> list[Problem]:
    """All that is wrong with a district, whether it stops it or not."""
    registry = read_project(root)
    if found := registry.district_problems.get(slug):
        return list(found)
    try:
        return list(Composer(registry).compose(slug, as_of=DAY, profiles=()).problems)
    except ProblemsFound as stopped:
        return list(stopped.problems)


def told(root: Path) -> list[str]:
    """Each fault as the command line prints it, without its cure's line."""
    return [problem_text(fault, Speaker()) for fault in faults(root)]


def run(root: Path, *arguments: str) -> Result:
    """A command on the project, on the day of the tests where it asks for one."""
    day = ("--as-of", DAY.isoformat()) if arguments[0] == "explain" else ()
    return CliRunner().invoke(commands, [*arguments, *day, "--root", str(root)], standalone_mode=False)


class Dom(HTMLParser):
    """The tags and words of a page in their order, and whether its elements nest."""

    VOID = frozenset(("br", "hr", "img", "meta", "link", "input", "source", "path", "use"))

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None], int]] = []
        self.stack: list[str] = []
        self.crossed: list[str] = []
        self.words: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element, with its depth."""
        self.tags.append((tag, dict(attrs), len(self.stack)))
        if tag not in self.VOID:
            self.stack.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element without content."""
        self.tags.append((tag, dict(attrs), len(self.stack)))

    def handle_endtag(self, tag: str) -> None:
        """Close the innermost element, which must be of this name."""
        if self.stack and self.stack[-1] == tag:
            self.stack.pop()
        elif tag not in self.VOID:
            self.crossed.append(tag)

    def handle_data(self, data: str) -> None:
        """Note words."""
        self.words.append(data)

    @property
    def text(self) -> str:
        """All words, parted by one space."""
        return " ".join("".join(self.words).split())

    @property
    def ids(self) -> list[str]:
        """All ids in their order."""
        return [attrs["id"] or "" for _, attrs, _ in self.tags if "id" in attrs]
