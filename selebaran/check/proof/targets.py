"""Whether a link of a page leads where it was typed to lead. Both are brought to one form; neither is looked up."""

from __future__ import annotations

import re
from urllib.parse import unquote, urljoin

from selebaran.check.proof.links import Link
from selebaran.check.proof.words import is_same, words
from selebaran.model.page import HOME

PAGE = re.compile(r"([\w/-]+)\.md(?:#(.*))?")
SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):(.*)", re.S)
PARTED = re.compile(r"d-(?:.*-)?")
"""What stands before the name of a part in text of a district."""
CHAT = re.compile(r"//(?:wa\.me/|api\.whatsapp\.com/send/?\?phone=)\D*(?:62|0)?(\d[\d\s-]*)/?[?&]?(.*)", re.I | re.S)


class Leading:
    """Compares the links of one page, which stands at `address`; `prefix` is the folder of its language."""

    def __init__(self, address: str, prefix: str = "") -> None:
        self._address, self._prefix = address, prefix
        self._root = "../" * address.count("/")

    def is_same(self, typed: Link, shown: Link) -> bool:
        """Whether a link of the page is the one that was typed."""
        if typed.is_picture is not shown.is_picture or not self._leads(typed.target, shown.target):
            return False
        return (typed.is_picture and not typed.text) or _says(typed.text, shown.text)

    def _leads(self, typed: str, shown: str) -> bool:
        page, _, part = typed.partition(".md")
        if typed == shown or shown == f"{self._root}{page}/{part}":
            return True
        if scheme := SCHEME.fullmatch(typed):
            other = SCHEME.fullmatch(shown)
            return bool(other) and scheme[1].lower() == other[1].lower() and _dials(scheme, other[2])  # type: ignore[index]
        return self._leads_within(typed, unquote(shown))

    def _leads_within(self, typed: str, here: str) -> bool:
        """Whether two links within the site are one."""
        if typed.startswith("#"):
            return here.startswith("#") and _is_part(unquote(typed[1:]), here[1:])
        where, _, part = urljoin(f"/{self._address}", here).partition("#")
        if found := PAGE.fullmatch(unquote(typed)):
            stands = {f"/{found[1]}/", f"/{self._prefix}{found[1]}/"}
            if found[1] == HOME:
                stands = {"/", f"/{self._prefix}"}
            return where in stands and _is_part(found[2] or "", part)
        return where.endswith(f"/{unquote(typed).lstrip('./')}")


def is_found(shown: Link) -> bool:
    """Whether a link leads to what its own words say: the renderer found it in plain text."""
    target, said = unquote(shown.target), unquote(shown.text).strip()
    scheme, _, rest = target.partition(":")
    if shown.is_picture or not said or not rest:
        return False
    if scheme == "tel":
        return _digits(said) == _digits(rest)
    return said.lower() in (target.lower(), rest.lower(), rest.removeprefix("//").lower())


def _dials(typed: re.Match[str], shown: str) -> bool:
    """Whether two addresses of a scheme are one: blanks, capitals of a host and how a number begins make no other."""
    if typed[1].lower() == "tel":
        return _digits(re.split("[;?]", unquote(typed[2]))[0]) == _digits(unquote(shown))
    rest, other = unquote(typed[2]).strip(), unquote(shown)
    if rest == other or rest.replace(" ", "%20") == other:
        return True
    chats = CHAT.fullmatch(rest), CHAT.fullmatch(other)
    if chats[0] and chats[1]:
        return _digits(chats[0][1]) == _digits(chats[1][1]) and chats[0][2] == chats[1][2]
    return rest.casefold() == other.casefold()


def _digits(text: str) -> str:
    """A number without how it is written, and without the 0 or 62 that it begins with."""
    found = re.sub(r"\D", "", re.sub(r"\(0\)", "", text))
    return re.sub(r"^(?:62)?0?", "", found) if len(found) > 5 else found


def _is_part(typed: str, shown: str) -> bool:
    return typed == shown or (bool(typed) and shown.endswith(typed) and bool(PARTED.fullmatch(shown[: -len(typed)])))


def _says(typed: str, shown: str) -> bool:
    if typed == shown:
        return True
    before, after = words(typed), words(shown)
    return len(before) == len(after) and all(map(is_same, before, after))
