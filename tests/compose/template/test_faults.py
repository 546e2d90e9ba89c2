"""What is wrong with a template is told at its line, in its own words, with the nearest name that exists."""

from __future__ import annotations

import pytest

from selebaran.compose.template.engine import NAMES, TAGS, TemplateFault, Templates
from selebaran.compose.template.views import Recorder, View
from selebaran.model.problem import Place, Problem

HERE = Place("content/uji.md", 7)
"""Where the text begins in its file: below the head."""
VALUES = {"nama": "Kabupaten Uji", "kontak": {"dinkes": {"telepon": None, "alamat": "Jalan Uji"}}, "pos": ()}


def fault(text: str, kind: str = "markdown", place: Place = HERE, **sources: str) -> Problem:
    """What is told of a text that can extend and import `sources`."""
    files = {f"print/{name}.html": source for name, source in sources.items()}
    with pytest.raises(TemplateFault) as found:
        Templates(kind, files).render(text, place, {"daerah": View(VALUES, "daerah", Recorder())})
    return found.value.problem


def told(found: Problem) -> tuple[str, str, dict[str, str]]:
    return found.code, str(found.place), dict(found.values)


def test_a_misspelt_tag_is_told_where_it_stands_with_the_nearest_one() -> None:
    code, place, values = told(fault("Teks.\n\nLalu {% iff daerah.nama %}x{% endif %}"))
    assert (code, place) == ("nama-tidak-dikenal", "content/uji.md:9:9")
    assert values == {"nama": "iff", "maksud": "if", "semua": ", ".join(TAGS)}


@pytest.mark.parametrize(
    ("text", "name", "place"),
    [
        ("a\n{% if daerah.nama %}\nb", "if", "content/uji.md:8:1"),
        ("a\n{% for x in daerah.pos %}{% if x %}b{% endfor %}", "endfor", "content/uji.md:8:37"),
        ("{% if daerah.nama %}a{% for x in daerah.pos %}b", "for", "content/uji.md:7:22"),
        ("a\n\nb {% endif %}", "endif", "content/uji.md:9:3"),
        ("{% if daerah.nama %}a{% endif %}\n{%- endfor %}", "endfor", "content/uji.md:8:1"),
    ],
)
def test_a_tag_without_its_pair_is_told_where_it_stands(text: str, name: str, place: str) -> None:
    assert told(fault(text)) == ("templat-terbuka", place, {"nama": name})


@pytest.mark.parametrize("text", ["a\nb {{ daerah.nama", "a\n{{ daerah..nama }}", "a\n{% set %}"])
def test_broken_braces_are_told_at_their_line(text: str) -> None:
    found = fault(text)
    assert (found.code, found.place.file, found.place.line) == ("templat-rusak", "content/uji.md", 8)


def test_a_template_that_nests_too_deep_is_told_at_its_beginning() -> None:
    found = fault("{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}")
    assert (found.code, found.place.line) == ("templat-rusak", 7)


def test_an_unknown_name_is_told_with_all_that_there_are() -> None:
    code, place, values = told(fault("a\n\n{{ daera.nama }}"))
    assert (code, place) == ("nama-tidak-dikenal", "content/uji.md:9:4")
    assert values == {"nama": "daera", "maksud": "daerah", "semua": "daerah, fakta, sebut"}


def test_a_sheet_is_told_the_names_that_sheets_have() -> None:
    values = dict(fault("<p>{{ edis }}</p>", "html").values)
    assert values["maksud"] == "edisi"
    assert set(values["semua"].split(", ")) == NAMES["html"]


def test_a_template_that_is_not_there_is_told_with_those_that_are() -> None:
    found = fault('<p>\n{% extends "print/lembr.html" %}', "html", lembar="<p>", makro="<b>")
    assert (found.code, found.place.file, found.place.line) == ("templat-tidak-ada", "content/uji.md", 8)
    assert dict(found.values) == {
        "nama": "print/lembr.html",
        "maksud": "print/lembar.html",
        "semua": "print/lembar.html, print/makro.html",
    }


def test_a_field_that_is_empty_here_is_called_as_it_is_written() -> None:
    found = fault("a {{ daerah.kontak.dinkes.telepon }}")
    assert told(found) == (
        "isian-kosong-dicetak",
        "content/uji.md:7:27",
        {"nama": "daerah.kontak.dinkes.telepon", "tulisan": "daerah.kontak.dinkes.telepon"},
    )
    short = fault("{% set kantor = daerah.kontak.dinkes %}\n{{ kantor.telepon }}")
    assert dict(short.values) == {"nama": "daerah.kontak.dinkes.telepon", "tulisan": "kantor.telepon"}
    assert str(short.place) == "content/uji.md:8:11"


def test_a_misspelt_field_is_told_with_the_fields_beside_it() -> None:
    code, place, values = told(fault("a\n{{ daerah.kontak.dinkes.telpon }}"))
    assert (code, place) == ("isian-tidak-dikenal", "content/uji.md:8:25")
    assert values == {"nama": "daerah.kontak.dinkes.telpon", "maksud": "telepon", "semua": "telepon, alamat"}


def test_a_fault_within_a_macro_is_told_where_the_caller_names_the_thing() -> None:
    macros = "{% macro cetak(apa) %}\n{{ apa }}\n{% endmacro %}"
    text = '<p>\n{% from "print/makro.html" import cetak %}\n{{ cetak(daerah.kontak.dinkes.telepon) }}'
    found = fault(text, "html", Place("printables/uji/piece.html", 1), makro=macros)
    assert (found.code, str(found.place)) == ("isian-kosong-dicetak", "printables/uji/piece.html:3:31")


def test_a_fault_of_a_shared_template_is_told_in_its_file() -> None:
    frame = "<html>\n<body>\n{{ daerah.nam }}{% block isi %}{% endblock %}"
    found = fault('{% extends "print/lembar.html" %}', "html", Place("printables/uji/piece.html", 1), lembar=frame)
    assert told(found)[:2] == ("isian-tidak-dikenal", "templates/print/lembar.html:3:11")
    assert dict(found.values)["maksud"] == "nama"


@pytest.mark.parametrize("text", ["a\n{{ 1 / 0 }}", "a\n{{ 'a' + 1 }}", "a\n{{ daerah.nama | length + 'a' }}"])
def test_what_cannot_be_reckoned_is_told_at_its_line(text: str) -> None:
    found = fault(text)
    assert (found.code, found.place.file, found.place.line) == ("templat-gagal", "content/uji.md", 8)


def test_a_number_that_is_too_long_to_read_is_told_at_the_beginning_of_its_text() -> None:
    found = fault("a\n{{ " + "9" * 5000 + " }}")
    assert (found.code, found.place) == ("templat-gagal", HERE)


def test_a_folded_value_of_yaml_is_told_at_its_first_line() -> None:
    found = fault("Satu\ndua {{ daera.nama }}", "plain", Place("content/uji.md", 3))
    assert (found.code, found.place) == ("nama-tidak-dikenal", Place("content/uji.md", 3))


def test_a_value_of_yaml_with_a_column_is_told_there() -> None:
    found = fault("Di {{ daera.nama }}", "plain", Place("content/uji.md", 3, 10))
    assert found.place == Place("content/uji.md", 3, 16)


def test_what_is_compiled_beforehand_reads_the_same_and_keeps_its_faults_for_later() -> None:
    texts = ["{{ daerah.nama }}", "{% if %}", "polos"]
    sources = {"print/rusak.html": "{% endif %}", "print/utuh.html": "<p>{{ daerah.nama }}</p>"}
    templates = Templates("html", sources)
    templates.warm(iter(texts))
    context = {"daerah": View(VALUES, "daerah", Recorder())}
    assert templates.render(texts[0], HERE, context) == "Kabupaten Uji"
    assert templates.render('{% include "print/utuh.html" %}', HERE, context) == "<p>Kabupaten Uji</p>"
    with pytest.raises(TemplateFault):
        templates.render(texts[1], HERE, context)
