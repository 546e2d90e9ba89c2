"""`selebaran release verify --live`: what a server gives out, held against what was published."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn
from urllib.parse import urlsplit

import click

from selebaran.cli.language import Speaker
from selebaran.cli.options import fail
from selebaran.cli.release_output import output_folder
from selebaran.cli.unwritable import ENVIRONMENT
from selebaran.cli.vouch import read_public, tell_signature
from selebaran.words.visible import visible

if TYPE_CHECKING:
    from selebaran.publish.live.compare import Finding
    from selebaran.publish.live.expected import Expected

LIVE = click.option("--live", metavar="URL", help="Periksa situs yang sedang disajikan di alamat ini.")
FROM = click.option(
    "--from",
    "given",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Bandingkan dengan manifes atau folder situs ini. Tanpa ini: dengan rilis situs itu di --out.",
)
PLANTED = ("bertambah", "kata", "mesin-pencari")
"""What intruders do, and no host by itself."""
Grouped = dict[tuple[str, str], list[str]]


@dataclass(frozen=True)
class Compared:
    """With what a site is compared: a manifest or folder that was `given`, else the release in `out`; and the public
    key that this has to be signed with."""

    given: Path | None
    out: Path | None
    key: Path | None


def verify_live(url: str, compared: Compared, project: Path, say: Speaker, *, as_json: bool) -> NoReturn:
    """Visit a site, tell what is wrong with it, and end with 1 where anything is; with 3 where nothing answers."""
    from selebaran.cli.progress_bar import Bar
    from selebaran.cli.quiet import Quiet
    from selebaran.publish.live.ask import Bounds
    from selebaran.publish.live.compare import Visit

    base = _base(url, say)
    expected = _expected(base, compared, project, say)
    shows = Bar(say, say("Memeriksa")) if sys.stderr.isatty() and not as_json else Quiet()
    with shows:
        shows.started(len(expected.asked))
        visit = Visit(base, expected, Bounds(), lambda address: shows.finished(address, built=True))
        grouped = _grouped(visit.findings())
    if [group for group, _ in grouped] == ["tidak-dijawab"] and [*grouped.values()] == [[""]]:
        cure = say("periksa alamatnya, jaringan komputer ini, dan apakah servernya menyala")
        fail(f"{say('tidak ada jawaban dari {alamat}', alamat=base)}\n  {say('saran')}: {cure}", ENVIRONMENT)
    _tell(base, grouped, len(expected.asked), say, as_json=as_json)
    sys.exit(1 if grouped else 0)


def _base(url: str, say: Speaker) -> str:
    there = urlsplit(url if "://" in url else f"https://{url}")
    if there.scheme not in ("http", "https") or not there.hostname or there.query or there.fragment:
        text = say("bukan alamat situs: '{alamat}'", alamat=url)
        fail(f"{text}\n  {say('saran')}: {say('tulis seperti https://dinkesmaju.example/')}", 2)
    return there.geturl()


def _expected(base: str, compared: Compared, project: Path, say: Speaker) -> Expected:
    """What should be there; ends with code 1, 2 or 3 where nobody knows, or nobody vouches for it."""
    from selebaran.publish.layout import provenance_of
    from selebaran.publish.live.expected import expected_from, expected_in, name_for
    from selebaran.publish.releases import current

    if given := compared.given:
        found, manifest = expected_from(given), given
        text = say("bukan manifes atau folder situs: '{berkas}'", berkas=str(given))
        cure = say("beri berkas .manifest.json, atau folder yang berisi index.html")
    else:
        folder = output_folder(compared.out, project, say)
        host = urlsplit(base).hostname or ""
        name = name_for(folder, host, _portal(project)) or ""
        found = expected_in(folder, name) if name else None
        manifest = provenance_of(folder, name, current(folder, name) or "") if found else folder
        text = say("tidak ada rilis dari '{slug}'", slug=host)
        cure = say("sebut isinya dengan --from, misalnya --from dist/situs/dinkesmaju.example")
    if found is None:
        fail(f"{text}\n  {say('saran')}: {cure}", 2)
    if compared.key:
        _refuse_unsigned(manifest, compared.key, say)
    return found


def _refuse_unsigned(manifest: Path, key: Path, say: Speaker) -> None:
    from selebaran.publish.signing import state_of_copy

    asked = read_public(key, say)
    state, known = state_of_copy(manifest, asked) if manifest.is_file() else ("tanpa-tanda", "")
    if not tell_signature(str(manifest), state, known, say):
        cure = say("bandingkan dengan manifes yang ditandatangani penerbitnya")
        fail(f"  {say('saran')}: {cure}", 1)


def _portal(project: Path) -> str | None:
    """The portal's own host, as the central list has it."""
    from selebaran.cli.options import CENTRAL_LIST
    from selebaran.read.districts import list_of

    central, _, _ = list_of((project / CENTRAL_LIST).read_bytes(), CENTRAL_LIST.as_posix())
    return central.portal


def _grouped(findings: Iterable[Finding]) -> Grouped:
    """The addresses of each finding: what a host puts into every page is told once."""
    found: Grouped = {}
    for one in findings:
        found.setdefault((one.kind, one.detail), []).append(one.address)
    return found


def _tell(base: str, grouped: Grouped, asked: int, say: Speaker, *, as_json: bool) -> None:
    if as_json:
        for (kind, detail), addresses in grouped.items():
            told = {"kind": kind, "detail": detail, "addresses": addresses}
            print(json.dumps(told, ensure_ascii=False))
        return
    for line in _lines(base, grouped, say):
        print(visible(line), file=sys.stderr)
    if not grouped:
        print(say("sama dengan yang diterbitkan: {banyak} alamat di {alamat}", banyak=asked, alamat=base))
        return
    wrong = sum(len(addresses) for addresses in grouped.values())
    print(
        say("{salah} temuan pada {banyak} alamat di {alamat}", salah=wrong, banyak=asked, alamat=base), file=sys.stderr
    )
    if any(kind in PLANTED for kind, _ in grouped):
        cure = say(
            "situs ini mungkin disusupi: ganti sandi server, hapus yang bukan milik situs, lalu pasang lagi rilisnya"
        )
    else:
        cure = say("pasang lagi rilisnya; bila server menyisipkan sesuatu, matikan itu di pengaturannya")
    print(f"  {say('saran')}: {cure}", file=sys.stderr)


def _lines(base: str, grouped: Grouped, say: Speaker) -> Iterator[str]:
    """A line for each address that is lost, changed or added; for everything else one with its first address."""
    said = kinds(say)
    for (kind, detail), addresses in grouped.items():
        each = addresses if kind in ("hilang", "berubah", "bertambah") else addresses[:1]
        more = say("(dan {banyak} alamat lain)", banyak=len(addresses) - 1) if len(each) < len(addresses) else ""
        told = ": ".join(filter(None, (said[kind], detail)))
        yield from (" ".join(filter(None, (f"{base}{address}: {told}", more))) for address in each)


def kinds(say: Speaker) -> dict[str, str]:
    """What can be wrong, in words."""
    return {
        "hilang": say("hilang"),
        "berubah": say("isinya berubah"),
        "bertambah": say("tidak seharusnya ada di sana"),
        "skrip": say("menjalankan skrip yang bukan milik situs ini"),
        "tautan": say("menuju situs yang tidak disebut halaman aslinya"),
        "kata": say("berisi kata halaman sisipan"),
        "dialihkan": say("dialihkan ke situs lain"),
        "mesin-pencari": say("lain isinya bila yang meminta mesin pencari"),
        "tidak-dijawab": say("tidak dijawab"),
        "belum": say("tidak sempat diperiksa"),
    }
