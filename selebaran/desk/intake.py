"""What was handed in, all of it -> what a district's files are to say, and the pictures that come to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from selebaran.desk.answered import Answers
from selebaran.desk.at_its_cell import Context
from selebaran.desk.district_files import District
from selebaran.desk.form_merged import put_forms
from selebaran.desk.form_text import Sent
from selebaran.desk.merged import Merged, merged
from selebaran.desk.offer import Offers
from selebaran.desk.offered import Shelf, rows_of
from selebaran.desk.tables import Tables
from selebaran.model.problem import Problem


@dataclass(frozen=True)
class Intake:
    """What was handed in: tables, what other files offer, and what was said beside them."""

    tables: Sequence[Tables]
    sent: Sequence[Offers]
    answers: Answers
    told: Sequence[Problem] = ()
    forms: Sequence[Sent] = ()

    def with_forms(self, forms: Sequence[Sent], told: Sequence[Problem]) -> Intake:
        """The same with what forms sent, and what is to be said of that."""
        return replace(self, forms=forms, told=(*self.told, *told))

    @property
    def problems(self) -> list[Problem]:
        """What was told while the files were read."""
        of_tables = [one for table in self.tables for one in table.problems]
        return [*self.told, *of_tables] + [one for _, told in self.sent for one in told]

    def context(self, there: District) -> Context:
        """What the files are read with once they are changed. A form has no columns that could be empty."""
        kinds = there.kinds if self.tables or self.sent else ()
        return Context(f"districts/{there.slug}", there.where, there.campaign, there.zone, kinds)

    def into(self, there: District) -> tuple[Merged, dict[str, bytes]]:
        """What a district's files are to say with all of it, and the pictures that come to it."""
        told: list[Problem] = []
        offers = [one for found, _ in self.sent for one in found]
        events = [one for one in offers if one.kind == "kegiatan"]
        rows = [row for one in self.tables for row in one.rows] + rows_of(events, there.kinds, self.answers, told)
        found = merged(rows, there.data, there.where)
        shelf = Shelf(found, self.answers, there.pictures)
        for offer in offers:
            if offer.kind != "kegiatan":
                shelf.put(offer)
        put_forms(found, self.forms, there.slug, shelf)
        found.problems += [*told, *self.answers.unused()]
        return found, shelf.files
