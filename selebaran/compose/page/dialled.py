"""Links that dial, as somebody typed them -> as a phone can use them.

`tel:` and WhatsApp's own address hold one number; what can't be dialled there is a fault with its reason, as it is in a
field of daerah.yml.
"""

from __future__ import annotations

import re
from urllib.parse import unquote

from selebaran.model.telephone import Dialling, TelephoneFault
from selebaran.model.telephone_field import read_chat, read_telephone

TEL = re.compile(r"tel:(?P<number>[^;?]*).*", re.I | re.S)
CHAT = re.compile(
    r"https?://(?:wa\.me/|api\.whatsapp\.com/send/?\?phone=)(?P<number>[+%\d][^?&#/]*)/?(?P<rest>[?&#].*)?", re.I | re.S
)


def dialled(target: str, where: Dialling) -> str:
    """An address with its number made whole; any other address as it is. Raises `TelephoneFault`."""
    if found := TEL.fullmatch(target):
        typed = unquote(found["number"])
        numbers = read_telephone(typed, where).numbers
        if len(numbers) > 1:
            raise TelephoneFault("telepon-bercabang", isi=typed, bacaan="; ".join(number.shown for number in numbers))
        return numbers[0].tel
    if found := CHAT.fullmatch(target):
        typed = unquote(found["number"])
        number = read_chat(f"+{typed}" if typed.startswith("62") else typed, where).numbers[0]
        return number.wa + re.sub("^&", "?", found["rest"] or "")
    return target
