"""What a template names, in all of its branches, with the line; and the names that don't exist."""

from __future__ import annotations

import pytest

from selebaran.check.references import references
from selebaran.cli.language import Speaker
from selebaran.cli.show import problem_text
from selebaran.compose.template.locate import Source
from selebaran.model.problem import Place

OTHERS = ["print/lembar.html", "print/bagian.html"]


def named(text: str, kind: str = "html") -> list[tuple[str, int]]:
    """Each chain that a template names, with its line. It has no faults."""
    chains, faults = references(Source(text, Place("piece.html", 1)), kind, OTHERS)
    assert not faults
    return [(".".join(chain), line) for chain, line in chains]


def faults(text: str, kind: str = "html") -> list[str]:
    """What is said of a template, up to the list of all names."""
    _, found = references(Source(text, Place("piece.html", 1)), kind, OTHERS)
    return [problem_text(fault, Speaker()).split(" Pilihan")[0] for fault in found]


@pytest.mark.parametrize(
    ("text", "chains"),
    [
        ("{{ daerah.kontak.psc119.telepon }}", [("daerah.kontak.psc119.telepon", 1)]),
        ("\n{{ fakta['IUR-01'].sumber }}", [("fakta.IUR-01.sumber", 2), ("fakta.IUR-01", 2)]),
        ("{% if daerah.a %}\n{{ fakta.b }}\n{% else %}\n{{ fakta.c }}{% endif %}",
         [("daerah.a", 1), ("fakta.b", 2), ("fakta.c", 4)]),
        ("{{ fakta.a }} {{ fakta.a }}", [("fakta.a", 1)]),
        ("{{ daerah.nama.upper() }}", [("daerah.nama.upper", 1)]),
        ("{{ daerah.puskesmas[0].nama }}", [("daerah.puskesmas.0.nama", 1)]),
        ("{{ sebut('TEL-01') }}", [("fakta.TEL-01", 1)]),
        ("{{ sebut('TEL-01 ') }}", []),
        ("{{ seni('garis') }}", [("seni.garis", 1)]),
        ("{{ seni('garis', 'malam') }}", [("seni.garis", 1), ("tema.malam", 1)]),
        ("{{ seni(nama='garis', tema='malam') }}", [("seni.garis", 1), ("tema.malam", 1)]),
        ("{{ seni('garis' if berwarna else\n'titik') }}", [("seni.garis", 1), ("seni.titik", 2)]),
        ("{{ seni('a' if berwarna else 'b' if skala else 'c') }}", [("seni.a", 1), ("seni.b", 1), ("seni.c", 1)]),
        ("{{ isi('garis') }}", []),
    ],
)  # fmt: skip
def test_all_that_a_template_names_is_found_once_with_its_line(text: str, chains: list[tuple[str, int]]) -> None:
    assert sorted(named(text)) == sorted(chains)


@pytest.mark.parametrize(
    "text",
    [
        "{% set a = 1 %}{{ a }}",
        "{% for a in daerah.puskesmas %}{{ loop.index }}{{ a }}{% endfor %}",
        "{% macro a(b) %}{{ b }}{{ caller() }}{{ varargs }}{{ kwargs }}{% endmacro %}{{ a(1) }}",
        "{% import 'print/bagian.html' as a %}{{ a.b() }}",
        "{% from 'print/bagian.html' import a, b as c %}{{ a() }}{{ c() }}",
        "{% extends 'print/lembar.html' %}{% block a %}{{ super() }}{{ self.a() }}{% endblock %}",
        "{% include 'print/bagian.html' %}{{ range(3) | list }}",
        "{% if daerah is defined %}{{ daerah.nama | upper }}{% endif %}",
    ],
)
def test_names_that_a_template_gives_itself_are_known(text: str) -> None:
    assert faults(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\n{{ daerrah.nama }}",
         "2:4: error[nama-tidak-dikenal]: 'daerrah' tidak dikenal dalam templat\n  saran: maksudnya 'daerah'?"),
        ("{% set nilainya = 1 %}\n{{ nilanya }}",
         "2:4: error[nama-tidak-dikenal]: 'nilanya' tidak dikenal dalam templat\n  saran: maksudnya 'nilainya'?"),
        ("\n\n{{ daerah.nama | uper }}",
         "3:18: error[nama-tidak-dikenal]: 'uper' tidak dikenal dalam templat\n  saran: maksudnya 'upper'?"),
        ("{% if daerah is definned %}{% endif %}",
         "1:17: error[nama-tidak-dikenal]: 'definned' tidak dikenal dalam templat\n  saran: maksudnya 'defined'?"),
        ("\n{% include 'print/bagan.html' %}",
         "2:13: error[templat-tidak-ada]: templat 'print/bagan.html' tidak ada\n"
         "  saran: maksudnya 'print/bagian.html'?"),
        ("{% from 'print/lembr.html' import a as b %}{{ b() }}",
         "1:10: error[templat-tidak-ada]: templat 'print/lembr.html' tidak ada\n"
         "  saran: maksudnya 'print/lembar.html'?"),
        ("a\n{% iff daerah %}",
         "2:4: error[nama-tidak-dikenal]: 'iff' tidak dikenal dalam templat\n  saran: maksudnya 'if'?"),
    ],
)  # fmt: skip
def test_a_name_in_vain_is_told_at_its_place_with_the_nearest(text: str, expected: str) -> None:
    assert faults(text) == [f"piece.html:{expected}"]


def test_what_a_page_may_not_name_is_told_there_alone() -> None:
    assert faults("{{ seni('garis') }}") == []
    assert [fault.split("\n")[0] for fault in faults("{{ seni('garis') }}", "markdown")] == [
        "piece.html:1:4: error[nama-tidak-dikenal]: 'seni' tidak dikenal dalam templat"
    ]


def test_a_template_that_cannot_be_parsed_names_nothing() -> None:
    chains, found = references(Source("a\n{% if daerah.a %}{{ fakta.b }}", Place("piece.html", 1)), "html", OTHERS)
    assert not chains
    assert [(fault.code, str(fault.place)) for fault in found] == [("templat-terbuka", "piece.html:2:1")]
