"""What guides show of a district's or a campaign's files is what the reader takes: no block is left out."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from pydantic import BaseModel

from selebaran.cli.language import Speaker
from selebaran.cli.show import problem_text
from selebaran.model.campaign import Campaign
from selebaran.model.district import CentralList, Directory, District, Figures, Schedule
from selebaran.model.facts import FactFile
from selebaran.model.own_text import OverrideFront, OwnFront
from selebaran.model.page import FrontMatter
from selebaran.model.piece import PieceSpec
from selebaran.model.problem import Problem
from selebaran.model.registry import Registry
from selebaran.model.search import SearchWords
from selebaran.model.wordlists import GlossaryFile, WordLists
from selebaran.read.strict_yaml import read_yaml
from selebaran.read.validate import validate
from tests.conftest import ROOT
from tests.guides.pages import Block, blocks
from tests.test_docs import GUIDES

RECORDS: tuple[tuple[type[BaseModel], Path | None], ...] = (
    (Schedule, None),
    (Directory, None),
    (Figures, None),
    (CentralList, ROOT / "districts" / "_daftar.yml"),
    (FactFile, None),
    (GlossaryFile, None),
    (WordLists, ROOT / "content" / "bahasa.yml"),
    (SearchWords, ROOT / "content" / "sinonim.yml"),
    (PieceSpec, None),
    (District, ROOT / "districts" / "kab-serang" / "daerah.yml"),
    (Campaign, ROOT / "content" / "kampanye.yml"),
)
"""What a block may be, by its keys, and a whole file in which it stands where guides show a part of one."""
OVERRIDE, TRANSLATION, SHARED = "alasan", "naskah_asal", {"halaman.md", "kampanye.md"}
ANOTHER = "kampanye.md:"
"""Its examples are of another campaign, with kinds of its own."""


def keys(record: type[BaseModel]) -> set[str]:
    return {field.alias or name for name, field in record.model_fields.items()}


def faults(block: Block, registry: Registry) -> list[Problem]:
    """Every fault in a block of YAML, in the file of which its keys are; in the one that suits best, of several."""
    shown = yaml.load(block.text, yaml.BaseLoader)
    kinds = None if block.place.startswith(ANOTHER) else registry.campaign.kinds
    found = []
    for record, whole in ((record, whole) for record, whole in RECORDS if set(shown) <= keys(record)):
        around = whole.read_text("utf-8") if whole else ""
        for key in shown:
            around = re.sub(rf"^{key}:.*\n(?:(?:[ \-].*)?\n)*", "", around, flags=re.M)
        text = f"{block.text}\n{around}"
        source, problems = read_yaml(text.encode(), "districts/kab-maju/jadwal.yml")
        found.append(validate(record, source, kinds=kinds)[1] if source else problems)
    assert found, f"{block.place}: of no file"
    return min(found, key=len)


@pytest.mark.parametrize("path", GUIDES, ids=lambda path: path.name)
def test_yaml_of_a_guide_is_read_or_the_page_shows_its_message(path: Path, registry: Registry) -> None:
    for block in blocks(path):
        if block.language == "yaml":
            for problem in faults(block, registry):
                assert problem_text(problem, Speaker()) in path.read_text("utf-8"), block.place


@pytest.mark.parametrize("path", GUIDES, ids=lambda path: path.name)
def test_the_head_of_a_page_that_a_guide_shows_is_read(path: Path) -> None:
    for block in blocks(path):
        if block.language == "markdown" and block.text.startswith("---\n"):
            head = block.text.split("---\n")[1]
            record = OverrideFront if OVERRIDE in head else OwnFront
            if TRANSLATION in head or path.name in SHARED:
                record = FrontMatter
            source, problems = read_yaml(head.encode(), path.name)
            assert source is not None, problems
            assert validate(record, source)[1] == [], block.place
