"""Child processes that do jobs, each shut in; one that dies or runs away costs its own job only.

The warm parent has everything imported and parsed; a fork and an exit cost a few milliseconds. (A process pool breaks
for all when one worker is killed.) What a child says is bytes in a file that the parent opened before: it is data, and
nobody's word is taken for it. Where there is no fork, children are spawned and warm themselves up.
"""

from __future__ import annotations

import contextlib
import errno
import gc
import itertools
import json
import mmap
import multiprocessing
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from multiprocessing import connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from types import FrameType

from selebaran.jobs import step
from selebaran.jobs.confine import Limits, confine
from selebaran.jobs.gauge import LOOK_SECONDS, Gauge
from selebaran.jobs.inspect import is_full
from selebaran.jobs.interrupts import Interrupts, held_back

STAGE = ".sedang-dibuat-"
"""How the names of folders begin in which something is being made."""
FRESH = "baru"
RESULT, STEP, SAID = "hasil", "langkah", "keluaran"
STEP_BYTES = 512
MOST_BYTES = 16 << 20
"""What a child may say in all."""
MOST_DETAIL = 4000
CAUSES = {errno.EFBIG: "berkas", errno.ENOSPC: "penyimpanan", errno.EDQUOT: "penyimpanan"}
CAUSES |= dict.fromkeys((errno.EIO, errno.EROFS), "rusak")

Readable = Callable[[tuple[str, ...]], Iterable[Path]]
"""What a child may read beside the program that does these jobs: nothing of other jobs."""
Work = Callable[[str, Path], bytes]
"""Does the job of this name in a folder, and says in one line without line ends what came of it."""


@dataclass(frozen=True)
class Death:
    """Why a child said nothing of a job. `cause` is "waktu", "langkah", "memori", "berkas", "banyak", "penyimpanan",
    "rusak", 