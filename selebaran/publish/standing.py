"""Whether the site that lies in an output was published or is a preview, whichever build left it."""

from __future__ import annotations

from pathlib import Path

from selebaran.publish.releases import is_published
from selebaran.publish.report.record import SiteState, read_record


def site_state_of(out: Path, slug: str, host: str) -> SiteState | None:
    """Whether the site that lies there was published. Its release knows; where there are none, the report does."""
    published = is_published(out, host)
    if published is not None:
        return "terbit" if published else "pratinjau"
    record = read_record(out, slug)
    return record.site_state if record else None
