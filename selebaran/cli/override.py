"""`selebaran override`: begins an override of shared text, or says yes to a shared text that has changed since."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

import click
from pydantic import TypeAdapter

from selebaran.cli.language import Language, Speaker
from selebaran.cli.options import Command, fail, known_slugs
from selebaran.cli.shared_options import LANG, ROOT, SLUG, found_root
from selebaran.cli.show import print_problems
from selebaran.cli.sound import whole_registry
from selebaran.cli.unwritable import cannot_write
from selebaran.compose.district.values import present_district
from selebaran.compose.fact.policy import FactPolicy
from selebaran.compose.page.overrides import original
from selebaran.compose.page.scaffold import Scaffold, Scaffolds
from selebaran.compose.template.engine import TemplateFault
from selebaran.model.page import HEAD, PageSource
from selebaran.model.problem import Place, Problem
from selebaran.model.registry import DistrictFolder, Registry
from selebaran.publish.believed import Problems
from selebaran.publish.survey import survey
from selebaran.read.districts import read_district
from selebaran.read.own_text import BASE, OVERRIDES
from selebaran.words.near import nearest

SCAFFOLD: TypeAdapter[Scaffold | Problems] = TypeAdapter(Scaffold | Problems)


@click.command("override", cls=Command, options_metavar="[PILIHAN]")
@SLUG
@click.argument("target", metavar="HALAMAN[#BAGIAN]")
@click.option("--terima", is_flag=True, help="Naskah bersama yang baru sudah dibaca; isi timpaan tetap.")
@LANG
@ROOT
def override_command(slug: str, target: str, terima: bool, lang: Language, root: Path | None) -> None:
    """Mulai menimpa satu bagian naskah bersama untuk satu daerah. Contoh: obat#syarat."""
    say = Speaker(lang)
    project = found_root(root, say)
    registry = whole_registry(project, say)
    known_slugs((slug,), registry, say)
    name, _, block = target.partition("#")
    source = _page(name, registry, say)
    base = _original(source, block, target, say)
    folder = project / "districts" / slug / OVERRIDES
    path = folder / name / f"{block}.md" if block else folder / f"{name}.md"
    kept = path.with_name(f"{path.stem}{BASE}")
    if path.exists() != terima:
        text = say("timpaan itu sudah ada; untuk menerima naskah baru pakai --terima: {berkas}", berkas=path)
        fail(text if path.exists() else say("timpaan itu belum ada: {berkas}", berkas=path), 2)
    begun = None if terima else _scaffold(slug, source, block, project, registry, say)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text(base, "utf-8")
        if begun:
            path.write_text(_begun(block, begun), "utf-8")
    except OSError as error:
        cannot_write(path, error, say)
    for made in (kept,) if terima else (path, kept):
        print(say("ditulis: {berkas}", berkas=made))
    if not terima:
        print(say("isi 'oleh' dan 'alasan', ubah naskahnya, lalu: selebaran check {slug}", slug=slug))


def _page(name: str, registry: Registry, say: Speaker) -> PageSource:
    pages = {page.slug: page for page in registry.pages}
    if name not in pages:
        text = say("tidak ada halaman bersama '{nama}'; hanya naskahnya yang dapat ditimpa", nama=name)
        if maksud := nearest(name, pages):
            text += "; " + say("maksudnya '{maksud}'?", maksud=maksud)
        fail(text, 2)
    return pages[name]


def _original(source: PageSource, block: str, target: str, say: Speaker) -> str:
    """The shared text to be kept beside the override; ends with code 2 where there is none, or none to be changed."""
    base = original(source, block)
    if base is None:
        known = [HEAD, *(segment.block for segment in source.segments if segment.block)]
        text = say("halaman '{halaman}' tidak punya bagian '{bagian}'", halaman=source.slug, bagian=block)
        if maksud := nearest(block, known):
            text += "; " + say("maksudnya '{maksud}'?", maksud=maksud)
        fail(text, 2)
    if not source.is_overridable(block):
        allowed = ", ".join(source.overridable_blocks) or "–"
        fail(say("'{bagian}' tidak boleh ditimpa; yang boleh: {boleh}", bagian=target, boleh=allowed), 2)
    return base


def _scaffold(slug: str, source: PageSource, block: str, project: Path, registry: Registry, say: Speaker) -> Scaffold:
    """What the override begins with, asked of a child, since it holds the district's values."""
    folder = _folder(slug, project, registry, say)

    def ask(slug: str) -> Scaffold | tuple[Problem, ...]:
        day = datetime.now(UTC).date()
        policy = FactPolicy(registry.facts, day, registry.campaign.ask, published=False)
        try:
            return Scaffolds().of(source, block, present_district(folder, day, registry.campaign), policy)
        except TemplateFault as fault:
            return (fault.problem,)

    for _, answer in survey(project, (slug,), ask, SCAFFOLD):
        if isinstance(answer, Scaffold):
            return answer
        print_problems((answer,) if isinstance(answer, Problem) else answer, say, project)
    sys.exit(1)


def _folder(slug: str, project: Path, registry: Registry, say: Speaker) -> DistrictFolder:
    """The district's folder; without its own text where that has faults, such as another override just begun. Ends with
    code 1 where it can't be read at all."""
    listed = next(entry for entry in registry.listed if entry.slug == slug)
    folder, faults = registry.districts.get(slug), registry.district_problems.get(slug, ())
    if folder is None:
        at = Place(f"districts/{slug}")
        folder, _ = read_district(project / "districts", "districts", listed, at, registry.campaign, with_own=False)
    if folder is None:
        print_problems(faults, say, project)
        sys.exit(1)
    return folder


def _begun(block: str, scaffold: Scaffold) -> str:
    """The file's text: its head to be filled in, then the shared text. Who writes a whole page may leave its head."""
    mark = "" if block == HEAD else "# "
    rows = ["---", "oleh:", f"tanggal: {datetime.now(UTC).date().isoformat()}", "alasan:"]
    if block in ("", HEAD):
        rows += [f"{mark}judul: {_quoted(scaffold.title)}", f"{mark}ringkas: {_quoted(scaffold.summary)}"]
    rows.append("---")
    if block != HEAD:
        rows += ["", scaffold.body, ""] if scaffold.body else [""]
    return "\n".join(rows).rstrip("\n") + "\n"


def _quoted(text: str) -> str:
    """A text of one line as YAML takes it for nothing else."""
    return "'" + text.replace("'", "''") + "'"
