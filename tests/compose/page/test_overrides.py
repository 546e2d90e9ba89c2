"""An override whose shared text has changed: the warning shows an editor what the difference is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from selebaran.compose.page.overrides import EXCERPT, choose
from selebaran.model.own_text import Override, OverrideFront
from selebaran.model.page import FrontMatter, PageSource, Segment
from selebaran.model.problem import Place, Severity

FRONT = OverrideFront.model_validate({"oleh": "Dinas Uji", "tanggal": "2026-11-20", "alasan": "Di sini lain."})
FILE = Place("districts/kab-uji/timpaan/daftar/syarat.md", 6)
SHARED = "## Syarat {#syarat}\n\nBawa KTP.\nBawa KK.\n\nDatang pagi.\nTanya petugas.\n"


def page(text: str) -> PageSource:
    front = {"judul": "Daftar", "ringkas": "Caranya.", "blok": {"syarat": {"boleh_ditimpa": "ya"}}}
    segment = Segment("syarat", 2, text, Place("content/daftar.md", 8))
    return PageSource("daftar", FrontMatter.model_validate(front), (segment,), Place("content/daftar.md", 1))


def override(
    base: str = SHARED, body: str = "Bawa KTP\n\nke  balai desa.", block: str = "syarat", page: str = "daftar"
) -> Override:
    return Override(page, block, FRONT, body, base, FILE, "daerah")


def difference(now: str, before: str = SHARED) -> tuple[str, str]:
    """What the warning says that stood there before, and what stands there now."""
    chosen, (found,) = choose([override(before)], {"daftar": page(now)})
    assert chosen == {}
    assert (found.code, found.severity) == ("timpaan-usang", Severity.WARNING)
    values = dict(found.values)
    assert (values["bagian"], values["daerah"]) == ("daftar#syarat", "Bawa KTP ke balai desa.")
    return values["dulu"], values["kini"]


@pytest.mark.parametrize(
    ("now", "told"),
    [
        (SHARED.replace("Bawa KK.", "Bawa KK asli."), ("Bawa KK.", "Bawa KK asli.")),
        (SHARED.replace("Bawa KTP.\n", ""), ("Bawa KTP.", "–")),
        (SHARED + "\nGratis.\n", ("–", "Gratis.")),
        (SHARED.replace("## Syarat", "## Yang dibawa"), ("## Syarat {#syarat}", "## Yang dibawa {#syarat}")),
        (
            SHARED.replace("KTP", "kartu").replace("pagi", "siang"),
            ("Bawa KTP. / Datang pagi.", "Bawa kartu. / Datang siang."),
        ),
    ],
)
def test_only_the_lines_that_changed_are_shown(now: str, told: tuple[str, str]) -> None:
    assert difference(now) == told


def test_a_long_difference_is_cut() -> None:
    before, now = difference(SHARED + "a" * EXCERPT + "\n", SHARED + "b" * (EXCERPT + 1) + "\n")
    assert before == "b" * (EXCERPT - 1) + "…"
    assert now == "a" * EXCERPT


def test_other_white_space_is_no_change() -> None:
    chosen, problems = choose([override()], {"daftar": page("\n" + SHARED.replace("Bawa KTP", "  Bawa \t KTP") + "\n")})
    assert problems == []
    assert chosen["daftar"]["syarat"].body.startswith("Bawa KTP")


@pytest.mark.parametrize(
    ("given", "code", "values"),
    [
        (override(page="dafar"), "timpaan-halaman-tidak-ada", {"halaman": "dafar", "maksud": "daftar"}),
        (override(block="sarat"), "timpaan-bagian-tidak-ada", {"bagian": "daftar#sarat", "maksud": "syarat"}),
        (override(block="kepal"), "timpaan-bagian-tidak-ada", {"bagian": "daftar#kepal", "maksud": "kepala"}),
        (override(block=""), "timpaan-dilarang", {"bagian": "daftar", "boleh": "syarat"}),
        (override(body=" \n\n"), "timpaan-kosong", {"bagian": "daftar#syarat"}),
    ],
)
def test_an_override_that_cannot_hold_is_told_at_its_file_with_the_cure(
    given: Override, code: str, values: dict[str, str]
) -> None:
    chosen, (found,) = choose([given, override()], {"daftar": page(SHARED)})
    assert list(chosen) == ["daftar"]
    assert (found.code, found.place, dict(found.values)) == (code, Place(FILE.file), values)
    assert found.is_error


def test_where_nothing_may_be_overridden_the_message_says_so() -> None:
    closed = page(SHARED)
    closed = replace(closed, front=closed.front.model_copy(update={"blocks": {}}))
    _, (found,) = choose([override()], {"daftar": closed})
    assert dict(found.values) == {"bagian": "daftar#syarat", "boleh": "–"}


LINKED = 'Lihat [cara mendaftar](daftar.md#syarat), [alur][1] dan <a href="../iuran/">iuran</a>.\n\n[1]: https://contoh.example/a\n'


@pytest.mark.parametrize(
    ("before", "now"),
    [
        ("daftar.md#syarat", "mendaftar.md"),
        ("../iuran/", "../biaya/"),
        ("https://contoh.example/a", "https://contoh.example/b"),
    ],
)
def test_an_override_stays_where_only_the_target_of_a_link_has_changed(before: str, now: str) -> None:
    assert before in LINKED
    chosen, problems = choose([override(LINKED)], {"daftar": page(LINKED.replace(before, now))})
    assert (list(chosen), problems) == (["daftar"], [])


@pytest.mark.parametrize(("before", "now"), [("cara mendaftar", "syarat"), ("Lihat", "Baca"), (">iuran<", ">biaya<")])
def test_an_override_gives_way_where_the_words_of_a_link_have_changed(before: str, now: str) -> None:
    assert before in LINKED
    assert choose([override(LINKED)], {"daftar": page(LINKED.replace(before, now))})[0] == {}
