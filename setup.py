"""One more step of building a wheel: templates/ and mkdocs.yml go into the package, as selebaran/bawaan.

They stay at the top of the repository, where the people who change them look for them; `selebaran/read/engine.py` finds
them in either place. An editable install has the repository and needs no copy. All else is in pyproject.toml.
"""

from __future__ import annotations

from pathlib import Path

from setuptools import Command, setup
from setuptools.command.build import build

CARRIED = ("templates", "mkdocs.yml")
TARGET = Path("selebaran") / "bawaan"


class BuildCarried(Command):
    """Copies what a project may leave to the engine. The methods are those that setuptools asks of such a step."""

    def initialize_options(self) -> None:
        """Nothing is asked for."""
        self.build_lib: str | None = None
        self.editable_mode = False

    def finalize_options(self) -> None:
        """The copy lies where the modules are built."""
        self.set_undefined_options("build_py", ("build_lib", "build_lib"))

    def run(self) -> None:
        """Copy the files."""
        if self.editable_mode:
            return
        for target, source in self.get_output_mapping().items():
            self.mkpath(str(Path(target).parent))
            self.copy_file(source, target)

    def get_source_files(self) -> list[str]:
        """What is copied; a source distribution carries it, too."""
        found = (path for name in CARRIED for path in (Path(name), *Path(name).rglob("*")))
        return sorted(str(path) for path in found if path.is_file())

    def get_outputs(self) -> list[str]:
        """What a wheel has of it."""
        return list(self.get_output_mapping())

    def get_output_mapping(self) -> dict[str, str]:
        """The copies, each with its source."""
        return {str(Path(self.build_lib or "") / TARGET / name): name for name in self.get_source_files()}


build.sub_commands.append(("build_carried", None))
setup(cmdclass={"build_carried": BuildCarried})
