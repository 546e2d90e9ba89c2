"""Who came to it in each month, by kecamatan: as a chart, as values for pages, and as a table for a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from selebaran.compose.district.bars import drawn, drawn_rows, within_a_year
from selebaran.compose.district.chart import BYTE_ORDER_MARK, no_formula
from selebaran.compose.district.subdistricts import Subdistrict
from selebaran.compose.template.formats import count, month
from selebaran.compose.template.views import Values
from selebaran.model.added import Added
from selebaran.model.campaign import FigureWords
from selebaran.model.region import bare, folded
from selebaran.model.registry import DistrictFolder


def added_paths(about: str | None) -> tuple[str, str, str]:
    """Where the chart of months lies, that of the newest one by kecamatan, and the table: with the page about the site,
    or else beside the charts."""
    table = f"{about or 'assets'}/capaian-baru.csv"
    return "assets/capaian-baru.svg", "assets/capaian-baru-kecamatan.svg", table


def added_files(folder: DistrictFolder, words: FigureWords | None, about: str | None) -> dict[str, bytes]:
    """The charts and the table, by path; none without counts or words for them."""
    if not folder.added or words is None or not words.new:
        return {}
    chart, by_subdistrict, table = added_paths(about)
    drawing = _chart(folder.added, folder.district.name, words.new)
    found = {chart: drawing.encode(), table: added_csv(folder.added).encode()}
    last = _newest(folder.added)
    if last.by_subdistrict:
        found[by_subdistrict] = _rows_chart(last, folder, words.new).encode()
    return found


def added_csv(added: Sequence[Added]) -> str:
    """A row for each month and kecamatan, the oldest month first; without a kecamatan, those whose nobody knows. The
    counts of a month make up all of it."""
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(["bulan", "kecamatan", "jumlah", "sumber"])
    for one in sorted(added, key=lambda one: one.month):
        rows = {**one.by_subdistrict, **({"": one.elsewhere} if one.elsewhere else {})} or {"": one.people}
        for name, people in rows.items():
            writer.writerow([f"{one.month:%Y-%m}", no_formula(name), people, no_formula(one.source)])
    return BYTE_ORDER_MARK + file.getvalue()


UNKNOWN = "Belum dicatat"
"""Where nobody knows the kecamatan."""
LISTS = ("", "_kecamatan")
NAMES = ("", "_bulan", "_kecamatan", "_lain", "_grafik", "_kecamatan_grafik")
"""How the names of these values end, under which templates find them."""


def present_added(folder: DistrictFolder, words: FigureWords | None) -> Values:
    """What templates see: the months, the newest of them by kecamatan, and the chart in words."""
    new = words.new if words else None
    if not new or not folder.added:
        return {f"capaian_baru{end}": None if end not in LISTS else () for end in NAMES}
    added = sorted(folder.added, key=lambda one: one.month)
    last = _newest(added)
    return {
        "capaian_baru": tuple(
            {"bulan": month(one.month), "jumlah": count(one.people), "sumber": one.source} for one in added
        ),
        "capaian_baru_bulan": month(last.month),
        "capaian_baru_kecamatan": _by_subdistrict(last, folder),
        "capaian_baru_lain": count(last.elsewhere) if last.elsewhere else None,
        "capaian_baru_grafik": _described(added, folder.district.name, new),
        "capaian_baru_kecamatan_grafik": _rows_described(last, folder, new) if last.by_subdistrict else None,
    }


def counts_of(one: Subdistrict, added: Sequence[Added]) -> list[tuple[str, str]]:
    """Months of the last year and their counts in a kecamatan, the newest first; none of a month that doesn't name
    it."""
    months = within_a_year(item.month for item in added)
    found = []
    for item in sorted(added, key=lambda item: item.month, reverse=True):
        there = [people for name, people in item.by_subdistrict.items() if one.is_called(name)]
        if there and item.month in months:
            found.append((month(item.month), count(sum(there))))
    return found


def _newest(added: Sequence[Added]) -> Added:
    return max(added, key=lambda one: one.month)


def _ranked(one: Added, folder: DistrictFolder) -> list[tuple[str, int]]:
    """The kecamatan by their counts, the greatest first."""
    term = folder.district.terms.subdistrict
    rows = [(bare(name, term), people) for name, people in one.by_subdistrict.items()]
    return sorted(rows, key=lambda row: (-row[1], folded(row[0])))


def _rows_described(one: Added, folder: DistrictFolder, new: str) -> str:
    """The chart by kecamatan in words: its two ends. The table below it has all."""
    rows = _ranked(one, folder)
    (most, people), (least, fewest) = rows[0], rows[-1]
    ends = f"Terbanyak {most}: {count(people)}. Paling sedikit {least}: {count(fewest)}."
    told = f"{new} di {folder.district.name} menurut {folder.district.terms.subdistrict}, {month(one.month)}."
    return f"{told} {ends}" if len(rows) > 1 else told


def _rows_chart(one: Added, folder: DistrictFolder, new: str) -> str:
    title = f"{new} menurut {folder.district.terms.subdistrict}, {month(one.month)}"
    rest = (UNKNOWN, one.elsewhere) if one.elsewhere else None
    return drawn_rows(title, _rows_described(one, folder, new), _ranked(one, folder), rest)


def _by_subdistrict(one: Added, folder: DistrictFolder) -> tuple[Values, ...]:
    term = folder.district.terms.subdistrict
    rows = sorted(one.by_subdistrict.items(), key=lambda row: folded(bare(row[0], term)))
    return tuple({"nama": bare(name, term), "jumlah": count(people)} for name, people in rows)


def _described(added: Sequence[Added], name: str, new: str) -> str:
    """The chart in words: each month of the last year."""
    months = within_a_year(one.month for one in added)
    told = "; ".join(f"{month(one.month)} {count(one.people)}" for one in added if one.month in months)
    return f"{new} di {name}. {told}."


def _chart(added: Sequence[Added], name: str, new: str) -> str:
    months = within_a_year(one.month for one in added)
    shown = [one for one in sorted(added, key=lambda one: one.month) if one.month in months]
    last = shown[-1]
    legend = [
        '<rect class="aktif" x="4" y="7" width="16" height="16"/>',
        f'<text x="28" y="21">{month(last.month)}: {count(last.people)}</text>',
    ]
    bars = {"aktif": [(one.month, one.people) for one in shown]}
    return drawn(f"{new} tiap bulan di {name}", _described(shown, name, new), legend, bars)
