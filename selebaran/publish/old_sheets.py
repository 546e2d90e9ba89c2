"""The sheets of an earlier build: what a build of the site alone offers of them, and what becomes of them in a site to
which a build of the sheets alone adds its own.

What a build of the sheets alone would have made and did not (a sheet that was refused or is withheld, one on a paper
that the office has no more), and what the district makes no more, goes: whoever opens the folder prints what lies
there. Profiles that were not asked for stay.
"""

from __future__ import annotations

import shutil
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from selebaran.model.artifact import Download, PrintFile
from selebaran.model.edition import Edition
from selebaran.model.piece import PieceSpec, print_path, thumbnail_path, ticket_paths
from selebaran.model.problem import Place, Problem, warning
from selebaran.model.sizes import PAPERS_OF_OFFICES, Profile
from selebaran.press.thumbnail import picture_size
from selebaran.publish.kept import note_path

DOWNLOADS = "unduh"
OFFER = f"{DOWNLOADS}/index.html"
"""The page that offers sheets. Only a build of the site makes it anew."""


def take_away_old(
    root: Path, edition: Edition, printed: Collection[str], profiles: tuple[Profile, ...]
) -> Iterator[Problem]:
    """Take away from a site what no longer belongs beside the sheets that were `printed`, and name what its page still
    offers of that."""
    pieces = {outcome.name: outcome.source.spec for outcome in edition.outcomes}
    gone: list[str] = []
    for folder in sorted(path for path in (root / DOWNLOADS).glob("*") if path.is_dir()):
        spec = pieces.get(folder.name)
        stays = {*printed, *(_kept(folder.name, spec, profiles) if spec else ())}
        paths = (path.relative_to(root).as_posix() for path in sorted(folder.rglob("*.pdf")))
        gone += (path for path in paths if path not in stays)
        _take_away(root, folder, gone)
    if offered := _offered(root / OFFER, gone):
        yield warning("lembar-lama-dihapus", Place(f"districts/{edition.slug}"), berkas=offered, slug=edition.slug)


def _offered(page: Path, gone: Iterable[str]) -> str:
    """The names of files that are gone and to which the page still leads."""
    text = page.read_text("utf-8") if page.is_file() else ""
    return ", ".join(Path(path).stem for path in gone if path.removeprefix(f"{DOWNLOADS}/") in text)


def _kept(piece: str, spec: PieceSpec, profiles: tuple[Profile, ...]) -> Iterator[str]:
    """Files that a build doesn't make whatever becomes of it."""
    yield from (print_path(piece, *form) for form in spec.files(PAPERS_OF_OFFICES) if form.profile not in profiles)
    if "percetakan" not in profiles:
        yield from ticket_paths(piece)


def _take_away(root: Path, folder: Path, gone: Iterable[str]) -> None:
    """The files that are gone, a job ticket's other half with it; and the folder where no sheet is left."""
    for path in gone:
        (root / path).unlink(missing_ok=True)
        if path == ticket_paths(folder.name)[0]:
            (root / ticket_paths(folder.name)[1]).unlink(missing_ok=True)
    if not any(folder.rglob("*.pdf")):
        shutil.rmtree(folder)


def printed_before(old: Path, edition: Edition) -> tuple[list[PrintFile], list[Download]]:
    """The print files that an earlier build left, so that a build of the site alone still offers them."""
    printed: list[PrintFile] = []
    downloads: list[Download] = []
    for piece in (outcome.source for outcome in edition.outcomes):
        small = thumbnail_path(piece.name)
        if not (old / small).is_file():
            continue
        picture = PrintFile(small, (old / small).read_bytes())
        ticket, data = ticket_paths(piece.name)
        beside = [path for path in (ticket, data, note_path(piece.name)) if (old / path).is_file()]
        printed += [picture, *(PrintFile(path, (old / path).read_bytes()) for path in beside)]
        with_ticket = {"percetakan": ticket} if ticket in beside else {}
        for form in piece.spec.files(PAPERS_OF_OFFICES):
            path = print_path(piece.name, *form)
            if (old / path).is_file():
                pdf = PrintFile(path, (old / path).read_bytes())
                printed.append(pdf)
                size = picture_size(picture.content)
                made = Download(piece.name, *form, path, len(pdf.content), small, size)
                downloads.append(replace(made, ticket=with_ticket.get(form.profile)))
    return printed, downloads
