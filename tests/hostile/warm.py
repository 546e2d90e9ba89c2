"""Does once, in the process from which trials are forked, what each of hundreds of builds would do again.

A build compiles the templates of the site and parses the declarations of the libraries that print; neither depends on a
district. The bytes that come out are the same.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest import mock

import jinja2
from jinja2.bccache import Bucket
from mkdocs.theme import Theme

from selebaran.publish.district import Workshop
from selebaran.publish.plan import Plan
from selebaran.read.project import read_project
from tests.conftest import DAY


class _Compiled(jinja2.BytecodeCache):
    """Compiled templates by their name and text, in memory."""

    def __init__(self) -> None:
        self._code: dict[tuple[str, str], bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take what was compiled before."""
        if code := self._code.get((bucket.key, bucket.checksum)):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        self._code[bucket.key, bucket.checksum] = bucket.bytecode_to_string()


COMPILED = _Compiled()


@contextmanager
def compiled_once() -> Iterator[None]:
    """Templates of the site are compiled once for all builds within, and for those of children."""
    real = Theme.get_env

    def get_env(self: Theme) -> jinja2.Environment:
        env = real(self)
        env.bytecode_cache = COMPILED
        return env

    with mock.patch.object(Theme, "get_env", get_env):
        yield


def warm_up(root: Path, slug: str) -> None:
    """Make one district here; nothing of it stays but what was compiled."""
    plan = Plan(root, root.parent / "hangat", (slug,), DAY, None, ("layar",))
    with tempfile.TemporaryDirectory() as fresh, mock.patch.dict(os.environ), compiled_once():
        Workshop(plan, read_project(root)).make(slug, Path(fresh))
