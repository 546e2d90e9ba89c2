"""A site is a function of values: whoever has them can make it, wherever that is."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from selebaran.compose.edition import Composer
from selebaran.model.registry import Registry
from selebaran.site.dated import IN_NUMBERS, IN_WORDS
from selebaran.site.job import SiteJob, make_site
from selebaran.site.search_roots import Roots
from tests.apart import run_apart
from tests.conftest import DAY, DEMO

CODE = """
from selebaran.model.registry import Registry
from selebaran.site.dated import IN_NUMBERS, IN_WORDS
from selebaran.site.job import make_site
made = make_site(given, Path("situs"))
"""


def files_of(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_a_site_is_made_elsewhere_from_its_inputs_alone(composer: Composer, tmp_path: Path) -> None:
    job = SiteJob(composer.compose(DEMO, as_of=DAY, profiles=()))
    here = make_site(job, tmp_path / "sini", Roots())
    (tmp_path / "sana").mkdir()
    there = run_apart(CODE, job, tmp_path / "sana")
    assert there == here
    assert here.artifacts
    assert files_of(tmp_path / "sana" / "situs") == files_of(tmp_path / "sini")


def test_what_stands_for_the_day_is_shown_where_somebody_typed_it(registry: Registry, tmp_path: Path) -> None:
    folder = registry.districts[DEMO]
    named = replace(folder, district=folder.district.model_copy(update={"subdistricts": (IN_WORDS, IN_NUMBERS)}))
    districts = {**registry.districts, DEMO: named}
    edition = Composer(replace(registry, districts=districts)).compose(DEMO, as_of=DAY, profiles=())
    made = make_site(SiteJob(edition), tmp_path)
    assert not made.problems
    assert not made.shown
    listed = (tmp_path / "k" / "index.html").read_text("utf-8")
    assert f">{IN_WORDS}<" in listed
    assert f">{IN_NUMBERS}<" in listed
    assert f'datetime="{DAY.isoformat()}"' in listed
