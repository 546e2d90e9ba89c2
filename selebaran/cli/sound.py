"""The registry for commands that can't go on where what they need of it has errors, and one fact of it by its name."""

from __future__ import annotations

import sys
from pathlib import Path

from selebaran.cli.language import Speaker
from selebaran.cli.options import fail
from selebaran.cli.show import print_problems
from selebaran.model.facts import Fact
from selebaran.model.registry import Registry
from selebaran.publish.inputs import inputs_of
from selebaran.publish.known import KnownProject
from selebaran.read.project import read_project
from selebaran.words.near import nearest

REGISTER = "content/fakta.yml"


def whole_registry(root: Path, say: Speaker) -> Registry:
    """The registry of a project whose shared files have no errors; ends with code 1 and all of them otherwise."""
    known = KnownProject(root, inputs_of(root))
    registry = read_project(root, known)
    shared = [p for p in known.judged(registry) if p.is_error]
    known.finish()
    print_problems(shared, say, root)
    if shared:
        sys.exit(1)
    return registry


def sound_facts(root: Path, say: Speaker) -> Registry:
    """The registry of a project whose facts register has no errors; ends with code 1 and all of them otherwise.

    A slip in a page is no reason not to look at the facts."""
    registry = read_project(root)
    faults = sorted(p for p in registry.shared_problems if p.is_error and p.place.file == REGISTER)
    if faults:
        print_problems(faults, say, root)
        sys.exit(1)
    return registry


def known_fact(name: str, registry: Registry, say: Speaker) -> Fact:
    """The fact of an id or of a value's name; ends with code 2 and the nearest name where there is none."""
    fact = registry.facts.find(name) or registry.facts.find(name.upper())
    if fact is None:
        text = say("tidak ada fakta '{nama}'", nama=name)
        if maksud := nearest(name.upper(), registry.facts.by_id) or nearest(name.lower(), registry.facts.by_name):
            text += "; " + say("maksudnya '{maksud}'?", maksud=maksud)
        fail(text, 2)
    return fact
