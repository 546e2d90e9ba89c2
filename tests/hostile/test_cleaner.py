"""Heaps that make Markdown or the cleaner slow, deep, large: each is read, or refused with its line, and that ends."""

from __future__ import annotations

import resource

import pytest

from selebaran.compose.markup.aside import BEGIN
from selebaran.compose.page.cleaner import ATTRIBUTES, TAGS
from selebaran.compose.page.html import Surroundings, render
from selebaran.compose.page.limits import ATTRIBUTES as MOST_ATTRIBUTES
from selebaran.compose.page.limits import COLUMNS, DEPTH, LINES, NESTED
from selebaran.model.problem import Place
from selebaran.read.own_text import LARGEST
from tests.hang import comes_to_an_end
from tests.hostile.twins import tree

HERE = Place("districts/kab-uji/halaman/a.md", 5)
AROUND = Surroundings("uji/a", {"daftar": ["syarat"]}, ("a.png",))
WIDE = "|".join("a" * 1000)
HEAPS = {
    "span": "<span>" * 500 + "x" + "</span>" * 500,
    "b": "<b>" * 1900 + "x",
    "div": "<div>" * 100_000,
    "div-markdown": '<div markdown="1">\n' * 1900,
    "p-markdown": '<p markdown="1">' * 1900,
    "colspan": '<table><tr><td colspan="100000000">x</td></tr></table>',
    "attributes": "<a " + " ".join(f"a{n}=b" for n in range(9000)) + ">x</a>",
    "attribute": "<a " + "a" * 60_000 + ">x",
    "open-quote": '<a title="' * 1900,
    "comment": "<!--" * 1900,
    "comment-long": "<!-- " + "-" * 60_000,
    "instruction": "<?" * 1900,
    "cdata": "<![CDATA[" * 1900,
    "close": "</" * 1900,
    "entities": "<!DOCTYPE x [<!ENTITY a 'b'><!ENTITY c '&a;&a;'>]>" + "&c;" * 10_000,
    "references": "&#" * 30_000,
    "ampersands": "&" * 60_000,
    "dashes": "- " * 512,
    "dashes-many": "- " * 30_000,
    "stars": "* " * 30_000,
    "pluses": "+ " * 20_000,
    "numbers": "1. " * 20_000,
    "colons": "a\n" + ": " * 20_000,
    "mixed": "> - " * 10_000,
    "brackets": "[" * 10_000,
    "brackets-allowed": "[" * 1000,
    "pictures": "![" * 900,
    "links": "[a](" * 900,
    "link-titles": '[a](b "' * 900,
    "link-paren": "[a](" + "(" * 30_000,
    "quotes": ">" * 10_000,
    "quotes-blank": "> " * 10_000,
    "quotes-deeper": "\n".join(">" * depth + " x" for depth in range(1, 340)),
    "quotes-lines": "> a\n" * 16_000,
    "deep-list": "\n".join("    " * depth + "- x" for depth in range(120)),
    "deep-list-slow": "\n".join(" " * depth + "- x" for depth in range(300)),
    "definitions": "a\n: b\n" * 10_000,
    "emphasis": "*" * 50_000,
    "emphasis-open": "*a" * 30_000,
    "emphasis-mixed": "***a" * 12_000,
    "underscores": "_a " * 20_000,
    "backticks": "`" * 50_000,
    "backticks-odd": "`a" * 30_000,
    "fences": "```\n" * 16_000,
    "backslashes": "\\" * 60_000,
    "escapes": "\\*" * 30_000,
    "long-line": "a" * 65_000,
    "words": "a " * 32_000,
    "blanks": " " * 60_000 + "a",
    "empty-lines": "\n" * 60_000,
    "tabs": "\t" * 60_000 + "a",
    "table": f"{WIDE}\n{'|'.join('-' * 1000)}\n{WIDE}",
    "table-rows": "a|b\n-|-\n" + "a|b\n" * 15_000,
    "table-fill": "|".join("a" * 20) + "\n" + "|".join("-" * 20) + "\n" + "x\n" * 20_000,
    "table-many": "|a|\n|-|\n" * 8000,
    "headings": "# a\n" * 16_000,
    "headings-under": "a\n-\n" * 16_000,
    "hash": "#" * 60_000,
    "rules": "***\n" * 16_000,
    "references-defined": "[a]: b\n" * 8000,
    "braces": "{:" * 30_000,
    "attribute-list": "a {: " + "x=y " * 15_000 + "}",
    "attribute-lines": "a\n{: " * 10_000,
    "address": "<http://" + "a" * 60_000 + ">",
    "mail": "<" + "a" * 30_000 + "@" + "b" * 30_000 + ">",
    "code": "    a\n\n" * 8000,
    "blocks": "\n\n".join("a" for _ in range(20_000)),
    "list-items": "* a\n" * 20_000,
    "schemes": "http://" * 9000,
    "schemes-unknown": "a://" * 15_000,
    "addresses": "https://a.example/x " * 3000,
    "hosts": "www.a." * 10_000,
    "hosts-long": "a." * 30_000 + "go.id",
    "mails": "a@b.c" * 12_000,
    "telephones": "0812-3456-7890 " * 4000,
    "digits": "0812345678" * 6000,
    "times": "09.00-" * 10_000,
    "marked": "==a" * 20_000,
    "emoji": ":a" * 30_000,
    "footnotes": "[^a]: b\n" * 990,
    "boxes": "!!! note\n" * 1900,
    "boxes-deep": "\n".join("  " * depth + "!!! note" for depth in range(150)),
    "letters": "a. x\n" * 1900,
    "letters-two": "a. x\nb. y\n" * 900,
    "tabs-rows": "\t".join("a" * 10_000) + "\n" + "a\tb\n" * 1900,
    "bars": "| a |\n" * 1900,
    "spaces-in-address": "](" + "a " * 30_000 + ")",
}
REFUSALS = {
    *("naskah-rumit", "naskah-bertingkat", "berkas-terlalu-besar", "tautan-putus", "gambar-tidak-terdaftar"),
    *("elemen-tidak-boleh", "sel-gabungan", "tautan-asing", "tautan-http", "tanda-markdown"),
}


@pytest.mark.parametrize("name", HEAPS)
def test_a_heap_is_read_or_refused_and_comes_to_an_end(name: str) -> None:
    text = HEAPS[name][:LARGEST]
    with comes_to_an_end():
        html, problems = render(text, HERE, AROUND)
    assert {p.code for p in problems} <= REFUSALS
    assert all(p.place.file == HERE.file and p.place.line >= HERE.line for p in problems)
    assert html.startswith(BEGIN) or problems
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss < 2**20  # KB
    for tag, names, *_ in tree(html)[3:] if 0 < len(html) < 50_000 else ():
        assert tag in TAGS | {"div"}
        assert set(names) <= ATTRIBUTES.get(tag, set()) | ({"class"} if tag == "div" else set())


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("Halo.\n\n" + "- " * (DEPTH + 1) + "x", "naskah-bertingkat", 7),
        ("Halo.\n\n" + "<b>" * (NESTED + 1) + "x", "naskah-bertingkat", 7),
        ("Halo.\n\n<p " + "a=b " * (MOST_ATTRIBUTES + 1) + ">x</p>", "naskah-bertingkat", 7),
        ("Halo.\n\n" + "a|" * (COLUMNS + 1), "naskah-rumit", 7),
        ("Halo.\n\n" + "[" * 1001, "naskah-rumit", 7),
        ("a\n\n" * (LINES + 1), "berkas-terlalu-besar", 5),
    ],
)
def test_the_refusal_names_the_line(text: str, code: str, line: int) -> None:
    (found,) = render(text, HERE, AROUND)[1]
    assert (found.code, str(found.place)) == (code, f"{HERE.file}:{line}")


@pytest.mark.parametrize(
    "text",
    [
        "- " * DEPTH + "x",
        "<b>" * (NESTED - 2) + "x" + "</b>" * (NESTED - 2),
        "* * * * *",
        "\n\n".join("## Bagian\n\nTeks.\n\n- satu\n    - dua\n        - tiga" for _ in range(100)),
        "a\n\n" * LINES,
        "a\n: b\n" * 990,
    ],
)
def test_what_people_write_is_read(text: str) -> None:
    assert render(text, HERE, AROUND)[1] == []


@pytest.mark.parametrize(("given", "kept"), [("2", "2"), ("20", "20"), ("21", None), ("0", None), ("100000000", None)])
def test_a_cell_spans_no_more_columns_than_a_table_has(given: str, kept: str | None) -> None:
    html, _ = render(f'<table><tr><td colspan="{given}">x</td></tr></table>', HERE, AROUND)
    assert ("colspan" in html) is (kept is not None)
