"""Asks a server for addresses, as a careful guest: few connections, a name, and an end to everything.

Nobody vouches for what answers: sizes, time, redirects and the number of questions are bounded, and no other host than
the one that was named is ever asked.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from threading import Lock
from urllib.parse import urljoin, urlsplit

import urllib3
from urllib3.exceptions import HTTPError

from selebaran import __version__

AGENT = f"selebaran/{__version__} (release verify --live)"
ENGINE = "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"
"""As whom a page is asked for once more: planted pages are often shown to search engines alone."""
REFERER = "https://www.google.com/"
CONNECTIONS = 4
REDIRECTS = (301, 302, 303, 307, 308)
CHUNK = 1 << 16


@dataclass(frozen=True)
class Bounds:
    """The most that is asked of a server: questions, bytes in all, bytes beyond what a file should have, seconds in all
    and for one answer, redirects of one answer."""

    questions: int = 20_000
    total_bytes: int = 2_000_000_000
    beyond: int = 1_000_000
    seconds: float = 1800
    wait: float = 20
    redirects: int = 5


@dataclass(frozen=True)
class Answer:
    """What came of a question. `status` 0: nothing answered, and `reason` says why; `elsewhere` is the address on
    another host to which it leads."""

    status: int
    body: bytes = b""
    kind: str = ""
    reason: str = ""
    elsewhere: str = ""


class Spent(Exception):
    """The bounds of a whole visit are reached."""


class Guest:
    """Asks one host."""

    def __init__(self, base: str, bounds: Bounds) -> None:
        self.base = base if base.endswith("/") else f"{base}/"
        self._bounds = bounds
        self._host = urlsplit(self.base).netloc.lower()
        self._until = time.monotonic() + bounds.seconds
        self._asked = self._taken = 0
        self._lock = Lock()
        timeout = urllib3.Timeout(connect=bounds.wait, read=bounds.wait)
        self._pool = urllib3.PoolManager(maxsize=CONNECTIONS, block=True, timeout=timeout, retries=False)

    def ask(self, address: str, size: int = 0, *, as_engine: bool = False) -> Answer:
        """The answer to an address below the base; of its body no more than a file of that size could have. Raises
        `Spent`."""
        url = urljoin(self.base, address)
        for _ in range(self._bounds.redirects + 1):
            if not self._is_here(url):
                return Answer(0, elsewhere=url)
            try:
                answer, onward = self._once(url, size + self._bounds.beyond, as_engine=as_engine)
            except (HTTPError, OSError) as error:
                return Answer(0, reason=type(error).__name__)
            if not onward:
                return answer
            url = urljoin(url, onward)
        return Answer(0, reason="TooManyRedirects")

    def _is_here(self, url: str) -> bool:
        """Whether an address is on the host that was named; https in place of http is the same host."""
        there = urlsplit(url)
        return there.scheme in ("http", "https") and there.netloc.lower() == self._host

    def _once(self, url: str, most: int, *, as_engine: bool) -> tuple[Answer, str]:
        """One question: the answer, or where it leads."""
        self._count(0)
        headers = {"User-Agent": ENGINE if as_engine else AGENT, "Accept-Encoding": "gzip, br"}
        if as_engine:
            headers["Referer"] = REFERER
        response = self._pool.request("GET", url, headers=headers, redirect=False, preload_content=False)
        try:
            if response.status in REDIRECTS and (onward := response.headers.get("Location")):
                return Answer(response.status), onward
            body = bytearray()
            for chunk in response.stream(CHUNK, decode_content=True):
                body += chunk
                self._count(len(chunk))
                if len(body) > most:
                    response.close()  # whatever it is, it isn't what should be there
                    break
            return Answer(response.status, bytes(body), response.headers.get("Content-Type", "")), ""
        finally:
            response.release_conn()

    def _count(self, taken: int) -> None:
        with self._lock:
            self._asked += not taken
            self._taken += taken
            spent = self._asked > self._bounds.questions or self._taken > self._bounds.total_bytes
        if spent or time.monotonic() > self._until:
            raise Spent
