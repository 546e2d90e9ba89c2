"""Caddy's configuration: hosts, headers, and what answers everybody else. Caddy gets its certificates by itself."""

from __future__ import annotations

from collections.abc import Iterator

from selebaran.publish.serving.headers import (
    ABOUT,
    ASK,
    FEED,
    FEED_TYPE,
    FOR_EACH,
    FOR_LED,
    FOR_MOVED,
    FOR_OTHERS,
    FOR_SITE,
    FOR_STOPPED,
    GONE,
    HEADERS,
    KEPT,
    TYPES,
    WORKER,
    told,
)
from selebaran.publish.serving.hosts import Moved, Site
from selebaran.publish.serving.where import Where

Lines = Iterator[str]


def caddy_files(where: Where) -> dict[str, str]:
    """The files by name. `kepala` is read by `situs`; `lain` is for a server that serves nothing else."""
    files = {"kepala.caddy": _headers(), "situs.caddy": _sites(where), "lain.caddy": _others(where)}
    return {name: "\n".join((f"# {ABOUT}", *lines, "")) for name, lines in files.items()}


def _headers() -> Lines:
    """Within `route`, what is written first is done first."""
    yield f"# {FOR_EACH}"
    yield from ("(selebaran_kepala) {", "\theader {", "\t\t-Server")
    yield from (f'\t\t{name} "{value}"' for name, value in HEADERS.items())
    yield from ("\t}", f'\theader Cache-Control "{ASK}"')  # apart: a block that takes one away is done last
    for number, (pattern, value) in enumerate(KEPT.items(), 1):
        yield f"\t@simpan{number} path_regexp {pattern}$"
        yield f'\theader @simpan{number} Cache-Control "{value}"'
    yield "\theader ?Vary Accept-Encoding"
    yield "}"
    yield "(selebaran_jenis) {"
    for ending, media_type in TYPES.items():
        paths = f"*.{ending} */" if ending == "html" else f"*.{ending}"
        yield from (f"\t@{ending} path {paths}", f'\theader @{ending} Content-Type "{told(media_type)}"')
    yield from (f"\t@umpan path */{FEED}", f'\theader @umpan Content-Type "{told(FEED_TYPE)}"')
    yield "}"


def _sites(where: Where) -> Lines:
    yield "import kepala.caddy"
    for site in where.hosts.sites:
        yield from _site(site, where)
    for moved in where.hosts.moved:
        yield from _moved(moved, where)
    for host in where.hosts.stopped:
        yield from _stopped(host, where)


def _site(site: Site, where: Where) -> Lines:
    yield f"# {FOR_SITE.format(host=site.host)}"
    yield from _opened(site.host, where)
    yield from ("\troute {", "\t\timport selebaran_kepala", "\t\timport selebaran_jenis")
    yield f"\t\troot * {where.root(site.folder)}"
    yield from ("\t\t@titik path_regexp /\\.", "\t\terror @titik 404")
    yield from ("\t\t@menulis not method GET HEAD", "\t\terror @menulis 405")
    yield from ("\t\tfile_server {", "\t\t\tprecompressed br gzip", "\t\t}", "\t}")
    yield from ("\thandle_errors {", "\t\troute {", "\t\t\timport selebaran_kepala")
    yield f'\t\t\theader Content-Type "{told(TYPES["html"])}"'
    yield f'\t\t\theader Cache-Control "{ASK}"'
    yield from ("\t\t\trewrite * /404.html", "\t\t\tfile_server {", "\t\t\t\tprecompressed br gzip", "\t\t\t}")
    yield from ("\t\t}", "\t}", "}")
    yield from _led_on(site.host, where)


def _moved(moved: Moved, where: Where) -> Lines:
    yield f"# {FOR_MOVED.format(host=moved.former, to=moved.host)}"
    yield from _opened(moved.former, where)
    yield from ("\troute {", "\t\timport selebaran_kepala", f"\t\troot * {where.root(moved.folder)}")
    yield from (f"\t\tfile_server {WORKER}", f"\t\tredir https://{moved.host}{{uri}} permanent", "\t}", "}")
    yield from _led_on(moved.former, where, to=moved.host)


def _stopped(host: str, where: Where) -> Lines:
    """It answers without a certificate too: that of a site which is no more may have run out."""
    yield f"# {FOR_STOPPED.format(host=host)}"
    beside = where.hosts.beside(host)
    yield from _opened(host, where, beside)
    yield from _gone()
    if not where.behind_proxy:
        yield f"{_addresses('http', where.http_port, host, beside)} {{"
        yield from _gone()


def _gone() -> Lines:
    yield from ("\troute {", "\t\timport selebaran_kepala", f'\t\theader Content-Type "{told(TYPES["txt"])}"')
    yield from (f'\t\trespond "{GONE}" 410', "\t}", "}")


def _led_on(host: str, where: Where, to: str | None = None) -> Lines:
    """The names that lead to a host: its other one, and both without a certificate."""
    beside, target = where.hosts.beside(host), to or host
    if where.behind_proxy:
        names = [_addresses("http", where.http_port, beside)] if beside else []
    else:
        names = [_addresses("http", where.http_port, host, beside)]
    if names:
        yield f"# {FOR_LED.format(to=target)}"
        yield from (f"{names[0]} {{", "\theader -Server", f"\tredir https://{target}{{uri}} permanent", "}")
    if beside and not where.behind_proxy:
        yield f"{_addresses('https', where.https_port, beside)} {{"
        yield from _certificate(host, where)
        yield from ("\theader -Server", f"\tredir https://{target}{{uri}} permanent", "}")


def _opened(host: str, where: Where, *more: str | None) -> Lines:
    if where.behind_proxy:
        yield f"{_addresses('http', where.http_port, host, *more)} {{"
        return
    yield f"{_addresses('https', where.https_port, host, *more)} {{"
    yield from _certificate(host, where)


def _certificate(host: str, where: Where) -> Lines:
    if where.certificates:
        yield f"\ttls {' '.join(where.certificate(host))}"


def _addresses(scheme: str, port: int, *hosts: str | None) -> str:
    return ", ".join(f"{scheme}://{host}:{port}" for host in hosts if host)


def _others(where: Where) -> Lines:
    """Whoever asks for another host, or for none, is told that nobody of that name is here."""
    names = (
        [f"http://:{where.http_port}"]
        if where.behind_proxy
        else [f"http://:{where.http_port}", f"https://:{where.https_port}"]
    )
    yield f"# {FOR_OTHERS}"
    yield from (f"{', '.join(names)} {{", "\theader -Server", "\trespond 421", "}")
