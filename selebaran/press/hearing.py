"""Holds a sheet for the screen against what is heard of it: the whole text in its order, each link once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from selebaran.model.piece import ComposedPiece
from selebaran.model.problem import Problem, problem
from selebaran.press.audit import Audit, letters
from selebaran.press.heard import hear
from selebaran.press.scripts import scripts_of

QUOTED = 6
"""How many pieces of text are quoted where what is heard leaves what was written."""


def check_heard(piece: ComposedPiece, pdf: bytes, audit: Audit, district: str) -> Iterator[Problem]:
    """What is wrong with a tagged file, for those who hear it. Letters that the audit misses are its own to tell."""
    heard = hear(pdf)
    where = {"lembar": f"{piece.name} ({piece.profile})", "daerah": district}
    for rule in heard.missing:
        yield problem("layar-tanpa-tanda", piece.place, aturan=rule, **where)
    for link in dict.fromkeys(heard.links):
        yield problem("tautan-tak-terdengar", piece.place, tautan=link.target, aturan=link.rule, **where)
    at = None if audit.lost else _leaves_at(heard.pieces, audit.letters_in)
    if at is None and piece.flows and not audit.lost:
        at = heard.painted_elsewhere
    if at is not None:
        quoted = " ".join(" ".join(heard.pieces[at : at + QUOTED]).split())
        yield problem("layar-urutan", piece.place, kutipan=quoted, **where)


def _leaves_at(pieces: Sequence[str], written: str) -> int | None:
    """Which piece of what is heard doesn't follow in the source; None where all is heard as it was written.

    Letters that join or stack (Javanese, Arabic) aren't in the text layer one by one: what holds some is passed
    over."""
    if scripts_of(written):
        return _leaves_beside_scripts(pieces, written)
    end = 0
    for number, piece in enumerate(pieces):
        said = letters(piece)
        if not written.startswith(said, end):
            return number
        end += len(said)
    return None if end == len(written) else len(pieces)


def _leaves_beside_scripts(pieces: Sequence[str], written: str) -> int | None:
    end = 0
    for number, piece in enumerate(pieces):
        if scripts_of(piece) or not (said := letters(piece)):
            continue
        at = written.find(said, end)
        if at < 0 or (at > end and not scripts_of(written[end:at])):
            return number
        end = at + len(said)
    return None if end == len(written) or scripts_of(written[end:]) else len(pieces)
