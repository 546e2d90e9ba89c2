"""The glossary as a shared page: its words under their first letters, each with an address of its own.

It is written as any page is, so that an overdue fact is marked or replaced here too.
"""

from __future__ import annotations

import re
from itertools import groupby

from selebaran.compose.template.engine import escape_markdown
from selebaran.model.campaign import Ask, Campaign
from selebaran.model.page import FrontMatter, PageSource, Segment
from selebaran.model.problem import Place
from selebaran.model.wordlists import Glossary, Term

SLUG = "istilah"
FILE = "content/istilah.yml"
NEXT = "## Sesudah ini {#lanjut}"
INTRO = """\
Menemukan kata yang asing? **Cari huruf awalnya di bawah ini.**

Tidak ada di sini? Tanyakan ke {ask}.
"""


def glossary_page(glossary: Glossary, campaign: Campaign, known: frozenset[str]) -> PageSource | None:
    """The page of all terms, where the campaign has one. `known` are the pages that it may lead to."""
    words = campaign.glossary
    if words is None:
        return None
    place = Place(FILE, 1)
    segments = [Segment("", 0, INTRO.format(ask=_ask(campaign.ask)), place)]
    ordered = sorted(glossary.terms, key=lambda term: term.term.casefold())
    for letter, terms in groupby(ordered, key=lambda term: term.term[0].upper()):
        text = "\n\n".join([f"## {letter} {{#huruf-{letter.lower()}}}", *(_entry(term) for term in terms)])
        segments.append(Segment(f"huruf-{letter.lower()}", 2, text + "\n", place))
    links = [f"- [{escape_markdown(link.title)}]({link.page}.md)" for link in words.next_pages if link.page in known]
    if links:
        segments.append(Segment("lanjut", 2, "\n".join([f"{NEXT}\n", *links]) + "\n", place))
    front = FrontMatter.model_validate({"judul": words.title, "ringkas": words.summary})
    head = front.model_copy(update={"menu_title": words.menu_title, "group": words.group})
    return PageSource(SLUG, head, tuple(segments), place)


def _ask(whom: Ask) -> str:
    """Whom to ask, as a template of Markdown: an overdue number is marked here too."""
    if whom.phone is None:
        return escape_markdown(whom.place)
    name = f"fakta.{whom.phone.fact}"
    return f"{escape_markdown(whom.phone.name)} [{{{{ {name} }}}}]({{{{ {name}.tel }}}})"


def _entry(term: Term) -> str:
    """A definition; what facts it rests on is mentioned in it."""
    anchor = re.sub(r"[^a-z0-9]+", "-", term.term.lower()).strip("-")
    long_form = f" ({escape_markdown(term.long_form)})" if term.long_form else ""
    facts = ", ".join(f'"{fact}"' for fact in term.facts)
    mention = f"{{{{ sebut({facts}) }}}}" if facts else ""
    head = f'<dfn id="{anchor}">{escape_markdown(term.term)}</dfn>{long_form}'
    return f"{head}\n:   {mention}{escape_markdown(term.meaning)}"
