"""What a build is made from, in digests: the program with its libraries, what all districts share, each district's own.

It is asked before anything heavy is loaded, so it reads bytes and knows nothing of what stands in them: what might
count, counts. It is made before the project is read, and `as_seen` is asked again when all is built: a file that
somebody saved in between belongs to neither.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path

from selebaran import __version__
from selebaran.read.engine import PACKAGE, folder_with
from selebaran.read.text import PLAINLY

FORM = 4
"""Counts the forms that keys and entries have had: one of another form is no entry."""
SHARED = ("content", "printables", "templates", "mkdocs.yml")
CAMPAIGN = "content/kampanye.yml"
DISTRICTS, PROVINCES, LEDGERS = "districts", "_provinsi", "_edisi"
COMPILED, OF_GIT = "__pycache__", ".git"
LARGE = 64 << 20
"""Bytes of a file beyond which no reader goes. Of a larger one, size and time stand for what is in it."""
LIBRARIES = Path("/etc/ld.so.cache")
"""Linux writes it anew when a library of the system comes or goes."""
Found = tuple[str, os.stat_result, bool]
"""A file's path, what the system says of it, and whether it is reached by a link."""


@dataclass(frozen=True)
class Inputs:
    """Digests of everything that a build of a project reads, and how its files looked (`seen`). `frame` is
    what of the shared part districts are read by: their list and names, and the campaign."""

    program: str
    shared: str
    frame: str
    provinces: Mapping[str, str]
    districts: Mapping[str, str]
    seen: str

    @property
    def whole(self) -> str:
        """The digest of all."""
        return joined(self.program, self.shared, *map(repr, (self.provinces, self.districts)))

    @property
    def for_all(self) -> str:
        """The digest of what is the same for all districts."""
        return joined(self.program, self.shared)

    def of(self, slug: str, province: str) -> str | None:
        """The digest of what a district's output can depend on; `province` is its folder. None for one without one."""
        own = self.districts.get(slug)
        return joined(self.program, self.shared, self.provinces.get(province, ""), own) if own else None


def joined(*parts: str) -> str:
    """One digest of several texts."""
    digest = blake2b(digest_size=16)
    for part in parts:
        digest.update(f"{len(part)}:{part}".encode("utf-8", "surrogateescape"))
    return digest.hexdigest()


def inputs_of(root: Path) -> Inputs:
    """What a build of the project at `root` would be made from."""
    program = program_digest()
    districts = f"{root}/{DISTRICTS}"
    own = {name: _digest(path) for name, path in _folders(districts) if name[0] not in "._"}
    provinces = {name: _digest(path) for name, path in _folders(f"{districts}/{PROVINCES}")}
    for name, path in _files(f"{districts}/{LEDGERS}"):
        for slug in _slugs_of(name, own):
            own[slug] = joined(own[slug], name, _digest(path))
    shared = {path: _digest(path) for path in _shared(root)}
    frame = (*own, _digest(f"{root}/{CAMPAIGN}"), *(one for path, one in shared.items() if path.startswith(districts)))
    return Inputs(program, joined(*own, *shared.values()), joined(*frame), provinces, own, as_seen(root))


def as_seen(root: Path) -> str:
    """How the files of the project and the program look to the system: nothing is opened for it. Publications add to
    the ledgers, so these aren't looked at: whoever adds to one changes what is read the next time."""
    districts = f"{root}/{DISTRICTS}"
    inside = (path for name, path in _folders(districts) if name != LEDGERS)
    folders = (str(PACKAGE), *_shared(root), *inside)
    return joined(*(f"{path}{_look(found)}" for folder in folders for path, found, _ in _below(folder)))


def program_digest() -> str:
    """What makes everything: this program and the libraries that it finds. In one process it is what it was when it was
    first asked for, for what is loaded stays; a change since then is found by `as_seen`."""
    return _program()


def file_digest(path: Path) -> str:
    """The digest of a file that isn't the project's."""
    return _digest(str(path))


@lru_cache(maxsize=1)
def _program() -> str:
    libraries = [name for folder in sys.path for name, _ in _folders(folder) if name.endswith(".dist-info")]
    system = _look(LIBRARIES.stat()) if LIBRARIES.exists() else ""
    return joined(str(FORM), __version__, sys.version, sys.platform, system, *libraries, _digest(str(PACKAGE)))


def _shared(root: Path) -> Iterator[str]:
    """Where everything lies that all districts have in common."""
    yield from (f"{folder_with(name, root)}/{name}" for name in SHARED)
    districts = f"{root}/{DISTRICTS}"
    yield from (path for _, path in _files(districts))
    yield from (path for name, path in _folders(districts) if name[0] in "._" and name not in (PROVINCES, LEDGERS))


def _slugs_of(name: str, slugs: Mapping[str, str]) -> Iterator[str]:
    """The districts whose a file of the ledgers may be: kab-x of kab-x.yml and of kab-x-kalender.yml."""
    parts = name.partition(".")[0].split("-")
    yield from (slug for end in range(len(parts)) if (slug := "-".join(parts[: end + 1])) in slugs)


def _digest(path: str) -> str:
    """The digest of a file, or of a folder with all that is in it."""
    digest = blake2b(digest_size=16)
    for name, found, is_link in _below(path):
        content = _content(name, found)
        begin = f"{name.removeprefix(path)}\0{len(content)}\0{_ways(name, found, is_link=is_link)}"
        digest.update(begin.encode("utf-8", "surrogateescape"))
        digest.update(content)
    return digest.hexdigest()


def _ways(path: str, found: os.stat_result, *, is_link: bool) -> str:
    """What a reader of plain files asks besides: whether it is reached by a link, or has a second name."""
    if path.endswith("/"):
        return ""
    return ("l" if is_link else "") + ("n" if found.st_nlink > 1 and f"/{DISTRICTS}/" in path else "")


def _content(path: str, found: os.stat_result) -> bytes:
    """What counts of a file; of a folder its name alone; of what is neither, that nobody knows what it is, and so never
    the same twice."""
    if path.endswith("/"):
        return b""
    if not stat.S_ISREG(found.st_mode):
        return os.urandom(16)
    if found.st_size > LARGE:
        return _look(found).encode()
    file = os.open(path, PLAINLY)
    try:
        content = os.read(file, found.st_size + 1)
        while found.st_size < len(content) <= LARGE and (more := os.read(file, LARGE)):  # it grew meanwhile
            content += more
        return content
    finally:
        os.close(file)


def _look(found: os.stat_result) -> str:
    """How a file looks. Of a folder, that it is there: editors and Python come and go in it."""
    if stat.S_ISDIR(found.st_mode):
        return ""
    return f"\0{found.st_size}\0{found.st_mtime_ns}\0{found.st_ino}"


def _below(path: str) -> Iterator[Found]:
    """Every file and folder (its name ends with a stroke) below a folder, or the file itself, in order, with what the
    system says of it. What a link leads to counts as if it lay there; a folder behind one is no plain file."""
    at = Path(path)
    if not at.is_dir():
        if os.path.lexists(path):
            yield path, _stat(at), at.is_symlink()
        return
    waiting = [path]
    while waiting:
        with os.scandir(waiting.pop()) as entries:
            inside = sorted(entries, key=lambda entry: entry.name, reverse=True)
        for entry in inside:
            if not entry.is_dir(follow_symlinks=False):
                yield entry.path, _stat(entry), entry.is_symlink()
            elif entry.name != OF_GIT and not (entry.name == COMPILED and path == str(PACKAGE)):
                yield f"{entry.path}/", _stat(entry), False
                waiting.append(entry.path)


def _stat(at: Path | os.DirEntry[str]) -> os.stat_result:
    """What the system says of a file; of a link that leads nowhere, what it says of the link."""
    try:
        return at.stat()
    except OSError:
        return os.lstat(at)


def _folders(path: str) -> list[tuple[str, str]]:
    """The folders in one, by name."""
    return [(name, inside) for name, inside, is_folder in _inside(path) if is_folder]


def _files(path: str) -> list[tuple[str, str]]:
    """What else lies there."""
    return [(name, inside) for name, inside, is_folder in _inside(path) if not is_folder]


def _inside(path: str) -> list[tuple[str, str, bool]]:
    try:
        with os.scandir(path) as entries:
            return sorted((entry.name, entry.path, entry.is_dir()) for entry in entries)
    except (FileNotFoundError, NotADirectoryError):
        return []
