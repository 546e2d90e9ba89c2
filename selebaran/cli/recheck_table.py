"""`selebaran facts recheck --from`: the answers of an hour on the telephone, noted in one go."""

from __future__ import annotations

from pathlib import Path

from selebaran.cli.agreed import agreed
from selebaran.cli.language import Speaker
from selebaran.cli.options import fail
from selebaran.cli.register import latest_day, tell_changes, write_checks
from selebaran.cli.show import print_problems
from selebaran.cli.sound import REGISTER, sound_facts
from selebaran.desk.answer_file import file_rows
from selebaran.desk.answer_rows import Row
from selebaran.desk.answers import Heard, heard
from selebaran.desk.apart import rows_apart
from selebaran.desk.hostile import MAX_FILE
from selebaran.desk.workbook_rows import workbook_rows
from selebaran.model.problem import Problem

OF_TABLE = "Tabel dari 'facts call' yang sudah diisi (.xlsx atau .yml)."


def recheck_from(table: Path, project: Path, say: Speaker, *, yes: bool, dry_run: bool) -> None:
    """Note all answers of a table, or none: every fault in it is told, and nothing is written."""
    registry = sound_facts(project, say)
    rows, problems = _rows(table, say)
    answers = heard(rows, registry, latest_day()) if not problems else Heard(problems=tuple(problems))
    print_problems(answers.problems, say, project)
    if answers.problems:
        fail(say("{berkas} tidak diubah", berkas=REGISTER), 1)
    _tell(answers, say)
    if dry_run or not answers.checks:
        return
    if not yes and not agreed(say("Catat semua itu? ketik ya: "), say):
        fail(say("{berkas} tidak diubah", berkas=REGISTER), 2)
    write_checks(project / REGISTER, answers.checks, say)
    print(say("{banyak} fakta dicatat di {berkas}", banyak=len(answers.checks), berkas=REGISTER))


def _rows(table: Path, say: Speaker) -> tuple[list[Row], list[Problem]]:
    """The rows of the file; ends with code 2 where there is no such file."""
    try:
        with table.open("rb") as file:
            raw = file.read(MAX_FILE + 1)
    except OSError:
        fail(say("tabel '{berkas}' tidak ada, atau tidak dapat dibaca", berkas=str(table)), 2)
    is_text = table.suffix.lower() in (".yml", ".yaml")
    return rows_apart(file_rows if is_text else workbook_rows, raw, table.name)


def _tell(answers: Heard, say: Speaker) -> None:
    """The difference that the answers make, and how many there are of each kind."""
    changed = raised = 0
    for fact, check in answers.checks:
        sure, differs = check.confidence_after(fact), bool(check.changed(fact))
        if differs or sure != fact.confidence:
            print(f"{fact.id}: {say('berubah') if differs else say('tetap')}")
        tell_changes(fact, check, "  ")
        if sure != fact.confidence:
            print(f"  {say('keyakinan')}: {fact.confidence} → {sure}")
        changed += differs
        raised += sure != fact.confidence
    counts = {"tetap": len(answers.checks) - changed, "berubah": changed, "naik": raised, "kosong": answers.empty}
    print(say("{tetap} tetap, {berubah} berubah, {naik} lebih yakin, {kosong} kosong", **counts))
