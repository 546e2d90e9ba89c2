"""`selebaran release deploy`: what it writes, what it says, what it refuses."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import NamedTuple

import pytest

from selebaran.cli.deploy import SERVERS, TARGETS
from selebaran.cli.main import main
from tests.conftest import BASE
from tests.publish.small import publish

HOST = "dinkesuji.example"


class Done(NamedTuple):
    code: int
    out: str
    err: str


class Deploy:
    """`selebaran release …` on an output in which kab-uji is published."""

    def __init__(self, out: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.out, self._capsys = out, capsys
        publish(out, {"index.html": "ada"}, HOST)

    def __call__(self, *arguments: str) -> Done:
        code = 0
        try:
            main(["release", *arguments, "--root", str(BASE), "--out", str(self.out)])
        except SystemExit as end:
            code = int(end.code or 0)
        return Done(code, *self._capsys.readouterr())

    def file(self, name: str) -> str:
        return (self.out / "penyajian" / name).read_text("utf-8")


@pytest.fixture
def deploy(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Deploy:
    return Deploy(tmp_path, capsys)


def test_it_says_what_it_wrote_what_is_not_served_and_what_comes_next(deploy: Deploy) -> None:
    done = deploy("deploy", "nginx")
    place = deploy.out / "penyajian" / "nginx"
    assert done.code == 0
    assert done.err == "1 daerah belum terbit; jadi tidak disajikan\n"
    lines = done.out.splitlines()
    assert lines[:4] == [
        f"ditulis: {place / name}" for name in ("kepala.conf", "situs.conf", "lain.conf", "sertifikat.sh")
    ]
    assert lines[4] == "1 situs, 0 alamat lama, 0 dihentikan"
    assert lines[5] == "langkah berikutnya (docs/panduan/penyajian.md):"
    assert lines[6] == f"  sh {place}/sertifikat.sh"
    assert lines[-1] == "  nginx -t && systemctl reload nginx"
    assert f'root "{deploy.out}/situs/{HOST}";' in deploy.file("nginx/situs.conf")


@pytest.mark.parametrize("target", TARGETS)
def test_to_write_it_again_changes_nothing(target: str, deploy: Deploy) -> None:
    asked = ("deploy", target, *(("--to", "server:/srv") if target == "rsync" else ()))
    first = deploy(*asked)
    written = {path: path.read_bytes() for path in (deploy.out / "penyajian" / target).rglob("*") if path.is_file()}
    assert first.code == 0
    assert written
    assert deploy(*asked) == first
    assert {
        path: path.read_bytes() for path in (deploy.out / "penyajian" / target).rglob("*") if path.is_file()
    } == written


@pytest.mark.parametrize("server", SERVERS)
def test_the_place_on_the_server_may_be_another(server: str, deploy: Deploy) -> None:
    deploy(
        "deploy", server, "--to", "/srv/selebaran/", "--certificates", "/etc/sertifikat kominfo", "--https-port", "8443"
    )
    text = deploy.file(f"{server}/situs.{'caddy' if server == 'caddy' else 'conf'}")
    assert f'"/srv/selebaran/situs/{HOST}"' in text
    assert f'"/etc/sertifikat kominfo/{HOST}/privkey.pem"' in text
    assert "8443" in text


@pytest.mark.parametrize("server", SERVERS)
def test_behind_a_proxy_no_certificate_is_asked_for(server: str, deploy: Deploy) -> None:
    deploy("deploy", server, "--behind-proxy", "--http-port", "8080")
    texts = [path.read_text("utf-8") for path in (deploy.out / "penyajian" / server).iterdir()]
    assert not any(word in text for text in texts for word in ("pem", "443", "certbot"))
    assert any("8080" in text for text in texts)


def test_a_host_without_a_certificate_waits_so_that_the_others_are_served(deploy: Deploy) -> None:
    publish(deploy.out, {"index.html": "ada"}, "dinkessehat.example")
    folder = deploy.out / "sertifikat"
    (folder / HOST).mkdir(parents=True)
    (folder / HOST / "fullchain.pem").touch()
    done = deploy("deploy", "nginx", "--certificates", str(folder))
    assert done.err == "dinkessehat.example: belum punya sertifikat; jadi belum disajikan\n"
    assert "dinkessehat" not in deploy.file("nginx/situs.conf")


def test_where_nothing_is_published_it_says_what_to_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(["release", "deploy", "caddy", "--root", str(BASE), "--out", str(tmp_path)])
    assert end.value.code == 1
    assert "saran: terbitkan dulu: selebaran build --publish" in capsys.readouterr().err


def test_rsync_wants_to_know_where_to(deploy: Deploy) -> None:
    done = deploy("deploy", "rsync")
    assert (done.code, done.err.splitlines()[-1]) == (2, "rsync butuh tujuan: --to USER@SERVER:FOLDER")
    assert deploy("deploy", "rsync", "--to", "web@server:/srv").out.splitlines()[-1].endswith("kirim.sh")


def test_rsync_refuses_sites_that_it_could_not_change_at_once(deploy: Deploy) -> None:
    shutil.rmtree(deploy.out)
    deploy.out.mkdir()
    publish(deploy.out, {"index.html": "ada"}, HOST, layout="copy")
    record = deploy.out / "laporan"
    record.mkdir()
    done = deploy("deploy", "rsync", "--to", "web@server:/srv")
    assert done.code == 1


def test_a_place_that_would_mean_something_else_is_refused(deploy: Deploy) -> None:
    done = deploy("deploy", "nginx", "--to", "/srv/$host")
    assert done.code == 2
    assert "saran: pakai tempat lain: --to FOLDER" in done.err
    assert not (deploy.out / "penyajian").exists()


def test_a_server_that_it_does_not_know_is_refused_with_those_it_does(deploy: Deploy) -> None:
    done = deploy("deploy", "ngin")
    assert done.code == 2
    assert "nginx" in done.err


def test_what_somebody_edited_is_kept_beside_what_is_written_anew(deploy: Deploy) -> None:
    deploy("deploy", "nginx")
    assert deploy("deploy", "nginx").err.count("disimpan") == 0
    path = deploy.out / "penyajian" / "nginx" / "situs.conf"
    written = path.read_text("utf-8")
    for number in (1, 2):
        path.write_text(f"# punya kami {number}\n", "utf-8")
        assert f"yang Anda ubah di situ disimpan: {path}.milik-anda" in deploy("deploy", "nginx").err
        assert path.read_text("utf-8") == written
    kept = (path.with_name("situs.conf.milik-anda"), path.with_name("situs.conf.milik-anda-2"))
    assert [one.read_text("utf-8") for one in kept] == ["# punya kami 1\n", "# punya kami 2\n"]
    publish(deploy.out, {"index.html": "lain"}, "dinkessehat.example")
    assert "disimpan" not in deploy("deploy", "nginx").err  # another site is no edit
