"""A piece x the papers of an office -> how often it is laid out, what is made of each layout, and its measures.

A leaflet on F4 is another sheet than on A4: its panels are wider and its folds lie elsewhere. A poster or a card is the
same sheet, and only put on another paper.
"""

from __future__ import annotations

from selebaran.model.piece import Derivation, Form, PieceSpec
from selebaran.model.sizes import Paper, size_of


def layouts(spec: PieceSpec, papers: tuple[Paper, ...]) -> tuple[Form, ...]:
    """Each profile with each paper for which the piece is laid out anew, in the order of its profiles."""
    return tuple(dict.fromkeys(_layout(spec, form) for form in spec.files(papers)))


def derived_of(spec: PieceSpec, layout: Form, papers: tuple[Paper, ...]) -> tuple[tuple[Derivation, Paper], ...]:
    """What is made of a layout beside itself, and the paper that it is put on."""
    forms = (form for form in spec.files(papers) if _layout(spec, form) == layout)
    return tuple((form.derivation, form.paper) for form in forms if form.derivation)


def measures_css(spec: PieceSpec, paper: Paper) -> tuple[str, ...]:
    """What a piece's stylesheet must know of a sheet that is larger than it says: its size, and by how much it is
    larger. It comes after that stylesheet."""
    usual = size_of(spec.format)
    if paper == "a4" or usual is None:
        return ()
    width, height = spec.width_mm, spec.height_mm
    size = f"--lembar-lebar: {width:g}mm; --lembar-tinggi: {height:g}mm"
    more = f"--lebih-lebar: {width - usual[0]:g}mm; --lebih-tinggi: {height - usual[1]:g}mm"
    return (f":root {{ {size}; {more} }}",)


def _layout(spec: PieceSpec, form: Form) -> Form:
    return Form(form.profile, None, form.paper if spec.is_cut_from_office_paper else "a4")
