"""What all typed YAML records share, and the kinds of text that they are made of.

Every value arrives as text, exactly as it was typed (the reader never guesses a type), so 0254…, 36.10 and
08.00 stay what they are. Each kind below turns text into its type, or raises an error that carries a code of
`words.catalogue.MESSAGES` instead of English prose.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time
from typing import Annotated, Any, ClassVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    PlainValidator,
    StringConstraints,
    ValidationInfo,
    model_validator,
)
from pydantic_core import PydanticCustomError

from selebaran.model.hours import LONGEST, LOOK, HoursFault, read_hours
from selebaran.model.telephone import Dialling, Telephone, TelephoneFault, is_area
from selebaran.model.telephone_field import read_chat, read_telephone


class Record(BaseModel):
    """A frozen record. Attributes are English, keys in YAML are their Indonesian aliases; no other key is allowed."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", populate_by_name=False, str_strip_whitespace=True, defer_build=True
    )


def complete_records() -> None:
    """Make the validator of each kind of record, which is else made when the first one is read: before processes are
    forked that would each make it again."""
    waiting: list[type[BaseModel]] = [Record]
    while waiting:
        kind = waiting.pop()
        waiting += kind.__subclasses__()
        kind.model_rebuild()


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
STEP = "[a-z0-9]+(-[a-z0-9]+)*"
ADDRESS = Form(f"/?{STEP}(/{STEP})?/?", "alamat-tidak-sah", ("string", "number"))
"""The address of a page, with or without the strokes at its ends."""
LABEL = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?"
DATE = Form("[0-9]{4}-[0-9]{2}-[0-9]{2}", "tanggal-tidak-terbaca")
MONTH = Form("[0-9]{4}-[0-9]{2}", "bulan-tidak-terbaca")
TIME = Form(
    "([01]?[0-9]|2[0-3])[.:]([0-5][0-9])( *([Ww][Ii][Bb]|[Ww][Ii][Tt][Aa]?))?",
    "waktu-tidak-terbaca",
    ("string", "number"),
    below=24,
)
PHONE_WORDS = (
    "dan",
    "atau",
    "wa",
    "telp",
    "telepon",
    "tlp",
    "tel",
    "phone",
    "hp",
    "no",
    "nomor",
    "ext",
    "ekst",
    "pesawat",
    "psw",
)
ANY_PHONE_WORD = "|".join(f"{word}|{word.capitalize()}|{word.upper()}" for word in PHONE_WORDS)
PHONE = Form(
    rf"(?=.*[0-9０-９])([0-9０-９ +().,:;/&|–-]|{ANY_PHONE_WORD}|[Ww]hats[Aa]pp|https://wa\.me/)+",
    "telepon-tidak-terbaca",
    ("string", "number"),
)
"""Only its look: which numbers can be dialled, `read_telephone` knows."""
HOURS = Form(LOOK, "jam-buka-tidak-terbaca", ("string", "number", "boolean"))
"""Only their look: which days and spans they are, `read_hours` knows."""
AREA = Form("0[0-9]{2,3}", "kode-area-tidak-sah", ("string", "number"))
SHORT_CODE = Form("[0-9]{3,6}", "nomor-pendek-tidak-sah", ("string", "number"))
FOREIGN = r"(?!(.*\.)?xn--)"
"""No label in another script, which may look like another's name."""
NO_FILE = r"(?!.*\.(html|css|js|json|xml|txt|svg|png|ico|webmanifest)$)"
"""No name that a file of the portal could have: both lie in one folder."""
HOST = Form(rf"{FOREIGN}{NO_FILE}({LABEL}\.)+[a-z]{{2,63}}", "domain-tidak-sah")
SLUG = Form("(kab|kota|kec)(-[a-z0-9]+)+", "slug-tidak-sah")
NAME = Form(r"[\p{L}\p{M}\p{N}_ .,'‘’()/&–-]*", "nama-tidak-sah", ("string", "number", "boolean"))
ACCOUNT = Form("@?[A-Za-z0-9][A-Za-z0-9_.-]{0,62}", "akun-tidak-sah", ("string", "number"))
"""What people are called where the project is kept (GitHub, GitLab): one name, no team and no address."""
PICTURE = Form(r"[a-z0-9][a-z0-9-]*\.(png|jpe?g|webp|hei[cf])", "nama-gambar-tidak-sah")
NO_NAME = re.compile(r"[^\w .,'‘’()/&–-]")
"""A letter that no name has; ‘ and ’ stand for ain and hamzah, and – is what Word makes of a hyphen between blanks."""
COLOUR = Form("#[0-9A-Fa-f]{6}", "warna-tidak-terbaca")


def _with(shared: dict[str, Any], entries: Any) -> Any:
    """Entries of a list, or under names, with what is shared; what they say themselves comes first."""
    if isinstance(entries, dict):
        return {name: {**shared, **entry} if isinstance(entry, dict) else entry for name, entry in entries.items()}
    if isinstance(entries, list):
        return [{**shared, **entry} if isinstance(entry, dict) else entry for entry in entries]
    return entries


def day_of(text: str) -> date:
    """The day that a text names. Raises the fault of one that isn't written so, or that the calendar doesn't have."""
    if not re.fullmatch(DATE.pattern, text):
        raise PydanticCustomError("tanggal-tidak-terbaca", "", {"isi": text})
    try:
        return date.fromisoformat(text)
    except ValueError:
        month, year = int(text[5:7]), int(text[:4])
        last = str(monthrange(year, month)[1]) if year and 1 <= month <= 12 else ""
        raise PydanticCustomError("tanggal-tidak-ada", "", {"isi": text, "bulan": text[:7], "hari": last}) from None


def _date(value: Any) -> Any:
    return day_of(value) if isinstance(value, str) else value


def _month(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    try:
        if not re.fullmatch(MONTH.pattern, value):
            raise ValueError
        return date.fromisoformat(f"{value}-01")
    except ValueError:
        raise PydanticCustomError("bulan-tidak-terbaca", "", {"isi": value}) from None


def clock(text: str) -> time:
    """The time of day that a text names. Raises the fault of one that isn't written so."""
    found = re.fullmatch(TIME.pattern, text)
    if not found:
        raise PydanticCustomError("waktu-tidak-terbaca", "", {"isi": text})
    return time(int(found[1]), int(found[2]))


def _time(value: Any) -> Any:
    return clock(value) if isinstance(value, str) else value


def _yes(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    words = {"ya": True, "true": True, "tidak": False, "false": False}
    if value not in words:
        raise PydanticCustomError("pilihan-tidak-sah", "", {"isi": value, "pilihan": "ya, tidak"})
    return words[value]


def _phone(value: Any, info: ValidationInfo) -> Telephone:
    return _numbers(read_telephone, value, info)


def _chat(value: Any, info: ValidationInfo) -> Telephone:
    return _numbers(read_chat, value, info)


def _numbers(read: Callable[[str, Dialling], Telephone], value: Any, info: ValidationInfo) -> Telephone:
    """The numbers of a field, as its file's context (`Dialling`) lets them be read."""
    if isinstance(value, Telephone):
        return value
    if not isinstance(value, str):
        raise PydanticCustomError("bukan-teks", "")
    try:
        return read(value, _dialling(info))
    except TelephoneFault as fault:
        raise PydanticCustomError(fault.code, "", dict(fault.values)) from None


def _hours(value: str) -> str:
    try:
        return read_hours(value).words
    except HoursFault as fault:
        raise PydanticCustomError(fault.code, "", dict(fault.values)) from None


def _dialling(info: ValidationInfo) -> Dialling:
    """The first of the things that a file is read with."""
    where: Dialling = info.context[0] if info.context else Dialling()
    return where


def _area(value: Any, info: ValidationInfo) -> Any:
    where = _dialling(info)
    if not isinstance(value, str) or is_area(value, is_made_up=where.is_made_up):
        return value
    mended = f"0{value}" if is_area(f"0{value}", is_made_up=False) else ""
    raise PydanticCustomError("kode-area-tidak-sah", "", {"isi": value, "maksud": mended})


def _short_code(value: Any) -> Any:
    if isinstance(value, str) and not re.fullmatch(SHORT_CODE.pattern, value):
        raise PydanticCustomError("nomor-pendek-tidak-sah", "", {"isi": value})
    return value


def _host(value: Any) -> Any:
    if isinstance(value, str) and not re.fullmatch(HOST.pattern, value):
        raise PydanticCustomError("domain-tidak-sah", "", {"isi": value})
    return value


def _address(value: Any) -> Any:
    if isinstance(value, str) and not re.fullmatch(ADDRESS.pattern, value):
        raise PydanticCustomError("alamat-tidak-sah", "", {"isi": value})
    return value.strip("/") if isinstance(value, str) else value


def _slug(value: Any) -> Any:
    if isinstance(value, str) and not re.fullmatch(SLUG.pattern, value):
        raise PydanticCustomError("slug-tidak-sah", "", {"isi": value})
    return value


def _account(value: Any) -> Any:
    if isinstance(value, str) and not re.fullmatch(ACCOUNT.pattern, value):
        raise PydanticCustomError("akun-tidak-sah", "", {"isi": value})
    return value.removeprefix("@") if isinstance(value, str) else value


def _name(value: Any) -> Any:
    if isinstance(value, str) and (bad := NO_NAME.search(value)):
        raise PydanticCustomError("nama-tidak-sah", "", {"isi": value, "huruf": bad[0]})
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
OpeningHours = Annotated[str, StringConstraints(min_length=1, max_length=LONGEST), AfterValidator(_hours), HOURS]
"""Hours in words, as residents read them; `week_of` tells each day's."""
PaperLine = Annotated[str, StringConstraints(min_length=1, max_length=60)]
"""What every sheet has room for, in the widest letters."""
Summary = Annotated[str, StringConstraints(min_length=1, max_length=700)]
Name = Annotated[str, StringConstraints(min_length=1, max_length=120), BeforeValidator(_name), NAME]
PaperName = Annotated[str, StringConstraints(min_length=1, max_length=40), BeforeValidator(_name), NAME]
Date = Annotated[date, BeforeValidator(_date), DATE]
Month = Annotated[date, BeforeValidator(_month), MONTH]
Time = Annotated[time, BeforeValidator(_time), TIME]
YesNo = Annotated[bool, BeforeValidator(_yes)]
Phone = Annotated[Telephone, PlainValidator(_phone), PHONE]
Chat = Annotated[Telephone, PlainValidator(_chat), PHONE]
"""A telephone with WhatsApp."""
AreaCode = Annotated[str, BeforeValidator(_area), AREA]
ShortCode = Annotated[str, BeforeValidator(_short_code), SHORT_CODE]
Host = Annotated[str, StringConstraints(max_length=253), BeforeValidator(_host), HOST]
Account = Annotated[str, BeforeValidator(_account), ACCOUNT]
Slug = Annotated[str, StringConstraints(max_length=80), BeforeValidator(_slug), SLUG]
Address = Annotated[str, StringConstraints(max_length=160), BeforeValidator(_address), ADDRESS]
"""A page by its address, without the strokes at its ends."""
PictureName = Annotated[str, StringConstraints(max_length=80), BeforeValidator(_picture), PICTURE]
Colour = Annotated[str, BeforeValidator(_colour), COLOUR]
Fingerprint = Annotated[str, StringConstraints(min_length=1, max_length=8)]
"""Eight hexadecimal digits that change when a text does."""
