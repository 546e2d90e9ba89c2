"""What each problem says: the fault and its cure, in Indonesian. English stands in locale/en.po.

The error message is written before the check. Places such as {kunci} are filled from the problem's values; a cure
in which a place would stay empty is replaced by the one after the bar ("maksudnya …?" needs a nearest name).

A module `of_…` is a group of codes. A code belongs to the group of what an editor looks at to mend it: a file's name or
place (of_files), its form (of_yaml), one key (of_records), two files (of_between), a district's own text (of_own_text),
a shared text (of_templates; of_language, of_pages and of_search where it is right but not good), a sheet (of_print).
What nobody's text is to blame for is in of_site and of_workers, why something isn't published in of_publication, and
what is wrong with a table or a page that somebody filled in, which is no file of the project, in of_answers, of_intake
and of_translation, with another file that somebody sent in of_sent, with what a form sent in of_form.
Where two groups fit, it is the one that stands first in `GROUPS`.
"""

from __future__ import annotations

from selebaran.model.problem import Problem
from selebaran.words import (
    of_answers,
    of_between,
    of_files,
    of_form,
    of_intake,
    of_language,
    of_own_text,
    of_pages,
    of_print,
    of_publication,
    of_records,
    of_search,
    of_sent,
    of_site,
    of_templates,
    of_translation,
    of_workers,
    of_yaml,
)
from selebaran.words.message import Message

MODULES = (
    of_files,
    of_yaml,
    of_records,
    of_between,
    of_own_text,
    of_publication,
    of_answers,
    of_intake,
    of_translation,
    of_sent,
    of_form,
    of_templates,
    of_search,
    of_language,
    of_pages,
    of_site,
    of_workers,
    of_print,
)
GROUPS: dict[str, dict[str, Message]] = {module.GROUP: module.MESSAGES for module in MODULES}
"""The groups by their titles, in the order of docs/masalah.md."""
MESSAGES: dict[str, Message] = {code: message for group in GROUPS.values() for code, message in group.items()}


def in_indonesian(found: Problem) -> tuple[str, str]:
    """A problem's fault and cure in the words of this file."""
    message, values = MESSAGES[found.code], dict(found.values)
    return message.fault.format(**values), message.cure_for(values).format(**values)
