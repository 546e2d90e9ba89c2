"""What a form sent alone × a district -> the texts of its files that change, or every fault in it."""

from __future__ import annotations

from selebaran.desk.answered import Answers
from selebaran.desk.changes import changes, told
from selebaran.desk.district_files import District
from selebaran.desk.form_pictures import with_pictures
from selebaran.desk.form_text import sent_in
from selebaran.desk.intake import Intake
from selebaran.model.problem import Problem


def proposed(there: District, sent: dict[str, bytes]) -> tuple[dict[str, str | bytes], list[Problem]]:
    """The texts that change, and the pictures that come, by the names of their files, and what is to be said. Where
    that has an error, nothing may be written. `sent` are texts by how messages name them. Raises `UnusualLayout` as
    `changes` does."""
    taken = Intake((), (), Answers()).with_forms(*with_pictures(*sent_in(sent)))
    found, pictures = taken.into(there)
    texts, faults = changes(there.texts, there.data, found, taken.context(there))
    return {**pictures, **texts}, told([*taken.problems, *found.problems, *faults])
