"""A picture in a district's own text, with what daerah.yml says of it: who leaves its words out has them there already.

`![](gambar/pos.jpg)` is a picture that nobody hears of. What is listed has a text for those who can't see it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from html import escape

from selebaran.model.district import Picture
from selebaran.model.registry import DistrictFolder

IMAGE = re.compile(r'<img(?: [\w-]+="[^"]*")*>')
SOURCE = re.compile(r'(?<= src=")((?:\.\./)*gambar/)([^"]*)(?=")')
ALT = re.compile(r' alt="([^"]*)"')


def listed_pictures(folder: DistrictFolder) -> dict[str, Picture]:
    """The pictures that a district's text may show, with what is said of them, by the names of their files."""
    return {picture.file: picture for picture in folder.district.pictures if picture.file in folder.pictures}


def with_their_texts(html: str, pictures: Collection[str]) -> str:
    """Clean HTML in which each picture has the name under which it is served and, where it has no words of its own, the
    text that it is listed with. Pictures of which only names are given stay as they are."""
    if not isinstance(pictures, Mapping):
        return html

    def told(image: re.Match[str]) -> str:
        source = SOURCE.search(image[0])
        picture = pictures.get(source[2]) if source else None
        return _told(image[0], picture) if isinstance(picture, Picture) else image[0]

    return IMAGE.sub(told, html)


def _told(image: str, picture: Picture) -> str:
    served = SOURCE.sub(rf"\g<1>{picture.served}", image)
    words = ALT.search(served)
    if words and words[1].strip():
        return served
    return f'{ALT.sub("", served)[:-1]} alt="{escape(picture.alt)}">'
