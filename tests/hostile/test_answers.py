"""A worker that a district has taken over is believed nothing: neither what it says nor what it leaves."""

from __future__ import annotations

import os
import pickle
import signal
import socket
from dataclasses import replace
from pathlib import Path

import pytest

from selebaran.jobs import confine
from selebaran.jobs.confine import Barriers
from selebaran.jobs.inspect import flaw
from selebaran.jobs.stages import Spent
from selebaran.model.artifact import Artifact
from selebaran.model.paper import PaperEdition, code_of
from selebaran.model.problem import Place, Problem
from selebaran.model.registry import Registry
from selebaran.publish.answers import BUILT, built_of, check_editions
from selebaran.publish.believed import PROBLEMS, NotBelieved, line_of, value_of
from selebaran.publish.built import Built
from selebaran.publish.deaths import unsound
from selebaran.publish.districts import make_all
from selebaran.publish.report.record import DistrictRecord
from tests.conftest import DAY
from tests.hostile.probe import (
    LIMITS,
    Probe,
    fault,
)

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
RECORD = DistrictRecord(
    slug="kab-serang",
    name="x",
    province="x",
    day="x",
    site="../situs/dinkeskabserang.id/",
    state="pratinjau",
    site_state="pratinjau",
    reasons=(),
    pages=(),
    pieces=(),
    facts=(),
    editions=(),
    faults=(),
)


def recorded(**changed: object) -> Built:
    return good(record=RECORD.model_copy(update=changed))


def timed(*path: str, times: int = 1, cpu: float = 0.1, wall: float = 0.1) -> Built:
    return good(spent=(Spent(path, times, cpu, wall),))  # type: ignore[arg-type]


FILE = Artifact("daftar/index.html", "halaman", "0" * 64, ("content/daftar.md",))


def filed(**changed: object) -> Built:
    return good(artifacts=(replace(FILE, **changed),))


FORGED = {
    "file-upwards": filed(path="a/../../x"),
    "file-of-the-machine": filed(path="/etc/passwd"),
    "file-twice": good(artifacts=(FILE, FILE)),
    "file-of-no-kind": filed(kind="program"),
    "file-with-another-digest": filed(digest="<b>"),
    "file-from-what-no-file-is": filed(inputs=("\x1b[2J",)),
    "files-without-a-site": replace(filed(), host=None),
    "slug": good(slug="kab-contoh"),
    "host": good(host="../x"),
    "neighbour": good(host="kab-contoh.example"),
    "count": good(pages=-1),
    "code": good(problems=(Problem(Place("x"), "tidak-ada"),)),
    "values": good(problems=(Problem(Place("x"), "daerah-tanpa-folder"),)),
    "place": wrong_place("/etc/passwd"),
    "upwards": wrong_place("districts/../../x"),
    "line": wrong_place("x", -1),
    "record-of-a-neighbour": recorded(slug="kab-contoh"),
    "record-of-another-site": recorded(site="../../etc/"),
    "record-of-a-publication": recorded(state="terbit", site_state="terbit"),
    "record-too-long": recorded(reasons=("x" * 5000,)),
    "record-without-a-site": replace(recorded(), host=None),
    "editions-without-a-site": good(host=None, new=(EDITION,)),
    "stage-of-no-name": timed("\x1b[2J"),
    "stages-without-end": timed(*["susun"] * 13),
    "time-that-nobody-has": timed("susun", cpu=1e9),
    "time-before-it-began": timed("susun", wall=-1.0),
    "times-without-number": timed("susun", times=10**9),
    "stages-too-many": good(spent=timed("susun").spent * 201),
}


@pytest.mark.parametrize("name", FORGED)
def test_a_forged_answer_is_not_believed(name: str) -> None:
    for honest in (good(), recorded(), filed(), timed("susun", "markdown")):
        assert built_of(line_of(BUILT, honest), "kab-serang", "dinkeskabserang.id", published=False) == honest
    with pytest.raises(NotBelieved):
        built_of(line_of(BUILT, FORGED[name]), "kab-serang", "dinkeskabserang.id", published=False)


MISSHAPEN = {
    "key": (b'"nama":"x"', b'"nama":"x","lain":1'),
    "kind": (b'"alasan":[]', b'"alasan":[1]'),
    "missing": (b'"nama":"x",', b""),
    "state": (b'"keadaan":"pratinjau"', b'"keadaan":"<b>"'),
    "path": (b'"lembar":[]', b'"lembar":[{"lembar":"../x"}]'),
}


@pytest.mark.parametrize("name", MISSHAPEN)
def test_a_record_of_another_shape_is_not_believed(name: str) -> None:
    line, (old, new) = line_of(BUILT, recorded()), MISSHAPEN[name]
    assert line.count(old) == 1
    with pytest.raises(NotBelieved):
        built_of(line.replace(old, new), "kab-serang", "dinkeskabserang.id", published=False)


@pytest.mark.parametrize(
    "line", [b"", b"{", b"[]", b"null", b'"x"', b"[" * 100_000, b"\xff\xfe", b'{"slug":"\\ud800"}']
)
def test_what_is_no_answer_is_not_believed(line: bytes) -> None:
    for answers in (BUILT, PROBLEMS):
        if line != b"[]":
            with pytest.raises(NotBelieved):
                value_of(answers, line)


def test_a_pickle_in_place_of_an_answer_runs_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    trap = tmp_path / "jebakan"
    raw = pickle.dumps(Shout(trap))
    monkeypatch.setattr("selebaran.publish.districts.line_of", lambda answers, value: raw)
    (built,) = make_all(Probe(tmp_path / "dist", lambda fresh: None), ("kab-satu",), 1, LIMITS)
    assert [p.code for p in built.problems] == ["daerah-gagal"]
    assert not trap.exists()


def test_an_answer_too_long_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("selebaran.jobs.children.MOST_BYTES", 1000)
    monkeypatch.setattr("selebaran.publish.districts.line_of", lambda answers, value: b"x" * 2000)
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


def spoil(kind: str, root: Path) -> None:  # noqa: C901 - a table of kinds
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


def anything(path: str) -> bool:
    return True


@pytest.mark.parametrize("kind", KINDS)
def test_a_web_root_holds_plain_files_with_plain_names(tmp_path: Path, kind: str) -> None:
    root = tmp_path / "w"
    root.mkdir()
    (root / "index.html").touch()
    assert flaw(root, LIMITS, anything) is None
    spoil(kind, root)
    found = flaw(root, LIMITS, anything)
    assert found is not None
    assert all(text.isprintable() for _, text in unsound("kab-uji", *found).values)
    (root / "a").chmod(0o755)


def test_too_many_files_are_no_web_root(tmp_path: Path) -> None:
    for number in range(12):
        (tmp_path / str(number)).touch()
    assert flaw(tmp_path, replace(LIMITS, files=12), anything) is None
    assert flaw(tmp_path, replace(LIMITS, files=11), anything) is not None


INSTRUCTIONS = [".htaccess", ".nojekyll", ".well-known/x.html", "_worker.js", "_redirects", "_headers", "web.config"]
INSTRUCTIONS += ["index.php", "daftar/x.PHP", "functions/x.js", "api/x.js", "vercel.json", "package.json", "CNAME"]
INSTRUCTIONS += ["netlify.toml", "x", "x.html.exe", "x.php.gz", "_app/x.js", "daftar/sw.js"]


@pytest.mark.parametrize("name", INSTRUCTIONS)
def test_nothing_that_a_host_obeys_or_runs_leaves_a_worker(tmp_path: Path, name: str) -> None:
    def leave(fresh: Path) -> None:
        (fresh / name).parent.mkdir(parents=True, exist_ok=True)
        (fresh / name).touch()

    assert fault(tmp_path, leave).code == "hasil-tidak-sah"


def test_of_a_whole_site_only_what_the_worker_spoke_of_goes_out(tmp_path: Path) -> None:
    """Whatever lies there beside is nothing that the engine made."""

    class Whole(Probe):
        def make(self, slug: str, fresh: Path) -> Built:
            for name in ("index.html", "lain.html") if slug == "kab-nakal" else ("index.html",):
                (fresh / name).write_text(slug, "utf-8")
            listed = (Artifact("index.html", "halaman", "0" * 64, ()),)
            return Built(slug, slug, 1, 0, (), artifacts=listed)

    whole = Whole(tmp_path, Path.touch)
    whole.plan = replace(whole.plan, only=None)
    built = {one.slug: one for one in make_all(whole, ("kab-satu", "kab-nakal"), 1, LIMITS)}
    assert built["kab-satu"].host == "kab-satu"
    (found,) = built["kab-nakal"].problems
    assert dict(found.values)["berkas"] == "lain.html"


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
