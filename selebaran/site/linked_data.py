"""What a page says to programs: JSON-LD in the words of schema.org. Where it stands on the site, who publishes that,
the days of an event, questions with their answers.

Nothing stands there that the page doesn't show, or won't show on a later day: an answer that the reader's clock changes
is left out. A publisher is named only where there is one.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from selebaran.compose.page.days import shown_now
from selebaran.model.edition import SiteFrame
from selebaran.model.page import HOME, ComposedPage
from selebaran.model.page_meta import EventDay
from selebaran.site.search_text import NOT_SAID, TAG

Data = dict[str, object]
QUESTION = re.compile(r"<h3\b[^>]*>(.*?\?)\s*</h3>(.*?)(?=<h[23]\b|</section|</div|\Z)", re.S)
BY_THE_CLOCK = re.compile(r"\bdata-(?:dari|sampai|mulai|pekan)=")
HOME_TITLE = "Beranda"


def written(value: object) -> str:
    """JSON that ends no script element."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


@dataclass(frozen=True)
class PageData:
    """Says of the pages of one site what programs read. `titles` are those of its pages, by slug."""

    frame: SiteFrame
    titles: Mapping[str, str]

    def of(self, page: ComposedPage) -> str:
        """The data of a page as a script's text; "" where there is nothing to say, or nobody should list the page."""
        meta = page.meta
        if not self.frame.address or meta.noindex or meta.for_staff or meta.is_withheld or meta.forward:
            return ""
        found = [part for part in self._parts(page) if part]
        if not found:
            return ""
        graph: Data = {"@context": "https://schema.org", "@graph": found}
        return written(graph)

    def _parts(self, page: ComposedPage) -> Iterator[Data]:
        yield self._site() if page.slug == HOME else self._breadcrumbs(page)
        yield from (self._event(day, page) for day in page.meta.event_days)
        if page.slug == self.frame.questions and (asked := list(_questions(page.html))):
            yield {"@type": "FAQPage", "inLanguage": "id", "mainEntity": asked}

    def _site(self) -> Data:
        names = self.frame.names
        site: Data = {"@type": "WebSite", "name": names.site, "url": self.frame.address, "inLanguage": "id"}
        return site | ({"publisher": _organisation(names.publisher)} if names.publisher_is_known else {})

    def _breadcrumbs(self, page: ComposedPage) -> Data:
        """From the home page by the folders that are pages. Of a page in another language, all are where they stand."""
        steps = page.slug.split("/")
        ways = ["/".join(steps[: number + 1]) for number in range(len(steps))]
        there = [(self.titles[way], f"{way}/") for way in ways if way in self.titles]
        return {
            "@type": "BreadcrumbList",
            "itemListElement": [
                {"@type": "ListItem", "position": number, "name": title, "item": f"{self.frame.address}{path}"}
                for number, (title, path) in enumerate([(HOME_TITLE, ""), *there], 1)
            ],
        }

    def _event(self, day: EventDay, page: ComposedPage) -> Data:
        state = "EventCancelled" if day.cancelled else "EventRescheduled" if day.moved_from else "EventScheduled"
        found: Data = {
            "@type": "Event",
            "name": day.title,
            "startDate": day.begins,
            "endDate": day.ends,
            "previousStartDate": day.moved_from,
            "eventStatus": f"https://schema.org/{state}",
            "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
            "location": {
                "@type": "Place",
                "name": day.venue,
                "address": ", ".join((*day.area, self.frame.names.district)),
            },
            "organizer": _organisation(day.organiser) if day.organiser else None,
            "url": f"{self.frame.address}{page.address}",
        }
        return {name: value for name, value in found.items() if value}


def _organisation(name: str) -> Data:
    return {"@type": "Organization", "name": name}


def _questions(page: str) -> Iterator[Data]:
    """The questions of a page, each with the words below it up to the next."""
    for found in QUESTION.finditer(page):
        if BY_THE_CLOCK.search(found[0]):
            continue
        asked, answer = _plain(found[1]), _plain(NOT_SAID.sub(" ", shown_now(found[2])))
        if answer:
            yield {"@type": "Question", "name": asked, "acceptedAnswer": {"@type": "Answer", "text": answer}}


def _plain(fragment: str) -> str:
    """HTML without its tags, on one line; an inline element parts no words."""
    return " ".join(html.unescape(TAG.sub("", fragment.replace("><", "> <"))).split())
