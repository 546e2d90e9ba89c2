"""What the second campaign leaves out, one key after the other: built for real, and looked at as a reader does."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

import pypdfium2
import pytest

from selebaran.model.campaign import Campaign
from selebaran.publish.layout import site_of
from tests.conftest import run_here
from tests.kampanye.test_dbd import CONTENT, example
from tests.kampanye.test_dbd_built import DAY, HOSTS
from tests.once import Once
from tests.serving import public

KAMPANYE, RECORD = "content/kampanye.yml", "districts/kab-lestari/daerah.yml"
EVENTS, PLACES = "districts/kab-lestari/jadwal.yml", "districts/kab-lestari/layanan.yml"
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
SEEN = {"img", "input", "svg", "rect", "path", "use"}
"""What a reader sees though it holds no letter."""
BOXES = {"section", "aside", "nav", "ul", "ol", "li", "p", "h1", "h2", "h3", "a", "button", "dl", "table", "figure"}


@dataclass
class Left:
    """What is taken out: a key of kampanye.yml; what districts then don't have either, files and keys; what pages then
    don't name. `gone` is what no reader sees any more, `instead` what is read in its place."""

    key: str
    gone: tuple[str, ...]
    files: tuple[str, ...] = ()
    lines: dict[str, str] = field(default_factory=dict)
    named: tuple[str, ...] = ()
    instead: tuple[str, ...] = ()


LEFT = (
    Left("darurat", ("Langsung ke rumah sakit terdekat", 'class="darurat"')),
    Left("kegiatan", ("Kegiatan terdekat", "Semua jadwal", "Kampung Rekaan Indah"), files=(EVENTS,)),
    Left(
        "kontak",
        ("Posko DBD Lestari (rekaan)",),
        lines={RECORD: "kontak"},
        named=("kontak.posko_dbd", "kontak.dinkes"),
        instead=("belum punya posko sendiri",),
    ),
    Left(
        "layanan",
        ("Puskesmas Lestari (rekaan)</strong>", "Jalan Contoh 3"),
        files=(PLACES,),
        named=("puskesmas", "rumah_sakit"),
        instead=("Tanyakan puskesmas terdekat",),
    ),
    Left("istilah", ("Arti kata-kata", "istilah/")),
    Left("capaian", ("capaian.svg",), instead=("Sedikitnya",)),
    Left("portal", ("Cegah DBD di daerah Anda",)),
    Left("contoh_pencarian", ("misalnya: bak mandi", "contoh: bak mandi")),
    Left("tanya.telepon", ("Telepon saja", "Posko DBD Dinas Kesehatan"), instead=("Tanyakan ke puskesmas terdekat",)),
    Left("tanya.penjawab", ("Dijawab petugas posko", "dijawab petugas posko")),
)
ABSENT = {"halaman", "nomor_pendek", "pos_bantuan", "keadaan", "kunci_lama", "penjawab"}
ABSENT |= {"bahasa", "kecamatan", "pusat", "bukan_resmi", "kit", "seni_provinsi", "bagikan", "bilah"}
"""What the second campaign has left out from the beginning."""
TIED = {"kelompok"}
"""Pages name their groups; the test of a campaign that has nothing leaves them out."""


class Empty(HTMLParser):
    """Boxes in which there is nothing to be seen, by their name and class."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[list[str]] = []
        self.found: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in SEEN:
            self._see()
        if tag not in VOID:
            self.open.append([tag, dict(attrs).get("class") or "", ""])

    def handle_data(self, data: str) -> None:
        if data.strip():
            self._see()

    def handle_endtag(self, tag: str) -> None:
        while self.open:
            name, called, seen = self.open.pop()
            if name in BOXES and not seen:
                self.found.add(f"{name}.{called}")
            if name == tag:
                break

    def _see(self) -> None:
        for box in self.open:
            box[2] = "seen"


def empty_boxes(pages: dict[str, str]) -> set[str]:
    found: set[str] = set()
    for text in pages.values():
        parser = Empty()
        parser.feed(text)
        found |= parser.found
    return found


def without(text: str, key: str) -> str:
    """A file of YAML without one of its keys, and all that belongs to it."""
    top, _, below = key.partition(".")
    name, inner = (below, "  ") if below else (top, "")
    found = re.subn(rf"(?m)^{inner}{name}:.*\n(?:{inner} .*\n)*", "", text)
    assert found[1] == 1, key
    return found[0]


def is_read(path: Path) -> bool:
    """Pages, and what they share once they are touched."""
    return path.suffix == ".html" or path.name.startswith("sentuh.")


def pages_of(out: Path) -> dict[str, str]:
    """What residents and staff read of a build, by its address."""
    return {name: path.read_text("utf-8") for name, path in public(out).items() if is_read(path)}


def build(project: Path, out: Path, *arguments: str) -> dict[str, str]:
    done = run_here("--root", str(project), "--as-of", DAY, "--out", str(out), "--quiet", *arguments)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")  # a link that leads nowhere is a problem
    return pages_of(out)


@pytest.fixture(scope="module")
def whole(once: Once) -> dict[str, str]:
    return once("dbd-situs", lambda folder: build(example(folder / "proyek"), folder / "dist", "--only", "site"))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return example(tmp_path / "proyek")


def leave_out(project: Path, left: Left) -> None:
    for name, key in {KAMPANYE: left.key, **left.lines}.items():
        file = project / name
        file.write_text(without(file.read_text("utf-8"), key), "utf-8")
    for name in left.files:
        (project / name).unlink()
    for page in (project / "content").glob("*.md"):
        text = page.read_text("utf-8")
        for name in left.named:
            block = rf"(?ms)^{{% if daerah\.{name} %}}\n.*?(?:^{{% else %}}\n(.*?))?^{{% endif %}}\n"
            text = re.sub(block, lambda found: found[1] or "", text)
        page.write_text(text, "utf-8")


def test_every_key_that_may_be_left_out_is_left_out_once() -> None:
    optional = {f.alias for f in Campaign.model_fields.values() if not f.is_required()}
    assert optional == {left.key for left in LEFT if "." not in left.key} | ABSENT | TIED
    written = (CONTENT / "kampanye.yml").read_text("utf-8")
    assert not [key for key in ABSENT if re.search(rf"(?m)^{key}:", written)]


@pytest.mark.parametrize("left", LEFT, ids=lambda left: left.key)
def test_what_is_left_out_leaves_no_gap(left: Left, whole: dict[str, str], project: Path, tmp_path: Path) -> None:
    leave_out(project, left)
    pages = build(project, tmp_path / "dist", "--only", "site")
    everywhere, before = "\n".join(pages.values()), "\n".join(whole.values())
    assert [text for text in left.gone if text not in before] == []
    assert [text for text in left.gone if text in everywhere] == []
    assert [text for text in left.instead if text not in everywhere] == []
    assert re.findall(r".{0,40}\bNone\b.{0,40}", everywhere) == []
    assert empty_boxes(pages) - empty_boxes(whole) == set()


def test_a_campaign_that_says_nothing_but_what_it_must_has_whole_pages_and_sheets(
    whole: dict[str, str], project: Path, tmp_path: Path
) -> None:
    for left in LEFT:
        leave_out(project, left)
    file = project / KAMPANYE
    file.write_text(without(file.read_text("utf-8"), "kelompok"), "utf-8")
    for page in (project / "content").glob("*.md"):
        page.write_text(re.sub(r"(?m)^kelompok: .*\n", "", page.read_text("utf-8")), "utf-8")
    out = tmp_path / "dist"
    pages = build(project, out)
    everywhere = "\n".join(pages.values())
    assert not [text for left in LEFT for text in left.gone if text in everywhere]
    assert "None" not in everywhere
    assert empty_boxes(pages) - empty_boxes(whole) == set()
    with pypdfium2.PdfDocument(site_of(out, HOSTS[1]) / "unduh" / "poster-3m" / "poster-3m-kantor.pdf") as poster:
        foot = " ".join(poster[0].get_textpage().get_text_bounded().split())
    assert "Tanyakan ke puskesmas terdekat." in foot
    assert "None" not in foot


def test_an_empty_box_is_seen() -> None:
    page = '<main><section class="telepon"><p>\n</p></section><a href="x"><img src="y"></a><p>Ada</p></main>'
    assert empty_boxes({"a": page}) == {"section.telepon", "p."}
