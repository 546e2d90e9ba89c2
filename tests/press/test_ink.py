"""The proof by ink: a word that a reader can't see is found, named and laid at the rule that hides it; a sound sheet
isn't blamed. Each case changes a style or a datum of a sheet that passes."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import Any, get_args

import pytest

from selebaran.model.piece import ComposedPiece, Style
from selebaran.model.problem import Problem
from selebaran.model.registry import Registry
from selebaran.model.sizes import Profile
from selebaran.press.gate import check_printed
from selebaran.press.ink import eye, pixels
from selebaran.press.ink.rule import SHARED
from selebaran.press.layout import Press
from tests.conftest import ROOT
from tests.press.kit import SENTENCE, STYLE, small
from tests.press.odd import PROFILES, false_alarms
from tests.press.stress import districts, pieces

TEXT = "<h2>Gawat darurat</h2>" + SENTENCE * 4
PLAIN = "h2{font-size:16pt}"
BOX = '{content:"";position:absolute;left:0;top:0;width:30mm;height:12mm;background:'
UNSEEN, CUT, FAINT = "kata-tidak-terlihat", "kata-terpotong", "kata-pudar"
SMALL, OUTSIDE, FOLD = "kata-kecil", "kata-di-luar-kertas", "kata-di-lipatan"
STACKED, TURNED, CRAMMED, COPIED = "kata-bertumpuk", "kata-terputar", "kata-berdempet", "kata-hilang-disalin"

STYLES = {
    "visibility": ("p:nth-of-type(2){visibility:hidden}", UNSEEN, "p:nth-of-type(2) { visibility: hidden }"),
    "opacity of nothing": ("p{opacity:0}", UNSEEN, "p { opacity: 0 }"),
    "opacity of a fifth": ("h2{opacity:.2}", FAINT, "h2 { opacity: .2 }"),
    "opacity of the panel": (".panel{opacity:.4}", FAINT, ".panel { opacity: .4 }"),
    "white on white": ("h2{color:#fff}", UNSEEN, "h2 { color: #fff }"),
    "nearly white": ("p{color:#f4f4f4}", UNSEEN, "p { color: #f4f4f4 }"),
    "transparent": ("p{color:transparent}", UNSEEN, "p { color: transparent }"),
    "a colour of little alpha": ("p{color:rgba(0,0,0,.05)}", UNSEEN, "p { color: rgba(0,0,0,.05) }"),
    "grey type": ("p{color:#999}", FAINT, "p { color: #999 }"),
    "black on black": ("h2{background:#000;color:#000}", UNSEEN, "h2 { background: #000 }"),
    "a dark ground": (".panel{background:#444}", FAINT, ".panel { background: #444 }"),
    "red on green": ("h2{color:#c00;background:#080;font-size:12pt}", FAINT, "h2 { color: #c00 }"),
    "a ground that turns black": (
        ".panel{background:linear-gradient(90deg,#fff,#000)}",
        FAINT,
        ".panel { background: ",
    ),
    "one word of a line": ("b{color:#eee}", UNSEEN, "b { color: #eee }"),
    "too low a box": ("p{height:3mm;overflow:hidden}", UNSEEN, "p { overflow: hidden }"),
    "a box that cuts letters": ("h2{height:4mm;overflow:hidden}", CUT, "h2 { overflow: hidden }"),
    "a box that cuts a line": (".panel p{max-height:7mm;overflow:hidden;line-height:2}", CUT, "{ overflow: hidden }"),
    "a narrow box": ("h2{width:20mm;overflow:hidden;white-space:nowrap}", UNSEEN, "h2 { overflow: hidden }"),
    "a sheet that is cut": (".sheet{height:20mm;overflow:hidden}", UNSEEN, ".sheet { overflow: hidden }"),
    "a white cover": (f".panel::after{BOX}#fff}}", UNSEEN, ".panel::after { "),
    "a black cover": (f".panel::after{BOX}#000}}", UNSEEN, ".panel::after { "),
    "a thin cover": (f".panel::after{BOX}#fff;top:2mm;height:1mm}}", CUT, ".panel::after { "),
    "a cover of grey": (f".panel::before{BOX}#ccc;top:10mm}}", UNSEEN, ".panel::before { "),
    "below its panel's ground": ("h2{position:relative;z-index:-1}.panel{background:#fff}", UNSEEN, ""),
    "a margin that pulls a box over text": (
        "i{display:block;margin-top:-9mm;height:9mm;background:#fff;position:relative}",
        UNSEEN,
        "i { ",
    ),
    "a thick outline": ("h2{outline:4mm solid #000;outline-offset:-4mm}", UNSEEN, "h2 { outline: 4mm solid #000 }"),
    "half as large": ("p{transform:scale(.5)}", SMALL, "p { transform: scale(.5) }"),
    "a panel made smaller": (".panel{transform:scale(.3)}", SMALL, ".panel { transform: scale(.3) }"),
    "one point": ("p{font-size:1pt}", SMALL, "p { font-size: 1pt }"),
    "seven points": ("p{font-size:7pt}", SMALL, "p { font-size: 7pt }"),
    "seven and a half, by em": ("p{font-size:.625em}", SMALL, "p { font-size: .625em }"),
    "off the sheet": ("p:last-of-type{transform:translateX(-60mm)}", OUTSIDE, "p:last-of-type { transform: "),
    "below the sheet": (".panel{transform:translateY(25mm)}", OUTSIDE, ".panel { transform: translateY(25mm) }"),
    "on the next line": ("h2{transform:translateY(8mm)}", STACKED, "h2 { transform: translateY(8mm) }"),
    "put upon the text": ("h2{position:absolute;left:0;top:6mm}", STACKED, "h2 { position: absolute }"),
    "lines upon each other": ("p{line-height:.5}", STACKED, "p { line-height: .5 }"),
    "no line height": ("p{line-height:0}", STACKED, ""),
    "a margin that pulls a line up": ("p+p{margin-top:-4mm}", STACKED, "p+p { margin-top: -4mm }"),
    "words run together": ("p{word-spacing:-.5em}", STACKED, "p { word-spacing: -.5em }"),
    "a quarter turn": ("h2{transform:rotate(90deg);width:20mm}", TURNED, "h2 { transform: rotate(90deg) }"),
    "upside down": ("p{transform:rotate(180deg)}", TURNED, "p { transform: rotate(180deg) }"),
    "mirrored": ("h2{transform:scaleX(-1)}", TURNED, "h2 { transform: scaleX(-1) }"),
    "squeezed": ("h2{transform:scaleX(.4)}", TURNED, "h2 { transform: scaleX(.4) }"),
    "slanted": ("p{transform:skewX(60deg)}", TURNED, "p { transform: skewX(60deg) }"),
    "letters run together": ("p{letter-spacing:-.2em}", CRAMMED, "p { letter-spacing: -.2em }"),
    "letters fall apart": ("h2{letter-spacing:1em}", CRAMMED, "h2 { letter-spacing: 1em }"),
}
"""Of each mutation of piece.css: what is added to it, what is found, and how the rule begins or what stands in it."""


def changed(css: str, content: str = TEXT, **others: Any) -> ComposedPiece:
    """A sheet whose piece.css ends with these rules, on the second line."""
    return dataclasses.replace(small(content, **others), stylesheets=("", STYLE, f"{PLAIN}\n{css}"))


def stopped(press: Press, piece: ComposedPiece) -> list[Problem]:
    return [found for found in check_printed(piece, press.print(piece), "Kabupaten Uji") if found.is_error]


@pytest.mark.parametrize("profile", ["layar", "kantor", "hemat", "percetakan", "besar"])
def test_a_sound_sheet_is_not_blamed_in_any_profile(press: Press, profile: Profile) -> None:
    assert stopped(press, changed("", profile=profile)) == []
    light = "h2{background:#123;color:#fff} b{color:#0b5394}"
    assert stopped(press, changed(light, profile=profile)) == []


@pytest.mark.parametrize("name", STYLES)
def test_a_style_that_hides_words_is_found_and_named(press: Press, name: str) -> None:
    css, code, rule = STYLES[name]
    content = TEXT.replace("KTP", "<b>KTP</b>") + "<i></i>"
    found = stopped(press, changed(css, content))
    assert code in [one.code for one in found]
    values = dict(next(one for one in found if one.code == code and rule in dict(one.values)["aturan"]).values)
    assert (values["panel"], values["nomor"], values["daerah"]) == ("isi", "1", "Kabupaten Uji")
    assert values["kata"].split()[0].strip(".") in content.replace("<", " ").replace(">", " ")


@pytest.mark.parametrize("name", STYLES)
def test_and_in_colours_too(press: Press, name: str) -> None:
    css, code, _ = STYLES[name]
    content = TEXT.replace("KTP", "<b>KTP</b>") + "<i></i>"
    assert code in [one.code for one in stopped(press, changed(css, content, profile="layar"))]


def test_the_message_says_where_on_the_sheet_and_at_which_line(press: Press) -> None:
    (found,) = stopped(press, changed("h2{margin-left:30mm}\nh2{color:#fff}"))
    values = dict(found.values)
    assert str(found.place) == "printables/uji/piece.css:3:4"
    assert (values["kata"], values["banyak"]) == ("Gawat darurat", "2")
    assert (values["x"], values["y"]) == ("40", "12")


def test_a_word_of_the_data_is_found_where_it_stands(press: Press) -> None:
    name = "<p>Puskesmas <span>Sukamaju</span> buka Senin.</p>"
    (found,) = stopped(press, changed("span{color:#ddd}", name + TEXT))
    assert dict(found.values)["kata"] == "Sukamaju"


MARKS = "\u0301" * 9
DATA: dict[str, tuple[str, str]] = {
    "a colour written into the text": ('<p style="color:#fefefe">Bawa KTP.</p>', UNSEEN),
    "small print of the district": ('<p style="font-size:6pt">Bawa KTP.</p>', SMALL),
    "a box that a picture covers": (
        '<p>Bawa KTP.</p><div style="position:absolute;top:0;left:0;width:60mm;height:6mm;background:#fff"></div>',
        UNSEEN,
    ),
    "a line of its own upon another": ('<p>Bawa KTP.</p><p style="margin-top:-4mm">Bawa Kartu.</p>', STACKED),
    "spread letters": ('<p style="letter-spacing:6mm">Bawa</p>', CRAMMED),
}


@pytest.mark.parametrize("name", DATA)
def test_what_comes_with_the_data_is_held_to_the_same(press: Press, name: str) -> None:
    content, code = DATA[name]
    assert code in [one.code for one in stopped(press, changed("", content))]


def test_a_word_across_a_fold_is_found_on_paper_but_not_on_a_screen(press: Press) -> None:
    folded = changed("", folds_mm=((20.0,),))
    assert [one.code for one in stopped(press, folded)] == [FOLD]
    assert stopped(press, dataclasses.replace(folded, profile="layar")) == []
    assert stopped(press, changed("", folds_mm=((5.0,),))) == []


def test_the_mark_of_a_preview_may_lie_on_a_fold(press: Press) -> None:
    mark = '<p class="{}"><b>PRATINJAU</b></p>'
    folded = {"folds_mm": ((20.0,),)}
    assert stopped(press, changed("", mark.format("tanda-halaman"), **folded)) == []
    assert [one.code for one in stopped(press, changed("", mark.format("lain"), **folded))] == [FOLD]


@pytest.mark.parametrize("css", ["p{background:#b4b4b4}", "p{background:linear-gradient(#b4b4b4,#aaa)}"])
def test_a_ground_that_a_copier_turns_black_is_found_in_hemat_alone(press: Press, css: str) -> None:
    assert {one.code for one in stopped(press, changed(css, profile="hemat"))} == {COPIED}
    assert stopped(press, changed(css)) == []


def test_small_print_of_eight_points_and_large_pale_type_pass(press: Press) -> None:
    assert stopped(press, changed("p{font-size:8pt;line-height:2.4}")) == []
    assert stopped(press, changed("h2{font-size:20pt;color:#888}")) == []
    assert [one.code for one in stopped(press, changed("h2{font-size:12pt;color:#888}"))] == [FAINT]


def test_a_badge_that_is_a_little_tilted_passes(press: Press) -> None:
    assert stopped(press, changed("h2{transform:rotate(4deg);width:40mm;margin:4mm 0}")) == []


@pytest.fixture
def blind(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    yield monkeypatch


SLIPS: dict[str, tuple[Any, str, Any, str]] = {
    "contrast isn't asked for": (eye, "NEEDED", 1.0, "grey type"),
    "lost ink doesn't count": (eye, "LOST", 2.0, "a box that cuts letters"),
    "every word is said to be seen": (eye, "UNSEEN", 0.0, "white on white"),
    "ink is never near to its ground": (pixels, "NEAR", -9.0, "a thin cover"),
}


@pytest.mark.parametrize("name", SLIPS)
def test_a_slip_in_the_proof_lets_a_mutation_pass(press: Press, name: str, blind: pytest.MonkeyPatch) -> None:
    module, constant, value, mutation = SLIPS[name]
    css, code, _ = STYLES[mutation]
    assert code in [one.code for one in stopped(press, changed(css))]
    blind.setattr(module, constant, value)
    assert code not in [one.code for one in stopped(press, changed(css))]


@pytest.mark.parametrize("number", range(12))
def test_a_sample_of_the_sheets_of_odd_districts_is_not_blamed(number: int, registry: Registry, press: Press) -> None:
    """`make test-full` looks at all of them; here each district has one profile and two of its pieces."""
    changed = list(districts(registry).values())[number]
    made = pieces(changed, (PROFILES[number % len(PROFILES)],))
    for piece in (made[number % len(made)], made[(number + 5) % len(made)]):
        assert false_alarms(press, piece) == [], (piece.name, piece.profile)


def test_the_stylesheets_that_are_named_are_there() -> None:
    styles = [f"templates/print/{style}.css" for style in get_args(Style)]
    assert all((ROOT / name).is_file() for name in (*SHARED, *styles))


def test_a_fault_of_a_stylesheet_that_pieces_share_is_laid_at_its_line(press: Press) -> None:
    piece = dataclasses.replace(small(SENTENCE * 5), style="a4", stylesheets=("", STYLE, "\np { opacity: 0 }", PLAIN))
    (found,) = stopped(press, piece)
    assert str(found.place) == "templates/print/a4.css:2:5"
