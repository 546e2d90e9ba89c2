"""What one child of a district tells the next: texts and pictures, and no more of them than can be said."""

from __future__ import annotations

import io

from PIL import Image
from pydantic import TypeAdapter

from selebaran.compose.district import emblem, pictures
from selebaran.compose.page.finished import finished
from selebaran.publish.believed import line_of, value_of
from selebaran.serve.known import MOST_PICTURE_BYTES, Known, Told

TOLD = TypeAdapter(Told)


def photo() -> bytes:
    stream = io.BytesIO()
    Image.radial_gradient("L").resize((400, 400)).save(stream, "PNG")
    return stream.getvalue()


def as_heard(made: Known) -> Known:
    """What is known after a child has said what it made."""
    known = Known()
    known.learn(value_of(TOLD, line_of(TOLD, made.told())))
    return known


def test_what_one_child_made_the_next_does_not_make_again() -> None:
    with Known().recalling() as made:
        first = finished("Satu.", "iuran"), pictures.for_web(photo(), "webp"), emblem.emblem_of(photo(), "Lambang")
    with as_heard(made).recalling() as again:
        assert (finished("Satu.", "iuran"), pictures.for_web(photo(), "webp")) == first[:2]
        assert emblem.emblem_of(photo(), "Lambang") == first[2]
        assert again == Known()
        assert pictures.for_web(photo(), "jpg") != first[1]  # the same file, in another form
        assert len(again.pictures) == 1


def test_pictures_that_are_too_heavy_to_be_told_are_made_again() -> None:
    heavy = {(name, "webp"): (bytes(MOST_PICTURE_BYTES // 2 - 9),) for name in "abc"}
    assert as_heard(Known(pictures=heavy)).pictures.keys() == {("a", "webp"), ("b", "webp")}


def test_the_last_good_pictures_do_not_fill_the_memory() -> None:
    known = Known()
    for number in range(30):
        known.learn(Known(pictures={(f"{number}-{one}", "webp"): (b"x",) for one in range(10)}).told())
    assert len(known.pictures) <= 200
