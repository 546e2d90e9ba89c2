"""What a shared template may do with a district's values."""

from __future__ import annotations

import dataclasses

import markdown
import pytest

from selebaran.compose.edition import Composer
from selebaran.compose.template.engine import TemplateFault, Templates, escape_markdown
from selebaran.compose.template.views import Recorder, View
from selebaran.model.own_text import OwnText
from selebaran.model.page import FrontMatter, PageSource, Segment
from selebaran.model.problem import Place, ProblemsFound
from selebaran.model.registry import Registry
from tests.conftest import DAY, DEMO, SHORT

HERE = Place("content/uji.md", 7)
VALUES = {
    "nama": "Kabupaten Uji",
    "kontak": {"dinsos": {"telepon": None, "alamat": None}, "dinkes": {"telepon": "0000-1", "alamat": None}},
    "kegiatan": (),
}


def rendered(text: str, kind: str = "markdown") -> tuple[str, Recorder]:
    recorder = Recorder()
    context = {"daerah": View(VALUES, "daerah", recorder)}
    return Templates(kind, {}).render(text, HERE, context), recorder


def test_an_absent_value_is_false_in_a_condition_and_empty_in_a_loop() -> None:
    text = "{% if daerah.kontak.dinsos %}ada{% else %}tanyakan{% endif %}{% for k in daerah.kegiatan %}x{% endfor %}"
    assert rendered(text)[0] == "tanyakan"
    assert rendered("{% if daerah.kontak.dinkes %}ada{% endif %}")[0] == "ada"


def test_an_absent_value_that_is_printed_is_an_error_with_its_place() -> None:
    with pytest.raises(TemplateFault) as caught:
        rendered("baris satu\nTelepon {{ daerah.kontak.dinsos.telepon }}")
    found = caught.value.problem
    assert found.code == "isian-kosong-dicetak"
    assert found.place == Place("content/uji.md", 8, 33)
    assert dict(found.values)["nama"] == "daerah.kontak.dinsos.telepon"


def test_a_misspelt_field_is_an_error_with_the_nearest_name() -> None:
    with pytest.raises(TemplateFault) as caught:
        rendered("{% if daerah.kontak.dinsoss %}x{% endif %}")
    assert dict(caught.value.problem.values)["maksud"] == "dinsos"


def test_reads_are_recorded() -> None:
    _, recorder = rendered("{{ daerah.nama }} {% if daerah.kontak.dinkes.telepon %}x{% endif %}")
    assert {"daerah.nama", "daerah.kontak.dinkes.telepon"} <= recorder.usage().fields


@pytest.mark.parametrize(
    "value",
    [
        "*tebal*",
        "_miring_",
        "`kode`",
        "[tautan](http://x)",
        "![x](y)",
        "<b>x</b>",
        "# judul",
        "- butir",
        "1. satu",
        "{: .kelas}",
        "&amp;",
        "a|b",
        "~~~",
        "===",
        "---",
        "http://contoh.id",
        "<http://contoh.id>",
        "x^2^",
        'kata "kutip"',
    ],
)
def test_a_district_value_stays_plain_text_in_markdown(value: str) -> None:
    for before in ("", "teks "):
        html = markdown.markdown(
            before + escape_markdown(value), extensions=["attr_list", "def_list", "md_in_html", "tables"]
        )
        shown = html.removeprefix("<p>").removesuffix("</p>")
        assert "<" not in shown.replace("&lt;", "")
        import html as entities

        assert entities.unescape(shown) == before + value


def test_district_values_are_escaped_in_html() -> None:
    recorder = Recorder()
    text = Templates("html", {}).render(
        "<p>{{ daerah.nama }}</p>", HERE, {"daerah": View({"nama": "<b>&"}, "daerah", recorder)}
    )
    assert text == "<p>&lt;b&gt;&amp;</p>"


def test_facts_and_fields_of_a_page_are_known_by_block(composer: Composer) -> None:
    page = next(p for p in composer.compose(SHORT, as_of=DAY, profiles=()).pages if p.slug == "iuran")
    assert "IUR-01" in page.usage.facts
    assert [name for name, usage in page.blocks.items() if "IUR-01" in usage.facts] == ["", "tabel", "keluarga"]
    assert any("daerah.kontak.dinas_sosial" in usage.fields for usage in page.blocks.values())


def test_panels_get_the_facts_that_they_name(composer: Composer) -> None:
    pieces = composer.compose(SHORT, as_of=DAY, profiles=("layar",)).pieces
    piece = next(piece for piece in pieces if piece.name == "leaflet-daftar")
    assert {"REG-06", "IUR-01", "REG-02", "LAY-04"} <= piece.usage.facts


def test_all_faults_of_a_page_come_in_one_run(registry: Registry) -> None:
    segments = (
        Segment("", 0, "{{ daerah.kontak.dinas_sosial.alamat }}", Place("content/uji.md", 5)),
        Segment(
            "b", 2, "## B {#b}\n{% for k in daerah.kegiatan %}{{ k.jdul }}{% endfor %}", Place("content/uji.md", 6)
        ),
        Segment("c", 2, "## C {#c}\n{{ daerah.penerbit.nama }}", Place("content/uji.md", 9)),
    )
    front = FrontMatter.model_validate({"judul": "Uji", "ringkas": "Uji."})
    page = PageSource("uji", front, segments, Place("content/uji.md", 1))
    with pytest.raises(ProblemsFound) as caught:
        Composer(dataclasses.replace(registry, pages=(page,), pieces=())).compose(SHORT, as_of=DAY, profiles=())
    assert [(p.code, p.place.line) for p in caught.value.problems] == [
        ("isian-kosong-dicetak", 5),
        ("isian-kosong-dicetak", 10),
    ]
    demo = dataclasses.replace(registry.districts[DEMO], own=OwnText())
    with pytest.raises(ProblemsFound) as caught:
        Composer(dataclasses.replace(registry, pages=(page,), districts={DEMO: demo})).compose(
            DEMO, as_of=DAY, profiles=()
        )
    found = [p for p in caught.value.problems if p.place.file == "content/uji.md"]
    assert [(p.code, p.place.line) for p in found] == [("isian-tidak-dikenal", 7)]


def test_blocks_with_a_form_become_sections_and_nest() -> None:
    from selebaran.compose.page.assembly import assemble

    rules = {"a": {"bentuk": "lakukan"}, "b": {"bentuk": "periksa"}}
    front = FrontMatter.model_validate({"judul": "Uji", "ringkas": "Uji.", "blok": rules})
    texts = ("Lede", "## A {#a}\n\nx", "### B {#b}\n\ny", "## C {#c}\n\nz")
    segments = tuple(Segment(n, lv, "", HERE) for n, lv in (("", 0), ("a", 2), ("b", 3), ("c", 2)))
    html = markdown.markdown(
        assemble(PageSource("uji", front, segments, HERE), texts), extensions=["attr_list", "md_in_html"]
    )
    outer = html.index('<section class="blok blok-lakukan">')
    inner = html.index('<section class="blok blok-periksa">')
    assert (
        outer < html.index('id="a"') < inner < html.index('id="b"') < html.rindex("</section>") < html.index('id="c"')
    )
    assert html.count("<section") == html.count("</section>") == 2
