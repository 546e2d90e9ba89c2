"""Whole sites of districts that have nothing but names: drawn, checked and proved once with marks, then joined.

`site/framed.py` takes single pages of a class; this one takes all files, for districts of which the parent knows that
they have no text of their own (`is_bare` in compose/district/marks.py). Then nothing of MkDocs, nor of the composer, is
asked again: what differs are names, addresses of pages by them, the codes of sheets and the search. `build --prove`
holds a joined site against one that was made.
"""

from __future__ import annotations

import hashlib
import os
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path

from selebaran.compose.template.repeated import ListCutter, Listed, NotRepeated, Repeated
from selebaran.compose.template.slots import Cutter, Slots, Values
from selebaran.jobs.stages import staged
from selebaran.model.artifact import Artifact
from selebaran.model.edition import Edition
from selebaran.site.dated import Begins, Shown, forms_of, marked_again
from selebaran.site.job import SiteMade
from selebaran.site.search_index import INDEX, MORE
from selebaran.site.search_roots import Roots
from selebaran.site.touched import path_of_touched
from selebaran.site.whole_search import Things, WholeSearch
from selebaran.site.whole_text import Filling, Same, Written, as_bytes, forms_in, written, written_of

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
    """A file with marks, those of the day among them where it shows one. One without a path is there once for every
    kecamatan; its text begins with its path, and a line break is between them."""

    path: Slots | None
    text: Written
    made: Artifact

    def filled(
        self, values: Values, filling: dict[str, bytes], things: Iterable[Mapping[str, bytes]]
    ) -> Iterator[Filled]:
        """The file, or those that it stands for. What stands for a kecamatan stays in the `filling`."""
        if self.path:
            yield self.path.filled(values), *self.text.filled(filling)
            return
        for thing in things:
            filling.update(thing)
            text, begins = self.text.filled(filling)
            path, _, content = text.partition(b"\n")
            before = len(path) + 1
            yield path.decode(), content, tuple(at - before for at in begins)


@dataclass(frozen=True)
class Other:
    """A file of a thing that isn't the first: what comes of the first's must be the same."""

    thing: int
    text: bytes
    made: Artifact


Cut = Fixed | Marked | Other
Dated = Callable[[], tuple[bytes, Begins]]
"""What a file holds, and where it shows the day."""
Filled = tuple[str, bytes, Begins]
"""Path and content of a file, and where it shows the day."""


@dataclass(frozen=True)
class WholeSite:
    """The files of a class. `paths` are the marks in names of files of the project, `day` what stands for the marks of
    the day."""

    paths: tuple[str, ...]
    day: Filling
    edition: Edition
    search: WholeSearch
    fixed: tuple[Fixed, ...]
    marked: tuple[Marked, ...]
    touched: Mapping[str, Repeated]
    of_search: Mapping[str, Artifact]

    @staged("sambung")
    def write(self, root: Path, edition: Edition, values: Values, things: Things, roots: Roots, keep: Keep) -> SiteMade:
        """Write a site into a folder by `keep`. `edition` is that of the marks with the words of the province."""
        writer = _Writer(root, {path: values[path] for path in self.paths}, keep)
        values = dict(values)
        for mark, text in self.touched.items():
            values[mark] = path_of_touched(text.filled(values, things))
        for one in self.fixed:
            writer.write(one.made.path, one.content, one.made, one.made.digest, one.begins)
        filling = {**as_bytes(values), **self.day}
        filling |= {key: one.filled(values, things).encode() for key, one in self._lists.items()}
        every = tuple(map(forms_in, things))
        for file in self.marked:
            for path, content, begins in file.filled(values, filling, every):
                writer.write(path, content, file.made, begins=begins)
        for name, body in self.search.files(edition, values, things, roots.of_another()).items():
            writer.write(name, body, self.of_search[name])
        return SiteMade(tuple(sorted(writer.made, key=lambda one: one.path.split("/"))), (), writer.shown)

    @cached_property
    def _lists(self) -> Mapping[str, Listed]:
        """Those in its files, by their keys."""
        return {key: one for file in self.marked for key, one in file.text.lists.items()}


class _Writer:
    """Writes files of one site, and notes what they were made from, and where they show the day."""

    def __init__(self, root: Path, values: Values, keep: Keep) -> None:
        self._root, self._values, self._keep = root, values, keep
        self._folders = {""}
        self._inputs: dict[tuple[str, ...], tuple[str, ...]] = {}
        self.made: list[Artifact] = []
        self.shown: dict[str, Begins] = {}
        root.mkdir(parents=True, exist_ok=True)

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


def site_of_marks(
    edition: Edition,
    root: Path,
    made: Iterable[Artifact],
    shown: Shown,
    marks: Iterable[str],
    things: Sequence[Sequence[str]],
    touched: Iterable[str],
    paths: tuple[str, ...],
    cuts: Cuts,
) -> WholeSite | None:
    """The site of an edition of marks, which lies in a folder without a fault and shows its day at these places;
    `touched` are names of files that tell what is in them. None where something in it can't be had by values. What was
    cut of other sites is among the `cuts`."""
    touched, day = tuple(touched), edition.frame.built
    cutter = ListCutter(Cutter((*marks, *touched)), things)
    try:
        found = Found(cutter, day, cuts)
        for one in made:
            found.take_from(root, one, shown.get(one.path, ()))
        found.compare()
        search = WholeSearch(edition, ListCutter(Cutter(marks), things))
        texts = {path: ListCutter(Cutter(marks), things).cut((root / path).read_text("utf-8")) for path in touched}
    except NotRepeated:
        return None
    day_written = {mark.decode(): form for mark, form in forms_of(day).items()}
    return WholeSite(
        paths, day_written, alone(edition), search, tuple(found.fixed), tuple(found.marked), texts, found.of_search
    )


def alone(edition: Edition) -> Edition:
    """An edition without what a site was drawn from."""
    return replace(edition, pages=(), paper_pages=(), outcomes=(), drawings={}, pictures={}, files={})


class Cuts:
    """Files of sites of marks that were cut, so that the same isn't cut again for another kind: most files of two kinds
    are the same."""

    def __init__(self) -> None:
        self.same: Same = {}
        self._contents: dict[str, bytes] = {}
        self._known = defaultdict[tuple[object, ...], dict[frozenset[str], Cut]](dict)

    def content(self, digest: str, content: bytes) -> bytes:
        """A content of many sites, once."""
        return self._contents.setdefault(digest, content)

    def of(
        self, key: tuple[object, ...], marks: frozenset[str], read: Callable[[], str], cut: Callable[[], Cut]
    ) -> Cut:
        """What was cut of a file that is told by its key, if it was at these marks, or at others of which none that
        isn't among them stands in the text: else it is cut."""
        known = self._known[key]
        found = known.get(marks)
        if found is None:
            text = read() if known else ""
            same = (one for others, one in known.items() if not any(mark in text for mark in marks ^ others))
            found = known[marks] = next(same, None) or cut()
        return found


class Found:
    """Sorts files by what they have of marks. All show this day."""

    def __init__(self, cutter: ListCutter, day: date, cuts: Cuts) -> None:
        self.cutter, self._day, self._cuts = cutter, day, cuts
        self._others: list[Other] = []
        self.fixed: list[Fixed] = []
        self.marked: list[Marked] = []
        self.of_search: dict[str, Artifact] = {}

    def take_from(self, root: Path, made: Artifact, begins: Begins) -> None:
        """Look at one file that lies in a folder, in which the day stands at these places."""
        if made.path in OF_SEARCH:
            self.of_search[made.path] = made
            return
        key = made.path, made.digest, begins, self._day, self.cutter.things

        def read() -> str:
            return f"{made.path}\n{self._read(root, made, begins)[1].decode()}"

        def cut() -> Cut:
            content, marked = self._read(root, made, begins)
            return self._cut(made, marked, lambda: (content, begins))

        found = self._cuts.of(key, self.cutter.marks, read, cut)
        self._take(replace(found, made=made))

    def take(self, made: Artifact, marked: bytes, dated: Dated) -> None:
        """Look at one file that is `marked` with marks, those of the day among them; `dated` gives what it holds, and
        where it shows the day. Its digest need not be known."""
        self._take(self._cut(made, marked, dated))

    def _read(self, root: Path, made: Artifact, begins: Begins) -> tuple[bytes, bytes]:
        """A file as it lies there, and with marks where the day stands."""
        content = (root / made.path).read_bytes()
        marked = marked_again(content, begins, self._day)
        if marked is None:
            raise NotRepeated(made.path)
        return content, marked

    def _cut(self, made: Artifact, marked: bytes, dated: Dated) -> Cut:
        """A file that is `marked` with marks."""
        if not made.path.endswith(TEXTS):
            return self._fixed(made, *dated())
        things, text = self.cutter.things_in(made.path), marked.decode()
        if things:
            return self._of_thing(min(things), made, f"{made.path}\n{text}")
        path, cut = self.cutter.cut(made.path), self.cutter.cut(text)
        if path.is_plain and cut.is_plain:
            return self._fixed(made, *dated())
        return Marked(self.cutter.path(made.path), written(cut, self._cuts.same), made)

    def _of_thing(self, thing: int, made: Artifact, text: str) -> Marked | Other:
        """A file whose path names things."""
        if thing:
            return Other(thing, text.encode(), made)
        if each := self.cutter.cut_one(text):
            return Marked(None, written_of(each, self._cuts.same), made)
        raise NotRepeated(made.path)

    def _fixed(self, made: Artifact, content: bytes, begins: Begins) -> Fixed:
        made = made if made.digest else replace(made, digest=hashlib.sha256(content).hexdigest())
        return Fixed(self._cuts.content(made.digest, content), made, begins)

    def _take(self, one: Cut) -> None:
        if isinstance(one, Fixed):
            self.fixed.append(one)
        elif isinstance(one, Marked):
            self.marked.append(one)
        else:
            self._others.append(one)

    def compare(self) -> None:
        """Raises `NotRepeated` where a page of another thing isn't what comes of the first's."""
        each = [file.text for file in self.marked if file.path is None]
        for other in self._others:
            itself = _Unchanged(forms_in(self.cutter.things[other.thing]))
            if not any(one.filled(itself)[0] == other.text for one in each):
                raise NotRepeated(other.made.path)


class _Unchanged(dict[str, bytes]):
    """Each mark for itself."""

    def __missing__(self, mark: str) -> bytes:
        return mark.encode()
