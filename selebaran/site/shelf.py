"""Pages that were drawn before of the same: they lie in the district's site, and are neither drawn nor read again.

A page is the same when all that MkDocs' template is given of it is (`made_from` in site/pages.py), and what all pages
have in common (`inputs_of` in site/plugin.py). The day of a build is none of it: marks stand there, and take the place
of the day that lies there (site/dated.py). What is known of a page is bound to one district, whose own site has it; of
a site of which something is to be said, nothing is kept.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Self

from selebaran.jobs.plain import is_plain
from selebaran.site.dated import Marked, Shown, digest_of, marked_again
from selebaran.site.framed import NOT_COVERED, Covered, Inputs, Look, digests_of
from selebaran.site.links import Site, look_of


@dataclass(frozen=True)
class KeptPage:
    """A page as it was drawn: digests of all that it was drawn from, and of its text with marks in place of the day;
    and what it looks like."""

    made_from: str
    text: str
    look: Look


@dataclass(frozen=True)
class KeptPages:
    """What the next build of a district needs to know of its pages: where each shows its day, and `told`, which nobody
    but that district's own child reads."""

    shown: Shown
    told: str


@dataclass(frozen=True)
class PageShelf:
    """What was drawn before of a district, by path, and its site (`root`), in which that lies, made as of a day
    (`then`) that stands where `shown` says."""

    root: Path
    then: date
    shown: Shown = field(default_factory=dict)
    pages: Mapping[str, KeptPage] = field(default_factory=dict)

    def covered(self, inputs: Inputs) -> Covered:
        """The pages of a site that were drawn from the same, and lie there as they were drawn."""
        if is_plain() or not self.pages:
            return NOT_COVERED
        made_from = digests_of(inputs)
        same = (
            path for path, digest in made_from.items() if path in self.pages and self.pages[path].made_from == digest
        )
        texts = {path: text for path in same if (text := self._text(path)) is not None}
        return Covered(texts, {path: self.pages[path].look for path in texts}, inputs.loaded)

    def _text(self, path: str) -> str | None:
        """The text of a page with marks in place of its day; None where it isn't what it was."""
        file = self.root / path
        if not file.is_file():
            return None
        content = marked_again(file.read_bytes(), self.shown.get(path, ()), self.then)
        is_same = content is not None and digest_of(content) == self.pages[path].text
        return content.decode() if content and is_same else None

    @classmethod
    def told(cls, text: str, root: Path, then: date, shown: Shown) -> Self:
        """What `kept_of` tells. Raises ValueError where it isn't that."""
        try:
            names, pages = json.loads(text)
            looks = {
                path: [frozenset(names[at] for at in one) for one in look] for path, (_, _, *look) in pages.items()
            }
            kept = {path: KeptPage(one[0], one[1], Look(*looks[path])) for path, one in pages.items()}
        except (ValueError, TypeError, LookupError, AttributeError, RecursionError) as error:
            raise ValueError(str(error)) from None
        return cls(root, then, shown, kept)


def kept_of(site: Site, inputs: Inputs, marked: Mapping[str, Marked]) -> KeptPages:
    """What the next build needs to know of the pages of a site with which nothing is wrong."""
    begins = {path: page.begins for path, page in marked.items() if page.begins}
    names: dict[str, int] = {}

    def numbers(values: Iterable[str]) -> list[int]:
        return [names.setdefault(value, len(names)) for value in sorted(values)]

    pages = {
        path: (digest, marked[path].digest, *map(numbers, (look.leads, look.ids, look.names)))
        for path, digest in digests_of(inputs).items()
        if path in marked and (look := _look(site, path, inputs.loaded))
    }
    return KeptPages(begins, json.dumps([list(names), pages], ensure_ascii=False, separators=(",", ":")))


def _look(site: Site, path: str, loaded: frozenset[str]) -> Look | None:
    """What a page looks like that was read now or when it was drawn."""
    return site.covered.looks.get(path) or (look_of(site, path, loaded) if path in site.pages else None)
