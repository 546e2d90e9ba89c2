"""A recheck changes its own entry's lines in the register, and not one byte of anything else."""

from __future__ import annotations

import difflib
from datetime import date

import pytest
import yaml

from selebaran.model.facts import Fact, FactFile
from selebaran.read.recheck import Recheck, renew
from selebaran.read.splice import UnusualLayout
from selebaran.read.strict_yaml import read_yaml
from selebaran.read.validate import validate
from tests.project import OWN_REGISTER

REGISTER = OWN_REGISTER.read_text("utf-8")
HEAD, *ENTRIES = REGISTER.split("\n- id: ")
FACTS = [f"\n- id: {entry}" for entry in ENTRIES]
NAMES = [entry[:7].split("\n")[0] for entry in ENTRIES]
ON = date(2026, 11, 22)
CHECK = Recheck(ON, "Sari", "Surat edaran: no. 5 #2")
DATES = ("sumber_per", "diperiksa_pada", "periksa_lagi")


def facts_of(text: str) -> dict[str, Fact]:
    source, problems = read_yaml(text.encode(), "fakta.yml")
    assert source is not None, problems
    record, problems = validate(FactFile, source)
    assert record is not None, problems
    return {fact.id: fact for fact in record.facts}


def renewed(text: str, name: str, check: Recheck = CHECK) -> str:
    fresh, problems = renew(text, "fakta.yml", [(facts_of(text)[name], check)])
    assert problems == []
    return fresh


def new_content(fact: Fact) -> dict[str, str]:
    """Another content for each of a fact's values, with all that YAML could misread."""
    kinds = {"rupiah": "43000", "angka": "0", "persen": "7", "tanggal": "2027-01-31", "telepon": "0811 8165 165"}
    return {name: kinds.get(value.kind, 'a: "b", {c} #d') for name, value in fact.values.items()}


def changed_lines(before: str, after: str) -> tuple[list[str], list[str]]:
    """Which lines go and which come. `difflib.ndiff` also pairs lines that are merely alike, by another rule in each
    Python: what 3.14 takes for changed, 3.11 doesn't."""
    old, new = before.split("\n"), after.split("\n")
    steps = difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    changed = [step for step in steps if step[0] != "equal"]
    gone = [line for _, start, end, _, _ in changed for line in old[start:end]]
    return gone, [line for _, _, _, start, end in changed for line in new[start:end]]


@pytest.mark.parametrize("index", range(len(FACTS)), ids=NAMES)
def test_each_entry_of_the_register_is_renewed_among_its_neighbours(index: int) -> None:
    before, entry = "".join(FACTS[max(index - 1, 0) : index]), FACTS[index]
    after = "".join(FACTS[index + 1 : index + 2])
    text = HEAD + before + entry + after
    fact = facts_of(text)[NAMES[index]]
    sentence = "Kalimat baru: " + "panjang sekali, " * 12 + "selesai."
    check = Recheck(ON, "Sari", CHECK.source, "Kutipan “asli”.", "Budi", date(2026, 11, 1), new_content(fact), sentence)
    fresh = renewed(text, fact.id, check)
    assert fresh.startswith(HEAD + before + entry[:6])
    assert fresh.endswith(after)
    found = facts_of(fresh)[fact.id]
    assert {name: value.content for name, value in found.values.items()} == new_content(fact)
    assert found.sentence == sentence
    assert found.sources == (CHECK.source, *fact.sources)
    assert (found.as_of, found.checked_on) == (date(2026, 11, 1), ON)
    assert found.check_again is not None and (found.check_again - ON).days == fact.interval_days
    former = {name: value.content for name, value in fact.values.items()}
    assert found.history[-1].former == {**former, "kalimat": fact.sentence}
    kept = {"topic", "interval_days", "when_overdue", "publishable", "confidence", "ends_on", "owner", "note"}
    assert found.model_dump(include=kept) == fact.model_dump(include=kept)


@pytest.mark.parametrize("name", [NAMES[0], "IUR-01", NAMES[-1]])
def test_in_the_whole_register_only_the_dates_the_source_and_the_history_change(name: str) -> None:
    fresh = renewed(REGISTER, name)
    gone, new = changed_lines(REGISTER, fresh)
    assert {line.split(":")[0].strip() for line in gone} <= set(DATES)
    assert [line.strip() for line in new if not line.strip().startswith(DATES)] == [
        "- 'Surat edaran: no. 5 #2'",
        "riwayat:",
        "- tanggal: '2026-11-22'",
        "oleh: Sari",
        "sumber: 'Surat edaran: no. 5 #2'",
    ]
    assert fresh.startswith(HEAD)


SMALL = """\
# Kepala berkas.

fakta:
  # Sebelum yang pertama.
  - id: IUR-01   # kode
    topik: "Iuran"
    kalimat: >-
      Iuran kelas III
      adalah Rp35.000.

      Tiap bulan.   # ini isi, bukan keterangan
    nilai:
      # di dalam nilai
      iuran_3: {jenis: rupiah, isi: 35000}  # per orang
      denda: {isi: '5', jenis: persen}
      mulai:
        jenis: tanggal
        isi: 2026-01-01  # Perpres
    sumber:
      # dari lama ke baru
      - Perpres 59/2024   # dilihat
      - "Surat: 2"
    sumber_per: 2026-11-01  # surat
    diperiksa_pada:
    selang_periksa_hari: 182
    periksa_lagi: 2027-05-02   # jangan lupa
    bila_lewat: tandai
    terbit: ya
    keyakinan: A
    catatan: |
      Baris satu.
      # bukan keterangan

      Baris akhir.

  # Antara dua fakta.


  - topik: Lain
    id: LAY-01
    kalimat: 'Kutip ''tunggal'' dan "ganda".'
    sumber: [satu, "dua, tiga"]
    selang_periksa_hari: 30
    bila_lewat: tahan
    terbit: tidak
    keyakinan: D  # terakhir
# Sesudah yang terakhir.
"""


def test_comments_quotes_and_folds_around_the_new_lines_stay() -> None:
    gone, new = changed_lines(SMALL, renewed(SMALL, "IUR-01"))
    assert gone == [
        "    sumber_per: 2026-11-01  # surat",
        "    diperiksa_pada:",
        "    periksa_lagi: 2027-05-02   # jangan lupa",
    ]
    assert new == [
        "      - 'Surat edaran: no. 5 #2'",
        "    sumber_per: '2026-11-22'  # surat",
        "    diperiksa_pada: '2026-11-22'",
        "    periksa_lagi: '2027-05-23'   # jangan lupa",
        "    riwayat:",
        "    - tanggal: '2026-11-22'",
        "      oleh: Sari",
        "      sumber: 'Surat edaran: no. 5 #2'",
    ]


def test_the_last_entry_grows_before_the_comment_that_ends_the_file() -> None:
    fresh = renewed(SMALL, "LAY-01")
    assert fresh.endswith("      sumber: 'Surat edaran: no. 5 #2'\n# Sesudah yang terakhir.\n")
    assert "    keyakinan: D  # terakhir\n    sumber_per: " in fresh
    assert facts_of(fresh)["LAY-01"].sources == (CHECK.source, "satu", "dua, tiga")


def test_a_file_without_a_last_line_end_stays_without_one() -> None:
    text = SMALL[: SMALL.index("  # terakhir")]
    fresh = renewed(text, "LAY-01")
    assert not fresh.endswith("\n")
    assert facts_of(fresh)["LAY-01"].checked_on == ON


def test_line_ends_of_windows_and_its_mark_at_the_beginning_stay() -> None:
    text = "\ufeff" + SMALL.replace("\n", "\r\n")
    fresh = renewed(text, "IUR-01")
    assert fresh == "\ufeff" + renewed(SMALL, "IUR-01").replace("\n", "\r\n")


@pytest.mark.parametrize(
    ("name", "content", "line"),
    [
        ("iuran_3", "42000", "      iuran_3: {jenis: rupiah, isi: 42000}  # per orang"),
        ("iuran_3", "042", "      iuran_3: {jenis: rupiah, isi: '042'}  # per orang"),
        ("denda", "2,5", "      denda: {isi: '2,5', jenis: persen}"),
        ("mulai", "2027-02-01", "        isi: '2027-02-01'  # Perpres"),
    ],
)
def test_a_value_changes_where_it_stands(name: str, content: str, line: str) -> None:
    fresh = renewed(SMALL, "IUR-01", Recheck(ON, "Sari", "Perpres 1", approved_by="Budi", values={name: content}))
    _, new = changed_lines(SMALL, fresh)
    assert line in new
    found = facts_of(fresh)["IUR-01"]
    assert found.values[name].content == content
    assert found.history[-1].former == {name: facts_of(SMALL)["IUR-01"].values[name].content}


@pytest.mark.parametrize("content", ["ya", "null", "0812", "1.000", "a, b}", "- x", "# y", "'z'", '"', "é", "[", "*a"])
def test_a_text_is_read_back_as_it_was_given(content: str) -> None:
    text = SMALL.replace("jenis: persen", "jenis: teks")
    fresh = renewed(text, "IUR-01", Recheck(ON, "Sari", content, values={"denda": content}, approved_by="B"))
    found = facts_of(fresh)["IUR-01"]
    assert (found.values["denda"].content, found.sources[0]) == (content, content)


def test_a_folded_sentence_is_replaced_whole_and_the_note_keeps_its_lines() -> None:
    fresh = renewed(SMALL, "IUR-01", Recheck(ON, "Sari", "x", approved_by="Budi", sentence="Iuran: Rp42.000."))
    found = facts_of(fresh)["IUR-01"]
    assert found.sentence == "Iuran: Rp42.000."
    assert found.note == facts_of(SMALL)["IUR-01"].note == "Baris satu.\n# bukan keterangan\n\nBaris akhir."
    assert "adalah Rp35.000" not in fresh.split("riwayat:")[0]


def test_the_history_keeps_every_older_check_as_it_stands() -> None:
    text = SMALL
    for number in range(1, 5):
        before = text
        text = renewed(text, "IUR-01", Recheck(date(2026, 11, number), f"Orang {number}", f"Surat {number}"))
        if number > 1:
            gone, _ = changed_lines(before, text)
            assert all(line.strip().startswith(DATES) for line in gone)
        text = text.replace(f"oleh: Orang {number}", f"oleh: Orang {number}  # lewat telepon")
    found = facts_of(text)["IUR-01"]
    assert [check.by for check in found.history] == ["Orang 1", "Orang 2", "Orang 3", "Orang 4"]
    assert found.sources[:4] == ("Surat 4", "Surat 3", "Surat 2", "Surat 1")
    assert text.count("# lewat telepon") == 4


def test_a_source_that_is_known_already_comes_first_and_stands_once() -> None:
    found = facts_of(renewed(SMALL, "IUR-01", Recheck(ON, "Sari", "Surat: 2")))["IUR-01"]
    assert found.sources == ("Surat: 2", "Perpres 59/2024")


def test_a_history_in_brackets_grows_too() -> None:
    entry = "{tanggal: 2026-01-01, oleh: A, sumber: b}"
    text = SMALL.replace("  # terakhir", f"\n    riwayat: [{entry}]")
    assert [c.by for c in facts_of(renewed(text, "LAY-01"))["LAY-01"].history] == ["A", "Sari"]


def test_an_entry_in_braces_grows_within_them_and_keeps_its_remark() -> None:
    data = yaml.safe_load(SMALL)["fakta"][1]
    text = "fakta:\n- " + yaml.safe_dump(data, default_flow_style=True, width=10000).strip() + "  # satu baris\n"
    fresh = renewed(text, "LAY-01")
    assert facts_of(fresh)["LAY-01"].history[-1].by == "Sari"
    assert len(fresh.splitlines()) == 2
    assert fresh.endswith("}  # satu baris\n")


def test_a_list_in_which_somebody_noted_something_between_brackets_is_left_alone() -> None:
    text = SMALL.replace('[satu, "dua, tiga"]', '[satu,  # lama\n      "dua, tiga"]')
    with pytest.raises(UnusualLayout):
        renew(text, "fakta.yml", [(facts_of(text)["LAY-01"], CHECK)])


def test_faults_of_the_renewed_file_are_told_and_the_text_stays() -> None:
    fact = facts_of(SMALL)["IUR-01"]
    for check, code in (
        (Recheck(ON, "Sari <sari>", "x"), "nama-tidak-sah"),
        (Recheck(ON, "Sari", "x\u200b"), "huruf-tersembunyi"),
        (Recheck(ON, "Sari", "x", values={"mulai": "besok"}), "tanggal-tidak-terbaca"),
        (Recheck(ON, "Sari", "x" * 2001), "teks-terlalu-panjang"),
    ):
        text, problems = renew(SMALL, "fakta.yml", [(fact, check)])
        assert code in {problem.code for problem in problems}
        assert text == SMALL


def test_letters_that_are_typed_in_two_parts_do_no_harm() -> None:
    assert (
        facts_of(renewed(SMALL, "IUR-01", Recheck(ON, "Rene\u0301", "cafe\u0301")))["IUR-01"].history[-1].by == "René"
    )


def test_the_history_tells_how_sure_the_register_was_before() -> None:
    fact = facts_of(REGISTER)[NAMES[0]]
    other = "C" if fact.confidence == "D" else "D"
    check = Recheck(ON, "Sari", "Surat edaran", confidence=other)
    again = facts_of(renewed(REGISTER, fact.id, check))[fact.id]
    assert again.confidence == other
    assert again.history[-1].former == {"keyakinan": fact.confidence}
