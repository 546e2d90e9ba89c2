"""What a project may leave to the engine: templates/ and mkdocs.yml.

A wheel carries them within the package (setup.py puts them there). Where the engine runs from its repository, they are
those of the repository. Faults in them are told with the names that they would have in the project.
"""

from __future__ import annotations

import os
from pathlib import Path

PACKAGE = Path(__file__).parents[1]
CARRIED = PACKAGE / "bawaan"
"""Where a wheel has them."""


def engine_folder() -> Path:
    """The folder in which the engine's own templates/ and mkdocs.yml lie."""
    return CARRIED if CARRIED.is_dir() else PACKAGE.parent


def folder_with(name: str, root: Path) -> Path:
    """The project, where it has this file or folder; else the engine's folder. It is one or the other, never a mixture:
    a template that a project left out on purpose doesn't come back."""
    return root if os.path.lexists(root / name) else engine_folder()
