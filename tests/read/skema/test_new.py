"""`selebaran new` makes a folder that says of every key what it is, and of every gap that it is one."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from selebaran.cli.main import main
from selebaran.model.record import Record
from selebaran.model.telephone import Dialling
from selebaran.read.districts import FILES
from selebaran.read.project import read_project
from selebaran.read.shape import keys_of
from selebaran.read.skeleton import MUST, skeletons
from selebaran.read.strict_yaml import read_yaml
from selebaran.read.validate import validate
from tests.conftest import ROOT
from tests.project import PROJECT
from tests.read.skema.records import KINDS, records_in

SLUG, DOMAIN = "kota-bitung", "dinkesbitung.id"
UNKNOWN = ["nama", "nama_pendek", "provinsi", "kode_kemendagri", "zona_waktu", "identitas"]
UNKNOWN += ["istilah.desa", "istilah.kecamatan", "istilah.balai_desa", "sumber"]
"""What neither a slug nor the central list tells."""


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
        "berikutnya: isi baris di bawah tanda WAJIB di districts/kota-bitung/daerah.yml, "
        "lalu jalankan: selebaran check kota-bitung\n",
        "",
    )
    written = (project / "districts" / SLUG / "daerah.yml").read_text("utf-8")
    assert written == skeletons(SLUG, DOMAIN, KINDS)["daerah.yml"]
    assert f"\ndomain: {DOMAIN}\n" in written
    assert "\njenis: kota\n" in written


@pytest.mark.parametrize("slug", [SLUG, "kab-maju"])
def test_check_names_every_gap_with_place_and_cure(slug: str, run: Run, project: Path) -> None:
    run("new", slug)
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


def test_a_filled_folder_is_a_district(run: Run, project: Path) -> None:
    run("new", SLUG)
    file = project / "districts" / SLUG / "daerah.yml"
    text = file.read_text("utf-8")
    for line in (ROOT / "districts" / SLUG / "daerah.yml").read_text("utf-8").split("\n"):
        key = line.strip().partition(":")[0]
        text = re.sub(rf"^( *){key}:$", rf"\g<1>{line.strip()}", text, flags=re.M) if key.isidentifier() else text
    file.write_text(text.replace("\nsumber:", "\nsumber: [Keputusan Menteri]"), "utf-8")
    assert run("check", SLUG) == Ran(0, "1 daerah diperiksa, 0 masalah\n", "")
    assert read_project(project).districts[SLUG].district == read_project(ROOT).districts[SLUG].district.model_copy(
        update={"sources": ("Keputusan Menteri",)}
    )


def test_what_is_there_is_never_overwritten(run: Run, project: Path) -> None:
    before = (project / "districts" / "kota-tomohon" / "daerah.yml").read_bytes()
    done = run("new", "kota-tomohon")
    assert done.code == 0
    assert "sudah ada, tidak diubah: districts/kota-tomohon/daerah.yml\n" in done.out
    assert "dibuat: districts/kota-tomohon/jadwal.yml\n" in done.out
    assert (project / "districts" / "kota-tomohon" / "daerah.yml").read_bytes() == before
    assert run("check", "kota-tomohon").code == 0
    again = run("new", "kota-tomohon")
    assert again.code == 2
    assert again.out.count("sudah ada, tidak diubah: ") == len(FILES) + 1
    assert again.err == "tidak ada yang dibuat: folder 'kota-tomohon' sudah lengkap\n"


@pytest.mark.parametrize("slug", ["kota-bitng", "../kota-bitung", "kota-bitung/", "_daftar.yml", ""])
def test_a_slug_that_is_not_listed_is_refused(slug: str, run: Run, project: Path) -> None:
    before = sorted(project.rglob("*"))
    done = run("new", slug)
    assert done.code == 2
    assert done.out == ""
    assert done.err.startswith(f"'{slug}' tidak ada dalam daftar pusat")
    assert ("; maksudnya 'kota-bitung'?\n" in done.err) is ("bit" in slug)
    assert done.err.endswith("daerah baru ditambahkan oleh penjaga pusat, di districts/_daftar.yml\n")
    assert sorted(project.rglob("*")) == before


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


@pytest.mark.parametrize("file", FILES)
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
