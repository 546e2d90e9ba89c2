"""`selebaran new` makes a folder that says of every key what it is, and of every gap that it is one."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from selebaran.check.edition import CheckedComposer
from selebaran.cli.main import main
from selebaran.model.record import Record
from selebaran.model.telephone import Dialling
from selebaran.read.districts import FILES
from selebaran.read.project import read_project
from selebaran.read.regions import regions
from selebaran.read.shape import keys_of
from selebaran.read.skeleton import BEGUN, MUST, SOURCE, skeletons
from selebaran.read.strict_yaml import read_yaml
from selebaran.read.validate import validate
from tests.conftest import BASE, ROOT
from tests.project import PROJECT
from tests.read.skema.records import KINDS, records_in

SLUG, DOMAIN = "kota-bitung", "dinkesbitung.id"
MADE_UP = "kab-maju"
UNKNOWN = ["nama", "nama_pendek", "provinsi", "kode_kemendagri", "zona_waktu", "identitas"]
UNKNOWN += ["istilah.desa", "istilah.kecamatan", "istilah.balai_desa", "sumber"]
"""What neither a slug nor the central list tells of who stands in no table."""


class Ran(NamedTuple):
    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """This project, without the folder of one district, and with one that the list alone knows."""
    root = tmp_path / "proyek"
    for name in ("content", "districts", "printables", "templates"):
        shutil.copytree(PROJECT / name, root / name)
    shutil.rmtree(root / "districts" / SLUG)
    with (root / "districts" / "_daftar.yml").open("a", encoding="utf-8") as file:
        file.write("  - slug: kab-maju\n")
    return root


@pytest.fixture
def run(project: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    def run_it(*arguments: str) -> Ran:
        code: Any = 0
        try:
            main([*arguments, "--root", str(project)])
        except SystemExit as end:
            code = end.code
        return Ran(int(code or 0), *capsys.readouterr())

    return run_it


def test_a_folder_is_made_and_the_next_step_told(run: Run, project: Path) -> None:
    done = run("new", SLUG)
    assert done == Ran(
        0,
        "dibuat: districts/kota-bitung/daerah.yml\n"
        "dibuat: districts/kota-bitung/jadwal.yml\n"
        "dibuat: districts/kota-bitung/layanan.yml\n"
        "dibuat: districts/kota-bitung/capaian.yml\n"
        "dibuat: districts/kota-bitung/gambar/\n"
        "berikutnya: periksa dan lengkapi districts/kota-bitung/daerah.yml, "
        "lalu jalankan: selebaran check kota-bitung\n",
        "",
    )
    written = (project / "districts" / SLUG / "daerah.yml").read_text("utf-8")
    bitung = regions().districts["71.72"]
    below = regions().subdistricts("71.72")
    assert written == skeletons(SLUG, DOMAIN, KINDS, bitung, below)["daerah.yml"]
    assert f"\ndomain: {DOMAIN}\n" in written
    assert "\njenis: kota\n" in written


def test_check_names_every_gap_of_who_is_in_no_table_with_place_and_cure(run: Run, project: Path) -> None:
    slug = MADE_UP
    assert "isi baris di bawah tanda WAJIB" in run("new", slug).out
    done = run("check", slug)
    assert done.code == 1
    assert done.out == f"1 daerah diperiksa, {len(UNKNOWN)} masalah\n"
    told = re.findall(r"^(\S+?):(\d+):\d+: error\[([\w-]+)\]: '([\w.]+)'", done.err, re.M)
    assert [key for *_, key in told] == UNKNOWN
    assert {code for _, _, code, _ in told} == {"isian-kosong", "daftar-kosong"}
    assert done.err.count("\n  saran: ") == len(UNKNOWN)
    lines = (project / "districts" / slug / "daerah.yml").read_text("utf-8").split("\n")
    for file, line, _, key in told:
        assert file == f"districts/{slug}/daerah.yml"
        assert lines[int(line) - 1].strip() == f"{key.rpartition('.')[2]}:"
        assert any(above.lstrip().startswith(f"## {MUST}. ") for above in lines[int(line) - 3 : int(line) - 1])


def test_the_table_of_regions_fills_a_folder(run: Run, project: Path) -> None:
    run("new", SLUG)
    assert run("check", SLUG, "--lewati-cetak") == Ran(0, "1 daerah diperiksa, 0 masalah\n", "")
    made = read_project(project).districts[SLUG].district
    there = read_project(ROOT).districts[SLUG].district
    assert made.sources == (SOURCE,)
    assert made.terms.village == "kelurahan"
    assert made.model_copy(update={"sources": there.sources, "terms": there.terms}) == there
    text = (project / "districts" / SLUG / "daerah.yml").read_text("utf-8")
    assert "## Dalam tabel: Lembeh Selatan, Madidir, Ranowulu" in text


@pytest.mark.parametrize("typed", ["36.02", "3602", "Kabupaten Lebak", "kab. lebak", "lebak", "LEBAK", "kab-lebak"])
def test_a_district_is_named_by_code_or_name_and_noted_in_the_central_list(typed: str, run: Run, project: Path) -> None:
    listed = project / "districts" / "_daftar.yml"
    before = listed.read_text("utf-8")
    done = run("new", *typed.split())
    assert done.code == 0
    assert done.out.startswith("dicatat: kab-lebak di districts/_daftar.yml\ndibuat: districts/kab-lebak/daerah.yml\n")
    assert listed.read_text("utf-8") == before + "  - slug: kab-lebak\n"
    again = run("new", typed)
    assert (again.code, again.err) == (2, "tidak ada yang dibuat: folder 'kab-lebak' sudah lengkap\n")
    assert listed.read_text("utf-8") == before + "  - slug: kab-lebak\n"


def test_a_name_of_two_districts_is_answered_with_both(run: Run, project: Path) -> None:
    before = sorted(project.rglob("*"))
    assert run("new", "Bogor") == Ran(
        2,
        "",
        "'Bogor' nama 2 daerah; sebut kodenya:\n"
        "  selebaran new 32.01  Kabupaten Bogor, Jawa Barat\n"
        "  selebaran new 32.71  Kota Bogor, Jawa Barat\n",
    )
    assert sorted(project.rglob("*")) == before
    assert "districts/kota-bogor/daerah.yml" in run("new", "kota", "bogor").out


def test_a_kecamatan_is_made_with_what_it_belongs_to(run: Run, project: Path) -> None:
    assert run("new", "71.72.01").code == 0
    made = read_project(project).districts["kec-lembeh-selatan"].district
    assert (made.name, made.kind, made.parent) == ("Kecamatan Lembeh Selatan", "kecamatan", "Kota Bitung")
    assert run("check", "kec-lembeh-selatan", "--lewati-cetak") == Ran(0, "1 daerah diperiksa, 0 masalah\n", "")


def test_each_of_the_514_is_made_and_nothing_is_wrong_with_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = Path(shutil.copytree(BASE, tmp_path / "proyek"))
    table = regions().districts
    assert len(table) == 514
    listed = root / "districts" / "_daftar.yml"
    short, slugs = listed.read_text("utf-8"), []
    for code in table:
        main(["new", code, "--root", str(root)])
        slugs.append(listed.read_text("utf-8").removeprefix(short))
        listed.write_text(short, "utf-8")  # a long list is slow to read again 514 times
    listed.write_text(short + "".join(slugs), "utf-8")
    assert capsys.readouterr().err == ""
    registry = read_project(root)
    assert registry.district_problems == {}
    made = {folder.district.code: folder.district for folder in registry.districts.values()}
    for code, region in table.items():
        told = (made[code].name, made[code].short_name, made[code].kind, made[code].province, made[code].zone)
        assert told == (region.full_name, region.name, region.kind, region.province, region.zone)
    composer = CheckedComposer(registry)
    for slug in list(registry.districts)[::40]:  # composed as `check` does
        assert composer.compose(slug, as_of=date(2026, 11, 28), profiles=()).problems == ()


def test_what_is_there_is_never_overwritten(run: Run, project: Path) -> None:
    before = (project / "districts" / "kota-tomohon" / "daerah.yml").read_bytes()
    done = run("new", "kota-tomohon")
    assert done.code == 0
    assert "sudah ada, tidak diubah: districts/kota-tomohon/daerah.yml\n" in done.out
    assert "dibuat: districts/kota-tomohon/jadwal.yml\n" in done.out
    assert (project / "districts" / "kota-tomohon" / "daerah.yml").read_bytes() == before
    assert run("check", "kota-tomohon", "--lewati-cetak").code == 0
    again = run("new", "kota-tomohon")
    assert again.code == 2
    assert again.out.count("sudah ada, tidak diubah: ") == len(BEGUN) + 1
    assert again.err == "tidak ada yang dibuat: folder 'kota-tomohon' sudah lengkap\n"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("kota-bitng", "kota-bitung"),
        ("Kota Bitng", "Kota Bitung"),
        ("kab. lebk", "Kabupaten Lebak"),
        ("kotamadya bitung", "Kota Bitung"),
        ("kab-contho", "kab-contoh"),
        ("../kota-bitung", "kota-bitung"),
        ("_daftar.yml", ""),
        ("71.79", ""),
        ("", ""),
    ],
)
def test_what_names_no_district_is_refused_with_what_was_meant(typed: str, meant: str, run: Run, project: Path) -> None:
    before = sorted(project.rglob("*"))
    done = run("new", typed)
    assert (done.code, done.out) == (2, "")
    told = f"'{typed}' bukan kode, nama, atau slug daerah" + (f"; maksudnya '{meant}'?" if meant else "")
    assert done.err.split("\n")[0] == told
    assert sorted(project.rglob("*")) == before


def test_a_central_list_in_another_form_is_left_to_its_keeper(run: Run, project: Path) -> None:
    listed = project / "districts" / "_daftar.yml"
    listed.write_text("daerah: [{slug: kab-contoh, domain: kab-contoh.example}]\n", "utf-8")
    done = run("new", "36.02")
    assert (done.code, done.err) == (2, "tambahkan '- slug: kab-lebak' ke districts/_daftar.yml, lalu jalankan lagi\n")
    assert not (project / "districts" / "kab-lebak").exists()


def test_it_speaks_english_when_it_is_asked_to(run: Run) -> None:
    assert "made: districts/kota-bitung/daerah.yml\n" in run("new", SLUG, "--lang", "en").out
    assert "did you mean 'kota-bitung'?" in run("new", "kota-bitng", "--lang", "en").err


def test_a_faulty_list_and_a_file_in_the_way_are_told(run: Run, project: Path) -> None:
    (project / "districts" / SLUG).write_text("", "utf-8")
    blocked = run("new", SLUG)
    assert blocked.code == 3
    assert blocked.err.startswith("tidak dapat menulis ke '")
    (project / "districts" / "_daftar.yml").write_text("daerah:\n  - slug: Kota Bitung\n", "utf-8")
    faulty = run("new", SLUG)
    assert faulty.code == 1
    assert "districts/_daftar.yml:2:11: error[slug-tidak-sah]" in faulty.err


def opened(text: str) -> str:
    """A file with all its examples in force."""
    return re.sub(r"^# (?=[ \w-])(?!yaml-language-server|kab-maju:|Jangan |Baris )", "", text, flags=re.M)


@pytest.mark.parametrize("file", BEGUN)
def test_every_key_of_the_records_is_there_explained_with_an_example_that_is_right(file: str) -> None:
    text = opened(skeletons("kab-maju", "dinkesmaju.example", KINDS)[file])
    filled = re.sub(r"^## Contoh: ((\w+): .+)\n\2:$", r"\1", text, flags=re.M)
    filled = re.sub(r"^(  ## .* Contoh: )(.+)\n(  \w+:)$", r"\1\2\n\3 \2", filled, flags=re.M)
    source, problems = read_yaml(filled.encode(), file)
    assert source is not None, problems
    assert validate(FILES[file], source, Dialling(is_made_up=True), KINDS)[1] == []
    lines = filled.split("\n")
    for record in records_in(FILES[file]):
        for key in keys_of(record):
            assert any(explained(lines, number, key.name, key.help.title) for number in range(len(lines))), key.name


def explained(lines: list[str], number: int, key: str, title: str) -> bool:
    """Whether this line has the key, and one right above it (or above its example) says what it is."""
    if not re.match(rf" *(- |## Atau: )?{key}:", lines[number]):
        return False
    above = [line.strip() for line in lines[max(0, number - 2) : number]]
    return any(re.match(rf"## ({MUST}\. )?{re.escape(title)}: ", line) for line in above)


def test_no_example_can_be_somebody(registry: Any) -> None:
    text = "\n".join(skeletons("kab-maju", None, KINDS).values())
    assert all(number.startswith("0000") for number in re.findall(r"^[# -]*(?:telepon|wa): (\S+)", text, re.M))
    assert max(len(line) for line in text.split("\n")) <= 140
    assert issubclass(FILES["daerah.yml"], Record)
