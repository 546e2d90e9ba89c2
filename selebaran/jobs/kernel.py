"""What Linux lets a process give up for good: privileges, files, the network, other processes.

Python 3.11 knows none of these calls, so they are made through ctypes. None needs privileges. Each says whether the
kernel agreed; where it isn't Linux, or the kernel is too old or told to refuse, the answer is no and nothing happens.
"""

from __future__ import annotations

import ctypes
import errno
import os
import platform
import struct
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

PR_SET_PDEATHSIG, PR_SET_NO_NEW_PRIVS = 1, 38
CLONE_NEWUSER, CLONE_NEWNET, CLONE_THREAD = 0x10000000, 0x40000000, 0x00010000
KEPT_CAPABILITIES = (1 << 1) | (1 << 2)
"""CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH: root goes on to read files that belong to somebody else."""

LANDLOCK_CREATE, LANDLOCK_ADD, LANDLOCK_RESTRICT = 444, 445, 446
READ = 1 << 2 | 1 << 3  # files and folders
WRITE = READ | 1 << 1 | 1 << 4 | 1 << 5 | 1 << 7 | 1 << 8 | 1 << 13 | 1 << 14
"""Also write, remove, make folders and plain files, move, cut. No links, pipes, sockets, devices; nothing is run."""
OF_A_FILE = 1 << 0 | 1 << 1 | 1 << 2 | 1 << 14
ALL_FILES = {1: 1 << 13, 2: 1 << 14, 3: 1 << 15, 4: 1 << 15}
"""What a version of Landlock knows: all rights below this one. From 5 on, devices' own commands too."""
TCP, OUTSIDE = 0b11, 0b11
AT_FDCWD, RENAME_EXCHANGE = -100, 2
O_ACCMODE, O_TRUNC = 0o3, 0o1000
SIGNALLING = (8, 10, 15)
"""F_SETOWN, F_SETSIG, F_SETOWN_EX: a file that is ready sends a signal to another process."""
HIDING = (4,)
"""PR_SET_DUMPABLE: the parent couldn't see any more which files a process has open."""


@dataclass(frozen=True)
class Machine:
    """A processor's numbers of system calls. `own` may name this process only. `opens` are those that open a file, each
    with the place of its flags. `denied` reach out of a process; `untold` are those that Landlock leaves alone."""

    audit: int
    seccomp: int
    capset: int
    clone: int
    prlimit: int
    fcntl: int
    prctl: int
    opens: tuple[tuple[int, int], ...]
    own: tuple[int, ...]
    denied: tuple[int, ...]
    untold: tuple[int, ...]
    gone: tuple[int, ...] = (435, 425, 426, 427, 437)  # clone3, io_uring, openat2: C libraries do without them


MACHINES = {
    "x86_64": Machine(
        audit=0xC000003E,
        seccomp=317,
        capset=126,
        clone=56,
        prlimit=302,
        fcntl=72,
        prctl=157,
        opens=((2, 1), (257, 2)),  # open, openat
        own=(62, 234),  # kill, tgkill
        denied=(
            *(41, 57, 58, 59, 322),  # socket, fork, vfork, execve, execveat
            *(101, 310, 311, 200, 129, 297),  # ptrace, process_vm_*, tkill, rt_*sigqueueinfo
            *(424, 434, 438),  # pidfd_*
            *(86, 88, 133, 259, 265, 266),  # link, symlink, mknod, mknodat, linkat, symlinkat
            *(155, 161, 165, 166, 272, 308, 304),  # pivot_root, chroot, mount, umount2, unshare, setns, open_by_handle
            *(428, 429, 430, 431, 432, 433, 442),  # the newer calls for mounts
            *(167, 169, 175, 176, 246, 313, 320),  # swapon, reboot, modules, kexec
            *(248, 249, 250, 298, 321, 323),  # keys, perf_event_open, bpf, userfaultfd
        ),
        untold=(
            *(90, 91, 268, 452, 92, 93, 94, 260),  # chmod, fchmod, fchmodat(2), chown, fchown, lchown, fchownat
            *(132, 235, 261, 280, 76),  # utime, utimes, futimesat, utimensat, truncate (Landlock has it from 3 on)
            *(188, 189, 190, 197, 198, 199, 463, 466),  # setxattr, removexattr, and what is like them
            *(319, 447, 240, 29, 30, 31),  # memfd_create, memfd_secret, mq_open, shmget, shmat, shmctl
            *(64, 65, 66, 220, 68, 69, 70, 71),  # System V's semaphores and messages
            *(141, 142, 144, 203, 314, 251),  # setpriority, sched_set*, ioprio_set
        ),
    ),
    "aarch64": Machine(
        audit=0xC00000B7,
        seccomp=277,
        capset=91,
        clone=220,
        prlimit=261,
        fcntl=25,
        prctl=167,
        opens=((56, 2),),
        own=(129, 131),
        denied=(
            *(198, 221, 281),
            *(117, 270, 271, 130, 138, 240),
            *(424, 434, 438),
            *(33, 36, 37),
            *(41, 51, 40, 39, 97, 268, 265),
            *(428, 429, 430, 431, 432, 433, 442),
            *(224, 142, 105, 106, 104, 273, 294),
            *(217, 218, 219, 241, 280, 282),
        ),
        untold=(
            *(52, 53, 452, 54, 55),
            *(88, 45),
            *(5, 6, 7, 14, 15, 16, 463, 466),
            *(279, 447, 180, 194, 195, 196),
            *(190, 191, 192, 193, 186, 187, 188, 189),
            *(140, 118, 119, 122, 274, 30),
        ),
    ),
}
MACHINE = MACHINES.get(platform.machine()) if sys.platform == "linux" and sys.maxsize > 1 << 32 else None
_libc = ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None

LOAD, EQUAL, AT_LEAST, ANY_BIT, AND, RETURN = 0x20, 0x15, 0x35, 0x45, 0x54, 0x06
ALLOW, KILL, REFUSE = 0x7FFF0000, 0x80000000, 0x00050000


def _call(number: int, *arguments: object) -> int:
    """A system call; negative when it isn't there or was refused."""
    if _libc is None:
        return -1
    wide = [ctypes.c_long(a) if isinstance(a, int) else a for a in arguments]
    try:
        return int(_libc.syscall(ctypes.c_long(number), *wide))
    except (AttributeError, ctypes.ArgumentError):
        return -1


def _prctl(option: int, value: int) -> bool:
    return _libc is not None and _libc.prctl(option, ctypes.c_ulong(value), *[ctypes.c_ulong(0)] * 3) == 0


def exchange(one: Path, other: Path) -> bool:
    """Two paths of one file system change places, in one step for whoever reads them (renameat2(2), Linux 3.15)."""
    if _libc is None or not hasattr(_libc, "renameat2"):
        return False
    here = ctypes.c_int(AT_FDCWD)
    return bool(_libc.renameat2(here, os.fsencode(one), here, os.fsencode(other), RENAME_EXCHANGE) == 0)


def no_new_privileges() -> bool:
    """No program started from here gains rights by a set-user-id bit."""
    return _prctl(PR_SET_NO_NEW_PRIVS, 1)


def die_with_parent(number: int) -> bool:
    """This process gets a signal when its parent ends. A change of credentials undoes it: call it after those."""
    return _prctl(PR_SET_PDEATHSIG, number)


def own_network() -> bool:
    """A network of its own, without any interface that is up. Root needs no user namespace, in which it would lose
    its way to files of others."""
    flags = CLONE_NEWNET if os.geteuid() == 0 else CLONE_NEWUSER | CLONE_NEWNET
    return _libc is not None and (_libc.unshare(flags) == 0 or _libc.unshare(CLONE_NEWUSER | CLONE_NEWNET) == 0)


def drop_capabilities() -> bool:
    """Whatever root may do beyond reading and writing files."""
    if MACHINE is None:
        return False
    header = ctypes.create_string_buffer(struct.pack("=Ii", 0x20080522, 0))
    kept = KEPT_CAPABILITIES if os.geteuid() == 0 else 0
    data = ctypes.create_string_buffer(struct.pack("=6I", kept, kept, 0, 0, 0, 0))
    if _call(MACHINE.capset, header, data) == 0:
        return True
    none = ctypes.create_string_buffer(struct.pack("=6I", 0, 0, 0, 0, 0, 0))
    return _call(MACHINE.capset, header, none) == 0


def landlock_version() -> int:
    """The version of Landlock that this kernel has; 0 where it has none, or where it is switched off."""
    return max(0, _call(LANDLOCK_CREATE, None, 0, 1))


def only_files(readable: Iterable[Path], writable: Iterable[Path]) -> bool:
    """Landlock: nothing but these can be read, or written, from now on. What is open stays open."""
    version = landlock_version()
    if not version:
        return False
    handled = ALL_FILES.get(version, 1 << 16) - 1
    attributes = struct.pack("=QQQ", handled, TCP, OUTSIDE)[: 8 if version < 4 else 16 if version < 6 else 24]
    ruleset = _call(LANDLOCK_CREATE, ctypes.create_string_buffer(attributes), len(attributes), 0)
    if ruleset < 0:
        return False
    try:
        rules = [(path, READ) for path in readable] + [(path, WRITE) for path in writable]
        return all(_rule(ruleset, path, rights & handled) for path, rights in rules) and (
            _call(LANDLOCK_RESTRICT, ruleset, 0) == 0
        )
    finally:
        os.close(ruleset)


def _rule(ruleset: int, path: Path, rights: int) -> bool:
    """Add a rule; a path that isn't there needs none."""
    try:
        opened = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return True
    try:
        allowed = rights if path.is_dir() else rights & OF_A_FILE
        rule = ctypes.create_string_buffer(struct.pack("=Qi", allowed, opened))
        return _call(LANDLOCK_ADD, ruleset, 1, rule, 0) == 0
    finally:
        os.close(opened)


def no_processes() -> bool:
    """Seccomp: no other process is made, run or touched, no socket opened, no link or mount made. Threads are fine."""
    if MACHINE is None or _libc is None:
        return False
    filters = _filters(MACHINE, os.getpid())
    code = ctypes.create_string_buffer(b"".join(struct.pack("=HBBI", *one) for one in filters))
    program = ctypes.create_string_buffer(struct.pack("@HP", len(filters), ctypes.addressof(code)))
    # 1 sets a filter; 4 leaves the processor's guesses on, which some kernels would switch off for all of the process
    return _call(MACHINE.seccomp, 1, 4, program) == 0 or _call(MACHINE.seccomp, 1, 0, program) == 0


def _filters(machine: Machine, pid: int) -> list[tuple[int, int, int, int]]:
    """The filter as (code, jump if true, jump if false, value). Offsets: 0 number, 4 machine, 16 first argument."""
    refuse, allow, first = (RETURN, 0, 0, REFUSE | errno.EPERM), (RETURN, 0, 0, ALLOW), _argument(0)
    found = [(LOAD, 0, 0, 4), (EQUAL, 1, 0, machine.audit), (RETURN, 0, 0, KILL), (LOAD, 0, 0, 0)]
    if machine.audit == MACHINES["x86_64"].audit:  # numbers of x32, which would pass by all that follows
        found += [(AT_LEAST, 0, 1, 0x40000000), (RETURN, 0, 0, KILL)]
    for number in (*machine.denied, *machine.untold):
        found += [(EQUAL, 0, 1, number), refuse]
    for number in machine.gone:
        found += [(EQUAL, 0, 1, number), (RETURN, 0, 0, REFUSE | errno.ENOSYS)]
    for number in machine.own:
        found += [(EQUAL, 0, 4, number), first, (EQUAL, 1, 0, pid), refuse, allow]
    found += [(EQUAL, 0, 4, machine.clone), first, (ANY_BIT, 1, 0, CLONE_THREAD), refuse, allow]
    found += [(EQUAL, 0, 5, machine.prlimit), first, (EQUAL, 2, 0, 0), (EQUAL, 1, 0, pid), refuse, allow]
    for number, flags in machine.opens:  # to read, and emptied by that
        found += [(EQUAL, 0, 5, number), _argument(flags), (AND, 0, 0, O_ACCMODE | O_TRUNC)]
        found += [(EQUAL, 0, 1, O_TRUNC), refuse, allow]
    for number, place, values in ((machine.fcntl, 1, SIGNALLING), (machine.prctl, 0, HIDING)):
        refused = [step for value in values for step in ((EQUAL, 0, 1, value), refuse)]
        found += [(EQUAL, 0, len(refused) + 2, number), _argument(place), *refused, allow]
    return [*found, allow]


def _argument(place: int) -> tuple[int, int, int, int]:
    return (LOAD, 0, 0, 16 + 8 * place)
