"""The slips that people make in YAML are told where the editor has to type, and what was typed right stays as it is."""

from __future__ import annotations

import pytest

from selebaran.read.strict_yaml import read_yaml


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("a: 'Jum'at'\n", "yaml-setelah-isi", "1:9"),
        ('a: "x" y\n', "yaml-setelah-isi", "1:8"),
        ("a: x\nb: {{ fakta.y }} orang\n", "yaml-kunci-bukan-teks", "2:5"),
        ("a: 'x\nb: c\nd: 'z'\n", "yaml-kutip-terbuka", "1:4"),
        ('a: "x\nb: c\n', "yaml-kutip-terbuka", "1:4"),
        ("a: [x, y\nb: c\n", "yaml-kurung", "1:4"),
        ("a: {x: y\nb: c\n", "yaml-kurung", "1:4"),
        ("a: x\nb:c\nd: e\n", "yaml-tanpa-titik-dua", "2:1"),
        ("a:b\nc: d\n", "yaml-tanpa-titik-dua", "1:1"),
        ("a: x\njenis kabupaten\nb: y\n", "yaml-tanpa-titik-dua", "2:1"),
        ("a: x\n  b: y\n", "yaml-menjorok", "2:3"),
        ("  a: x\nb: y\n", "yaml-menjorok", "2:1"),
        ("a:\n  - x\n - y\n", "yaml-menjorok", "3:2"),
        ("a: |\n  x\n y\n", "yaml-menjorok", "3:2"),
        ("a: pos: b\n", "yaml-titik-dua", "1:7"),
        ("a:\tx\n", "yaml-tabulator", "1:3"),
        ("a:\n\tb: x\n", "yaml-tabulator", "2:1"),
        ("a:\n  b: c\n\td: e\n", "yaml-tabulator", "3:1"),
        ("a:\n  – b: c\n    d: e\n", "yaml-butir", "2:3"),
        ("a:\n  - b\n  • c\n", "yaml-butir", "3:3"),
        ("a:\n  * b: c\n    d: e\n", "yaml-butir", "2:3"),
        ("a: |\n  • c\nb c\nd: e\n", "yaml-tanpa-titik-dua", "3:1"),
        ("a: “b: c”\n", "yaml-kutip-word", "1:4"),
        ("a:\n  - “b: c”\n", "yaml-kutip-word", "2:5"),
        ("a: {b: “c: d”}\n", "yaml-kutip-word", "1:8"),
        ('a: "b”\nc: d\n', "yaml-kutip-word", "1:6"),
        ('"a": "b",\n"c": "d"\n', "yaml-koma", "1:9"),
        ("a:\n  - b: 'c',\n    d: e\n", "yaml-koma", "2:11"),
        ("a: [b, c],\nd: e\n", "yaml-koma", "1:10"),
        ("a: - x\n", "yaml-awal-isi", "1:4"),
        ("a: *\n", "yaml-awal-isi", "1:4"),
        ("a: >x\n", "yaml-awal-isi", "1:4"),
        ("a: ! x\n", "yaml-fitur-dilarang", "1:4"),
        ("a: !!int 5\n", "yaml-fitur-dilarang", "1:4"),
        ("<<: {a: b}\n", "yaml-fitur-dilarang", "1:1"),
        ("[a]: b\n", "yaml-kunci-bukan-teks", "1:1"),
        ('a: "C:\\Users"\n', "yaml-garis-miring", "1:9"),
        ('a: x\nb: "\\\\Uffffffff \\Uffffffff"\n', "yaml-garis-miring", "2:17"),
        ('a: "\\ud800"\n', "huruf-tersembunyi", "1:4"),
        ("a:\u00a0x\nb: c\n", "huruf-tersembunyi", "1:3"),
        ("a:\n\u00a0 b: c\n", "huruf-tersembunyi", "2:1"),
        ('a: "x\\u200by"\n', "huruf-tersembunyi", "1:4"),
        ("a: b\u2028c\n", "huruf-tersembunyi", "1:5"),
    ],
)
def test_a_slip_is_told_where_the_editor_has_to_type(text: str, code: str, place: str) -> None:
    read, problems = read_yaml(text.encode(), "a.yml")
    assert read is None
    assert [(p.code, str(p.place)) for p in problems] == [(code, f"a.yml:{place}")]


def test_scalars_come_out_as_typed() -> None:
    typed = [
        "0254123",
        "36.10",
        "08.00",
        "off",
        "007",
        "1e3",
        "0x1F",
        "1_000",
        "ya",
        "Tidak",
        "2026-11-26",
        "12:30",
        "1:2",
    ]
    text = "isi:\n" + "".join(f"  - {scalar}\n" for scalar in typed)
    read, problems = read_yaml(text.encode(), "a.yml")
    assert problems == []
    assert read is not None
    assert read.data == {"isi": typed}
