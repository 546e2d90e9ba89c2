"""The pages of the report for staff in dist/laporan/: one for each district, one over all, made from the records."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from hashlib import blake2b
from pathlib import Path
from typing import Any, NamedTuple

from selebaran.compose.template.engine import TemplateFault, Templates
from selebaran.jobs.stages import staged
from selebaran.model.problem import Place, Problem
from selebaran.model.registry import Registry
from selebaran.publish.report.packed import PACKED, Damaged, put_packed, unpacked
from selebaran.publish.report.record import (
    FOLDER,
    DistrictRecord,
    on_day,
    path_of,
)
from selebaran.publish.report.rows import Row
from selebaran.publish.swap import put
from selebaran.site.dated import IN_WORDS, Begins, Shown, is_left, on_another_day, with_forms
from selebaran.site.policy import guarded_alone, guarded_beside

Data = Mapping[str, Any]
SOURCES = Path("templates") / "laporan"
DISTRICT, PART_PAGE = "daerah.html", "bagian.html"
STYLE, PAGE, PARTS = "laporan.css", ".html", "halaman"
PART = re.compile(rf'href="{PARTS}/([0-9a-f]{{12}})\{PAGE}"')
"""A way from a district's report to a page that reports of others lead to as well."""


class Texts(NamedTuple):
    """The report of a district as it is written: for programs, and as a page; where they show the day, by the endings
    of their files; the pages that others lead to as well, by their names."""

    record: str
    page: str
    shown: Shown
    parts: Mapping[str, str]


class ReportPages:
    """The templates of the staff report. Pages of dist/laporan/ have the stylesheet beside them, others within. `parts`
    are pages that reports of many districts lead to, by their names."""

    def __init__(self, registry: Registry) -> None:
        self._texts = {name: text for name, text in registry.report_files.items() if name.endswith(".html")}
        self.style = registry.theme.tokens + registry.report_files.get("laporan.css", "")
        self._jinja = Templates("laporan", {f"{FOLDER}/{name}": text for name, text in self._texts.items()})
        self.parts: dict[str, str] = {}
        self._known: dict[str, str] = {}

    def has(self, name: str) -> bool:
        """Whether there is a template of this name."""
        return name in self._texts

    def render(self, name: str, data: Data) -> str:
        """A page that stands alone. Raises `TemplateFault`."""
        return guarded_alone(self._rendered(name, {**data, "gaya": self.style}))

    def beside(self, name: str, data: Data, folder: str = "") -> str:
        """A page of the report, which finds its stylesheet in `folder`. Raises `TemplateFault`."""
        return guarded_beside(self._rendered(name, {**data, "gaya": "", "lembar_gaya": f"{folder}{STYLE}"}))

    def district(self, data: Data) -> str:
        """The page of a district's record. Where its pages come from the same places as those of others, it leads to
        one page for all, which is in `parts` then. Raises `TemplateFault`."""
        alike = defaultdict[tuple[str, str], list[Data]](list)
        for page in data["halaman"]:
            if not _is_own(page):
                origin = page["blok"][0]["asal"].partition(":")[0] if page["blok"] else page["slug"]
                part = self._part({"judul": f"Asal isi: {origin}", "blok": page["blok"]})
                alike[(part, page["slug"].rpartition("/")[0])].append(page)
        more = {
            "sendiri": [page for page in data["halaman"] if _is_own(page)],
            "sama": list(alike.items()),
            "lembar": [row | {"bagian": self._part(_panels(row))} for row in data["lembar"]],
            "bagian_fakta": self._part({"judul": "Fakta yang dipakai", "fakta": list(map(_named, data["fakta"]))}),
        }
        return self.beside(DISTRICT, {**data, **more})

    def _part(self, said: Data) -> str:
        """The name of a page that says something for many districts."""
        key = json.dumps(said)
        if key not in self._known:
            text = self.beside(PART_PAGE, said, "../")
            name = blake2b(text.encode(), digest_size=6).hexdigest()
            self._known[key], self.parts[name] = name, text
        return self._known[key]

    def _rendered(self, name: str, data: Data) -> str:
        return self._jinja.render(self._texts.get(name, "{}"), Place(f"{SOURCES.as_posix()}/{name}", 1), data)


def _panels(row: Data) -> Data:
    """What is said of a sheet's panels in every district that has it so."""
    return {"judul": f"Fakta di lembar: {row['lembar']}", "panel": row["panel"]}


def _named(row: Data) -> Data:
    """What is said of a fact beside its number."""
    return {name: row[name] for name in ("id", "topik", "keadaan")}


def _is_own(page: Data) -> bool:
    """Whether a page isn't as in other districts: withheld, with something replaced, or with a text of the district."""
    own = (row["asal"].startswith("districts/") and not row["asal"].startswith("districts/_") for row in page["blok"])
    return bool(page["ditahan"]) or any(row["diganti"] for row in page["blok"]) or any(own)


@dataclass(frozen=True)
class Written:
    """What is wrong with the page's template, and where its files, by their endings, show the day."""

    problems: Sequence[Problem] = ()
    shown: Shown = field(default_factory=dict)


@staged("laporan")
def write_district(out: Path, pages: ReportPages, record: DistrictRecord) -> Written:
    """Write the record of a district, and its page."""
    data = data_of(on_day(record, IN_WORDS))
    text, in_record = with_day(listed(data), record.day)
    put_packed(path_of(out, record.slug), text)
    try:
        page = pages.district(data)
        if is_whole := not is_left(page):
            page, in_page = with_day(page, record.day)
        else:
            page = pages.district(data_of(record))
    except TemplateFault as fault:
        return Written((fault.problem,))
    put_page(out, record.slug, page, pages.parts)
    return Written((), {PACKED: in_record, PAGE: in_page} if is_whole else {})


@staged("laporan")
def redate_district(out: Path, slug: str, shown: Shown, then: date, now: date) -> Written | None:
    """Write another day into the record of a district and its page; None where they don't show the one of `then`."""
    now_shown = dict[str, Begins]()
    for ending, begins in shown.items():
        path = out / FOLDER / f"{slug}{ending}"
        try:
            found = on_another_day(unpacked(path) if ending == PACKED else path.read_bytes(), begins, then, now)
        except Damaged:
            found = None
        if found is None:
            return None
        content, now_shown[ending] = found
        (put_packed if ending == PACKED else put)(path, content.decode())
    return Written((), now_shown) if now_shown else None


def put_page(out: Path, slug: str, page: str, parts: Mapping[str, str]) -> None:
    """Write the page of a district, and those it leads to that aren't there yet: their names tell what is in them."""
    for name in PART.findall(page):
        path = out / FOLDER / PARTS / f"{name}{PAGE}"
        if name in parts and not path.is_file():
            put(path, parts[name])
    put(out / FOLDER / f"{slug}{PAGE}", page)


def with_day(text: str, shown: str) -> tuple[str, Begins]:
    """A text of a report with a day in place of its marks; and where that stands."""
    content, begins = with_forms(text.encode(), {IN_WORDS.encode(): shown.encode()})
    return content.decode(), begins


def listed(data: Data) -> str:
    """What a report says for programs."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"


@staged("laporan")
def write_texts(out: Path, slug: str, texts: Texts) -> Written:
    """Write the record of a district, and its page, as they are."""
    put_packed(path_of(out, slug), texts.record)
    put_page(out, slug, texts.page, texts.parts)
    return Written((), texts.shown)


def data_of(row: Row) -> Data:
    """A row as its page and its file have it."""
    found: Data = row.model_dump(mode="json", by_alias=True)
    return found
