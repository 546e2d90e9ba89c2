"""Values of districts and facts are plain words; what an editor typed is found beside them."""

from __future__ import annotations

import pytest

from selebaran.compose.markup.render import render
from selebaran.compose.template.engine import escape_markdown
from selebaran.model.telephone import Dialling
from tests.compose.markup.kit import own, shared


@pytest.mark.parametrize("read", [own, shared])
@pytest.mark.parametrize(
    "value",
    [
        *(
            "www.contoh.example",
            "dinkes@contoh.example",
            "wa.me/6281200000000",
            "lapor.go.id",
            "https://contoh.example",
        ),
        *("<https://contoh.example>", "x <a@b.example>", ":smile:", "==penting==", "$$ x $$", "%% x", "!!! note"),
        *("• butir", "✅ siap", "– strip", "o  satu", "a. satu", "12) dua belas", "??? info"),
    ],
)
def test_a_value_is_what_it_says_and_nothing_else(read: object, value: str) -> None:
    seen = " ".join(value.split())
    for text in ("{}", "Hubungi {} segera.", "{}, lalu {}"):
        words = read(text.replace("{}", escape_markdown(value)))  # type: ignore[operator]
        assert " ".join(words.split()) == text.replace("{}", seen)


def test_a_telephone_and_a_time_of_a_value_are_found() -> None:
    html = render(escape_markdown("+62 254 200123, buka 09.00–12.00 WIB"), own=False, where=Dialling()).html
    assert '<a href="tel:+62254200123" class="utuh">+62 254 200123</a>' in html
    assert '<span class="utuh">09.00–12.00 WIB</span>' in html


def test_a_heading_has_the_letters_of_its_value() -> None:
    (heading,) = render(f"## {escape_markdown('a@b.example')}", own=False).headings
    assert (heading.text, heading.id) == ("a@b.example", "abexample")


@pytest.mark.parametrize(
    ("typed", "seen"),
    [
        ("https://a.example/?b=1&amp;c=2", "[https://a.example/?b=1&c=2](https://a.example/?b=1&c=2)"),
        ("www.a.example/?b=1&amp;c=2", "[www.a.example/?b=1&c=2](https://www.a.example/?b=1&c=2)"),
        ("&lt;https://a.example&gt;", "<[https://a.example](https://a.example)>"),
        ("https://a.example/&#62;", "[https://a.example/](https://a.example/)>"),
        ("https://a.example&amp;", "[https://a.example](https://a.example)&"),
        ("{}, a@b.example", "x@y.example, [a@b.example](mailto:a@b.example)"),
    ],
)
def test_a_reference_in_a_typed_address_is_read_or_ends_it(typed: str, seen: str) -> None:
    assert own(typed.replace("{}", escape_markdown("x@y.example"))) == seen
