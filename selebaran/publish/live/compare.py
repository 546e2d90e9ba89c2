"""A served site x what it should be -> what is missing, changed, added, and what planted pages do.

Asked for: every file of the release; names that planted pages usually have; whatever changed and planted pages lead to
on this host; and some pages once more as a search engine asks. A page that is what was published leads nowhere new.
"""

from __future__ import annotations

import hashlib
import re
import secrets
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import urljoin, urlsplit

from selebaran.publish.live.ask import CONNECTIONS, Answer, Bounds, Guest, Spent
from selebaran.publish.live.expected import Expected
from selebaran.publish.live.page import Page, addresses_in, is_page, read_page
from selebaran.publish.live.planted import usual_names

Kind = Literal[
    "hilang", "berubah", "bertambah", "skrip", "tautan", "kata", "dialihkan", "mesin-pencari", "tidak-dijawab", "belum"
]
"""What is wrong: a file that isn't served, another content, a file of nobody's, a script of nobody's, a link to a host
or a file of nobody's, words of planted pages, an address that leads to another host, a page that is another one for
search engines, no answer, and what there was no time left for."""
NOT_FOUND = "404.html"
GONE = (404, 410)
MORE_QUESTIONS = 300
"""Addresses asked for beside those of the release."""
AS_ENGINE = 3
"""Pages asked for as a search engine asks."""
NUMBER = re.compile(rb"[0-9a-fA-F]{6,}|[0-9]+")
"""A time, or the number of a request."""
HTML = re.compile(r"\s*(text/html|application/xhtml)", re.I)
Step = Callable[[str], None]


@dataclass(frozen=True)
class Finding:
    """Something that is wrong at an address; `detail` says what, where that isn't plain."""

    kind: Kind
    address: str
    detail: str = ""


@dataclass
class _Seen:
    """What was learnt on the way: what sound pages lead to and run (and whether there was one), what changed and
    planted pages do, where they lead, and the addresses of the release that aren't as they should be."""

    sound: bool = False
    wrong: set[str] = field(default_factory=set)

    hosts: set[str] = field(default_factory=set)
    scripts: set[str] = field(default_factory=set)
    strange: dict[str, Page] = field(default_factory=dict)
    onward: set[str] = field(default_factory=set)


class Visit:
    """One visit to a site."""

    def __init__(self, base: str, expected: Expected, bounds: Bounds, step: Step) -> None:
        self._guest = Guest(base, bounds)
        self._expected = expected
        self._step = step
        self._seen = _Seen()
        self._nothing: Answer | None = None

    def findings(self) -> Iterator[Finding]:
        """Everything that is wrong, in the order in which it was looked for; one where nothing answers at all."""
        if reason := self._within_reach():
            yield Finding("tidak-dijawab", "", reason)
            return
        yield from self._files()
        yield from self._added()
        yield from self._as_engine()
        yield from self._strange()

    def _within_reach(self) -> str:
        """Why nothing answers; "" where something does."""
        try:
            return self._guest.ask("", self._expected.files.get("index.html", ("", 0))[1]).reason
        except Spent:
            return ""

    def _all(self, asked: Iterable[str], look: Callable[[str], list[Finding]]) -> Iterator[Finding]:
        """Look at addresses, some at a time; those for which nothing was left are told as one."""
        left = 0
        with ThreadPoolExecutor(CONNECTIONS) as threads:
            for found in threads.map(lambda address: self._within(look, address), asked):
                left += found is None
                yield from found or ()
        if left:
            yield Finding("belum", "", str(left))

    def _within(self, look: Callable[[str], list[Finding]], address: str) -> list[Finding] | None:
        try:
            return look(address)
        except Spent:
            return None
        finally:
            self._step(address)

    def _files(self) -> Iterator[Finding]:
        yield from self._all(self._expected.asked, self._file)

    def _file(self, address: str) -> list[Finding]:
        path = self._expected.asked[address]
        digest, size = self._expected.files[path]
        answer = self._guest.ask(address, size)
        if not answer.elsewhere and hashlib.sha256(answer.body).hexdigest() == digest:
            self._learn(path, answer.body)
            return []
        self._seen.wrong.add(address)
        if answer.elsewhere:
            return [Finding("dialihkan", address, answer.elsewhere)]
        if answer.status in GONE and path != NOT_FOUND:
            return [Finding("hilang", address)]
        if answer.status not in (200, *GONE):
            return [Finding("tidak-dijawab", address, answer.reason or str(answer.status))]
        self._note(address, answer, self._expected.content(path))
        return [Finding("berubah", address)]

    def _learn(self, path: str, body: bytes) -> None:
        """What a page that is as it was published leads to is known."""
        if path.endswith(".html"):
            page = read_page(body)
            self._seen.sound = True
            self._seen.hosts |= {urlsplit(link).netloc.lower() for link in page.links}
            self._seen.scripts |= page.inline

    def _note(self, address: str, answer: Answer, sound: bytes = b"") -> None:
        """Look at what isn't as it was published; where that is known, at what it has beside it."""
        if not is_page(answer.body):
            named = addresses_in(answer.body) - addresses_in(sound)
            self._seen.onward |= {urljoin(self._guest.base, one) for one in named}
        if not HTML.match(answer.kind) and not is_page(answer.body):
            return
        page, was = read_page(answer.body), read_page(sound)
        page.links -= was.links
        page.scripts -= was.scripts
        page.inline -= was.inline
        page.words -= was.words
        self._seen.strange[address] = page
        self._seen.onward |= {urljoin(self._guest.base + address, link) for link in page.links}

    def _added(self) -> Iterator[Finding]:
        """Usual names, and where strange pages lead, as long as new ones are found."""
        tried: set[str] = set()
        waiting = [*usual_names(), *self._onward()]
        while waiting := [one for one in dict.fromkeys(waiting) if one not in tried and not self._expected.knows(one)]:
            batch = waiting[: MORE_QUESTIONS - len(tried)]
            if not batch:
                yield Finding("belum", "", str(len(waiting)))
                return
            tried |= set(batch)
            yield from self._all(batch, self._stranger)
            waiting = [*waiting[len(batch) :], *self._onward()]

    def _onward(self) -> list[str]:
        """The addresses below the base to which strange pages lead."""
        return sorted({address for link in self._seen.onward if (address := self._below(link))})

    def _below(self, url: str) -> str:
        """An address on this site, relative to its root; "" where it is none, or the root."""
        begin = self._guest.base.partition("://")[2]
        rest = url.partition("#")[0].partition("://")[2]
        return rest.removeprefix(begin) if rest.startswith(begin) else ""

    def _stranger(self, address: str) -> list[Finding]:
        answer = self._guest.ask(address)
        if answer.elsewhere:
            return [] if self._is_nothing(answer, address) else [Finding("dialihkan", address, answer.elsewhere)]
        if answer.status != 200 or self._is_nothing(answer, address):
            return []
        self._note(address, answer)
        return [Finding("bertambah", address)]

    def _is_nothing(self, answer: Answer, address: str) -> bool:
        """Whether a server says the same of what is certainly not there, with 200 or by leading on."""
        if self._nothing is None:
            name = f"tidak-ada-{secrets.token_hex(8)}"
            told = self._guest.ask(name)
            self._nothing = Answer(told.status, _but_for(name, told.body), elsewhere=told.elsewhere)
        known = hashlib.sha256(answer.body).hexdigest() in {entry[0] for entry in self._expected.files.values()}
        same = _but_for(address, answer.body) == self._nothing.body
        return known or (same and urlsplit(answer.elsewhere).netloc == urlsplit(self._nothing.elsewhere).netloc)

    def _as_engine(self) -> Iterator[Finding]:
        pages = [address for address, path in self._expected.asked.items() if path.endswith("index.html")]
        yield from self._all(sorted(pages, key=lambda one: (len(one), one))[:AS_ENGINE], self._once_more)

    def _once_more(self, address: str) -> list[Finding]:
        """A page that is as it was published to people, and another one to a search engine."""
        if address in self._seen.wrong:
            return []
        path = self._expected.asked[address]
        digest, size = self._expected.files[path]
        answer = self._guest.ask(address, size, as_engine=True)
        if answer.elsewhere:
            return [Finding("mesin-pencari", address, answer.elsewhere)]
        if answer.status != 200 or hashlib.sha256(answer.body).hexdigest() == digest:
            return []
        self._note(address, answer, self._expected.content(path))
        return [Finding("mesin-pencari", address)]

    def _strange(self) -> Iterator[Finding]:
        """What pages do that aren't as they were published."""
        for address, page in sorted(self._seen.strange.items()):
            yield from self._of_page(address, page)

    def _of_page(self, address: str, page: Page) -> Iterator[Finding]:
        at = self._guest.base + address
        scripts = sorted(urljoin(at, one) for one in page.scripts)
        yield from (Finding("skrip", address, script) for script in scripts if not self._is_ours(script))
        if self._is_known(address):
            if page.inline - self._seen.scripts:
                yield Finding("skrip", address)
            hosts = {urlsplit(urljoin(at, link)).netloc.lower() for link in page.links}
            new = hosts - self._seen.hosts - {"", urlsplit(at).netloc.lower()}
            yield from (Finding("tautan", address, host) for host in sorted(new))
        if page.words:
            yield Finding("kata", address, ", ".join(sorted(page.words)))

    def _is_known(self, address: str) -> bool:
        """Whether anything says what was there before: a page that is sound, the file itself, or that nothing was."""
        path = self._expected.asked.get(address)
        return self._seen.sound or path is None or bool(self._expected.content(path))

    def _is_ours(self, url: str) -> bool:
        address = self._below(url).partition("?")[0]
        return bool(address) and self._expected.knows(address)


def _but_for(address: str, body: bytes) -> bytes:
    """What a server says of an address, without the address, and without numbers that differ from answer to answer."""
    name = re.escape(address.strip("/").encode())
    return NUMBER.sub(b"", re.sub(rb"(?<![\w-])/?%s/?(?![\w-])" % name, b"", body) if name else body)
