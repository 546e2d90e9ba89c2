"""nginx's configuration. The folder lies as `selebaran/` beside nginx.conf, and is included within `http`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selebaran.publish.serving.headers import (
    ABOUT,
    ASK,
    CHARSET,
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
    text_types,
)
from selebaran.publish.serving.hosts import Moved, Site
from selebaran.publish.serving.where import CHALLENGES, Where

Lines = Iterator[str]
LONG_NAME, MANY_NAMES = 40, 256
"""Beyond these nginx's own tables of names are too small (`server_names_hash_bucket_size`, `_max_size`)."""
CHALLENGE = f"\tlocation ^~ /.well-known/acme-challenge/ {{ root {CHALLENGES}; }}"


def nginx_files(where: Where) -> dict[str, str]:
    """The files by name. `kepala` is read by `situs`; `lain` is for a server that serves nothing else."""
    files = {"kepala.conf": _headers(), "situs.conf": _sites(where), "lain.conf": _others(where)}
    return {name: "\n".join((f"# {ABOUT}", *lines, "")) for name, lines in files.items()}


def _headers() -> Lines:
    """What holds in each `server`. In a `location` with an `add_header` of its own, those here would not hold."""
    yield f"# {FOR_EACH}"
    yield from (f'add_header {name} "{value}" always;' for name, value in HEADERS.items())
    yield from ("add_header Cache-Control $selebaran_simpan always;", "server_tokens off;", "absolute_redirect off;")
    yield from (
        "index index.html;",
        f"charset {CHARSET.partition('=')[2]};",
        f"charset_types {' '.join(text_types())};",
    )
    yield from ("types {", *(f"\t{media_type} {ending};" for ending, media_type in TYPES.items()), "}")
    yield from ("gzip off;", "gzip_static on;", "gzip_vary on;")
    yield from ("error_page 403 404 =404 /404.html;", "location = /404.html { internal; }")
    yield "location ~ /\\. { return 404; }"
    yield f'location ~ "/{re.escape(FEED)}$" {{ types {{ }} default_type {FEED_TYPE}; }}'


def _sites(where: Where) -> Lines:
    yield from ("map $uri $selebaran_simpan {", f'\tdefault "{ASK}";')
    yield from (f'\t"~{pattern}$" "{value}";' for pattern, value in KEPT.items())
    yield "}"
    yield from _room_for_names(
        [name for host in where.hosts.names for name in (host, where.hosts.beside(host)) if name]
    )
    for site in where.hosts.sites:
        yield from _site(site, where)
    for moved in where.hosts.moved:
        yield from _moved(moved, where)
    for host in where.hosts.stopped:
        yield from _stopped(host, where)


def _room_for_names(names: list[str]) -> Lines:
    if len(names) > MANY_NAMES or any(len(name) > LONG_NAME for name in names):
        yield from ("server_names_hash_bucket_size 512;", f"server_names_hash_max_size {4 * max(len(names), 512)};")


def _site(site: Site, where: Where) -> Lines:
    yield f"# {FOR_SITE.format(host=site.host)}"
    yield from _opened(site.host, where, site.host)
    yield from (f"\troot {where.root(site.folder)};", "\tinclude selebaran/kepala.conf;", "}")
    yield from _led_on(site.host, where, site.host)


def _moved(moved: Moved, where: Where) -> Lines:
    yield f"# {FOR_MOVED.format(host=moved.former, to=moved.host)}"
    yield from _opened(moved.former, where, moved.former)
    yield from (f"\troot {where.root(moved.folder)};", "\tserver_tokens off;", *_short_headers())
    yield f'\tlocation = {WORKER} {{ types {{ }} default_type "{TYPES["js"]}{CHARSET}"; }}'
    yield from (f"\tlocation / {{ return 301 https://{moved.host}$request_uri; }}", "}")
    yield from _led_on(moved.former, where, moved.host)


def _short_headers() -> Lines:
    """For hosts that send no page."""
    yield from (f'\tadd_header {name} "{value}" always;' for name, value in HEADERS.items())
    yield f"\tadd_header Cache-Control {ASK} always;"


def _stopped(host: str, where: Where) -> Lines:
    """It answers without a certificate too: that of a site which is no more may have run out."""
    yield f"# {FOR_STOPPED.format(host=host)}"
    beside = where.hosts.beside(host)
    yield from _opened(host, where, host, beside)
    yield from _gone()
    if not where.behind_proxy:
        yield from ("server {", *_listening(where.http_port), f"\tserver_name {_names(host, beside)};", CHALLENGE)
        yield from _gone()


def _gone() -> Lines:
    yield from ("\tserver_tokens off;", *_short_headers(), f'\tdefault_type "{TYPES["txt"]}{CHARSET}";')
    yield from (f'\tlocation / {{ return 410 "{GONE}"; }}', "}")


def _led_on(host: str, where: Where, to: str) -> Lines:
    """The names that lead to a host: its other one, and both without a certificate."""
    beside = where.hosts.beside(host)
    led = f"\tlocation / {{ return 301 https://{to}$request_uri; }}"
    if beside or not where.behind_proxy:
        yield f"# {FOR_LED.format(to=to)}"
    if not where.behind_proxy:
        yield from ("server {", *_listening(where.http_port), f"\tserver_name {_names(host, beside)};")
        yield from ("\tserver_tokens off;", CHALLENGE, led, "}")
    if beside:
        yield from _opened(host, where, beside)
        yield from ("\tserver_tokens off;", led, "}")


def _opened(host: str, where: Where, *names: str | None) -> Lines:
    """The head of a server that is asked for by these names, with the certificate of a host."""
    yield "server {"
    if where.behind_proxy:
        yield from _listening(where.http_port)
    else:
        certificate, key = where.certificate(host)
        yield from (*_listening(where.https_port, " ssl http2"), "\tssl_protocols TLSv1.2 TLSv1.3;")
        yield from (f"\tssl_certificate {certificate};", f"\tssl_certificate_key {key};")
    yield f"\tserver_name {_names(*names)};"


def _listening(port: int, how: str = "") -> Lines:
    """At every address of the machine: to nginx, those of IPv6 are others than those of IPv4."""
    yield from (f"\tlisten {port}{how};", f"\tlisten [::]:{port}{how};")


def _names(*names: str | None) -> str:
    return " ".join(filter(None, names))


def _others(where: Where) -> Lines:
    """Whoever asks for another host, or for none, is told that nobody of that name is here."""
    yield from (f"# {FOR_OTHERS}", "server {", *_listening(where.http_port, " default_server"))
    if not where.behind_proxy:
        yield from (*_listening(where.https_port, " ssl http2 default_server"), "\tssl_reject_handshake on;")
    yield from ("\tserver_name _;", "\tserver_tokens off;", CHALLENGE, "\tlocation / { return 421; }", "}")
