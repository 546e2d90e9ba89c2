"""One hostile folder harms nobody: a case of each outcome. `make test-full` tries all."""

from __future__ import annotations

import io
import shutil
import time
from pathlib import Path

import pikepdf
import pytest

from selebaran.publish.layout import SITES, site_of
from tests.hostile.cases import CASES, ROWS
from tests.hostile.kit import (
    HEALTHY,
    apart,
    lay_out,
    plant,
    read_and_compose,
    tree_of,
    uproot,
)
from tests.hostile.tree import faults_of_html, faults_of_pdf
from tests.hostile.trial import (
    Ground,
    differing,
    ground,
    of_row,
    try_reading,
    try_together,
)

SAMPLE = (
    *("alamat-0361123456", "ganda-dalam", "bom-alias", "bita-utf-16", "lolosan-bidi", "jinja-popen", "kepala-templat"),
    *("baris-nama", "putaran-pangkat", "kurawal-0", "telpon", "html-svg", "isian-alamat-html", "format-jsonld-acara"),
    *(
        "tautan-tetangga",
        "pipa-gambar",
        "cuplikan-cuplik",
        "slug-kunci",
        "nama-sw.js",
        "timpa-terlarang",
        "alamat-assets/x",
    ),
    *(
        "lembar-lampiran-berkas",
        "lembar-muat-impor",
        "lembar-tautan-js",
        "rupa-svg",
        "sarang-div-ditutup",
        "rupa-169-mpx",
    ),
    *(
        "gps-terdaftar",
        "qr-kunci",
        "halaman-101",
        "tekan-garis-4000",
        "semua-rusak",
        "pesan-berkas-warna",
        "ulang-hari",
    ),
    *("lambang-pipih", "bahasa-html", "html-semua", "isian-semua-html", "isian-semua-markdown"),
    "gambar-a b.png",
)
"""One of each row, and all hostile HTML that is built: what a reader of its pages must see shows when they are made."""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = lay_out(tmp_path_factory.mktemp("baca"))
    plant(root)
    found = read_and_compose(root)  # warms this process up, from which all others are forked
    uproot(root)
    assert found.problems == ()
    return root


@pytest.fixture(scope="module")
def where(tmp_path_factory: pytest.TempPathFactory) -> Ground:
    return ground(tmp_path_factory.mktemp("bangun"))


def test_there_are_cases_for_every_row_and_a_sample_of_each() -> None:
    assert len(CASES) >= 150
    assert {case.row for case in CASES.values()} == set(ROWS)
    assert {CASES[name].row for name in SAMPLE} == set(ROWS)


@pytest.mark.parametrize("row", ROWS, ids=ROWS.values())
def test_row(row: str, project: Path) -> None:
    wrong = {case.name: missed for case in of_row(row) if (missed := try_reading(project, case)[1])}
    assert wrong == {}


def test_three_healthy_districts_are_the_same_beside_one_of_each_kind(where: Ground) -> None:
    assert try_together(where, [CASES[name] for name in SAMPLE]) == {}


def test_one_byte_more_would_be_seen(where: Ground, tmp_path: Path) -> None:
    slug, host = next(iter(HEALTHY.items()))
    shutil.copytree(where.root.parent / "polos" / SITES / host, site_of(tmp_path, host))
    before = tree_of(tmp_path, host, slug)
    with (site_of(tmp_path, host) / "index.html").open("a") as page:
        page.write(" ")
    assert differing(before, tree_of(tmp_path, host, slug)) == [f"{SITES}/{host}/index.html"]


@pytest.mark.parametrize(
    "html",
    [
        "<p onclick=x>a",
        "<script>alert(1)</script>",
        "<a href='java\tscript:x'>a</a>",
        "<a href='//evil.example'>a</a>",
        "<img src='https://evil.example/x.png'>",
        "<iframe src=x>",
        "<meta http-equiv=refresh content=0>",
        "<base href=https://evil.example>",
        "<form action=http://evil.example>",
        "<div class=dari-daerah><svg></svg></div>",
        "<div class=dari-daerah><p style=x>a</p></div>",
        "<div class=dari-daerah><h2 id=isi>a</h2></div>",
        "<div class=dari-daerah><img src=../../kab-sehat/x.png></div>",
    ],
)
def test_the_second_reader_sees_what_must_not_be_there(html: str) -> None:
    assert faults_of_html(html)


def test_the_second_reader_sees_what_acts_in_a_sheet() -> None:
    document = pikepdf.new()
    document.add_blank_page()
    document.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
    document.Root.AA = pikepdf.Dictionary(S=pikepdf.Name.URI, URI="file:///etc/passwd")
    file = io.BytesIO()
    document.save(file)
    assert set(faults_of_pdf(file.getvalue())) == {"pdf /JS", "pdf /JavaScript", "pdf link file:///etc/passwd"}


def test_a_fault_of_the_program_is_told_as_one() -> None:
    assert "ZeroDivisionError" in apart(lambda: 1 // 0).crash  # type: ignore[arg-type,return-value]
    assert apart(lambda: time.sleep(9), 0.2).crash == "no end after 0.2 seconds"
