"""What a panel takes from a shared page: the same words, without what leads elsewhere."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from selebaran.compose.fact.policy import FactPolicy
from selebaran.compose.fact.row import facts_view
from selebaran.compose.page.parts import NoPart, find_part
from selebaran.compose.page.standing import OwnBlocks
from selebaran.compose.piece.excerpts import Excerpts, for_paper
from selebaran.compose.template.views import ReadFault, Recorder
from selebaran.model.registry import Registry
from selebaran.read.content import read_page
from tests.asked import ASK
from tests.conftest import DAY

PAGE = """---
judul: Cara *ikut*
ringkas: Ringkas.
blok:
  lakukan: {boleh_ditimpa: tidak}
  syarat: {boleh_ditimpa: ya}
---
**Ikut sekarang.** Sebelum sakit. Baca [caranya](#lakukan).

## Lakukan ini {#lakukan}

{{ sebut("REG-01") }}
1. **Siapkan KTP.** Belum punya? Baca [dokumen](dokumen.md).
2. **Ceritakan keluhan** kepada dokter.
3. {{ sebut("REG-02") }}**Telepon [{{ fakta.care_center }}]({{ fakta.care_center.tel }})!** Setiap hari.

Jauh? Tetap datang.

## Yang dibawa {#syarat}

Bawa ini.

- KTP
- Kartu Keluarga

| A | B |
|---|---|
| satu | dua |

![Gambar](seni/ktp.svg){.adegan}

### Rincian {#rinci}

{% if daerah.nama %}
- Hanya di sini
{% endif %}
"""


@pytest.fixture
def excerpts(tmp_path: Path) -> Excerpts:
    path = tmp_path / "ikut.md"
    path.write_text(PAGE, "utf-8")
    page, faults = read_page(path, "content/ikut.md")
    assert page is not None
    assert not faults
    return Excerpts([page])


@pytest.fixture
def shared(registry: Registry) -> dict[str, object]:
    facts = facts_view(FactPolicy(registry.facts, DAY, ASK, published=False), Recorder())
    return {"fakta": facts, "sebut": facts.mention, "daerah": {"nama": "Uji"}}


@pytest.mark.parametrize(
    ("name", "heading", "text"),
    [
        ("ikut", "Cara *ikut*", "<p><strong>Ikut sekarang.</strong> Sebelum sakit.</p>"),
        ("ikut/1", "Ikut sekarang", "<p>Sebelum sakit.</p>"),
        ("ikut#lakukan/1", "Siapkan KTP", ""),
        ("ikut#lakukan/2", "Ceritakan keluhan kepada dokter", ""),
        ("ikut#lakukan/3", "Telepon 165!", "<p>Setiap hari.</p>"),
        ("ikut#syarat/daftar", "Yang dibawa", "<ul>\n<li>KTP</li>\n<li>Kartu Keluarga</li>\n</ul>"),
        ("ikut#syarat/pembuka", "Yang dibawa", "<p>Bawa ini.</p>"),
    ],
)
def test_a_name_gives_a_heading_and_what_stands_below_it(
    excerpts: Excerpts, shared: dict[str, object], name: str, heading: str, text: str
) -> None:
    assert excerpts.heading(name, shared, {}) == heading
    assert excerpts.html(name, shared, {}) == text


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("ikut#lakukan/1", "<p><strong>Siapkan KTP.</strong></p>"),
        ("ikut#lakukan/2", "<p><strong>Ceritakan keluhan</strong> kepada dokter.</p>"),
        ("ikut#lakukan/3", "<p>Setiap hari.</p>"),
    ],
)
def test_a_step_of_bold_words_alone_is_not_lost_where_its_heading_is_not_shown(
    excerpts: Excerpts, shared: dict[str, object], name: str, text: str
) -> None:
    assert excerpts.html(name, shared, {}, alone=True) == text


def test_a_table_is_taken_alone(excerpts: Excerpts, shared: dict[str, object]) -> None:
    found = excerpts.html("ikut#syarat/tabel", shared, {})
    assert found.startswith("<table>")
    assert "Bawa ini" not in found


def test_a_part_marks_the_facts_of_its_own_words_and_no_others(registry: Registry, excerpts: Excerpts) -> None:
    def read_for(name: str) -> set[str]:
        recorder = Recorder()
        facts = facts_view(FactPolicy(registry.facts, DAY, ASK, published=False), recorder)
        excerpts.html(name, {"fakta": facts, "sebut": facts.mention, "daerah": {}}, {})
        return recorder.facts

    assert read_for("ikut#lakukan/1") == {"REG-01"}
    assert read_for("ikut#lakukan/3") == {"REG-01", "REG-02"}
    assert read_for("ikut#syarat/daftar") == set()


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("ikutt", "isi-panel-salah"),
        ("ikut#lakukkan", "isi-panel-salah"),
        ("ikut#lakukan/0", "isi-panel-bagian"),
        ("ikut#lakukan/4", "isi-panel-bagian"),
        ("ikut#lakukan/tabel", "isi-panel-bagian"),
        ("ikut#lakukan/lain", "isi-panel-bagian"),
        ("ikut#syarat/1", "isi-panel-bagian"),  # a district may write it anew, without such an item
        ("ikut#rinci/1", "isi-panel-bagian"),  # shown in some districts only
    ],
)
def test_what_is_not_there_is_a_fault(excerpts: Excerpts, shared: dict[str, object], name: str, code: str) -> None:
    with pytest.raises(ReadFault) as caught:
        excerpts.html(name, shared, {})
    assert caught.value.code == code


def test_a_districts_own_block_stands_whole_in_its_place(excerpts: Excerpts, shared: dict[str, object]) -> None:
    own = {"ikut": OwnBlocks({}, {"syarat": "<p>Bawa <a href='/x/'>semua</a>.</p>"})}
    for name in ("ikut#syarat", "ikut#syarat/daftar"):
        assert excerpts.html(name, shared, own) == "<p>Bawa semua.</p>"


def test_every_step_that_all_districts_show_can_be_taken(registry: Registry) -> None:
    pages = {page.slug: page for page in registry.pages}
    texts = {slug: page.text_of("lakukan") or "" for slug, page in pages.items() if not page.is_overridable("lakukan")}
    taken = [slug for slug, text in texts.items() if "\n2. " in text and "{%" not in text]
    assert len(taken) > 20
    for slug in taken:
        assert find_part(pages, f"{slug}#lakukan/2").text
    with pytest.raises(NoPart):
        find_part(pages, "daftar#syarat/1")


def test_paper_has_no_drawings_and_nothing_that_leads_elsewhere() -> None:
    assert for_paper("Satu. Dua? Baca [tiga](tiga.md). Empat.") == "Satu. Empat."
    assert for_paper("![Gambar](seni/ktp.svg){.adegan}") == ""
    assert for_paper("Anda dapat mencicil, [dengan syarat](#cicil).") == "Anda dapat mencicil, [dengan syarat](#cicil)."
    assert for_paper("Satu. Ada [di tabel ini](#siapa).") == "Satu."
    assert for_paper("| a | [b](b.md) |") == "| a | b |"
    assert for_paper("Telepon [165](tel:165).") == "Telepon [165](tel:165)."


def test_a_title_that_a_district_wrote_stands_on_paper(registry: Registry, shared: dict[str, object]) -> None:
    page = next(page for page in registry.pages if page.slug == "cukup-nik")
    renamed = dataclasses.replace(page, front=page.front.model_copy(update={"title": "Judul {{ fakta.care_center }}"}))
    assert Excerpts([renamed]).heading("cukup-nik", shared, {}) == "Judul 165"


def test_a_question_goes_with_the_answer_that_leads_elsewhere_even_in_bold() -> None:
    assert for_paper("- Satu. **Belum punya?** Baca [dokumen](dokumen.md).") == "- Satu."
    assert for_paper("Siapa? Di mana? Baca [tiga](tiga.md).") == ""
    assert for_paper("Siapa? Anda. Baca [tiga](tiga.md). Empat.") == "Siapa? Anda. Empat."
