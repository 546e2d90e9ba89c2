"""Random edits of a little project: what editors, the centre and the calendar do to it, one after the other.

Some of them break something; a later one mends it. With the same seed they are the same.
"""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from selebaran.jobs import recalled
from tests.conftest import DAY, ROOT, run_here
from tests.publish.little import FIRST, SECOND, little, problems, public

OWN_PAGE = "---\njudul: {title}\nringkas: Tentang {title}.\n---\n{text}\n"
SHARED_PAGE = "---\njudul: {title}\nringkas: Tentang {title}.\nmenu: 9\n---\n{text}\n"
PROVINCE = (
    "kontak:\n  dinkes:\n    nama: Dinas {name}\n    alamat: Jalan {name} 1\n    telepon: 0254 12345{number}\n"
    "    sumber: Karangan untuk pengujian\n    diperiksa_pada: 2026-11-01\n"
)
EVENT = (
    "  - {{judul: Pos {number}, jenis: pos_pendaftaran, tanggal: 2026-12-{day:02}, mulai: 09.00, selesai: 12.00, "
    "tempat: Balai {number}, id: pos-{number}}}\n"
)


class Edits:
    """A project that is edited at random, and built in one folder over and over."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.project = little(folder)
        shutil.copytree(ROOT / "templates", self.project / "templates")
        self.random = random.Random(seed)
        self.day = DAY
        self.told: list[str] = []
        self._kinds: tuple[Callable[[], str], ...] = (
            *(self._fact, self._shared_text, self._new_shared_page, self._event, self._new_event, self._own_page),
            *(self._rename, self._take_away, self._province, self._template, self._new_day, self._undo, self._break),
            *(self._office, self._damage, self._damage_entry),
        )
        self._older: list[tuple[Path, bytes | None]] = []

    def step(self) -> str:
        """Do something, and say what. What is broken is mended soon, for with a fault little is made."""
        broken = sorted(self.project.glob("districts/kab-*/halaman/rusak.md"))
        mend = broken and self.random.random() < 0.7
        told = self._mend(broken[0]) if mend else self.random.choice(self._kinds)()
        self.told.append(told)
        return told

    def build(self, out: str, *more: str) -> tuple[int, list[str]]:
        """Build; the exit code and what was said of the content."""
        where = ("--root", str(self.project), "--out", str(self.project / out), "--as-of", self.day.isoformat())
        done = run_here("--only", "site", *where, *more)
        return done.returncode, problems(done)

    def differences(self, *, from_nothing: bool = False) -> list[str]:
        """Files of a clean build that the output, built again and again, has not or has otherwise. Of a district with a
        fault its last good site stays, which a clean build never had: then only what is said must be the same. A clean
        build knows nothing; `from_nothing`, this process doesn't either, and the other one what was kept on disk."""
        shutil.rmtree(self.project / "bersih", ignore_errors=True)
        if from_nothing:
            recalled.forget()
        again = self.build("dist")
        if from_nothing:
            recalled.forget()
        clean = self.build("bersih", "--fresh")
        if again != clean:
            return [f"said: {again} instead of {clean}"]
        if again[0]:
            return []
        mine, theirs = public(self.project), public(self.project, "bersih")
        names = {name.partition("/")[0] for name in theirs}
        left = [name for name in mine.keys() - theirs.keys() if name.partition("/")[0] in names - {"laporan"}]
        return sorted([*left, *(name for name, content in theirs.items() if mine.get(name) != content)])

    def _write(self, path: Path, text: str | None) -> None:
        self._older.append((path, path.read_bytes() if path.is_file() else None))
        if text is None:
            path.unlink()
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")

    def _number(self) -> int:
        return self.random.randrange(10)

    def _district(self) -> Path:
        return self.project / "districts" / self.random.choice((FIRST, SECOND))

    def _fact(self) -> str:
        path, value = self.project / "content" / "fakta.yml", 30 + self._number()
        text = re.sub(r"Rp\d+\.000", f"Rp{value}.000", path.read_text("utf-8"))
        self._write(path, re.sub(r"isi: \d+000\}", f"isi: {value}000}}", text))
        return f"a fact is {value}000"

    def _shared_text(self) -> str:
        path = self.project / "content" / "daftar.md"
        self._write(path, f"{path.read_text('utf-8')}\nBawa juga berkas ke-{self._number()}.\n")
        return "a shared page says more"

    def _new_shared_page(self) -> str:
        name = f"tambahan-{self._number()}"
        text = f"Isi {self._number()}. Telepon {{{{ fakta.care_center }}}}."
        self._write(self.project / "content" / f"{name}.md", SHARED_PAGE.format(title=name.title(), text=text))
        return f"a shared page {name}"

    def _event(self) -> str:
        path = self.project / "districts" / SECOND / "jadwal.yml"
        place = f"tempat: Balai Warga {self._number()}"
        self._write(path, re.sub(r"tempat: Balai [^,}\n]*", place, path.read_text("utf-8"), count=1))
        return "an event is elsewhere"

    def _new_event(self) -> str:
        path = self.project / "districts" / SECOND / "jadwal.yml"
        number = self.random.randrange(90)
        text = path.read_text("utf-8")
        if f"id: pos-{number}}}" not in text:
            self._write(path, text.rstrip("\n") + "\n" + EVENT.format(number=number, day=1 + number % 28))
        return f"a new event {number}"

    def _own_page(self) -> str:
        name, folder = f"posko-{self._number()}", self._district()
        text = self.random.choice(("Datanglah pagi.", "<center>Datanglah sore.</center>"))
        page = OWN_PAGE.format(title=name.title(), text=f"{text} {self._number()}")
        self._write(folder / "halaman" / f"{name}.md", page)
        return f"{folder.name} has a page {name}"

    def _own_pages(self) -> list[Path]:
        return sorted([*self.project.glob("districts/kab-*/halaman/*.md"), *self.project.glob("content/tambahan-*.md")])

    def _rename(self) -> str:
        pages = self._own_pages()
        if not pages:
            return "nothing to rename"
        page = self.random.choice(pages)
        to = page.with_name(f"{page.stem.rpartition('-')[0]}-{10 + self._number()}.md")
        text = page.read_text("utf-8")
        self._write(page, None)
        self._write(to, text)
        return f"{page.name} is {to.name}"

    def _take_away(self) -> str:
        pages = self._own_pages()
        if not pages:
            return "nothing to take away"
        page = self.random.choice(pages)
        self._write(page, None)
        return f"{page.name} is gone"

    def _province(self) -> str:
        name, number = "provinsi-uji", self._number()
        path = self.project / "districts" / "_provinsi" / name / "provinsi.yml"
        self._write(path, PROVINCE.format(name=f"Provinsi {number}", number=number))
        return f"the province {name} says {number}"

    def _office(self) -> str:
        """What stands on every page of a district."""
        path, number = self.project / "districts" / SECOND / "daerah.yml", self._number()
        self._write(path, re.sub(r"telepon: 0254 \d+", f"telepon: 0254 12345{number}", path.read_text("utf-8")))
        return f"the office has the telephone {number}"

    def _damage(self) -> str:
        """Somebody puts another file in the place of a page that was built."""
        pages = sorted(path for path in (self.project / "dist").glob("situs/*/*/index.html"))
        if not pages:
            return "nothing to damage"
        page = self.random.choice(pages)
        text = page.read_text("utf-8")
        page.unlink()
        page.write_text(text.replace("e", "3"), "utf-8")
        return f"{page.parent.name} was damaged"

    def _damage_entry(self) -> str:
        """Something of what is remembered is half written."""
        entries = sorted((self.project / "dist").glob(".rilis/.ingatan/*/*.json"))
        if not entries:
            return "nothing is remembered"
        entry = self.random.choice(entries)
        content = entry.read_bytes()
        entry.write_bytes(content[: self.random.randrange(len(content))])
        return f"{entry.parent.name}/{entry.name} was damaged"

    def _template(self) -> str:
        path = self.project / self.random.choice(("templates/site/main.html", "templates/laporan/daerah.html"))
        self._write(path, f"{path.read_text('utf-8').rstrip()}\n{{# {self._number()} #}}<!-- {self._number()} -->\n")
        return f"{path.name} is another"

    def _new_day(self) -> str:
        self.day = date.fromordinal(self.day.toordinal()) + timedelta(self.random.choice((-1, 1, 1, 2, 40, 200)))
        return f"it is {self.day}"

    def _undo(self) -> str:
        """What was saved is put back: the output must be what it was."""
        if not self._older:
            return "nothing to undo"
        path, content = self._older.pop(self.random.randrange(len(self._older)))
        if content is None:
            path.unlink(missing_ok=True)
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        return f"{path.name} is as it was"

    def _break(self) -> str:
        path = self._district() / "halaman" / "rusak.md"
        self._write(path, "---\njudul: [\n---\n")
        return f"{path.parent.parent.name} is broken"

    def _mend(self, path: Path) -> str:
        path.unlink()
        return f"{path.parent.parent.name} is mended"
