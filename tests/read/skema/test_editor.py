"""An editor with yaml-language-server says of a file what this project says of it, at the same line, or less."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from selebaran.model.problem import Problem
from selebaran.read.schema import SCHEMAS, modeline
from selebaran.read.skeleton import skeletons
from selebaran.read.strict_yaml import read_yaml
from selebaran.read.validate import validate
from tests.conftest import ROOT
from tests.read.skema.records import KINDS
from tests.read.skema.server import LanguageServer

TREES = ROOT / "tests" / "rusak"
BY_FILE = {file: name for name, (_, file, _) in SCHEMAS.items()}
BETWEEN_KEYS = {
    "jam-terbalik",
    "ulang-terbalik",
    "kecuali-bukan-hari",
    "aktif-melebihi-peserta",
    "bulan-ganda",
    "jumlah-tidak-cocok",
}
BETWEEN_KEYS |= {
    "ulang-tidak-lengkap",
    "rrule-tidak-terbaca",
    "rrule-lain-hari",
    "ulang-terlalu-lama",
    "hari-terakhir-salah",
    "hari-ulang-lain",
    "perhentian-tidak-urut",
    "koordinat-tidak-terbaca",
}
"""What a schema can't know: it looks at each key alone."""
ONLY_HERE = {"huruf-tersembunyi", "yaml-fitur-dilarang", "yaml-bukan-isian", "yaml-dua-dokumen", "yaml-rusak"}
ONLY_HERE |= {"yaml-pagar", "angka-terlalu-besar", "tanggal-tidak-ada"}
ONLY_HERE |= {"telepon-bercabang", "telepon-tanpa-kode-area", "telepon-tidak-tersambung", "telepon-terpotong"}
ONLY_HERE |= {"telepon-bukan-wa", "kode-area-tidak-sah", "jam-buka-bertentangan"}
"""What is good YAML, or not a matter of YAML, and refused here all the same."""
OTHER_LINE = {"yaml-kurung", "yaml-kutip-terbuka"}
"""What an editor tells where it noticed; this project, where it began."""
FACT_VALUES = {"bukan-angka"}
"""Values of facts are of the kind that another key names."""
BROKEN = """kegiatan:
  - judul: Penyuluhan
    jenis: penyuluan
    tanggal: 26/11/2026
    mulai: 09.00
    tmpat: Balai Desa
    tempat: Balai Desa Sukamaju
    bawa: KTP
"""


@pytest.fixture(scope="module")
def server() -> Iterator[LanguageServer]:
    with LanguageServer() as running:
        yield running


def own_problems(path: Path, text: bytes) -> list[Problem]:
    """What this project says of one file by itself."""
    source, problems = read_yaml(text, path.name)
    return problems if source is None else validate(SCHEMAS[BY_FILE[path.name]][0], source, kinds=KINDS)[1]


def broken_files() -> dict[Path, str]:
    """The files of the broken trees that have a schema, with a first line that names it."""
    found: dict[Path, str] = {}
    for file in sorted(TREES.glob("*/**/*.yml")):
        tree, *inside = file.relative_to(TREES).parts
        if file.name not in BY_FILE or inside[1].startswith(("_edisi", "_provinsi")):
            continue
        try:
            text = file.read_text("utf-8")
        except (UnicodeDecodeError, IsADirectoryError):
            continue
        name = f"{tree}--{'--'.join(inside)}"  # a file that needn't exist, beside skema/
        found[ROOT / "districts" / name / file.name] = f"{modeline(BY_FILE[file.name])}\n{text}"
    return found


def test_nothing_is_said_of_a_file_that_is_right(server: LanguageServer) -> None:
    files = {path: path.read_text("utf-8") for path in ROOT.glob("districts/[!_]*/*.yml")}
    files[ROOT / "districts/_daftar.yml"] = (ROOT / "districts/_daftar.yml").read_text("utf-8")
    shared = [ROOT / "content" / f"{name}.yml" for name in ("fakta", "kampanye")]
    for path in (*shared, *ROOT.glob("districts/_provinsi/*/provinsi.yml")):
        files[path] = path.read_text("utf-8")
    assert len(files) > 65
    assert {path: said for path, said in server.remarks(files).items() if said} == {}


def test_a_fault_is_shown_at_its_line_and_in_indonesian(server: LanguageServer) -> None:
    path = ROOT / "districts" / "kab-maju" / "jadwal.yml"
    [said] = server.remarks({path: f"{modeline('jadwal')}\n{BROKEN}"}).values()
    assert [remark.line for remark in said] == [4, 5, 7, 9]
    kind, day, key, listed = (remark.text for remark in said)
    assert kind.startswith("Pilih salah satu: penyuluhan, ")
    assert day == "Tulis tahun-bulan-hari, contoh 2026-11-26"
    assert key.startswith("Kunci yang dikenal di sini. Wajib: judul, jenis, tanggal, mulai, tempat. Boleh: id, ")
    assert listed == "Tulis tiap isi di baris sendiri, diawali '- '"


def test_an_editor_explains_a_key_and_offers_its_choices(server: LanguageServer) -> None:
    path = ROOT / "districts" / "kab-tanya" / "jadwal.yml"
    server.open(path, f"{modeline('jadwal')}\n{BROKEN}")
    hover = server.at("hover", path, 5, 6)["contents"]["value"]
    assert "Mulai" in hover
    assert "Jam setempat, jam.menit, atau: sepanjang hari. Wajib." in hover
    offered = {item["label"] for item in server.at("completion", path, 3, 11)["items"]}
    assert {"penyuluhan", "pelatihan"} <= offered


def test_of_a_broken_tree_an_editor_says_what_a_schema_can_know(server: LanguageServer) -> None:
    files = broken_files()
    assert len(files) > 60
    silent, alarmed, known = [], [], set()
    for path, remarks in server.remarks(files).items():
        body = files[path].partition("\n")[2]
        problems = own_problems(path, body.encode())
        lines = {remark.line - 1 for remark in remarks}
        if not problems and remarks:
            alarmed.append((path.parent.name, remarks))
        for problem in problems:
            if problem.code in BETWEEN_KEYS | ONLY_HERE or (path.name == "fakta.yml" and problem.code in FACT_VALUES):
                continue
            known.add(problem.code)
            if not lines if problem.code in OTHER_LINE else problem.place.line not in lines:
                silent.append((path.parent.name, str(problem.place), problem.code, remarks))
    assert alarmed == []
    assert silent == []
    assert len(known) > 25


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("daerah", "nama: 17\nnama_pendek: true\njenis: kota\nprovinsi: Jawa\nkode_kemendagri: 36.10\nzona_waktu: WIB\n"
         "identitas: pasti\nrekaan: true\nistilah: {desa: a, kecamatan: b, balai_desa: c}\nsumber: [2026, x]\n"
         "kontak: {dinkes: {nama: É, telepon: 0254123456, wa: 081200001234, sumber: 1, "
         "diperiksa_pada: 2026-11-21}, mpp: }\n"
         "catatan:\ngambar: ~\n"),
        ("jadwal", "kegiatan:\n  - {judul: 17, jenis: posyandu, tanggal: 2026-11-26, mulai: 08:30, selesai: 9.45, "
         "tempat: 1, batal: false, bawa: }\n"),
        ("jadwal", "kegiatan:\n"),
        ("layanan", "layanan:\n  - {jenis: puskesmas, nama: A, igd: 'true', "
         "telepon: '+62 21 5551234 / 35, WA 0812 0000 1234', sumber: a, diperiksa_pada: 2026-11-21}\nperahu:\n"),
        ("capaian", "capaian:\n  - {bulan: 2026-10, peserta: '100', aktif: 1_0, sumber: 2026}\n"),
        ("daftar", "daerah:\n  - {slug: kec-a-1, domain: }\n  - {slug: kab-b, domain: 1.2}\n"),
        ("fakta", "fakta:\n  - {id: AB-1}\n"),
    ],
)  # fmt: skip
def test_what_the_reader_takes_an_editor_takes_too(file: str, text: str, server: LanguageServer) -> None:
    path = ROOT / "districts" / "kab-maju" / SCHEMAS[file][1]
    [said] = server.remarks({path: f"{modeline(file)}\n{text}"}).values()
    assert bool(said) is bool(own_problems(path, text.encode())), (said, own_problems(path, text.encode()))


def test_a_new_folder_is_marked_where_it_must_be_filled(server: LanguageServer) -> None:
    folder = ROOT / "districts" / "kab-maju"
    files = {folder / name: text for name, text in skeletons("kab-maju", "dinkesmaju.example", KINDS).items()}
    for path, said in server.remarks(files).items():
        expected = {problem.place.line for problem in own_problems(path, files[path].encode())}
        assert {remark.line for remark in said} == expected, path.name
        assert (path.name == "daerah.yml") is bool(said)
