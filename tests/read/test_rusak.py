"""Every problem has a tiny broken project that causes it, beside the text that an editor then reads.

tests/rusak/_dasar is a whole small project; tests/rusak/<code>/ lies over it. There HAPUS names files to take away,
ULANG says what to append how often ("file times text"), TERBIT asks for a publication, and harapan.txt is what the
command line prints. BENAR ("file first-last", then lines; or "old name -> new name") says how to mend it:
docs/masalah.md shows both.
"""

from __future__ import annotations

import dataclasses
import shutil
from datetime import date
from pathlib import Path

import pikepdf
import pytest

from selebaran.check.run import check_shared
from selebaran.cli.language import Speaker
from selebaran.cli.show import problem_text
from selebaran.compose.edition import Composer
from selebaran.model.problem import Problem
from selebaran.press.audit import Audit, PanelReport
from selebaran.press.gate import check_printed
from selebaran.press.layout import Printed
from selebaran.publish.build import build
from selebaran.publish.layout import site_of
from selebaran.publish.outcome import Report
from selebaran.publish.plan import Plan
from selebaran.read.project import read_project
from selebaran.site.build import build_site
from selebaran.words import of_answers, of_form, of_intake, of_print, of_sent, of_translation
from selebaran.words.catalogue import MESSAGES
from tests.conftest import ROOT, TREES
from tests.patience import must_end

DAY = date(2026, 11, 21)
BEFORE_THE_PRESS = {"lipatan-salah", "format-salah", "isi-panel-salah", "isi-panel-bagian", "isi-panel-rancu"}
OWN_TESTS = {"situs-peringatan", "huruf-asing", "tautan-situs-putus", "teks-hilang", "daerah-gagal", "daerah-terputus"}
OWN_TESTS |= {"ubahan-di-luar", "ubahan-nama", "ubahan-tautan"}
OWN_TESTS |= {"situs-terlarang", "lembar-terlarang", "gaya-kurang"}
OWN_TESTS |= {"daerah-melebihi-waktu", "daerah-melebihi-memori", "daerah-melebihi-berkas", "daerah-melebihi-tempat"}
OWN_TESTS |= {"langkah-melebihi-waktu", "hasil-tidak-sah", "penyimpanan-penuh", "penyimpanan-rusak"}
OWN_TESTS |= {"pekerja-hilang", "klaster-terputus", "hasil-berbeda", "bukti-gagal"}
OWN_TESTS |= {"fakta-diganti-tertutup", "halaman-ditahan-tertutup", "lembar-ditahan-tertutup"}
OWN_TESTS |= {"tepi-tercetak", "warna-bukan-cmyk", "pdf-cacat", "kata-hilang-disalin", "kata-di-lipatan"}
OWN_TESTS |= {"lembar-lama-dihapus", "lembar-diminta-dihapus", "halaman-terlalu-banyak", "isian-tidak-sah"}
OWN_TESTS |= {"berkas-bukan-biasa", "berkas-tidak-dapat-dibuka", "berkas-terlalu-banyak", "kepala-terlalu-panjang"}
OWN_TESTS |= {"gambar-terlalu-besar", "gambar-terlalu-banyak", "kegiatan-tanpa-id"}
OWN_TESTS |= set(of_answers.MESSAGES) | set(of_intake.MESSAGES) | set(of_sent.MESSAGES) | set(of_form.MESSAGES)
OWN_TESTS |= set(of_translation.MESSAGES)
"""Codes that no file of a project can reach here; each has a test of its own (below, test_workers, site/test_links,
own/test_refused, hostile, cli/test_look, desk/test_answers, desk/test_messy, desk/test_word, desk/test_sent, desk/form,
desk/test_translation)."""
AT_THE_PRESS = {code for code in of_print.MESSAGES if code not in BEFORE_THE_PRESS}
"""What keeps one sheet from being made, and nothing else."""
OF_ONE_ENTRY = {"terbit-belum-disahkan"}
"""What is told in the central list, and stops the district of that entry alone."""
NOTES = {"HAPUS", "ULANG", "TERBIT", "BENAR", "harapan.txt"}
FAULTY, HEALTHY = "kab-uji", "dinkessehat.example"


class Silent:
    def started(self, districts: int) -> None:
        pass

    def finished(self, slug: str, *, built: bool, kept: bool = False) -> None:
        pass


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Fonts for all projects: those that the repository has made already, else made once."""
    folder = tmp_path_factory.mktemp("cache")
    for made in (ROOT / ".cache").glob("huruf-*"):
        (folder / made.name).symlink_to(made)
    return folder


@pytest.fixture
def project(tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The whole project, to be broken."""
    monkeypatch.setenv("FONTCONFIG_FILE", "")  # the press sets it; afterwards it is as it was
    root = tmp_path / "proyek"
    shutil.copytree(TREES / "_dasar", root)
    (root / ".cache").symlink_to(cache)
    return root


def break_with(project: Path, code: str) -> set[str]:
    """Lay a broken tree over the project. Returns the files that differ."""
    tree = TREES / code
    files = {path.relative_to(tree).as_posix() for path in tree.rglob("*") if path.is_file()} - NOTES
    for name in files:
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(tree / name, project / name)
    for name in lines_of(tree / "HAPUS"):
        gone = project / name
        shutil.rmtree(gone) if gone.is_dir() else gone.unlink()
        files.add(name)
    for line in lines_of(tree / "ULANG"):
        name, times, text = line.split(" ", 2)
        with (project / name).open("a", encoding="utf-8") as file:
            file.write(text.replace("\\n", "\n") * int(times))
        files.add(name)
    return files


def lines_of(path: Path) -> list[str]:
    return path.read_text("utf-8").splitlines() if path.is_file() else []


def printed_by(project: Path, *, publish: bool = False) -> Report:
    """What the command line's build, or publication, of all districts reports."""
    registry = read_project(project)
    slugs = tuple(dict.fromkeys([*registry.slugs, *registry.district_problems]))
    plan = Plan(project, project.parent / "dist", slugs, DAY, "print", ("layar",), publish=publish)
    return build(plan, registry, Silent())


def shown(problems: tuple[Problem, ...] | list[Problem]) -> str:
    return "\n".join(problem_text(problem, Speaker()) for problem in problems)


def test_the_base_project_has_no_fault(project: Path) -> None:
    report = printed_by(project)
    assert shown(report.problems) == ""
    assert report.hosts == ("dinkesuji.example", HEALTHY)


def test_every_code_has_a_broken_tree_and_every_tree_a_code() -> None:
    trees = {path.name for path in TREES.iterdir() if path.is_dir()} - {"_dasar"}
    assert trees | OWN_TESTS == set(MESSAGES)
    assert not trees & OWN_TESTS


@pytest.mark.parametrize("code", sorted(set(MESSAGES) - OWN_TESTS))
def test_the_command_line_says_where_what_and_how(code: str, project: Path) -> None:
    changed = break_with(project, code)
    report = printed_by(project, publish=(TREES / code / "TERBIT").is_file())
    assert shown(report.problems) == (TREES / code / "harapan.txt").read_text("utf-8").removesuffix("\n")
    assert {problem.code for problem in report.problems} == {code}
    assert all(MESSAGES[code].names <= dict(problem.values).keys() for problem in report.problems)
    places = {problem.place.file for problem in report.problems}
    alone = ("districts/kab-", "districts/_edisi/", "districts/_provinsi/")
    only_one_district = any(all(name.startswith(alone) for name in names) for names in (changed, places))
    only_sheets = all(problem.code in AT_THE_PRESS for problem in report.problems)
    is_built = only_one_district or only_sheets or not report.errors or code in OF_ONE_ENTRY
    assert (HEALTHY in report.hosts) is is_built
    assert (site_of(project.parent / "dist", HEALTHY)).is_dir() is is_built


def test_a_warning_of_the_site_builder_is_a_problem(tmp_path: Path) -> None:
    edition = Composer(read_project(ROOT)).compose("kab-contoh", as_of=DAY, profiles=())
    menu = (*edition.menu, ("Lupa", "lupa"))
    problems = build_site(dataclasses.replace(edition, menu=menu), (), tmp_path / "situs")
    assert [(str(found.place), found.code) for found in problems] == [("districts/kab-contoh", "situs-peringatan")]
    assert "lupa" in dict(problems[0].values)["rinci"]


def test_a_font_from_elsewhere_is_a_problem(project: Path, tmp_path: Path) -> None:
    for_screens = Composer(read_project(project)).compose("kab-uji", as_of=DAY, profiles=("layar",)).pieces[0]
    piece = dataclasses.replace(for_screens, profile="kantor")  # a sheet for the screen would need tags too
    document = pikepdf.new()
    page = document.add_blank_page(page_size=(piece.width_mm * 72 / 25.4, piece.height_mm * 72 / 25.4))
    font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
    page.obj.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
    document.save(tmp_path / "asing.pdf")
    whole = Audit(1, (PanelReport("isi", 0, 0.7),), (), "", "")
    printed = Printed((tmp_path / "asing.pdf").read_bytes(), whole, ())
    assert shown(check_printed(piece, printed, "Kabupaten Uji")) == (
        "printables/kecil/piece.html: error[huruf-asing]: "
        "kecil (kantor): jenis huruf 'Helvetica' bukan milik proyek ini\n"
        "  saran: pakai jenis huruf dari templates/print/print.css"
    )


def test_all_faults_of_a_district_come_out_in_one_run_in_order(project: Path) -> None:
    folder = project / "districts" / FAULTY
    replace(folder / "daerah.yml", "telepon: 0254 123456", "telpon: 0254 123456")
    replace(folder / "daerah.yml", "domain: dinkesuji.example", "domain: DinkesUji.example")
    replace(folder / "jadwal.yml", "2026-11-26", "26/11/2026")
    replace(folder / "jadwal.yml", "mulai: 09.00", "mulai: 25.00")
    (folder / "layanan.yml").write_text("layanan:\n  - jenis: klinik\n    nama: Klinik\n    sumber: Uji\n", "utf-8")
    (folder / "capaian.yml").write_text('capaian:\n  - bulan: "2026-10\n', "utf-8")
    (folder / "catatan.docx").write_bytes(b"PK")
    report = printed_by(project)
    assert [(p.place.file.rsplit("/", 1)[1], p.place.line, p.code) for p in report.problems] == [
        ("capaian.yml", 2, "yaml-kutip-terbuka"),
        ("catatan.docx", 0, "berkas-untuk-intake"),
        ("daerah.yml", 7, "domain-tidak-sah"),
        ("daerah.yml", 16, "kunci-tidak-dikenal"),
        ("jadwal.yml", 4, "tanggal-tidak-terbaca"),
        ("jadwal.yml", 5, "waktu-tidak-terbaca"),
        ("layanan.yml", 2, "kunci-hilang"),
        ("layanan.yml", 2, "pilihan-tidak-sah"),
    ]
    assert report.hosts == (HEALTHY,)


def test_what_only_follows_from_a_fault_is_not_called_one(project: Path) -> None:
    replace(project / "content" / "fakta.yml", "topik: Iuran", "topik: Iuran: kelas III")
    replace(project / "content" / "daftar.md", "menu: 1", "menu: satu")
    assert [(p.place.file, p.code) for p in check_shared(read_project(project))] == [
        ("content/daftar.md", "bukan-angka"),
        ("content/fakta.yml", "yaml-titik-dua"),
    ]


def test_a_fault_in_a_macro_is_told_where_the_macro_is_called(project: Path) -> None:
    macro = "{% macro per(id) %}{{ fakta[id].bulan }}{% endmacro %}\n"
    (project / "templates/print/makro.html").write_text(macro, "utf-8")
    piece = project / "printables/kecil/piece.html"
    replace(piece, "{% block judul %}", '{% from "print/makro.html" import per with context %}\n{% block judul %}')
    replace(piece, "<p>Iuran", '<p>{{ per("IUR" ~ "-09") }}{{ per("IUR-01") }} Iuran')
    replace(piece, "{% if daerah", '{{ per(\n  "IUR-07") }}\n{% if daerah')
    assert [str(p.place) for p in printed_by(project).problems] == ["printables/kecil/piece.html:10:4"]
    replace(piece, '{{ per(\n  "IUR-07") }}\n', "")
    assert [str(p.place) for p in printed_by(project).problems] == ["templates/print/makro.html:1"]


def test_a_field_of_a_list_is_named_as_the_template_names_it(project: Path) -> None:
    loop = "{% for acara in daerah.kegiatan %}\n{{ acara.catatan }}\n{% endfor %}\nKTP dan"
    replace(project / "content" / "daftar.md", "KTP dan", loop)
    assert shown(printed_by(project).problems) == (
        "content/daftar.md:11:10: error[isian-kosong-dicetak]: "
        "isian 'daerah.kegiatan.catatan' tidak terisi di setiap daerah, tetapi dicetak tanpa syarat\n"
        "  saran: apit dengan {% if acara.catatan %} … {% endif %}"
    )


@pytest.mark.parametrize(
    ("head", "place"),
    [
        ("judul: Cara {{ fakta.tiada }}", "content/daftar.md:2:22"),
        ('judul: "Cara {{ fakta.tiada }}"', "content/daftar.md:2:23"),
        ("judul: >-\n  Cara\n  {{ fakta.tiada }}", "content/daftar.md:2"),
    ],
)
def test_a_fault_in_a_title_has_its_place_in_the_file(project: Path, head: str, place: str) -> None:
    replace(project / "content" / "daftar.md", "judul: Cara mendaftar", head)
    assert [str(p.place) for p in printed_by(project).problems] == [place]


def test_a_telephone_and_a_code_reach_the_district_as_typed(project: Path) -> None:
    file = project / "districts" / FAULTY / "daerah.yml"
    replace(file, "telepon: 0254 123456", "telepon: 0254-123456")
    replace(file, 'kode_kemendagri: "00.01"', "kode_kemendagri: 00.10")
    district = read_project(project).districts[FAULTY].district
    assert district.code == "00.10"
    assert district.contacts["dinkes"].phone == "0254-123456"


def test_a_byte_order_mark_and_windows_line_ends_are_fine(project: Path) -> None:
    before = read_project(project)
    for path in project.rglob("*"):
        if path.is_file() and path.suffix in (".yml", ".md", ".html", ".css", ".svg"):
            path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    after = read_project(project)
    assert after == before
    assert not after.shared_problems
    assert not after.district_problems


DEEP = 100_000
HOSTILE = {
    "tabulator": b"\tnama: x\n",
    "nul": b"nama: a\x00b\n",
    "latin-1": "nama: Café\n".encode("latin-1"),
    "utf-16": "nama: Kabupaten Uji\n".encode("utf-16"),
    "utf-16 tanpa BOM": "nama: Kabupaten Uji\n".encode("utf-16-le"),
    "kosong": b"",
    "daftar": b"- a\n- b\n",
    "teks": b"halo\n",
    "bom alias": b"a: &a [x, x]\n" + b"".join(b"b%d: &b%d [*a, *a, *a]\n" % (n, n) for n in range(2000)),
    "dalam, kurung": b"a: " + b"[" * DEEP,
    "dalam, kurung per baris": b"a: " + b"[\n" * DEEP,
    "dalam, kunci": b"{a: " * (DEEP // 2),
    "dalam, garis": b"- " * DEEP,
    "dalam, jorokan": b"".join(b" " * n + b"a:\n" for n in range(600)),
    "dalam, kunci rumit": b"? " * DEEP,
    "python": b"!!python/object/apply:os.system ['true']\n",
    "acak": bytes(range(256)) * 8,
    "kurung templat": b"---\njudul: a\n---\n{{ " + b"(" * DEEP,
    "baris tua": b"nama: x\rjenis: y: z\r",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_no_file_can_break_the_reader(name: str, project: Path) -> None:
    """In the place of any file: a problem that names it, or a text that it may be; never a traceback, never a hang."""
    deep = name.startswith("dalam")
    for file in sorted(path for path in project.rglob("*.*") if path.is_file() and path.name != ".gitkeep"):
        if "kab-sehat" in file.parts or (deep and file.suffix == ".css"):
            continue
        label = file.relative_to(project).as_posix()
        kept = file.read_bytes()
        file.write_bytes(HOSTILE[name])
        with must_end(f"{name} in {label}"):
            registry = read_project(project)
            problems = [*check_shared(registry), *(p for found in registry.district_problems.values() for p in found)]
            shown(problems)
        if file.suffix in (".yml", ".md"):
            assert any(p.place.file == label for p in problems), label
        file.write_bytes(kept)


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def test_a_fault_of_a_stylesheet_costs_its_sheet_and_no_site(project: Path) -> None:
    with (project / "printables/kecil/piece.css").open("a", encoding="utf-8") as file:
        file.write("h1 { colour: red }\n")
    report = printed_by(project)
    assert [problem.code for problem in report.problems] == ["cetak-css-diabaikan"]
    assert report.errors == 1
    assert report.hosts == ("dinkesuji.example", HEALTHY)
    dist = project.parent / "dist"
    assert all((site_of(dist, host)).is_dir() for host in report.hosts)
    assert list(dist.rglob("kecil*.pdf")) == []
