"""What rendered text of a district may hold: elements, attributes and what stands in them. The only cleaner.

It cleans after rendering: cleaning Markdown breaks quotes and autolinks, and leaves `javascript:` alive.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import nh3

from selebaran.compose.markup.elements import ALLOWED

TAGS = (ALLOWED - {"h1"}) | {"span"}
"""What the cleaner leaves. The only spans are the renderer's, and what stands in place of a fact."""
TURNED = ("p", "li", "dt", "dd", "td", "th", "blockquote", "h2", "h3", "h4", "h5", "h6")
"""Elements that may say that their script runs from right to left."""
ATTRIBUTES: dict[str, set[str]] = {tag: {"dir"} for tag in TURNED}
for _tag, _names in {
    "a": {"href", "title", "class"},
    "img": {"src", "alt", "title"},
    "ol": {"start", "type", "class"},
    "ul": {"class"},
    "li": {"value"},
    "th": {"scope", "colspan", "rowspan", "class"},
    "td": {"colspan", "rowspan", "class"},
    "span": {"class"},
    "blockquote": {"class"},
    "details": {"open"},
    **{f"h{level}": {"id"} for level in range(2, 7)},
}.items():
    ATTRIBUTES[_tag] = ATTRIBUTES.get(_tag, set()) | _names
CLASSES = {
    "a": {"utuh"},
    "span": {"utuh"},
    "ul": {"bertanda"},
    "ol": {"kurung"},
    "th": {"kanan", "tengah"},
    "td": {"kanan", "tengah"},
    "blockquote": {"kotak"},
}
"""The classes that the renderer gives, by element."""
VALUES = {
    "dir": re.compile("rtl"),
    "start": re.compile(r"\d{1,9}"),
    "value": re.compile(r"\d{1,9}"),
    "type": re.compile("[ai]"),
}
"""What other attributes may say."""
SCHEMES = {"https", "mailto", "tel"}
SPANS = {"colspan": 20, "rowspan": 100}
"""The most columns and rows that a cell spans."""


def clean(html: str, attribute_filter: Callable[[str, str, str], str | None]) -> str:
    """HTML of which only what is allowed is left. An address with http reaches the filter, which reports it."""
    return nh3.clean(
        html,
        tags=set(TAGS),
        attributes={**ATTRIBUTES, "*": set()},  # else nh3 leaves lang and title on every element
        url_schemes=SCHEMES | {"http"},
        link_rel=None,
        attribute_filter=attribute_filter,
    )
