"""Arrays of glyphs are known without being parsed. The canary for cffi's table of types."""

from __future__ import annotations

import pytest
from cffi import CDefError, cparser
from weasyprint.text.ffi import ffi

from selebaran.press.arrays import know_arrays


def test_an_array_is_the_one_that_parsing_would_give() -> None:
    parsed = ffi.typeof("hb_codepoint_t[4321]")
    know_arrays()
    del ffi._parsed_types["hb_codepoint_t[4321]"]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cparser.Parser, "parse_type", lambda *_: pytest.fail("parsed"))
        assert ffi.typeof("hb_codepoint_t[4321]") is parsed
        assert list(ffi.new("hb_codepoint_t[4322]", [7, 8]))[:3] == [7, 8, 0]


def test_what_is_no_array_of_glyphs_is_parsed_as_ever() -> None:
    know_arrays()
    assert ffi.sizeof("int[5]") == 5 * ffi.sizeof("int")
    with pytest.raises(CDefError):
        ffi.typeof("nothing_t")
