"""The bytes of a .docx -> the page that it offers, or every part of it that no page can have. Runs in a child.

mammoth reads the document (styles, lists, tables, notes, pictures); what it leaves out without a word, `marks` finds.
The text is rendered once by our own renderer and held against what Word shows.
"""

from __future__ import annotations

import html
import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Any
from xml.etree import ElementTree

import mammoth
from mammoth.docx.files import InvalidFileReferenceError

from selebaran.compose.district.pictures import PictureFault, for_web
from selebaran.compose.markup.render import render
from selebaran.compose.page.foreign import foreign, meant_address
from selebaran.desk.hostile import WORD, refused
from selebaran.desk.offer import Offer, OfferedPicture, Offers, Said, picture_of
from selebaran.desk.word.blocks import TYPED_ITEM, Block, blocks_of, items_of, seen
from selebaran.desk.word.marks import Marks, marks_of, problems_of
from selebaran.desk.word.parts import parts_of
from selebaran.model.problem import Place, Problem, problem, warning
from selebaran.model.telephone import Dialling
from selebaran.read.text import shown

STYLES = """
p[style-name='Title'] => h1.judul:fresh
p[style-name='Subtitle'] => p.ringkas:fresh
p[style-name='List Bullet 2'] => ul|ol > li > ul > li:fresh
p[style-name='List Bullet 3'] => ul|ol > li > ul|ol > li > ul > li:fresh
p[style-name='List Number 2'] => ul|ol > li > ol > li:fresh
p[style-name='List Number 3'] => ul|ol > li > ul|ol > li > ol > li:fresh
p[style-name='toc 1'] => !
p[style-name='toc 2'] => !
p[style-name='toc 3'] => !
p[style-name='TOC Heading'] => !
"""
"""Title, subtitle, lists whose depth is a style, and the list of contents, which a page has by itself."""
OTHER = re.compile(r"^(?:-|\||\w{1,2}\. )|\n|\]\(")
"""What tells of a block that it is a list, a table, several lines, or has a link or a picture."""
SCHEMES = ("https", "mailto", "tel")
MACHINE_MADE = re.compile(
    r"automatically generated|generated automatically|secara otomatis|AI-generated|dihasilkan AI", re.I
)
"""What Word adds to a text about a picture that no person wrote."""
LONGEST_TITLE, LONGEST_SUMMARY = 100, 300
LONGEST_LETTERHEAD, LONGEST_LINE = 5, 80
"""Lines above a letter's title, and letters of each."""
OFFICE = re.compile(
    r"(?:pemerintah|pemkab|pemkot|pemda|dinas|badan|kantor|kementerian|sekretariat|upt[d]?\b|puskesmas|rumah sakit|rsud"
    r"|kecamatan|kelurahan|desa|jl\.|jalan|telp|telepon|fax|faks|e-?mail|surel|website|laman|kode pos)",
    re.I,
)
"""How the lines of a letterhead begin."""
MOST_PICTURES = 20
BROKEN = (
    *(zipfile.BadZipFile, ElementTree.ParseError, KeyError, ValueError, IndexError, AttributeError, TypeError),
    *(OSError, RuntimeError, AssertionError, InvalidFileReferenceError),
)
"""What mammoth and its readers raise for a file that isn't what it says."""
FORM = "Word (.docx)"


def read_word(raw: bytes, label: str) -> Offers:
    """The page that a Word file offers, or why there is none."""
    if problems := refused(raw, label, WORD):
        return [], problems
    try:
        parts = parts_of(raw)
        if parts is None:
            return [], [problem("kiriman-tidak-terbaca", Place(label), jenis=FORM)]
        if problems := list(problems_of(parts, label)):
            return [], problems
        return _page(raw, label, marks_of(parts, label))
    except BROKEN:
        return [], [problem("kiriman-tidak-terbaca", Place(label), jenis=FORM)]


def _page(raw: bytes, label: str, marks: Marks) -> Offers:
    pictures = _Pictures(label)
    made = mammoth.convert_to_html(
        io.BytesIO(raw),
        style_map=STYLES,
        include_embedded_style_map=False,
        convert_image=mammoth.images.img_element(pictures.take),
    )
    document = ElementTree.fromstring(f"<div>{made.value}</div>")
    items = items_of(document)
    blocks = blocks_of(document, label, marks.items if len(items) == len(marks.items) else ())
    pictures.place(blocks)
    problems = [*marks.problems, *pictures.problems]
    if len(items) != len(marks.items):
        problems.append(warning("dokumen-nomor", Place(label)))
    offer, guesses = _offered(blocks, document, label)
    problems += guesses
    if not any(one.is_error for one in problems):
        problems += _unlike(blocks)
    return [Offer("halaman", label, Place(label), "", offer, _body(blocks, offer), tuple(pictures.found))], problems


class _Pictures:
    """The pictures of a document while they are taken out of it."""

    def __init__(self, label: str) -> None:
        self._label, self.found, self.problems = label, list[OfferedPicture](), list[Problem]()
        self._faults: dict[int, PictureFault] = {}
        self._count = 0

    def take(self, image: Any) -> dict[str, str]:
        """Encode one anew; the attributes of the element that stands for it."""
        self._count += 1
        with image.open() as file:
            content = file.read()
        alt = " ".join((image.alt_text or "").split())
        alt = "" if MACHINE_MADE.search(alt) else alt
        try:
            ending = "png" if image.content_type == "image/png" else "jpg"
            made = for_web(content, ending) if self._count <= MOST_PICTURES else b""
            self.found.append(picture_of(f"{self._count}.{ending}", made, Place(self._label), alt))
        except PictureFault as fault:
            self._faults[self._count] = fault
            self.found.append(picture_of(f"{self._count}.jpg", b"", Place(self._label), alt))
        return {"src": f"gambar:{self._count}", "alt": ""}

    def place(self, blocks: Sequence[Block]) -> None:
        """Say of each where it stands."""
        for number, one in enumerate(self.found, 1):
            spot = next((block.place for block in blocks if f"(gambar:{number})" in block.text), one.place)
            self.found[number - 1] = OfferedPicture(one.name, one.content, spot, one.alt)
            if fault := self._faults.get(number):
                name = f"gambar ke-{number}"
                self.problems.append(problem(fault.code, spot, berkas=name, **fault.values))
        if self._count > MOST_PICTURES:
            self.problems.append(problem("kiriman-terlalu-besar", Place(self._label), batas=f"{MOST_PICTURES} gambar"))


def _offered(blocks: list[Block], document: ElementTree.Element, label: str) -> tuple[dict[str, Said], list[Problem]]:
    """Title and summary; what is guessed of them is told. What they took is taken out of the blocks."""
    says: dict[str, Said] = {}
    styled = {seen(one): one.get("class", "") for one in document if one.get("class")}
    top, office = 0, (0, list[Problem]())
    for key in ("judul", "ringkas"):
        at = next((at for at, one in enumerate(blocks) if styled.get(one.words) == key), None)
        if at is None:
            at = _guess(key, blocks, top)
            if at is None:
                continue
            says[key] = Said(blocks[at].words, blocks[at].place, is_guess=True)
        else:
            says[key] = Said(blocks[at].words, blocks[at].place)
        del blocks[at]
        if key == "judul":
            top, office = at, _letterhead(blocks[:at])
    del blocks[: office[0]]
    return says, office[1]


def _guess(key: str, blocks: Sequence[Block], top: int) -> int | None:
    """The block that is title or summary by its place: the first heading or bold line, below the lines of a letterhead
    if there are any; the first paragraph below the title, which stood at `top`."""
    if key == "ringkas":
        return top if blocks[top:] and _can_be_summary(blocks[top]) else None
    lines = sum(1 for _ in takewhile(_can_be_letterhead, blocks[:LONGEST_LETTERHEAD]))
    is_it = blocks[lines:] and _can_be_title(blocks[lines]) and not (lines and blocks[lines].level)
    return lines if is_it else None


def _can_be_letterhead(block: Block) -> bool:
    """Whether a block is a short line that is no sentence, as of an office's name and address above a letter."""
    if len(block.words) > LONGEST_LINE or block.text.startswith(("|", "- ")):
        return False
    is_plain = not block.is_bold and block.words[-1:].isalnum()
    return bool(OFFICE.match(block.words)) or (is_plain and _can_be_summary(block))


def _letterhead(above: Sequence[Block]) -> tuple[int, list[Problem]]:
    """How many of the blocks above a title are the name and address of an office, which no page needs, and what is said
    of them. Lines that may be something else stay."""
    if not above or not all(map(_can_be_letterhead, above)):
        return 0, []
    told = shown(" / ".join(one.words for one in above))
    if not OFFICE.match(above[0].words):
        return 0, [warning("kop-surat-mungkin", above[0].place, isi=told)]
    return len(above), [warning("kop-surat-dilewati", above[0].place, isi=told)]


def _can_be_title(block: Block) -> bool:
    return (block.level == 1 or (block.is_bold and not block.is_item)) and len(block.words) <= LONGEST_TITLE


def _can_be_summary(block: Block) -> bool:
    """Whether a block is a short paragraph of words alone."""
    is_other = block.level or block.is_item or OTHER.search(block.text)
    return not is_other and len(block.words) <= LONGEST_SUMMARY


def _body(blocks: Sequence[Block], says: dict[str, Said]) -> str:
    """All blocks as one text: headings from the second level on, items that were typed below one another."""
    top = min((one.level for one in blocks if one.level), default=1)
    made = ""
    for number, one in enumerate(blocks):
        follows = one.is_item and number and blocks[number - 1].is_item
        text = f"{'#' * min(one.level - top + 2, 6)} {one.text}" if one.level else one.text
        made += f"{chr(10) if follows else chr(10) * 2}{text}"
    return made.strip("\n")


def _unlike(blocks: Sequence[Block]) -> Iterator[Problem]:
    """Each block that our renderer doesn't show as Word does, and what no page may have."""
    for one in blocks:
        if "[^" in one.text:  # a note and its mark are read together
            continue
        rendered = render(one.text, own=True)
        for fault in rendered.faults:
            make = warning if fault.mild else problem
            yield make(fault.code, one.place, **fault.values)
        yield from _led(rendered.html, one.place)
        if not rendered.faults and _letters(_visible(rendered.html), one) != _letters(one.words, one):
            yield problem("dokumen-berubah", one.place, isi=shown(one.words))


def _led(made: str, place: Place) -> Iterator[Problem]:
    """Each link that no page may have."""
    for kind, target in foreign(made, SCHEMES):
        if kind == "a" and target.lower().startswith("http:"):
            yield problem("tautan-http", place, tujuan=shown(target), ganti=shown(f"https{target[4:]}"))
        elif kind == "a":
            meant = meant_address(target, Dialling())
            yield problem("tautan-asing", place, tujuan=shown(target), maksud=shown(meant))


def _visible(made: str) -> str:
    return html.unescape(re.sub(r"<[^>]*>", " ", made))


def _letters(text: str, block: Block) -> str:
    """All letters and figures, which have to be the same. The mark of an item that was typed may become a list's."""
    plain = TYPED_ITEM.sub("", text.strip()) if block.is_item else text
    return "".join(one for one in plain if one.isalnum())
