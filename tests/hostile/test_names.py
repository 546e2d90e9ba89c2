"""What files, pages, districts and domains may be called, and that no name takes the place of another."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from selebaran.cli.language import Speaker
from selebaran.cli.show import problem_text
from selebaran.compose.edition import Composer
from selebaran.compose.page.own import RESERVED
from selebaran.model.campaign import Campaign
from selebaran.model.district import ListedDistrict
from selebaran.model.problem import Place
from selebaran.model.registry import Registry
from selebaran.read.districts import read_district, read_list
from selebaran.read.project import read_project
from tests.compose.page.own.kit import faults, override, own_page, project_at
from tests.conftest import DAY, DEMO
from tests.hostile.spoilt import AT, HOST, PAGE, codes, put, read, told


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return project_at(tmp_path)


@pytest.fixture
def folder(root: Path) -> Path:
    return root / AT


UNWANTED = ["_redirects", "_headers", "CNAME", "sw.js", "setup.exe", "index.html", "denah.svg", ".htaccess", ".env"]
UNWANTED += ["404.html", "robots.txt", "sitemap.xml", "mkdocs.yml", "hooks.py", "daerah.yaml", "Daerah.yml", "a\nb.md"]
UNWANTED += ["\x1b[31m.md", "\u202egnp.md", "-rf", "x.md.html", "x.png.exe", " x.md", "con.md.", "x.md ", "%2e%2e.md"]


def test_what_is_not_on_the_list_is_refused_wherever_it_lies(root: Path, folder: Path) -> None:
    folders = ("", "halaman/", "halaman/kabar/", "timpaan/", "timpaan/daftar/", "gambar/")
    for where in folders:
        for name in UNWANTED:
            put(folder, f"{where}{name}", "x")
    found = read(root)
    misplaced = {"berkas-tidak-dikenal", "berkas-salah-tempat"}
    assert {p.code for p in found} == {*misplaced, "nama-halaman-tidak-sah", "nama-gambar-tidak-sah"}
    assert len(found) == len(folders) * len(UNWANTED)
    for problem in found:
        text = problem_text(problem, Speaker())
        assert text.count("\n") == 1
        assert text.replace("\n", "").isprintable()
        assert "saran: " in text


IGNORED = [".DS_Store", "Thumbs.db", "thumbs.DB", "desktop.ini", ".gitkeep", ".posko.md.swp", "posko.md~", "._posko.md"]
IGNORED += [".#posko.md", "~$jadwal.docx", ".~lock.jadwal.ods#", ".git"]


def test_what_editors_and_file_managers_leave_does_no_harm(root: Path, folder: Path) -> None:
    put(folder, "halaman/kabar/posko.md", PAGE.replace("\n---\nP", "\ntanggal: 2026-11-20\n---\nP"))
    (folder / "gambar").mkdir()
    for name in IGNORED:
        put(folder, f"halaman/{name}", "\0")
        (folder / "gambar" / name).symlink_to("/dev/zero")
        os.mkfifo(folder / name)
        (folder / "halaman" / "kabar" / name).mkdir()
    assert read(root) == []


def test_names_that_a_file_system_may_hold_for_one_are_refused(root: Path, folder: Path) -> None:
    put(folder, "halaman/posko.md")
    put(folder, "halaman/Posko.md")
    put(folder, "halaman/pósko.md")  # as one letter
    put(folder, "halaman/po\u0301sko.md")  # as two
    put(folder, "gambar/Posko.PNG")
    found = codes(root)
    assert found.count(("nama-halaman-tidak-sah", "halaman/Posko.md")) == 1
    assert sorted(code for code, _ in found) == ["nama-gambar-tidak-sah", *["nama-halaman-tidak-sah"] * 3]


def test_a_page_and_the_index_of_its_folder_are_one_address(root: Path) -> None:
    own_page(root, "posko", "Posko.")
    own_page(root, "posko/index", "Posko.")
    assert [(p.code, p.place.file) for p in faults(root)] == [("alamat-dipakai", f"{AT}/halaman/posko/index.md")]


def test_addresses_of_the_site_are_not_given_away(root: Path) -> None:
    names = sorted(RESERVED | {"jv", "gor"})
    for name in names:
        own_page(root, name, "Posko.")
    assert [(p.code, p.place.file) for p in faults(root)] == [
        ("alamat-dipakai", f"{AT}/halaman/{name}.md") for name in names
    ]


def test_all_folders_that_a_site_makes_are_reserved(composer: Composer, registry: Registry) -> None:
    edition = composer.compose(DEMO, as_of=DAY, profiles=())
    own = {page.slug.split("/")[0] for page in registry.districts[DEMO].own.pages if not page.is_news}
    languages = set(registry.districts[DEMO].district.languages)
    pages = {page.slug.split("/")[0] for page in (*edition.pages, *edition.paper_pages)}
    made = pages | {path.split("/")[0] for path in edition.files if "/" in path}
    shared = {page.slug for page in registry.pages}
    assert made - shared - own - languages <= RESERVED


def test_names_are_not_endless(root: Path, folder: Path) -> None:
    put(folder, f"halaman/{'a' * 81}.md")
    put(folder, f"halaman/{'b' * 77}.md")
    put(folder, f"timpaan/{'c' * 200}/a.md")
    put(folder, f"gambar/{'d' * 100}.png", "x")
    put(folder, "e" * 255, "x")
    found = codes(root)
    assert [code for code, _ in found] == [
        "berkas-tidak-dikenal",
        "nama-gambar-tidak-sah",
        "nama-halaman-tidak-sah",
        "nama-halaman-tidak-sah",
    ]
    assert all(len(text) < 500 for text in told(root))


@pytest.mark.parametrize("where", ["", "halaman", "gambar"])
def test_names_that_are_not_utf8_are_told(where: str, root: Path, folder: Path) -> None:
    (folder / where).mkdir(exist_ok=True)
    Path(os.fsdecode(os.fsencode(folder / where) + b"/caf\xe9.md")).write_bytes(b"x")
    (found,) = told(root)
    assert "caf\\udce9.md" in found
    assert found.encode("utf-8")


def test_letters_in_two_parts_become_one(root: Path) -> None:
    own_page(root, "posko", "Cafe\u0301.", title="Rene\u0301")
    override(root, "daftar#syarat", "Cafe\u0301.")
    own = read_project(root).districts["kab-uji"].own
    assert "Café." in own.pages[0].body
    assert own.pages[0].front.title == "René"
    assert "Café." in own.overrides[0].body


# ---- slugs and domains

GOOD = "daerah:\n  - slug: kab-uji\n    domain: dinkesuji.example\n"


@pytest.mark.parametrize(
    ("key", "value", "code"),
    [
        *(
            ("slug", slug, "slug-tidak-sah")
            for slug in ("../../..", "kab-uji/../x", "kab-ujі", "Kab-Uji", "kab-uji.", "/")
        ),
        *(
            ("slug", slug, "slug-tidak-sah")
            for slug in ("_edisi", "laporan", "kab-", "kab--x", '"kab-uji\\n"', "kab-①")
        ),
        *(
            ("domain", host, "domain-tidak-sah")
            for host in ("../x", "a/../b.id", "dinkesujі.example", "Dinkes.id", "..")
        ),
        *(("domain", host, "domain-tidak-sah") for host in ("xn--dinkesuj-xyz.id", "a.xn--p1ai", "127.0.0.1", "a..id")),
        *(("domain", host, "domain-tidak-sah") for host in ("index.html", "portal.css", "laporan", "a.id.", "a.id/x")),
        *(("domain", host, "domain-tidak-sah") for host in ("https://a.id", "a.id:80", "-a.id", '"a.id\\n"', "．id")),
    ],
)
def test_slugs_and_domains_are_plain_names(key: str, value: str, code: str, tmp_path: Path) -> None:
    fields = {"slug": "kab-uji", "domain": "dinkesuji.example"} | {key: value}
    text = f"daerah:\n  - slug: {fields['slug']}\n    domain: {fields['domain']}\n"
    put(tmp_path, "_daftar.yml", text)
    central, _, problems = read_list(tmp_path, "districts")
    assert central.districts == ()
    assert [(p.code, p.place.file, p.place.line) for p in problems] == [
        (code, "districts/_daftar.yml", 2 if key == "slug" else 3)
    ]


def test_slugs_and_domains_are_unique(tmp_path: Path) -> None:
    put(tmp_path, "_daftar.yml", GOOD + "  - slug: kab-uji\n  - slug: kab-lain\n    domain: dinkesuji.example\n")
    _, _, problems = read_list(tmp_path, "districts")
    assert [(p.code, p.place.line) for p in problems] == [("slug-ganda", 4), ("domain-dipakai-dua", 6)]


@pytest.mark.parametrize("domain", ["dinkessehat.example", "dinkesuјi.example", "../dinkessehat.example"])
def test_a_district_cannot_take_anothers_domain(domain: str, root: Path, folder: Path) -> None:
    path = folder / "daerah.yml"
    path.write_text(path.read_text("utf-8").replace(HOST, domain), "utf-8")
    (found,) = read(root)
    assert found.code in ("domain-tidak-cocok", "domain-tidak-sah")
    assert found.place.file == f"{AT}/daerah.yml"
    assert found.place.line == 7


def test_a_province_without_latin_letters_reads_no_folder(root: Path, folder: Path) -> None:
    put(root, "districts/_provinsi/halaman/posko.md")
    path = folder / "daerah.yml"
    path.write_text(path.read_text("utf-8").replace("Provinsi Uji", "Јава"), "utf-8")
    found, problems = read_district(
        root / "districts", "districts", ListedDistrict(slug="kab-uji", domain=HOST), Place("x"), Campaign.unread()
    )
    assert problems == []
    assert found is not None
    assert found.own.pages == ()
