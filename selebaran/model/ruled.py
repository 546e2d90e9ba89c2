"""Records with rules that several of their fields have to keep together, such as hours that may not be turned round.

Each rule is one of its own, and says every fault that it finds: the reader asks all of them, also of a record in which
another field is wrong, so that nobody builds a second time to be told of the rest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, ClassVar, TypeVar

from pydantic import ValidationInfo, model_validator
from pydantic_core import PydanticCustomError

from selebaran.model.record import Record

Faults = Iterator[PydanticCustomError]
R = TypeVar("R", bound="Ruled")


class Ruled(Record):
    """A record with `RULES`: methods that take the context of the reading, and yield faults."""

    RULES: ClassVar[tuple[str, ...]] = ()

    @model_validator(mode="after")
    def _keeps_its_rules(self: R, info: ValidationInfo) -> R:
        for rule in self.RULES:
            for fault in getattr(self, rule)(info.context):
                raise fault
        return self


def raised(check: Callable[..., None], *given: Any) -> Faults:
    """The fault that a check raises, if it does."""
    try:
        check(*given)
    except PydanticCustomError as fault:
        yield fault
