"""The pages that a text may name, and which one is meant by a name that is none of theirs."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from selebaran.words.near import nearest


class Addresses(dict[str, "Collection[str] | None"]):
    """The pages that a text may lead to with their named parts (None: not known). `former` tells what a page that isn't
    there any more is called now; those `ahead` aren't there yet."""

    def __init__(
        self,
        pages: Mapping[str, Collection[str] | None],
        former: Mapping[str, str] | None = None,
        ahead: Collection[str] = (),
    ) -> None:
        super().__init__(pages)
        self.former = former or {}
        self.ahead = ahead

    def meant(self, slug: str) -> str:
        """The page that is meant by a name that no page has."""
        return self.former.get(slug) or nearest(slug, self)
