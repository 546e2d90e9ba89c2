"""`selebaran places confirm`: proposals that somebody compared move to layanan.yml, once their difference was seen."""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime
from pathlib import Path

import click

from selebaran.cli.agreed import agreed, difference, refuse_layout
from selebaran.cli.language import Language, Speaker
from selebaran.cli.options import Command, fail, known_slugs
from selebaran.cli.shared_options import LANG, ROOT, SLUG, day_given, found_root
from selebaran.cli.show import print_problems
from selebaran.cli.sound import whole_registry
from selebaran.cli.unwritable import replace_all
from selebaran.model.problem import ProblemsFound
from selebaran.model.proposal import FILE, Proposals
from selebaran.model.region import folded
from selebaran.model.registry import DistrictFolder, Registry
from selebaran.read.confirm import Comparison, TwoFiles, faults_of, moved
from selebaran.read.splice import UnusualLayout
from selebaran.words.near import nearest

DIRECTORY = "layanan.yml"


@click.command("confirm", cls=Command, options_metavar="[PILIHAN]")
@SLUG
@click.argument("names", nargs=-1, metavar="[NAMA]...")
@click.option("--oleh", metavar="NAMA", required=True, help="Siapa yang mencocokkannya dengan keadaan di sana.")
@click.option("--tanggal", metavar="TANGGAL", help="Hari mencocokkannya. Tanpa ini: hari ini.")
@click.option("--dry-run", is_flag=True, help="Tunjukkan saja apa yang berubah.")
@click.option("--yes", is_flag=True, help="Tulis tanpa bertanya lagi.")
@LANG
@ROOT
def confirm_places(
    slug: str,
    names: tuple[str, ...],
    oleh: str,
    tanggal: str | None,
    dry_run: bool,
    yes: bool,
    lang: Language,
    root: Path | None,
) -> None:
    """Pindahkan usulan yang sudah dicocokkan ke layanan.yml. Tanpa NAMA: semuanya.

    Yang berubah ditunjukkan lebih dahulu. Komentar dan urutan isi kedua berkas tetap."""
    say = Speaker(lang)
    project = found_root(root, say)
    registry = whole_registry(project, say)
    folder = _folder(slug, registry, project, say)
    proposals = _proposals(folder, say)
    chosen = _chosen(names, proposals, say)
    before = _read(project / "districts" / slug, say)
    after = _moved(before, chosen, Comparison(_name(oleh, say), _past(tanggal, say)), project, say)
    _hold(after, folder, registry, project, say)
    pairs = ((before.proposals, after.proposals), (before.directory, after.directory))
    for (old, new), name in zip(pairs, before.names, strict=True):
        print(difference(old, new, name), end="")
    left = len(proposals.places) - len(chosen)
    print(say("{banyak} usulan sudah cocok, {sisa} belum", banyak=len(chosen), sisa=left))
    if dry_run or not (yes or agreed(say("Tulis kedua berkas itu? ketik ya: "), say)):
        print(say("tidak ada berkas yang diubah"))
        return
    _write(before, after, project, say)


def _folder(slug: str, registry: Registry, project: Path, say: Speaker) -> DistrictFolder:
    known_slugs((slug,), registry, say)
    if slug not in registry.districts:
        print_problems(registry.district_problems[slug], say, project)
        sys.exit(1)
    return registry.districts[slug]


def _proposals(folder: DistrictFolder, say: Speaker) -> Proposals:
    if folder.proposals is None:
        text = say(
            "{daerah} tidak punya usulan: {berkas}", daerah=folder.slug, berkas=f"districts/{folder.slug}/{FILE}"
        )
        cure = say("buat dengan: selebaran places propose {daerah}", daerah=folder.slug)
        fail(f"{text}\n  {say('saran')}: {cure}", 2)
    return folder.proposals


def _chosen(names: tuple[str, ...], proposals: Proposals, say: Speaker) -> tuple[int, ...]:
    """The proposals of these names, which may leave out their kind; of all, where none is named. Ends with code 2 and
    every name that there isn't, or that two have."""
    found = {name: _called(name, proposals) for name in names}
    if faults := [_fault(name, len(at), proposals, say) for name, at in found.items() if len(at) != 1]:
        fail("\n".join(faults), 2)
    return tuple(sorted({at for one in found.values() for at in one})) or tuple(range(len(proposals.places)))


def _called(name: str, proposals: Proposals) -> list[int]:
    kind, wanted = folded(proposals.kind), folded(name)
    known = [folded(place.name) for place in proposals.places]
    return [at for at, one in enumerate(known) if wanted in (one, one.removeprefix(kind))]


def _fault(name: str, times: int, proposals: Proposals, say: Speaker) -> str:
    if times:
        return say(
            "{banyak} usulan bernama '{nama}'; bedakan dulu namanya di {berkas}", banyak=times, nama=name, berkas=FILE
        )
    text = say("tidak ada usulan '{nama}'", nama=name)
    short = {place.name.partition(" ")[2]: place.name for place in proposals.places}
    near = nearest(name, [place.name for place in proposals.places]) or short.get(nearest(name, short), "")
    return "; ".join([text, *([say("maksudnya '{maksud}'?", maksud=near)] if near else [])])


def _name(given: str, say: Speaker) -> str:
    name = " ".join(given.split())
    if not name:
        fail(say("tulis siapa yang mencocokkan: --oleh NAMA"), 2)
    return name


def _past(given: str | None, say: Speaker) -> date:
    day = day_given(given, say)
    if day > (today := datetime.now(UTC).date()):
        fail(say("hari mencocokkan {hari} belum tiba; hari ini {ini}", hari=day.isoformat(), ini=today.isoformat()), 2)
    return day


def _read(folder: Path, say: Speaker) -> TwoFiles:
    texts = [path.read_bytes().decode() if (path := folder / name).exists() else "" for name in (FILE, DIRECTORY)]
    label = f"districts/{folder.name}"
    return TwoFiles(texts[0], texts[1], (f"{label}/{FILE}", f"{label}/{DIRECTORY}"))


def _moved(before: TwoFiles, chosen: tuple[int, ...], comparison: Comparison, project: Path, say: Speaker) -> TwoFiles:
    try:
        return moved(before, chosen, comparison)
    except ProblemsFound as found:
        print_problems(found.problems, say, project)
        fail(say("tidak ada berkas yang diubah"), 1)
    except UnusualLayout as fault:
        refuse_layout(fault, before.names[0], say)


def _hold(after: TwoFiles, folder: DistrictFolder, registry: Registry, project: Path, say: Speaker) -> None:
    """End with code 1 where one of the files would have faults."""
    where = folder.district.dialling(registry.campaign.short_codes)
    if faults := faults_of(after, where, registry.campaign.kinds, folder.district.zone):
        print_problems(faults, say, project)
        fail(say("tidak ada berkas yang diubah"), 1)


def _write(before: TwoFiles, after: TwoFiles, project: Path, say: Speaker) -> None:
    """Both files, each replaced whole, and only once both are on the disk. layanan.yml comes first: a crash between the
    two leaves a proposal too many, which the next check tells, and loses none."""
    made = {project / name: text for name, text in zip(before.names, (after.proposals, after.directory), strict=True)}
    replace_all(made, say)
    for path in reversed(made):
        print(say("ditulis: {berkas}", berkas=path))
