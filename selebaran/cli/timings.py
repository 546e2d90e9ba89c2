"""--timings FILE: where the time of a build went, as a table to read and as a file for speedscope (speedscope.app)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from selebaran.cli.language import Speaker
from selebaran.cli.options import fail
from selebaran.cli.unwritable import ENVIRONMENT
from selebaran.jobs.stages import STAGES, Spent, Stage, together
from selebaran.publish.outcome import Report

ENDING = ".speedscope.json"
SCHEMA = "https://www.speedscope.app/file-format-schema.json"
Row = tuple[str, ...]
Sum = tuple[int, float, float]
"""How many times, seconds of processor, seconds."""
Sums = Mapping[Stage | None, Sum]
"""Of each stage; under None what belongs to no stage."""


def write_timings(path: Path, report: Report, here: Sequence[Spent], say: Speaker, alone: Iterable[str] = ()) -> None:
    """Write both files; ends with code 3 where that can't be. `here` is what this process spent, beside its workers;
    `alone` are lines of what was made one by one, since making it once for all failed."""
    beside = path if path.name.endswith(ENDING) else path.with_name(path.name + ENDING)
    fallen = "".join(f"{say('dibuat satu per satu')}: {line}\n" for line in alone)
    texts = {path: table_text(report.spent, here, say) + fallen, beside: speedscope(report.spent, here, say)}
    try:
        for target, text in texts.items():
            target.write_text(text, "utf-8")
    except OSError:
        text = say("berkas '{berkas}' tidak dapat ditulis", berkas=str(path))
        fail(f"{text}\n  {say('saran')}: {say('pilih tempat lain untuk --timings')}", ENVIRONMENT)


def names_of(say: Speaker) -> dict[Stage | None, str]:
    """Every stage in words, and what belongs to none."""
    return {
        "baca": say("membaca naskah proyek"),
        "periksa": say("memeriksa naskah bersama"),
        "siap": say("menyiapkan yang sama untuk semua"),
        "susun": say("menyusun edisi"),
        "markdown": say("Markdown menjadi HTML"),
        "mkdocs": say("MkDocs"),
        "cari": say("indeks pencarian"),
        "sambung": say("menyambung halaman sejenis"),
        "kebijakan": say("kebijakan keamanan halaman"),
        "tautan": say("memeriksa tautan"),
        "bukti": say("membandingkan dengan naskah"),
        "tata-letak": say("lembar: tata letak"),
        "gambar": say("lembar: menggambar"),
        "tinta": say("lembar: bukti tinta"),
        "baca-ulang": say("lembar: membaca ulang"),
        "sidik": say("mendaftar berkas"),
        "hari": say("menaruh hari baru"),
        "lihat": say("memeriksa hasil pekerja"),
        "simpan": say("menyimpan rilis"),
        "laporan": say("laporan dan portal"),
        None: say("lain-lain"),
    }


def table_text(spent: Mapping[str, tuple[Spent, ...]], here: Sequence[Spent], say: Speaker) -> str:
    """The sums by stage, of the workers and of this process; then seconds of processor for each district and stage."""
    every = {slug: _by_stage(of) for slug, of in spent.items()}
    workers = _by_stage(together(one for of in spent.values() for one in of))
    rows: list[Row] = [(say("tahap"), say("kali"), say("detik prosesor"), say("detik"), say("prosesor per daerah"))]
    rows += _sums(say("semua pekerja"), workers, len(every), names_of(say))
    rows += _sums(say("proses induk"), _by_stage(here), len(every), names_of(say))
    return _aligned(rows) + ("\n" + _districts(every, workers, say) if every else "")


def _districts(every: Mapping[str, Sums], columns: Iterable[Stage | None], say: Speaker) -> str:
    """A row for each district, with a column for each stage that any has."""
    there = [stage for stage in (*STAGES, None) if stage in set(columns)]
    titles = names_of(say)
    rows: list[Row] = [(say("daerah"), *(titles[stage] for stage in there), say("jumlah"))]
    return _aligned([*rows, *(_district(slug, sums, there) for slug, sums in every.items())])


def _by_stage(spent: Iterable[Spent]) -> Sums:
    """What went to each stage, wherever it was under way."""
    found: dict[Stage | None, Sum] = {}
    for one in spent:
        stage = one.path[-1] if one.path else None
        times, cpu, wall = found.get(stage, (0, 0.0, 0.0))
        found[stage] = times + one.times, cpu + one.cpu, wall + one.wall
    return found


def _sums(title: str, sums: Sums, districts: int, titles: Mapping[Stage | None, str]) -> list[Row]:
    every = (0, sum(cpu for _, cpu, _ in sums.values()), sum(wall for _, _, wall in sums.values()))
    found = [_row(f"  {titles[stage]}", sums[stage], districts) for stage in (*STAGES, None) if stage in sums]
    return [_row(title, every, districts), *found]


def _row(title: str, spent: Sum, districts: int) -> Row:
    times, cpu, wall = spent
    return (title, str(times or ""), f"{cpu:.3f}", f"{wall:.3f}", f"{cpu / districts:.3f}" if districts else "")


def _district(slug: str, sums: Sums, columns: Iterable[Stage | None]) -> Row:
    cells = [sums.get(stage, (0, 0.0, 0.0))[1] for stage in columns]
    return (slug, *(f"{seconds:.3f}" for seconds in cells), f"{sum(cells):.3f}")


def _aligned(rows: Sequence[Row]) -> str:
    """A table in plain text: the first column to the left, figures to the right."""
    widths = [max(len(row[place]) for row in rows) for place in range(len(rows[0]))]
    lines = (
        "  ".join(
            cell.ljust(width) if place == 0 else cell.rjust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    )
    return "\n".join(lines) + "\n"


def speedscope(spent: Mapping[str, tuple[Spent, ...]], here: Sequence[Spent], say: Speaker) -> str:
    """A profile for each district, and one for this process. What belongs together lies together: the order in which
    stages came is not noted."""
    titles = names_of(say)
    number = {stage: place for place, stage in enumerate(titles)}
    every = ((say("proses induk"), here), *spent.items())
    content = {
        "$schema": SCHEMA,
        "shared": {"frames": [{"name": title} for title in titles.values()]},
        "profiles": [_profile(name, of, number) for name, of in every],
    }
    return json.dumps(content, ensure_ascii=False)


def _profile(name: str, spent: Iterable[Spent], number: Mapping[Stage | None, int]) -> Mapping[str, object]:
    """Seconds of processor by stack; what belongs to no stage has a frame of its own."""
    stacks = sorted(
        ([number[stage] for stage in one.path or (None,)], round(one.cpu, 6)) for one in spent if one.cpu > 0
    )
    weights = [weight for _, weight in stacks]
    return {
        "type": "sampled",
        "name": name,
        "unit": "seconds",
        "startValue": 0,
        "endValue": sum(weights),
        "samples": [stack for stack, _ in stacks],
        "weights": weights,
    }
