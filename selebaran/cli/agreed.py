"""What commands share that change a file of somebody: the difference, the question, and a layout that is refused."""

from __future__ import annotations

import difflib
import sys
from typing import NoReturn

from selebaran.cli.language import Speaker
from selebaran.cli.options import fail
from selebaran.read.splice import UnusualLayout
from selebaran.words.visible import visible


def difference(before: str, after: str, name: str) -> str:
    """What changes in a file, line by line."""
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), name, name, lineterm="", n=1)
    return "".join(f"{visible(line.rstrip())}\n" for line in lines)


def agreed(question: str, say: Speaker) -> bool:
    """Whether somebody at a terminal says yes; nobody else is asked."""
    if not sys.stdin.isatty():
        print(say("untuk menulisnya, jalankan lagi dengan --yes"))
        return False
    return input(question).strip().lower() in ("ya", "y", "yes")


def refuse_layout(fault: UnusualLayout, name: str, say: Speaker) -> NoReturn:
    """Say that a file is written in a way in which nothing can be changed in it, and end with code 1."""
    text = say("{berkas}: daftar '{kunci}' ditulis dengan cara lain", berkas=name, kunci=str(fault))
    cure = say(
        "tulis tiap isi daftarnya pada barisnya sendiri, dengan tanda '- ', tanpa [ ] dan {kurung}", kurung="{ }"
    )
    fail(f"{text}\n  {say('saran')}: {cure}", 1)
