"""A text -> its words, as both sides of the proof count them: what somebody typed, and what a page shows.

Marks that Markdown may take for itself (`*`, `_`, `~`, a backslash, brackets, a single `:`) count on neither side, nor
do lines of them. Everything else does: letters, digits, signs, punctuation, and where one word ends.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain

BULLET = "\ue000"
"""Stands for the point of a list's item."""
PERHAPS = "\ue001"
"""Before a mark that may have become the point of an item, or stayed what it is; alone, for the mark of any item."""
BARE = "\ue004"
"""A star alone on its line: an empty item, or a mark below a text, which shows and counts as no word."""
PERHAPS_OPEN, PERHAPS_DONE = "\ue005", "\ue006"
"""Stand for `[ ]` and `[x]` in a line with cells: a box, or what was typed."""
SOME = "\ue002"
"""Stands for a few letters that only the renderer knows: the picture of `:warning:`, the title of a box."""
EITHER = {BARE: (BULLET,), PERHAPS_OPEN: ("☐",), PERHAPS_DONE: ("☑", "x", "X")}
"""What shows of some of them."""
POINTS = "•●○▪▫■□◦◆❖➢➤►▶∙·\uf0b7\uf0a7\uf0d8\uf076\uf0fc"
"""Signs that people begin an item with."""
INLINE = (
    "a|abbr|b|big|bdi|bdo|cite|code|del|dfn|em|font|i|img|ins|kbd|label|mark|q|s|samp|small|span|strong|sub|sup|time|"
    "tt|u|var"
)
"""Elements that part no words."""
BLOCK = (
    "address|article|aside|blockquote|br|caption|center|col|colgroup|dd|details|div|dl|dt|fieldset|figcaption|figure|"
    "footer|form|h[1-6]|header|hr|legend|li|main|nav|ol|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul"
)
"""Elements that do."""
ATTRIBUTE = r"""\s+[\w:@.-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>=`]+))?"""
TAG = re.compile(rf"</?(?:(?P<inline>{INLINE})|(?:{BLOCK}))(?:{ATTRIBUTE})*\s*/?>", re.I)
PICTURE = (
    "\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff"
    "\u00a9\u00ae\u203c\u2049\u2122\u2139\u2190-\u21ff\u2300-\u23ff\u24c2\u25aa-\u25ff\u2934\u2935\u3030\u303d\u3297\u3299"
)
PICTURE_NAME = r":(?<![\w:]:)[a-z][a-z0-9_+-]+:(?![\w:])"
"""A picture by its name, or what only looks so and shows as it was typed."""
PICTURES = re.compile(
    rf"{PICTURE_NAME}|[0-9#*]\ufe0f?\u20e3|[\U0001f1e6-\U0001f1ff]{{2}}|"
    rf"[{PICTURE}][\ufe0f\u20e3\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]*"
    rf"(?:\u200d[{PICTURE}][\ufe0f\U0001f3fb-\U0001f3ff]*)*"
)
TIGHT = re.compile(r"(\d{1,2}[.)](?=[^\W\d_]{2}|[A-Z])|[a-z][.)](?=[A-Z])|-(?=[^\W\d_]))")
"""A mark without its space is parted from its word on both sides, whether it became an item or not."""
RULE = re.compile(r"[-–—=#:+]{3,}|#{1,6}|:")
PAIR = re.compile("(?<!=)==(?!=)")
UNSEEN = dict.fromkeys(map(ord, "*_~`\\[]\u00ad\u200b\u200c\u200e\u200f\u2060\ufeff\ufe0f"))
APART = {ord(point): f" {point} " for point in POINTS} | {ord("|"): " "}
COUNTED = UNSEEN | APART


def words(text: str) -> list[str]:
    """The words of a text."""
    return list(chain.from_iterable(map(parts, without_tags(text).split())))


def without_tags(text: str) -> str:
    """A text without elements, whether they are or only look so; its lines stay."""
    return TAG.sub(_gap, text) if "<" in text else text


@lru_cache(maxsize=1 << 16)
def parts(run: str) -> tuple[str, ...]:
    """What counts of letters between blanks: mostly one word. Kept, since most of them come again."""
    text = PICTURES.sub(r" \g<0> ", PAIR.sub("", run)).translate(COUNTED)
    return tuple(part for word in text.split() for part in _untied(word).split() if not RULE.fullmatch(part))


def _untied(word: str) -> str:
    found = TIGHT.match(word)
    return f"{found[1]} {word[found.end() :]}" if found else word


def _gap(found: re.Match[str]) -> str:
    return "" if found["inline"] else " " + "\n" * found[0].count("\n")


def is_same(typed: str, shown: str) -> bool:
    """Whether a word that shows is the one that was typed."""
    if typed == shown:
        return True
    if typed in EITHER:
        return shown in EITHER[typed]
    if typed[:1] == PERHAPS:
        mark = typed[1:]
        if not mark:
            return shown == BULLET or shown in POINTS or bool(re.fullmatch(r"(?:\d+|[a-z]+)[.)]", shown))
        return shown in (mark, mark.lstrip("0")) or (shown == BULLET and not mark[0].isdigit())
    return SOME in typed and _holds_some(typed, shown)


def _holds_some(typed: str, shown: str) -> bool:
    """Whether a word shows around a few letters; alone they may be a name that is no picture's, and as it was typed."""
    most = 40 if typed == SOME else 12
    return bool(re.fullmatch(f".{{1,{most}}}".join(map(re.escape, typed.split(SOME))), shown))
