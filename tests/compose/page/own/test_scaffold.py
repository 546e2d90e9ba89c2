"""`selebaran override` begins with what residents read today, so that an editor changes it instead of starting anew."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from selebaran.check.edition import CheckedComposer
from selebaran.compose.district.values import present_district
from selebaran.compose.fact.policy import FactPolicy
from selebaran.compose.page.overrides import original
from selebaran.compose.page.scaffold import Scaffolds
from selebaran.model.own_text import Override, OverrideFront, OwnText
from selebaran.model.problem import Place, ProblemsFound
from selebaran.model.registry import Registry
from selebaran.read.project import read_project
from tests.asked import ASK
from tests.compose.page.own.kit import SLUG, override, run
from tests.conftest import DAY

FRONT = OverrideFront.model_validate({"oleh": "Dinas", "tanggal": "2026-11-20", "alasan": "Uji."})
BLOCK = "{% if daerah.nama %}\nAda {{ daerah.nama }}.\n{% else %}\nTiada.\n{% endif %}\n{{ sebut('IUR-01') }}\n"


def begun(root: Path, target: str) -> Path:
    done = run(root, "override", SLUG, target)
    assert done.exit_code == 0, done.stderr
    page, _, block = target.partition("#")
    folder = root / "districts" / SLUG / "timpaan"
    return folder / page / f"{block}.md" if block else folder / f"{page}.md"


def codes(root: Path) -> list[str]:
    registry = read_project(root)
    if found := registry.district_problems.get(SLUG):
        return [problem.code for problem in found]
    try:
        edition = CheckedComposer(registry).compose(SLUG, as_of=datetime.now(UTC).date(), profiles=())
    except ProblemsFound as stopped:
        return [problem.code for problem in stopped.problems]
    return [problem.code for problem in edition.problems]


def signed(path: Path) -> str:
    """The override's text once somebody has put a name to it."""
    text = path.read_text("utf-8").replace("oleh:\n", "oleh: Dinas Uji\n").replace("alasan:\n", "alasan: Uji.\n")
    path.write_text(text, "utf-8")
    return text


def test_it_holds_the_shared_words_with_their_facts_and_no_other_mark(root: Path) -> None:
    path = root / "content" / "ikut.md"
    path.write_text(
        path.read_text("utf-8").replace("Isi kotak.", f"{BLOCK}Telepon {{{{ fakta.care_center }}}}."), "utf-8"
    )
    text = begun(root, "ikut#kotak").read_text("utf-8")
    assert text.partition("\n---\n")[2] == "\nAda Kabupaten Uji.\n\nTelepon {{ fakta.care_center }}.\n"


def test_one_that_is_only_signed_is_an_error_and_one_that_is_changed_is_none(root: Path) -> None:
    for target in ("ikut#besar", "ikut", "ikut#kepala"):
        path = begun(root, target)
        assert codes(root) == ["isian-kosong", "isian-kosong"]
        text = signed(path)
        assert codes(root) == ["timpaan-belum-diubah"]
        path.write_text(text.replace("selagi sehat", "sekarang").replace("adalah", "ialah"), "utf-8")
        assert codes(root) == []
        path.unlink()
        path.with_name(f"{path.stem}.dasar.md").unlink()


@pytest.mark.parametrize("body", ["Ada kegiatan.", "Tiada kegiatan."])
def test_one_is_untouched_as_it_reads_today_or_as_it_read_when_it_was_begun(body: str, root: Path) -> None:
    """The event of the small project is over on the day of the check."""
    path = root / "content" / "ikut.md"
    block = "{% if daerah.kegiatan %}\nAda kegiatan.\n{% else %}\nTiada kegiatan.\n{% endif %}"
    path.write_text(path.read_text("utf-8").replace("Isi kotak.", block), "utf-8")
    override(root, "ikut#kotak", body)
    with pytest.raises(ProblemsFound) as stopped:
        CheckedComposer(read_project(root)).compose(SLUG, as_of=date(2026, 12, 1), profiles=())
    assert [problem.code for problem in stopped.value.problems] == ["timpaan-belum-diubah"]


def test_a_fault_of_shared_text_that_is_not_shown_stops_nobody(root: Path) -> None:
    path = root / "content" / "ikut.md"
    path.write_text(path.read_text("utf-8").replace("Isi kotak.", "{{ daerah.penerbit.nama }}"), "utf-8")
    done = run(root, "override", SLUG, "ikut#kotak")
    assert (done.exit_code, "error[isian-kosong-dicetak]" in done.stderr) == (1, True)
    override(root, "ikut#kotak", "Lain.")
    assert CheckedComposer(read_project(root)).compose(SLUG, as_of=DAY, profiles=()).problems == ()


def test_another_one_can_be_begun_while_the_first_has_no_name_yet(root: Path) -> None:
    begun(root, "ikut#besar")
    assert "Isi kotak." in begun(root, "ikut#kotak").read_text("utf-8")


@pytest.mark.parametrize("slug", ["kab-contoh", "kab-serang"])
def test_every_part_of_the_real_pages_that_may_be_overridden_begins_as_legal_text(
    slug: str, registry: Registry
) -> None:
    """With one sentence more it composes without a problem, in a full district and in an empty one."""
    folder = registry.districts[slug]
    values, policy = (
        present_district(folder, DAY, registry.campaign),
        FactPolicy(registry.facts, DAY, ASK, published=False),
    )
    found = []
    for source in registry.pages:
        blocks = [block for block in source.overridable_blocks if block != "kepala"]
        for block in [*blocks, *([""] if source.front.overridable else [])]:
            body = f"{Scaffolds().of(source, block, values, policy).body}\n\nDatang pagi.\n"
            base, place = original(source, block), Place(f"districts/{slug}/timpaan/{source.slug}/{block}.md", 6)
            found.append(Override(source.slug, block, FRONT, body, base or "", place, "daerah"))
    assert len(found) > 10
    own = replace(folder, own=OwnText((), tuple(found)))
    copy = replace(registry, districts={**registry.districts, slug: own})
    problems = CheckedComposer(copy).compose(slug, as_of=DAY, profiles=()).problems
    assert {problem.code for problem in problems} <= {"paragraf-panjang"}  # what residents said, in their own words
