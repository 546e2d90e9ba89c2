"""Files of sites of marks, cut once: what comes of them for a district is what its values give, the day among it."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from selebaran.compose.template.repeated import ListCutter, NotRepeated
from selebaran.compose.template.slots import Cutter
from selebaran.model.artifact import Artifact
from selebaran.site.dated import IN_NUMBERS, IN_WORDS, forms_of, with_forms
from selebaran.site.whole import Cuts, Found, Marked
from selebaran.site.whole_text import as_bytes, forms_in, written
from tests.conftest import DAY

THINGS = [[f"Qz'{letter}zq", "", "", "", "", f"qz-{letter}-zq", ""] for letter in "twx"]
OURS = [["Çekat", "", "", "", "", "cekat", ""], ["Ligung", "", "", "", "", "ligung", ""]]
VALUES = {"Qz'nzq": "Kabupaten Sérang", "qz-d-zq.example": "serang.example"}
LINE = f"é <i>{IN_NUMBERS}</i> Qz'nzq {{}} ({IN_WORDS}), qz-d-zq.example {IN_NUMBERS}"
LISTED = "; ".join(thing[0] for thing in THINGS)
OF_DAY = {mark.decode(): form for mark, form in forms_of(DAY).items()}


def _cutter(*marks: str) -> ListCutter:
    return ListCutter(Cutter((*VALUES, *marks)), THINGS)


def test_a_text_tells_where_its_day_stands_without_being_looked_through() -> None:
    cut = _cutter().cut(LINE.format(LISTED))
    plain, begins = with_forms(cut.filled(VALUES, OURS).encode(), forms_of(DAY))
    text = written(cut, {})
    lists = {key: one.filled(VALUES, OURS).encode() for key, one in text.lists.items()}
    assert text.filled({**as_bytes(VALUES), **OF_DAY, **lists}) == (plain, begins)
    assert len(begins) == 3
    assert "Çekat; Ligung" in plain.decode()


def test_a_list_that_tells_the_day_of_each_is_left_to_who_draws_it() -> None:
    each = "; ".join(f"{thing[0]} ({IN_WORDS})" for thing in THINGS)
    with pytest.raises(NotRepeated):
        written(_cutter().cut(f"Ada {each}"), {})


def _found(root: Path, cuts: Cuts, files: dict[str, str], *marks: str) -> Found:
    """Files with marks in the day's place, as a site of marks that has these marks besides has them."""
    found = Found(_cutter(*marks), DAY, cuts)
    for path, text in files.items():
        content, begins = with_forms(text.encode(), forms_of(DAY))
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(content)
        found.take_from(root, Artifact(path, "halaman", hashlib.sha256(content).hexdigest(), (str(marks),)), begins)
    return found


def _filled(found: Found, **more: str) -> dict[str, bytes]:
    values = {**VALUES, **more}
    filling = {**as_bytes(values), **OF_DAY}
    every = [one for file in found.marked for one in file.filled(values, filling, list(map(forms_in, OURS)))]
    return {path: content for path, content, _ in every}


def test_a_text_that_was_cut_for_another_kind_is_cut_anew_where_a_mark_of_this_one_stands_in_it(tmp_path: Path) -> None:
    files, cuts = {"a.html": "Qz'nzq p1-0000-abcdef", "b.html": "Qz'nzq saja"}, Cuts()
    first = _found(tmp_path, cuts, files)
    second = _found(tmp_path, cuts, files, "p1-0000-abcdef")
    assert _filled(first)["a.html"] == "Kabupaten Sérang p1-0000-abcdef".encode()
    assert (
        _filled(second, **{"p1-0000-abcdef": "p1-3604-zzzzzz"})["a.html"] == "Kabupaten Sérang p1-3604-zzzzzz".encode()
    )
    one, other = (next(file for file in found.marked if file.made.path == "b.html") for found in (first, second))
    assert one.text is other.text
    assert one.made.inputs != other.made.inputs  # each is made of what its own kind is


def test_a_page_of_a_thing_that_isnt_as_the_firsts_is_found_out_also_where_the_first_was_cut_before(
    tmp_path: Path,
) -> None:
    def pages(last: str) -> dict[str, str]:
        return {
            f"k/{one[5]}/index.html": f"{one[0]} {IN_NUMBERS}{end}"
            for one, end in zip(THINGS, ("", "", last), strict=True)
        }

    cuts = Cuts()
    same = _found(tmp_path, cuts, pages(""))
    same.compare()
    assert set(_filled(same)) == {"k/cekat/index.html", "k/ligung/index.html"}
    assert [type(one) for one in same.marked] == [Marked]
    begins = [begins for *_, begins in same.marked[0].filled({}, dict(OF_DAY), list(map(forms_in, OURS)))]
    assert begins == [(len("Çekat ".encode()),), (len("Ligung "),)]
    other = _found(tmp_path, cuts, pages(" lain"))
    with pytest.raises(NotRepeated):
        other.compare()
