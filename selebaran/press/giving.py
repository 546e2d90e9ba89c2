"""Takes out of a sheet's source what gives way, and puts texts in place of others that are too long."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from selebaran.model.fitting import Elastic, GivesWay
from selebaran.press.fit import Setting

MARK, PANEL = "data-lepas", "data-panel"


def give_way(root: Element, setting: Setting, elastic: Elastic) -> frozenset[tuple[str, str]]:
    """Bring the source into a setting. What comes back are the marks, with their panels, of all that may still go.

    An element that holds one of the texts that are kept stays, whatever its mark says."""
    for old, new in setting.cut:
        _exchange(root, old, new)
    leaving = {way.mark for way in setting.gone if way.smaller is None}
    loose = set()
    for panel, parent, child in _marked(root):
        if _is_kept("".join(child.itertext()), elastic):
            continue
        if child.get(MARK) in leaving:
            _remove(parent, child)
        else:
            loose.add((child.get(MARK, ""), panel.get(PANEL, "")))
    return frozenset(loose)


def _marked(root: Element) -> list[tuple[Element, Element, Element]]:
    """The elements with a mark, each with its panel and the element around it."""
    panels = [element for element in root.iter() if element.get(PANEL)]
    around = [(panel, element) for panel in panels for element in panel.iter()]
    return [(panel, parent, child) for panel, parent in around for child in parent if child.get(MARK)]


def _is_kept(text: str, elastic: Elastic) -> bool:
    """Whether a text has something in it that may not go. What the district typed doesn't count: the number of a house
    may be that of a telephone."""
    for value in elastic.filled:
        text = text.replace(value.text, " ")
    return any(re.search(rf"(?<!\w){re.escape(kept)}(?!\w)", text) for kept in elastic.kept)


def smaller(setting: Setting) -> str:
    """The stylesheet of what stays, smaller, where it gives way."""
    return " ".join(_smaller(way) for way in setting.gone if way.smaller is not None)


def set_otherwise(setting: Setting, first: Setting) -> frozenset[tuple[str, str]]:
    """The attributes of what looks otherwise in a setting than in the first, though its source is the same."""
    marks = {(MARK, way.mark) for way in setting.gone if way.smaller is not None}
    return frozenset({(PANEL, name) for name in setting.differing(first)} | marks)


def _smaller(way: GivesWay) -> str:
    return f'[{MARK}="{way.mark}"] {{ --kecil: {way.smaller} }}'


def _remove(parent: Element, child: Element) -> None:
    """Take an element out; what follows it stays."""
    position = list(parent).index(child)
    if position:
        before = parent[position - 1]
        before.tail = (before.tail or "") + (child.tail or "")
    else:
        parent.text = (parent.text or "") + (child.tail or "")
    parent.remove(child)


def _exchange(root: Element, old: str, new: str) -> None:
    for element in root.iter():
        element.text = element.text.replace(old, new) if element.text else element.text
        element.tail = element.tail.replace(old, new) if element.tail else element.tail


def texts_of(root: Element) -> dict[str, str]:
    """The text of each panel."""
    panels = (element for element in root.iter() if element.get(PANEL))
    return {panel.get(PANEL, ""): " ".join("".join(panel.itertext()).split()) for panel in panels}
