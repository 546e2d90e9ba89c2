"""YAML that would harm a general loader: read as typed, or refused at once, with line and cure."""

from __future__ import annotations

import time
import tracemalloc
from pathlib import Path

import pytest

from selebaran.cli.language import Speaker
from selebaran.cli.show import problem_text
from selebaran.read import strict_yaml
from selebaran.read.project import read_project
from selebaran.read.skeleton import skeletons
from selebaran.read.strict_yaml import MAX_DEPTH, MAX_NODES, MAX_SCALAR, read_yaml
from selebaran.read.text import MAX_PROBLEMS, text_of
from tests.conftest import ROOT

QUOTES = "apit seluruh isinya dengan tanda kutip; bila itu catatan, beri spasi sesudah tanda #"
FEATURE = "tulis isinya langsung; bila tanda itu bagian dari isi, apit isinya dengan tanda kutip"
SHORTER = "pecah atau ringkas isinya"
RETYPE = "hapus bagian ini, lalu ketik ulang"
LIKE_OTHERS = "bandingkan dengan berkas sejenis di districts/kab-contoh/"
UTF8 = "simpan ulang; di Notepad: Simpan Sebagai, lalu pilih pengodean UTF-8"


def told(raw: str | bytes) -> list[str]:
    """What an editor reads of a file; it is there in no time."""
    data = raw if isinstance(raw, bytes) else raw.encode("utf-8", "surrogatepass")
    begun = time.process_time()
    read, problems = read_yaml(data, "a.yml")
    assert time.process_time() - begun < 10
    assert (read is None) == bool(problems)
    return [problem_text(problem, Speaker()) for problem in problems]


def said(place: str, code: str, fault: str, cure: str) -> str:
    return f"a.yml:{place}: error[{code}]: {fault}\n  saran: {cure}"


# ---- what a general loader reads as something else


@pytest.mark.parametrize(
    "typed",
    ["0361123456", "021500454", "36.10", "08.00", "10:30", "off", "no", "1e3", "0x1F", "1_000", "2026-11-26", ".inf"],
)
def test_every_value_is_the_text_that_was_typed(typed: str) -> None:
    read, problems = read_yaml(f"isi: {typed}\n".encode(), "a.yml")
    assert problems == []
    assert read is not None
    assert read.data == {"isi": typed}


def test_a_key_that_stands_twice_is_refused_with_both_lines() -> None:
    assert told("telepon: 1\nnama: x\ntelepon: 2\n") == [
        said("3:1", "kunci-ganda", "kunci 'telepon' sudah ada di baris 1", "hapus salah satu")
    ]


# ---- what makes a small file a large one

DEPTH = f"isian bertingkat lebih dari {MAX_DEPTH} tingkat"
LESS_DEEP = "kurangi tingkatnya; bandingkan dengan berkas sejenis di districts/kab-contoh/"
NODES = f"berkas ini berisi lebih dari {MAX_NODES} isian"


def test_an_alias_bomb_is_refused_where_it_begins() -> None:
    bomb = "a: &a [x, x]\n" + "".join(f"b{n}: &b{n} [*a, *a, *a]\n" for n in range(2000))
    found = told(bomb)
    assert found[:2] == [
        said("1:4", "yaml-fitur-dilarang", "'&a' tidak dipakai di sini", FEATURE),
        said("2:5", "yaml-fitur-dilarang", "'&b0' tidak dipakai di sini", FEATURE),
    ]
    assert len(found) == MAX_PROBLEMS


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("a: " + "[" * 2_000, 4 + MAX_DEPTH - 1),
        ("- " * 9_000, 1 + 2 * MAX_DEPTH),
        ("- - " * 4_000, 1 + 2 * MAX_DEPTH),
        ("[" * 2_000, 1 + MAX_DEPTH),
    ],
)
def test_depth_has_a_bound(text: str, column: int) -> None:
    assert told(text) == [said(f"1:{column}", "yaml-terlalu-dalam", DEPTH, LESS_DEEP)]


def test_indents_have_a_bound() -> None:
    text = "".join(" " * n + "a:\n" for n in range(600))
    assert told(text) == [said("21:21", "yaml-terlalu-dalam", DEPTH, LESS_DEEP)]


@pytest.mark.parametrize(
    ("text", "place"), [("a:\n" + "- x\n" * 60_000, "19997:3"), ("a: [\n" + "x,\n" * 60_000, "19997:1")]
)
def test_items_have_a_bound(text: str, place: str) -> None:
    assert told(text) == [said(place, "yaml-terlalu-banyak", NODES, SHORTER)]


def test_what_is_refused_takes_no_memory_to_speak_of() -> None:
    tracemalloc.start()
    told("a: &a [x, x]\n" + "".join(f"b{n}: &b{n} [*a, *a, *a]\n" for n in range(2000)))
    assert tracemalloc.get_traced_memory()[1] < 5_000_000
    tracemalloc.stop()


def test_seven_hundred_thousand_items_are_not_even_looked_at() -> None:
    begun = time.process_time()
    assert told("a:\n" + "- x\n" * 700_000) == [
        "a.yml: error[berkas-terlalu-besar]: berkas lebih besar dari 256 KB\n  saran: pecah atau ringkas isinya"
    ]
    assert time.process_time() - begun < 1


@pytest.mark.parametrize("text", ["a: " + "{" * 2_000, "? " * 9_000, "{a: " * 4_000, "{? " * 5_000])
def test_heaps_of_signs_end_in_a_problem(text: str) -> None:
    found = told(text)
    assert 0 < len(found) <= MAX_PROBLEMS
    assert all(line.startswith("a.yml:1:") and "\n  saran: " in line for line in found)


HEAPS = ["[", "{", "- ", "? ", "{a: ", "x", "x ", "x:", "''", '"', "\\n", "&a", "!a", "%41", "*", "|", ">", "#", "@"]


@pytest.mark.parametrize("heap", HEAPS)
def test_a_line_has_a_longest_length(heap: str) -> None:
    for before in ("", "a: ", "a: '", 'a: "', "a: [", "? ", "- "):
        line = before + heap * (200_000 // len(heap))
        begun = time.process_time()
        assert told(f"nama: x\n{line}") == [
            said("2", "teks-terlalu-panjang", f"'{line[:59]}…' lebih dari {MAX_SCALAR} huruf", "ringkas isinya")
        ]
        assert time.process_time() - begun < 1


@pytest.mark.parametrize("form", ["a: |\n{x}", "a: >\n{x}", 'a: "\n{x}"', "a: '\n{x}'\n", "a:\n{x}", "a: [\n{x}]"])
def test_a_value_has_a_longest_length(form: str) -> None:
    row = "  isi isi isi isi isi\n"
    assert told(form.replace("{x}", row * 20)) == []
    (found,) = told(form.replace("{x}", row * (MAX_SCALAR // 20 + 1)))
    assert f"lebih dari {MAX_SCALAR} huruf\n  saran: ringkas isinya" in found


@pytest.mark.parametrize("form", ["? {x}\n: a\n", '? "{x}"\n: a\n', "{x}: a\n", '"{x}": a\n'])
def test_a_key_has_a_longest_length(form: str) -> None:
    found = told(form.replace("{x}", "isi isi isi isi isi\n  " * 1200))
    assert found
    assert all(line.startswith("a.yml:") and len(line) < 300 for line in found)


# ---- what nobody needs


@pytest.mark.parametrize(
    ("text", "place", "sign"),
    [
        ("%YAML 1.1\n---\na: b\n", "1:1", "%YAML"),
        ("# catatan\n\n%YAML 9.9\n---\na: b\n", "3:1", "%YAML"),
        ("%TAG ! tag:x.example,2000:\n---\na: !b c\n", "1:1", "%TAG"),
        ("%LAIN\n---\na: b\n", "1:1", "%LAIN"),
        ("a: !!python/object/apply:os.system ['true']\n", "1:4", "!!python/object/apply:os.system"),
        ("a: !!str b\n", "1:4", "!!str"),
        ("a: !<tag:yaml.org,2002:int> 5\n", "1:4", "!!int"),
        ("a: &b c\n", "1:4", "&b"),
        ("a: *b\n", "1:4", "*b"),
        ("a: b\n<<: {c: d}\n", "2:1", "<<"),
    ],
)
def test_directives_tags_anchors_and_merge_keys_are_refused(text: str, place: str, sign: str) -> None:
    assert told(text) == [said(place, "yaml-fitur-dilarang", f"'{sign}' tidak dipakai di sini", FEATURE)]


@pytest.mark.parametrize("text", ["? [a, b]\n: c\n", "[a]: b\n", "{a: b}: c\n", "? - a\n: b\n", "a: {[b]: c}\n"])
def test_a_key_is_a_word(text: str) -> None:
    (found,) = told(text)
    assert "error[yaml-kunci-bukan-teks]: di sini harus ada kunci berupa kata" in found


def test_a_second_document_is_refused() -> None:
    assert told("a: b\n---\nc: d\n") == [
        said("2:1", "yaml-dua-dokumen", "baris '---' memotong berkas ini menjadi dua", "hapus baris '---' ini")
    ]


@pytest.mark.parametrize("text", ["", "\n\n", "# catatan\n", "- a\n- b\n", "halo\n", "~\n", "[]\n", "---\n"])
def test_a_file_without_keys_is_refused(text: str) -> None:
    assert told(text) == [said("1", "yaml-bukan-isian", "berkas ini tidak berisi 'kunci: isi'", LIKE_OTHERS)]


# ---- letters


@pytest.mark.parametrize(
    ("raw", "place"),
    [
        ("nama: Café\n".encode("latin-1"), "1:10"),
        ("nama: Kabupaten Uji\n".encode("utf-16"), "1"),
        ("nama: Kabupaten Uji\n".encode("utf-16-le"), "1"),
        ("nama: Kabupaten Uji\n".encode("utf-32"), "1"),
        (b"a: b\nc: \xc0\xaf\n", "2:4"),
        (b"a: \xed\xa0\x80\n", "1:4"),
        (bytes(range(128, 256)), "1:1"),
    ],
)
def test_what_is_not_utf8_is_refused(raw: bytes, place: str) -> None:
    assert told(raw) == [said(place, "bukan-utf8", "berkas tidak disimpan sebagai teks UTF-8", UTF8)]


def test_a_byte_order_mark_and_windows_line_ends_are_fine() -> None:
    read, problems = read_yaml("\ufeffnama: Uji\r\njenis: kota\r\n".encode(), "a.yml")
    assert problems == []
    assert read is not None
    assert read.data == {"nama": "Uji", "jenis": "kota"}
    assert str(read.places.of("jenis")) == "a.yml:2:8"


HIDDEN = {
    "NUL": "\x00",
    "escape": "\x1b",
    "bidi override": "\u202e",
    "bidi isolate": "\u2066",
    "zero width space": "\u200b",
    "zero width joiner": "\u200d",
    "zero width non-joiner": "\u200c",
    "soft hyphen": "\u00ad",
    "word joiner": "\u2060",
    "byte order mark": "\ufeff",
    "hangul filler": "\u3164",
    "tag letter": "\U000e0041",
    "line separator": "\u2028",
    "next line": "\u0085",
    "half a character": "\ud800",
}


@pytest.mark.parametrize("name", HIDDEN)
def test_letters_that_nobody_sees_are_refused_however_they_are_written(name: str) -> None:
    letter = HIDDEN[name]
    number = f"{ord(letter):04X}"
    fault = f"ada huruf yang tidak terlihat (U+{number})"
    if name == "half a character":
        assert "error[bukan-utf8]" in told(f"nama: U{letter}ji\n")[0]
    else:
        assert told(f"nama: U{letter}ji\n") == [said("1:8", "huruf-tersembunyi", fault, RETYPE)]
        assert text_of(f"Uj{letter}i".encode(), "a.md")[0] is None
    escape = f"\\U{ord(letter):08x}"
    assert told(f'nama: "U{escape}ji"\n') == [said("1:7", "huruf-tersembunyi", fault, RETYPE)]


def test_a_file_full_of_them_is_told_in_few_lines() -> None:
    assert len(told("a\u200b: b\n" * 5000)) == MAX_PROBLEMS
    assert len(text_of("a\u200b\n".encode() * 5000, "a.md")[1]) == MAX_PROBLEMS


def test_a_letter_in_two_parts_becomes_one_in_keys_too() -> None:
    assert told("e\u0301: a\né: b\n") == [
        said("2:1", "kunci-ganda", "kunci 'é' sudah ada di baris 1", "hapus salah satu")
    ]


@pytest.mark.parametrize("text", ["a:\n\tb: c\n", "\ta: b\n", "a:\tb\n", "a:\n  - b\n\t- c\n"])
def test_a_tabulator_is_told_where_it_stands(text: str) -> None:
    (found,) = told(text)
    line = text[: text.index("\t")].count("\n") + 1
    assert found.startswith(f"a.yml:{line}:")
    assert "error[yaml-tabulator]: ada tabulator (tombol Tab) di sini\n  saran: ganti dengan spasi" in found


# ---- what a sign takes away


@pytest.mark.parametrize(
    ("text", "place", "lost"),
    [
        ("tempat: Balai Desa #2\n", "1:20", "#2"),
        ("a: b\ntempat: Jalan Melati #12 RT 3\n", "2:22", "#12 RT 3"),
        ('tempat: "Balai Desa" #2\n', "1:22", "#2"),
        ("tempat: 'Balai Desa'   #2\n", "1:24", "#2"),
        ("warna: #5b2a4f\n", "1:8", "#5b2a4f"),
        ("acara:\n  - Lomba #1\n  - Doa\n", "2:11", "#1"),
        ("acara: [Lomba #1\n  , Doa]\n", "1:15", "#1"),
        ("catatan: Datang\n  ke pos #2\n", "2:10", "#2"),
        ("kegiatan:\n  - judul: x\n    tempat: Pos #2\n    mulai: 09.00\n", "3:17", "#2"),
    ],
)
def test_a_part_of_a_value_that_would_be_lost_is_told(text: str, place: str, lost: str) -> None:
    assert told(text) == [said(place, "yaml-pagar", f"tanda # dan tulisan sesudahnya tidak terbaca: '{lost}'", QUOTES)]


@pytest.mark.parametrize(
    "text",
    [
        *("tempat: Balai Desa  # catatan\n", "tempat: Balai # 2\n", "tempat: Balai ## catatan\n", "tempat: Balai #\n"),
        *('tempat: "Balai #2"\n', "tempat: 'Balai #2' # di atas\n", "tempat: Balai#2\n", "a: |\n  Pos #2\n  #3\n"),
        *(
            "a: >\n  Pos #2\n",
            "#tempat: Balai\na: b\n",
            "a:\n  #tempat: Balai\n  b: c\n",
            "a: [b, c] # d\n",
            "a: b\n#c\n",
        ),
        *("a: # catatan\n  b: c\n", "---\na: b #\n", "a: https://contoh.id/#bagian\n"),
    ],
)
def test_remarks_and_signs_within_words_are_fine(text: str) -> None:
    assert told(text) == []


def test_every_file_that_the_project_has_or_makes_is_fine() -> None:
    for path in [*ROOT.glob("content/*.yml"), *ROOT.glob("districts/*/*.yml"), *ROOT.glob("printables/*/*.yml")]:
        assert read_yaml(path.read_bytes(), path.name)[1] == [], path
    for name, text in skeletons("kab-serang", "dinkesserang.id", read_project(ROOT).campaign.kinds).items():
        assert "yaml-pagar" not in {p.code for p in read_yaml(text.encode(), name)[1]}


def test_nothing_is_constructed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The reader works on events: no constructor of PyYAML's, safe or not, is ever called."""
    for name in ("load", "safe_load", "full_load", "unsafe_load", "compose", "load_all"):
        monkeypatch.setattr(strict_yaml.yaml, name, lambda *_, **__: pytest.fail("constructed"))
    raw = Path(ROOT / "districts" / "kab-contoh" / "daerah.yml").read_bytes()
    assert read_yaml(raw, "daerah.yml")[1] == []
