"""Copyfitting: the largest text that fits, within its bounds, and one district alone."""

from __future__ import annotations

import dataclasses
import re
from datetime import date
from pathlib import Path

import pytest

from selebaran.compose.edition import Composer
from selebaran.model.fitting import Elastic, Filled, Fit, GivesWay
from selebaran.model.problem import Place, Problem, problem
from selebaran.press.audit import Audit, Overflow, PanelReport
from selebaran.press.build import print_edition
from selebaran.press.fit import Setting, Trial
from selebaran.press.fit import fitted as search
from selebaran.press.gate import check_printed, together
from selebaran.press.layout import Press, Printed
from selebaran.read.project import read_project
from tests.check.kit import small_project, write
from tests.press.kit import PLACE, SENTENCE, faults, small

CSS = ".panel { --pas: 1; font-size: calc(14pt * var(--pas)) }"
ELASTIC = Elastic((Fit(paling_kecil=0.8, huruf=12, panel=("isi",)),))
FLEX, GRID = ".panel{display:flex;flex-direction:column}", ".panel{display:grid}"


def longest(press: Press, size: float) -> int:
    """How many sentences fit at a size."""
    count = 1
    while not press.print(small(SENTENCE * (count + 1), f".panel{{font-size:{size}pt}}")).audit.overflows:
        count += 1
    return count


@pytest.mark.parametrize("layout", ["", FLEX, GRID])
def test_text_that_is_a_little_too_long_becomes_a_little_smaller(press: Press, layout: str) -> None:
    roomy, tight = longest(press, 14), longest(press, 12.1)
    assert tight > roomy
    printed = press.print(small(SENTENCE * tight, CSS + layout, elastic=ELASTIC))
    assert not printed.audit.overflows
    assert 12 / 14 <= printed.scale < 1
    assert 12 <= printed.audit.panels[0].body_pt < 14
    assert faults(press, small(SENTENCE * tight, CSS + layout, elastic=ELASTIC)) == []
    # One step larger and it wouldn't fit.
    larger = f".panel {{ font-size: calc(14pt * {printed.scale + 0.02}) }}"
    assert press.print(small(SENTENCE * tight, CSS + layout + larger)).audit.overflows


def test_text_never_shrinks_below_what_can_be_read(press: Press) -> None:
    piece = small(SENTENCE * (longest(press, 12) + 3), CSS, elastic=ELASTIC)
    printed = press.print(piece)
    found = [fault for fault in check_printed(piece, printed, "Kabupaten Uji") if fault.is_error]
    assert [fault.code for fault in found] == ["teks-tidak-muat"]
    assert printed.audit.panels[0].body_pt >= 12
    assert not printed.audit.lost


def test_an_outlier_fails_alone(press: Press) -> None:
    usual = small(SENTENCE * longest(press, 14), CSS, elastic=ELASTIC)
    before = press.print(usual)
    assert before.scale == 1
    assert press.print(small(SENTENCE * 40, CSS, elastic=ELASTIC)).audit.overflows
    after = press.print(usual)
    assert (after.scale, after.pdf) == (1, before.pdf)


def test_all_panels_of_a_piece_have_one_scale(press: Press) -> None:
    other = f'</div><div class="panel" data-panel="dua" style="top:200mm">{SENTENCE}'
    piece = small(SENTENCE * longest(press, 12.1) + other, CSS, elastic=fit_of("isi", "dua"), panels=("isi", "dua"))
    printed = press.print(dataclasses.replace(piece, height_mm=300))
    assert printed.scale < 1
    sizes = {report.panel: report.body_pt for report in printed.audit.panels}
    assert sizes["isi"] == sizes["dua"]


def fit_of(*panels: str) -> Elastic:
    return Elastic((Fit(paling_kecil=0.8, huruf=12, panel=panels),))


def test_a_panel_that_may_not_shrink_is_left_alone(press: Press) -> None:
    printed = press.print(small(SENTENCE * 40, CSS, elastic=fit_of("lain")))
    assert printed.scale == 1
    assert printed.audit.overflows


def fitted(press: Press, sentences: int, css: str = CSS, **fit: object) -> Printed:
    elastic = Elastic((Fit.model_validate({"paling_kecil": 0.8, "huruf": 10, "panel": ["isi"], **fit}),))
    return press.print(small(SENTENCE * sentences, css, elastic=elastic))


def test_text_grows_to_fill_its_panel_up_to_the_ceiling(press: Press) -> None:
    few = fitted(press, 2, paling_besar=1.3)
    assert few.scale == 1.3
    assert few.audit.panels[0].body_pt == pytest.approx(14 * 1.3, abs=0.05)
    some = longest(press, 14) - 1
    grown = fitted(press, some, paling_besar=1.4)
    assert 1 < grown.scale < 1.4
    assert not grown.audit.overflows
    larger = f".panel {{ font-size: calc(14pt * {grown.scale + 0.02}) }}"
    assert press.print(small(SENTENCE * some, CSS + larger)).audit.overflows


def test_a_piece_whose_stylesheet_knows_no_scale_shrinks_to_its_floor(press: Press) -> None:
    plain = ".panel { font-size: 14pt }"
    printed = fitted(press, longest(press, 10.1), plain, paling_kecil=1)
    assert not printed.audit.overflows
    assert 10 <= printed.audit.panels[0].body_pt < 14


def searched(fit: Fit, fits_at: float, step_mm: float = 0, gains: float = 120) -> tuple[float, list[float]]:
    """The scale that is found for an office's printer when text so large just fits, and those that were tried. From
    0 to 1 it grows by what it `gains`, in millimetres; what is too large by a line of `step_mm` as well."""
    tried: list[float] = []

    def lay_out(setting: Setting) -> Trial:
        scale = float(re.findall(r"--pas: ([\d.]+)", setting.css or "--pas: 1")[0])
        tried.append(scale)
        mm = (scale - fits_at) * gains
        mm += step_mm * 0.6 if mm > 0.01 else -step_mm * 0.4
        overflows = (Overflow("isi", "bawah", mm, 1, ""),) if mm > 0.01 else ()
        report = PanelReport("isi", 0, 1, 14, 14, 100, max(0.0, -mm))
        return Trial(None, Audit(1, (report,), overflows, "", ""), (), setting=setting)  # type: ignore[arg-type]

    return search(Elastic((fit,), profile="kantor"), lay_out).scale, tried


def test_the_search_finds_the_largest_scale_in_few_trials_wherever_it_is() -> None:
    fit = Fit(paling_kecil=0.7, paling_besar=1.2, huruf=14, panel=("isi",))
    for largest in (round(0.7 + 0.02 * number, 2) for number in range(26)):
        found, tried = searched(fit, largest)
        assert found == (1 if largest == 1.02 else largest)  # nothing is left worth a try
        assert len(tried) <= 7


def test_a_piece_that_says_where_its_text_ends_is_laid_out_once_there() -> None:
    fit = Fit.model_validate({"paling_kecil": 0.7, "huruf": 14, "panel": ["isi"], "mulai": {"kantor": 0.88}})
    assert searched(fit, 0.89) == (0.88, [0.88])
    assert searched(fit, 1.0)[0] == 1  # with room left it still grows to the size in which it is drawn
    assert searched(fit, 0.8)[0] == 0.8
    assert searched(fit.model_copy(update={"starts": {"hemat": 0.88}}), 1.0) == (1.0, [1.0])


def test_a_line_too_much_at_one_scale_says_little_of_the_one_below() -> None:
    fit = Fit.model_validate({"paling_kecil": 0.7, "huruf": 14, "panel": ["isi"], "mulai": {"kantor": 0.86}})
    assert searched(fit, 0.99, 8, 12) == (0.98, [0.86, 0.94, 1.0, 0.98])


ROWS = "".join(SENTENCE.replace("<p>Bawa", f'<p data-lepas="{name}">{name.capitalize()}') for name in ("jam", "kantor"))
GIVES = (
    GivesWay(tanda="jam", sebutan="jam buka"),
    GivesWay(tanda="kantor", sebutan="kantor kedua"),
    GivesWay(tanda="gambar", sebutan="ukuran gambar", kecil=0.3),
)
BOX = '<div data-lepas="gambar" style="height: calc(30mm * var(--kecil, 1)); border: 1pt solid #000">Gambar</div>'


def giving(press: Press, html: str, gives: tuple[GivesWay, ...] = GIVES, kept: tuple[str, ...] = ()) -> Printed:
    return press.print(small(html, CSS, elastic=Elastic(ELASTIC.fits, gives, kept)))


def test_what_may_give_way_leaves_the_sheet_in_its_order_and_no_sooner_than_it_must(press: Press) -> None:
    fits = longest(press, 12.1)
    alone = giving(press, SENTENCE * (fits - 1) + ROWS)
    assert [way.mark for way in alone.gone] == ["jam"]
    assert "kantorktp" in alone.audit.letters_out
    assert "jamktp" not in alone.audit.letters_out
    assert not alone.audit.overflows
    assert not alone.audit.lost
    both = giving(press, SENTENCE * fits + ROWS)
    assert [way.mark for way in both.gone] == ["jam", "kantor"]
    roomy = giving(press, SENTENCE * 2 + ROWS)
    assert (roomy.gone, roomy.scale) == ((), 1)


def test_a_picture_gives_way_by_its_size(press: Press) -> None:
    printed = giving(press, SENTENCE * (longest(press, 12.1) - 2) + BOX)
    assert [way.mark for way in printed.gone] == ["gambar"]
    assert "gambar" in printed.audit.letters_out
    assert not printed.audit.overflows


def test_what_a_sheet_must_say_never_gives_way(press: Press) -> None:
    urgent = ROWS.replace("Jam ", "Jam ambulans 0000-1005 ")
    printed = giving(press, SENTENCE * longest(press, 12.1) + urgent, kept=("0000-1005",))
    assert "jamambulans00001005" in printed.audit.letters_out
    assert printed.audit.overflows


def test_a_refused_sheet_names_the_value_that_is_too_long_and_what_would_fit(press: Press) -> None:
    address = "Jalan Rekaan Kilometer Dua Belas, di seberang lapangan, " * 4
    values = (
        Filled("alamat kantor", address.strip(), Place("districts/kab-uji/daerah.yml", 14, 13), "alamat_pendek"),
        Filled(
            "jam buka kantor", "Senin sampai Jumat, 08.00 sampai 15.00", Place("districts/kab-uji/daerah.yml", 15, 9)
        ),
    )
    sentences = SENTENCE * longest(press, 12.1)
    html = sentences.replace(SENTENCE, "", 3) + "".join(f"<p>{value.text}</p>" for value in values)
    piece = small(html, CSS, elastic=Elastic(ELASTIC.fits, filled=values))
    found = check_printed(piece, press.print(piece), "Kabupaten Uji")
    assert [(fault.code, fault.place.line) for fault in found] == [("isian-tidak-muat", 14)]
    said = dict(found[0].values)
    most = int(said["batas"])
    assert (said["isian"], said["pendek"], said["lembar"]) == ("alamat kantor", "alamat_pendek", "uji (kantor)")
    assert int(said["lebih"]) == len(address.strip()) - most
    shorter = small(html.replace(address.strip(), address[:most]), CSS, elastic=Elastic(ELASTIC.fits))
    assert not press.print(shorter).audit.overflows
    longer = small(html.replace(address.strip(), address[: most + 1]), CSS, elastic=Elastic(ELASTIC.fits))
    assert press.print(longer).audit.overflows


def test_a_word_that_is_wider_than_its_column_is_laid_at_the_value_that_has_it(press: Press) -> None:
    value = Filled("alamat kantor", "Jalan" + "panjang" * 3, Place("districts/kab-uji/daerah.yml", 14, 13))
    cells = "".join(f'<div style="display: table-cell">{text}</div>' for text in (value.text, "Kode"))
    html = f'<div style="display: table; table-layout: fixed; width: 100%">{cells}</div>'
    piece = small(html, CSS, elastic=Elastic(ELASTIC.fits, filled=(value,)))
    (found,) = [one for one in check_printed(piece, press.print(piece), "Kabupaten Uji") if one.is_error]
    assert (found.code, found.place.line, dict(found.values)["isian"]) == ("isian-tidak-muat", 14, "alamat kantor")


LONG = "".join(f"Bawa **surat nomor {number}** dari desa {number}. " for number in range(100, 140))


def test_a_text_in_place_of_a_shared_one_that_is_too_long_is_told_at_its_line(press: Press, tmp_path: Path) -> None:
    root, own = small_project(tmp_path), "districts/kab-uji/timpaan/daftar/syarat"
    head = "---\noleh: Dinas Kesehatan Uji\ntanggal: 2026-11-20\nalasan: Di sini ada surat lain.\n---\n"
    write(root, f"{own}.dasar.md", "## Yang dibawa {#syarat}\n\nKTP dan Kartu Keluarga.\n")
    sheet = root / "printables/kecil/piece.html"
    sheet.write_text(sheet.read_text("utf-8").replace("</h1>", '</h1>{{ isi("daftar#syarat") }}'), "utf-8")

    def told(text: str) -> list[Problem]:
        write(root, f"{own}.md", f"{head}\n{text}\n")
        edition = Composer(read_project(root)).compose("kab-uji", as_of=date(2026, 11, 21), profiles=("layar",))
        return [found for found in print_edition(press, edition)[2] if found.code.endswith("-tidak-muat")]

    [found] = told(LONG)
    said = dict(found.values)
    assert (found.code, str(found.place), said["isian"]) == ("isian-tidak-muat", f"{own}.md:7", "timpaan daftar#syarat")
    plain = LONG.replace("**", "").strip()
    assert int(said["lebih"]) == len(plain) - int(said["batas"])
    assert not told(plain[: int(said["batas"])])


def test_text_of_the_centre_that_is_too_long_is_not_blamed_on_a_district(press: Press) -> None:
    values = (Filled("alamat kantor", "Jalan Rekaan nomor dua", Place("districts/kab-uji/daerah.yml", 14, 13)),)
    piece = small(SENTENCE * 20 + "<p>Jalan Rekaan nomor dua</p>", CSS, elastic=Elastic(ELASTIC.fits, filled=values))
    assert [fault.code for fault in check_printed(piece, press.print(piece), "x")] == ["teks-tidak-muat"]


def test_one_value_that_is_too_long_on_two_sheets_is_said_once_with_the_narrower_room() -> None:
    def fault(sheet: str, most: int) -> Problem:
        values = {
            "lembar": sheet,
            "isian": "alamat kantor",
            "lebih": 100 - most,
            "batas": most,
            "pendek": "",
            "daerah": "x",
        }
        return problem("isian-tidak-muat", PLACE, **values)

    said = together([fault("satu (kantor)", 60), fault("satu (hemat)", 50), fault("dua (kantor)", 70)])
    assert [dict(one.values)["lembar"] for one in said] == ["satu (kantor), satu (hemat), dua (kantor)"]
    assert dict(said[0].values)["batas"] == "50"
