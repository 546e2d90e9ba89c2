"""What was planted, changed or lost on a server is found, and a sound site is left in peace."""

from __future__ import annotations

import gzip
import hashlib
from pathlib import Path

import pytest

from selebaran.publish.live.ask import AGENT, Bounds
from selebaran.publish.live.compare import Finding, Visit
from selebaran.publish.live.expected import Expected, expected_from
from tests.publish.live.visited import PAGE, SITE, Host, served

EXPECTED = Expected({path: (hashlib.sha256(text.encode()).hexdigest(), len(text)) for path, text in SITE.items()})
PLANTED = PAGE.format(title="SLOT GACOR maxwin", text="Daftar") + '<a href="/slot/menang.html">main</a>'


def found(host: Host, expected: Expected = EXPECTED, bounds: Bounds | None = None) -> list[tuple[str, str, str]]:
    with served(host) as base:
        findings = list(Visit(base, expected, bounds or Bounds(), lambda _: None).findings())
        return [(one.kind, one.address, one.detail.removeprefix(base)) for one in findings]


@pytest.mark.parametrize("packs", ["", "gzip", "br"])
def test_of_a_sound_site_nothing_is_said_however_it_is_packed(packs: str) -> None:
    host = Host(packs=packs)
    assert found(host) == []
    assert {agent for _, agent in host.asked if "Googlebot" not in agent} == {AGENT}


def test_planted_pages_are_found_by_their_usual_names_and_by_what_they_lead_to() -> None:
    host = Host()
    host.files |= {"slot/index.html": PLANTED, "slot/menang.html": PLANTED, "wp-login.php": "<?php"}
    said = found(host)
    assert {one for one in said if one[0] == "bertambah"} == {
        ("bertambah", "slot/", ""),
        ("bertambah", "wp-login.php", ""),
        ("bertambah", "slot/menang.html", ""),
    }
    assert ("kata", "slot/", "gacor, maxwin, slot") in said


def test_a_changed_page_is_told_with_what_it_now_does() -> None:
    host = Host()
    host.files["iuran/index.html"] += '<a href="https://judi.example/">a</a><script src="https://jahat.example/x.js">'
    assert found(host) == [
        ("berubah", "iuran/", ""),
        ("skrip", "iuran/", "https://jahat.example/x.js"),
        ("tautan", "iuran/", "judi.example"),
        ("kata", "iuran/", "judi"),
    ]


def test_a_missing_sheet_is_told(tmp_path: Path) -> None:
    host = Host()
    del host.files["unduh/leaflet.pdf"]
    assert found(host) == [("hilang", "unduh/leaflet.pdf", "")]


def test_a_page_that_only_search_engines_see_is_found() -> None:
    host = Host(for_engines={"index.html": PLANTED})
    said = found(host)
    assert said[0] == ("mesin-pencari", "", "")
    assert ("kata", "", "gacor, maxwin, slot") in said


def test_a_script_that_a_host_puts_into_every_page_is_told_for_each_of_them() -> None:
    host = Host(injects='<script src="https://hitung.example/x.js"></script>')
    said = found(host)
    assert [one for one in said if one[0] == "skrip"] == [
        ("skrip", address, "https://hitung.example/x.js") for address in ("", "404.html", "iuran/")
    ]
    assert not [one for one in said if one[0] == "bertambah"]


def test_a_script_that_stands_in_the_page_is_told_where_it_is_not_that_of_sound_pages() -> None:
    host = Host()
    host.files["iuran/index.html"] += "<script>location='https://judi.example'</script>"
    assert ("skrip", "iuran/", "") in found(host)
    data = '<script type="application/ld+json">{"@type": "WebPage"}</script>'
    host.files["iuran/index.html"] = SITE["iuran/index.html"] + "<script>1</script>" + data
    assert "skrip" not in [kind for kind, _, _ in found(host)]


def test_a_host_that_says_200_of_everything_has_no_planted_pages() -> None:
    assert found(Host(always=True)) == []


def test_an_address_that_leads_to_another_host_is_told_and_nobody_else_is_asked() -> None:
    with served(Host()) as elsewhere:
        host = Host(leads={"iuran/": elsewhere, "slot/": elsewhere, "": "index.html"})
        assert found(host) == [("dialihkan", "iuran/", elsewhere), ("dialihkan", "slot/", elsewhere)]


def test_what_is_known_of_the_folder_is_no_news(tmp_path: Path) -> None:
    for path, text in SITE.items():
        (tmp_path / path).parent.mkdir(exist_ok=True, parents=True)
        (tmp_path / path).write_text(text, "utf-8")
    expected = expected_from(tmp_path)
    assert expected
    assert expected_from(tmp_path / "robots.txt") is None
    host = Host()
    host.files = {path: text + " " for path, text in host.files.items()}
    assert {kind for kind, _, _ in found(host, expected)} == {"berubah"}


@pytest.mark.parametrize("bounds", [Bounds(questions=3), Bounds(total_bytes=300), Bounds(seconds=0)])
def test_every_visit_comes_to_an_end(bounds: Bounds) -> None:
    assert "belum" in {kind for kind, _, _ in found(Host(), bounds=bounds)}


def test_what_is_far_too_long_is_not_read_to_its_end() -> None:
    host = Host()
    host.files["robots.txt"] = "x" * 3_000_000
    assert found(host, bounds=Bounds(beyond=10, total_bytes=1_500_000)) == [("berubah", "robots.txt", "")]


def test_a_heap_of_links_is_not_followed_without_end() -> None:
    host = Host()
    links = "".join(f'<a href="/s/{number}.html">a</a>' for number in range(500))
    host.files["slot/index.html"] = links
    assert any(one[0] == "belum" and int(one[2]) > 200 for one in found(host))
    assert len(host.asked) < 400


def test_who_does_not_answer_is_told_with_the_reason() -> None:
    visit = Visit("http://127.0.0.1:1/", EXPECTED, Bounds(), lambda _: None)
    assert list(visit.findings()) == [Finding("tidak-dijawab", "", "NewConnectionError")]


def test_a_server_that_says_200_of_everything_in_other_words_each_time_has_nothing_planted() -> None:
    host = Host(always=True, repeats=True)
    assert found(host) == []
    host.files["slot/index.html"] = PLANTED
    assert ("bertambah", "slot/", "") in found(host)


@pytest.mark.parametrize(
    "named",
    [
        {"robots.txt": "User-agent: *\nAllow: /promo/\n"},
        {"robots.txt": "User-agent: *\nSitemap: /peta.xml\n", "peta.xml": "<loc>BASEpromo/</loc>"},
        {"robots.txt": "Sitemap: BASEpeta.xml.gz", "peta.xml.gz": "<loc>BASEpromo/</loc>"},
        {"robots.txt": "Sitemap: BASEpeta.xml?a=1&amp;b=2", "peta.xml?a=1&b=2": "<loc>BASEpromo/</loc>"},
    ],
    ids=["rule", "map", "packed", "escaped"],
)
def test_a_planted_page_that_only_robots_or_a_map_of_the_site_names_is_found(named: dict[str, str]) -> None:
    host = Host()
    host.files["promo/index.html"] = PAGE.format(title="Promo", text="x")
    with served(host) as base:
        for name, text in named.items():
            content = text.replace("BASE", base).encode()
            host.files[name] = gzip.compress(content) if name.endswith(".gz") else content
        findings = list(Visit(base, EXPECTED, Bounds(), lambda _: None).findings())
    assert ("bertambah", "promo/") in {(one.kind, one.address) for one in findings}


def test_a_planted_page_in_another_encoding_or_under_another_type_is_read() -> None:
    host = Host()
    host.files["slot/index.html"] = PLANTED.encode("utf-16")
    assert ("kata", "slot/", "gacor, maxwin, slot") in found(host)
    host = Host()
    host.files |= {"robots.txt": PLANTED, "slot/menang.html": PLANTED}
    assert ("bertambah", "slot/menang.html", "") in found(host)
