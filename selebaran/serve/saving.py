"""What the form beside a page sends -> what would change; and, once somebody has seen that, the change.

Only this computer's own pages may ask, and only with the sign of this start (see `may_save`): whoever could write here
could publish. What is written is what was seen: the digest of the difference comes back with the wish.
"""

from __future__ import annotations

import difflib
import json
import secrets
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from email.message import Message
from hashlib import sha256
from http import HTTPStatus
from pathlib import Path
from typing import Any

from selebaran.desk.district_files import District, district_of
from selebaran.desk.form_intake import proposed
from selebaran.desk.form_page import Saving, form_page
from selebaran.desk.form_text import MOST_BYTES
from selebaran.model.problem import Problem
from selebaran.publish.received import add_received
from selebaran.read.splice import UnusualLayout
from selebaran.serve.hosts import LOCAL
from selebaran.serve.paths import OWN
from selebaran.serve.recent import Recent
from selebaran.serve.telling import Telling
from selebaran.words.visible import visible

FORM = "formulir"
ADDRESS = f"/{OWN}/{FORM}/"
TOKEN = "X-Selebaran-Tanda"
KIND = "application/json"
SENT = "formulir"
"""How faults name what was sent."""
MOST = MOST_BYTES + 1024
Said = Mapping[str, Any]
"""An answer, as JSON."""
Answer = tuple[HTTPStatus, Said]


def may_save(headers: Message[str, str], token: str) -> bool:
    """Whether a request comes from the form that this start has shown: a page of the same origin, with its sign, in a
    way that no form and no picture of another page can ask."""
    host = headers.get("Host") or ""
    return (
        headers.get("Origin") == f"http://{host}"
        and host.partition(":")[0].endswith(f".{LOCAL}")
        and headers.get("Sec-Fetch-Site", "same-origin") == "same-origin"
        and headers.get("Content-Type") == KIND
        and secrets.compare_digest((headers.get(TOKEN) or "").encode(), token.encode())
    )


def length_of(headers: Message[str, str]) -> int | None:
    """How many bytes a request has; None where it doesn't say, or more than a form can send."""
    told = headers.get("Content-Length") or ""
    if headers.get("Transfer-Encoding") or not (told.isascii() and told.isdigit() and len(told) < 9):
        return None
    return int(told) if int(told) <= MOST else None


@dataclass
class Desk:
    """Where forms are shown and saved: the project, and the words of this start. One is served after the other."""

    root: Path
    telling: Telling
    _turn: threading.Lock = field(default_factory=threading.Lock)
    _recent: Recent = field(init=False)

    def __post_init__(self) -> None:
        self._recent = Recent(self.root)

    def page(self, slug: str) -> str | None:
        """The form of a district, beside its site and its sheets; None where the district can't be read."""
        say = self.telling.say
        frames = {say("Halamannya"): "/", say("Lembarnya"): f"/{OWN}/lembar/"}
        with self._turn:
            there = self._district(slug)
        return form_page(there, Saving(ADDRESS, self.telling.token, frames)) if there else None

    def answer(self, slug: str, raw: bytes) -> Answer:
        """What is answered to what a form sent for a district."""
        wish = _wish(raw)
        if wish is None:
            return HTTPStatus.BAD_REQUEST, {"pesan": self.telling.say("Isian ini tidak dapat dibaca.")}
        with self._turn:
            there = self._district(slug)
            if there is None:
                text = self.telling.say(
                    "Daerah ini sedang tidak dapat dibaca. Betulkan dahulu yang disebut di pratinjaunya."
                )
                return HTTPStatus.OK, {"pesan": text}
            return HTTPStatus.OK, self._compared(there, *wish)

    def _district(self, slug: str) -> District | None:
        registry = self._recent.of(slug)
        return district_of(slug, registry, self.root) if slug in registry.districts else None

    def _compared(self, there: District, text: str, seen: str) -> Said:
        say = self.telling.say
        try:
            texts, problems = proposed(there, {SENT: text.encode()})
        except UnusualLayout as fault:
            return {"pesan": say("{berkas}: daftar '{kunci}' ditulis dengan cara lain", berkas=there.slug, kunci=fault)}
        rows = {"masalah": [self._row(one) for one in problems]}
        if any(one.is_error for one in problems):
            return rows
        if not texts:
            return rows | {"pesan": say("tidak ada yang berubah")}
        digest = _digest(there, texts)
        if seen != digest:
            told = {"pesan": say("Berkasnya berubah sejak Anda melihatnya. Ini perubahannya sekarang.")} if seen else {}
            return rows | told | {"beda": _difference(there, texts), "sidik": digest}
        return {**rows, **self._written(there, texts, text.encode())}

    def _written(self, there: District, texts: Mapping[str, str | bytes], sent: bytes) -> Said:
        try:
            write_within(self.root / "districts" / there.slug, texts)
        except OSError:
            return {"pesan": self.telling.say("Tidak dapat menulis ke folder daerah ini.")}
        done = [there.label(name) for name in texts]
        try:
            add_received(self.root / "dist", there.slug, [(SENT, sent)], done)
        except OSError:
            return {"ditulis": done, "pesan": self.telling.say("Tersimpan, tetapi tidak tercatat di laporan kiriman.")}
        return {"ditulis": done}

    def _row(self, found: Problem) -> Said:
        fault, cure = self.telling.tell(found)
        return {"tempat": visible(str(found.place)), "pesan": fault, "saran": cure, "salah": found.is_error}


def _wish(raw: bytes) -> tuple[str, str] | None:
    """What is to be saved, and the digest of what was seen, "" where nothing was; None for anything else."""
    try:
        said = json.loads(raw)
    except (ValueError, RecursionError):
        return None
    if not isinstance(said, dict):
        return None
    text, seen = said.get("isi"), said.get("sidik", "")
    return (text, seen) if isinstance(text, str) and isinstance(seen, str) and _is_sound(text) else None


def _is_sound(text: str) -> bool:
    """Whether a text has no half of a letter."""
    return not any("\ud800" <= letter <= "\udfff" for letter in text)


def _digest(there: District, texts: Mapping[str, str | bytes]) -> str:
    """Names a change: the files as they are, and as they will be."""
    told = [(name, there.text_of(name), sha256(_raw(one)).hexdigest()) for name, one in sorted(texts.items())]
    return sha256(json.dumps(told).encode()).hexdigest()


def _raw(content: str | bytes) -> bytes:
    return content if isinstance(content, bytes) else content.encode()


def _difference(there: District, texts: Mapping[str, str | bytes]) -> str:
    lines: list[str] = []
    for name, text in texts.items():
        before, label = there.text_of(name).splitlines(), there.label(name)
        if isinstance(text, bytes):
            lines.append(f"+++ {label} ({len(text) // 1024 + 1} kB)")
            continue
        lines += difflib.unified_diff(before, text.splitlines(), label, label, lineterm="", n=1)
    return "\n".join(visible(line.rstrip()) for line in lines)


def write_within(folder: Path, texts: Mapping[str, str | bytes]) -> None:
    """Write files of a district, each replaced whole; nothing outside of its folder, whatever its links say."""
    home = folder.resolve()
    parts: Sequence[tuple[Path, Path]] = [
        (folder / name, (folder / name).with_name(f".{Path(name).name}.sebagian")) for name in texts
    ]
    try:
        for (path, part), text in zip(parts, texts.values(), strict=True):
            path.parent.mkdir(parents=True, exist_ok=True)
            if not path.parent.resolve().is_relative_to(home):
                raise PermissionError(str(path))
            part.write_bytes(_raw(text))
        for path, part in parts:
            part.replace(path)
    finally:
        for _, part in parts:
            part.unlink(missing_ok=True)
