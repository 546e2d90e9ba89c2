"""dist/laporan/artefak/<slug>.json.gz: every file of a web root with its digest, and what it was made from.

What all files of a kind were made from stands once, in `bersama`: pages have a hundred inputs in common.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from pydantic import Field, ValidationError

from selebaran.jobs.stages import staged
from selebaran.model import artifact
from selebaran.model.artifact import Artifact
from selebaran.publish.report.inputs import MadeFrom, compact
from selebaran.publish.report.packed import PACKED, put_packed, unpacked
from selebaran.publish.report.record import FOLDER
from selebaran.publish.report.rows import Row

ARTIFACTS = "artefak"


class ArtifactRow(Row):
    """A file, and what it was made from beside what all files of its kind were."""

    path: artifact.Path = Field(alias="berkas")
    kind: artifact.Kind = Field(alias="jenis")
    digest: artifact.Digest = Field(alias="sidik")
    inputs: tuple[artifact.Input, ...] = Field(alias="dari")


class ArtifactList(Row):
    """The files of one web root."""

    shared: dict[artifact.Kind, tuple[artifact.Input, ...]] = Field(alias="bersama")
    files: tuple[ArtifactRow, ...] = Field(alias="hasil")


@staged("laporan")
def write_artifacts(out: Path, slug: str, made: Iterable[Artifact], root: Path) -> tuple[Artifact, ...]:
    """Keep what is known of a web root (`root`), and give it. What this build didn't make is as an earlier one left
    it."""
    new = {one.path: one for one in made}
    older = {one.path: one for one in read_artifacts(out, slug) if (root / one.path).is_file()}
    known = older | new
    put_packed(path_of(out, slug), _listed(known))
    return tuple(known.values())


def read_artifacts(out: Path, slug: str) -> tuple[Artifact, ...]:
    """What the last build kept of a district's files; nothing where there was none, or none of this shape."""
    try:
        found = ArtifactList.model_validate_json(unpacked(path_of(out, slug)))
    except (OSError, ValidationError):
        return ()
    return tuple(
        Artifact(row.path, row.kind, row.digest, tuple(sorted({*row.inputs, *found.shared.get(row.kind, ())})))
        for row in found.files
    )


def _listed(files: Mapping[str, Artifact]) -> str:
    """The list of these files, in the shape of `ArtifactList`."""
    made_from = MadeFrom(sorted(files.values(), key=lambda one: one.kind))
    rows = ",".join(
        f'{{"berkas":{compact(path)},"jenis":"{one.kind}","sidik":"{one.digest}","dari":{made_from.beside(one)}}}'
        for path, one in sorted(files.items())
    )
    return f'{{"bersama":{compact(made_from.shared)},"hasil":[{rows}]}}\n'


def path_of(out: Path, slug: str) -> Path:
    """Where it lies what the files of a district were made from."""
    return out / FOLDER / ARTIFACTS / f"{slug}{PACKED}"
