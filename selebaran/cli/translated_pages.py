"""The pages that may be translated, shared ones or a district's own, and where their translations lie."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from selebaran.cli.language import Speaker
from selebaran.cli.options import fail, known_slugs
from selebaran.cli.show import print_problems
from selebaran.compose.page.languages import fingerprint_of
from selebaran.desk.translation import Source, source_of
from selebaran.model.own_text import OwnPage
from selebaran.model.page import PageSource
from selebaran.model.registry import Registry
from selebaran.read.text import read_raw


@dataclass(frozen=True)
class Original:
    """A page to be translated: where its file lies, what it says, and what stands for that."""

    page: PageSource | OwnPage
    file: str
    source: Source
    fingerprint: str

    def into(self, code: str) -> str:
        """Where its translation lies."""
        return self.file.removesuffix(".md") + f".{code}.md"


def originals(registry: Registry, district: str, project: Path, say: Speaker) -> dict[str, Original]:
    """The Indonesian pages by their slugs: the shared ones, or those of a district; ends with code 1 or 2 where there
    is no such district, or it can't be read."""
    pages: list[PageSource | OwnPage] = [*registry.pages]
    if district:
        known_slugs((district,), registry, say)
        if district not in registry.districts:
            print_problems(registry.district_problems[district], say, project)
            fail(say("daerah itu tidak dapat dibaca"), 1)
        own = registry.districts[district].own.pages
        pages = [page for page in own if page.language is None and page.layer == "daerah"]
    found = {}
    for page in pages:
        if source := source_of(read_raw(project / page.place.file).decode()):
            found[page.slug] = Original(page, page.place.file, source, fingerprint_of(page))
    return found
