"""What is noted of many sites once, and of one besides, gives the index of all of it noted together."""

from __future__ import annotations

import random
from collections import Counter

import pytest

from selebaran.model.search import SearchWords
from selebaran.read.regions import regions
from selebaran.site.search_noted import MANY, Noted, Told, Whole
from selebaran.site.search_roots import AFFIX, Roots, _may_have_affix, _sastrawi
from selebaran.site.search_text import words_of
from selebaran.site.search_weighed import Scales

WORDS = [
    "makan",
    "makanan",
    "memakan",
    "dimakan",
    "sakit",
    "kesakitan",
    "penyakit",
    "kau",
    "kaubun",
    "serang",
    "seranggas",
]
WORDS += [
    "menyerang",
    "diserang",
    "ikan",
    "perikanan",
    "nelayan",
    "raya",
    "merayakan",
    "kota",
    "perkotaan",
    "119",
    "2026",
]
WORDS += ["lapor", "adu", "kabar"]
EXCEPTIONS = {"lapor": "makanan", "adu": "penyakit", "kabar": "perikanan"}
"""Words whose roots are words that have another root themselves."""


class Page:
    """A page as chance will have it: words of its text, more that one site has beside, and what is shown in all sites
    or in one."""

    def __init__(self, chance: random.Random) -> None:
        text = chance.choices(WORDS, k=chance.randrange(9))
        self.text, self.beside = Counter(text), Counter(chance.choices(WORDS, k=chance.randrange(4)))
        self.shown, self.own = chance.choices(WORDS, k=2), chance.choices(WORDS, k=chance.randrange(2))
        self.names = chance.choices(WORDS, k=chance.randrange(2))


def scales_of() -> Scales:
    exceptions = [{"kata": word, "akar": root} for word, root in EXCEPTIONS.items()]
    return Scales(SearchWords.model_validate({"akar": exceptions}), Roots())


def note(noted: Noted, scales: Scales, page: int, words: list[str], names: list[str]) -> None:
    shown = set(map(scales.root, words))
    noted.seen |= {*words, *names}
    noted.show(page, shown)
    noted.name(page, set(map(scales.root, names)) - shown)
    noted.called |= shown


def together(scales: Scales, pages: list[Page], near: set[str]) -> Told:
    noted = Noted()
    for number, page in enumerate(pages):
        note(noted, scales, number, page.shown + page.own, page.names)
        noted.weigh(number, scales.weigh(page.text + page.beside))
    return Whole(scales, len(pages), noted).told(scales, Noted(), near)


def in_two_layers(scales: Scales, pages: list[Page], near: set[str]) -> Told:
    base, own = Noted(), Noted()
    for number, page in enumerate(pages):
        note(base, scales, number, page.shown, [])
        note(own, scales, number, page.own, page.names)
        shown = set(map(scales.root, page.shown))
        for root in shown:  # a name that is shown on the page isn't one that is only found there
            own.titled.get(root, set()).discard(number)
        text = scales.weigh(page.text)
        base.weigh(number, text)
        own.weigh_beside(number, text, scales.weigh(page.beside))
    return Whole(scales, len(pages), base).told(scales, own, near)


@pytest.mark.parametrize("seed", range(60))
def test_what_one_site_says_besides_is_told_as_if_all_were_noted_together(seed: int) -> None:
    chance = random.Random(seed)
    scales = scales_of()
    pages = [Page(chance) for _ in range(chance.choice((3, MANY, MANY + 7)))]
    near = set(chance.choices(WORDS, k=4))
    first, second = in_two_layers(scales, pages, near), together(scales, pages, near)
    assert first == second
    assert second.first["roots"] or second.second["roots"]


@pytest.mark.parametrize(("text", "beside"), [("lapor", "makanan"), ("makanan", "lapor")])
def test_a_root_that_stands_as_it_is_beside_a_text_is_found(text: str, beside: str) -> None:
    pages = [Page(random.Random(0)) for _ in range(MANY)]
    for page in pages:
        page.text, page.beside, page.shown, page.own, page.names = Counter(), Counter(), [], [], []
    pages[0].text, pages[0].beside = Counter([text]), Counter([beside])
    found = in_two_layers(scales_of(), pages, set())
    assert found == together(scales_of(), pages, set())
    assert "makanan lapor" in found.second["roots"]


def test_of_what_no_rule_touches_the_dictionary_finds_no_other_root() -> None:
    words = {word for name in regions().names.values() for word in words_of(name) if _may_have_affix(word)}
    untouched = [word for word in words if not AFFIX.match(word)]
    assert len(untouched) > 1000
    assert [word for word in untouched if _sastrawi().stem(word) != word] == []
