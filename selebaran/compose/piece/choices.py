"""What a district decides about its sheets (`cetak` in daerah.yml), held against the pieces and the tokens.

Its line is plain text, which templates print escaped like any other value; it is never a template itself.
"""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

import tinycss2

from selebaran.compose.district.emblem import LONGEST_PX, SHORTEST_PX, Emblem, EmblemFault, emblem_of
from selebaran.compose.district.pictures import PictureFault
from selebaran.compose.piece.colour import READABLE, contrast, nearest_readable
from selebaran.compose.template.formats import count
from selebaran.compose.template.views import Values
from selebaran.model.piece import EMBLEM, PieceSource
from selebaran.model.printing import Printing
from selebaran.model.problem import Place, Problem, problem, warning
from selebaran.model.registry import DistrictFolder
from selebaran.model.sizes import Profile
from selebaran.words.near import nearest

WHITE = "#ffffff"
ON_COLOUR = {"on-button": "putih", "action": "kuning"}
"""The tokens of the texts that stand on the main colour of the sheets, and what they are called."""
OWN_GROUND = frozenset({"pita-wajik"})
"""Drawings whose ground, `--il-solid`, takes the district's colour."""
INVISIBLE = "lambang-tidak-terlihat"
HEX = re.compile("#[0-9a-f]{6}")


@dataclass(frozen=True)
class OwnPrint:
    """What templates and stylesheets get of it. `lines` stand under the names of pieces."""

    lines: Mapping[str, str]
    emblem: Emblem | None
    colour: str | None

    def values_for(self, piece: str) -> Values:
        """What the template of a piece reads as `cetak`."""
        emblem = {"gambar": EMBLEM, "teks": self.emblem.alt} if self.emblem else None
        return {"baris": self.lines.get(piece), "lambang": emblem}

    def emblem_files(self, profile: Profile) -> dict[str, bytes]:
        """The emblem by its address, in black for the photocopier."""
        if not self.emblem:
            return {}
        return {EMBLEM: self.emblem.black if profile == "hemat" else self.emblem.colour}

    def stylesheets(self, profile: Profile) -> tuple[str, ...]:
        """What comes after a piece's own stylesheet. A sheet for the photocopier stays black and white."""
        if not self.colour or profile == "hemat":
            return ()
        return (f":root {{ --button: {self.colour}; --garis-tanah: {self.colour} }}",)

    def drawing_colours(self, name: str, profile: Profile) -> dict[str, str]:
        """Colours in place of those of a drawing's theme."""
        return {"il-solid": self.colour} if self.colour and profile != "hemat" and name in OWN_GROUND else {}


def own_print(folder: DistrictFolder, pieces: Sequence[PieceSource], tokens_css: str) -> tuple[OwnPrint, list[Problem]]:
    """What a district's `cetak` gives to its sheets, and all that is to be said of it, warnings too."""
    printing = folder.district.printing or Printing.model_validate({})
    texts = {name: " ".join(text.split()) for name, text in printing.lines.items()}
    emblem, faults = _emblem(folder, printing.emblem)
    problems = [*_pieces(folder, printing, pieces), *_lines(folder, printing, texts, pieces), *faults]
    problems += _colour(folder, printing.colour, tokens_css)
    return OwnPrint(texts, emblem, printing.colour), sorted(problems)


def _at(folder: DistrictFolder, *loc: str | int, key: bool = False) -> Place:
    return folder.places["daerah.yml"].of("cetak", *loc, key=key)


def _unknown(name: str, names: Collection[str], place: Place) -> Problem:
    return problem("lembar-tidak-ada", place, nama=name, maksud=nearest(name, names), semua=", ".join(names))


def _pieces(folder: DistrictFolder, printing: Printing, pieces: Sequence[PieceSource]) -> Iterator[Problem]:
    names = [piece.name for piece in pieces]
    for index, name in enumerate(printing.pieces):
        if name not in names:
            yield _unknown(name, names, _at(folder, "lembar", index))


def _made(printing: Printing, pieces: Sequence[PieceSource]) -> set[str]:
    """The pieces that a district may make: what it chose, and what somebody may ask for."""
    every = {piece.name for piece in pieces}
    chosen = every.intersection(printing.pieces) or every
    return chosen | {piece.name for piece in pieces if piece.spec.when_asked}


def _lines(
    folder: DistrictFolder, printing: Printing, texts: dict[str, str], pieces: Sequence[PieceSource]
) -> Iterator[Problem]:
    known = {piece.name: piece.spec for piece in pieces}
    made = _made(printing, pieces)
    roomy = ", ".join(name for name, spec in known.items() if spec.line_room)
    for name, text in texts.items():
        place = _at(folder, "baris", name, key=True)
        if name not in known:
            yield _unknown(name, known, place)
        elif name not in made:
            yield problem("baris-tanpa-lembar", place, lembar=name)
        elif (room := known[name].line_room) is None:
            yield problem("baris-tanpa-ruang", place, lembar=name, ada=roomy)
        elif len(text) > room.letters:
            counts = {"ada": len(text), "batas": room.letters, "lebih": len(text) - room.letters}
            yield problem("baris-terlalu-panjang", _at(folder, "baris", name), lembar=name, **counts)


def _emblem(folder: DistrictFolder, file: str | None) -> tuple[Emblem | None, list[Problem]]:
    if file is None:
        return None, []
    place = _at(folder, "lambang")
    listed = {picture.file: picture.alt for picture in folder.district.pictures}
    if file not in listed:
        return None, [problem("lambang-tidak-terdaftar", place, berkas=file, maksud=nearest(file, listed))]
    if file not in folder.pictures:  # the list of pictures says that it isn't there
        return None, []
    try:
        return emblem_of(folder.pictures[file], listed[file]), []
    except PictureFault as fault:
        if fault.code != INVISIBLE:  # `web_pictures` says so
            return None, []
        return None, [problem(INVISIBLE, place, berkas=file)]
    except EmblemFault as fault:
        size = {"lebar": fault.size[0], "tinggi": fault.size[1], "pendek": SHORTEST_PX, "panjang": count(LONGEST_PX)}
        return None, [problem("lambang-ukuran", place, berkas=file, **size)]


def _colour(folder: DistrictFolder, colour: str | None, tokens_css: str) -> list[Problem]:
    """Whether white and every text that stands on the colour can be read on it."""
    if colour is None:
        places = folder.places["daerah.yml"]
        is_comment = ("cetak", "warna") in places.keys  # an unquoted #1f3a8a is a comment to YAML
        return [warning("warna-kosong", _at(folder, "warna", key=True))] if is_comment else []
    names = {WHITE: "putih"} | {text: ON_COLOUR[name] for name, text in tokens(tokens_css, ON_COLOUR).items()}
    ratio, worst = min((contrast(colour, text), text) for text in names)
    if ratio >= READABLE:
        return []
    shown = f"{math.floor(ratio * 100) / 100:.2f}".replace(".", ",")
    nearer = nearest_readable(colour, names) or ""
    values = {"isi": colour, "ada": shown, "dengan": names[worst], "maksud": nearer}
    return [problem("warna-kurang-kontras", _at(folder, "warna"), **values)]


def tokens(tokens_css: str, names: Collection[str]) -> dict[str, str]:
    """The colours of these tokens in the light theme, `var()` followed; those that aren't there are left out."""
    roots = [
        rule.content
        for rule in tinycss2.parse_stylesheet(tokens_css, skip_comments=True, skip_whitespace=True)
        if rule.type == "qualified-rule" and tinycss2.serialize(rule.prelude).strip() == ":root"
    ]
    values = {
        item.lower_name[2:]: tinycss2.serialize(item.value).strip().lower()
        for content in roots
        for item in tinycss2.parse_blocks_contents(content)
        if item.type == "declaration"
    }
    found = {}
    for name in names:
        value = values.get(name, "")
        while inner := re.fullmatch(r"var\(--([\w-]+)\)", value):
            value = values.get(inner[1], "")
        if HEX.fullmatch(value):
            found[name] = value
    return found
