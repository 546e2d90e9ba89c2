"""Makes dist/laporan/galeri.html: every sheet, in every profile and imposition, of six districts that differ most.

Run by `make gallery`. Which pieces, profiles and forms there are is asked of the model, so that a new one needs nothing
here. The PDFs lie beside the page.
"""

from __future__ import annotations

import argparse
import math
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import jinja2
import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image, ImageStat
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from weasyprint import HTML

from selebaran.cli.language import Speaker
from selebaran.cli.show import problem_text
from selebaran.compose.edition import Composer
from selebaran.model.artifact import Download
from selebaran.model.edition import Edition
from selebaran.model.fitting import GivesWay
from selebaran.model.piece import ComposedPiece
from selebaran.model.registry import DistrictFolder, Registry
from selebaran.press.build import print_edition
from selebaran.press.giving import MARK
from selebaran.press.layout import Press
from selebaran.publish.plan import ALL_PROFILES
from selebaran.read.project import read_project

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "dist" / "laporan"
PAGE = "galeri.html"
FOLDER = "galeri"
TEMPLATE = Path(__file__).with_suffix(".html")
THUMBNAIL_DPI, HIGHEST_PX, GAP_PX = 72, 300, 6
"""The pages of a file stand side by side on one picture, of at most this height."""
INK_DPI = 50
EASTERNMOST = "Papua"


@dataclass(frozen=True)
class Sheet:
    """A file of a piece, and what is to be seen of it at a glance."""

    piece: str
    title: str
    profile: str
    form: str
    pdf: str
    picture: str
    picture_size: tuple[int, int]
    size_mm: str
    pages: int
    ink: int
    smallest_pt: float
    scale: int
    fills: str
    gone: tuple[str, ...]


@dataclass(frozen=True)
class Shown:
    """A district in the gallery: why it is there, which of its fields are filled in and which not, its sheets, and what
    is said of them."""

    slug: str
    name: str
    why: str
    filled: tuple[str, ...]
    empty: tuple[str, ...]
    sheets: tuple[Sheet, ...]
    faults: tuple[str, ...]


def main() -> None:
    """Make the gallery."""
    asked = _asked()
    registry = read_project(asked.root)
    chosen = chosen_districts(registry)
    if asked.slug:
        chosen = {slug: chosen.get(slug, "yang diminta") for slug in asked.slug}
    asked.out.mkdir(parents=True, exist_ok=True)
    composer, press = Composer(registry), Press(ROOT / ".cache")
    pieces = len(registry.pieces)
    with _bar() as bar:
        task = bar.add_task("Galeri", total=len(chosen) * pieces)
        shown = []
        for slug, why in chosen.items():
            bar.update(task, description=f"Galeri {slug}")
            shown.append(show(slug, why, composer, press, registry, asked.as_of, asked.out))
            bar.advance(task, pieces)
    (asked.out / PAGE).write_text(page_of(tuple(shown), asked.as_of), "utf-8")
    print(asked.out / PAGE)
    sys.exit(1 if any(one.faults for one in shown) else 0)


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("slug", nargs="*", help="districts in place of the six")
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--root", type=Path, default=ROOT)
    parser.add_argument("--as-of", type=date.fromisoformat, default=datetime.now(UTC).date())
    return parser.parse_args()


def _bar() -> Progress:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    return Progress(*columns, console=Console(stderr=True))


def chosen_districts(registry: Registry) -> dict[str, str]:
    """Six districts that differ most, each with why it was chosen. None is known by name."""
    folders = [registry.districts[slug] for slug in registry.slugs if slug in registry.districts]
    found: dict[str, str] = {}

    def choose(why: str, wanted: Callable[[DistrictFolder], bool], by: Callable[[DistrictFolder], int]) -> None:
        left = [folder for folder in folders if folder.slug not in found and wanted(folder)]
        if left:
            found[max(left, key=lambda folder: (by(folder), folder.slug)).slug] = why

    def letters(folder: DistrictFolder) -> int:
        return len(folder.district.name)

    choose("rekaan, semua isian terisi", lambda f: f.district.fictional, letters)
    choose("nama terpanjang", lambda f: True, letters)
    choose("tanah Papua", lambda f: EASTERNMOST in f.district.province, letters)
    choose("kota", lambda f: f.slug.startswith("kota-"), letters)
    choose("tanpa domain: tanpa kode QR", lambda f: f.district.domain is None, letters)
    choose("nama terpendek", lambda f: True, lambda f: -letters(f))
    return found


def show(slug: str, why: str, composer: Composer, press: Press, registry: Registry, as_of: date, out: Path) -> Shown:
    """Print everything of one district, into a folder of its own."""
    asked = dict.fromkeys(registry.when_asked, ALL_PROFILES)
    edition = composer.compose(slug, as_of=as_of, profiles=ALL_PROFILES, asked=asked)
    files, downloads, problems = print_edition(press, edition)
    content = {file.path: file.content for file in files}
    titles = {outcome.name: outcome.title for outcome in edition.outcomes}
    folder = Path(FOLDER) / slug
    (out / folder).mkdir(parents=True, exist_ok=True)
    sheets = tuple(_sheet(one, content[one.path], titles, gave_way(one, edition), out, folder) for one in downloads)
    name = registry.districts[slug].district.name
    faults = tuple(problem_text(found, Speaker()) for found in dict.fromkeys(problems))
    return Shown(slug, name, why, *fields(registry.districts[slug], registry.campaign.contacts), sheets, faults)


def fields(folder: DistrictFolder, offices: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What sheets may print of a district, under its keys: what is filled in, and what isn't."""
    district = folder.district
    own = district.printing
    values: dict[str, object] = {
        "domain": district.domain,
        "penerbit": district.publisher,
        "jadwal": folder.events,
        "cetak.lambang": own and own.emblem,
        "cetak.warna": own and own.colour,
        "cetak.baris": own and own.lines,
    }
    for office in offices:
        contact = district.contacts.get(office)
        given = (
            {"alamat": contact.address, "telepon": contact.phone, "wa": contact.whatsapp, "jam": contact.hours}
            if contact
            else {}
        )
        there = ", ".join(key for key, value in given.items() if value)
        values[f"kontak.{office}{f' ({there})' if there else ''}"] = contact
    return tuple(key for key in values if values[key]), tuple(key for key in values if not values[key])


def gave_way(made: Download, edition: Edition) -> tuple[str, ...]:
    """What left a sheet, or became smaller on it, with the district's texts that stood there and their lines."""
    piece = (
        next(
            piece
            for outcome in edition.outcomes
            for piece in outcome.made
            if (piece.name, piece.profile, piece.paper) == (made.piece, made.profile, made.paper)
        )
        if made.gone
        else None
    )
    return tuple(_told(way, piece) for way in made.gone if piece)


def _told(way: GivesWay, piece: ComposedPiece) -> str:
    """It, and the texts that stood there: of two that read alike, the one that it is called by."""
    root = HTML(string=piece.html).etree_element
    stood = [" ".join("".join(e.itertext()).split()) for e in root.iter() if e.get(MARK) == way.mark]
    there = [one for one in piece.elastic.filled if any(map(one.stands_in, stood))]
    meant = [one for one in there if one.called == way.called] or there
    texts = (f"{one.called}, {one.place}" for one in meant)
    return f"{way.told}: {'; '.join(dict.fromkeys(texts)) or 'tanpa isian'}"


def _sheet(made: Download, pdf: bytes, titles: dict[str, str], gone: tuple[str, ...], out: Path, folder: Path) -> Sheet:
    """Write one file with its picture, and look at it."""
    stem = Path(made.path).stem
    (out / folder / f"{stem}.pdf").write_bytes(pdf)
    document = pypdfium2.PdfDocument(pdf)
    try:
        picture = _side_by_side([_rendered(page) for page in document])
        picture.quantize(48).save(out / folder / f"{stem}.png", optimize=True)
        return Sheet(
            piece=made.piece,
            title=titles[made.piece],
            profile=made.profile,
            form=made.derivation or "",
            pdf=f"{folder.as_posix()}/{stem}.pdf",
            picture=f"{folder.as_posix()}/{stem}.png",
            picture_size=picture.size,
            size_mm=_size(document[0]),
            pages=len(document),
            ink=round(100 * _ink(document)),
            smallest_pt=smallest_pt(document),
            scale=round(100 * made.scale),
            fills=", ".join(f"{panel} {fill:.0%}" for panel, fill in made.fills),
            gone=gone,
        )
    finally:
        document.close()


def _rendered(page: pypdfium2.PdfPage) -> Image.Image:
    scale = min(THUMBNAIL_DPI / 72, HIGHEST_PX / page.get_height())
    image: Image.Image = page.render(scale=scale).to_pil()
    return image.convert("RGB")


def _side_by_side(pages: list[Image.Image]) -> Image.Image:
    width = sum(page.width for page in pages) + GAP_PX * (len(pages) - 1)
    whole = Image.new("RGB", (width, max(page.height for page in pages)), "#b9bec9")
    left = 0
    for page in pages:
        whole.paste(page, (left, 0))
        left += page.width + GAP_PX
    return whole


def _size(page: pypdfium2.PdfPage) -> str:
    width, height = (round(edge * 25.4 / 72) for edge in page.get_size())
    return f"{width} × {height} mm"


def _ink(document: pypdfium2.PdfDocument) -> float:
    """The share of ink on the mean page: 1 where all is black."""
    pages = [page.render(scale=INK_DPI / 72, grayscale=True).to_pil() for page in document]
    return sum(1 - ImageStat.Stat(page).mean[0] / 255 for page in pages) / len(pages)


def smallest_pt(document: pypdfium2.PdfDocument) -> float:
    """The smallest size in points in which a letter stands on paper; 0 where there is none."""
    return min((size for page in document for size in _sizes_pt(page)), default=0)


def _sizes_pt(page: pypdfium2.PdfPage) -> Iterator[float]:
    text, matrix = page.get_textpage(), pdfium.FS_MATRIX()
    for index in range(text.count_chars()):
        is_seen = not chr(pdfium.FPDFText_GetUnicode(text, index)).isspace()
        if is_seen and pdfium.FPDFText_GetMatrix(text, index, matrix):
            yield round(pdfium.FPDFText_GetFontSize(text, index) * math.hypot(matrix.c, matrix.d), 1)


def page_of(shown: tuple[Shown, ...], as_of: date) -> str:
    """The gallery's page."""
    environment = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True)
    return environment.from_string(TEMPLATE.read_text("utf-8")).render(shown=shown, day=as_of.isoformat())


if __name__ == "__main__":
    main()
