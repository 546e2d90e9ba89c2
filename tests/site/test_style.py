"""The one stylesheet: what of the theme stays in it, and that no page misses what was left out."""

from __future__ import annotations

import re
from pathlib import Path

import cssselect2
import tinycss2
import tinyhtml5
from mkdocs.utils import get_theme_dir

from selebaran.model.registry import Registry
from selebaran.publish.layout import site_of
from selebaran.site.sent import sent_of
from selebaran.site.style import needed, style_of
from selebaran.site.theme import library_sheets
from tests.conftest import DEMO

STATES = re.compile(r":{1,2}(?:hover|focus(?:-visible|-within)?|active|checked|open|before|after|marker|placeholder)\b")
"""What a page that lies on a disk isn't in."""
VALUES = (":root", ":root>*")
"""Selectors whose rules only hold custom properties, which nothing asks for."""
EVERY_KIND = (
    *("index.html", "404.html", "daftar/index.html", "iuran/index.html", "jadwal/index.html", "unduh/index.html"),
    *("tentang/index.html", "siapkan-acara/index.html", "istilah/index.html", "jv/antar-warga/index.html"),
    *("gawat-darurat/index.html", "kabar/forum-desember/index.html", "offline/index.html", "k/index.html"),
)


def sent(theme: str, *drawn_with: str, own: str = "") -> str:
    return style_of((theme,), (own,), drawn_with).text


def test_a_rule_stays_where_all_that_it_asks_for_is_a_word_of_the_templates() -> None:
    theme = ".a .b{color:red}.a .c,.b{color:blue}#d{top:0}[data-e] .a{top:1px}"
    assert sent(theme, '<p class="a"><b class="b">') == ".a .b{color:red}.b{color:blue}"
    assert sent(theme, 'class="a b" id="d" data-e') == ".a .b{color:red}.b{color:blue}#d{top:0}[data-e] .a{top:1px}"


def test_states_and_media_stay_with_what_they_belong_to() -> None:
    theme = "a:hover{top:0}.b:focus::after{top:1px}@media print{.a{top:2px}.b{top:3px}}@supports (gap:1px){.b{top:4px}}"
    assert sent(theme, "b") == (
        "a:hover{top:0}.b:focus::after{top:1px}@media print{.b{top:3px}}@supports (gap:1px){.b{top:4px}}"
    )


def test_what_stands_in_brackets_keeps_no_rule_away() -> None:
    assert sent("p:not(.x){top:0}:is(.x,.y) p{top:1px}", "") == "p:not(.x){top:0}:is(.x,.y) p{top:1px}"


def test_of_ours_only_what_nobody_asks_for_is_left_out() -> None:
    own = """
        /* told to readers */
        :root { --used: 1px;  --unused: "}"; --through: var(--used); --lost: var(--unused) }
        .z > p , .z { margin : calc(1px + var( --through )) !important; content: "a ,  b" }
        @keyframes gone { to { top: 0 } }
        @media print { :root { --unused: 2px } }
    """
    assert sent("", own=own) == (
        ':root{--used:1px;--through:var(--used)}.z>p,.z{margin:calc(1px + var(--through))!important;content:"a ,  b"}'
    )


def test_a_page_that_has_more_than_the_templates_say_is_noticed() -> None:
    style = style_of((".a.b{top:0}.c{top:0}",), (), ("a",))
    assert needed(style, frozenset((".a", ".c"))) == [frozenset((".c",))]
    assert needed(style, frozenset((".a", "[b]"))) == []


def test_no_kind_of_page_misses_a_rule_of_the_theme(dist: Path, hosts: dict[str, str], registry: Registry) -> None:
    """Asked of another library than the one that cuts: it matches each rule of the theme against each element."""
    matcher, kept = cssselect2.Matcher(), sent_of(registry.theme).style.text
    for prelude in _preludes(
        tinycss2.parse_stylesheet("".join(library_sheets((get_theme_dir("material"),))), True, True)
    ):
        for selector in prelude.split(","):
            if _short(selector) not in kept and selector.strip() not in VALUES:
                _add(matcher, selector)
    for name in EVERY_KIND:
        document = tinyhtml5.parse(
            (site_of(dist, hosts[DEMO]) / name).read_text("utf-8"), namespace_html_elements=False
        )
        for element in cssselect2.ElementWrapper.from_html_root(document).iter_subtree():
            found = [selector for *_, selector in matcher.match(element)]
            assert found == [], (name, element.etree_element.tag)


def _preludes(rules: list[tinycss2.ast.Node]) -> list[str]:
    found = []
    for rule in rules:
        if rule.type == "qualified-rule":
            found.append(tinycss2.serialize(rule.prelude))
        elif rule.type == "at-rule" and rule.lower_at_keyword in ("media", "supports") and rule.content:
            found += _preludes(tinycss2.parse_rule_list(rule.content, True, True))
    return found


def _short(selector: str) -> str:
    return re.sub(r"\s*([>~+])\s*", r"\1", selector.strip())


def _add(matcher: cssselect2.Matcher, selector: str) -> None:
    try:
        for compiled in cssselect2.compile_selector_list(STATES.sub("", selector) or "*"):
            matcher.add_selector(compiled, selector)
    except cssselect2.SelectorError:
        pass  # of another browser
