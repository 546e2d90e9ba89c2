"""A former host hands out pages that lead to the same address on the present one."""

from __future__ import annotations

from pathlib import Path

import pytest

from selebaran.publish.former_hosts import write_former_hosts
from selebaran.publish.layout import site_of
from selebaran.publish.plan import Plan
from selebaran.read.districts import read_list
from tests.check.kit import said, small_project, write
from tests.conftest import DAY, ROOT


def plan(out: Path) -> Plan:
    return Plan(ROOT, out, (), DAY)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    for name in ("index.html", "iuran/index.html", "e/k1-uji-abcd/index.html", "404.html", "unduh/a.pdf"):
        write(tmp_path, f"situs/dinkesuji.example/{name}", "isi")
    write_former_hosts(plan(tmp_path), ("jknuji.example",), "dinkesuji.example")
    return site_of(tmp_path, "jknuji.example")


def test_every_page_leads_to_its_own_address_without_a_script(out: Path) -> None:
    made = {path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file()}
    assert made == {"index.html", "iuran/index.html", "e/k1-uji-abcd/index.html", "404.html", "sw.js"}
    page = (out / "e" / "k1-uji-abcd" / "index.html").read_text("utf-8")
    to = "https://dinkesuji.example/e/k1-uji-abcd/"
    assert f'<meta http-equiv="refresh" content="0; url={to}">' in page
    assert f'<link rel="canonical" href="{to}">' in page
    assert f'<a href="{to}">' in page
    assert "<script" not in page
    assert "noindex" in page


def test_an_address_that_never_was_leads_home(out: Path) -> None:
    assert 'url=https://dinkesuji.example/"' in (out / "404.html").read_text("utf-8")


def test_building_again_replaces_it_and_leaves_nothing_behind(out: Path) -> None:
    (out.parent / "dinkesuji.example" / "iuran" / "index.html").unlink()
    write_former_hosts(plan(out.parent.parent), ("jknuji.example",), "dinkesuji.example")
    assert not (out / "iuran").exists()
    assert {path.name for path in out.parent.iterdir()} == {"dinkesuji.example", "jknuji.example"}


def test_a_former_host_that_another_district_has_is_refused_at_its_line(tmp_path: Path) -> None:
    root = small_project(tmp_path)
    listed = (root / "districts" / "_daftar.yml").read_text("utf-8")
    write(root, "districts/_daftar.yml", f"{listed.rstrip()}\n    domain_dahulu: [lama.example, dinkesuji.example]\n")
    _, _, problems = read_list(root / "districts", "districts")
    (line,) = said(problems)
    last = len(listed.rstrip().splitlines()) + 1
    assert line.startswith(f"districts/_daftar.yml:{last}:35: error[domain-dipakai-dua]")
    assert "kab-uji" in line
