"""Word files as officers write them become a page, or each part that no page can have is told with where it stands."""

from __future__ import annotations

import html
import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest
from PIL import Image

from selebaran.compose.markup.outcome import Rendered
from selebaran.compose.markup.render import render
from selebaran.desk.apart import DOCUMENT, offers_apart
from selebaran.desk.hostile import WORD
from selebaran.desk.offer import Offer
from selebaran.desk.word import read as reader
from selebaran.desk.word.read import read_word
from selebaran.model.problem import Problem
from tests.desk.word_files import docx, p, photo, picture, relation, run, table

TITLE, SUMMARY = p("Loket pindah", style="Title"), p("Loket ada di balai desa.", style="Subtitle")
PHOTO = relation("rId7", "image", "media/image1.png")


@dataclass(frozen=True)
class Word:
    """A document: its paragraphs, what stands in its page, and what is told, each with its place."""

    body: tuple[str, ...]
    says: str = ""
    told: tuple[tuple[str, str], ...] = ()
    relations: str = ""
    parts: dict[str, bytes] | None = None


def changed(tag: str, text: str) -> str:
    words = f"<w:r><w:{'delText' if tag == 'del' else 't'}>{text}</w:{'delText' if tag == 'del' else 't'}></w:r>"
    return f'<w:{tag} w:id="1" w:author="Sari">{words}</w:{tag}>'


BOX = (
    '<w:r><w:drawing><wp:anchor><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
    f"<wps:wsp><wps:txbx><w:txbxContent>{p('Kotak penting')}</w:txbxContent></wps:txbx></wps:wsp>"
    "</a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>"
)
DOCUMENTS = {
    "headings, bold and italic letters, a list that goes on, a table": Word(
        (
            p("Syarat", style="Heading1"),
            p("Bawa ", run("KTP", "b"), " dan ", run("kartu", "i"), "."),
            p("Datang", item=(2, 0)),
            p("pagi", item=(1, 1)),
            p("Duduk\ntenang", item=(2, 0)),
            p("Istirahat dulu."),
            p("Pulang", item=(2, 0)),
            p("Jam", style="Heading2"),
            table(("Hari", "Jam"), ("Senin", "08.00\n13.00"), ("Selasa|Rabu", p("butir", item=(1, 0)))),
        ),
        "## Syarat\n\nBawa **KTP** dan <em>kartu</em>.\n\n1. Datang\n   - pagi\n2. Duduk\\\n   tenang\n\n"
        "Istirahat dulu.\n\n3. Pulang\n\n### Jam\n\n"
        "| Hari | Jam |\n|---|---|\n| Senin | 08.00<br>13.00 |\n| Selasa\\|Rabu | • butir |",
    ),
    "marks that are words": Word(
        (p("Harga 5*2, [x], a_b_, <b>, # dan ~1~."), p("# pagar"), p("=== garis"), p("> 60 tahun"), p("---")),
        "Harga 5\\*2, \\[x\\], a_b\\_, \\<b>, # dan \\~1\\~.\n\n\\# pagar\n\n\\=== garis\n\n\\> 60 tahun\n\n\\---",
    ),
    "marks that Word made and marks that were typed": Word(
        (p("1. nomor", item=(2, 0)), p("- strip", item=(2, 0)), p("%% dan :::")),
        "1. 1\\. nomor\n2. \\- strip\n\n\\%% dan :::",
    ),
    "lists that were typed, and two lists below one another": Word(
        (
            *(p("1.\tDatang"), p("2.\tDuduk"), p("Bawa:"), p("- KTP"), p("- KK")),
            *(p("satu", item=(2, 0)), p("huruf", item=(3, 0)), p("huruf lain", item=(3, 0))),
        ),
        "1. Datang\n2. Duduk\n\nBawa:\n\n- KTP\n- KK\n\n1. satu\n\na. huruf\nb. huruf lain",
    ),
    "lists by their style, beside others": Word(
        (
            *(p("satu", style="ListNumber"), p("dua", style="ListNumber"), p("Sela.")),
            *(p("lain", item=(3, 0)), p("Sela."), p("tiga", style="ListNumber")),
        ),
        "1. satu\n2. dua\n\nSela.\n\na\\. lain\n\nSela.\n\n3. tiga",
    ),
    "links": Word(
        (p('<w:hyperlink r:id="rId8"><w:r><w:t>situs (baru)</w:t></w:r></w:hyperlink>'),),
        "[situs (baru)](https://contoh.example/a%20b)",
        relations=relation("rId8", "hyperlink", "https://contoh.example/a b", "External"),
    ),
    "a picture with words for it": Word(
        (p("Peta:"), picture(alt="Peta loket")), "Peta:\n\n![](gambar:1)", (), PHOTO, {"word/media/image1.png": photo()}
    ),
    "changes that nobody decided, in a paragraph, and in a row": Word(
        (
            p("Syarat", style="Heading1"),
            p("Bayar ", changed("del", "Rp1"), changed("ins", "Rp2"), "."),
            table(("Hari", "Jam"), ("Senin", f"<w:p>{changed('ins', '09.00')}</w:p>")),
        ),
        "",
        (
            ("dokumen-perubahan", "[bagian 'Syarat', paragraf 1]"),
            ("dokumen-perubahan", "[bagian 'Syarat', paragraf 1]"),
            ("dokumen-perubahan", "[tabel 1, baris 2]"),
        ),
    ),
    "merged cells": Word(
        (
            table(("Hari", "Jam"), ("Senin", "1")),
            table(("Hari", "Jam"), ("Senin", "1"), shape='<w:gridSpan w:val="2"/>'),
            table(("a", "b"), ("c", "d"), shape='<w:vMerge w:val="restart"/>'),
        ),
        "",
        (("dokumen-sel-gabungan", "[tabel 2, baris 1]"), ("dokumen-sel-gabungan", "[tabel 3, baris 1]")),
    ),
    "a box, a formula, a table in a table, a list that is too deep": Word(
        (
            p("Satu.", BOX),
            p("Dua.", "<m:oMath><m:r/></m:oMath>".replace("<m:r/>", "<w:r/>")),
            table(("a", "b"), (table(("x", "y")), "d")),
            p("dalam", item=(1, 3)),
        ),
        "",
        (
            ("dokumen-benda", "[bagian 'Loket pindah', paragraf 3]"),
            ("dokumen-daftar-dalam", "[bagian 'Loket pindah', paragraf 4]"),
            ("dokumen-kotak", "[bagian 'Loket pindah', paragraf 2]"),
            ("dokumen-tabel-dalam", "[tabel 1, baris 2]"),
        ),
    ),
    "headers, comments, a list of contents, numbers in capitals": Word(
        (
            p("Isi ........ 1", style="TOC1"),
            p("Halo.", '<w:r><w:commentReference w:id="0"/></w:r>'),
            p("satu", item=(4, 0)),
        ),
        "Halo.\n\n1. satu",
        (
            ("dokumen-komentar", "[bagian 'Loket pindah', paragraf 3]"),
            ("dokumen-nomor", "[bagian 'Loket pindah', paragraf 4]"),
            ("dokumen-tepi", ""),
        ),
        parts={
            "word/header1.xml": b'<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
            b"<w:p><w:r><w:t>Dinas Kesehatan</w:t></w:r></w:p></w:hdr>"
        },
    ),
    "an address that no page may have": Word(
        (p("Lihat http://contoh.example/a."),), "", (("tautan-http", "[bagian 'Loket pindah', paragraf 2]"),)
    ),
}


def read(word: Word) -> tuple[list[Offer], list[Problem]]:
    return read_word(docx(TITLE, SUMMARY, *word.body, relations=word.relations, parts=word.parts), "surat.docx")


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_becomes_a_page_or_what_it_can_not_be_is_told_where_it_stands(name: str) -> None:
    word = DOCUMENTS[name]
    (offer,), told = read(word)
    assert sorted((one.code, one.place.file.removeprefix("surat.docx")) for one in told) == sorted(word.told)
    assert {key: said.text for key, said in offer.says.items()} == {
        "judul": "Loket pindah",
        "ringkas": "Loket ada di balai desa.",
    }
    if word.says:
        assert offer.body == word.says


def test_a_page_shows_every_word_of_its_document_in_order() -> None:
    word = DOCUMENTS["marks that are words"]
    (offer,), _ = read(word)
    seen = html.unescape(re.sub("<[^>]*>", " ", render(offer.body, own=True).html))
    assert "".join(seen.split()) == "Harga5*2,[x],a_b_,<b>,#dan~1~.#pagar===garis>60tahun---"


def test_a_text_that_would_show_otherwise_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "render", lambda text, own: Rendered("<p>Bawa</p>", (), ()))
    _, told = read_word(docx(TITLE, SUMMARY, p("Bawa KTP.")), "surat.docx")
    assert [(one.code, one.place.file) for one in told] == [
        ("dokumen-berubah", "surat.docx[bagian 'Loket pindah', paragraf 2]")
    ]


def test_title_and_summary_are_guessed_by_where_they_stand_and_that_is_said() -> None:
    (offer,), told = read_word(docx(p(run("LOKET PINDAH", "b")), p("Mulai besok."), p("Datanglah.")), "surat.docx")
    assert told == []
    assert {key: (said.text, said.is_guess) for key, said in offer.says.items()} == {
        "judul": ("LOKET PINDAH", True),
        "ringkas": ("Mulai besok.", True),
    }
    assert offer.body == "Datanglah."
    assert not read_word(docx(p("1. Datang"), p("2. Duduk")), "surat.docx")[0][0].says


@pytest.mark.parametrize(
    ("head", "code", "kept"),
    [
        ((p("PEMERINTAH KABUPATEN REKAAN"), p("Seksi Promosi"), p("Jalan Contoh 1")), "kop-surat-dilewati", ""),
        ((p(run("DINAS KESEHATAN", "b")), p("Jl. Rekaan No. 1")), "kop-surat-dilewati", ""),
        ((p("Seksi Promosi"), p("Lantai dua")), "kop-surat-mungkin", "Seksi Promosi\n\nLantai dua"),
    ],
)
def test_a_letterhead_is_taken_off_and_told_and_lines_that_may_be_none_stay(
    head: tuple[str, ...], code: str, kept: str
) -> None:
    (offer,), told = read_word(docx(*head, p(run("Loket pindah", "b")), p("Mulai besok.")), "surat.docx")
    assert {key: said.text for key, said in offer.says.items()} == {"judul": "Loket pindah", "ringkas": "Mulai besok."}
    assert offer.body == kept
    assert [(one.code, one.is_error) for one in told] == [(code, False)]
    assert "judul" not in read_word(docx(p("Datanglah."), p(run("Syarat", "b"))), "surat.docx")[0][0].says


def test_a_picture_is_small_and_says_nothing_of_where_it_was_taken_and_no_machine_words_it() -> None:
    file = io.BytesIO()
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = 6, "Ponsel Rekaan"  # turned, and whose it is
    Image.linear_gradient("L").resize((3000, 2000)).save(file, "JPEG", exif=exif)
    raw = docx(
        *(TITLE, SUMMARY, picture(alt="Gambar orang. Deskripsi dibuat secara otomatis")),
        relations=relation("rId7", "image", "media/a.jpeg"),
        parts={"word/media/a.jpeg": file.getvalue()},
    )
    (offer,), told = offers_apart(read_word, raw, "surat.docx")
    assert told == []
    (found,) = offer.pictures
    assert (found.name, found.alt) == ("1.jpg", "")
    made = Image.open(io.BytesIO(found.raw))
    assert made.height > made.width  # as it was held
    assert max(made.size) <= 1600
    assert not dict(made.getexif())
    assert b"Rekaan" not in found.raw


def spoilt(name: str, content: bytes) -> bytes:
    return docx(TITLE, parts={name: content})


XXE = b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'
HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "a text": (lambda: b"Halo", "kiriman-tidak-terbaca"),
    "half of one": (lambda: docx(TITLE)[:600], "kiriman-tidak-terbaca"),
    "a zip of something else": (lambda: zipped({"a.txt": b"a"}), "kiriman-tidak-terbaca"),
    "broken XML": (lambda: spoilt("word/document.xml", b"<w:document"), "kiriman-tidak-terbaca"),
    "too large": (lambda: docx(TITLE) + bytes(WORD.packed), "kiriman-terlalu-besar"),
    "a bomb": (lambda: spoilt("word/media/a.xml", bytes(WORD.unpacked)), "kiriman-terlalu-besar"),
    "too many parts": (
        lambda: docx(TITLE, parts={f"word/{n}.xml": b"<a/>" for n in range(500)}),
        "kiriman-terlalu-besar",
    ),
    "a program": (lambda: spoilt("word/vbaProject.bin", b"x"), "kiriman-bermuatan"),
    "a file within": (lambda: spoilt("word/embeddings/a.xlsx", b"x"), "kiriman-bermuatan"),
    "entities": (lambda: spoilt("word/footnotes.xml", XXE), "kiriman-bermuatan"),
    "hidden entities": (lambda: spoilt("word/a.xml", XXE.decode().encode("utf-16")), "kiriman-bermuatan"),
    "a template from elsewhere": (
        lambda: docx(TITLE, relations=relation("r9", "attachedTemplate", "https://jahat.example/a.dotm", "External")),
        "kiriman-bermuatan",
    ),
    "a picture from elsewhere": (
        lambda: docx(TITLE, picture(), relations=relation("rId7", "image", "file:///etc/passwd", "External")),
        "kiriman-bermuatan",
    ),
    "a picture outside of the file": (
        lambda: docx(TITLE, picture(), relations=relation("rId7", "image", "../../../../etc/passwd")),
        "kiriman-tidak-terbaca",
    ),
    "a picture that is none": (
        lambda: docx(TITLE, SUMMARY, picture(), relations=PHOTO, parts={"word/media/image1.png": b"x"}),
        "gambar-tidak-terbaca",
    ),
    "a picture without end": (
        lambda: docx(
            *(TITLE, SUMMARY, picture()),
            relations=PHOTO,
            parts={
                "word/media/image1.png": photo((60_000, 4)).replace(
                    b"\0\0\xea\x60\0\0\0\x04", b"\0\0\xea\x60\0\0\xea\x60"
                )
            },
        ),
        "gambar-t",
    ),
}


def zipped(files: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return file.getvalue()


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_no_plain_document_is_refused(name: str) -> None:
    make, code = HOSTILE[name]
    offers, told = read_word(make(), "surat.docx")
    assert next(one.code for one in told if one.is_error).startswith(code)
    assert not any(b"root:" in picture.raw for one in offers for picture in one.pictures)


def test_a_document_that_grows_in_memory_costs_its_reader_alone() -> None:
    bomb = docx(TITLE, "<w:p/>" * 600_000)
    assert len(bomb) < WORD.packed // 100
    narrow = replace(DOCUMENT, memory_bytes=48 << 20)
    assert offers_apart(read_word, docx(TITLE), "surat.docx", narrow)[1] == []
    offers, told = offers_apart(read_word, bomb, "surat.docx", narrow)
    assert (offers, [(one.code, one.place.file) for one in told]) == ([], [("kiriman-gagal-dibaca", "surat.docx")])
