"""Problems and reports as text."""

from __future__ import annotations

import json

from selebaran.cli.language import Speaker
from selebaran.model.messages import MESSAGES
from selebaran.model.problem import Problem, Severity
from selebaran.publish.report import Report


def message_of(problem: Problem, say: Speaker) -> tuple[str, str]:
    """A problem's fault and cure in words."""
    message = MESSAGES[problem.code]
    values = dict(problem.values)
    if "sisi" in values:
        values["sisi"] = say(values["sisi"])
    cure = message.cure_for(values)
    return say(message.fault, **values), say(cure, **values)


def problem_text(problem: Problem, say: Speaker) -> str:
    """Place, fault and cure on two lines."""
    fault, cure = message_of(problem, say)
    severity = say("peringatan") if problem.severity is Severity.WARNING else "error"
    return f"{problem.place}: {severity}[{problem.code}]: {fault}\n  {say('saran')}: {cure}"


def problem_json(problem: Problem, say: Speaker) -> str:
    """One line of JSON with file, line, column, code, severity, message and hint."""
    fault, cure = message_of(problem, say)
    place = problem.place
    return json.dumps(
        {
            "file": place.file,
            "line": place.line,
            "column": place.column,
            "code": problem.code,
            "severity": str(problem.severity),
            "message": fault,
            "hint": cure,
        },
        ensure_ascii=False,
    )


def report_text(report: Report, out: str, say: Speaker) -> str:
    """The closing report of a build."""
    seconds = f"{report.seconds:.1f}"
    rows = (
        (say("Daerah"), str(len(report.hosts))),
        (say("Halaman"), str(report.pages)),
        ("PDF", str(report.pdfs)),
        (say("Detik"), seconds if say.language == "en" else seconds.replace(".", ",")),
        (say("Masalah"), str(len(report.problems))),
        (say("Hasil"), out),
    )
    width = max(len(name) for name, _ in rows)
    return "\n".join(f"{name:<{width}}  {value}" for name, value in rows)
