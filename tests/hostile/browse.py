"""Loads what came out of the cleaner, or a whole built site, in Chromium, and counts what must not happen: a script
that runs, a navigation, a request to elsewhere.

Scripts are counted twice: by hooks on all that a payload would call, and by the browser's own debugger, which tells
of every script that it compiles, whatever that does.
"""

from __future__ import annotations

import mimetypes
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Browser, Page, Request, Route

from tests.hostile.kit import TALLY

HOST = "dinkesjahat.example"
HOME = f"https://{HOST}/"
HOOKS = """
window.__ran = [];
const ran = (what) => (...all) => { window.__ran.push(what + ': ' + String(all[0]).slice(0, 80)); };
for (const name of ['alert', 'confirm', 'prompt', 'print', 'open', 'postMessage', 'Function', 'importScripts'])
  window[name] = ran(name);
const evaluate = window.eval;
window.eval = (what) => String(what).includes('/*uji*/') ? evaluate(what) : ran('eval')(what);
for (const name of ['setTimeout', 'setInterval']) {
  const real = window[name];
  window[name] = (what, ...more) => typeof what === 'string' ? ran(name)(what) : real(what, ...more);
}
for (const name of ['write', 'writeln', 'execCommand']) document[name] = ran(name);
navigator.sendBeacon = ran('sendBeacon');
for (const name of ['WebSocket', 'EventSource', 'Worker', 'SharedWorker', 'RTCPeerConnection'])
  window[name] = ran(name);
Object.defineProperty(Document.prototype, 'cookie', {get: ran('cookie'), set: ran('cookie')});
"""
"""What a payload would call, all of it counted and none of it done."""
PROVOKE = """() => { /*uji*/
  for (const element of document.querySelectorAll('.dari-daerah *'))
    for (const name of ['mouseover', 'mouseenter', 'pointerover', 'focus', 'blur', 'toggle', 'load', 'error',
                        'animationstart', 'input', 'change', 'keydown', 'scroll', 'begin', 'start', 'message'])
      element.dispatchEvent(new Event(name));
  const strange = [...document.querySelectorAll('.dari-daerah *')].filter(e =>
    [...e.attributes].some(a => a.name.startsWith('on')
      || /^\\s*(java|vb)script:/i.test(a.value) && ['href', 'src'].includes(a.name))
    || ['SCRIPT', 'IFRAME', 'OBJECT', 'EMBED', 'FORM', 'STYLE', 'LINK', 'META'].includes(e.tagName.toUpperCase())
    || e.namespaceURI !== 'http://www.w3.org/1999/xhtml');
  return strange.map(e => e.outerHTML.slice(0, 80));
}"""


@dataclass
class Seen:
    """What happened while pages were loaded."""

    executions: list[str]
    navigations: list[str]
    requests: list[str]
    strange: list[str]

    @property
    def nothing(self) -> bool:
        """Whether that is nothing at all."""
        return not (self.executions or self.navigations or self.requests or self.strange)


@contextmanager
def hooked(browser: Browser, answer: dict[str, str] | Path, seen: Seen) -> Iterator[Page]:
    """A page in which everything is counted. `answer` are the documents by path, or the folder of a site."""
    context = browser.new_context(service_workers="block")
    context.add_init_script(HOOKS)
    page = context.new_page()

    def serve(route: Route, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.hostname != HOST:
            seen.requests.append(request.url[:120])
            route.abort()
        elif isinstance(answer, Path):
            path = answer / unquote(parts.path).lstrip("/")
            path = path / "index.html" if path.is_dir() else path
            kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
            body = path.read_bytes() if path.is_file() else b""
            route.fulfill(status=200 if path.is_file() else 404, content_type=kind, body=body)
        elif parts.path in answer:
            route.fulfill(content_type="text/html; charset=utf-8", body=answer[parts.path])
        else:
            route.fulfill(status=204, body="")

    context.route("**/*", serve)
    page.on("dialog", lambda dialog: (seen.executions.append(f"dialog {dialog.message[:60]}"), dialog.dismiss()))
    page.on("popup", lambda popup: seen.navigations.append(popup.url))
    page.on("download", lambda download: seen.navigations.append(download.url))
    yield page
    context.close()


def open_and_provoke(page: Page, path: str, seen: Seen) -> None:
    """Load a document, do to its elements what starts handlers, and note what happened."""
    moved: list[str] = []
    page.goto(HOME + path.lstrip("/"), wait_until="load")
    page.on("framenavigated", lambda frame: moved.append(frame.url))
    found = page.evaluate(PROVOKE)
    page.wait_for_timeout(30)
    seen.executions += page.evaluate("/*uji*/ window.__ran")
    seen.strange += found
    seen.navigations += [url for url in moved if "#" not in url]


def load_all(browser: Browser, pages: list[str], a_document: int = 100) -> Seen:
    """Load clean pages, many on one document, in which no script at all may be compiled."""
    documents = {}
    for start in range(0, len(pages), a_document):
        body = "\n".join(pages[start : start + a_document])
        documents[f"/{start}"] = f"<!doctype html><meta charset=utf-8><title>x</title><body>{body}</body>"
    seen = Seen([], [], [], [])
    with hooked(browser, documents, seen) as page:
        debugger = page.context.new_cdp_session(page)
        debugger.on("Debugger.scriptParsed", lambda event: _note(event, seen))
        debugger.send("Debugger.enable")
        for path in documents:
            open_and_provoke(page, path, seen)
    _count(len(pages), seen)
    return seen


def load_site(browser: Browser, root: Path, paths: list[str]) -> Seen:
    """Load pages of a built site. Its own scripts run; what a payload would call must not be called."""
    seen = Seen([], [], [], [])
    with hooked(browser, root, seen) as page:
        for path in paths:
            open_and_provoke(page, path, seen)
    _count(len(paths), seen)
    return seen


def _note(event: dict[str, object], seen: Seen) -> None:
    """A script that has the page's address was in the page; the others are this test's."""
    if str(event.get("url", "")).startswith(HOME):
        seen.executions.append(f"script at {event['url']}:{event.get('startLine')}")


def _count(pages: int, seen: Seen) -> None:
    TALLY.add(
        browsed=pages, executions=len(seen.executions), navigations=len(seen.navigations), requests=len(seen.requests)
    )
