"""Caddy, nginx and Apache as Debian has them, each with the files that are written for it, asked the same questions."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from scripts.servers import PAGE as DOCUMENT
from scripts.servers import table_in
from selebaran.publish.layout import site_of
from selebaran.publish.releases import current
from selebaran.publish.serving.headers import HEADERS
from selebaran.publish.serving.hosts import Hosts, Moved, Site
from selebaran.publish.serving.rsync import rsync_files
from selebaran.publish.serving.where import Where
from tests.publish.small import files_of, publish
from tests.serving_questions import FILES, FORMER, HOSTS, OTHER, PAGE, QUESTIONS, SITE, STOPPED, Question, output
from tests.web_servers import WRITERS, Running, running


@pytest.fixture(scope="module")
def served() -> Iterator[Where]:
    folder = Path(tempfile.mkdtemp(prefix="selebaran-situs-"))
    yield output(folder)
    shutil.rmtree(folder)


@pytest.fixture(scope="module", params=WRITERS)
def server(served: Where, request: pytest.FixtureRequest) -> Iterator[Running]:
    with running(request.param, served) as started:
        yield started


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.title)
def test_every_server_answers_as_it_shall(question: Question, server: Running) -> None:
    assert question.answer(server) == question.wanted_of(server.name)


@pytest.mark.parametrize(
    ("host", "path"), [(SITE, "/"), (SITE, "/tiada"), (SITE, "/kabar/rss.xml"), (FORMER, "/sw.js"), (STOPPED, "/")]
)
def test_every_answer_of_a_site_has_all_headers(host: str, path: str, server: Running) -> None:
    said = server.ask(host, path).headers
    assert {name: said.get(name.lower()) for name in HEADERS} == HEADERS


def test_what_is_unchanged_is_not_sent_again(server: Running) -> None:
    first = server.ask(SITE, "/").headers
    assert server.ask(SITE, "/", If_None_Match=first["etag"]).status == 304
    assert server.ask(SITE, "/", If_Modified_Since=first["last-modified"]).status == 304
    assert server.ask(SITE, "/", If_None_Match='"lain"').body.decode() == PAGE


@pytest.mark.parametrize("name", WRITERS)
def test_behind_a_proxy_nothing_leads_to_https(name: str, served: Where) -> None:
    with running(name, replace(served, behind_proxy=True)) as started:
        assert started.ask(SITE, "/", tls=False).body.decode() == PAGE
        assert started.ask(SITE, "/tiada", tls=False).status == 404
        assert started.ask(f"www.{OTHER}", "/x", tls=False).headers["location"] == f"https://{OTHER}/x"
        assert started.ask(FORMER, "/x", tls=False).headers["location"] == f"https://{SITE}/x"
        assert started.ask(STOPPED, "/", tls=False).status == 410
        assert started.ask("asing.example", "/", tls=False).status == 421


@pytest.mark.parametrize("name", WRITERS)
def test_a_site_that_changes_is_shown_at_once_by_a_server_that_runs(name: str) -> None:
    folder = Path(tempfile.mkdtemp(prefix="selebaran-situs-"))
    where = output(folder)
    with running(name, where) as started:
        assert started.ask(SITE, "/daftar/").body.decode() == "daftar"
        publish(Path(where.folder), {**FILES, "daftar/index.html": "daftar yang baru"}, SITE)
        assert started.ask(SITE, "/daftar/").body.decode() == "daftar yang baru"
    shutil.rmtree(folder)


@pytest.mark.parametrize("name", WRITERS)
def test_hosts_that_look_alike_are_kept_apart_and_long_ones_served(name: str) -> None:
    with tempfile.TemporaryDirectory(prefix="selebaran-situs-") as made:
        folder, long = Path(made), ".".join(["a" * 63] * 3 + ["b" * 53]) + ".example"
        own = ("uji.example", "uji.example.id", "a.uji.example", long)
        moved = {"www.uji.example": "uji.example", "lama.example": "uji.example", "a.lama.example": "uji.example.id"}
        for host in (*own, *moved):
            publish(folder / "hasil 'ini'", {"index.html": host}, host)
        for path in (folder, *folder.rglob("*")):
            if path.is_dir() and not path.is_symlink():
                path.chmod(0o755)
        hosts = Hosts(tuple(Site(host, f"situs/{host}") for host in own), tuple(Moved(*one) for one in moved.items()))
        with running(name, Where(hosts, str(folder / "hasil 'ini'"), behind_proxy=True)) as started:
            assert [started.ask(host, "/", tls=False).body.decode() for host in own] == [*own]
            assert started.ask("UJI.example", "/", tls=False).body == b"uji.example"
            for host, target in {**moved, "www.lama.example": "uji.example", f"www.{long}": long}.items():
                assert started.ask(host, "/x/", tls=False).headers["location"] == f"https://{target}/x/"
            for host in ("b.uji.example", "uji.exampl", "ji.example", "uji.example.id.id"):
                assert started.ask(host, "/", tls=False).status == 421


def test_the_table_of_the_documents_is_what_they_answered(served: Where) -> None:
    assert table_in(DOCUMENT.read_text("utf-8")) == "\n".join(rows(served))


def rows(served: Where) -> list[str]:
    from scripts.servers import rows_of

    return rows_of(served)


def test_rsync_sends_new_releases_before_their_links_and_removes_afterwards(tmp_path: Path, served: Where) -> None:
    here, there = tmp_path / "di sini", tmp_path / "di 'sana'"
    here.mkdir()
    first = publish(here, {"index.html": "satu", "sama.css": "p{}"}, SITE)
    publish(here, {"index.html": "lepas"}, FORMER)
    publish(here, {"index.html": "pratinjau"}, "bukan-untuk-umum.example")
    (here / "laporan").mkdir()
    script = tmp_path / "kirim.sh"
    script.write_text(rsync_files(here, HOSTS, f"{there}/")["kirim.sh"], "utf-8")
    subprocess.run(["sh", str(script)], check=True)
    assert files_of(site_of(there, SITE)) == {"index.html": "satu", "sama.css": "p{}"}
    assert sorted(path.name for path in there.iterdir()) == [".rilis", "situs"]
    assert sorted(path.name for path in (there / "situs").iterdir()) == sorted((SITE, FORMER))
    for number in range(3):
        publish(here, {"index.html": f"lagi {number}", "sama.css": "p{}"}, SITE)
    done = subprocess.run(["sh", "-x", str(script)], check=True, capture_output=True, text=True)
    steps = [line for line in done.stderr.splitlines() if line.startswith("+ rsync")]
    assert [("--delete" in step, "/.rilis/" in step or ".rilis/" in step) for step in steps] == [
        (False, True),
        (False, False),
        (True, True),
    ]
    assert current(there, SITE) == current(here, SITE)
    assert files_of(site_of(there, SITE))["index.html"] == "lagi 2"
    assert not (there / ".rilis" / SITE / first).exists()
    assert not (here / ".kunci").exists()
