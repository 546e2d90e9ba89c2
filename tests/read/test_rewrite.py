"""What a file is to say is written into it, and nothing that it said before changes its letters."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selebaran.model.places import Loc
from selebaran.model.problem import ProblemsFound
from selebaran.read.rewrite import remarks, rewritten
from selebaran.read.splice import BOM
from selebaran.read.strict_yaml import read_yaml
from tests.project import ROOT

FEW = [ROOT / "districts/kab-contoh" / name for name in ("daerah.yml", "jadwal.yml", "layanan.yml", "capaian.yml")]
TEXTS = st.one_of(
    st.sampled_from(("0812", "08.00", "2027-01-31", "ya", "null", "~", "a: b", "# c", "- d", "'e'", '"f"', "[g", "=h")),
    st.text(alphabet="abcdeéXYZ #:'\"-&*!|>%@`,[]{}?0129\\\n", min_size=1, max_size=90),
)


def data_of(text: str) -> dict[str, Any]:
    source, problems = read_yaml(text.encode(), "berkas.yml")
    assert source is not None, problems
    return source.data


def spots(value: Any, loc: Loc = ()) -> list[Loc]:
    """The way to every value."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [*([loc] if loc else []), *(spot for key, one in inner for spot in spots(one, (*loc, key)))]


def at(data: Any, loc: Loc) -> Any:
    for step in loc:
        data = data[step]
    return data


def changed_at(data: Any, loc: Loc, text: str, draw: st.DataObject) -> None:
    """Another text in the place of one, one more in a list, or one more key, wherever the way leads."""
    here, holder = at(data, loc), at(data, loc[:-1])
    if isinstance(here, list):
        entry = copy.deepcopy(here[-1]) if here and draw.draw(st.booleans()) else {"nama": text, "isi": [text, "b"]}
        here.insert(draw.draw(st.integers(0, len(here))), entry)
    elif isinstance(here, dict):
        here[f"baru_{len(here)}"] = draw.draw(st.sampled_from((text, {"nama": text}, [{"nama": text}], [text])))
    else:
        holder[loc[-1]] = text


def check_a_change(path: Path, draw: st.DataObject) -> None:
    ends = draw.draw(st.sampled_from(("\n", "\r\n")))
    before = path.read_text("utf-8").rstrip("\n") + draw.draw(st.sampled_from(("\n", "", "\n\n# akhir\n")))
    before = draw.draw(st.sampled_from(("", BOM))) + before.replace("\n", ends)
    wanted = copy.deepcopy(data_of(before))
    loc = draw.draw(st.sampled_from(spots(wanted)))
    changed_at(wanted, loc, draw.draw(TEXTS), draw)
    after = rewritten(before, wanted, "berkas.yml")
    assert data_of(after) == wanted
    assert list(remarks(after)) == list(remarks(before))
    assert after.startswith(BOM) == before.startswith(BOM)
    assert ("\r" in after) == ("\r" in before)
    assert after.count("\r") == after.count("\r\n")
    kept = after.splitlines()
    lost = [line for line in before.splitlines() if line not in kept]
    assert len(lost) <= 1  # the one line in which the value stood


@settings(deadline=None, max_examples=20)
@given(st.sampled_from(FEW), st.data())
def test_a_change_of_one_value_leaves_every_other_line_and_every_remark_as_it_was(path: Path, draw: Any) -> None:
    check_a_change(path, draw)


def test_a_new_key_stands_behind_the_one_that_it_follows_in_the_record() -> None:
    text = "kontak:\n  dinkes:  # kantor\n    nama: A  # lama\n    # jam menyusul\n    sumber: B\n"
    wanted = {"kontak": {"dinkes": {"nama": "A", "telepon": "0254123456", "sumber": "B"}}}
    assert rewritten(text, wanted, "x") == text.replace("# lama\n", "# lama\n    telepon: '0254123456'\n")


@pytest.mark.parametrize(
    ("before", "wanted", "after"),
    [
        ("a: 'x'  # y\n", {"a": "z"}, "a: 'z'  # y\n"),
        ('a: "x"\n', {"a": 'it\'s "z"'}, 'a: "it\'s \\"z\\""\n'),
        ('a: [x, "y"]\n', {"a": ["x", "y", "z: 1"]}, "a: [x, \"y\", 'z: 1']\n"),
        ("a: {b: c}\n", {"a": {"b": "c", "d": "08.00"}}, "a: {b: c, d: 08.00}\n"),
        ("a:  # belum\nb: c\n", {"a": "2027-01-31", "b": "c"}, "a: 2027-01-31  # belum\nb: c\n"),
        ("a:  # belum\nb: c\n", {"a": {"d": "e"}, "b": "c"}, "a:  # belum\n  d: e\nb: c\n"),
        ("a: {}  # belum\n", {"a": {"d": "e"}}, "a:  # belum\n  d: e\n"),
        ("a: b\nc: d\n", {"c": "d"}, "c: d\n"),
        ("a: |\n  satu\n  dua\nb: c\n", {"a": "tiga", "b": "c"}, "a: tiga\nb: c\n"),
    ],
)
def test_each_kind_of_value_changes_where_it_stands(before: str, wanted: dict[str, Any], after: str) -> None:
    assert rewritten(before, wanted, "x") == after


def test_letters_that_no_file_may_have_are_told_and_nothing_is_written() -> None:
    with pytest.raises(ProblemsFound) as found:
        rewritten("a: b\n", {"a": "c\u200b"}, "x.yml")
    assert [problem.code for problem in found.value.problems] == ["huruf-tersembunyi"]
