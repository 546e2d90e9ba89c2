"""Options that several commands have, and what is meant by them."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from pathlib import Path

import click

from selebaran import __version__
from selebaran.cli.language import Speaker
from selebaran.cli.options import fail, project_root, speaker

ROOT = click.option("--root", type=click.Path(path_type=Path), metavar="FOLDER", help="Folder proyek.")


def _named(context: click.Context, parameter: click.Parameter, given: str | None) -> Path | None:
    """The folder that was named. An empty name is a variable of a script that has no value, and no folder."""
    if given == "":
        say = speaker(context)
        text = say("--out tidak menyebut folder apa pun")
        fail(f"{text}\n  {say('saran')}: {say('sebut foldernya, misalnya --out dist, atau hapus --out')}", 2)
    return Path(given) if given else None


OUT = click.option(
    "--out",
    type=click.Path(),
    callback=_named,
    metavar="FOLDER",
    help="Tempat hasil. Tanpa ini: dist/ di folder proyek.",
)
LANG = click.option(
    "--lang",
    type=click.Choice(["id", "en"]),
    default=lambda: speaker(click.get_current_context()).language,
    help="Bahasa pesan dan bantuan.",
)
AS_OF = click.option("--as-of", metavar="TANGGAL", help="Hari yang dilihat, contoh 2026-11-26. Tanpa ini: hari ini.")
EPOCH = "SOURCE_DATE_EPOCH"
YEARS = (1970, 2100)
"""The first and the last year of which a day may be asked for."""
PROFILES = ("layar", "kantor", "hemat", "percetakan", "besar", "semua")
"""What --profil takes. A test holds it against `Profile`, which is not loaded for a help text."""
PROFILES_ASKED = click.option(
    "--profil", type=click.Choice(PROFILES), multiple=True, help="Bentuk lembar cetak. Boleh lebih dari satu."
)
PAPERS = ("a4", "f4", "keduanya")
"""What --kertas takes. A test holds it against `Paper`."""
PAPERS_ASKED = click.option(
    "--kertas",
    type=click.Choice(PAPERS, case_sensitive=False),
    help="Kertas kantor dan fotokopi. Tanpa ini: menurut daerah.yml.",
)
ICC = click.option(
    "--icc",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="BERKAS",
    help="Profil warna (ICC) dari percetakan, untuk --profil percetakan.",
)
JSON = click.option("--json", "as_json", is_flag=True, help="Cetak sebagai JSON.")


def _version(ctx: click.Context, param: click.Parameter, asked: bool) -> None:
    if asked and not ctx.resilient_parsing:
        print(f"selebaran {__version__}")
        ctx.exit()


VERSION = click.option(
    "--version", is_flag=True, expose_value=False, is_eager=True, callback=_version, help="Tampilkan versi program ini."
)


def slugs_of(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    """The slugs that one which is being typed may become, for the shell."""
    from selebaran.read.glance import listed_slugs  # late: help texts need no YAML

    root = project_root(ctx.params.get("root"))
    return [slug for slug in (listed_slugs(root) if root else ()) if slug.startswith(incomplete)]


def sheets_of(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    """The pieces that a name which is being typed may become, for the shell; of a list, its last one."""
    root = project_root(ctx.params.get("root"))
    before, comma, last = incomplete.rpartition(",")
    known = sorted(path.parent.name for path in (root / "printables").glob("*/piece.yml")) if root else []
    return [f"{before}{comma}{name}" for name in (*known, "semua") if name.startswith(last)]


SHEETS_ASKED = click.option(
    "--lembar",
    multiple=True,
    metavar="NAMA",
    shell_complete=sheets_of,
    help="Buat juga lembar ini, yang hanya dibuat bila diminta. Boleh beberapa, dipisah koma; semua: semuanya.",
)


AREA_ASKED = click.option(
    "--kecamatan",
    metavar="NAMA",
    help="Bersama --lembar: kode QR lembar itu membuka halaman kecamatan ini.",
)
SHARING = click.option(
    "--bagikan",
    is_flag=True,
    help="Buat juga gambar untuk WhatsApp dan media sosial, dan satu PDF untuk tiap kegiatan.",
)
LAYOUTS = ("link", "copy")
"""What --layout takes. A test holds it against `Layout`."""
LAYOUT = click.option(
    "--layout",
    type=click.Choice(LAYOUTS),
    help="Situs sebagai tautan ke rilis (link), atau sebagai folder biasa (copy). Tanpa ini: link, bila dapat.",
)
CLUSTER = click.option(
    "--cluster",
    metavar="ALAMAT",
    help="Kerjakan di klaster Dask: tls://server:8786, atau local:4 untuk empat pekerja di komputer ini.",
)
CERTIFICATES = click.option(
    "--cluster-certs",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="FOLDER",
    help="Folder berisi ca.pem, cert.pem, dan key.pem untuk klaster tls://.",
)
SLUG = click.argument("slug", metavar="SLUG", shell_complete=slugs_of)
SLUGS = click.argument("slug", nargs=-1, metavar="[SLUG]...", shell_complete=slugs_of)


def found_root(root: Path | None, say: Speaker) -> Path:
    """The project folder; ends with code 2 where there is none."""
    project = project_root(root)
    if project is None:
        text = say(
            "bukan folder proyek Selebaran: districts/_daftar.yml tidak ada di '{folder}'", folder=str(root or ".")
        )
        fail(f"{text}\n  {say('saran')}: {say('masuk ke folder proyek, atau sebut tempatnya dengan --root FOLDER')}", 2)
    return project


def day_given(given: str | None, say: Speaker, option: str = "--as-of") -> date:
    """The day of an option, else of SOURCE_DATE_EPOCH, else today; ends with code 2 when it can't be read."""
    return day_asked(given, say, option) or datetime.now(UTC).date()


def day_asked(given: str | None, say: Speaker, option: str = "--as-of") -> date | None:
    """The day of an option, else of SOURCE_DATE_EPOCH (reproducible-builds.org); None where nobody named one."""
    if given:
        return day_read(given, say, option)
    epoch = os.environ.get(EPOCH)
    try:
        return near_day(datetime.fromtimestamp(int(epoch), UTC).date(), say, EPOCH) if epoch else None
    except (ValueError, OverflowError, OSError):
        fail(say("SOURCE_DATE_EPOCH harus berupa banyaknya detik sejak 1970"), 2)


def day_read(given: str, say: Speaker, option: str = "--as-of") -> date:
    """The day that somebody typed for an option; ends with code 2 when it can't be read, or lies too far off."""
    try:
        return near_day(date.fromisoformat(given), say, option)
    except ValueError:
        fail(say("tanggal '{isi}' tidak terbaca; tulis tahun-bulan-hari, contoh 2026-11-26", isi=given), 2)


def near_day(day: date, say: Speaker, place: str) -> date:
    """The day; ends with code 2, and with its place, for one that no file's time stamp can hold."""
    first, last = YEARS
    if not first <= day.year <= last:
        text = say(
            "{tempat}: tahun {tahun:04} terlalu jauh; sebut hari dari tahun {awal} sampai {akhir}, contoh 2026-11-26",
            tempat=place, tahun=day.year, awal=first, akhir=last,
        )  # fmt: skip
        fail(text, 2)
    return day


def with_ending(path: Path, ending: str) -> Path:
    """A file's name with the ending by which programs, and `selebaran intake`, know what it is."""
    return path if path.suffix.lower() == ending else path.with_name(f"{path.name}{ending}")
