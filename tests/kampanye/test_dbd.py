"""The second campaign (dbd/): dengue, an example of which nothing is true. Its subject is its own in every file."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from selebaran.model.campaign import Campaign
from selebaran.model.facts import FactRegister
from selebaran.model.registry import Registry
from selebaran.read.content import read_facts
from selebaran.read.strict_yaml import read_yaml
from selebaran.read.wordlists import read_campaign
from tests.project import ROOT

DBD = Path(__file__).parent / "dbd"
CONTENT = DBD / "content"
MADE = {".cache", "dist"}
"""What a build leaves there, if somebody builds it in its place."""
FILES = sorted(path for path in DBD.rglob("*") if path.is_file() and not MADE & {*path.relative_to(DBD).parts})
SUBJECT = re.compile(r"\b(jkn|bpjs|pandawa|care.?center|165|119|iuran|peserta jkn|mobile jkn)\b", re.I)
"""Words of the first campaign."""
EXAMPLE = "contoh kampanye untuk uji"


def example(folder: Path) -> Path:
    """A copy of it, to be built or changed, with the fonts that the repository has made already."""
    shutil.copytree(DBD, folder, ignore=shutil.ignore_patterns(*MADE))
    (ROOT / ".cache").mkdir(exist_ok=True)
    (folder / ".cache").symlink_to(ROOT / ".cache")
    return folder


@pytest.fixture(scope="module")
def campaign() -> Campaign:
    record, _, problems = read_campaign(CONTENT / "kampanye.yml", "content/kampanye.yml")
    assert problems == []
    return record


@pytest.fixture(scope="module")
def facts() -> FactRegister:
    register, _, problems = read_facts(CONTENT / "fakta.yml", "content/fakta.yml")
    assert problems == []
    return register


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(DBD)))
def test_no_file_of_the_second_campaign_has_a_word_of_the_first(path: Path) -> None:
    text = path.read_text("utf-8")
    if path.suffix == ".svg":
        text = re.sub(r'="[\d\s.a-zA-Z(),-]*"', "", text)  # coordinates are no words
    assert SUBJECT.findall(text) == []
    assert SUBJECT.findall(path.name) == []


@pytest.mark.parametrize("path", sorted(CONTENT.glob("*.md")), ids=lambda path: path.name)
def test_every_page_says_that_it_is_an_example(path: Path) -> None:
    assert EXAMPLE in " ".join(path.read_text("utf-8").split()).lower()


def test_the_frame_of_every_page_says_so_too(campaign: Campaign) -> None:
    assert EXAMPLE in campaign.foot.lower()


def test_every_fact_is_made_up_and_says_so(facts: FactRegister) -> None:
    assert len(facts.facts) == 5
    assert {source for fact in facts for source in fact.sources} == {"Karangan untuk contoh"}


def test_every_district_is_made_up_and_its_telephones_ring_nowhere() -> None:
    listed, _ = read_yaml((DBD / "districts" / "_daftar.yml").read_bytes(), "_daftar.yml")
    assert listed
    slugs = [entry["slug"] for entry in listed.data["daerah"]]
    assert sorted(slugs) == sorted(path.parent.name for path in DBD.glob("districts/*/daerah.yml"))
    for path in DBD.glob("districts/*/*.yml"):
        text = path.read_text("utf-8")
        assert path.name != "daerah.yml" or "\nrekaan: ya\n" in text
        assert all(number.startswith("0000-") for number in re.findall(r"\b(?:telepon|wa): (\S+)", text))


def test_it_has_kinds_that_the_first_campaign_does_not_have(campaign: Campaign, registry: Registry) -> None:
    first = registry.campaign
    assert campaign.events
    assert first.events
    assert "pengasapan" in campaign.events.kinds.keys() - first.events.kinds.keys()
    assert "posko_dbd" in campaign.contacts.keys() - first.contacts.keys()
    assert not campaign.groups.keys() & first.groups.keys()


def test_it_leaves_out_what_the_first_campaign_has(campaign: Campaign, registry: Registry) -> None:
    first = registry.campaign
    assert (campaign.ask.message, campaign.pages, campaign.help_desks_at) == (None,) * 3
    assert None not in (first.ask.message, first.pages, first.help_desks_at)


def test_what_it_names_is_there(campaign: Campaign, facts: FactRegister) -> None:
    assert campaign.ask.phone
    assert facts.by_name[campaign.ask.phone.fact][1].kind == "telepon"
    assert campaign.portal
    drawings = {path.stem for path in (CONTENT / "seni").glob("*.svg")}
    assert {scene.drawing for scene in campaign.portal.scenes} <= drawings
    assert campaign.emergency
    assert (CONTENT / f"{campaign.emergency.page}.md").is_file()
