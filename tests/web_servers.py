"""nginx, Caddy and Apache as Debian has them, on high ports of this machine, with the files that we write for them."""

from __future__ import annotations

import http.client
import os
import shutil
import signal
import socket
import ssl
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from selebaran.publish.serving.apache import apache_files
from selebaran.publish.serving.caddy import caddy_files
from selebaran.publish.serving.nginx import nginx_files
from selebaran.publish.serving.where import Where

WRITERS = {"nginx": nginx_files, "caddy": caddy_files, "apache": apache_files}
FOLDER = "selebaran"
"""Where the guide says that the files lie, beside the server's own."""
PROGRAMS = {"nginx": "/usr/sbin/nginx", "caddy": "/usr/bin/caddy", "apache": "/usr/sbin/apache2"}
MODULES = (
    "mpm_event",
    "authz_core",
    "alias",
    "dir",
    "env",
    "headers",
    "mime",
    "rewrite",
    "setenvif",
    "ssl",
    "socache_shmcb",
)
OURS = {
    "nginx": """{user}
pid {here}/pid; error_log {here}/log;
events {{ worker_connections 64; }}
http {{
    access_log off; include selebaran/lain.conf; include selebaran/situs.conf;
    client_body_temp_path {here}/t1; proxy_temp_path {here}/t2; fastcgi_temp_path {here}/t3;
    uwsgi_temp_path {here}/t4; scgi_temp_path {here}/t5;
}}
""",
    "caddy": """{{
    admin off
}}
import selebaran/situs.caddy
import selebaran/lain.caddy
""",
    "apache": """ServerRoot "{here}"
PidFile {here}/pid
ErrorLog {here}/log
ServerName tiada.invalid
TypesConfig /dev/null
{modules}
{user}
Listen 127.0.0.1:{http}
Listen 127.0.0.1:{https}
<Directory />
    Require all denied
</Directory>
Include selebaran/lain.conf
Include selebaran/situs.conf
""",
}
"""The least that a server needs around them."""


@dataclass(frozen=True)
class Answer:
    """What came back: header names in small letters."""

    status: int
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True)
class Running:
    """A server that runs, at two ports of this machine."""

    name: str
    http_port: int
    https_port: int
    address: str = "127.0.0.1"

    def ask(
        self, host: str, path: str, *, method: str = "GET", tls: bool = True, sni: str | None = None, **headers: str
    ) -> Answer:
        """Ask for a path exactly as it is written. Header names take _ for -."""
        connection = self._connection(tls, sni or host)
        try:
            connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
            for name, value in {"Host": host, **headers}.items():
                connection.putheader(name.replace("_", "-"), value)
            connection.endheaders()
            response = connection.getresponse()
            said = {name.lower(): value for name, value in response.getheaders()}
            return Answer(response.status, said, response.read())
        finally:
            connection.close()

    def _connection(self, tls: bool, sni: str) -> http.client.HTTPConnection:
        if not tls:
            return http.client.HTTPConnection(self.address, self.http_port, timeout=10)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)  # the default one reads all authorities each time
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
        connection = http.client.HTTPSConnection(self.address, self.https_port, timeout=10)
        connection.sock = context.wrap_socket(
            socket.create_connection((self.address, self.https_port), timeout=10), server_hostname=sni
        )
        return connection


def certificates(folder: Path, hosts: tuple[str, ...]) -> str:
    """A folder of certificates as certbot has it: for each host one that nobody vouches for."""
    command = ("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes")
    for host in hosts:
        (folder / host).mkdir(parents=True)
        files = ("-keyout", str(folder / host / "privkey.pem"), "-out", str(folder / host / "fullchain.pem"))
        about = ("-days", "2", "-subj", "/CN=uji", "-addext", f"subjectAltName=DNS:{host},DNS:www.{host}")
        subprocess.run([*command, *files, *about], check=True, capture_output=True)
    return str(folder)


@contextmanager
def running(name: str, where: Where) -> Iterator[Running]:
    """A server with the files that are written for it. The ports of `where` are replaced by free ones."""
    assert Path(PROGRAMS[name]).exists(), f"{PROGRAMS[name]} is missing: make setup-test, make test-full install it"
    http_port, https_port = _free_ports()
    where = replace(where, http_port=http_port, https_port=https_port)
    here = Path(tempfile.mkdtemp(prefix="selebaran-uji-"))
    here.chmod(0o755)
    try:
        for file, text in WRITERS[name](where).items():
            (here / FOLDER / file).parent.mkdir(exist_ok=True)
            (here / FOLDER / file).write_text(text, "utf-8")
        _start(name, here, http_port, https_port)
        try:
            yield Running(name, http_port, https_port)
        finally:
            _stop(here)
    finally:
        shutil.rmtree(here)


def _start(name: str, here: Path, http_port: int, https_port: int) -> None:
    """Each of them says that it has started when it listens."""
    user = {"nginx": "user root;", "apache": "User nobody\nGroup nogroup"}.get(name, "") if os.geteuid() == 0 else ""
    modules = "\n".join(f"LoadModule {one}_module /usr/lib/apache2/modules/mod_{one}.so" for one in MODULES)
    text = OURS[name].format(here=here, user=user, modules=modules, http=http_port, https=https_port)
    (here / "utama").write_text(text, "utf-8")
    program, config = PROGRAMS[name], str(here / "utama")
    command = {
        "nginx": (program, "-p", str(here), "-c", config, "-e", str(here / "log")),
        "caddy": (program, "start", "--config", config, "--adapter", "caddyfile", "--pidfile", str(here / "pid")),
        "apache": (program, "-f", config, "-k", "start"),
    }[name]
    home = {"HOME": str(here), "XDG_DATA_HOME": str(here / "data"), "XDG_CONFIG_HOME": str(here / "config")}
    with (here / "keluaran").open("wb") as said:
        code = subprocess.run(command, env=os.environ | home, stdout=said, stderr=said, check=False).returncode
    told = "".join((here / file).read_text("utf-8") for file in ("keluaran", "log") if (here / file).exists())
    assert code == 0, told


def _stop(here: Path) -> None:
    """End it, and wait until it has ended: its file of the process goes, or the process itself."""
    process = int((here / "pid").read_text())
    os.kill(process, signal.SIGTERM)
    watched = os.pidfd_open(process) if Path(f"/proc/{process}").exists() else None
    if watched is not None:
        import select

        select.select([watched], [], [], 10)
        os.close(watched)


def _free_ports() -> tuple[int, int]:
    with socket.socket() as one, socket.socket() as other:
        one.bind(("127.0.0.1", 0))
        other.bind(("127.0.0.1", 0))
        return one.getsockname()[1], other.getsockname()[1]
