"""`selebaran piece new`: begins a print piece, which builds as it is."""

from __future__ import annotations

import os
import re
from pathlib import Path

import click

from selebaran.cli.language import Language, Speaker
from selebaran.cli.options import Command, Group, fail, help_when_bare, project_root
from selebaran.cli.shared_options import LANG, ROOT, found_root
from selebaran.cli.sound import whole_registry
from selebaran.cli.unwritable import write_new
from selebaran.compose.piece.blank import BlankPiece, blank_piece, has_parts
from selebaran.compose.piece.formats import formats
from selebaran.model.page import HOME, PageSource
from selebaran.model.registry import Registry
from selebaran.words.near import nearest
from selebaran.words.visible import visible

PIECES = "printables"
NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
FORMATS = formats()
LONGEST_NAME, LONGEST_TITLE = 40, 60
TITLE = re.compile(r"[^\W_][\w .,?!'’()–-]*")
"""A title that needs no quotes, wherever it stands: in YAML, on a page, on paper."""
CODES = "bcdefghij"
"""How codes of pieces begin for which nobody chose one."""


def _pages(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    """The shared pages that one which is being typed may become, for the shell."""
    root = project_root(ctx.params.get("root"))
    found = sorted(path.stem for path in (root / "content").glob("*.md")) if root else []
    return [name for name in found if name.startswith(incomplete)]


@click.group("piece", cls=Group, options_metavar="[PILIHAN]", subcommand_metavar="PERINTAH [ARGUMEN]...")
@LANG
@click.pass_context
def piece_commands(context: click.Context, lang: Language) -> None:
    """Lembar cetak: mulai yang baru."""
    help_when_bare(context)


@piece_commands.command("new", cls=Command, options_metavar="[PILIHAN]")
@click.argument("name", metavar="NAMA")
@click.option(
    "--format",
    "chosen",
    type=click.Choice(tuple(FORMATS)),
    metavar="BENTUK",
    required=True,
    help="Kertas dan lipatannya: z, tiga, buku, a4, a5, a5-mendatar, dan lainnya.",
)
@click.option(
    "--halaman",
    metavar="HALAMAN",
    shell_complete=_pages,
    help="Halaman yang isinya dipakai. Tanpa ini: halaman pertama di menu.",
)
@click.option("--judul", metavar="TEKS", help="Judul lembar. Tanpa ini: judul halamannya.")
@click.option("--bila-diminta", is_flag=True, help="Lembar ini hanya dibuat bila namanya disebut saat membangun.")
@LANG
@ROOT
def new_piece(
    name: str,
    chosen: str,
    halaman: str | None,
    judul: str | None,
    bila_diminta: bool,
    lang: Language,
    root: Path | None,
) -> None:
    """Mulai satu lembar cetak, yang langsung dapat dibangun, dengan isi dari satu halaman.

    NAMA menjadi nama folder dan berkasnya: huruf kecil, angka, dan tanda hubung. Yang sudah ada tidak diubah."""
    say = Speaker(lang)
    project = found_root(root, say)
    _check_name(name, project / PIECES / name, say)
    registry = whole_registry(project, say)
    page = _page(halaman, registry, say)
    form = FORMATS[chosen]
    drawings = tuple(one for one in form.pictures if one in registry.drawings)
    title, code = _title(judul, page, name, say), _free_code(registry)
    piece = BlankPiece(name, title, code, page.slug, form, drawings, bila_diminta)
    for file, text in blank_piece(piece, registry.pages).items():
        write_new(project / PIECES / name / file, text, say)
        print(say("dibuat: {berkas}", berkas=f"{PIECES}/{name}/{file}"))
    _tell_next(piece, registry, say)


def _check_name(name: str, folder: Path, say: Speaker) -> None:
    """Ends with code 2 where no piece can have this name, or something has it."""
    if not NAME.fullmatch(name) or len(name) > LONGEST_NAME:
        fault = say("nama lembar '{nama}' tidak dapat dipakai", nama=name)
        cure = say("pakai huruf kecil, angka, dan tanda hubung, paling banyak 40; contoh: leaflet-gizi")
        fail(f"{fault}\n  {say('saran')}: {cure}", 2)
    if os.path.lexists(folder):
        fault = say("tidak ada yang dibuat: '{folder}' sudah ada", folder=f"{PIECES}/{name}")
        fail(f"{fault}\n  {say('saran')}: {say('pilih nama lain; isi folder itu tidak diubah')}", 2)


def _page(wanted: str | None, registry: Registry, say: Speaker) -> PageSource:
    """The page that the piece is about: the one that is asked for, else the first of the menu that has parts."""
    pages = {page.slug: page for page in registry.pages}
    if wanted and wanted not in pages:
        text = say("tidak ada halaman bersama '{nama}'", nama=wanted)
        if maksud := nearest(wanted, pages):
            text += "; " + say("maksudnya '{maksud}'?", maksud=maksud)
        fail(text, 2)
    return pages[wanted] if wanted else min(pages.values(), key=_rank)


def _rank(page: PageSource) -> tuple[bool, bool, bool, int, str]:
    """Which page comes first: one with parts, other than the home page, in the order of the menu."""
    place = page.front.menu
    return page.slug == HOME, not has_parts(page), place is None, place or 0, page.slug


def _title(given: str | None, page: PageSource, name: str, say: Speaker) -> str:
    """The piece's title; ends with code 2 where the one that is asked for can't be one."""
    if given is not None and (not TITLE.fullmatch(given) or len(given) > LONGEST_TITLE):
        fault = say("judul '{judul}' tidak dapat dipakai", judul=given)
        cure = say("pakai huruf, angka, spasi, dan tanda baca biasa, paling banyak 60 huruf")
        fail(f"{fault}\n  {say('saran')}: {cure}", 2)
    own = page.front.title
    usual = own if TITLE.fullmatch(own) and len(own) <= LONGEST_TITLE else name.replace("-", " ").capitalize()
    return given or usual


def _free_code(registry: Registry) -> str:
    """A code that no piece has, and no sheet of paper had."""
    on_paper = (edition.code for folder in registry.districts.values() for edition in folder.ledger)
    taken = {piece.spec.code for piece in registry.pieces} | {code.partition("-")[0] for code in on_paper}
    return next(code for letter in CODES for number in range(1, 100) if (code := f"{letter}{number}") not in taken)


def _tell_next(piece: BlankPiece, registry: Registry, say: Speaker) -> None:
    """What to do next, and which districts have to name the piece before they make it."""
    name = piece.name
    folders = [registry.districts[slug] for slug in registry.slugs if slug in registry.districts]
    chosen = [folder for folder in folders if folder.district.printing and folder.district.printing.pieces]
    choosing = [] if piece.when_asked else chosen
    for folder in choosing:
        place = visible(str(folder.places["daerah.yml"].of("cetak", "lembar", key=True)))
        values = {"daerah": folder.slug, "lembar": name, "tempat": place}
        print(say("{daerah} memilih lembarnya sendiri: tambahkan '{lembar}' di {tempat}", **values))
    making = next((folder.slug for folder in folders if folder not in choosing), "")
    print(say("berikutnya, lihat hasilnya:"))
    asking = f"--lembar {name}" if piece.when_asked else ""
    print(" ".join(filter(None, ("  selebaran build", making, "--only print", asking))))
    print(say("lalu ubah isi panelnya di {berkas}, dan bangun lagi", berkas=f"{PIECES}/{name}/piece.yml"))
