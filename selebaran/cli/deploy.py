"""`selebaran release deploy`: configuration for who serves the sites, written beside them."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, NoReturn

import click

from selebaran.cli.language import Language, Speaker
from selebaran.cli.options import Command, fail
from selebaran.cli.shared_options import LANG, OUT, ROOT, found_root
from selebaran.cli.unwritable import told_without_trace
from selebaran.words.visible import visible

if TYPE_CHECKING:
    from selebaran.publish.serving.hosts import Hosts
    from selebaran.publish.serving.where import Where

SERVERS = ("caddy", "nginx", "apache")
TARGETS = (*SERVERS, "github", "gitlab", "cloudflare", "rsync")
PORT = click.IntRange(1, 65535)
GUIDE = "docs/panduan/penyajian.md"
IN_PLACE = {
    "caddy": (
        "mkdir -p /etc/caddy/selebaran && cp {folder}/* /etc/caddy/selebaran/",
        r"printf 'import selebaran/situs.caddy\nimport selebaran/lain.caddy\n' > /etc/caddy/Caddyfile",
        "caddy validate --config /etc/caddy/Caddyfile && systemctl reload caddy",
    ),
    "nginx": (
        "mkdir -p /etc/nginx/selebaran && cp {folder}/* /etc/nginx/selebaran/",
        "rm -f /etc/nginx/sites-enabled/default",
        "echo 'include selebaran/lain.conf; include selebaran/situs.conf;' > /etc/nginx/conf.d/selebaran.conf",
        "nginx -t && systemctl reload nginx",
    ),
    "apache": (
        "mkdir -p /etc/apache2/selebaran && cp {folder}/* /etc/apache2/selebaran/",
        r"printf 'Include selebaran/lain.conf\nInclude selebaran/situs.conf\n' "
        "> /etc/apache2/conf-available/selebaran.conf",
        "a2enmod headers rewrite ssl && a2enconf selebaran",
        "apachectl configtest && systemctl reload apache2",
    ),
}
"""What to do on a Debian server, once; again after every other deploy only the first and the last."""
SENT = ("sh {folder}/kirim.sh",)
IN_REPOSITORY = ("cp -r {folder}/. .",)


@click.command("deploy", cls=Command, options_metavar="[PILIHAN]")
@click.argument("server", metavar="SERVER", type=click.Choice(TARGETS))
@OUT
@click.option(
    "--to",
    metavar="TUJUAN",
    help="Tempat hasil di server: FOLDER, atau USER@SERVER:FOLDER untuk rsync. Tanpa ini: tempat hasil di sini.",
)
@click.option(
    "--certificates",
    metavar="FOLDER",
    help="Sertifikat di server, FOLDER/alamat/fullchain.pem. Tanpa ini: milik certbot; Caddy mengurusnya sendiri.",
)
@click.option("--behind-proxy", is_flag=True, help="Server lain di depannya mengurus https; yang ini http saja.")
@click.option("--http-port", type=PORT, default=80, metavar="N", help="Pintu http. Tanpa ini: 80.")
@click.option("--https-port", type=PORT, default=443, metavar="N", help="Pintu https. Tanpa ini: 443.")
@LANG
@ROOT
def deploy_command(
    server: str,
    out: Path | None,
    to: str | None,
    certificates: str | None,
    behind_proxy: bool,
    http_port: int,
    https_port: int,
    lang: Language,
    root: Path | None,
) -> None:
    """Tulis pengaturan lengkap untuk server atau hos yang menyajikan situs.

    SERVER: caddy, nginx, apache, github, gitlab, cloudflare, atau rsync. Hanya situs yang terbit ikut; alamat lama
    mengantar ke alamat baru, situs yang dihentikan menjawab 410."""
    from selebaran.cli.release_output import output_folder
    from selebaran.publish.serving.where import NotWritable, Where

    say = Speaker(lang)
    project = found_root(root, say)
    if server in ("github", "gitlab"):
        _write_workflows(server, out or project / "dist", say)
        return
    folder = output_folder(out, project, say)
    hosts = _hosts(folder, project, say)
    where = Where(hosts, to or str(folder.absolute()), http_port, https_port, certificates, behind_proxy)
    try:
        files = _files(server, folder, where, to, say)
    except NotWritable as error:
        text = say(
            "tempat '{folder}' memuat tanda yang punya arti lain dalam pengaturan server", folder=visible(str(error))
        )
        fail(f"{text}\n  {say('saran')}: {say('pakai tempat lain: --to FOLDER, atau --out FOLDER')}", 2)
    write_files(server, files, folder, say)
    print(_counted(hosts, say))
    tell_steps(SENT if server not in SERVERS else _steps(server, files), place_of(folder, server), say)


def place_of(out: Path, target: str) -> Path:
    """Where the files for a server or a host lie."""
    from selebaran.publish.layout import serving_of

    return serving_of(out, target)


def _write_workflows(server: str, out: Path, say: Speaker) -> None:
    from selebaran.publish.serving.workflows import github_files, gitlab_files

    write_files(server, github_files() if server == "github" else gitlab_files(), out, say)
    tell_steps(IN_REPOSITORY, place_of(out, server), say)


def _hosts(folder: Path, project: Path, say: Speaker) -> Hosts:
    """What is to be served; ends with code 1 where nothing was published."""
    from selebaran.publish.serving.hosts import hosts_of
    from selebaran.read.project import read_project

    hosts = hosts_of(folder, read_project(project))
    for one in hosts.left_out:
        if one.reason == "tanpa-domain":
            print(say("{slug}: terbit, tetapi tanpa domain; jadi tidak disajikan", slug=one.slug), file=sys.stderr)
    waiting = sum(one.reason == "belum-terbit" for one in hosts.left_out)
    if waiting:
        print(say("{banyak} daerah belum terbit; jadi tidak disajikan", banyak=waiting), file=sys.stderr)
    if not hosts.names:
        text = say("tidak ada situs yang terbit dan punya domain di '{folder}'", folder=_shown(folder))
        fail(f"{text}\n  {say('saran')}: {say('terbitkan dulu: selebaran build --publish')}", 1)
    return hosts


def _files(server: str, out: Path, where: Where, to: str | None, say: Speaker) -> Mapping[str, str]:
    """The files by name. Raises `NotWritable`."""
    from selebaran.publish.serving.cloudflare import cloudflare_files
    from selebaran.publish.serving.rsync import rsync_files

    if server == "cloudflare":
        return cloudflare_files(out, where.hosts, str(place_of(out, server).absolute()))
    if server != "rsync":
        return _of_server(server, where, say)
    if not to:
        fail(say("rsync butuh tujuan: --to USER@SERVER:FOLDER"), 2)
    files = rsync_files(out, where.hosts, to)
    if not files:
        _no_releases(out, say)
    return files


def _no_releases(out: Path, say: Speaker) -> NoReturn:
    text = say("situs di '{folder}' folder biasa, bukan rilis; rsync tidak dapat menggantinya sekaligus", folder=out)
    fail(f"{text}\n  {say('saran')}: {say('terbitkan dengan --layout link')}", 1)


def _of_server(server: str, where: Where, say: Speaker) -> Mapping[str, str]:
    """Configuration of a server of one's own, with a script that asks for certificates where it needs one."""
    from selebaran.publish.serving.apache import apache_files
    from selebaran.publish.serving.caddy import caddy_files
    from selebaran.publish.serving.certificates import certificate_script, without_certificate
    from selebaran.publish.serving.nginx import nginx_files
    from selebaran.publish.serving.where import LETS_ENCRYPT

    if server == "caddy":
        return caddy_files(where)
    write = nginx_files if server == "nginx" else apache_files
    if where.behind_proxy:
        return write(where)
    missing = without_certificate(where.hosts, where.certificates or LETS_ENCRYPT)
    for host in missing:
        print(say("{situs}: belum punya sertifikat; jadi belum disajikan", situs=host), file=sys.stderr)
    script = {} if where.certificates else certificate_script(where.hosts, server)
    return {**write(where.but(missing)), **script}


def write_files(server: str, files: Mapping[str, str], out: Path, say: Speaker) -> None:
    """Write the files, each as a whole, and say where they are, and where what somebody had edited of them is."""
    from selebaran.publish.serving.edited import put_all

    with told_without_trace(say, out):
        for path, kept in put_all(place_of(out, server), files):
            print(say("ditulis: {berkas}", berkas=_shown(path).rstrip("/")))
            if kept:
                print(say("yang Anda ubah di situ disimpan: {berkas}", berkas=_shown(kept)), file=sys.stderr)


def _counted(hosts: Hosts, say: Speaker) -> str:
    return say(
        "{situs} situs, {lama} alamat lama, {henti} dihentikan",
        situs=len(hosts.sites),
        lama=len(hosts.moved),
        henti=len(hosts.stopped),
    )


def _steps(server: str, files: Iterable[str]) -> tuple[str, ...]:
    asked = ("sh {folder}/sertifikat.sh",) if "sertifikat.sh" in files else ()
    return (*asked, *IN_PLACE[server])


def tell_steps(steps: Iterable[str], place: Path, say: Speaker) -> None:
    """What comes next, as commands; the guide explains them."""
    print(say("langkah berikutnya ({panduan}):", panduan=GUIDE))
    for step in steps:
        print(f"  {step.format(folder=quote(str(place.absolute())))}")


def _shown(path: Path) -> str:
    from selebaran.cli.show import shown

    return shown(path)
