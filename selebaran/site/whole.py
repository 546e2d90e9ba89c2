"""Whole sites of districts that have nothing but names: drawn, checked and proved once with marks, then joined.

`site/framed.py` takes single pages of a class; this one takes all files, for districts of which the parent knows that
they have no text of their own (`is_bare` in compose/district/marks.py). Then nothing of MkDocs, nor of the composer, is
asked again: what differs are names, addresses of pages by them, the codes of sheets and the search. `build --prove`
holds a joined site against one that was made.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from pathlib import Path

from selebaran.compose.template.repeated import Each, ListCutter, NotRepeated, Repeated
from selebaran.compose.template.slots import Cutter, Slots, Values
from selebaran.jobs.stages import staged
from selebaran.model.artifact import Artifact
from selebaran.model.edition import Edition
from selebaran.site.dated import Begins, Forms, Shown, forms_of, marked_again, with_forms
from selebaran.site.job import SiteMade
from selebaran.site.search_index import INDEX, MORE
from selebaran.site.search_roots import Roots
from selebaran.site.touched import path_of_touched
from selebaran.site.whole_search import Things, WholeSearch

TEXTS = (".html", ".css", ".js", ".svg", ".json", ".csv", ".xml", ".txt", ".ics", ".webmanifest")
"""Endings of files that may hold marks."""
Keep = Callable[[Path, str, bytes, str], None]
"""Writes a file below a folder: its path, what it holds, and the digest of that."""
OF_SEARCH = frozenset((INDEX, MORE))


@dataclass(frozen=True)
class Fixed:
    """A file without marks, with what it was made from, and where it shows the day."""

    content: bytes
    made: Artifact
    begins: Begins


@dataclass(frozen=True)
class Marked:
    """A file with marks, those of the day among them where it shows one; one `each` for every kecamatan, path and text
    parted by a line break."""

    path: Slots
    text: Repeated | None
    each: Each | None
    made: Artifact


@dataclass(frozen=True)
class WholeSite:
    """The files of a class. `paths` are the marks in names of files of the project, `forms` what stands for the marks
    of the day."""

    paths: tuple[str, ...]
    forms: Forms
    edition: Edition
    search: WholeSearch
    fixed: tuple[Fixed, ...]
    marked: tuple[Marked, ...]
    touched: Mapping[str, Repeated]
    of_search: Mapping[str, Artifact]

    @staged("sambung")
    def write(self, root: Path, edition: Edition, values: Values, things: Things, roots: Roots, keep: Keep) -> SiteMade:
        """Write a site into a folder by `keep`. `edition` is that of the marks with the words of the province."""
        writer = _Writer(root, {path: values[path] for path in self.paths}, self.forms, keep)
        values = dict(values)
        for path, text in self.touched.items():
            content = text.filled(values, things)
            values[path] = path_of_touched(content)
        for one in self.fixed:
            writer.write(one.made.path, one.content, one.made, one.made.digest, one.begins)
        for file in self.marked:
            for path, content in _filled(file, values, things):
                writer.write_dated(path, content.encode(), file.made)
        for path, body in self.search.files(edition, values, things, roots.of_another()).items():
            writer.write(path, body, self.of_search[path])
        return SiteMade(tuple(sorted(writer.made, key=lambda one: one.path.split("/"))), (), writer.shown)


class _Writer:
    """Writes files of one site, and notes what they were made from, and where they show the day."""

    def __init__(self, root: Path, values: Values, forms: Forms, keep: Keep) -> None:
        self._root, self._values, self._forms, self._keep = root, values, forms, keep
        self._folders = {""}
        self._inputs: dict[tuple[str, ...], tuple[str, ...]] = {}
        self.made: list[Artifact] = []
        self.shown: dict[str, Begins] = {}
        root.mkdir(parents=True, exist_ok=True)

    def write_dated(self, path: str, content: bytes, like: Artifact) -> None:
        """One file with the day in place of its marks, made as another was."""
        dated, begins = with_forms(content, self._forms)
        self.write(path, dated, like, begins=begins)

    def write(self, path: str, content: bytes, like: Artifact, digest: str = "", begins: Begins = ()) -> None:
        """One file, made as another was."""
        if begins:
            self.shown[path] = begins
        self._make_folder(path.rpartition("/")[0])
        digest = digest or hashlib.sha256(content).hexdigest()
        self._keep(self._root, path, content, digest)
        inputs = self._inputs.get(like.inputs) or self._named(like.inputs)
        self.made.append(Artifact(path, like.kind, digest, inputs))

    def _make_folder(self, folder: str) -> None:
        """Make a folder, and those around it, where they aren't made yet: nobody else makes any."""
        if folder not in self._folders:
            self._make_folder(folder.rpartition("/")[0])
            os.mkdir(f"{self._root}/{folder}")  # noqa: PTH102
            self._folders.add(folder)

    def _named(self, inputs: tuple[str, ...]) -> tuple[str, ...]:
        """Inputs, with values in place of the marks."""
        plain, marked = _parted(inputs, tuple(self._values))
        if marked:
            found = "\n".join(marked)
            for mark, value in self._values.items():
                found = found.replace(mark, value)
            plain = tuple(sorted((*plain, *found.split("\n"))))
        self._inputs[inputs] = plain
        return plain


@lru_cache(maxsize=1 << 10)
def _parted(inputs: tuple[str, ...], marks: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Inputs without marks, in order, and those with one."""
    marked = tuple(name for name in inputs if any(mark in name for mark in marks))
    return tuple(sorted(name for name in inputs if name not in marked)), marked


def _filled(file: Marked, values: Values, things: Things) -> Iterator[tuple[str, str]]:
    """The paths and texts of a file with marks."""
    if file.each:
        for text in file.each.filled(values, things):
            path, _, content = text.partition("\n")
            yield path, content
    elif file.text:
        yield file.path.filled(values), file.text.filled(values, things)


def site_of_marks(
    edition: Edition,
    root: Path,
    made: Iterable[Artifact],
    shown: Shown,
    marks: Iterable[str],
    things: Sequence[Sequence[str]],
    touched: Iterable[str],
    paths: tuple[str, ...],
    same: dict[str, bytes],
) -> WholeSite | None:
    """The site of an edition of marks, which lies in a folder without a fault and shows its day at these places;
    `touched` are names of files that tell what is in them. None where something in it can't be had by values. Contents
    of many sites are the `same`, by their digests."""
    touched, day = tuple(touched), edition.frame.built
    cutter = ListCutter(Cutter((*marks, *touched)), things)
    try:
        found = Found(cutter, same)
        for one in made:
            found.take_from(root, one, shown.get(one.path, ()), day)
        found.compare(things)
        search = WholeSearch(edition, ListCutter(Cutter(marks), things))
        texts = {path: ListCutter(Cutter(marks), things).cut((root / path).read_text("utf-8")) for path in touched}
    except NotRepeated:
        return None
    return WholeSite(
        paths, forms_of(day), alone(edition), search, tuple(found.fixed), tuple(found.marked), texts, found.of_search
    )


def alone(edition: Edition) -> Edition:
    """An edition without what a site was drawn from."""
    return replace(edition, pages=(), paper_pages=(), outcomes=(), drawings={}, pictures={}, files={})


class _Unchanged(dict[str, str]):
    """Each mark for itself."""

    def __missing__(self, mark: str) -> str:
        return mark


class Found:
    """Sorts files by what they have of marks."""

    def __init__(self, cutter: ListCutter, same: dict[str, bytes]) -> None:
        self.cutter, self._same = cutter, same
        self._others: list[tuple[int, str]] = []
        self.fixed: list[Fixed] = []
        self.marked: list[Marked] = []
        self.of_search: dict[str, Artifact] = {}

    def take_from(self, root: Path, made: Artifact, begins: Begins, day: date) -> None:
        """Look at one file that lies in a folder, in which this day stands at these places."""
        content = (root / made.path).read_bytes()
        marked = marked_again(content, begins, day)
        if marked is None:
            raise NotRepeated(made.path)
        self.take(made, content, begins, marked)

    def take(self, made: Artifact, content: bytes, begins: Begins, marked: bytes) -> None:
        """Look at one file, which shows the day at these places; it is `marked` with marks there."""
        if made.path in OF_SEARCH:
            self.of_search[made.path] = made
            return
        if not made.path.endswith(TEXTS):
            self._fix(content, made, begins)
            return
        things = self.cutter.things_in(made.path)
        text = marked.decode()
        if things:
            self._take_of(things, made, f"{made.path}\n{text}")
            return
        path, cut = self.cutter.cut(made.path), self.cutter.cut(text)
        if path.is_plain and cut.is_plain:
            self._fix(content, made, begins)
        else:
            self.marked.append(Marked(self.cutter.path(made.path), cut, None, made))

    def _take_of(self, things: frozenset[int], made: Artifact, text: str) -> None:
        """Look at a file whose path names things."""
        if 0 not in things:
            self._others.append((min(things), text))
        elif each := self.cutter.cut_one(text):
            self.marked.append(Marked(Slots(("",)), None, each, made))
        else:
            raise NotRepeated(made.path)

    def compare(self, things: Sequence[Sequence[str]]) -> None:
        """Raises `NotRepeated` where a page of another thing isn't what comes of the first's."""
        each = [file.each for file in self.marked if file.each]
        for thing, text in self._others:
            if not any(text in one.filled(_Unchanged(), [things[thing]]) for one in each):
                raise NotRepeated(text[:200])

    def _fix(self, content: bytes, made: Artifact, begins: Begins) -> None:
        self.fixed.append(Fixed(self._same.setdefault(made.digest, content), made, begins))
