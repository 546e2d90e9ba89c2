"""A worker that a district has taken over reaches nothing, and is believed nothing."""

from __future__ import annotations

import ctypes
import io
import itertools
import json
import os
import pickle
import signal
import socket
import stat
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from pydantic import TypeAdapter

from selebaran.cli.language import Speaker
from selebaran.cli.progress import Bar
from selebaran.cli.show import problem_json, problem_text, terminal_text
from selebaran.model.paper import PaperEdition, code_of
from selebaran.model.problem import Place, Problem, problem
from selebaran.model.registry import Registry
from selebaran.model.step import at
from selebaran.model.visible import visible, visible_json
from selebaran.publish import confine, kernel
from selebaran.publish.confine import Barriers, Limits, barriers
from selebaran.publish.survey import survey
from selebaran.publish.tree import flaw
from selebaran.publish.wire import BUILT, PROBLEMS, NotBelieved, built_of, check_editions, line_of, value_of
from selebaran.publish.workers import make_all
from selebaran.publish.workshop import Built
from tests.conftest import DAY, ROOT
from tests.test_workers import Bench

LIMITS = Limits(wall_seconds=6, cpu_seconds=1, step_seconds=0.3, memory_bytes=256 << 20, file_bytes=4 << 20)
SLUGS = ("kab-satu", "kab-nakal", "kab-dua")
PAGE, PICTURE = "districts/kab-nakal/halaman/kabar/x.md", "districts/kab-nakal/gambar/foto.png"
SHEET = "leaflet-daftar (kantor)"
UNSEEN = "\x1b[31m\x1b]0;x\x07\r\n\x9b2J\u202e\u2066\u200b\x7f\x00"

Act = Callable[[Path], object]


class Probe(Bench):
    """A workshop in which one district does what the test wants, and leaves what it saw in its web root."""

    def __init__(self, out: Path, act: Act) -> None:
        super().__init__(out, lambda: None)
        self.probe = act

    def make(self, slug: str, fresh: Path) -> Built:
        (fresh / "index.html").write_text(slug, "utf-8")
        if slug == "kab-nakal":
            (fresh / "bukti.json").write_text(json.dumps(self.probe(fresh)), "utf-8")
        return Built(slug, slug, 1, 0, ())


def made(out: Path, act: Act) -> dict[str, Built]:
    """What came of three districts of which one is hostile. The others are always whole, and nothing else is left."""
    built = {b.slug: b for b in make_all(Probe(out, act), SLUGS, 2, LIMITS)}
    for slug in ("kab-satu", "kab-dua"):
        assert (out / slug / "index.html").read_text("utf-8") == slug
        assert built[slug].host == slug
    assert {path.name for path in out.iterdir()} <= set(SLUGS)
    return built


def seen(out: Path, act: Act) -> object:
    """What the hostile district found out."""
    built = made(out, act)["kab-nakal"]
    assert built.problems == ()
    return json.loads((out / "kab-nakal" / "bukti.json").read_text("utf-8"))


def fault(out: Path, act: Act) -> Problem:
    """Why the hostile district wasn't made."""
    (found,) = made(out, act)["kab-nakal"].problems
    assert not (out / "kab-nakal").exists()
    return found


def refused(attempt: Callable[[], object]) -> bool:
    try:
        attempt()
    except OSError:
        return True
    return False


def read(path: str) -> str:
    try:
        return Path(path).read_bytes().decode("latin-1")
    except OSError:
        return ""


# what a child reaches


def test_this_machine_says_what_it_holds_back() -> None:
    assert barriers() == barriers()
    if sys.platform != "linux" or kernel.MACHINE is None:
        assert not barriers().processes
    assert Barriers() == Barriers(network=False, files=False, processes=False)


def test_no_connection_leaves_a_worker(tmp_path: Path) -> None:
    def connect(fresh: Path) -> bool:
        def attempt() -> None:
            with socket.socket() as line:
                line.settimeout(2)
                line.connect(address)

        return refused(attempt)

    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        address = server.getsockname()
        assert seen(tmp_path, connect) is barriers().network


def test_the_network_is_cut_by_two_means_where_there_are_two(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kernel, "no_processes", lambda: False)  # what is left is a network without interfaces

    def count(fresh: Path) -> list[object]:
        own = kernel.own_network()  # a second one, in the same child
        return [own, sorted(name for _, name in socket.if_nameindex())]

    got = seen(tmp_path, count)
    assert isinstance(got, list)
    if got[0]:
        assert got[1] == ["lo"]


def test_a_worker_makes_and_touches_no_other_process(tmp_path: Path) -> None:
    def multiply(fresh: Path) -> list[int]:
        forks = 0
        for _ in range(20):
            try:
                child = os.fork()
            except OSError:
                break
            if child == 0:
                time.sleep(30)
                os._exit(0)
            forks += 1
        runs = not refused(lambda: subprocess.run(["/bin/true"], check=False))
        kills = not refused(lambda: os.kill(os.getppid(), 0))
        return [forks, runs, kills]

    begun = time.monotonic()
    got = seen(tmp_path, multiply)
    assert got == ([0, False, False] if barriers().processes else [20, True, True])
    assert time.monotonic() - begun < 10  # where they could be made, they ended with their group


def test_a_worker_reads_the_project_and_writes_its_own_folder(tmp_path: Path) -> None:
    (tmp_path / "rahasia.txt").write_text("kunci", "utf-8")
    out = tmp_path / "dist"
    hidden = next(p for p in (ROOT / ".git", ROOT / ".gitignore") if p.exists())

    def look(fresh: Path) -> dict[str, bool]:
        return {
            "project": bool(read(str(ROOT / "content" / "fakta.yml"))),
            "outside": refused(lambda: (tmp_path / "rahasia.txt").read_bytes()),
            "hidden": refused(lambda: list((hidden / "HEAD" if hidden.is_dir() else hidden).read_bytes())),
            "users": refused(lambda: Path("/etc/passwd").read_bytes()),
            "neighbour": refused(lambda: (out / "kab-satu.txt").write_bytes(b"x")),
            "sources": refused(lambda: (ROOT / "content" / "baru.md").write_bytes(b"x")),
            "symlink": refused(lambda: (fresh / "x").symlink_to("/etc/passwd")),
            "pipe": refused(lambda: os.mkfifo(fresh / "y")),
        }

    held_back = dict.fromkeys(("outside", "hidden", "users", "neighbour", "sources"), barriers().files)
    links = barriers().files or barriers().processes
    try:
        assert seen(out, look) == {"project": True, **held_back, "symlink": links, "pipe": links}
    except AssertionError:
        if links:
            raise
        assert made(out, look)["kab-nakal"].problems[0].code == "hasil-tidak-sah"
    finally:
        (ROOT / "content" / "baru.md").unlink(missing_ok=True)


def test_no_open_file_of_the_parent_reaches_a_worker(tmp_path: Path) -> None:
    kept = [os.open(ROOT / "README.md", os.O_RDONLY) for _ in range(5)]
    os.set_inheritable(kept[0], True)

    def count(fresh: Path) -> list[object]:
        numbers = []
        for number in range(200):
            try:
                numbers.append(stat.S_IFMT(os.fstat(number).st_mode))
            except OSError:
                continue
        return [len(numbers), os.read(0, 10).decode()]

    try:
        # standard input, output and errors, the answer, and the pipe that tells of the end
        assert seen(tmp_path, count) == [5, ""]
    finally:
        for number in kept:
            os.close(number)


SECRET = """
import ctypes, json, os, sys
from pathlib import Path
from selebaran.publish.children import run
from selebaran.publish.confine import Limits

def read(path):
    try:
        return Path(path).read_text("latin-1")
    except OSError:
        return ""

def look(slug, folder):
    libc = ctypes.CDLL(None)
    libc.getenv.restype = ctypes.c_char_p
    sys.stdout.write("\\x1b[2J dari pekerja"), sys.stdout.flush(), os.write(2, b"\\x1b[2J dari pekerja")
    return json.dumps([dict(os.environ), str(libc.getenv(b"RAHASIA")), read("/proc/self/environ"),
                       read(f"/proc/{os.getppid()}/environ")]).encode()

if sys.platform == "linux":
    assert "s3cret" in read("/proc/self/environ")
for ended in run(look, [("kab-satu",)], 1, Limits(), Path(sys.argv[1])):
    print(ended.said.decode())
"""


def test_no_secret_of_the_environment_reaches_a_worker_and_nothing_of_it_the_terminal(tmp_path: Path) -> None:
    environment = {**os.environ, "RAHASIA": "s3cret", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", SECRET, str(tmp_path)]
    done = subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    assert "dari pekerja" not in done.stdout
    environ, through_libc, own, of_parent = json.loads(done.stdout)
    assert through_libc == "None"
    assert "s3cret" not in own + json.dumps(environ)
    assert ("s3cret" not in of_parent) or not barriers().files
    allowed = {"LANG", "LC_ALL", "TZ", "NO_MKDOCS_2_WARNING", "PYTHONUTF8", "HOME", "TMPDIR", *confine.KEPT}
    assert set(environ) <= allowed


ORPHAN = """
import os, sys, time
from pathlib import Path
from selebaran.publish.children import run
from selebaran.publish.confine import Limits

def wait(slug, folder):
    (folder / "nomor").write_text(str(os.getpid()))
    time.sleep(60)

list(run(wait, [("kab-satu",)], 1, Limits(), Path(sys.argv[1])))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="prctl is Linux's; elsewhere the limits end such a child")
def test_a_worker_dies_with_its_parent(tmp_path: Path) -> None:
    command = [sys.executable, "-c", ORPHAN, str(tmp_path)]
    parent = subprocess.Popen(command, env={**os.environ, "PYTHONPATH": str(ROOT)}, cwd=ROOT)
    until = time.monotonic() + 30
    while not (found := [*tmp_path.glob("*/baru/nomor")]) or not found[0].read_text():
        assert time.monotonic() < until
        time.sleep(0.05)
    child = int(found[0].read_text())
    parent.kill()
    parent.wait()
    until = time.monotonic() + 5
    while Path(f"/proc/{child}").exists() and "State:\tZ" not in read(f"/proc/{child}/status"):
        assert time.monotonic() < until
        time.sleep(0.02)


# what exceeds the limits is named


def loop(fresh: Path) -> None:
    with at(PAGE):
        while True:
            try:
                sum(range(1000))
            except Exception:  # noqa: S112 - nothing on the way may swallow the end
                continue


def loop_in_a_library(fresh: Path) -> None:
    with at(PAGE):
        sum(itertools.repeat(1))  # comes back to Python never, so that no signal is heard


def take_memory(fresh: Path) -> None:
    with at(PICTURE):
        bytearray(1 << 40)


def write_much(fresh: Path) -> None:
    with at(SHEET), (fresh / "besar.pdf").open("wb") as file:
        while True:
            file.write(bytes(1 << 20))


def die(fresh: Path) -> None:
    with at(SHEET):
        os.kill(os.getpid(), signal.SIGSEGV)


def fail(fresh: Path) -> None:
    with at(PAGE):
        raise RuntimeError(UNSEEN)


NAMED: list[tuple[Act, str, str, str]] = [
    (loop, "langkah-melebihi-waktu", PAGE, PAGE),
    (loop_in_a_library, "daerah-melebihi-waktu", PAGE, PAGE),
    (take_memory, "daerah-melebihi-memori", PICTURE, PICTURE),
    (write_much, "daerah-melebihi-berkas", SHEET, "districts/kab-nakal"),
    (die, "daerah-terputus", SHEET, "districts/kab-nakal"),
]


@pytest.mark.parametrize(("act", "code", "step", "file"), NAMED, ids=[act.__name__ for act, *_ in NAMED])
def test_what_exceeds_the_limits_is_named(tmp_path: Path, act: Act, code: str, step: str, file: str) -> None:
    found = fault(tmp_path, act)
    assert (found.code, dict(found.values)["langkah"], found.place.file) == (code, step, file)
    for speaker in (Speaker(), Speaker("en")):
        assert step in problem_text(found, speaker).split("\n")[0]


def test_a_step_that_is_over_is_not_blamed(tmp_path: Path) -> None:
    def act(fresh: Path) -> None:
        with at(PAGE):
            pass
        os.kill(os.getpid(), signal.SIGKILL)

    assert dict(fault(tmp_path, act).values)["langkah"] == "districts/kab-nakal"


def test_a_fault_of_the_program_tells_how_it_came_about(tmp_path: Path) -> None:
    found = fault(tmp_path, fail)
    assert found.code == "daerah-gagal"
    line = problem_json(found, Speaker())
    assert line == visible(line)
    assert json.loads(line)["detail"].endswith(f"RuntimeError: {UNSEEN}\n")


def test_a_name_of_a_step_is_never_a_way_out_of_the_project(tmp_path: Path) -> None:
    def act(fresh: Path) -> None:
        with at("districts/../../etc/passwd"):
            os.kill(os.getpid(), signal.SIGKILL)

    assert fault(tmp_path, act).place == Place("districts/kab-nakal")


def test_a_question_about_many_districts_is_answered_for_the_healthy_ones() -> None:
    def ask(slug: str) -> str:
        if slug == "kab-nakal":
            loop(Path())
        return slug

    answers = dict(survey(ROOT, SLUGS, ask, TypeAdapter(str), LIMITS))
    assert list(answers) == list(SLUGS)
    nakal = answers.pop("kab-nakal")
    assert isinstance(nakal, Problem)
    assert (nakal.code, nakal.place.file) == ("langkah-melebihi-waktu", PAGE)
    assert list(answers.values()) == ["kab-satu", "kab-dua"]


# what a child says


class Shout:
    """Unpickled, it leaves a file behind."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[object, ...]:
        return Path.touch, (self.path,)


def good(**changed: object) -> Built:
    return replace(Built("kab-serang", "dinkeskabserang.id", 1, 0, ()), **changed)


def wrong_place(file: str, line: int = 0) -> Built:
    return good(problems=(Problem(Place(file, line), "daerah-tanpa-folder", (("slug", "x"),)),))


EDITION = PaperEdition(
    kode="p1-3604-222222", lembar="leaflet-daftar", judul="x", alamat="daftar", terbit=DAY, sidik="0" * 64
)
FORGED = {
    "slug": good(slug="kab-contoh"),
    "host": good(host="../x"),
    "neighbour": good(host="kab-contoh.example"),
    "count": good(pages=-1),
    "code": good(problems=(Problem(Place("x"), "tidak-ada"),)),
    "values": good(problems=(Problem(Place("x"), "daerah-tanpa-folder"),)),
    "place": wrong_place("/etc/passwd"),
    "upwards": wrong_place("districts/../../x"),
    "line": wrong_place("x", -1),
    "record": good(record={"slug": "kab-serang"}),
    "editions-without-a-site": good(host=None, new=(EDITION,)),
}


@pytest.mark.parametrize("name", FORGED)
def test_a_forged_answer_is_not_believed(name: str) -> None:
    assert built_of(line_of(BUILT, good()), "kab-serang", "dinkeskabserang.id", published=False) == good()
    with pytest.raises(NotBelieved):
        built_of(line_of(BUILT, FORGED[name]), "kab-serang", "dinkeskabserang.id", published=False)


@pytest.mark.parametrize("line", [b"", b"{", b"[]", b"null", b'"x"', b"[" * 100_000, b"\xff\xfe", b'{"slug":"\\ud800"}'])
def test_what_is_no_answer_is_not_believed(line: bytes) -> None:
    for answers in (BUILT, PROBLEMS):
        if line != b"[]":
            with pytest.raises(NotBelieved):
                value_of(answers, line)


def test_a_pickle_in_place_of_an_answer_runs_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    trap = tmp_path / "jebakan"
    raw = pickle.dumps(Shout(trap))
    monkeypatch.setattr("selebaran.publish.workers.line_of", lambda answers, value: raw)
    (built,) = make_all(Probe(tmp_path / "dist", lambda fresh: None), ("kab-satu",), 1, LIMITS)
    assert [p.code for p in built.problems] == ["daerah-gagal"]
    assert not trap.exists()


def test_an_answer_too_long_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("selebaran.publish.children.MOST_BYTES", 1000)
    monkeypatch.setattr("selebaran.publish.workers.line_of", lambda answers, value: b"x" * 2000)
    (built,) = make_all(Probe(tmp_path / "dist", lambda fresh: None), ("kab-satu",), 1, LIMITS)
    assert [p.code for p in built.problems] == ["daerah-gagal"]


def test_a_new_edition_has_a_code_that_only_its_district_can_have(registry: Registry) -> None:
    spec = next(piece.spec for piece in registry.pieces if piece.name == "leaflet-daftar")
    slug = "kab-serang"
    code = code_of(spec.code, registry.districts[slug].district.code, EDITION.digest)
    real = EDITION.model_copy(update={"code": code, "subject": spec.target})
    check_editions((real,), slug, registry, DAY, published=True)
    forged: list[dict[str, object]] = [
        {"code": "p1-3604-222223"},
        {"piece": "tidak-ada"},
        {"subject": "lain"},
        {"digest": "1" * 64},
        {"seal": "0" * 16},
        {"published": DAY.replace(year=2020)},
        {"stated": {"TIDAK-ADA": {}}},
    ]
    for change in forged:
        with pytest.raises(NotBelieved):
            check_editions((real.model_copy(update=change),), slug, registry, DAY, published=True)
    for sent, name, published in (((real,), "kab-contoh", True), ((real, real), slug, True), ((real,), slug, False)):
        with pytest.raises(NotBelieved):
            check_editions(sent, name, registry, DAY, published=published)


# what a child leaves


def spoil(kind: str, root: Path) -> None:
    """Put something into a web root that must not go out."""
    inside = root / "a"
    inside.mkdir()
    match kind:
        case "symlink":
            (inside / "x").symlink_to("/etc/passwd")
        case "folder-symlink":
            (inside / "x").symlink_to("/etc")
        case "hardlink":
            os.link(root / "index.html", inside / "x")
        case "pipe":
            os.mkfifo(inside / "x")
        case "socket":
            with socket.socket(socket.AF_UNIX) as line:
                line.bind(str(inside / "x"))
        case "deep":
            for _ in range(20):
                inside /= "a"
                inside.mkdir()
        case "closed":
            inside.chmod(0o000)
        case "program":
            (inside / "x").touch(0o755)
        case "set-user-id":
            (inside / "x").touch()
            (inside / "x").chmod(0o4644)
        case "large":
            with (inside / "x").open("wb") as file:
                file.truncate(LIMITS.total_bytes + 1)
        case name:
            (inside / name).touch()


KINDS = ["symlink", "folder-symlink", "hardlink", "pipe", "socket", "deep", "closed", "program", "set-user-id", "large"]
KINDS += ["x\ny", "x\x1b[2J", "\u202elmth.x", "-rf", ".env", "é", "x" * 200, "a b", 'x"y', "&x"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_web_root_holds_plain_files_with_plain_names(tmp_path: Path, kind: str) -> None:
    root = tmp_path / "w"
    root.mkdir()
    (root / "index.html").touch()
    assert flaw(root, LIMITS) is None
    spoil(kind, root)
    found = flaw(root, LIMITS)
    assert found is not None
    assert found[0].isprintable()
    (root / "a").chmod(0o755)


def test_too_many_files_are_no_web_root(tmp_path: Path) -> None:
    for number in range(12):
        (tmp_path / str(number)).touch()
    assert flaw(tmp_path, replace(LIMITS, files=12)) is None
    assert flaw(tmp_path, replace(LIMITS, files=11)) is not None


@pytest.mark.parametrize("whole", [False, True])
def test_a_link_in_a_finished_folder_does_not_reach_the_output(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, whole: bool
) -> None:
    monkeypatch.setattr(confine, "_walls", lambda home, readable: Barriers())  # as on a system without Linux's walls

    def act(fresh: Path) -> None:
        if whole:
            fresh.rename(fresh.with_name("lain"))
            fresh.symlink_to("/etc")
        else:
            (fresh / "x").symlink_to("/etc/passwd")

    def make(self: Probe, slug: str, fresh: Path) -> Built:
        (fresh / "index.html").write_text(slug, "utf-8")
        if slug == "kab-nakal":
            act(fresh)
        return Built(slug, slug, 1, 0, ())

    monkeypatch.setattr(Probe, "make", make)
    assert fault(tmp_path, act).code == "hasil-tidak-sah"


def test_a_folder_too_deep_to_remove_is_removed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def act(fresh: Path) -> None:
        os.chdir(fresh)
        for _ in range(1200):
            os.mkdir("a")  # noqa: PTH102 - a path would be too long
            os.chdir("a")
        os.kill(os.getpid(), signal.SIGKILL)

    assert fault(tmp_path, act).code == "daerah-terputus"


# what is printed


def test_nothing_that_is_printed_moves_the_cursor() -> None:
    found = problem("daerah-gagal", Place(f"districts/{UNSEEN}", 1), slug=UNSEEN, langkah="[red]x", kode=UNSEEN)
    for text in (problem_text(found, Speaker()), problem_text(found, Speaker("en"))):
        assert all(character.isprintable() for character in text.replace("\n", ""))
        assert text.count("\n") == 1
        assert "[red]x" in text
    line = problem_json(found, Speaker())
    assert line.isprintable()
    assert json.loads(line)["file"] == f"districts/{UNSEEN}"


def test_the_terminal_shows_only_our_own_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    found = problem("daerah-gagal", Place(UNSEEN, 1), slug=UNSEEN, langkah=UNSEEN, kode=1)
    assert terminal_text(found, Speaker(), ROOT, 80).replace("\n", "").isprintable()


def test_marks_of_rich_in_a_name_are_plain_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    with Bar(Speaker()) as bar:
        bar.started(1)
        bar.finished("[red]kab\x1b[2J[/red]", built=True)
        task = bar._progress.tasks[0]
        assert str(bar._progress.columns[0].render(task)) == "Membuat [red]kab\\x1b[2J[/red]"


@pytest.mark.parametrize("text", ["", "Rp35.000 – ya…", "á'\"<&", UNSEEN, "\U0001f600\U000e0041", "a\u2028b"])
def test_visible_text_says_the_same(text: str) -> None:
    assert visible(text).isprintable()
    assert json.loads(visible_json(json.dumps(text, ensure_ascii=False))) == text
    if text.isprintable():
        assert visible(text) == text


def test_the_environment_block_of_the_system_is_wiped(tmp_path: Path) -> None:
    def look(fresh: Path) -> bool:
        libc = ctypes.CDLL(None)
        libc.getenv.restype = ctypes.c_char_p
        return libc.getenv(b"PATH") is None and "PATH" not in os.environ

    assert seen(tmp_path, look) is True


def test_where_the_kernel_refuses_the_limits_alone_stay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kernel, "_libc", None)
    assert barriers.__wrapped__() == Barriers()
    assert fault(tmp_path, loop).code == "langkah-melebihi-waktu"
    assert fault(tmp_path, take_memory).code == "daerah-melebihi-memori"


def test_a_filter_that_another_machine_would_misread_is_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kernel, "MACHINE", None)
    assert not kernel.no_processes()
    assert not kernel.drop_capabilities()
    for machine in kernel.MACHINES.values():
        filters = kernel._filters(machine, 4321)
        assert filters[-1] == (kernel.RETURN, 0, 0, kernel.ALLOW)
        assert all(0 <= jump <= len(filters) - at for at, row in enumerate(filters, 2) for jump in row[1:3])
        assert len(machine.denied) > 35
        assert len(set(machine.denied)) == len(machine.denied)
