"""Takes what is to be written by hand out of pages that nobody writes on.

A sheet has lines for what a district hasn't said: "Nama ____". On a telephone they are words without an answer.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

BLANKS = {"isian", "tulis"}
"""Classes of a line that is filled in by hand."""
HEADINGS = {"h2", "h3", "h4"}
SEEN = {"img"}


def drop_blanks(element: Element) -> bool:
    """Take the blank lines out of an element, with the headings that stand over nothing but them, and what is empty
    without them. Returns whether something was taken out. Panels stay."""
    changed = False
    for child in tuple(element):
        if BLANKS & set(child.get("class", "").split()):
            _remove(element, child)
            changed = True
        elif drop_blanks(child):
            changed = True
            if not _says(child) and child.get("data-panel") is None:
                _remove(element, child)
    if changed:
        _drop_last_headings(element)
    return changed


def _drop_last_headings(element: Element) -> None:
    """Headings at the end of an element, after which nothing comes any more."""
    while said := [child for child in element if _says(child)]:
        if not _is_heading(said[-1]) or (said[-1].tail or "").strip():
            break
        _remove(element, said[-1])


def _is_heading(element: Element) -> bool:
    inside = [child for child in element if _says(child)]
    alone = not (element.text or "").strip() and bool(inside) and all(_is_heading(child) for child in inside)
    return element.tag in HEADINGS or alone


def _says(element: Element) -> bool:
    return bool("".join(element.itertext()).strip()) or any(child.tag in SEEN for child in element.iter())


def _remove(parent: Element, child: Element) -> None:
    """Take an element out; the text behind it stays."""
    before = parent[list(parent).index(child) - 1] if list(parent).index(child) else None
    if before is None:
        parent.text = (parent.text or "") + (child.tail or "")
    else:
        before.tail = (before.tail or "") + (child.tail or "")
    parent.remove(child)
