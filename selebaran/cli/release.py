"""`selebaran release`: the releases of each site: which there are, back to an older one, whether all are whole."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from selebaran.cli.language import Language, Speaker
from selebaran.cli.live import FROM, LIVE, Compared, verify_live
from selebaran.cli.options import Command, Group, Lazy, fail, help_when_bare
from selebaran.cli.release_output import SHORT, name_of, output_folder, shown
from selebaran.cli.shared_options import JSON, LANG, OUT, ROOT, found_root, slugs_of
from selebaran.cli.vouch import PUBLIC_KEY, key_command, sign_command, tell_signatures

if TYPE_CHECKING:
    from selebaran.publish.releases import Release
    from selebaran.publish.verify import Damage

MOST_TOLD = 50
"""Damage that is told one by one."""


LATE = {
    "deploy": Lazy(
        "selebaran.cli.deploy",
        "deploy_command",
        "Tulis pengaturan lengkap untuk server atau hos yang menyajikan situs.",
    ),
    "schedule": Lazy(
        "selebaran.cli.schedule",
        "schedule_command",
        "Tulis jadwal: menerbitkan yang berubah setiap hari, dan memeriksa fakta setiap minggu.",
    ),
}


@click.group("release", cls=Group, lazy=LATE, options_metavar="[PILIHAN]", subcommand_metavar="PERINTAH [ARGUMEN]...")
@LANG
@click.pass_context
def release_commands(context: click.Context, lang: Language) -> None:
    """Rilis: situs yang pernah terpasang. Kembali ke yang lama, dan memeriksa yang tersimpan."""
    help_when_bare(context)


@release_commands.command("list", cls=Command, options_metavar="[PILIHAN]")
@click.argument("slug", metavar="[SLUG]", required=False, shell_complete=slugs_of)
@OUT
@LANG
@ROOT
def list_releases(slug: str | None, out: Path | None, lang: Language, root: Path | None) -> None:
    """Sebut rilis tiap situs yang tersimpan, yang terpasang bertanda *.

    Waktu adalah saat rilis itu dipasang. Tiga yang terakhir disimpan."""
    from selebaran.cli.table import table
    from selebaran.publish.layout import names_in
    from selebaran.publish.releases import current, recorded

    say = Speaker(lang)
    project = found_root(root, say)
    folder = output_folder(out, project, say)
    names = (name_of(slug, folder, project, say),) if slug else names_in(folder)
    rows: list[tuple[str, ...]] = [
        (name, f"{one.name[:SHORT]}{'*' if one.name == current(folder, name) else ''}", _day(one), _kind(one, say))
        for name in names
        for one in reversed(recorded(folder, name) or ())
    ]
    print(table(rows) if rows else say("belum ada rilis di '{folder}'", folder=shown(folder)))


@release_commands.command("rollback", cls=Command, options_metavar="[PILIHAN]")
@click.argument("slug", metavar="SLUG", shell_complete=slugs_of)
@click.argument("release", metavar="[RILIS]", required=False)
@OUT
@LANG
@ROOT
def rollback(slug: str, release: str | None, out: Path | None, lang: Language, root: Path | None) -> None:
    """Pasang lagi rilis yang lama, seketika. SLUG boleh juga alamat situs, atau portal.

    Tanpa RILIS: yang terpasang sebelum yang sekarang. Build berikutnya memasang yang baru lagi."""
    from selebaran.cli.output import alone_in
    from selebaran.cli.unwritable import told_without_trace
    from selebaran.publish.rollback import IsDamaged, IsPreview, NoSuchRelease, roll_back

    say = Speaker(lang)
    project = found_root(root, say)
    folder = output_folder(out, project, say)
    name = name_of(slug, folder, project, say)
    with told_without_trace(say, folder), alone_in(folder, say):
        try:
            now = roll_back(folder, name, release)
        except NoSuchRelease:
            text = say("{situs} tidak punya rilis itu", situs=name)
            fail(f"{text}\n  {say('saran')}: {say('lihat yang ada: selebaran release list {slug}', slug=slug)}", 2)
        except IsPreview:
            text = say("rilis itu pratinjau, dan yang terpasang sudah terbit; pratinjau bukan untuk warga")
            cure = say(
                "sebut rilis yang terbit (selebaran release list {slug}), atau betulkan lalu build --publish", slug=slug
            )
            fail(f"{text}\n  {say('saran')}: {cure}", 2)
        except IsDamaged as found:
            _tell(found.damage, folder, say)
            fail(say("rilis itu rusak, jadi tidak dipasang"), 1)
    print(say("terpasang: {situs} {rilis}", situs=name, rilis=now.name[:SHORT]))


@release_commands.command("verify", cls=Command, options_metavar="[PILIHAN]")
@LIVE
@FROM
@PUBLIC_KEY
@JSON
@OUT
@LANG
@ROOT
def verify(
    live: str | None,
    given: Path | None,
    key: Path | None,
    as_json: bool,
    out: Path | None,
    lang: Language,
    root: Path | None,
) -> None:
    """Periksa semua yang tersimpan, berkas demi berkas: hilang, bertambah, berubah, terpotong, tautan yang salah.

    Dengan --live: periksa situs yang sedang disajikan, dan cari halaman yang disisipkan orang lain."""
    from selebaran.cli.output import alone_in
    from selebaran.cli.unwritable import told_without_trace
    from selebaran.publish.layout import names_in
    from selebaran.publish.verify import damage_in

    say = Speaker(lang)
    if live:
        verify_live(live, Compared(given, out, key), found_root(root, say), say, as_json=as_json)
    folder = output_folder(out, found_root(root, say), say)
    with told_without_trace(say, folder), alone_in(folder, say):
        damage = damage_in(folder)
    _tell(damage, folder, say, as_json=as_json)
    unsigned = tell_signatures(folder, key, say)
    if damage:
        text = say("{banyak} kerusakan", banyak=len(damage))
        cure = say("bangun lagi daerahnya; yang terpasang lalu utuh. Rilis lama yang rusak jangan dipasang lagi")
        fail(f"{text}\n  {say('saran')}: {cure}", 1)
    print(say("utuh: {banyak} situs", banyak=len(names_in(folder))))
    if unsigned:
        cure = say("periksa siapa yang memasangnya, lalu tandatangani: selebaran release sign --key FILE")
        fail(f"{say('{banyak} situs tanpa tanda tangan yang sah', banyak=unsigned)}\n  {say('saran')}: {cure}", 1)


@release_commands.command("gc", cls=Command, options_metavar="[PILIHAN]")
@OUT
@LANG
@ROOT
def collect_garbage(out: Path | None, lang: Language, root: Path | None) -> None:
    """Buang yang tidak diperlukan rilis mana pun, misalnya sisa build yang terputus. Yang terpasang selalu tetap."""
    from selebaran.cli.output import alone_in
    from selebaran.cli.unwritable import told_without_trace
    from selebaran.publish.collect import collect

    say = Speaker(lang)
    folder = output_folder(out, found_root(root, say), say)
    with told_without_trace(say, folder), alone_in(folder, say):
        gone = collect(folder)
    megabytes = f"{gone.size / 1e6:.1f}"
    size = megabytes if lang == "en" else megabytes.replace(".", ",")
    print(
        say("dibuang: {rilis} rilis, {berkas} berkas, {ukuran} MB", rilis=gone.releases, berkas=gone.files, ukuran=size)
    )
    if gone.unread:
        fail(say("daftar berkas tidak terbaca: {berkas}", berkas=", ".join(map(str, gone.unread[:3]))), 1)


def _tell(damage: tuple[Damage, ...], folder: Path, say: Speaker, *, as_json: bool = False) -> None:
    """A line for each damage, on standard error; as JSON, on standard output."""
    if as_json:
        for one in damage:
            print(json.dumps({"kind": one.kind, "file": one.path.relative_to(folder).as_posix()}, ensure_ascii=False))
        return
    said = {
        "hilang": say("hilang"),
        "asing": say("tidak seharusnya ada di sana"),
        "berubah": say("isinya berubah"),
        "terpotong": say("terpotong"),
        "bukan-berkas": say("bukan berkas biasa"),
        "terpisah": say("bukan lagi berkas yang sama dengan yang di gudang"),
        "tautan-salah": say("tautannya menuju tempat yang salah"),
        "rusak": say("daftarnya rusak"),
    }
    for one in damage[:MOST_TOLD]:
        print(f"{one.path.relative_to(folder)}: {said[one.kind]}", file=sys.stderr)
    if len(damage) > MOST_TOLD:
        print(say("  dan {banyak} lainnya", banyak=len(damage) - MOST_TOLD), file=sys.stderr)


def _day(release: Release) -> str:
    """When a release became current, by the clock of this machine."""
    return f"{release.since.astimezone():%Y-%m-%d %H:%M}"


def _kind(release: Release, say: Speaker) -> str:
    if release.published is None:
        return "–"
    return say("terbit") if release.published else say("pratinjau")


release_commands.add_command(key_command)
release_commands.add_command(sign_command)
