"""What a browser is answered, from files that were made. Whoever makes is not there: the files lie there already."""

from __future__ import annotations

import http.client
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from selebaran.cli.language import Speaker
from selebaran.cli.show import message_of
from selebaran.publish.layout import PORTAL, site_of
from selebaran.serve.board import PORTAL as OF_PORTAL
from selebaran.serve.board import Board
from selebaran.serve.front import Front, Shown
from selebaran.serve.hosts import HERE
from selebaran.serve.orders import HasRead, Made, Order, Standing
from selebaran.serve.telling import Telling

PAGE = "<!doctype html>\n<title>Iuran</title>\n<body>\n<p>Isi</p>\n</body>\n</html>\n"
SLUG, DOMAIN = "kab-a", "dinkes-a.example"
SAY = Speaker()


class Answered(NamedTuple):
    status: int
    headers: dict[str, str]
    body: bytes


@pytest.fixture
def front(tmp_path: Path) -> Iterator[Front]:
    site = site_of(tmp_path, DOMAIN)
    for name in ("index.html", "iuran/index.html", "404.html", "robots.txt", "assets/gaya.css"):
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(PAGE.replace("Isi", name), "utf-8")
    (tmp_path / PORTAL).mkdir()
    (tmp_path / PORTAL / "index.html").write_text(PAGE, "utf-8")
    (tmp_path / "rahasia.txt").write_text("rahasia", "utf-8")
    board = Board(lambda what: None, with_sheets=True)
    board.hear(HasRead(1, {SLUG: Standing(DOMAIN, "Kabupaten A", 1)}))
    board.hear(Made(Order("situs", SLUG), 1))
    board.hear(Made(OF_PORTAL, 1))
    telling = Telling(SAY, lambda found: message_of(found, SAY), "tanda")
    with Front((HERE, 0), Shown(tmp_path, board, telling)) as server:
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        yield server
        board.end()
        server.shutdown()


def asked(front: Front, path: str, host: str = f"{SLUG}.localhost", method: str = "GET", **headers: str) -> Answered:
    connection = http.client.HTTPConnection(HERE, front.server_port, timeout=60)
    connection.request(method, path, headers={"Host": host, **{k.replace("_", "-"): v for k, v in headers.items()}})
    answer = connection.getresponse()
    found = Answered(answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read())
    connection.close()
    return found


def without_script(body: bytes) -> bytes:
    before, script, rest = body.partition(b'<script src="/_pratinjau/muat.js"')
    assert script
    return before + rest.partition(b"</script>")[2]


def test_a_page_is_the_one_that_was_made_and_a_script(front: Front, tmp_path: Path) -> None:
    answer = asked(front, "/iuran/")
    assert answer.status == 200
    assert without_script(answer.body) == (site_of(tmp_path, DOMAIN) / "iuran/index.html").read_bytes()


def test_what_is_no_page_is_as_it_was_made(front: Front, tmp_path: Path) -> None:
    answer = asked(front, "/assets/gaya.css")
    assert answer.body == (site_of(tmp_path, DOMAIN) / "assets/gaya.css").read_bytes()
    assert answer.headers["content-type"] == "text/css; charset=utf-8"
    assert answer.headers["cache-control"] == "no-store"


def test_what_is_not_there_gets_the_sites_own_page(front: Front) -> None:
    answer = asked(front, "/tidak-ada/")
    assert (answer.status, b"404.html" in answer.body) == (404, True)


def test_an_unknown_host_reads_nothing(front: Front) -> None:
    for host in ("jahat.example", f"jahat.example:{front.server_port}", "kab-lain.localhost"):
        answer = asked(front, "/", host)
        assert answer.status == 421
        assert b"Isi" not in answer.body and host.encode() not in answer.body


@pytest.mark.parametrize(
    "path", ["/../../rahasia.txt", "/%2e%2e/%2e%2e/rahasia.txt", "/..%2f..%2frahasia.txt", "/.git/config"]
)
def test_nothing_outside_of_the_site_is_read(front: Front, path: str) -> None:
    answer = asked(front, path)
    assert answer.status == 404
    assert b"rahasia" not in answer.body


def test_reports_of_staff_are_in_no_site(front: Front) -> None:
    assert asked(front, "/laporan/", "localhost").status == asked(front, "/laporan/index.html").status == 404


def test_a_page_without_its_slash_is_led_to(front: Front) -> None:
    assert asked(front, "/iuran").headers["location"] == "/iuran/"


def test_the_portal_is_at_localhost_and_its_links_lead_to_districts(front: Front) -> None:
    assert without_script(asked(front, "/", "localhost").body) == PAGE.encode()
    answer = asked(front, f"/situs/{DOMAIN}/iuran/", "localhost")
    assert answer.headers["location"] == f"http://{SLUG}.localhost:{front.server_port}/iuran/"


def test_another_site_may_ask_for_none_of_what_is_added(front: Front) -> None:
    assert asked(front, "/_pratinjau/muat.js", Sec_Fetch_Site="same-origin").status == 200
    assert asked(front, "/_pratinjau/muat.js", Sec_Fetch_Site="cross-site").status == 421
    assert asked(front, "/_pratinjau/aliran?lihat=halaman/index.html&cap=0&tanda=x").status == 403
    assert asked(front, "/_pratinjau/tidak-ada").status == 404


def test_a_page_that_is_not_made_yet_says_so(front: Front) -> None:
    front.shown.board.hear(HasRead(2, {SLUG: Standing("lain.example", "Kabupaten A", 2)}))
    answer = asked(front, "/iuran/")
    assert (answer.status, b"Kabupaten A sedang dibuat" in answer.body) == (503, True)


def test_a_page_loads_itself_again_when_it_is_another(front: Front) -> None:
    order = Order("halaman", SLUG, "iuran/index.html")
    stamp = front.shown.board.stamp(order)
    front.shown.board.hear(Made(order, 1, frozenset(("iuran/index.html",))))
    answer = asked(front, f"/_pratinjau/aliran?lihat=halaman/iuran/index.html&cap={stamp}&tanda=tanda")
    assert answer.body == b"event: muat\ndata: 1\n\n"


def test_a_head_has_no_body(front: Front) -> None:
    answer = asked(front, "/iuran/", method="HEAD")
    assert (answer.status, answer.body) == (200, b"")
