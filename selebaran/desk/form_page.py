"""A district's form: one HTML file that opens from disk, with its script and style in it; nothing is loaded or sent.

The preview of `selebaran serve` shows the same file with a place to save to and the pages that change.
"""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from html import escape
from pathlib import Path
from typing import Any

from selebaran.desk.district_files import District
from selebaran.desk.form_days import ruled_days
from selebaran.desk.form_records import ADDRESS, BODY, FORMS, OFFICE, FormKind, form_fields
from selebaran.desk.merged import free_id
from selebaran.desk.page_files import ID, LISTS
from selebaran.model.record import SHARED
from selebaran.model.telephone import Dialling

DATA = Path(__file__).parent.parent / "data"
HOW = "Isi, periksa, lalu salin teksnya atau simpan berkasnya untuk penjaga pusat. Tidak ada yang terkirim sendiri."
HOW_HERE = "Isi, lihat perubahannya, lalu simpan. Yang diubah hanya berkas di komputer ini."
KNOWN_BY: Mapping[str, tuple[str, ...]] = {
    "kegiatan": ("id",),
    "tempat": ("jenis", "nama"),
    "kontak": (OFFICE,),
    "kabar": (ADDRESS,),
    "halaman": (ADDRESS,),
}
"""What tells which entry is meant."""


@dataclass(frozen=True)
class Saving:
    """Where a form saves to, the sign of that start of the preview, and the pages shown beside it, by their titles."""

    address: str
    token: str
    frames: Mapping[str, str]


def form_page(there: District, saving: Saving | None = None) -> str:
    """The form of a district, as HTML."""
    style, script = _file("formulir.css"), _file("formulir.js")
    data = json.dumps(_data(there, saving), ensure_ascii=False, separators=(",", ":"))
    filled = {
        "policy": _policy(style, script, is_here=saving is not None),
        "nama": escape(there.name),
        "pembuka": HOW_HERE if saving else HOW,
        "kelas": " beriframe" if saving else "",
        "tombol": "Lihat perubahannya" if saving else "Periksa dan siapkan",
        "bingkai": "".join(_frames(saving)),
        "gaya": style,
        "data": _within_script(data),
        "skrip": script,
    }
    parts = _file("formulir.html").split("{{ ")
    return parts[0] + "".join(filled[name] + rest for name, _, rest in (part.partition(" }}") for part in parts[1:]))


def _frames(saving: Saving | None) -> Iterator[str]:
    for title, address in saving.frames.items() if saving else ():
        yield f'<h2>{escape(title)}</h2>\n<iframe title="{escape(title)}" src="{escape(address)}"></iframe>\n'


def _within_script(text: str) -> str:
    """JSON that no browser takes for the end of its element, whatever was typed into it."""
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _policy(style: str, script: str, *, is_here: bool) -> str:
    """Nothing runs but this script, and nothing is asked of anybody; the preview may ask its own host."""
    more = "; connect-src 'self'; frame-src 'self'" if is_here else ""
    own = f"script-src {_digest(script)}; style-src {_digest(style)}"
    return f"default-src 'none'; {own}; form-action 'none'; base-uri 'none'{more}"


def _digest(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


@lru_cache(maxsize=4)
def _file(name: str) -> str:
    text = (DATA / name).read_text("utf-8")
    assert "</script" not in text or name.endswith(".html")
    return text


def _data(there: District, saving: Saving | None) -> Mapping[str, Any]:
    forms = [_form(form, there) for form in FORMS if form.key != "kontak" or _has_offices(there)]
    found = {"slug": there.slug, "zona": there.zone, "nomor": where_of(there.where), "formulir": forms}
    return found | ({"simpan": {"alamat": saving.address, "tanda": saving.token}} if saving else {})


def _has_offices(there: District) -> bool:
    return bool(there.campaign and there.campaign.lists["kontak"])


def _form(form: FormKind, there: District) -> Mapping[str, Any]:
    return {
        "kunci": form.key,
        "judul": form.title,
        "teks": form.text,
        "isian": form_fields(form, there.campaign, there.subdistricts),
        "ada": list(_pages(form, there) if form.is_page else _known(form, there)),
        "dikenal": KNOWN_BY.get(form.key, ()),
    }


def _known(form: FormKind, there: District) -> Iterator[Mapping[str, Any]]:
    """What the district has already, to begin with: events, places, offices."""
    file = there.data.get(form.file, {})
    found = file.get(form.under) or ()
    if isinstance(found, Mapping):
        yield from ({OFFICE: key, **entry} for key, entry in found.items() if entry)
        return
    shared = {key: file[key] for key in SHARED if file.get(key)}
    for entry in found:
        name = {} if form.key == "tempat" or entry.get(ID) else {ID: free_id(entry, found, form.key)}
        yield {**shared, **name, **entry, **ruled_days(entry, there.zone)}


def _pages(form: FormKind, there: District) -> Iterator[Mapping[str, Any]]:
    """The pages of a folder, as far as their form asks; the newest first, where they have a day."""
    listed = there.data.get(form.under, {}).get(LISTS[form.under]) or ()
    for entry in sorted(listed, key=lambda one: str(one.get("tanggal", "")), reverse=True):
        said = {key: entry[key] for key in (*form.only, BODY) if entry.get(key)}
        yield {ADDRESS: entry[ID], **said}


def where_of(where: Dialling) -> Mapping[str, Any]:
    """How telephones are dialled in a district, for the form's rules."""
    return {"area": where.area, "pendek": sorted(where.short), "rekaan": where.is_made_up, "nomor": _numbers()}


@lru_cache(maxsize=1)
def _numbers() -> str:
    """What libphonenumber takes for a number of Indonesia, without the 0 in front, as one pattern."""
    from phonenumbers import PhoneMetadata

    data: Any = PhoneMetadata.metadata_for_region("ID")
    kinds = ("fixed_line", "mobile", "toll_free", "premium_rate", "shared_cost", "uan")
    return "|".join(pattern for kind in kinds if (pattern := getattr(data, kind).national_number_pattern))
