"""The title, one line of help and an example for every key that an editor can write, in Indonesian.

JSON Schemas (what an editor shows while somebody types) and the folder that `selebaran new` makes are made of them.
The examples are nobody's: telephones begin 0000, and the district is called Maju.
"""

from __future__ import annotations

from selebaran.model import help_facts, help_files, help_identity, help_outreach, help_search
from selebaran.model.helptext import Help
from selebaran.model.record import Record

HELP: dict[type[Record], dict[str, Help]] = {
    **help_identity.HELP,
    **help_outreach.HELP,
    **help_files.HELP,
    **help_facts.HELP,
    **help_search.HELP,
}
"""By record, then by key as it stands in YAML."""
