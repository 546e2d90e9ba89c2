"""The glossary as a shared page: its words under their first letters, each with an address of its own.

It is written as any page is, so that an overdue fact is marked or replaced here too.
"""

from __future__ import annotations

import re
from itertools import groupby

from selebaran.compose.template.engine import escape_markdown
from selebaran.model.page import FrontMatter, PageSource, Segment
from selebaran.model.problem import Place
from selebaran.model.wordlists import Glossary, Term

SLUG = "istilah"
FILE = "content/istilah.yml"
HEAD = {
    "judul": "Arti kata-kata JKN",
    "menu_judul": "Arti kata-kata",
    "ringkas": "Arti istilah dan singkatan yang sering dipakai dalam JKN, dengan kata sehari-hari.",
    "kelompok": "bantuan",
}
INTRO = """\
Menemukan kata yang asing? **Cari huruf awalnya di bawah ini.**

Tidak ada di sini? Tanyakan ke Care Center [{{ fakta.care_center }}]({{ fakta.care_center.tel }}).
"""
NEXT = """\
## Sesudah ini {#lanjut}

- [Apa itu JKN?](apa-itu-jkn.md)
- [Tanya jawab](tanya-jawab.md)
- [Kembali ke beranda](beranda.md)
"""


def glossary_page(glossary: Glossary, known: frozenset[str]) -> PageSource:
    """The page of all terms. `known` are the pages that it may lead to."""
    place = Place(FILE, 1)
    segments = [Segment("", 0, INTRO, place)]
    ordered = sorted(glossary.terms, key=lambda term: term.term.casefold())
    for letter, terms in groupby(ordered, key=lambda term: term.term[0].upper()):
        text = "\n\n".join([f"## {letter} {{#huruf-{letter.lower()}}}", *(_entry(term) for term in terms)])
        segments.append(Segment(f"huruf-{letter.lower()}", 2, text + "\n", place))
    lines = [line for line in NEXT.splitlines() if not (to := re.search(r"\]\((.+)\.md\)", line)) or to[1] in known]
    segments.append(Segment("lanjut", 2, "\n".join(lines) + "\n", place))
    return PageSource(SLUG, FrontMatter.model_validate(HEAD), tuple(segments), place)


def _entry(term: Term) -> str:
    """A definition; what facts it rests on is mentioned in it."""
    anchor = re.sub(r"[^a-z0-9]+", "-", term.term.lower()).strip("-")
    long_form = f" ({escape_markdown(term.long_form)})" if term.long_form else ""
    facts = ", ".join(f'"{fact}"' for fact in term.facts)
    mention = f"{{{{ sebut({facts}) }}}}" if facts else ""
    head = f'<dfn id="{anchor}">{escape_markdown(term.term)}</dfn>{long_form}'
    return f"{head}\n:   {mention}{escape_markdown(term.meaning)}"
