"""What two ways of making a district left, compared byte for byte: its web root, its report, what is said of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from selebaran.model.artifact import Artifact
from selebaran.model.problem import Place, Problem, problem
from selebaran.publish.unchanged import is_lasting
from selebaran.words.said import said

MOST = 5
"""Files of a district in which a difference is told; all are counted."""
AROUND = 24
"""Bytes that are shown from the first one that differs on, and before it."""
NOTHING = "tidak ada"


@dataclass(frozen=True)
class Difference:
    """The first place (a byte, from 1) at which a file differs, and what stands there, as it was made fast and plainly;
    place 0 for what only one of them has."""

    file: str
    at: int
    fast: str
    plain: str


def differences_of(fast: Mapping[str, bytes], plain: Mapping[str, bytes]) -> Iterator[Difference]:
    """Every file, by path, that isn't the same in both."""
    for name in sorted(fast.keys() | plain.keys()):
        one, other = fast.get(name), plain.get(name)
        if one is None or other is None:
            yield Difference(name, 0, *(NOTHING if found is None else f"{len(found)} bita" for found in (one, other)))
        elif one != other:
            at = _first(one, other)
            yield Difference(name, at + 1, _shown(one, at), _shown(other, at))


def _first(one: bytes, other: bytes) -> int:
    """Where two contents begin to differ: by halves, for a byte at a time takes seconds."""
    low, high = 0, max(len(one), len(other))
    while low < high:
        middle = (low + high) // 2
        if one[low : middle + 1] == other[low : middle + 1]:
            low = middle + 1
        else:
            high = middle
    return low


def _shown(content: bytes, at: int) -> str:
    return ascii(content[max(0, at - AROUND) : at + AROUND].decode("utf-8", "replace"))[1:-1]


def files_below(root: Path) -> dict[str, bytes]:
    """What lies in a folder, or in the one to which a link of this name leads."""
    there = root.resolve()
    return {path.relative_to(there).as_posix(): path.read_bytes() for path in there.rglob("*") if path.is_file()}


def rows_of(artifacts: Iterable[Artifact], paths: Iterable[str]) -> dict[str, bytes]:
    """What is said of these files: from what each was made."""
    wanted = set(paths)
    return {f"artefak: {one.path}": "\n".join(one.inputs).encode() for one in artifacts if one.path in wanted}


def told_of(problems: Iterable[Problem]) -> dict[str, bytes]:
    """What was said of a district, but for what the next build of it may not say."""
    lasting = (one for one in problems if is_lasting([one]))
    return {"masalah": "\n".join(f"{one.place} {one.severity} {one.code}: {said(one)}" for one in lasting).encode()}


def problems_of(slug: str, found: Iterable[Difference], seed: int) -> tuple[Problem, ...]:
    """What is told of them."""
    every = tuple(found)
    return tuple(
        problem(
            "hasil-berbeda",
            Place(f"districts/{slug}"),
            slug=slug,
            berkas=one.file,
            bagian=kind_of(one.file),
            letak=str(one.at),
            cepat=one.fast,
            biasa=one.plain,
            banyak=str(len(every)),
            benih=str(seed),
        )
        for one in every[:MOST]
    )


def kind_of(path: str) -> str:
    """The piece that a file of a web root belongs to, or the class of pages: those of one folder."""
    first, *rest = path.split("/")
    if first == "unduh" and rest:
        return f"lembar {rest[0]}"
    if path.endswith("index.html"):
        return f"halaman {first}/*" if len(rest) > 1 else "halaman"
    return "berkas"
