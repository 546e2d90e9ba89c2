"""What all typed YAML records share, and the kinds of text that they are made of.

Every value arrives as text, exactly as it was typed (the reader never guesses a type), so 0254…, 36.10 and
08.00 stay what they are. Each kind below turns text into its type, or raises an error that carries a code of
`messages.MESSAGES` instead of English prose.
"""

from __future__ import annotations

import re
from datetime import date, time
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints
from pydantic_core import PydanticCustomError


class Record(BaseModel):
    """A frozen record. Attributes are English, keys in YAML are their Indonesian aliases; no other key is allowed."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=False, str_strip_whitespace=True)


def _date(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise PydanticCustomError("tanggal-tidak-terbaca", "", {"isi": value}) from None


def _month(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    try:
        return date.fromisoformat(f"{value}-01")
    except ValueError:
        raise PydanticCustomError("bulan-tidak-terbaca", "", {"isi": value}) from None


def _time(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    found = re.fullmatch(r"([01]?\d|2[0-3])[.:]([0-5]\d)", value)
    if not found:
        raise PydanticCustomError("waktu-tidak-terbaca", "", {"isi": value})
    return time(int(found[1]), int(found[2]))


def _yes(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    words = {"ya": True, "true": True, "tidak": False, "false": False}
    if value not in words:
        raise PydanticCustomError("pilihan-tidak-sah", "", {"isi": value, "pilihan": "ya, tidak"})
    return words[value]


def _phone(value: Any) -> Any:
    if isinstance(value, str) and not re.fullmatch(r"\+?[0-9][0-9 ()./–-]*", value):
        raise PydanticCustomError("telepon-tidak-terbaca", "", {"isi": value})
    return value


def _host(value: Any) -> Any:
    label = r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?"
    if isinstance(value, str) and not re.fullmatch(rf"({label}\.)+{label}", value):
        raise PydanticCustomError("domain-tidak-sah", "", {"isi": value})
    return value


def _slug(value: Any) -> Any:
    if isinstance(value, str) and not re.fullmatch(r"(kab|kota|kec)(-[a-z0-9]+)+", value):
        raise PydanticCustomError("slug-tidak-sah", "", {"isi": value})
    return value


def _name(value: Any) -> Any:
    if isinstance(value, str) and (bad := re.search(r"[^\w .,'’()/&-]", value)):
        raise PydanticCustomError("nama-tidak-sah", "", {"isi": value, "huruf": bad[0]})
    return value


def _picture(value: Any) -> Any:
    if isinstance(value, str) and not re.fullmatch(r"[a-z0-9][a-z0-9-]*\.(png|jpe?g|webp)", value):
        raise PydanticCustomError("nama-gambar-tidak-sah", "", {"isi": value})
    return value


Text = Annotated[str, StringConstraints(min_length=1, max_length=2000)]
ShortText = Annotated[str, StringConstraints(min_length=1, max_length=80)]
Line = Annotated[str, StringConstraints(min_length=1, max_length=120)]
Summary = Annotated[str, StringConstraints(min_length=1, max_length=700)]
Name = Annotated[str, StringConstraints(min_length=1, max_length=120), BeforeValidator(_name)]
Date = Annotated[date, BeforeValidator(_date)]
Month = Annotated[date, BeforeValidator(_month)]
Time = Annotated[time, BeforeValidator(_time)]
YesNo = Annotated[bool, BeforeValidator(_yes)]
Phone = Annotated[str, StringConstraints(min_length=2, max_length=40), BeforeValidator(_phone)]
Host = Annotated[str, StringConstraints(max_length=253), BeforeValidator(_host)]
Slug = Annotated[str, StringConstraints(max_length=80), BeforeValidator(_slug)]
PictureName = Annotated[str, StringConstraints(max_length=80), BeforeValidator(_picture)]
