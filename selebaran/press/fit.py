"""Copyfitting: the largest scale at which the text of a piece fits, one for all of its panels that may shrink.

A panel's stylesheet multiplies what may shrink by `var(--pas)`: `font-size: calc(14pt * var(--pas))`. A piece of one
district never changes another's, because each finds its own scale.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass

from weasyprint.document import Document

from selebaran.model.piece import Fit
from selebaran.press.audit import Audit

STEP = 0.02


@dataclass(frozen=True)
class Trial:
    """A piece as it was laid out once."""

    document: Document
    audit: Audit
    warnings: tuple[str, ...]
    scale: float = 1.0


def fitted(fit: Fit | None, lay_out: Callable[[str], Trial]) -> Trial:
    """The trial with the largest text that fits. Where none fits: the one with the smallest text that may be read, so
    that the report says what is still too long."""
    best = lay_out("")
    if fit is None or not best.audit.overflows or not _may_help(fit, best.audit):
        return best
    names = ", ".join(f'[data-panel="{name}"]' for name in fit.panels)
    for number in range(1, int((1 - fit.smallest) / STEP + 1e-6) + 1):
        scale = round(1 - STEP * number, 3)
        trial = dataclasses.replace(lay_out(f"{names} {{ --pas: {scale} }}"), scale=scale)
        if not _is_readable(fit, trial.audit):
            break
        best = trial
        if not trial.audit.overflows:
            break
    return best


def _may_help(fit: Fit, found: Audit) -> bool:
    return all(over.panel in fit.panels for over in found.overflows)


def _is_readable(fit: Fit, found: Audit) -> bool:
    return all(r.body_pt >= fit.body_pt - 0.01 for r in found.panels if r.panel in fit.panels and r.body_pt)
