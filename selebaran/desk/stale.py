"""What a fact's own sentence goes on saying after one of its values has changed."""

from __future__ import annotations

import re

from selebaran.compose.template.formats import fact_value
from selebaran.model.facts import Fact
from selebaran.model.paper import SENTENCE
from selebaran.read.recheck import Recheck


def still_said(check: Recheck, fact: Fact) -> list[str]:
    """Former values that the fact's own sentence goes on stating, where the check brings no other sentence."""
    if check.sentence:
        return []
    former = [str(fact_value(fact.values[name])) for name in check.changed(fact) if name != SENTENCE]
    return [text for text in former if re.search(rf"(?<![\w.]){re.escape(text)}(?![\w]|\.\d)", fact.sentence)]
