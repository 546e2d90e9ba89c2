"""The YAML files of one folder: bytes -> records, what is sound of a faulty one included, and every fault in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from selebaran.model.district import District
from selebaran.model.kinds import Kinds
from selebaran.model.places import Places
from selebaran.model.problem import Problem, problem
from selebaran.model.record import Record
from selebaran.model.telephone import Dialling, is_area
from selebaran.model.typed_file import TypedFile
from selebaran.read.strict_yaml import YamlFile, read_yaml
from selebaran.read.validate import sound, validate
from selebaran.read.walk import Tree

R = TypeVar("R", bound=Record)


@dataclass
class FolderFiles:
    """The YAML files of a folder; faults and places are added to what is given. `where` is None as long as nobody knows
    how telephones are dialled there: so long, none is judged. `zone` is the district's, as it was typed. `given` stands
    for what daerah.yml lacks, or says wrong, so that the rest of it can be judged."""

    tree: Tree
    kinds: Kinds | None
    problems: list[Problem]
    places: dict[str, Places]
    short_codes: tuple[str, ...]
    given: Mapping[str, Any] = field(default_factory=dict)
    where: Dialling | None = None
    zone: str = ""
    sources: list[YamlFile] = field(default_factory=list)
    typed: list[TypedFile] = field(default_factory=list)

    def load(self, file: str, model: type[R], default: R | None) -> R | None:
        """One file's record, or `default` where there is no file; a file without a default must be there. Faults are
        noted; of a file that has some, the record is of what is sound."""
        raw, faults = self.tree.read(file)
        self.problems += faults
        if raw is None:
            if default is None and not faults and file not in {*self.tree.folders, *self.tree.refused}:
                self.problems.append(problem("berkas-hilang", self.tree.place(file)))
            return default
        source, faults = read_yaml(raw, self.tree.place(file).file)
        record = self._record(file, model, source) if source is not None else None
        self.problems += faults
        return record or default

    def _record(self, file: str, model: type[R], source: YamlFile) -> R | None:
        self.sources.append(source)
        if model is District:
            self.where = _dialling(source.data, self.short_codes)
            self.zone = str(source.data.get("zona_waktu"))
        record, faults = validate(model, source, self.where, self.kinds, self.zone)
        self.problems += self._judged(faults)
        self.places[file] = source.places
        if record is None:
            given = self.given if model is District else {}
            record, self.places[file] = sound(model, source, self.where, self.kinds, self.zone, given)
        if record is not None:
            self.typed.append(TypedFile(record, self.places[file]))
        return record

    def _judged(self, faults: list[Problem]) -> list[Problem]:
        return faults if self.where else [fault for fault in faults if not fault.code.startswith("telepon-")]


def _dialling(data: Mapping[str, Any], short_codes: tuple[str, ...]) -> Dialling:
    """How telephones are dialled in the district of a daerah.yml, whatever else may be wrong in it."""
    area, is_made_up = data.get("kode_area"), data.get("rekaan") in ("ya", "true")
    known = isinstance(area, str) and is_area(area, is_made_up=is_made_up)
    return Dialling(str(area) if known else "", frozenset(short_codes), is_made_up)
