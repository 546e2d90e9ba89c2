"""The title, one line of help and an example for every key that an editor can write, in Indonesian.

JSON Schemas (what an editor shows while somebody types) and the folder that `selebaran new` makes are made of them.
The examples are nobody's: telephones begin 0000, and the district is called Maju.
"""

from __future__ import annotations

from selebaran.model.record import Record
from selebaran.words.help import campaign as help_campaign
from selebaran.words.help import facts as help_facts
from selebaran.words.help import files as help_files
from selebaran.words.help import identity as help_identity
from selebaran.words.help import kit as help_kit
from selebaran.words.help import language as help_language
from selebaran.words.help import outreach as help_outreach
from selebaran.words.help import own_text as help_own_text
from selebaran.words.help import search as help_search
from selebaran.words.help import sharing as help_sharing
from selebaran.words.help.text import Help

HELP: dict[type[Record], dict[str, Help]] = {
    **help_identity.HELP,
    **help_outreach.HELP,
    **help_files.HELP,
    **help_facts.HELP,
    **help_search.HELP,
    **help_campaign.HELP,
    **help_language.HELP,
    **help_kit.HELP,
    **help_sharing.HELP,
    **help_own_text.HELP,
}
"""By record, then by key as it stands in YAML."""
