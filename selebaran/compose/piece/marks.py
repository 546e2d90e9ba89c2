"""What stands on a sheet in place of its code and its days while the content is rendered that the code is made of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from selebaran.compose.template.formats import day
from selebaran.model.paper import PaperEdition

DAY_MARK, CODE_MARK = "\ue010", "\ue011"
"""Stand for the edition's day and code. The content counts them as words, so that all days make the same code."""
UNTIL_MARK = "\ue013"
"""Stands for the last day on which a sheet may be relied on, and the words about it. It counts for no word: a sheet
with it is the same edition as one without."""


@dataclass(frozen=True)
class Issue:
    """What a sheet is handed out as, in all of its profiles: its edition, which a piece about an event has not, and the
    last day on which it may be relied on."""

    edition: PaperEdition | None
    until: date | None


def marked(html: str, issue: Issue, as_of: date) -> str:
    """The sheet with its edition's code and day, and its last day, in place of their marks."""
    edition = issue.edition
    when, code = (edition.published, edition.code) if edition else (as_of, "")
    until = f"Berlaku sampai {day(issue.until)}." if issue.until else ""
    if DAY_MARK in html:
        html = html.replace(DAY_MARK, day(when))
    return html.replace(CODE_MARK, code).replace(UNTIL_MARK, until)
