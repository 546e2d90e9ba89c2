"""A file that is opened once tells all its readers the same. Also the canary for what of pikepdf's check is taken."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest

from selebaran.press.layout import Press
from selebaran.press.opened import opened
from selebaran.press.pdf import read_pdf
from tests.press.kit import small

DAMAGED = {
    "text": b"BT (Bawa KTP Tj ET",
    "array": b"BT [<00> TJ ET",
    "dictionary": b"/Span << /ActualText",
    "brackets": b"q ) Q",
    "digits": b"<0g> Tj",
    "picture": b"BI /W 1 ID xx",
}


def damaged(press: Press, operators: bytes) -> bytes:
    """A sheet whose page has these operators alone."""
    stream = io.BytesIO()
    with pikepdf.open(io.BytesIO(press.print(small("<p>Bawa KTP.</p>")).pdf)) as document:
        document.pages[0].Contents = document.make_stream(operators)
        document.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize("operators", DAMAGED.values(), ids=list(DAMAGED))
def test_damage_in_a_page_is_told_as_the_whole_check_tells_it(operators: bytes, press: Press) -> None:
    pdf = damaged(press, operators)
    with pikepdf.open(io.BytesIO(pdf)) as document:
        told = document.check_pdf_syntax()
    assert read_pdf(pdf).faults == tuple(told) != ()


def test_a_stream_that_cannot_be_unpacked_is_told(press: Press) -> None:
    stream = io.BytesIO()
    with pikepdf.open(io.BytesIO(press.print(small("<p>Bawa KTP.</p>")).pdf)) as document:
        broken = document.make_stream(b"")
        broken.write(b"no zlib", filter=pikepdf.Name.FlateDecode)
        document.Root.Lain = broken
        document.save(stream, stream_decode_level=pikepdf.StreamDecodeLevel.none, compress_streams=False)
    assert read_pdf(stream.getvalue()).faults


def test_another_file_is_not_read_for_the_one_before(press: Press) -> None:
    files = [press.print(small(f"<p>{word}</p>")).pdf for word in ("Bawa", "Datang")]
    for _ in range(2):
        assert [opened(pdf).text(0).get_text_range() for pdf in files] == ["Bawa", "Datang"]
        assert [len(opened(pdf).objects.pages) for pdf in files] == [1, 1]


def test_what_is_still_open_when_a_program_ends_is_nothing_to_read_about(press: Press, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(press.print(small("<p>Bawa KTP.</p>")).pdf)
    program = """
import sys, weakref
weakref.finalize(weakref.ref, int)  # whoever has one before pdfium is loaded lets it end first
from selebaran.press.opened import opened
opened(open(sys.argv[1], "rb").read()).text(0)
"""
    done = subprocess.run(
        [sys.executable, "-c", program, tmp_path / "a.pdf"], capture_output=True, text=True, check=True
    )
    assert done.stderr == ""
