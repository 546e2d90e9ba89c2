"""What a server is asked, and what it shall answer: for tests of nginx, Caddy and Apache, and for the table of docs."""

from __future__ import annotations

import ssl
from dataclasses import dataclass, field
from pathlib import Path

from selebaran.publish.serving.hosts import Hosts, Moved, Site
from selebaran.publish.serving.where import Where
from tests.publish.small import publish
from tests.web_servers import Answer, Running, certificates

SITE, OTHER, PORTAL = "dinkesuji.example", "dinkessehat.example", "portal.example"
FORMER, STOPPED, STRANGER = "lama.example", "henti.example", "asing.example"
PAGE = "beranda " * 100
FILES = {
    "index.html": PAGE,
    "index.html.gz": "dikecilkan dengan gzip",
    "index.html.br": "dikecilkan dengan brotli",
    "404.html": "halaman ini tidak ada",
    "daftar/index.html": "daftar",
    "sw.js": "pekerja",
    "kabar/rss.xml": "<rss/>",
    "jadwal/a.ics": "BEGIN:VCALENDAR",
    "assets/gaya.0123abcd.css": "p{}",
    "assets/cari.js": "cari()",
    "assets/seni/a.svg": "<svg/>",
    "manifest.webmanifest": "{}",
    "unduh/poster/poster.pdf": "%PDF-0123456789",
}
HIDDEN = "hanya untuk petugas"
HOSTS = Hosts(
    (Site(SITE, f"situs/{SITE}"), Site(OTHER, f"situs/{OTHER}"), Site(PORTAL, "portal")),
    (Moved(FORMER, SITE),),
    (STOPPED,),
)


def output(folder: Path) -> Where:
    """Small sites, published; beside them what nobody shall get. The folder is readable for a server's own user."""
    out = folder / "dist"
    out.mkdir()
    publish(out, FILES, SITE)
    publish(out, {"index.html": "situs yang lain", "404.html": "tidak ada di sini"}, OTHER)
    publish(out, {"index.html": "portal"}, "portal")
    publish(out, {"index.html": "pindah", "sw.js": "lepas"}, FORMER)
    for path in ("laporan/index.html", "kit/a.zip", "penyajian/nginx/situs.conf", f"situs/{SITE}/.git/config"):
        (out / path).parent.mkdir(parents=True, exist_ok=True)
        (out / path).write_text(HIDDEN, "utf-8")
    for path in (folder, *folder.rglob("*")):
        if path.is_dir() and not path.is_symlink():
            path.chmod(0o755)
    return Where(HOSTS, str(out), certificates=certificates(folder / "sertifikat", HOSTS.names))


@dataclass(frozen=True)
class Question:
    """What is asked, the answer that every server gives in the words of `shown`, and which server answers otherwise."""

    title: str
    path: str
    wanted: str
    host: str = SITE
    method: str = "GET"
    tls: bool = True
    sni: str | None = None
    headers: dict[str, str] = field(default_factory=dict)
    shows: tuple[str, ...] = ()
    body: str | None = None
    otherwise: dict[str, str] = field(default_factory=dict)

    def answer(self, server: Running) -> str:
        """The answer of a server, as the table has it."""
        try:
            got = self.asked(server)
        except ssl.SSLError:
            return REFUSED
        assert HIDDEN.encode() not in got.body
        if self.body is not None:
            assert got.body.decode() == self.body, self.title
        return "; ".join((str(got.status), *(got.headers.get(name, "–") for name in self.shows)))

    def asked(self, server: Running) -> Answer:
        """The answer as it came."""
        return server.ask(self.host, self.path, method=self.method, tls=self.tls, sni=self.sni, **self.headers)

    def wanted_of(self, name: str) -> str:
        """What a server of this name shall answer."""
        return self.otherwise.get(name, self.wanted)


REFUSED = "no TLS"
KIND = ("content-type", "cache-control")
YEAR, ASKED, DAY = "public, max-age=31536000, immutable", "no-cache", "public, max-age=86400"
BROTLI, GZIP = {"Accept_Encoding": "gzip, br"}, {"Accept_Encoding": "gzip"}
PACKED = ("content-encoding", "content-type", "vary")
HTML = "text/html; charset=utf-8"
DENIED = {"caddy": "404"}

QUESTIONS = (
    Question("a page", "/", f"200; {HTML}; {ASKED}", shows=KIND, body=PAGE),
    Question("the same, brotli or gzip", "/", f"200; br; {HTML}; Accept-Encoding", headers=BROTLI, shows=PACKED,
             otherwise={"nginx": f"200; gzip; {HTML}; Accept-Encoding"}),
    Question("the same, gzip alone", "/", f"200; gzip; {HTML}; Accept-Encoding", headers=GZIP, shows=PACKED,
             body="dikecilkan dengan gzip"),
    Question("a folder without its stroke", "/daftar", "301", otherwise={"caddy": "308"}),
    Question("another site", "/", f"200; {HTML}", OTHER, shows=KIND[:1], body="situs yang lain"),
    Question("the portal", "/", f"200; {HTML}", PORTAL, shows=KIND[:1], body="portal"),
    Question("a host in capitals", "/", "200", SITE.upper(), body=PAGE),
    Question("style with its digest", "/assets/gaya.0123abcd.css", f"200; text/css; charset=utf-8; {YEAR}", shows=KIND),
    Question("script without one", "/assets/cari.js", f"200; text/javascript; charset=utf-8; {ASKED}", shows=KIND),
    Question("service worker", "/sw.js", f"200; text/javascript; charset=utf-8; {ASKED}", shows=KIND),
    Question("drawing", "/assets/seni/a.svg", f"200; image/svg+xml; charset=utf-8; {DAY}", shows=KIND),
    Question("feed", "/kabar/rss.xml", f"200; application/rss+xml; charset=utf-8; {ASKED}", shows=KIND),
    Question("calendar", "/jadwal/a.ics", f"200; text/calendar; charset=utf-8; {ASKED}", shows=KIND),
    Question("manifest", "/manifest.webmanifest", "200; application/manifest+json; charset=utf-8", shows=KIND[:1]),
    Question("sheet", "/unduh/poster/poster.pdf", f"200; application/pdf; {ASKED}", shows=KIND),
    Question("a part of it", "/unduh/poster/poster.pdf", "206; bytes 1-3/15", headers={"Range": "bytes=1-3"},
             shows=("content-range",), body="PDF"),
    Question("HEAD", "/", f"200; {len(PAGE)}", method="HEAD", shows=("content-length",), body=""),
    Question("POST", "/", "405", method="POST"),
    Question("TRACE", "/", "405", method="TRACE"),
    Question("what isn't there", "/tiada", f"404; {HTML}; {ASKED}", shows=KIND, body="halaman ini tidak ada"),
    Question("a folder without a page", "/assets/", "404", body="halaman ini tidak ada"),
    Question("a file of a folder's name", "/daftar/index.html/x", "404"),
    Question("dotfile", "/.git/config", "404", body="halaman ini tidak ada"),
    Question("dotfile, encoded", "/%2egit/config", "404"),
    Question("traversal", "/../../laporan/index.html", "400", otherwise=DENIED),
    Question("traversal, dots encoded", "/%2e%2e/%2e%2e/laporan/index.html", "400", otherwise=DENIED),
    Question("traversal, strokes encoded", "/..%2f..%2flaporan%2findex.html", "400",
             otherwise={"caddy": "404", "apache": "404"}),
    Question("traversal, encoded twice", "/%252e%252e/%252e%252e/laporan/index.html", "404"),
    Question("laporan/", "/laporan/index.html", "404", body="halaman ini tidak ada"),
    Question("penyajian/", "/penyajian/nginx/situs.conf", "404"),
    Question("the store", "/.rilis/", "404"),
    Question("http", "/daftar/?a=b", f"301; https://{SITE}/daftar/?a=b", tls=False, shows=("location",)),
    Question("www", "/daftar/?a=b", f"301; https://{SITE}/daftar/?a=b", f"www.{SITE}", shows=("location",)),
    Question("http and www", "/x", f"301; https://{SITE}/x", f"www.{SITE}", tls=False, shows=("location",)),
    Question("former host", "/daftar/?a=b", f"301; https://{SITE}/daftar/?a=b", FORMER, shows=("location",)),
    Question("former host, http and www", "/x.pdf", f"301; https://{SITE}/x.pdf", f"www.{FORMER}", tls=False,
             shows=("location",)),
    Question("its service worker", "/sw.js", f"200; text/javascript; charset=utf-8; {ASKED}", FORMER, shows=KIND,
             body="lepas"),
    Question("stopped site", "/daftar/", f"410; {ASKED}", STOPPED, shows=KIND[1:], body="Situs ini sudah dihentikan."),
    Question("its service worker, HEAD", "/sw.js", "410", STOPPED, method="HEAD"),
    Question("stopped site, http and www", "/", "410", f"www.{STOPPED}", tls=False),
    Question("unknown host, http", "/", "421", STRANGER, tls=False),
    Question("unknown host, TLS", "/", REFUSED, STRANGER, otherwise={"apache": "421"}),
    Question("unknown host behind a known name", "/", "421", STRANGER, sni=SITE),
    Question("an address in numbers", "/", "421", "127.0.0.1", tls=False),
)  # fmt: skip
"""In the order of the table."""
