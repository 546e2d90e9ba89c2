"""Addresses that no reader could follow from a site, and what was meant by them.

A phone's own address (`whatsapp://`), a drive (`C:`), a scheme with a letter too few: the cleaner takes each away, and
whoever typed it has to know.
"""

from __future__ import annotations

import html
import re
from collections.abc import Collection, Iterator

from selebaran.model.telephone import Dialling, TelephoneFault
from selebaran.model.telephone_field import read_chat, read_telephone
from selebaran.words.near import nearest

GIVEN = re.compile(r"<(a|img)\b[^<>]*?\s(?:href|src)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'<>]+))", re.I)
BREAKS = re.compile(r"[\t\n\r]")
"""What a browser leaves out of an address, https://url.spec.whatwg.org/#concept-basic-url-parser."""
SCHEME = re.compile(r"[\s\x00-\x20]*([A-Za-z][A-Za-z0-9+.-]*):")
MAIL = re.compile(r"(?:mail(?:to)?:|e-?mail:)?/*([\w.+-]+@[\w-]+(?:\.[\w-]+)+)", re.I)
WEB = re.compile(r"([a-z]{3,6})(?:[:;]/{0,3}|/{2})(?=[\w-]+\.\w)", re.I)
CALL = re.compile(r"(?:(whatsapp|wa)|sms|smsto|telp?|telepon|call|callto|phone|hp):?[/:]*(?:send/?\?phone=)?", re.I)
NUMBER = re.compile(r"[+(]?\d[\d ().-]{5,}")


def foreign(made: str, schemes: Collection[str]) -> Iterator[tuple[str, str]]:
    """Each element (`a` or `img`) of rendered text whose address has another scheme, with that address."""
    for found in GIVEN.finditer(made) if ":" in made else ():
        target = html.unescape(found[2] or found[3] or found[4] or "")
        scheme = SCHEME.match(BREAKS.sub("", target))
        if scheme and scheme[1].lower() not in schemes:
            yield found[1].lower(), target


def meant_address(target: str, where: Dialling) -> str:
    """The address that a mail, a number or a mistyped scheme stands for; "" for any other text."""
    if found := MAIL.fullmatch(target):
        return f"mailto:{found[1]}"
    if (found := WEB.match(target)) and nearest(found[1].lower(), ("https", "http"), 0.7):
        return f"https://{target[found.end() :]}"
    call = CALL.match(target)
    rest = target[call.end() :] if call else target
    return _dialled(rest, where, is_chat=bool(call and call[1])) if NUMBER.fullmatch(rest) else ""


def _dialled(typed: str, where: Dialling, *, is_chat: bool) -> str:
    try:
        number = (read_chat if is_chat else read_telephone)(typed, where).numbers[0]
    except TelephoneFault:
        return ""
    return number.wa if is_chat else number.tel
