"""Problems and reports as text."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import click

from selebaran.cli.language import Speaker
from selebaran.model.left_out import LeftOut
from selebaran.model.moved import Moved
from selebaran.model.problem import Problem, Severity
from selebaran.publish.outcome import Report, Told
from selebaran.words.catalogue import MESSAGES
from selebaran.words.visible import visible, visible_json

MOST_LEFT_OUT = 12
"""As many pieces that aren't made are told at the end of a build."""


def message_of(problem: Problem, say: Speaker) -> tuple[str, str]:
    """A problem's fault and cure in words."""
    message = MESSAGES[problem.code]
    values = dict(problem.values)
    if "sisi" in values:
        values["sisi"] = say(values["sisi"])
    cure = message.cure_for(values)
    return say(message.fault, **values), say(cure, **values)


def problem_text(problem: Problem, say: Speaker) -> str:
    """Place, fault and cure on two lines."""
    return "\n".join((_headline(problem, say, _plain), _hint(problem, say)))


def print_problems(problems: Iterable[Problem], say: Speaker, root: Path, *, as_json: bool = False) -> None:
    """Problems on standard error; those of `--json` are results and go to standard output.

    A person at a terminal also sees the line that each speaks of. What a program reads stays as it is."""
    at_terminal = not as_json and sys.stderr.isatty()
    width = _width() if at_terminal else 0
    for problem in problems:
        if as_json:
            print(problem_json(problem, say))
        elif at_terminal:
            print(terminal_text(problem, say, root, width), file=sys.stderr)
        else:
            print(problem_text(problem, say), file=sys.stderr)


def _width() -> int:
    from rich.console import Console  # late: a program that reads problems has no width

    return Console(stderr=True).width


def terminal_text(problem: Problem, say: Speaker, root: Path, width: int) -> str:
    """Place, fault, the offending line with a caret, and the cure; in colour unless NO_COLOR says otherwise."""
    from selebaran.cli.excerpt import excerpt  # late: a program that reads problems sees none

    style = _plain if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb" else click.style
    rows = [_headline(problem, say, style)]
    if found := excerpt(root, problem.place, width):
        gutter, bar, line = found[0].partition("|")
        rows.append(style(gutter + bar, fg="blue") + line)
        rows += [style(row, fg=_colour(problem)) for row in found[1:] if row]
    return "\n".join((*rows, _hint(problem, say)))


def _headline(problem: Problem, say: Speaker, style: Callable[..., str]) -> str:
    severity = say("peringatan") if problem.severity is Severity.WARNING else "error"
    name = style(f"{severity}[{problem.code}]", fg=_colour(problem), bold=True)
    return f"{visible(str(problem.place))}: {name}: {message_of(problem, say)[0]}"


def _hint(problem: Problem, say: Speaker) -> str:
    return f"  {say('saran')}: {message_of(problem, say)[1]}"


def _colour(problem: Problem) -> str:
    return "yellow" if problem.severity is Severity.WARNING else "red"


def _plain(text: str, **_: object) -> str:
    return text


def problem_json(problem: Problem, say: Speaker) -> str:
    """One line of JSON with file, line, column, code, severity, message and hint; `detail` is what a library said."""
    fault, cure = message_of(problem, say)
    place = problem.place
    said = dict(problem.values).get("rinci")
    line = json.dumps(
        {
            "file": place.file,
            "line": place.line,
            "column": place.column,
            "code": problem.code,
            "severity": str(problem.severity),
            "message": fault,
            "hint": cure,
            **({"detail": said} if said else {}),
        },
        ensure_ascii=False,
    )
    return visible_json(line)


def left_out_text(left_out: Mapping[str, tuple[LeftOut, ...]], say: Speaker) -> str:
    """The print pieces that districts don't make, each with why; "" where there is none."""
    rows = [_left_out_row(slug, one, say) for slug, found in left_out.items() for one in found]
    if len(rows) > MOST_LEFT_OUT:
        kept = rows[: MOST_LEFT_OUT - 1]
        rows = [*kept, say("  dan {banyak} lainnya; lihat laporan tiap daerah", banyak=len(rows) - len(kept))]
    return "\n".join((say("Lembar yang tidak dibuat:"), *rows)) if rows else ""


def _left_out_row(slug: str, one: LeftOut, say: Speaker) -> str:
    values = {"daerah": slug, "lembar": one.piece, "kunci": one.key, "tempat": visible(str(one.place))}
    if one.is_for_preview:
        return say(
            "  {daerah}: {lembar} hanya untuk pratinjau: {kunci} belum dicocokkan siapa pun ({tempat})", **values
        )
    if one.is_missing:
        return say("  {daerah}: {lembar} butuh {kunci}, yang belum diisi ({tempat})", **values)
    return say("  {daerah}: {lembar} tidak disebut dalam {kunci} ({tempat})", **values)


def _districts(report: Report, say: Speaker) -> str:
    """How many districts there are, and of how many of them nothing had changed."""
    number = len(report.hosts)
    if not report.kept:
        return str(number)
    return say(
        "{banyak} (tetap {tetap}, dibuat {dibuat})", banyak=number, tetap=report.kept, dibuat=number - report.kept
    )


def _moved_rows(moved: Moved | None, say: Speaker) -> tuple[tuple[str, str], ...]:
    """What went to a cluster and came back."""
    if moved is None:
        return ()
    sizes = {"kirim": f"{moved.sent / 1e6:.1f}", "kembali": f"{moved.returned / 1e6:.1f}"}
    shown = sizes if say.language == "en" else {name: text.replace(".", ",") for name, text in sizes.items()}
    told = say("{banyak} pekerja; {kirim} MB dikirim, {kembali} MB kembali", banyak=moved.workers, **shown)
    return ((say("Klaster"), told),)


def report_text(report: Report, out: str, say: Speaker) -> str:
    """The closing report of a build."""
    seconds = f"{report.seconds:.1f}"
    rows = (
        (say("Daerah"), _districts(report, say)),
        (say("Halaman"), str(report.pages)),
        ("PDF", str(report.pdfs)),
        (say("Detik"), seconds if say.language == "en" else seconds.replace(".", ",")),
        (say("Masalah"), str(len(report.problems))),
        *_moved_rows(report.moved, say),
        *_proved_rows(report.proved, say),
        (say("Hasil"), out),
    )
    width = max(len(name) for name, _ in rows)
    table = "\n".join(f"{name:<{width}}  {value}" for name, value in rows)
    return "\n".join(filter(None, (table, left_out_text(report.left_out, say))))


def _proved_rows(proved: Told | None, say: Speaker) -> Iterable[tuple[str, str]]:
    """What came of making some districts the plain way."""
    if proved is None:
        return
    said = (
        say("{banyak} daerah berbeda", banyak=proved.differing) if proved.differing else say("sama dengan cara biasa")
    )
    districts = say("{banyak} daerah", banyak=proved.districts)
    yield say("Bukti"), f"{said} ({districts}, --benih {proved.seed})"


def shown(path: Path) -> str:
    """A folder as it is told: from here, where it lies below."""
    relative = os.path.relpath(path)
    return str(path) if relative.startswith("..") else f"{relative}/"
