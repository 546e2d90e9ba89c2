"""What all typed YAML records share, and the kinds of text that they are made of.

Every value arrives as text, exactly as it was typed (the reader never guesses a type), so 0254…, 36.10 and
08.00 stay what they are. Each kind below turns text into its type, or raises an error that carries a code of
`words.catalogue.MESSAGES` instead of English prose.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, time
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from selebaran.model.language import LANGUAGES


class Record(BaseModel):
    """A frozen record. Attributes are English, keys in YAML are their Indonesian aliases; no other key is allowed."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=False, str_strip_whitespace=True)


class ForAll(Record):
    """A file that may say once, above its entries, what holds for each of them that doesn't say it itself. `LISTS` are
    the keys under which those entries stand."""

    LISTS: ClassVar[tuple[str, ...]] = ()

    @model_validator(mode="before")
    @classmethod
    def _hand_down(cls, data: Any) -> Any:
        if not isinstance(data, dict):
            return data
        shared = {key: data[key] for key in SHARED if key in data}
        return {**data, **{key: _with(shared, data[key]) for key in cls.LISTS if key in data}}


@dataclass(frozen=True)
class Form:
    """How a kind of text looks, for editors that check while somebody types. `pattern` is for the whole text, in what
    Python and ECMAScript share (\\p{…} is ECMAScript's); `code` is the problem of a text that doesn't match; `types`
    are those that such a text may have in YAML, where 36.04 is a number; a number is lower than `below`."""

    pattern: str
    code: str
    types: tuple[str, ...] = ("string",)
    below: int | None = None


@dataclass(frozen=True)
class OneOf:
    """The words of which a text must be one, for those editors."""

    words: tuple[str, ...]


SHARED = ("sumber", "diperiksa_pada")
"""What a file may say once for all of its entries."""
LABEL = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?"
DATE = Form("[0-9]{4}-[0-9]{2}-[0-9]{2}", "tanggal-tidak-terbaca")
MONTH = Form("[0-9]{4}-[0-9]{2}", "bulan-tidak-terbaca")
TIME = Form(
    "([01]?[0-9]|2[0-3])[.:]([0-5][0-9])( *([Ww][Ii][Bb]|[Ww][Ii][Tt][Aa]?))?",
    "waktu-tidak-terbaca",
    ("string", "number"),
    below=24,
)
PHONE = Form(r"\+?[0-9][0-9 ()./–-]*", "telepon-tidak-terbaca", ("string", "number"))
FOREIGN = r"(?!(.*\.)?xn--)"
"""No label in another script, which may look like another's name."""
NO_FILE = r"(?!.*\.(html|css|js|json|xml|txt|svg|png|ico|webmanifest)$)"
"""No name that a file of the portal could have: both lie in one folder."""
HOST = Form(rf"{FOREIGN}{NO_FILE}({LABEL}\.)+[a-z]{{2,63}}", "domain-tidak-sah")
SLUG = Form("(kab|kota|kec)(-[a-z0-9]+)+", "slug-tidak-sah")
NAME = Form(r"[\p{L}\p{M}\p{N}_ .,'’()/&-]*", "nama-tidak-sah", ("string", "number", "boolean"))
PICTURE = Form(r"[a-z0-9][a-z0-9-]*\.(png|jpe?g|webp)", "nama-gambar-tidak-sah")
COLOUR = Form("#[0-9A-Fa-f]{6}", "warna-tidak-terbaca")


def _with(shared: dict[str, Any], entries: Any) -> Any:
    """Entries of a list, or under names, with what is shared; what they say themselves comes first."""
    if isinstance(entries, dict):
        return {name: {**shared, **entry} if isinstance(entry, dict) else entry for name, entry in entries.items()}
    if isinstance(entries, list):
        return [{**shared, **entry} if isinstance(entry, dict) else entry for entry in entries]
    return entries


def _date(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    try:
        if not re.fullmatch(DATE.pattern, value):
            raise ValueError
        return date.fromisoformat(value)
    except ValueError:
        raise PydanticCustomError("tanggal-tidak-terbaca", "", {"isi": value}) from None


def _month(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    try:
        if not re.fullmatch(MONTH.pattern, value):
            raise ValueError
        return date.fromisoformat(f"{value}-01")
    except ValueError:
        raise PydanticCustomError("bulan-tidak-terbaca", "", {"isi": value}) from None


def _time(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    found = re.fullmatch(TIME.pattern, value)
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
    if isinstance(value, str) and not re.fullmatch(PHONE.pattern, value):
        raise PydanticCustomError("telepon-tidak-terbaca", "", {"isi": value})
    return value


def _host(value: Any) -> Any:
    if isinstance(value, str) and not re.fullmatch(HOST.pattern, value):
        raise PydanticCustomError("domain-tidak-sah", "", {"isi": value})
    return value


def _slug(value: Any) -> Any:
    if isinstance(value, str) and not re.fullmatch(SLUG.pattern, value):
        raise PydanticCustomError("slug-tidak-sah", "", {"isi": value})
    return value


def _name(value: Any) -> Any:
    if isinstance(value, str) and (bad := re.search(r"[^\w .,'’()/&-]", value)):
        raise PydanticCustomError("nama-tidak-sah", "", {"isi": value, "huruf": bad[0]})
    return value


def _language(value: Any) -> Any:
    if isinstance(value, str) and value not in LANGUAGES:
        raise PydanticCustomError("pilihan-tidak-sah", "", {"isi": value, "pilihan": ", ".join(LANGUAGES)})
    return value


def _picture(value: Any) -> Any:
    if isinstance(value, str) and not re.fullmatch(PICTURE.pattern, value):
        raise PydanticCustomError("nama-gambar-tidak-sah", "", {"isi": value})
    return value


def _colour(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    if not re.fullmatch(COLOUR.pattern, value):
        raise PydanticCustomError("warna-tidak-terbaca", "", {"isi": value})
    return value.lower()


Text = Annotated[str, StringConstraints(min_length=1, max_length=2000)]
ShortText = Annotated[str, StringConstraints(min_length=1, max_length=80)]
Line = Annotated[str, StringConstraints(min_length=1, max_length=120)]
Summary = Annotated[str, StringConstraints(min_length=1, max_length=700)]
Name = Annotated[str, StringConstraints(min_length=1, max_length=120), BeforeValidator(_name), NAME]
Date = Annotated[date, BeforeValidator(_date), DATE]
Month = Annotated[date, BeforeValidator(_month), MONTH]
Time = Annotated[time, BeforeValidator(_time), TIME]
YesNo = Annotated[bool, BeforeValidator(_yes)]
Phone = Annotated[str, StringConstraints(min_length=2, max_length=40), BeforeValidator(_phone), PHONE]
Host = Annotated[str, StringConstraints(max_length=253), BeforeValidator(_host), HOST]
Slug = Annotated[str, StringConstraints(max_length=80), BeforeValidator(_slug), SLUG]
PictureName = Annotated[str, StringConstraints(max_length=80), BeforeValidator(_picture), PICTURE]
LanguageCode = Annotated[str, BeforeValidator(_language), OneOf(tuple(LANGUAGES))]
Colour = Annotated[str, BeforeValidator(_colour), COLOUR]
Fingerprint = Annotated[str, StringConstraints(min_length=1, max_length=8)]
"""Eight hexadecimal digits that change when a text does."""
PageGroup = Literal["belum-punya", "tidak-aktif", "berobat", "keluarga", "jadwal", "bantuan"]
"""What a resident wants when looking for a page."""
