"""`selebaran places`: lists of places to be corrected, made of an old one; `confirm.py` has the other half."""

from __future__ import annotations

from pathlib import Path

import click

from selebaran.cli.confirm import confirm_places
from selebaran.cli.language import Language, Speaker
from selebaran.cli.options import Command, Group, fail, help_when_bare, known_slugs
from selebaran.cli.shared_options import LANG, ROOT, SLUGS, found_root
from selebaran.cli.sound import whole_registry
from selebaran.cli.unwritable import cannot_write
from selebaran.model.proposal import FILE
from selebaran.model.registry import Registry
from selebaran.read.proposed import KIND, has_proposals, proposals_text


@click.group("places", cls=Group, options_metavar="[PILIHAN]", subcommand_metavar="PERINTAH [ARGUMEN]...")
@LANG
@click.pass_context
def places_commands(context: click.Context, lang: Language) -> None:
    """Tempat layanan: usulan dari daftar lama, dan yang sudah dicocokkan."""
    help_when_bare(context)


@places_commands.command("propose", cls=Command, options_metavar="[PILIHAN]")
@SLUGS
@click.option("--all", "every", is_flag=True, help="Semua daerah yang ada dalam daftar lama.")
@LANG
@ROOT
def propose_places(slug: tuple[str, ...], every: bool, lang: Language, root: Path | None) -> None:
    """Buat layanan-usulan.yml: puskesmas menurut daftar tahun 2019, untuk dibetulkan daerah.

    Yang sudah ada tidak diubah. Usulan hanya tampil di pratinjau."""
    say = Speaker(lang)
    project = found_root(root, say)
    registry = whole_registry(project, say)
    known_slugs(slug, registry, say)
    if KIND not in registry.campaign.services:
        fail(say("kampanye ini tidak punya macam tempat '{macam}'", macam=KIND), 2)
    if bool(slug) == every:
        fail(say("sebut daerahnya, atau --all"), 2)
    wanted = [one for one in registry.slugs if has_proposals(one)] if every else slug
    if none := [one for one in wanted if not has_proposals(one)]:
        fail(say("daftar lama tidak memuat daerah ini: {daerah}", daerah=", ".join(none)), 2)
    for one in wanted:
        _propose(project / "districts" / one / FILE, one, registry, say)


places_commands.add_command(confirm_places)


def _propose(path: Path, slug: str, registry: Registry, say: Speaker) -> None:
    if path.exists():
        print(say("sudah ada, tidak diubah: {berkas}", berkas=path))
        return
    folder = registry.districts.get(slug)
    text = proposals_text(slug, folder.district.name if folder else slug, registry.campaign.services[KIND])
    try:
        path.write_text(text, "utf-8")
    except OSError as error:
        cannot_write(path, error, say)
    print(say("ditulis: {berkas}", berkas=path))
