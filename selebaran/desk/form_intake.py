"""Rows of tables and entries of forms × a district -> the texts of its files that change, or every fault in them."""

from __future__ import annotations

from collections.abc import Sequence

from selebaran.desk.changes import Context, changes, told
from selebaran.desk.district_files import District
from selebaran.desk.form_merged import pages_of, with_forms
from selebaran.desk.form_text import Sent
from selebaran.desk.merged import merged
from selebaran.desk.tables import FilledRow
from selebaran.model.problem import Problem, problem


def proposed(
    there: District, rows: Sequence[FilledRow] = (), sent: Sequence[Sent] = ()
) -> tuple[dict[str, str], list[Problem]]:
    """The texts that change, by the names of their files, and what is to be said. Where that has an error, nothing
    may be written. Raises `UnusualLayout` as `changes` does."""
    strange = [
        problem("formulir-daerah-lain", one.place, lain=one.slug, daerah=there.slug)
        for one in sent
        if one.slug != there.slug
    ]
    found = with_forms(merged(rows, there.data, there.where), sent)
    folder = f"districts/{there.slug}"
    columns = there.kinds if rows else ()  # a form has none that could be empty
    context = Context(folder, there.where, there.campaign, there.zone, columns)
    pages = pages_of(sent, folder, there.campaign)
    texts, faults = changes(there.texts, there.data, found, context)
    texts |= {name: text for name, text in pages.texts.items() if text != there.text_of(name)}
    return texts, told([*strange, *found.problems, *pages.problems, *faults])
