"""A problem in Indonesian, as the command line says it, for who stands outside of it."""

from __future__ import annotations

from selebaran.model.problem import Problem, Severity
from selebaran.words.catalogue import in_indonesian
from selebaran.words.visible import visible


def said(problem: Problem) -> str:
    """Place, fault and cure on two lines."""
    fault, cure = in_indonesian(problem)
    severity = "peringatan" if problem.severity is Severity.WARNING else "error"
    lines = f"{problem.place}: {severity}[{problem.code}]: {fault}", f"  saran: {cure}"
    return "\n".join(visible(line) for line in lines)
