"""The server: answers this computer's browser, from the files that were made, and asks for those that are not.

It only ever reads files below the web root of the host that was asked for. What it adds to a page is one script.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from selebaran.publish.layout import PORTAL, site_of
from selebaran.serve.board import PORTAL as OF_PORTAL
from selebaran.serve.board import Board
from selebaran.serve.headers import HEADERS, kind_of
from selebaran.serve.hosts import Hosts, address_of, from_folders
from selebaran.serve.making import LOOKED_AT
from selebaran.serve.orders import Order, Standing, Stopped
from selebaran.serve.paths import OWN, PAGE, file_of, is_page, is_sheet, needs_slash
from selebaran.serve.saving import FORM, KIND, Desk, length_of, may_save
from selebaran.serve.telling import CONTENT_POLICY, Telling

DATA = Path(__file__).parent.parent / "data"
SCRIPTS = {"muat.js": "pratinjau.js", "gaya.css": "pratinjau.css"}
"""What `serve` adds, by the name under which a browser asks for it."""
A_MOMENT = 1.0
"""Seconds that a browser waits for a page before it is told that it is being made."""
A_WHILE = 60.0
"""Seconds that a browser waits for a picture, a style, a sheet."""
BEAT = 10.0
"""Seconds after which a listener is asked whether it is still there."""
NOT_FOUND = "404.html"
PICTURE = re.compile(r"(\w+)-(\d+)\.png")
END = b"</body>"


@dataclass(frozen=True)
class Shown:
    """What is shown: the districts that were named, and where their files lie. Without a `desk` nothing is saved."""

    work: Path
    board: Board
    telling: Telling
    alone: str | None = None
    desk: Desk | None = None


class Front(ThreadingHTTPServer):
    """Listens at one address. Its threads end with the program."""

    daemon_threads = True
    allow_reuse_address = True
    stopped: Stopped | None = None

    def __init__(self, address: tuple[str, int], shown: Shown) -> None:
        super().__init__(address, Answer)
        self.shown = shown


class Answer(BaseHTTPRequestHandler):
    """One request."""

    server: Front
    shown: Shown
    board: Board
    telling: Telling
    districts: dict[str, Standing]

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: the terminal is for the address."""

    def version_string(self) -> str:
        """Nobody needs to know what answers."""
        return "selebaran"

    def handle(self) -> None:
        """Answer, unless the browser has gone away."""
        try:
            super().handle()
        except (BrokenPipeError, ConnectionResetError, TimeoutError):
            self.close_connection = True

    def do_HEAD(self) -> None:
        """As GET, without the body."""
        self.do_GET()

    def do_GET(self) -> None:
        """Find out which host is meant, then what of it."""
        self.shown, self.board, self.telling = self.server.shown, self.server.shown.board, self.server.shown.telling
        self.districts = self.board.districts(A_WHILE)
        slug = Hosts(frozenset(self.districts), self.shown.alone).shown_at(self.headers.get("Host"))
        file = file_of(self.path)
        if slug is None:
            self._refuse()
        elif file is None:
            self._send(HTTPStatus.NOT_FOUND, self.telling.say("Tidak ada.").encode(), "text/plain; charset=utf-8")
        elif file.partition("/")[0] == OWN:
            self._own(slug, file)
        elif slug:
            self._site(slug, file)
        else:
            self._portal(file)

    def do_POST(self) -> None:
        """What a form would change, or the change; whoever else asks is refused and nothing of it is read."""
        self.shown, self.board, self.telling = self.server.shown, self.server.shown.board, self.server.shown.telling
        self.districts = self.board.districts(A_WHILE)
        slug = Hosts(frozenset(self.districts), self.shown.alone).shown_at(self.headers.get("Host"))
        is_form = file_of(self.path) == f"{OWN}/{FORM}/{PAGE}"
        length, desk = length_of(self.headers), self.shown.desk
        if not (slug and desk and is_form and may_save(self.headers, self.telling.token)):
            self._refuse()
        elif length is None:
            self._send(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, b"{}", KIND)
        else:
            self.connection.settimeout(A_WHILE)
            status, said = desk.answer(slug, self.rfile.read(length))
            self._send(status, json.dumps(said).encode(), KIND)

    # What is shown.

    def _portal(self, file: str) -> None:
        """The portal, and what it leads to: districts by their folders in an output."""
        folders = [(slug, standing.host) for slug, standing in self.districts.items() if standing.host]
        if found := from_folders(self.path, folders):
            slug, rest = found
            self._lead_to(address_of(slug, self.server.server_port) + rest)
            return
        made = self.board.wait_for(OF_PORTAL, A_WHILE if not is_page(file) else A_MOMENT)
        root = self.shown.work / PORTAL
        if (root / file).is_file():
            self._file(root / file, OF_PORTAL)
        elif file == PAGE and made is not None and not made.is_there:
            self._districts()
        elif file == PAGE:
            self._unmade(OF_PORTAL, self.telling.say("Daftar daerah"))
        else:
            self._missing(root, OF_PORTAL)

    def _districts(self) -> None:
        """The districts of a campaign without a portal."""
        port = self.server.server_port
        links = [(address_of(slug, port), one.name) for slug, one in self.districts.items()]
        title, empty = self.telling.say("Daftar daerah"), self.telling.say("Belum ada daerah.")
        self._page(self.telling.list_of(title, links, self._script(OF_PORTAL), empty))

    def _site(self, slug: str, file: str) -> None:
        """A file of a district's site, made if it isn't."""
        root = site_of(self.shown.work, self.districts[slug].host or "-")
        if not is_page(file) and needs_slash(file) and not (root / file).is_file():
            self._lead_to(f"/{file}/")
            return
        order = Order("halaman", slug, file)
        self._ask(order, root / file)
        if (root / file).is_file():
            self._file(root / file, order)
        elif is_page(file) and not self._is_made(order):
            self._unmade(order, self.districts[slug].name)
        else:
            self._missing(root, order)

    def _ask(self, order: Order, path: Path) -> None:
        """Let a file of a site be made, and wait for it: a moment for a page, a while for what a page shows."""
        slug, file = order.slug, order.what
        if is_page(file):
            self.board.wait_for(order, A_MOMENT)
            if file.startswith("unduh/"):
                self.board.ask_for_sheets(slug)
        elif is_sheet(file):
            self.board.wait_for(Order("lembar", slug, file.split("/")[1]), A_WHILE)
        elif not path.is_file():
            self.board.wait_for(Order("situs", slug), A_WHILE)

    def _is_made(self, order: Order) -> bool:
        made = self.board.wait_for(order, 0)
        return made is not None and made.is_whole

    def _unmade(self, order: Order, name: str) -> None:
        """What stands there instead of a page: what is wrong, or that it is being made."""
        script, problems = self._script(order), self.board.problems(order)
        if self.board.wait_for(order, 0) is None:
            self._page(self.telling.waiting(name, script), HTTPStatus.SERVICE_UNAVAILABLE)
        else:
            self._page(self.telling.faults(problems, script), HTTPStatus.INTERNAL_SERVER_ERROR)

    def _missing(self, root: Path, order: Order) -> None:
        """The site's own page for what isn't there."""
        if (root / NOT_FOUND).is_file():
            self._file(root / NOT_FOUND, order, HTTPStatus.NOT_FOUND)
        else:
            title = self.telling.say("Halaman ini tidak ada")
            self._page(self.telling.document(title, f"<h1>{escape(title)}</h1>"), HTTPStatus.NOT_FOUND)

    def _refuse(self) -> None:
        """No name of ours. Nothing of it is repeated; a browser that asks by such a name isn't helped any further."""
        text = self.telling.say(
            "Alamat ini tidak dikenal. Buka {alamat}", alamat=address_of("", self.server.server_port)
        )
        self._send(HTTPStatus.MISDIRECTED_REQUEST, text.encode(), "text/plain; charset=utf-8")

    # What no site has.

    def _own(self, slug: str, file: str) -> None:
        """The overlay's files and news, and sheets as pictures. Pages of other hosts may ask for none of it."""
        parts = file.split("/")[1:]
        if self.headers.get("Sec-Fetch-Site", "none") not in ("same-origin", "none"):
            self._refuse()
        elif parts[0] in SCRIPTS:
            self._send(HTTPStatus.OK, _data(SCRIPTS[parts[0]]), kind_of(parts[0]))
        elif parts[0] == "aliran":
            self._news(slug)
        elif slug:
            self._of_district(slug, parts)
        else:
            self._missing(self.shown.work / "-", OF_PORTAL)

    def _of_district(self, slug: str, parts: list[str]) -> None:
        """A district's form, its sheets, or a picture of one."""
        picture = self.shown.work / LOOKED_AT / slug / "/".join(parts[1:])
        if parts[0] == FORM and self.shown.desk:
            self._form(slug, self.shown.desk)
        elif parts[0] == "lembar":
            self._sheets(slug, parts[1:-1])
        elif parts[0] == LOOKED_AT and picture.is_file():
            self._file(picture, None)
        else:
            self._missing(self.shown.work / "-", OF_PORTAL)

    def _form(self, slug: str, desk: Desk) -> None:
        """A district's form. It may stand in no frame: who sees it not can't be led to press anything in it."""
        page = desk.page(slug)
        if page is None:
            self._unmade(Order("halaman", slug, PAGE), self.districts[slug].name)
        else:
            alone = {"Content-Security-Policy": "frame-ancestors 'none'"}
            self._send(HTTPStatus.OK, page.encode(), "text/html; charset=utf-8", alone)

    def _sheets(self, slug: str, names: list[str]) -> None:
        """The list of a district's sheets, or one of them."""
        home = Order("halaman", slug, PAGE)
        if not self.board.sheets(slug):
            self.board.wait_for(home, A_WHILE)
        titles = dict(self.board.sheets(slug))
        if not names:
            links = [(f"/{OWN}/lembar/{name}/", title) for name, title in titles.items()]
            title, empty = self.telling.say("Semua lembar"), self.telling.say("Tidak ada lembar.")
            self._page(self.telling.list_of(title, links, self._script(home), empty))
        elif names[0] not in titles:
            self._missing(site_of(self.shown.work, self.districts[slug].host), home)
        else:
            self._sheet(slug, names[0], titles[names[0]])

    def _sheet(self, slug: str, name: str, title: str) -> None:
        order = Order("lembar", slug, name)
        self.board.wait_for(order, A_MOMENT)
        folder = self.shown.work / LOOKED_AT / slug / name
        found = [(match, path) for path in folder.glob("*.png") if (match := PICTURE.fullmatch(path.name))]
        if not found:
            self._unmade(order, title)
            return
        found.sort(key=lambda one: (one[0][1], int(one[0][2])))
        shown = [(match[1], f"/{OWN}/{LOOKED_AT}/{name}/{path.name}") for match, path in found]
        files = (site_of(self.shown.work, self.districts[slug].host) / "unduh" / name).glob("*.pdf")
        paths = sorted(f"/unduh/{name}/{path.name}" for path in files)
        self._page(self.telling.sheet(title, paths, shown, self._script(order)))

    def _news(self, slug: str) -> None:
        """Tell a page what is wrong, as long as it is open, and when to load itself again."""
        asked = {name: values[0] for name, values in parse_qs(urlsplit(self.path).query).items()}
        order = _looked_at(slug, asked.get("lihat", ""))
        if asked.get("tanda") != self.telling.token or order is None:
            self._send(HTTPStatus.FORBIDDEN, b"", "text/plain")  # of an earlier start: the script loads its page again
            return
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream; charset=utf-8")
        self._headers()
        last = ""
        with self.board.looking(order):
            while not self.board.is_over:
                is_gone = slug and slug not in self.board.districts()
                if is_gone or self.board.stamp(order) != asked.get("cap"):
                    self.wfile.write(b"event: muat\ndata: 1\n\n")
                    return
                state = self.telling.state(self.board.problems(order), self.board.is_busy(slug))
                said = f"event: keadaan\ndata: {state}\n\n" if state != last else ": \n\n"
                self.wfile.write(said.encode())
                last = state
                self.board.wait(BEAT)

    # How it is sent.

    def _script(self, order: Order | None) -> str:
        if order is None:
            return ""
        looked_at = f"{order.kind}/{order.what}"
        portal = address_of("", self.server.server_port)
        return self.telling.script(looked_at, self.board.stamp(order), portal)

    def _file(self, path: Path, order: Order | None, status: HTTPStatus = HTTPStatus.OK) -> None:
        """A file as it was made; a page with the script."""
        body = path.read_bytes()
        if is_page(path.name):
            before, end, after = body.rpartition(END)
            body = before + self._script(order).encode() + end + after if end else body
        self._send(status, body, kind_of(path.name))

    def _page(self, body: bytes, status: HTTPStatus = HTTPStatus.OK) -> None:
        self._send(status, body, "text/html; charset=utf-8", {"Content-Security-Policy": CONTENT_POLICY})

    def _lead_to(self, address: str) -> None:
        self._send(HTTPStatus.TEMPORARY_REDIRECT, b"", "text/plain", {"Location": address})

    def _send(self, status: HTTPStatus, body: bytes, kind: str, more: dict[str, str] | None = None) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": kind, "Content-Length": str(len(body)), **(more or {})}.items():
            self.send_header(name, value)
        self._headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def _headers(self) -> None:
        for name, value in HEADERS.items():
            self.send_header(name, value)
        self.end_headers()


def _looked_at(slug: str, named: str) -> Order | None:
    """What a page says that it shows."""
    kind, _, what = named.partition("/")
    if not slug:
        return OF_PORTAL if kind == "portal" else None
    kinds: dict[str, Callable[[], Order]] = {
        "halaman": lambda: Order("halaman", slug, what),
        "lembar": lambda: Order("lembar", slug, what),
    }
    if file_of(f"/{what}") != what or kind not in kinds:
        return None
    return kinds[kind]()


@lru_cache(maxsize=4)
def _data(name: str) -> bytes:
    return (DATA / name).read_bytes()
