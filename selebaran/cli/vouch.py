"""`selebaran release key` and `sign`: a key of the publisher's own, and releases signed with it; whether they are."""

from __future__ import annotations

import sys
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, NoReturn

import click

from selebaran.cli.language import Language, Speaker
from selebaran.cli.options import Command, fail
from selebaran.cli.release_output import SHORT, name_of, output_folder
from selebaran.cli.shared_options import LANG, OUT, ROOT, found_root, slugs_of
from selebaran.cli.unwritable import ENVIRONMENT, cannot_write

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    from selebaran.publish.signing import State

PUBLIC_KEY = click.option(
    "--key", type=click.Path(path_type=Path), metavar="FILE", help="Kunci publik: semua yang terpasang harus bertanda."
)


@click.command("key", cls=Command, options_metavar="[PILIHAN]")
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@LANG
def key_command(file: Path, lang: Language) -> None:
    """Buat kunci untuk menandatangani rilis: kunci rahasia di FILE, dan kunci publik di sebelahnya.

    Simpan kunci rahasia di luar folder proyek, di luar server situs. Kunci publik boleh diberikan kepada siapa saja."""
    from selebaran.publish.signing import known_by, make_key, public_key

    say = Speaker(lang)
    try:
        public = make_key(file)
    except OSError as error:
        cannot_write(file, error, say)
    print(say("kunci rahasia: {berkas}", berkas=str(file)))
    print(say("kunci publik: {berkas} ({kunci})", berkas=str(public), kunci=known_by(public_key(public))))


@click.command("sign", cls=Command, options_metavar="[PILIHAN]")
@click.argument("slug", metavar="[SLUG]", required=False, shell_complete=slugs_of)
@click.option("--key", type=click.Path(path_type=Path), metavar="FILE", required=True, help="Kunci rahasia.")
@OUT
@LANG
@ROOT
def sign_command(slug: str | None, key: Path, out: Path | None, lang: Language, root: Path | None) -> None:
    """Tandatangani rilis yang terpasang: daftar berkasnya, dan dari apa masing-masing dibuat.

    SLUG boleh juga alamat situs, atau portal. Tanpa SLUG: semua situs."""
    from selebaran.cli.output import alone_in
    from selebaran.cli.unwritable import told_without_trace
    from selebaran.publish.layout import names_in
    from selebaran.publish.signing import KeyUnreadable, is_open_to_others, known_by, private_key, sign

    say = Speaker(lang)
    project = found_root(root, say)
    folder = output_folder(out, project, say)
    names = (name_of(slug, folder, project, say),) if slug else names_in(folder)
    try:
        secret = private_key(key)
    except (KeyUnreadable, OSError):
        _no_key(key, say("buat kunci: selebaran release key FILE; atau openssl genpkey -algorithm ed25519"), say)
    if is_open_to_others(key):
        print(
            say("kunci rahasia '{berkas}' terbaca oleh pengguna lain di komputer ini", berkas=str(key)), file=sys.stderr
        )
        print(f"  {say('saran')}: chmod 600 {quote(str(key))}", file=sys.stderr)
    with told_without_trace(say, folder), alone_in(folder, say):
        signed = {name: sign(folder, name, secret) for name in names}
    for name, release in signed.items():
        if release:
            text = say("bertanda: {situs} {rilis}", situs=name, rilis=release[:SHORT])
            print(f"{text} ({known_by(secret.public_key())})")
    if unsigned := [name for name, release in signed.items() if release is None]:
        text = say("tidak ada manifes dari: {situs}", situs=", ".join(unsigned))
        fail(f"{text}\n  {say('saran')}: {say('bangun lagi daerahnya, lalu tandatangani')}", 1)


def _no_key(path: Path, cure: str, say: Speaker) -> NoReturn:
    text = say("tidak ada kunci ed25519 yang terbaca di '{berkas}'", berkas=str(path))
    fail(f"{text}\n  {say('saran')}: {cure}", ENVIRONMENT)


def tell_signatures(folder: Path, key: Path | None, say: Speaker) -> int:
    """Say whose signature is good, and on standard error whose isn't: how many. Without a key, a release without a
    signature is none of these."""
    from selebaran.publish.signing import signatures

    states = signatures(folder, read_public(key, say) if key else None)
    told = {name: found for name, found in states.items() if key or found[0] != "tanpa-tanda"}
    return sum(not tell_signature(name, state, known, say) for name, (state, known) in told.items())


def tell_signature(name: str, state: State, known: str, say: Speaker) -> bool:
    """Say of one signature whether it is good."""
    wrong = {
        "tanpa-tanda": say("tidak bertanda tangan"),
        "rusak": say("tanda tangannya bukan dari isi ini"),
        "kunci-lain": say("ditandatangani dengan kunci lain"),
    }
    if state == "sah":
        print(say("tanda tangan sah: {situs} ({kunci})", situs=name, kunci=known))
        return True
    print(f"{name}: {wrong[state]}{f' ({known})' if known else ''}", file=sys.stderr)
    return False


def read_public(key: Path, say: Speaker) -> Ed25519PublicKey:
    """The public key in a file; ends with code 3 where there is none."""
    from selebaran.publish.signing import KeyUnreadable, public_key

    try:
        return public_key(key)
    except (KeyUnreadable, OSError):
        _no_key(key, say("beri kunci publik, yang namanya berakhir .pub"), say)
