"""The campaign's keys for commands that make files of them and read nothing else of the project."""

from __future__ import annotations

import sys
from pathlib import Path

from selebaran.cli.language import Speaker
from selebaran.cli.show import print_problems
from selebaran.model.kinds import Kinds
from selebaran.read.wordlists import CAMPAIGN, read_campaign


def found_kinds(project: Path, say: Speaker) -> Kinds | None:
    """The keys of a project's campaign; ends with every fault of its file and code 1 where it can't be read."""
    campaign, _, problems = read_campaign(project / CAMPAIGN, CAMPAIGN)
    if problems:
        print_problems(problems, say, project)
        sys.exit(1)
    return campaign.kinds
