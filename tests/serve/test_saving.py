"""The form beside a page saves what was seen, for the page that this start has shown, and for nobody else."""

from __future__ import annotations

import base64
import csv
import http.client
import io
import json
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from selebaran.cli.language import Speaker
from selebaran.cli.show import message_of
from selebaran.serve.board import Board
from selebaran.serve.front import Front, Shown
from selebaran.serve.hosts import HERE
from selebaran.serve.orders import HasRead, Standing
from selebaran.serve.saving import ADDRESS, MOST, Desk, write_within
from selebaran.serve.telling import Telling
from tests.conftest import BASE
from tests.desk.form.test_taken import NEW, NEWS, SLUG, text_of

SAY, TOKEN = Speaker(), "tanda-mulai-ini"
OTHER = "kab-lain"


@pytest.fixture(scope="module")
def front(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Front]:
    folder = tmp_path_factory.mktemp("simpan")
    shutil.copytree(BASE, folder / "proyek")
    board = Board(lambda what: None, with_sheets=True)
    board.hear(HasRead(1, {slug: Standing(slug, slug, 1) for slug in (SLUG, OTHER)}))
    telling = Telling(SAY, lambda found: message_of(found, SAY), TOKEN)
    desk = Desk(folder / "proyek", telling)
    with Front((HERE, 0), Shown(folder, board, telling, desk=desk)) as server:
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        yield server
        board.end()
        server.shutdown()


@pytest.fixture(autouse=True)
def fresh(front: Front) -> None:
    assert front.shown.desk
    shutil.rmtree(front.shown.desk.root)
    shutil.copytree(BASE, front.shown.desk.root)


def folder_of(front: Front) -> Path:
    assert front.shown.desk
    return front.shown.desk.root / "districts" / SLUG


def files(front: Front) -> dict[str, bytes]:
    assert front.shown.desk
    return {str(path): path.read_bytes() for path in front.shown.desk.root.rglob("*") if path.is_file()}


def asked(front: Front, body: bytes, path: str = ADDRESS, method: str = "POST", **other: str | None) -> tuple[int, Any]:
    """A request as the form makes it, with what is other than there: None leaves a header out."""
    host = f"{SLUG}.localhost:{front.server_port}"
    usual = {"Host": host, "Origin": f"http://{host}", "Sec-Fetch-Site": "same-origin"}
    usual |= {"Content-Type": "application/json", "X-Selebaran-Tanda": TOKEN, "Content-Length": str(len(body))}
    given = usual | {name.replace("_", "-"): value for name, value in other.items()}  # type: ignore[dict-item]
    connection = http.client.HTTPConnection(HERE, front.server_port, timeout=60)
    connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
    for name, value in given.items():
        if value is not None:
            connection.putheader(name, value)
    connection.endheaders(body if given["Content-Length"] == str(len(body)) else None)
    answer = connection.getresponse()
    raw = answer.read()
    connection.close()
    assert not answer.getheader("Access-Control-Allow-Origin")
    return answer.status, json.loads(raw) if answer.getheader("Content-Type") == "application/json" else raw


def wish(kind: str = "kegiatan", lines: list[str] = NEW, **more: Any) -> bytes:
    return json.dumps({"isi": text_of(kind, lines).decode(), **more}).encode()


def test_what_was_seen_is_what_is_saved(front: Front) -> None:
    before = files(front)
    status, seen = asked(front, wish())
    assert status == 200
    assert "+    judul: Pos di pasar" in seen["beda"]
    assert files(front) == before
    assert asked(front, wish(sidik=seen["sidik"]))[1]["ditulis"] == [f"districts/{SLUG}/jadwal.yml"]
    assert "Pos di pasar" in (folder_of(front) / "jadwal.yml").read_text("utf-8")
    assert "tidak ada yang berubah" in asked(front, wish())[1]["pesan"]
    assert front.shown.desk
    noted = front.shown.desk.root / "dist" / "laporan" / "kiriman.csv"
    ((row),) = csv.DictReader(noted.read_text("utf-8-sig").splitlines(), delimiter=";")
    assert (row["daerah"], row["berkas"], row["hasil"]) == (SLUG, "formulir", f"districts/{SLUG}/jadwal.yml")


def test_what_changed_meanwhile_is_shown_again_and_not_overwritten(front: Front) -> None:
    seen = asked(front, wish())[1]
    schedule = folder_of(front) / "jadwal.yml"
    schedule.write_text(f"{schedule.read_text('utf-8')}# orang lain menulis ini\n", "utf-8")
    before = files(front)
    again = asked(front, wish(sidik=seen["sidik"]))[1]
    assert "beda" in again
    assert "ditulis" not in again
    assert files(front) == before


def test_faults_are_told_and_nothing_can_be_saved(front: Front) -> None:
    said = asked(front, wish(lines=[*NEW, "selesai: 25.00"]))[1]
    assert [one["tempat"] for one in said["masalah"]] == ["formulir:7"]
    assert "sidik" not in said


@pytest.mark.parametrize(
    "other",
    [
        {"X_Selebaran_Tanda": None},
        {"X_Selebaran_Tanda": "tanda-lama"},
        {"X_Selebaran_Tanda": ""},
        {"Origin": None},
        {"Origin": "null"},
        {"Origin": "http://jahat.example"},
        {"Origin": f"http://{OTHER}.localhost"},
        {"Sec_Fetch_Site": "cross-site"},
        {"Sec_Fetch_Site": "same-site"},
        {"Content_Type": "text/plain"},
        {"Content_Type": "application/x-www-form-urlencoded"},
        {"Host": "jahat.example", "Origin": "http://jahat.example"},
        {"Host": "localhost", "Origin": "http://localhost"},
        {"Host": "127.0.0.1", "Origin": "http://127.0.0.1"},
        {"Host": f"{SLUG}.localhost.jahat.example", "Origin": f"http://{SLUG}.localhost.jahat.example"},
        {"Host": "..%2f..localhost", "Origin": "http://..%2f..localhost"},
        {"path": "/_pratinjau/formulir/../../"},
        {"path": "/jadwal/"},
        {"method": "PUT"},
        {"method": "OPTIONS"},
    ],
    ids=str,
)
def test_nobody_else_is_answered(front: Front, other: dict[str, Any]) -> None:
    before = files(front)
    status, said = asked(front, wish(), **other)
    assert status in (421, 501)
    assert b"Pos di pasar" not in (said if isinstance(said, bytes) else json.dumps(said).encode())
    assert files(front) == before


@pytest.mark.parametrize("length", [str(MOST + 1), "99999999999999", "-1", "0x10", None])
def test_a_body_that_is_too_large_is_not_read(front: Front, length: str | None) -> None:
    assert asked(front, wish(), Content_Length=length)[0] == 413


@pytest.mark.parametrize("body", [b"", b"[]", b"{}", b'{"isi": 5}', b'{"isi": "\\ud800"}', b"\xff", b"[" * 50000])
def test_what_is_no_wish_is_told_so(front: Front, body: bytes) -> None:
    assert asked(front, body)[0] == 400


def test_another_districts_entry_is_refused(front: Front) -> None:
    body = json.dumps({"isi": text_of("kegiatan", NEW, OTHER).decode()}).encode()
    assert "sidik" not in asked(front, body)[1]


def test_a_folder_that_leads_elsewhere_is_not_followed(front: Front, tmp_path: Path) -> None:
    seen = asked(front, wish("kabar", NEWS))[1]
    (folder_of(front) / "halaman").mkdir(exist_ok=True)
    shutil.rmtree(folder_of(front) / "halaman" / "kabar", ignore_errors=True)
    (folder_of(front) / "halaman" / "kabar").symlink_to(tmp_path, target_is_directory=True)
    assert "ditulis" not in asked(front, wish("kabar", NEWS, sidik=seen["sidik"]))[1]
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_leads_elsewhere_since_it_was_read_is_not_followed_either(tmp_path: Path) -> None:
    (tmp_path / "daerah").mkdir()
    (tmp_path / "daerah" / "halaman").symlink_to(tmp_path / "lain", target_is_directory=True)
    (tmp_path / "lain").mkdir()
    with pytest.raises(PermissionError):
        write_within(tmp_path / "daerah", {"halaman/pos.md": "x"})
    assert list((tmp_path / "lain").iterdir()) == []


def test_the_form_is_shown_to_its_own_host_alone(front: Front) -> None:
    status, page = asked(front, b"", method="GET", Origin=None)
    assert status == 200
    assert b"Formulir Kabupaten Uji" in page
    assert TOKEN.encode() in page
    for other in ({"Sec_Fetch_Site": "cross-site"}, {"Host": "jahat.example"}):
        assert TOKEN.encode() not in asked(front, b"", method="GET", Origin=None, **other)[1]


def test_from_another_computer_nothing_is_saved(front: Front) -> None:
    shown = front.shown
    front.shown = Shown(shown.work, shown.board, shown.telling, alone=SLUG)
    try:
        assert asked(front, wish())[0] == 421
        assert TOKEN.encode() not in asked(front, b"", method="GET", Origin=None)[1]
    finally:
        front.shown = shown


def test_a_picture_is_told_and_saved_beside_its_page(front: Front) -> None:
    file = io.BytesIO()
    Image.effect_noise((60, 40), 60).save(file, "PNG")
    words = ["gambar.1.teks: Pintu timur", "gambar.1.sumber: Foto dinas"]
    data = f"gambar.1.data: {base64.b64encode(file.getvalue()).decode()}"
    text = text_of("kabar", [*NEWS, *words, data]).decode()
    _, told = asked(front, json.dumps({"isi": text}).encode())
    assert f"+++ districts/{SLUG}/gambar/pos-pindah-1.jpg (" in told["beda"]
    _, saved = asked(front, json.dumps({"isi": text, "sidik": told["sidik"]}).encode())
    assert f"districts/{SLUG}/gambar/pos-pindah-1.jpg" in saved["ditulis"]
    with Image.open(folder_of(front) / "gambar" / "pos-pindah-1.jpg") as picture:
        assert picture.size == (60, 40)
