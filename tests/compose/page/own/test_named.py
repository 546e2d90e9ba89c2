"""Facts that a district's text names: they show, count as used, and go out of sight like those of shared pages."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from selebaran.compose.edition import Composer
from selebaran.compose.fact.impact import WHOLE, impact_of
from selebaran.compose.fact.notices import all_notices
from selebaran.compose.fact.policy import FactPolicy
from selebaran.compose.page.html import Surroundings
from selebaran.compose.page.named import NAMED, fill, render_named
from selebaran.model.edition import Edition
from selebaran.model.facts import FactRegister, Treatment
from selebaran.model.problem import Place
from selebaran.read.project import read_project
from tests.asked import ASK
from tests.compose.page.own.kit import SLUG, Dom, override, own_page, pages, replace, told
from tests.conftest import DAY

LATE = date(2027, 10, 15)
"""By then IUR-01 is overdue, which is to be marked."""
FILE = f"districts/{SLUG}/halaman/posko.md"


def edition_on(root: Path, day: date) -> Edition:
    return Composer(read_project(root)).compose(SLUG, as_of=day, profiles=())


def shown(markdown: str) -> str:
    return Dom(markdown).text


def test_a_named_fact_shows_its_value_and_counts_as_used(root: Path) -> None:
    own_page(root, "posko", "Iuran {{ fakta.iuran_kelas_3 }} per bulan. Telepon {{fakta.care_center}}.")
    page = pages(root)["posko"]
    assert "Iuran Rp35.000 per bulan. Telepon 165." in shown(page.html)
    assert page.usage.facts == {"IUR-01", "TEL-01"}
    assert page.usage.values == {"iuran_kelas_3", "care_center"}
    assert [row.id for row in page.meta.facts] == ["IUR-01", "TEL-01"]


def test_a_fact_between_backticks_and_fences_shows_its_value_too(root: Path) -> None:
    replace(root, "content/fakta.yml", "{jenis: rupiah, isi: 35000}", "{jenis: teks, isi: a_b*c}")
    fence = "```\nKirim {{ fakta.iuran_kelas_3 }}\n{{ fakta.care_center }}. Telepon\n```\n"
    body = f"Kode `{{{{ fakta.iuran_kelas_3 }}}}`.\n\n{fence}"
    own_page(root, "posko", body)
    page = pages(root)["posko"]
    assert "Kode a_b*c." in shown(page.html)
    assert "Kirim a_b*c\n165. Telepon" in page.html
    assert page.usage.facts == {"IUR-01", "TEL-01"}


def test_an_override_that_names_a_fact_makes_its_block_use_it(root: Path) -> None:
    override(root, "daftar#syarat", "KTP. Iuran {{ fakta.iuran_kelas_3 }}.")
    page = pages(root)["daftar"]
    assert "KTP. Iuran Rp35.000." in shown(page.html)
    assert page.blocks["syarat"].facts == {"IUR-01"}


def test_a_telephone_may_be_a_link_that_dials(root: Path) -> None:
    body = "[{{ fakta.care_center }}]({{ fakta.care_center.tel }}), [WhatsApp]({{ fakta.pandawa.wa }})"
    own_page(root, "posko", body)
    links = [attributes["href"] for tag, attributes, _ in Dom(pages(root)["posko"].html).tags if tag == "a"]
    assert links == ["tel:165", "https://wa.me/628118165165"]


def test_a_summary_may_name_facts_too(root: Path) -> None:
    path = own_page(root, "kabar/posko", "Posko.", head="tanggal: 2026-11-20\n")
    path.write_text(path.read_text("utf-8").replace("bertanya.", "bertanya, {{ fakta.care_center }}."), "utf-8")
    override(root, "daftar#kepala", "", head="ringkas: Telepon {{ fakta.care_center }}.\n")
    replace(root, "content/daftar.md", "blok:\n", "blok:\n  kepala: {boleh_ditimpa: ya}\n")
    found = pages(root)
    assert found["kabar/posko"].meta.description == "Tempat bertanya, 165."
    assert "Tempat bertanya, 165." in shown(found["kabar"].html)
    assert found["kabar"].usage.facts == {"TEL-01"}
    assert found["daftar"].meta.description == "Telepon 165."
    assert "TEL-01" in found["daftar"].usage.facts


@pytest.mark.parametrize("body", ["Iuran {{ fakta.iuran_kelas3 }}.", "x\n\nIuran {{ fakta.iuran_kelas3 }}."])
def test_a_name_that_is_not_there_is_told_with_the_nearest(body: str, root: Path) -> None:
    own_page(root, "posko", body)
    line = 6 + body.count("\n")
    assert told(root) == [
        f"{FILE}:{line}:16: error[fakta-tidak-dikenal]: fakta 'iuran_kelas3' tidak ada dalam content/fakta.yml\n"
        "  saran: maksudnya 'iuran_kelas_3'?"
    ]


def test_what_is_no_telephone_cannot_be_dialled(root: Path) -> None:
    own_page(root, "posko", "[a]({{ fakta.iuran_kelas_3.tel }})")
    (fault, *_) = told(root)
    assert fault.startswith(f"{FILE}:6:28: error[isian-tidak-dikenal]: isian 'fakta.iuran_kelas_3.tel' tidak ada")


def test_an_overdue_fact_is_dated_by_a_note(root: Path) -> None:
    own_page(root, "posko", "Iuran {{ fakta.iuran_kelas_3 }}.")
    override(root, "daftar#syarat", "KTP. Iuran {{ fakta.iuran_kelas_3 }}.")
    found = {page.slug: page for page in edition_on(root, LATE).pages}
    for page, block in (found["posko"], ""), (found["daftar"], "syarat"):
        assert page.treated[block] == {"IUR-01": Treatment.MARK}
        assert page.html.count('<p class="fakta-lewat">Kami lihat terakhir') == 1
    assert '<p class="fakta-lewat">' not in "".join(page.html for page in pages(root).values())


def test_a_statement_that_may_not_be_shown_is_replaced_and_the_rest_stays(root: Path) -> None:
    replace(root, "content/fakta.yml", "bila_lewat: tahan", "bila_lewat: ganti")
    table = "| a | b |\n|---|---|\n| 1 | {{ fakta.batas_umur }} |"
    body = f"Posko buka.\n\n- Umur {{{{ fakta.batas_umur }}}} tahun.\n- Bawa KTP.\n\n{table}"
    own_page(root, "posko", body)
    override(root, "daftar#syarat", "KTP.\n\nUmur {{ fakta.batas_umur }} tahun.")
    found = pages(root)
    for slug in ("posko", "daftar"):
        assert "21" not in shown(found[slug].html)
        assert "Tidak kami tampilkan sampai dicocokkan lagi: <b>" in found[slug].html
        assert "REG-99" in found[slug].usage.facts
    text = shown(found["posko"].html)
    assert "Posko buka." in text
    assert "Bawa KTP." in text
    assert "Umur" not in text


def test_a_page_that_rests_on_a_withheld_fact_is_withheld(root: Path) -> None:
    own_page(root, "posko", "Umur {{ fakta.batas_umur }} tahun.")
    page = pages(root)["posko"]
    assert page.withheld_for == ("REG-99",)
    assert page.meta.is_withheld
    assert "tahun" not in page.html


def test_an_override_on_paper_keeps_back_the_sheet_that_takes_it(root: Path) -> None:
    replace(root, "content/fakta.yml", "bila_lewat: tahan", "bila_lewat: ganti")
    replace(root, "printables/kecil/piece.html", "<p>Iuran", '{{ isi("daftar#syarat") }}<p>Iuran')
    override(root, "daftar#syarat", "Umur {{ fakta.batas_umur }} tahun.")
    (outcome,) = edition_on(root, DAY).outcomes
    assert "REG-99" in outcome.withheld


HOSTILE_AROUND = [
    '<a href="https://a.example" title="\n\n{{ fakta.batas_umur }}\n\n<img src=x onerror=alert(1)>">x</a>',
    '<a title="{{ fakta.batas_umur }} onmouseover=alert(1) x=">x</a>',
    '<span class="fakta-ganti merek" onclick=alert(1)>{{ fakta.batas_umur }}</span> <span style=x>y</span>',
    "[{{ fakta.batas_umur }}](javascript:alert(1)) {{ fakta.care_center.tel }}",
    "`{{ fakta.batas_umur }}` <script>{{ fakta.care_center }}</script>",
    "{{ fakta.{{ fakta.care_center }} }} {{{{ fakta.care_center }}}}",
]


@pytest.mark.parametrize("body", HOSTILE_AROUND)
def test_whatever_stands_around_a_fact_goes_through_the_cleaner(body: str, root: Path) -> None:
    policy = FactPolicy(read_project(root).facts, DAY, ASK, published=False)
    html, _, _ = render_named(body, Place("x", 1), Surroundings("posko", {"posko": None}, ()), policy)
    dom = Dom(html)
    assert dom.crossed == []
    assert dom.stack == []
    for tag, attributes, _ in dom.tags[1:]:
        assert tag != "script"
        assert not any(name.startswith("on") or name == "style" for name in attributes)
        assert attributes.get("class") in (None, "utuh")
        assert (attributes.get("href") or "#").startswith(("#", "https:", "tel:"))


def test_a_value_is_words_whatever_it_holds(root: Path) -> None:
    replace(root, "content/fakta.yml", '{jenis: telepon, isi: "165"}', '{jenis: teks, isi: "1. <b>*a*</b> {{ x }}"}')
    facts = read_project(root).facts
    policy = FactPolicy(facts, DAY, ASK, published=False)
    html, _, _ = render_named("{{ fakta.care_center }}", Place("x", 1), Surroundings("posko", {}, ()), policy)
    assert Dom(html).text == "1. <b>*a*</b> {{ x }}"
    assert {tag for tag, _, _ in Dom(html).tags} == {"div", "p"}


def test_only_the_one_form_names_a_fact() -> None:
    policy = FactPolicy(FactRegister(), DAY, ASK, published=False)
    for text in (
        "{{ fakta['IUR-01'].kalimat }}",
        "{{ daerah.nama }}",
        "{{ fakta.a|upper }}",
        "{{ fakta.a.b }}",
        "{% if x %}",
    ):
        assert not NAMED.search(text)
        assert fill(text, Place("x"), policy).text == text


def test_a_heap_of_names_is_refused(root: Path) -> None:
    own_page(root, "posko", "{{ fakta.care_center }}\n" * 501)
    (fault,) = told(root)
    assert f"{FILE}:6: error[naskah-rumit]: naskah ini punya 501 tanda '{{{{'; paling banyak 500" in fault


def test_what_a_publication_takes_out_is_told_at_the_words_of_the_district(root: Path) -> None:
    replace(root, "content/fakta.yml", "bila_lewat: tahan", "bila_lewat: ganti")
    override(root, "daftar#syarat", "Umur {{ fakta.batas_umur }} tahun.")
    own_page(root, "posko", "Umur {{ fakta.batas_umur }} tahun.")
    registry = read_project(root)
    policy = FactPolicy(registry.facts, DAY, ASK, published=True)
    edition = edition_on(root, DAY)
    notices = all_notices((page for page in edition.pages if page.slug in ("daftar", "posko")), (), (), policy)
    assert [(notice.code, notice.place.file) for notice in notices] == [
        ("fakta-diganti-tertutup", f"districts/{SLUG}/timpaan/daftar/syarat.md"),
        ("fakta-diganti-tertutup", FILE),
    ]


def test_a_heading_that_would_state_it_goes_and_its_address_stays(root: Path) -> None:
    replace(root, "content/fakta.yml", "bila_lewat: tahan", "bila_lewat: ganti")
    own_page(root, "posko", "Posko.\n\n## Umur {{ fakta.batas_umur }} {#umur}\n\nSampai itu.\n\n## Jam {#jam}\n\nPagi.")
    text = pages(root)["posko"].html
    assert "21" not in shown(text)
    assert 'id="d-umur">Tanyakan dulu</h2>' in text
    assert "Sampai itu" not in text
    assert "Pagi." in text


def test_a_translation_names_facts_like_its_original(root: Path) -> None:
    with (root / "districts" / SLUG / "daerah.yml").open("a", encoding="utf-8") as file:
        file.write("bahasa: [jv]\n")
    own_page(root, "posko", "Telepon {{ fakta.care_center }}.")
    own_page(root, "posko.jv", "Telpon {{ fakta.care_center }}.")
    (outdated,) = told(root)
    current = outdated.rsplit("naskah_asal: ", 1)[1].rstrip("'")
    own_page(root, "posko.jv", "Telpon {{ fakta.care_center }}.", head=f"naskah_asal: {current}\npeninjau: Ibu Uji\n")
    assert told(root) == []
    page = pages(root)["jv/posko"]
    assert "Telpon 165." in shown(page.html)
    assert page.usage.facts == {"TEL-01"}


@pytest.mark.parametrize("mark", [".", ")"])
def test_a_number_at_the_start_of_a_sentence_stays_a_number(root: Path, mark: str) -> None:
    own_page(root, "posko", f"Telepon:\n\n{{{{ fakta.care_center }}}}{mark} Bayar sebelumnya.")
    markdown = pages(root)["posko"].html
    assert f"165{mark} Bayar sebelumnya." in shown(markdown)
    assert "<ol>" not in markdown


def test_a_link_that_a_fact_made_is_blamed_on_its_own_line(root: Path) -> None:
    own_page(root, "posko", "Satu.\n\nDua.\n\n[nomor]({{ fakta.pandawa }})")
    first = next(n for n, line in enumerate((root / FILE).read_text("utf-8").split("\n"), 1) if "nomor" in line)
    assert next(line for line in told(root) if "tautan-putus" in line).startswith(f"{FILE}:{first}: ")


def test_who_types_the_class_of_a_note_makes_none(root: Path) -> None:
    own_page(root, "posko", '<p class="fakta-lewat" data-sampai="2020-01-01">Kami lihat: 0000.</p>')
    markdown = pages(root)["posko"].html
    assert "Kami lihat: 0000." in markdown
    assert "fakta-lewat" not in markdown
    assert "data-sampai" not in markdown


def test_impact_tells_the_body_of_an_own_page_from_its_title(root: Path) -> None:
    own_page(root, "posko", "Iuran {{ fakta.iuran_kelas_3 }}.")
    registry = read_project(root)
    named = impact_of("iuran_kelas_3", [edition_on(root, DAY)], registry)
    assert named.pages["posko"] == {WHOLE}
