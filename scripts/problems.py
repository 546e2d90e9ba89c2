"""Writes docs/masalah.md: every problem with its cure, a bad example and a good one. Run by `make docs`.

The examples are those of the tests. The bad one is what a tree in tests/rusak has otherwise than tests/rusak/_dasar,
around the place that its message names. The good one is what _dasar has there; where _dasar has no such thing, the
tree's note BENAR has it. Codes that no file of a project can cause stand in `problem_samples`.
"""

from __future__ import annotations

import difflib
import re
import sys
from dataclasses import dataclass
from pathlib import Path

from scripts.problem_samples import SAMPLES, Example
from selebaran.cli.excerpt import drawn
from selebaran.cli.language import Speaker
from selebaran.cli.show import problem_text
from selebaran.words.catalogue import GROUPS, MESSAGES

ROOT = Path(__file__).resolve().parent.parent
TREES = ROOT / "tests" / "rusak"
BASE = TREES / "_dasar"
TARGET = ROOT / "docs" / "masalah.md"
NOTES = ("HAPUS", "ULANG", "TERBIT", "BENAR", "harapan.txt")
LANGUAGES = {".yml": "yaml", ".md": "markdown", ".html": "html", ".css": "css", ".svg": "xml"}
LONGEST = 9
"""Lines of an example that has no note BENAR."""
REPEATED = 3
"""How often a repeated text is shown."""
MORE = "…"
ABSENT = "(berkas ini tidak ada)"
HEAD = """\
# Daftar masalah

Halaman ini memuat setiap masalah yang dapat ditulis program, dengan contoh yang salah dan yang benar. Cari kodenya,
yaitu kata di dalam kurung siku: `error[telepon-tidak-terbaca]` ada di [telepon-tidak-terbaca](#telepon-tidak-terbaca).

- `error` menghentikan pembuatan daerah itu, atau semua daerah bila berkasnya milik bersama.
- `peringatan` tidak menghentikan apa pun, tetapi tetap perlu dibaca.
- Di depan kode ada tempatnya: berkas, baris, dan kolom. Di terminal, program juga menunjukkan barisnya.

Nama seperti ‹kunci› diganti program dengan isi berkas Anda. Contoh di sini memakai Kabupaten Uji, daerah rekaan untuk
pengujian. Halaman ini dibuat dengan `make docs`; jangan diubah dengan tangan.
"""


@dataclass(frozen=True)
class Tree:
    """A broken tree of the tests."""

    code: str

    @property
    def folder(self) -> Path:
        """Where its files are."""
        return TREES / self.code

    def note(self, name: str) -> list[str]:
        """The lines of one of its notes; none where it hasn't got it."""
        return read(self.folder / name)

    @property
    def message(self) -> str:
        """The first problem that it gives, as printed."""
        return "\n".join(self.note("harapan.txt")[:2])

    @property
    def place(self) -> tuple[str, int]:
        """The file and the line that the message names; line 0 when it names none."""
        found = re.match(r"([^:]+)(?::(\d+))?", self.message)
        assert found
        return found[1], int(found[2] or 0)

    @property
    def changed(self) -> str:
        """The file whose change causes the problem: the one that the message names, if it's among those changed."""
        paths = sorted(p for p in self.folder.rglob("*") if p.is_file() and p.name not in NOTES)
        names = [path.relative_to(self.folder).as_posix() for path in paths]
        return self.place[0] if self.place[0] in names else names[0]

    def mended(self) -> tuple[str, list[str]]:
        """The file that BENAR names, and its lines as they should be."""
        name, _, span = self.note("BENAR")[0].partition(" ")
        first, last = (int(number) for number in span.split("-"))
        broken = self.lines(name)
        return name, [*broken[: first - 1], *self.note("BENAR")[1:], *broken[last:]]

    @property
    def renamed(self) -> tuple[str, str] | None:
        """The file whose name is at fault and its better name, where BENAR has these (old -> new)."""
        old, arrow, new = "".join(self.note("BENAR")[:1]).partition(" -> ")
        return (old, new) if arrow else None

    def lines(self, name: str) -> list[str]:
        """A file's lines in this tree. What ULANG repeats is there some times only."""
        text = "".join(f"{line}\n" for line in read(self.folder / name) or read(BASE / name))
        for row in self.note("ULANG"):
            _, times, part = row.split(" ", 2)
            text += part.replace("\\n", "\n") * min(int(times), REPEATED) + MORE * (int(times) > REPEATED)
        return text.splitlines()


def example_of(tree: Tree) -> Example:
    """The bad example of a tree and the good one beside it."""
    file, line = tree.place
    note = tree.note("BENAR")
    if tree.note("HAPUS") or (not line and not note and not (BASE / file).exists()):
        return _listing(tree)
    if tree.renamed:
        parts = tree.renamed[0].split("/")
        folder = "/".join(parts[: 2 if parts[0] == "districts" else 1]) + "/"
        return Example(folder, *(name.removeprefix(folder) for name in tree.renamed))
    if note:
        name, _, span = note[0].partition(" ")
        first, last = (int(number) for number in span.split("-"))
        lines, good = tree.lines(name), tree.mended()[1]
        start, end = max(first - 2, 0), last + 1
        shown = good[start : len(good) - len(lines) + min(end, len(lines))]
        return Example(name, "\n".join(lines[start:end]) or ABSENT, "\n".join(shown))
    name = file if tree.note("ULANG") else tree.changed
    broken, sound = tree.lines(name), read(BASE / name)
    at = line if name == file else 0
    first, last, other = difference(broken, sound, at)
    before, after = broken[max(first - 1, 0) : first], broken[last : last + 1]
    spot = (at or first + 1) - 1 - first + len(before)
    bad, good = [*before, *broken[first:last], *after], [*before, *other, *after]
    return Example(name, _window(bad, spot), _window(good, spot))


def read(path: Path) -> list[str]:
    """The lines of a file, none where there is none; bytes that are no text are shown as such."""
    return path.read_bytes().decode("utf-8", "replace").splitlines() if path.is_file() else []


def difference(broken: list[str], sound: list[str], line: int) -> tuple[int, int, list[str]]:
    """What differs nearest to a line: first and last line of the broken file, and the sound lines in their place."""
    matcher = difflib.SequenceMatcher(None, broken, sound, autojunk=False)
    found = [(i, j, sound[k:m]) for tag, i, j, k, m in matcher.get_opcodes() if tag != "equal"]
    return min(found, key=lambda part: max(part[0] + 1 - line, line - part[1], 0))


def _listing(tree: Tree) -> Example:
    """A problem of a file that is there, or isn't: the files of its folder."""
    gone = tree.note("HAPUS")
    file = Path(gone[0] if gone else tree.place[0])
    sound = {p.name + "/" * p.is_dir() for p in (BASE / file.parent).iterdir()}
    own = {p.name + "/" * p.is_dir() for p in (tree.folder / file.parent).glob("*")}
    bad = {name for name in sound if name.rstrip("/") != file.name} if gone else sound | own
    return Example(f"{file.parent.as_posix()}/", "\n".join(sorted(bad)), "\n".join(sorted(sound)))


def _window(lines: list[str], at: int) -> str:
    """No more than some lines around one; what is left out is marked."""
    first = max(0, min(at - LONGEST // 2, len(lines) - LONGEST))
    part = lines[first : first + LONGEST]
    return "\n".join([MORE] * (first > 0) + part + [MORE] * (first + LONGEST < len(lines)))


def missing() -> list[str]:
    """The codes that have no example yet."""
    return [code for code in MESSAGES if code not in SAMPLES and not Tree(code).note("harapan.txt")]


def document() -> str:
    """The whole of docs/masalah.md."""
    groups = _groups()
    rows = (f"| {group} | {', '.join(f'[{code}](#{code})' for code in codes)} |" for group, codes in groups.items())
    parts = [HEAD, "| Kelompok | Kode |\n|---|---|", *rows]
    for group, codes in groups.items():
        parts += [f"\n## {group}\n", *map(_entry, codes)]
    return "\n".join(parts)


def _groups() -> dict[str, list[str]]:
    """The codes that have an example, by the title of their group."""
    without = missing()
    return {title: [code for code in messages if code not in without] for title, messages in GROUPS.items()}


def _entry(code: str) -> str:
    """What is said of one code."""
    message = MESSAGES[code]
    if code in SAMPLES:
        found, example = SAMPLES[code]
        said = problem_text(found, Speaker())
    else:
        tree = Tree(code)
        said, example = tree.message, example_of(tree)
    cures = [_words(cure) for cure in (message.cure, message.plain_cure) if cure]
    where = f"`{example.name}`"
    return "\n".join(
        [
            f"### {code}\n",
            f"**Artinya:** {_words(message.fault)}.\n",
            f"**Perbaikannya:** {'; atau: '.join(cures)}\n",
            _fence(said, "text"),
            f"Salah, di {where}:\n",
            _fence(example.bad, LANGUAGES.get(Path(example.name).suffix, "text")),
            "Benar:\n",
            _fence(example.good, LANGUAGES.get(Path(example.name).suffix, "text")),
        ]
    )


def _words(text: str) -> str:
    """A message with names for its places, safe in Markdown."""
    named = re.sub(r"(?<!{){(\w+)}(?!})", r"‹\1›", text).replace("{{", "{").replace("}}", "}")
    return re.sub(r"([\\`*_<>|\[\]#])", r"\\\1", named)


def _fence(text: str, language: str) -> str:
    """A block of code. What nobody sees in it is drawn."""
    body = "\n".join("".join(drawn(character) for character in line) for line in text.strip("\n").split("\n"))
    return f"```{language}\n{body}\n```\n"


if __name__ == "__main__":
    TARGET.write_text(document(), "utf-8")
    if missing():
        sys.exit(f"no tree in tests/rusak for: {', '.join(missing())}")
