"""The pages of a class of districts, drawn of marks alone: by the parent, which has seen no district's text."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from selebaran.check.proof.prove import prove
from selebaran.compose.template.slots import Cutter
from selebaran.model.edition import Edition
from selebaran.model.page import ComposedPage
from selebaran.site.artifacts import artifacts_of
from selebaran.site.blame import path_of
from selebaran.site.build import draw_site
from selebaran.site.dated import show_day
from selebaran.site.framed import DrawnBefore, Framed, FramedPage, Inputs, Look, keep_drawn
from selebaran.site.links import Site, checked_site, look_of, read_site
from selebaran.site.whole import Cuts, WholeSite, site_of_marks
from selebaran.site.whole_search import Things


def framed_of(edition: Edition, marks: Iterable[str]) -> Framed | None:
    """Draw the pages of an edition of marks. Those of which something is to be said are left to who draws them; None
    where nothing can be drawn."""
    with drawn_with_marks(edition, DrawnBefore()) as (root, inputs):
        return _framed(edition, marks, root, inputs) if inputs else None


@contextmanager
def drawn_with_marks(edition: Edition, before: DrawnBefore | None = None) -> Iterator[tuple[Path, Inputs | None]]:
    """Within, the site of an edition of marks lies in a folder, all but its search, in which marks would be words;
    without inputs where it can't be drawn. What was drawn `before` isn't drawn again."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "situs"
        drawn = draw_site(edition, (), root, None, (before,) if before else ())
        inputs = replace(drawn.inputs, covered=drawn.covered) if drawn.inputs else None
        yield root, None if drawn.problems or drawn.says_marks else inputs


def whole_of(
    edition: Edition,
    marks: Iterable[str],
    things: Things,
    paths: tuple[str, ...],
    root: Path,
    inputs: Inputs,
    cuts: Cuts,
) -> WholeSite | None:
    """All files of a site that lies in a folder, if there is nothing wrong with it; `cuts` as in `site_of_marks`."""
    texts = {path: (root / path).read_text("utf-8") for path in inputs.pages.keys() - inputs.covered.texts.keys()}
    shown = show_day(root, edition.frame.built)
    found, site = checked_site(root, edition, inputs.covered)
    if found:
        return None
    looks = ((path, look_of(site, path, inputs.loaded)) for path in texts if path in site.pages)
    keep_drawn(inputs, texts, {path: look for path, look in looks if look})
    return site_of_marks(
        edition, root, artifacts_of(root, edition), shown, marks, things, inputs.touched.values(), paths, cuts
    )


def _framed(edition: Edition, marks: Iterable[str], root: Path, inputs: Inputs) -> Framed:
    site = read_site(root, edition.frame.address)
    texts = {path: (root / path).read_text("utf-8") for path in site.pages}
    cutter = Cutter((*marks, *inputs.touched.values()))
    pages = {}
    for path in (path_of(page) for page in edition.pages if _is_whole(page, site)):
        look = _look(site, path, Cutter(marks), inputs.loaded)
        if look and (page := _page(cutter, inputs.pages.get(path), texts[path], look)):
            pages[path] = page
    new = {path: page.look for path, page in pages.items() if path not in inputs.covered.texts}
    keep_drawn(inputs, texts, new)
    return Framed(inputs.theme, cutter.cut(inputs.common), inputs.touched, pages)


def _page(cutter: Cutter, made_from: str | None, text: str, look: Look) -> FramedPage | None:
    """A page, cut at its marks; None where something is left of one."""
    if made_from is None:
        return None
    made = FramedPage(cutter.cut(made_from), cutter.cut(text), look)
    return made if made.made_from.is_clean and made.text.is_clean else None


def _is_whole(page: ComposedPage, site: Site) -> bool:
    """Whether all of a page shows that was typed."""
    built = site.pages.get(path_of(page))
    return built is not None and not prove(page, built.shown)


def _look(site: Site, path: str, cutter: Cutter, loaded: frozenset[str]) -> Look | None:
    """What a page looks like; None where what must not be there is, or where that depends on a value."""
    look, page = look_of(site, path, loaded), site.pages[path]
    told = (*look.leads, *look.ids, *page.classes, *page.attributes) if look else ()
    return None if cutter.is_in("\n".join(told)) else look
