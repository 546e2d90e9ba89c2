"""A problem in Indonesian, for who reads it outside of the command line."""

from __future__ import annotations

from selebaran.model.problem import Problem, Severity
from selebaran.words.catalogue import MESSAGES
from selebaran.words.visible import visible


def fault_and_cure(problem: Problem) -> tuple[str, str]:
    """What is wrong, and what to do."""
    message = MESSAGES[problem.code]
    values = {name: visible(value) for name, value in dict(problem.values).items()}
    return message.fault.format(**values), message.cure_for(values).format(**values)


def said(problem: Problem) -> str:
    """Place, fault and cure on two lines, as the command line says them."""
    fault, cure = fault_and_cure(problem)
    severity = "peringatan" if problem.severity is Severity.WARNING else "error"
    return f"{visible(str(problem.place))}: {severity}[{problem.code}]: {fault}\n  saran: {cure}"
