"""Entries that leave a list or join one: all else in the text of the file stays letter for letter."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from selebaran.model.proposal import STATE
from selebaran.read.confirm import Comparison, TwoFiles, moved
from selebaran.read.rewrite import rewritten
from selebaran.read.splice import BOM, UnusualLayout, comments_in
from tests.conftest import DAY

NAMES = st.text(alphabet="abcdeéXYZ #:'\"-&*!|>%@`,[]{}?0129", min_size=1, max_size=20).map(str.strip).filter(bool)
QUOTES = ("plain", "'", '"')


def quoted(text: str, style: str) -> str:
    """A text as people quote it; plain only where that reads the same."""
    if style == '"':
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
    plain = yaml.safe_dump(text, allow_unicode=True, width=1000).removesuffix("...\n").strip()
    return plain if style == "plain" else "'" + text.replace("'", "''") + "'"


@st.composite
def written(draw: st.DrawFn) -> tuple[str, list[dict[str, str]]]:
    """A file of proposals as somebody may have left it: quotes, remarks, empty lines, depths and line ends of all
    kinds."""
    remark = st.sampled_from(("", "", "  # dekat pasar", "  # pindah: tanya Bu Ani"))
    between = st.sampled_from(("", "", "\n", "  # yang berikut ragu\n", "# kiri\n\n"))
    dash = draw(st.sampled_from(("", "  ", "    ")))
    entries, text = [], f"# atas\nkeadaan: {STATE}\nsumber: Daftar lama\ntahun: 2019\njenis: puskesmas\nusulan:\n"
    for name in draw(st.lists(NAMES, min_size=1, max_size=5)):
        entry = {"nama": name}
        rows = [f"nama: {quoted(name, draw(st.sampled_from(QUOTES)))}{draw(remark)}"]
        if draw(st.booleans()):
            entry["koordinat"] = "-6.1169, 106.1539"
            rows.append(f"koordinat: {entry['koordinat']}{draw(remark)}")
        text += draw(between) + f"{dash}- " + f"\n{dash}  ".join(rows) + "\n"
        entries.append(entry)
    text += draw(st.sampled_from(("", "# bawah\n", "\n")))
    text = text if draw(st.booleans()) else text.rstrip("\n")
    text = text.replace("\n", draw(st.sampled_from(("\n", "\r\n"))))
    return (BOM if draw(st.booleans()) else "") + text, entries


def read(text: str) -> Any:
    return yaml.load(text.removeprefix(BOM), yaml.BaseLoader)


@settings(deadline=None, max_examples=60)
@given(written(), st.data())
def test_what_moves_leaves_the_one_file_and_joins_the_other_and_nothing_else_changes(
    file: tuple[str, list[dict[str, str]]], data: st.DataObject
) -> None:
    text, entries = file
    chosen = tuple(sorted(data.draw(st.sets(st.sampled_from(range(len(entries))), min_size=1))))
    there = "layanan:\n- jenis: puskesmas  # lama\n  nama: A\n  sumber: B\n  diperiksa_pada: 2026-01-01\n# akhir\n"
    there = there.replace("\n", "\r\n") if "\r\n" in text else there
    after = moved(TwoFiles(text, there, ("a", "b")), chosen, Comparison("Seksi Layanan", DAY))
    left = [entry for index, entry in enumerate(entries) if index not in chosen]
    assert (read(after.proposals)["usulan"] or []) == left
    assert [one["nama"] for one in read(after.directory)["layanan"]] == ["A", *(entries[at]["nama"] for at in chosen)]
    kept = iter(text.splitlines(keepends=True))
    assert all(any(line.rstrip() == one.rstrip() for one in kept) for line in after.proposals.splitlines())
    assert after.proposals.startswith(BOM) == text.startswith(BOM)
    assert ("\r\n" in text) == ("\r\n" in after.directory)
    assert after.directory.replace("\r", "").endswith("# akhir\n")
    for remark in ("dekat pasar", "tanya Bu Ani"):  # what somebody noted goes along
        assert f"{after.proposals}{after.directory}".count(remark) == text.count(remark)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("layanan:\n  - nama: A\n\n# akhir\n", "layanan:\n  - nama: A\n  - nama: B\n\n# akhir\n"),
        ("layanan: [] # belum ada\nperahu:\n", "layanan: # belum ada\n  - nama: B\nperahu:\n"),
        ("layanan:\nperahu:\n", "layanan:\n  - nama: B\nperahu:\n"),
        ("perahu:", "perahu:\nlayanan:\n  - nama: B"),
        ("# kosong\n", "# kosong\nlayanan:\n  - nama: B\n"),
        ("layanan: [{nama: A}]\n", "layanan: [{nama: A}, {nama: B}]\n"),
    ],
)
def test_an_entry_finds_its_place_in_a_list_that_is_full_empty_or_not_there(text: str, wanted: str) -> None:
    before = read(text) or {}
    entries = [*(before.get("layanan") or []), {"nama": "B"}]
    empty = {key: value or None for key, value in before.items()}
    assert rewritten(text, {**empty, "layanan": entries}, "layanan.yml") == wanted


def test_what_somebody_noted_in_a_list_in_brackets_is_not_thrown_away() -> None:
    with pytest.raises(UnusualLayout):
        rewritten("usulan: [{nama: A}, # tanya\n  {nama: B}]\n", {"usulan": [{"nama": "B"}]}, "usulan.yml")
    with pytest.raises(UnusualLayout):
        comments_in("usulan: {nama: A}\n", "usulan", 0)
