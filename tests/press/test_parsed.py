"""A sheet's source that is soon parsed has the tree that WeasyPrint's parser makes of it; what that would read
otherwise is left to it."""

from __future__ import annotations

from typing import Any
from xml.etree.ElementTree import Element

import pytest
from weasyprint import HTML

from selebaran.compose.edition import Composer
from selebaran.press.fetcher import SealedFetcher
from selebaran.press.parsed import html_of, tree_of
from selebaran.publish.plan import PROFILES
from tests.conftest import DAY

AROUND = '<!doctype html>\n<html lang="id">\n<head>\n<title>Uji {0}</title>\n</head>\n<body>\n{0}\n</body>\n</html>\n'


def shape(element: Element) -> tuple[Any, ...]:
    """All that a tree says."""
    about = element.tag, list(element.items()), element.text, element.tail
    return (*about, [shape(child) for child in element])


def read(source: str) -> Element:
    """The tree that WeasyPrint's parser makes."""
    tree: Element = HTML(string=source).etree_element
    return tree


def test_every_sheet_is_parsed_so(composer: Composer) -> None:
    edition = composer.compose("kab-contoh", as_of=DAY, profiles=PROFILES)
    assert edition.pieces
    for piece in edition.pieces:
        tree = tree_of(piece.html)
        assert tree is not None, piece.label
        assert shape(tree) == shape(read(piece.html)), piece.label


KNOWN = [
    "<p>Bawa <b>KTP<br>asli</b></p>",
    '<div data-kaki class="a b"  id="x">Satu > dua</div>',
    "<table> <tr><td>1</td> </tr>\n</table> <p>x</p>",
    "<table><thead><tr><th>1</th></tr></thead><tbody><tr><td><p>2</p></td></tr></tbody></table>",
    "<ul>\n<li>Satu <p>dua</p></li>\n</ul> tiga",
    '<img alt="a <b> c" src="asset:x.svg"><a href="https://x/"><span><div>y</div></span></a>',
    "",
]
ODD = [
    "<p>Satu<p>Dua</p></p>",
    "<p>Satu<div>Dua</div></p>",
    "<p><span><ul><li>x</li></ul></span></p>",
    "<b>Satu<i>dua</b>tiga</i>",
    "<ul><li>Satu<li>Dua</ul>",
    "<ul><p>x</p></ul>",
    "<h1>a<h2>b</h2></h1>",
    "<table>x<tr><td>1</td></tr></table>",
    "<table><td>1</td></table>",
    "<table><tr><td>1</td></tr><tbody><tr><td>2</td></tr></tbody></table>",
    "<tr><td>1</td></tr>",
    "<li>x</li>",
    '<a href="x">a<a>b</a></a>',
    "<p>a &amp; b</p>",
    '<p title="&lt;">x</p>',
    "<p title='x'>x</p>",
    "<P>x</P>",
    '<p id="a" id="b">x</p>',
    "<p>1 < 2</p>",
    "<!-- x --><p>x</p>",
    "<svg><path/></svg>",
    "<p>x</p/>",
    "<div/>x",
    "<p>x</br></p>",
    "<p>x",
    "</p>",
    "<select><option>x</select>",
    "<pre>\nx</pre>",
    "<p>x\r\ny</p>",
    "<p>x\0y</p>",
    "</body><p>x</p>",
    '<body class="x"><p>x</p>',
    "<title>x</title>",
]


@pytest.mark.parametrize("body", [*KNOWN, *ODD])
def test_what_would_be_read_otherwise_is_left_to_the_parser(body: str) -> None:
    source = AROUND.format(body)
    tree = tree_of(source)
    assert tree is None or shape(tree) == shape(read(source))


@pytest.mark.parametrize("plain", [True, False])
def test_a_comment_is_no_text_of_a_sheet(plain: bool) -> None:
    source = AROUND.replace("Uji {0}", "Uji").format("<p>Bawa <!-- catatan -->KTP</p>")
    root = html_of(source, "asset:", SealedFetcher({}), plain=plain).etree_element
    assert "".join(root.find("body").itertext()).split() == ["Bawa", "KTP"]


@pytest.mark.parametrize("body", KNOWN)
def test_what_sheets_are_made_of_is_known(body: str) -> None:
    assert tree_of(AROUND.replace("Uji {0}", "Uji").format(body)) is not None


@pytest.mark.parametrize(
    "source", ["", "<p>x</p>", "<!doctype html>", "<!doctype html><html><body></body></html>", AROUND[:-20]]
)
def test_what_is_no_whole_sheet_is_left_to_the_parser(source: str) -> None:
    assert tree_of(source) is None
