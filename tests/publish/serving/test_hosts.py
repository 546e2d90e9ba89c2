"""Which hosts an output serves: as the central list has them, and only what was published."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from selebaran.publish.layout import PORTAL
from selebaran.publish.releases import put
from selebaran.publish.serving.hosts import Hosts, LeftOut, Moved, Site, hosts_of
from selebaran.read.project import read_project
from tests.conftest import BASE
from tests.publish.small import publish

UJI, SEHAT, FORMER = "dinkesuji.example", "dinkessehat.example", "lama.example"
PAGES = {"index.html": "ada"}


class Project:
    """The small project with a portal and a former host, and an output beside it."""

    def __init__(self, folder: Path) -> None:
        self.root = shutil.copytree(BASE, folder / "proyek")
        self.out = folder / "dist"
        self.out.mkdir()
        self.change("_daftar.yml", f"domain: {UJI}\n", f"domain: {UJI}\n    domain_dahulu: [{FORMER}]\n")
        self.change("_daftar.yml", "daerah:\n", "portal: portal.example\ndaerah:\n")

    def change(self, file: str, old: str, new: str) -> None:
        path = self.root / "districts" / file
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new), "utf-8")

    def hosts(self) -> Hosts:
        return hosts_of(self.out, read_project(self.root))


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path)


def test_published_sites_the_portal_and_former_hosts_are_served(project: Project) -> None:
    for name in (UJI, SEHAT, PORTAL, FORMER):
        publish(project.out, PAGES, name)
    found = project.hosts()
    assert found.sites == (Site(UJI, f"situs/{UJI}"), Site(SEHAT, f"situs/{SEHAT}"), Site("portal.example", "portal"))
    assert found.moved == (Moved(FORMER, UJI),)
    assert (found.stopped, found.left_out) == ((), ())


def test_a_preview_is_served_by_nobody(project: Project) -> None:
    publish(project.out, PAGES, UJI)
    fresh = project.out / "baru"
    fresh.mkdir()
    (fresh / "index.html").write_text("pratinjau", "utf-8")
    put(project.out, SEHAT, fresh, layout="link", published=False)
    found = project.hosts()
    assert [site.host for site in found.sites] == [UJI]
    assert found.left_out == (LeftOut("kab-sehat", "belum-terbit"),)


def test_a_district_that_left_the_list_answers_that_it_is_gone(project: Project) -> None:
    for name in (UJI, SEHAT):
        publish(project.out, PAGES, name)
    path = project.root / "districts" / "_daftar.yml"
    path.write_text(re.sub(r"  - slug: kab-sehat\n(?:    .*\n)+", "", path.read_text("utf-8")), "utf-8")
    found = project.hosts()
    assert [site.host for site in found.sites] == [UJI]
    assert found.stopped == (SEHAT,)


def test_a_district_that_withdraws_its_consent_is_gone_with_its_former_hosts(project: Project) -> None:
    for name in (UJI, SEHAT, FORMER):
        publish(project.out, PAGES, name)
    path = project.root / "districts" / "kab-uji" / "daerah.yml"
    text = path.read_text("utf-8")
    path.write_text(re.sub(r"^persetujuan:.*\n(?:  .*\n)*", "", text, flags=re.M), "utf-8")
    assert path.read_text("utf-8") != text
    assert project.hosts().stopped == (UJI, FORMER)


def test_a_slip_in_a_district_takes_no_site_down(project: Project) -> None:
    publish(project.out, PAGES, UJI)
    (project.root / "districts" / "kab-uji" / "daerah.yml").write_text("nama: [\n", "utf-8")
    found = project.hosts()
    assert [site.host for site in found.sites] == [UJI]
    assert found.stopped == ()


def test_a_district_without_a_domain_is_told(project: Project) -> None:
    project.change("_daftar.yml", "    domain: dinkessehat.example\n", "")
    publish(project.out, PAGES, "kab-sehat")
    found = project.hosts()
    assert found.sites == ()
    assert LeftOut("kab-sehat", "tanpa-domain") in found.left_out


def test_a_former_host_of_a_site_that_is_not_there_leads_nowhere(project: Project) -> None:
    publish(project.out, PAGES, FORMER)
    assert project.hosts().moved == ()


def test_the_other_name_of_a_host_leads_on_unless_it_belongs_to_somebody() -> None:
    both = Hosts((Site("a.example", "situs/a"), Site("www.a.example", "situs/b"), Site("www.c.example", "situs/c")))
    assert [both.beside(site.host) for site in both.sites] == [None, None, "c.example"]
    assert Hosts((Site("a.example", "situs/a"),)).beside("a.example") == "www.a.example"


@pytest.mark.parametrize(
    "name", ["a.example; return 200", "a", "a..example", "-a.example", "a.example\n", "a b.example", "*.example"]
)
def test_what_is_no_name_is_in_no_configuration(name: str, project: Project) -> None:
    for host in (UJI, name):
        (project.out / ".rilis" / host).mkdir(parents=True, exist_ok=True)
    publish(project.out, PAGES, UJI)
    publish(project.out, PAGES, name)
    assert project.hosts().stopped == ()
