"""Letters of a text that are no marks, whatever they look like: in code, behind a backslash, in lines between fences,
in the attributes of tags.

They stand as letters of their own until everything else was read, so that no rule takes them for marks.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from selebaran.check.proof.tags import TAG, leads

MARKS = "<>[]()!&*`|:-+#_~{}/@.\"'$%;,?^=\\"
HIDDEN = {ord(mark): 0xE100 + number for number, mark in enumerate(MARKS)}
SHOWN = {hidden: mark for mark, hidden in HIDDEN.items()}
FENCES = {
    own: re.compile(rf"^[ \t]*({mark})(?P<said>[^`\n]*)\n(?P<text>(?:.*\n)*?)[ \t>]*\1[`~]*[ \t]*$", re.M)
    for own, mark in ((False, "`{3,}|~{3,}"), (True, "`{3,}"))
}
"""By whether a district wrote the text."""
CODE = r"(?:[^`\n]|\n(?![ \t]*(?:\n|[-*+>#|•]|\d+[.)]))|(?!(?P=ticks)(?!`))`+)*?"
"""Letters and runs of other ticks, up to the end of an item or paragraph."""
PLAIN = re.compile(
    rf"\\(?P<mark>[!-/:-@\[-`{{-~])|(?<!`)(?P<ticks>`+)(?!`)(?P<code>{CODE})(?P=ticks)(?!`)|(?P<tag>{TAG})"
)
CODE_LINE = re.compile(r"^(?: {4}| {0,3}\t)[ \t]*\S", re.M)
LISTED = re.compile(r" {0,3}(?:[^\w\s#|(\[`\"'“<&>]|\d+[.)]|[a-z]{1,5}[.)]|o\s)")
"""What may begin an item, roughly."""
NUMBERED = re.compile(r"&#\d{1,7};")
VERBATIM = "\ue003"
"""Begins a line between fences: no mark begins there."""


def protected(text: str, own: bool) -> str:
    """A text of which such letters are hidden. In text of a district, lines of `~` part paragraphs."""
    if "```" in text or ("~~~" in text and not own):
        text = FENCES[own].sub(_fenced, text)
    if not own and ("    " in text or "\t" in text) and CODE_LINE.search(text):
        text = "\n".join(_coded(text.split("\n")))
    return PLAIN.sub(_plain, text) if any(sign in text for sign in "`\\<") else text


def _coded(lines: list[str]) -> Iterator[str]:
    """Lines of which those of an indented code, behind an empty line and in no list, hold no marks."""
    is_list = is_code = False
    is_after = True
    for line in lines:
        if not line.strip():
            yield line
            is_code, is_after = False, True
            continue
        is_far = bool(CODE_LINE.match(line))
        is_code = is_far and not is_list and (is_code or is_after)
        if not is_far:
            is_list = bool(LISTED.match(line)) or (is_list and not is_after)
        yield VERBATIM + _verbatim(line) if is_code else line
        is_after = False


def bare(text: str) -> str:
    """A text whose letters are as they were."""
    return text.translate(SHOWN)


def _plain(found: re.Match[str]) -> str:
    if found["tag"]:
        return _tag(found)
    return found["mark"].translate(HIDDEN) if found["mark"] else _verbatim(found["code"])


def _tag(found: re.Match[str]) -> str:
    """A tag whose attributes hold no marks, unless it leads somewhere; the letter that a number stands for isn't read
    in them, since the tag either goes or shows as it was typed."""
    given = found["given"]
    if not given or leads(found["name"], given):
        return found[0]
    start, end = (at - found.start() for at in found.span("given"))
    return found[0][:start] + given.translate(HIDDEN) + found[0][end:]


def _verbatim(text: str) -> str:
    """Letters of a code; the number of a letter is that letter, as it is outside."""
    read = NUMBERED.sub(lambda found: html.unescape(found[0]), text) if "&#" in text else text
    return read.translate(HIDDEN)


def _fenced(found: re.Match[str]) -> str:
    said = found["said"].strip()
    if found[1][0] == "~" and said.endswith("~"):
        return found[0]
    first = "" if re.fullmatch("[a-z]*", said) else said
    return "\n".join(VERBATIM + _verbatim(line) for line in f"{first}\n{found['text']}".split("\n"))
