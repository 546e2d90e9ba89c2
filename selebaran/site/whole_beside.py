"""The site of a class as it is with what one district has beside its names: what would be drawn otherwise is drawn, and
all other files are those of the class.

Which these are, isn't guessed: a page lies there already if it would be drawn from exactly the same, any other file if
it is the same.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from selebaran.compose.template.repeated import ListCutter, NotRepeated
from selebaran.compose.template.slots import Cutter
from selebaran.model.edition import Edition
from selebaran.site.artifacts import artifacts_of, inputs_in
from selebaran.site.blame import path_of
from selebaran.site.build import Drawn, draw_site
from selebaran.site.dated import show_day
from selebaran.site.framed import DRAWN, NOT_COVERED, Covered, Inputs, digests_of
from selebaran.site.links import faults_beside
from selebaran.site.search_roots import Roots
from selebaran.site.whole import Cuts, Fixed, Found, Marked, WholeSite, alone
from selebaran.site.whole_search import Things, WholeSearch

MADE = frozenset(("404.html", "sitemap.xml"))
"""What MkDocs draws beside pages."""
F = TypeVar("F", Fixed, Marked)


@dataclass(frozen=True)
class Base:
    """The site of a class: what it was drawn from, with a digest of that for each page."""

    site: WholeSite
    edition: Edition
    digests: Mapping[str, str]

    def covered(self, inputs: Inputs) -> Covered:
        """The pages that lie there, but for those of kecamatan, which show what is the district's."""
        if set(inputs.touched.values()) != self.site.touched.keys():
            return NOT_COVERED
        areas = {path_of(page) for page in self.edition.pages if page.meta.is_subdistrict}
        known = {path: digest for path, digest in self.digests.items() if path not in areas}
        same = {path: digest for path, digest in digests_of(inputs).items() if known.get(path) == digest}
        looks = {path: found[1] for path, digest in same.items() if (found := DRAWN.get((digest,)))}
        return Covered(dict.fromkeys(looks, ""), looks, inputs.loaded)

    def is_beside(self, edition: Edition) -> bool:
        """Whether all but pages and files for programs is the same."""
        own = self.edition
        return (own.frame, own.menu, own.drawings, own.pictures) == (
            edition.frame,
            edition.menu,
            edition.drawings,
            edition.pictures,
        )

    def others(self, edition: Edition, drawn: Covered) -> frozenset[str]:
        """The files that lie there and needn't be made of an edition, of which these pages are `drawn` already."""
        own = {*map(path_of, (*self.edition.pages, *self.edition.paper_pages)), *self.edition.files}
        same = {path for path, content in self.edition.files.items() if edition.files.get(path) == content}
        made = {*self.site.touched, *MADE}
        there = {one.made.path for one in self.site.fixed} | {one.made.path for one in self.site.marked}
        return frozenset(there - (own - same - drawn.texts.keys()) - made)


def site_beside(
    base: Base, edition: Edition, marks: Sequence[str], things: Things, things_of_base: Things
) -> WholeSite:
    """The site of an edition of marks, whose kecamatan are these `things`. Raises `NotRepeated` where it can't be had
    by values, or where something in it is wrong."""
    own = {path: body for path, body in edition.files.items() if base.edition.files.get(path) != body}
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "situs"
        drawn = draw_site(replace(edition, files=own), (), root, Roots(), (base,), is_whole=False)
        shown = show_day(root, edition.frame.built)
        elsewhere = base.others(edition, drawn.covered) | base.site.of_search.keys()
        if not _is_sound(base, edition, drawn, root, elsewhere) or not drawn.inputs or not shown:
            raise NotRepeated(edition.slug)
        touched = tuple(drawn.inputs.touched.values())
        inputs = inputs_in(edition, elsewhere)
        found = Found(ListCutter(Cutter((*marks, *touched)), things), edition.frame.built, Cuts())
        for one in artifacts_of(root, edition):
            found.take_from(root, one, shown.get(one.path, ()))
        found.compare()
        texts = {path: found.cutter.cut((root / path).read_text("utf-8")) for path in touched}
    return replace(
        base.site,
        edition=alone(edition),
        search=WholeSearch(edition, ListCutter(Cutter(marks), things_of_base)),
        fixed=(*found.fixed, *_with_inputs(base.site.fixed, inputs)),
        marked=(*found.marked, *_with_inputs(base.site.marked, inputs)),
        touched=texts,
        of_search={path: replace(one, inputs=inputs[path]) for path, one in base.site.of_search.items()},
    )


def _is_sound(base: Base, edition: Edition, drawn: Drawn, root: Path, elsewhere: frozenset[str]) -> bool:
    """Whether nothing is wrong with what was drawn into a folder, beside the files that lie elsewhere."""
    is_drawn = base.is_beside(edition) and not drawn.problems
    return is_drawn and not faults_beside(root, edition, drawn.covered, elsewhere)


def _with_inputs(files: Iterable[F], inputs: Mapping[str, tuple[str, ...]]) -> Iterator[F]:
    """Those of these files that are made from these."""
    for one in files:
        if one.made.path in inputs:
            yield replace(one, made=replace(one.made, inputs=inputs[one.made.path]))
