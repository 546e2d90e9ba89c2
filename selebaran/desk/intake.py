"""What was handed in, all of it -> what a district's files are to say, and the pictures that come to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from selebaran.desk.answered import Answers
from selebaran.desk.columns import SheetKind
from selebaran.desk.filled import Data
from selebaran.desk.merged import Merged, merged
from selebaran.desk.offer import Offers
from selebaran.desk.offered import Shelf, rows_of
from selebaran.desk.tables import Tables
from selebaran.model.problem import Problem
from selebaran.model.telephone import Dialling


@dataclass(frozen=True)
class Intake:
    """What was handed in: tables, what other files offer, and what was said beside them."""

    tables: Sequence[Tables]
    sent: Sequence[Offers]
    answers: Answers
    told: Sequence[Problem] = ()

    @property
    def problems(self) -> list[Problem]:
        """What was told while the files were read."""
        of_tables = [one for table in self.tables for one in table.problems]
        return [*self.told, *of_tables] + [one for _, told in self.sent for one in told]

    def into(
        self, data: Data, pictures: Mapping[str, bytes], where: Dialling, kinds: Sequence[SheetKind]
    ) -> tuple[Merged, dict[str, bytes]]:
        """What a district's files are to say with all of it, and the pictures that come to it."""
        told: list[Problem] = []
        offers = [one for found, _ in self.sent for one in found]
        events = [one for one in offers if one.kind == "kegiatan"]
        rows = [row for one in self.tables for row in one.rows] + rows_of(events, kinds, self.answers, told)
        found = merged(rows, data, where)
        shelf = Shelf(found, self.answers, pictures)
        for offer in offers:
            if offer.kind != "kegiatan":
                shelf.put(offer)
        found.problems += [*told, *self.answers.unused()]
        return found, shelf.files
