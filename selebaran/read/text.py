"""A file's bytes -> text that can be relied on: UTF-8, plain line ends, no character that nobody sees.

Files come from Notepad, WhatsApp and Word. A BOM and CRLF are fine. A zero-width or no-break space in the wrong spot
makes a line look right and read wrong, so each is reported with its place.
"""

from __future__ import annotations

import errno
import os
import re
import stat
import unicodedata
from pathlib import Path

from selebaran.model.problem import Place, Problem, problem
from selebaran.words.visible import visible

MAX_BYTES = 256 * 1024
PLAINLY = os.O_RDONLY | sum(getattr(os, flag, 0) for flag in ("O_NONBLOCK", "O_CLOEXEC", "O_BINARY", "O_NOINHERIT"))
"""How a file is opened: not waited for, its bytes as they are, not handed on to children; each as the system has it."""
MAX_SHOWN = 60
MAX_PROBLEMS = 20

# Controls, zero width and other letters that nobody sees, line ends of other systems, halves of a character, what turns
# the direction of writing, and what is no character.
INVISIBLE = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200c\u200e\u200f\u2028-\u202e"
    "\u2060-\u206f\u2800\u3164\ud800-\udfff\ufdd0-\ufdef\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff\U000e0000-\U000e0fff"
)
PICTURE = "\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff"
UNSEEN = f"[{INVISIBLE}]|(?<![{PICTURE}\ufe0f])\u200d|\u200d(?![{PICTURE}])"
"""What nobody sees. A joiner between two pictures makes one of them: a family, a doctor."""
TURNED = re.compile(r"[\u200e\u202a\u202d\u2066\u2068]+(?=[+(]?\d)|(?<=[\d)])[\u200e\u202c\u2069]+")
"""What phones put around a number that is copied from a contact; it turns nothing, and goes."""
GIT_MARK = re.compile(r"^(?:<{7}|>{7})(?: |$)", re.M)
"""The marks around a conflict; there is none without at least one of them."""
GIT_LINE = re.compile(r"(?:<{7}|>{7}|\|{7})(?: |$)|={7}$")
HIDDEN = re.compile(UNSEEN)


def read_raw(path: Path) -> bytes:
    """The bytes of a file of the project's own, of which no more than one too many are read.

    Raises OSError, also for what is no plain file: a FIFO isn't waited for. What districts give is read by `walk`."""
    with os.fdopen(os.open(path, PLAINLY), "rb") as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise OSError(errno.EINVAL, str(path))
        return file.read(MAX_BYTES + 1)


def plain_content(path: str | Path, most: int | None = None) -> tuple[bytes, int]:
    """The bytes of a plain file, and its mode; nothing of one that is larger than `most`. Raises `OSError` for a link
    or anything else."""
    file = os.open(path, PLAINLY | getattr(os, "O_NOFOLLOW", 0))
    try:
        found = os.fstat(file)
        if not stat.S_ISREG(found.st_mode):
            raise OSError(f"no plain file: {path}")
        wanted = found.st_size if most is None or found.st_size <= most else 0
        content = os.read(file, wanted)
        while len(content) < wanted and (more := os.read(file, wanted - len(content))):
            content += more
        return content, found.st_mode
    finally:
        os.close(file)


def read_text(path: Path, file: str) -> tuple[str | None, list[Problem]]:
    """The text of a file, or every fault that keeps it from being read."""
    if not path.is_file():
        return None, [problem("berkas-hilang", Place(file))]
    try:
        raw = read_raw(path)
    except OSError as error:
        cause = errno.errorcode.get(error.errno or 0, "?")
        return None, [problem("berkas-tidak-dapat-dibuka", Place(file), nama=path.name, sebab=cause)]
    return text_of(raw, file)


def text_of(raw: bytes, file: str) -> tuple[str | None, list[Problem]]:
    """The text of a file's bytes, its letters composed (NFC), or every fault that keeps it from being read."""
    text, problems = decode(raw, file)
    if text is not None:
        problems = hidden(text, file)[:MAX_PROBLEMS]
    return (None if problems or text is None else unicodedata.normalize("NFC", text)), problems


def decode(raw: bytes, file: str) -> tuple[str | None, list[Problem]]:
    """UTF-8 text with plain line ends from a file's bytes (a BOM and CRLF are fine), or why it can't be had."""
    if len(raw) > MAX_BYTES:
        return None, [problem("berkas-terlalu-besar", Place(file), batas=f"{MAX_BYTES // 1024} KB")]
    if raw.count(0) > len(raw) // 4:  # UTF-16 without a BOM is valid UTF-8, full of NUL
        return None, [problem("bukan-utf8", Place(file, 1))]
    try:
        text = raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8-sig", "replace")
        line = before.count("\n") + 1
        return None, [problem("bukan-utf8", Place(file, line, len(before) - before.rfind("\n")))]
    text = text if text.isascii() else TURNED.sub("", text)
    found = left_by_git(text, file)
    return (None if found else text), found


def left_by_git(text: str, file: str) -> list[Problem]:
    """Each mark of a merge that nobody finished: both versions of a line stand there. Seven = by themselves are a
    heading's line, and no mark."""
    if not GIT_MARK.search(text):
        return []
    lines = [(number, line[:7]) for number, line in enumerate(text.split("\n"), 1) if GIT_LINE.match(line)]
    return [problem("sisa-git", Place(file, number, 1), tanda=mark) for number, mark in lines[:MAX_PROBLEMS]]


def hidden(text: str, file: str, pattern: re.Pattern[str] = HIDDEN, line_offset: int = 0) -> list[Problem]:
    """The first invisible character of each line."""
    if _is_plain(text):
        return []
    return [
        problem("huruf-tersembunyi", Place(file, number, found.end()), huruf=f"U+{ord(found[0][-1]):04X}")
        for number, line in enumerate(text.split("\n"), 1 + line_offset)
        if not _is_plain(line) and (found := pattern.search(line))
    ]


def _is_plain(text: str) -> bool:
    """Whether a text has letters of ASCII alone that everybody sees, tabs and ends of lines, as most lines: it is told
    in a tenth of the time that a pattern takes."""
    return text.isascii() and text.replace("\n", "").replace("\t", "").isprintable()


def shown(text: str) -> str:
    """A value of an input file as a message can show it: one short line without control characters."""
    return clipped(text, MAX_SHOWN)


def clipped(text: str, most: int) -> str:
    """A text in which everything can be seen, in one line of `most` letters; the end of a longer one is left out."""
    drawn = visible(text[: most + 1])
    return drawn if len(drawn) <= most else drawn[: most - 1] + "…"
