"""Problems as the hosts of repositories show them beside the lines of a change: GitHub's commands, GitLab's report."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from typing import Literal

from selebaran.cli.language import Speaker
from selebaran.cli.show import message_of
from selebaran.model.problem import Problem, Severity
from selebaran.words.visible import visible

Host = Literal["github", "gitlab"]
HOSTS: tuple[Host, ...] = ("github", "gitlab")


def print_annotations(problems: Iterable[Problem], host: Host, say: Speaker) -> None:
    """Print them on standard output: a command for each, or one list."""
    if host == "gitlab":
        print(json.dumps([_entry(problem, say) for problem in problems], ensure_ascii=False, indent=1))
        return
    for problem in problems:
        print(_command(problem, say))


def _command(problem: Problem, say: Speaker) -> str:
    """A workflow command. What a district wrote can end neither it nor its line, nor begin another one."""
    fault, cure = message_of(problem, say)
    place = problem.place
    values = {"file": place.file, "line": place.line, "col": place.column, "title": problem.code}
    told = ",".join(f"{name}={_property(str(value))}" for name, value in values.items() if value)
    level = "warning" if problem.severity is Severity.WARNING else "error"
    return f"::{level} {told}::{_data(visible(fault))}%0A{say('saran')}: {_data(visible(cure))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _entry(problem: Problem, say: Speaker) -> dict[str, object]:
    """An entry of a Code Quality report."""
    fault, cure = message_of(problem, say)
    place = problem.place
    known = hashlib.sha256("\n".join((problem.code, str(place), fault)).encode()).hexdigest()
    return {
        "description": visible(f"{fault}; {say('saran')}: {cure}"),
        "check_name": problem.code,
        "fingerprint": known,
        "severity": "minor" if problem.severity is Severity.WARNING else "major",
        "location": {"path": place.file, "lines": {"begin": place.line or 1}},
    }
