"""What each problem says: the fault and its cure, in Indonesian. English stands in locale/en.po.

The error message is written before the check. Places such as {kunci} are filled from the problem's values; a cure
in which a place would stay empty is replaced by the one after the bar ("maksudnya …?" needs a nearest name).
"""

from __future__ import annotations

from selebaran.model.problem import Problem
from selebaran.words import of_input, of_output
from selebaran.words.message import Message

MESSAGES: dict[str, Message] = {**of_input.MESSAGES, **of_output.MESSAGES}


def in_indonesian(found: Problem) -> tuple[str, str]:
    """A problem's fault and cure in the words of this file."""
    message, values = MESSAGES[found.code], dict(found.values)
    return message.fault.format(**values), message.cure_for(values).format(**values)
