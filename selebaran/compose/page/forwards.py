"""Old addresses: a page that leads on where a page has moved, and what a page says that is there no more.

Whoever comes with an old sheet, or an old message, arrives without JavaScript, on any server that can hand out files.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from selebaran.compose.page.finished import finished
from selebaran.compose.template.engine import escape_markdown
from selebaran.model.address import AnyPage
from selebaran.model.page import ComposedPage, PageSource, Segment
from selebaran.model.page_meta import Forward, PageMeta
from selebaran.model.typed import Typed
from selebaran.model.usage import Usage

MOVED = "Halaman ini pindah"


def forwarding(sources: Collection[AnyPage], pages: Collection[ComposedPage]) -> Iterator[ComposedPage]:
    """A page at each address that one of the `sources` had formerly. `pages` are all that the site has."""
    there = {page.slug: page for page in pages}
    for source in sources:
        for old in source.front.former:
            if old not in there and source.slug in there:
                yield _forwarding(old, there[source.slug])


def _forwarding(old: str, target: ComposedPage) -> ComposedPage:
    title = target.meta.title
    markdown = f"**{MOVED}.** Buka [{escape_markdown(title)}]({target.slug}.md)."
    html, headings = finished(markdown, old)
    meta = PageMeta(MOVED, f"{MOVED} ke: {title}", old, noindex=True, forward=Forward(target.slug, title))
    usage = Usage(fields=target.usage.fields)
    return ComposedPage(
        old,
        html,
        meta,
        usage,
        {"": usage},
        {"": next(iter(target.origins.values()))} if target.origins else {},
        headings=headings,
        typed=(Typed(markdown, next(iter(target.origins.values()))),) if target.origins else (),
    )


def closing(target: str, titles: Mapping[str, str]) -> str:
    """What stands above the text of a page that is there no more."""
    title = escape_markdown(titles.get(target, target))
    return f"**Halaman ini tidak dipakai lagi.** Baca [{title}]({target}.md)."


def with_closing(source: PageSource, said: str) -> PageSource:
    """A closed page with that above its text; it is no template."""
    text = f"{{% raw %}}{said}{{% endraw %}}\n\n"
    first = source.segments[0] if source.segments else None
    if first is None or first.block:
        return replace(source, segments=(Segment("", 0, text, source.place), *source.segments))
    return replace(source, segments=(replace(first, text=text + first.text), *source.segments[1:]))


def closed(page: ComposedPage) -> ComposedPage:
    """A page that is there no more: it is not looked for."""
    return replace(page, meta=replace(page.meta, noindex=True))
