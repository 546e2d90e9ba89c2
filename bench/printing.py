"""What sheets cost: this press with proof, other forms and thumbnails, beside a plain WeasyPrint loop on the same HTML.

`python -m bench.printing [--sample N]`. Both print the same districts in turns, each in a child of its own, so that
what else the machine does hits both. What the parent prepares for all is counted too, shared out among the sample, and
among all districts of the project.
"""

from __future__ import annotations

import argparse
import gc
import os
import time
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

from rich.console import Console
from rich.table import Table
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from selebaran.compose.edition import Composer
from selebaran.jobs.collecting import SELDOM, uncollected
from selebaran.model.edition import Edition
from selebaran.model.piece import PAGE_HEAD, QR, ComposedPiece
from selebaran.press.build import print_edition
from selebaran.press.fetcher import SealedFetcher
from selebaran.press.fonts import font_files
from selebaran.press.layout import HEAD_FONT, VARIANTS, Press
from selebaran.press.page_head import page_head_svg
from selebaran.press.qr import qr_svg
from selebaran.publish.plan import PROFILES
from selebaran.read.project import read_project

ROOT = Path(__file__).resolve().parent.parent
DAY = date(2026, 11, 21)


def plain_pdf(piece: ComposedPiece, fonts: dict[str, bytes]) -> bytes:
    """A sheet as one would print it first: fresh fonts and stylesheets, as drawn, nothing measured, nothing proved."""
    qr = {QR: qr_svg(piece.qr_url)} if piece.qr_url else {}
    head = {PAGE_HEAD: page_head_svg(piece.page_head, fonts[HEAD_FONT])} if piece.page_head else {}
    fetcher, config = SealedFetcher({**fonts, **piece.assets, **qr, **head}), FontConfiguration()
    page = f"@page {{ size: {piece.width_mm}mm {piece.height_mm}mm }}"
    styles = [
        CSS(string=css, base_url="asset:", url_fetcher=fetcher, font_config=config)
        for css in (*piece.stylesheets, page)
        if css
    ]
    variant = VARIANTS.get(piece.profile, {}).get("pdf_variant")
    html = HTML(string=piece.html, base_url="asset:", url_fetcher=fetcher)
    return html.write_pdf(stylesheets=styles, font_config=config, pdf_variant=variant) or b""


def plain_fonts(cache: Path) -> dict[str, bytes]:
    """The fonts of sheets, by address."""
    return {f"asset:huruf/{name}": body for name, body in font_files(cache).items()}


def cpu_of(work: Callable[[], object]) -> float:
    """The processor time of something done in a child."""
    child = os.fork()
    if not child:
        work()
        os._exit(0)
    _, status, used = os.wait4(child, 0)
    assert status == 0
    return used.ru_utime + used.ru_stime


def measured(editions: Iterable[Edition], press: Press) -> list[tuple[str, float, float]]:
    """Each district with the seconds of this press and those of the plain loop."""
    fonts = plain_fonts(ROOT / ".cache")

    def ours(edition: Edition) -> None:
        gc.set_threshold(SELDOM)  # as a child of a build does
        print_edition(press, edition)

    def plainly(edition: Edition) -> None:
        for piece in edition.pieces:
            plain_pdf(piece, fonts)

    return [
        (one.slug, cpu_of(lambda one=one: ours(one)), cpu_of(lambda one=one: plainly(one)))  # type: ignore[misc]
        for one in editions
    ]


def tell(slugs: Iterable[str], every: int) -> None:
    """Measure and print; `every` is how many districts there are."""
    composer, press = Composer(read_project(ROOT)), Press(ROOT / ".cache")
    composer.warm()
    editions = [composer.compose(slug, as_of=DAY, profiles=PROFILES) for slug in slugs]
    with uncollected():  # as a build does it
        begun = time.process_time()
        press.prepare(composer.sheets_for_none(DAY, PROFILES, ("a4",), published=False))
        prepared = time.process_time() - begun
    table = Table("sheets", "ours, cpu s", "plain, cpu s", "plain = 1")
    found = measured(editions, press)
    for slug, ours, plain in found:
        table.add_row(slug, f"{ours:.2f}", f"{plain:.2f}", f"{ours / plain:.2f}")
    all_ours, all_plain = sum(row[1] for row in found) / len(found), sum(row[2] for row in found) / len(found)
    table.add_row("a district", f"{all_ours:.2f}", f"{all_plain:.2f}", f"{all_ours / all_plain:.2f}")
    for count in dict.fromkeys((len(editions), every)):
        whole = all_ours + prepared / count
        said = f"of {count}, {prepared:.2f} prepared"
        table.add_row(said, f"{whole:.2f}", f"{all_plain:.2f}", f"{whole / all_plain:.2f}")
    Console(width=110).print(table)


def main() -> None:
    """Of districts all over the list."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("slugs", nargs="*")
    parser.add_argument("--sample", type=int, default=6)
    given = parser.parse_args()
    names = sorted(p.name for p in (ROOT / "districts").iterdir() if p.is_dir() and p.name[0] not in "_.")
    tell(given.slugs or names[:: max(1, len(names) // given.sample)][: given.sample], len(names))


if __name__ == "__main__":
    main()
