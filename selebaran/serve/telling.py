"""What is said to who looks: the list of what is wrong, for the overlay and for a page that can't be made, and the few
words of the pages that `serve` has itself. The command line gives the language."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from typing import Protocol

from selebaran.model.problem import Problem
from selebaran.serve.paths import OWN
from selebaran.words.visible import visible

MOST = 200
"""More problems than these nobody reads in a browser."""
CONTENT_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'"
)


class Say(Protocol):
    """Says a text in the language that was asked for, with its places filled."""

    def __call__(self, text: str, **values: object) -> str:
        """The text."""
        ...


class Tell(Protocol):
    """Says of a problem what is wrong, and the cure."""

    def __call__(self, problem: Problem) -> tuple[str, str]:
        """Both in words."""
        ...


@dataclass(frozen=True)
class Telling:
    """The words of one language, and the sign by which this start of `serve` knows its own pages."""

    say: Say
    tell: Tell
    token: str

    def state(self, problems: Iterable[Problem], busy: str) -> str:
        """What the overlay shows, as JSON."""
        found = list(problems)[:MOST]
        errors = [self._row(one) for one in found if one.is_error]
        notes = [self._row(one) for one in found if not one.is_error]
        title = self.say("{banyak} hal perlu dibetulkan", banyak=len(errors)) if errors else ""
        said = {"salah": errors, "catatan": notes, "judul": title, "sibuk": self._busy(busy)}
        return json.dumps(said, ensure_ascii=False)

    def _row(self, problem: Problem) -> dict[str, str]:
        fault, cure = self.tell(problem)
        return {"tempat": visible(str(problem.place)), "pesan": fault, "saran": cure}

    def _busy(self, kind: str) -> str:
        if kind == "semua-lembar":
            return self.say("Lembar sedang dibuat …")
        return self.say("Sedang dibuat …") if kind else ""

    def words(self) -> str:
        """The overlay's own words, as JSON."""
        return json.dumps(
            {
                "lama": self.say(
                    "Yang tampil masih yang terakhir baik. Simpan perbaikannya: halaman ini ikut berubah."
                ),
                "saran": self.say("Saran"),
                "catatan": self.say("Catatan"),
                "tutup": self.say("Tutup"),
                "lembar": self.say("Lembar"),
                "semua": self.say("Semua daerah"),
                "putus": self.say("Pratinjau berhenti. Jalankan lagi: selebaran serve"),
                "pratinjau": self.say("Pratinjau"),
                "formulir": self.say("Formulir"),
            },
            ensure_ascii=False,
        )

    def script(self, looked_at: str, stamp: str, portal: str) -> str:
        """The element that loads the overlay and looks for changes; no built site has it."""
        given = {"lihat": looked_at, "cap": stamp, "tanda": self.token, "portal": portal, "kata": self.words()}
        data = " ".join(f'data-{name}="{escape(value)}"' for name, value in given.items())
        return f'<script src="/{OWN}/muat.js" {data} defer></script>'

    def document(self, title: str, body: str, script: str = "", more: str = "") -> bytes:
        """A page that no site has."""
        head = f'<meta charset="utf-8">\n<meta name="viewport" content="width=device-width,initial-scale=1">\n{more}'
        style = f'<link rel="stylesheet" href="/{OWN}/gaya.css">'
        return (
            f'<!doctype html>\n<html lang="id">\n<head>\n{head}<title>{escape(title)}</title>\n{style}\n</head>\n'
            f"<body>\n<main>\n{body}\n</main>\n{script}\n</body>\n</html>\n"
        ).encode()

    def waiting(self, name: str, script: str) -> bytes:
        """What stands there while a page is made for the first time."""
        title = self.say("{nama} sedang dibuat", nama=name)
        text = self.say("Halaman ini berganti sendiri begitu jadi.")
        body = f"<h1>{escape(title)} …</h1>\n<p>{escape(text)}</p>"
        return self.document(title, body, script, '<noscript><meta http-equiv="refresh" content="2"></noscript>\n')

    def faults(self, problems: Iterable[Problem], script: str) -> bytes:
        """What stands there instead of a page that can't be made and never was."""
        found = [one for one in problems if one.is_error][:MOST]
        title = self.say("{banyak} hal perlu dibetulkan", banyak=len(found))
        rows = "\n".join(map(self._entry, found))
        after = self.say("Simpan perbaikannya: halaman ini ikut berubah.")
        return self.document(title, f"<h1>{escape(title)}</h1>\n<ol>\n{rows}\n</ol>\n<p>{escape(after)}</p>", script)

    def _entry(self, problem: Problem) -> str:
        row = self._row(problem)
        cure = f"{self.say('Saran')}: {row['saran']}"
        return (
            f"<li><code>{escape(row['tempat'])}</code><p>{escape(row['pesan'])}</p>"
            f'<p class="saran">{escape(cure)}</p></li>'
        )

    def list_of(self, title: str, links: Iterable[tuple[str, str]], script: str, empty: str) -> bytes:
        """A page of links: addresses and texts."""
        rows = "\n".join(f'<li><a href="{escape(to)}">{escape(text)}</a></li>' for to, text in links)
        return self.document(
            title, f"<h1>{escape(title)}</h1>\n<ul>{rows}</ul>" if rows else f"<p>{escape(empty)}</p>", script
        )

    def sheet(self, title: str, files: Iterable[str], shown: Iterable[tuple[str, str]], script: str) -> bytes:
        """A print piece: pictures of its pages by profile and address, and its files. A browser shows the pictures anew
        without losing the place; its own view of a PDF begins again at the first page, each in another way."""
        links = " ".join(f'<a href="{escape(path)}">{escape(_last(path))}</a>' for path in files)
        figures = "\n".join(
            f'<figure><img src="{escape(path)}" alt="{escape(_last(path))}">'
            f"<figcaption>{escape(profile)}</figcaption></figure>"
            for profile, path in shown
        )
        back = f'<p><a href="/{OWN}/lembar/">{escape(self.say("Semua lembar"))}</a></p>'
        body = f'<h1>{escape(title)}</h1>\n{back}\n<p class="berkas">{links}</p>\n<div class="lembar">{figures}</div>'
        return self.document(title, body, script)


def _last(path: str) -> str:
    """The name of a file."""
    return path.rpartition("/")[2]
