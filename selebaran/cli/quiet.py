"""What listens to a build where nothing shall be shown, and is ended like what shows something."""

from __future__ import annotations

from types import TracebackType

from selebaran.publish.outcome import Silent


class Quiet(Silent):
    """Shows nothing."""

    def __enter__(self) -> Quiet:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Nothing to end."""
