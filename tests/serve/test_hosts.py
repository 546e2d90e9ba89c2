"""The portal at localhost, each district at its own name below it, and nothing at any other."""

from __future__ import annotations

import pytest

from selebaran.serve.hosts import Hosts, address_of, from_folders

HOSTS = Hosts(frozenset(("kab-serang", "kota-bitung")))


@pytest.mark.parametrize("header", ["localhost:8000", "localhost", "LOCALHOST.:8000", "127.0.0.1:8000", "[::1]:8000"])
def test_the_portal_is_at_this_computer(header: str) -> None:
    assert HOSTS.shown_at(header) == ""


@pytest.mark.parametrize("header", ["kab-serang.localhost:8000", "Kab-Serang.LOCALHOST"])
def test_a_district_is_at_its_own_name(header: str) -> None:
    assert HOSTS.shown_at(header) == "kab-serang"


@pytest.mark.parametrize(
    "header",
    [
        *(
            None,
            "",
            "jahat.example",
            "jahat.example:8000",
            "kab-serang.localhost.jahat.example",
            "localhost.jahat.example",
        ),
        *("kab-lain.localhost", "x.kab-serang.localhost", ".localhost", "192.168.1.20:8000", "localhost@jahat.example"),
    ],
)
def test_any_other_name_is_refused(header: str | None) -> None:
    assert HOSTS.shown_at(header) is None


def test_another_device_sees_one_district_at_the_number_of_this_computer_and_at_no_name() -> None:
    hosts = Hosts(frozenset(("kab-serang",)), alone="kab-serang")
    assert hosts.shown_at("192.168.1.20:8000") == "kab-serang"
    assert hosts.shown_at("[fe80::1]:8000") == "kab-serang"
    assert hosts.shown_at("jahat.example:8000") is None


def test_an_address_is_what_a_browser_opens() -> None:
    assert address_of("kab-serang", 8000) == "http://kab-serang.localhost:8000/"
    assert address_of("", 8001) == "http://localhost:8001/"


def test_the_portals_links_to_folders_lead_to_districts() -> None:
    folders = [("kab-serang", "dinkeskabserang.id")]
    assert from_folders("/situs/dinkeskabserang.id/iuran/", folders) == ("kab-serang", "iuran/")
    assert from_folders("/situs/lain/", folders) is None
    assert from_folders("/portal/portal.css", folders) is None
