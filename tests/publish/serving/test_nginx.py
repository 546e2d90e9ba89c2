"""A real nginx, with the files that are written for it, asked for what it shall hand out and what not.

Caddy and Apache are asked the same in tests/full/test_servers.py."""

from __future__ import annotations

from dataclasses import replace

import pytest

from selebaran.publish.serving.headers import HEADERS
from selebaran.publish.serving.hosts import Hosts, Site
from selebaran.publish.serving.nginx import nginx_files
from selebaran.publish.serving.where import Where
from tests.serving_questions import FORMER, OTHER, PAGE, QUESTIONS, SITE, STOPPED, Question
from tests.web_servers import Running, running


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.title)
def test_nginx_answers_as_it_shall(question: Question, nginx: Running) -> None:
    assert question.answer(nginx) == question.wanted_of("nginx")


@pytest.mark.parametrize(
    ("host", "path"), [(SITE, "/"), (SITE, "/tiada"), (SITE, "/kabar/rss.xml"), (FORMER, "/sw.js"), (STOPPED, "/")]
)
def test_every_answer_of_a_site_has_all_headers(host: str, path: str, nginx: Running) -> None:
    said = nginx.ask(host, path).headers
    assert {name: said.get(name.lower()) for name in HEADERS} == HEADERS


def test_what_is_unchanged_is_not_sent_again(nginx: Running) -> None:
    first = nginx.ask(SITE, "/").headers
    assert nginx.ask(SITE, "/", If_None_Match=first["etag"]).status == 304
    assert nginx.ask(SITE, "/", If_Modified_Since=first["last-modified"]).status == 304
    assert nginx.ask(SITE, "/", If_None_Match='"lain"').body.decode() == PAGE


def test_it_answers_at_addresses_of_ipv6_as_at_others(nginx: Running) -> None:
    there = replace(nginx, address="::1")
    for host in (SITE, FORMER, STOPPED, f"www.{OTHER}"):
        for tls in (True, False):
            assert there.ask(host, "/", tls=tls).status == nginx.ask(host, "/", tls=tls).status, host
    assert there.ask(SITE, "/").body.decode() == PAGE
    assert there.ask("asing.example", "/", tls=False).status == 421


def test_behind_a_proxy_nothing_leads_to_https(served: Where) -> None:
    with running("nginx", replace(served, behind_proxy=True)) as server:
        assert server.ask(SITE, "/", tls=False).body.decode() == PAGE
        assert server.ask(SITE, "/daftar", tls=False).headers["location"] == "/daftar/"
        assert server.ask(f"www.{OTHER}", "/x", tls=False).headers["location"] == f"https://{OTHER}/x"
        assert server.ask(STOPPED, "/", tls=False).status == 410
        assert server.ask("asing.example", "/", tls=False).status == 421


def test_many_and_long_names_get_room_in_its_tables() -> None:
    long = Hosts((Site(f"{'dinkes' * 8}.example", "situs/x"),))
    assert "server_names_hash_bucket_size" in nginx_files(Where(long, "/srv/dist"))["situs.conf"]
    assert "server_names_hash" not in nginx_files(Where(Hosts((Site(SITE, "situs/x"),)), "/srv/dist"))["situs.conf"]
