"""What a district gives to all of its pieces."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from selebaran.compose.district.subdistricts import Area
from selebaran.compose.fact.policy import FactPolicy
from selebaran.compose.page.shared import OwnBlocks
from selebaran.compose.piece.choices import OwnPrint
from selebaran.compose.template.views import Values
from selebaran.model.edition import SiteFrame
from selebaran.model.registry import DistrictFolder
from selebaran.model.sizes import Paper


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
    event: Values | None = None

    @property
    def host(self) -> str | None:
        """The host of its site; None where it has none of its own."""
        return self.folder.district.domain
