"""Where a server finds what it serves, and how such a place is written into its configuration."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from selebaran.publish.serving.hosts import Hosts

UNWRITABLE = frozenset('"\\$%{}`')
"""Signs that mean something in the configuration of some server, even between quotation marks."""
LETS_ENCRYPT = "/etc/letsencrypt/live"
CHALLENGES = "/var/www/html"
"""Where certbot puts what Let's Encrypt asks for; on Debian both nginx and Apache serve it from the start."""


class NotWritable(ValueError):
    """A place that can't be written into a server's configuration, so that it would mean that place alone."""


@dataclass(frozen=True)
class Where:
    """Hosts, and on the server that serves them: the output `folder`, the ports, the folder of `certificates` (None: as
    the server does it by itself). With `behind_proxy` another server in front of it has the certificates."""

    hosts: Hosts
    folder: str
    http_port: int = 80
    https_port: int = 443
    certificates: str | None = None
    behind_proxy: bool = False

    def but(self, without: Collection[str]) -> Where:
        """The same without some hosts."""
        return replace(self, hosts=self.hosts.only(frozenset(self.hosts.names) - frozenset(without)))

    def root(self, folder: str) -> str:
        """A web root, quoted."""
        return quoted(f"{self.folder.rstrip('/')}/{folder}")

    def certificate(self, host: str) -> tuple[str, str]:
        """The files of a host's certificate and its key, as certbot calls them, quoted."""
        folder = f"{(self.certificates or LETS_ENCRYPT).rstrip('/')}/{host}"
        return quoted(f"{folder}/fullchain.pem"), quoted(f"{folder}/privkey.pem")


def quoted(path: str) -> str:
    """A path between quotation marks, as Caddy, nginx and Apache all read it. Raises `NotWritable`.

    What one of them would take for more than a letter is refused: two have no way to write it at all."""
    if any(sign in UNWRITABLE or not sign.isprintable() for sign in path):
        raise NotWritable(path)
    return f'"{path}"'
