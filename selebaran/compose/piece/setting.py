"""What a district gives to all of its pieces, and which of them are to be made."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from selebaran.compose.district.event_day import Told
from selebaran.compose.district.subdistricts import Area
from selebaran.compose.fact.policy import FactPolicy
from selebaran.compose.page.standing import OwnBlocks
from selebaran.compose.piece.choices import OwnPrint
from selebaran.compose.piece.left_out import pieces_of, wanted
from selebaran.compose.template.views import Values
from selebaran.model.edition import SiteFrame
from selebaran.model.piece import Asked, PieceSource, PieceSpec
from selebaran.model.registry import DistrictFolder
from selebaran.model.sizes import Paper, Profile


@dataclass(frozen=True)
class Setting:
    """What a district gives to all of its pieces: what templates see of it, the frame of its site, what it chose for
    its sheets, what stands in place of shared text, and the papers on which its office prints. A piece that somebody
    asked for may be for one `area` of it, one about an event tells of `event`."""

    folder: DistrictFolder
    values: Values
    frame: SiteFrame
    policy: FactPolicy
    own: OwnPrint
    blocks: Mapping[str, OwnBlocks]
    papers: tuple[Paper, ...] = ("a4",)
    area: Area | None = None
    event: Told | None = None

    def files_for(self, spec: PieceSpec) -> Mapping[str, bytes]:
        """What a piece may ask for beside its drawings: of one about an event, that one's photo."""
        return self.event.files if self.event and spec.about_event else {}

    @property
    def host(self) -> str | None:
        """The host of its site; None where it has none of its own."""
        return self.folder.district.domain


class Wish(NamedTuple):
    """A piece that is to be made: in which profiles, and for which kecamatan."""

    piece: PieceSource
    profiles: tuple[Profile, ...]
    area: Area | None


def wishes_of(
    folder: DistrictFolder,
    pieces: Sequence[PieceSource],
    profiles: tuple[Profile, ...],
    asked: Asked,
    without: Container[str],
    area_of: Callable[[str], Area | None],
) -> list[Wish]:
    """The pieces that a district makes in these profiles, and those that were `asked` for."""
    there = [piece for piece in wanted(pieces, asked) if piece.name not in without]
    return [Wish(one, asked.get(one.name, profiles), area_of(one.name)) for one in pieces_of(folder, there)]
