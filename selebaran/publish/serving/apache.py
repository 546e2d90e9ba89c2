"""Apache's configuration (2.4; modules rewrite, headers, ssl). The folder lies as `selebaran/` in ServerRoot.

The first virtual host of a port answers for hosts that nobody has, so `lain` is included before anything else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from selebaran.model.artifact import COMPRESSED
from selebaran.publish.layout import PORTAL, SITES
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
from selebaran.publish.serving.where import CHALLENGES, Where

Lines = Iterator[str]
NOBODY = "selebaran.invalid"
"""A name that nobody can have (RFC 2606), for the hosts that are refused."""
ENCODINGS = {"br": ".br", "gzip": ".gz"}
"""Names of compression by the ending of what was made; the first that a browser takes is sent."""
ANY = "(\\.(br|gz))?$"


def apache_files(where: Where) -> dict[str, str]:
    """The files by name. `kepala` is read by `situs`; `lain` is for a server that serves nothing else."""
    assert set(ENCODINGS.values()) == set(COMPRESSED)
    files = {"kepala.conf": _headers(), "situs.conf": _sites(where), "lain.conf": _others(where)}
    return {name: "\n".join((f"# {ABOUT}", *lines, "")) for name, lines in files.items()}


def _headers() -> Lines:
    """What holds in each virtual host that has a site."""
    yield f"# {FOR_EACH}"
    yield from _said()
    for pattern, value in KEPT.items():
        yield f'Header always set Cache-Control "{value}" "expr=%{{REQUEST_URI}} =~ m#{pattern}{ANY}#"'
    yield from (*_typed(), "ErrorDocument 404 /404.html", "DirectoryIndex disabled", "DirectorySlash Off")
    yield from ("RewriteEngine On", 'RewriteCond "%{REQUEST_METHOD}" "!^(GET|HEAD)$"', 'RewriteRule "^" "-" [R=405,L]')
    yield 'RewriteRule "/\\." "-" [R=404,L]'
    yield from ('RewriteCond "%{DOCUMENT_ROOT}$1" -d', 'RewriteRule "^(.*[^/])$" "https://%{SERVER_NAME}$1/" [R=301,L]')
    yield from ('RewriteCond "%{DOCUMENT_ROOT}$1/index.html" -f', 'RewriteRule "^(.*)/$" "$1/index.html"')
    yield from ('RewriteRule "/$" "-" [R=404,L]', 'Header merge Vary "Accept-Encoding"')
    for name, ending in ENCODINGS.items():
        yield f'RewriteCond "%{{HTTP:Accept-Encoding}}" "\\b{name}\\b"'
        yield f'RewriteCond "%{{DOCUMENT_ROOT}}$1{ending}" -f'
        yield f'RewriteRule "^(.*\\.[a-z]+)$" "$1{ending}" [E=no-gzip:1,E=no-brotli:1,L]'


def _typed() -> Lines:
    """Kinds of files, of what lies compressed beside them too: that keeps the kind of what it was made of."""
    yield from (f'AddType "{told(media_type)}" .{ending}' for ending, media_type in TYPES.items())
    for name, ending in ENCODINGS.items():
        yield f'<FilesMatch "{re.escape(ending)}$">'
        yield from (f"\tRemoveEncoding {ending}", f"\tRemoveLanguage {ending}", f"\tRemoveType {ending}")
        yield f'\tHeader set Content-Encoding "{name}"'
        yield "</FilesMatch>"
    for ending, media_type in TYPES.items():
        yield f'<FilesMatch "\\.{ending}\\.(br|gz)$">\n\tForceType "{told(media_type)}"\n</FilesMatch>'
    yield f'<FilesMatch "^{re.escape(FEED)}{ANY}">\n\tForceType "{told(FEED_TYPE)}"\n</FilesMatch>'


def _said() -> Lines:
    yield from (f'Header always set {name} "{value}"' for name, value in HEADERS.items())
    yield from (f'Header always set Cache-Control "{ASK}"', "TraceEnable Off", "ServerSignature Off")


def _sites(where: Where) -> Lines:
    for folder in (SITES, PORTAL):
        yield f"<Directory {where.root(folder)}>"
        yield from ("\tOptions FollowSymLinks", "\tAllowOverride None", "\tRequire all granted", "</Directory>")
    for site in where.hosts.sites:
        yield from _site(site, where)
    for moved in where.hosts.moved:
        yield from _moved(moved, where)
    for host in where.hosts.stopped:
        yield from _stopped(host, where)


def _site(site: Site, where: Where) -> Lines:
    yield f"# {FOR_SITE.format(host=site.host)}"
    yield from _opened(site.host, where, site.host)
    yield from (f"\tDocumentRoot {where.root(site.folder)}", "\tInclude selebaran/kepala.conf", "</VirtualHost>")
    yield from _led_on(site.host, where, site.host)


def _moved(moved: Moved, where: Where) -> Lines:
    yield f"# {FOR_MOVED.format(host=moved.former, to=moved.host)}"
    yield from _opened(moved.former, where, moved.former)
    yield from (f"\tDocumentRoot {where.root(moved.folder)}", *(f"\t{line}" for line in _said()))
    yield f'\tAddType "{told(TYPES["js"])}" .js'
    yield from (_redirect(moved.host, but=re.escape(WORKER[1:]) + "$"), "</VirtualHost>")
    yield from _led_on(moved.former, where, moved.host)


def _stopped(host: str, where: Where) -> Lines:
    """It answers without a certificate too: that of a site which is no more may have run out."""
    yield f"# {FOR_STOPPED.format(host=host)}"
    beside = where.hosts.beside(host)
    yield from _opened(host, where, host, beside)
    yield from _gone()
    if not where.behind_proxy:
        yield from (f"<VirtualHost *:{where.http_port}>", *_named(host, beside))
        yield from _gone()


def _gone() -> Lines:
    yield from (*(f"\t{line}" for line in _said()), f'\tErrorDocument 410 "{GONE}"', '\tRedirect 410 "/"')
    yield "</VirtualHost>"


def _led_on(host: str, where: Where, to: str) -> Lines:
    """The names that lead to a host: its other one, and both without a certificate."""
    beside = where.hosts.beside(host)
    if beside or not where.behind_proxy:
        yield f"# {FOR_LED.format(to=to)}"
    if not where.behind_proxy:
        yield from (f"<VirtualHost *:{where.http_port}>", *_named(host, beside), f'\tDocumentRoot "{CHALLENGES}"')
        yield from (_redirect(to, but=r"\.well-known/acme-challenge/"), "</VirtualHost>")
    if beside:
        yield from (*_opened(host, where, beside), f'\tRedirect permanent "/" "https://{to}/"', "</VirtualHost>")


def _redirect(host: str, but: str) -> str:
    return f'\tRedirectMatch permanent "^/(?!{but})(.*)$" "https://{host}/$1"'


def _opened(host: str, where: Where, *names: str | None) -> Lines:
    """The head of a virtual host that is asked for by these names, with the certificate of a host."""
    if where.behind_proxy:
        yield from (f"<VirtualHost *:{where.http_port}>", *_named(*names))
        return
    yield from (f"<VirtualHost *:{where.https_port}>", *_named(*names), *_certificate(host, where))


def _certificate(host: str, where: Where) -> Lines:
    certificate, key = where.certificate(host)
    yield from ("\tSSLEngine On", "\tSSLProtocol -all +TLSv1.2 +TLSv1.3")
    yield from (f"\tSSLCertificateFile {certificate}", f"\tSSLCertificateKeyFile {key}")


def _named(*names: str | None) -> Lines:
    first, *more = filter(None, names)
    yield f"\tServerName {first}"
    yield from (f"\tServerAlias {name}" for name in more)


def _others(where: Where) -> Lines:
    """Whoever asks for another host, or for none, is told that nobody of that name is here. With a certificate of one
    that is here: without any, Apache would hand out the first site."""
    refused = ("\tRewriteEngine On", '\tRewriteRule "!^/\\.well-known/acme-challenge/" "-" [R=421,L]', "</VirtualHost>")
    yield from (f"# {FOR_OTHERS}", "ServerTokens Prod", "ServerSignature Off", "TraceEnable Off")
    yield from (f"<VirtualHost *:{where.http_port}>", *_named(NOBODY), f'\tDocumentRoot "{CHALLENGES}"', *refused)
    if not where.behind_proxy and where.hosts.names:
        yield f"<VirtualHost *:{where.https_port}>"
        yield from (*_named(NOBODY), *_certificate(where.hosts.names[0], where), *refused)
