"""The report for staff in dist/laporan/: what each page, block and panel used, what was withheld, and why.

A district's record is plain data, kept as JSON; the pages for people are made from the records, those of earlier
builds included.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from datetime import date
from pathlib import Path
from typing import Any

from selebaran.compose.fact.row import row_of
from selebaran.compose.template.engine import TemplateFault, Templates
from selebaran.compose.template.formats import day
from selebaran.model.artifact import Download
from selebaran.model.edition import Edition, PieceOutcome
from selebaran.model.facts import Fact, FactRegister, Treatment
from selebaran.model.page import ComposedPage
from selebaran.model.problem import Place, Problem
from selebaran.model.registry import Registry
from selebaran.publish.plan import Plan
from selebaran.publish.swap import put
from selebaran.site.policy import guarded_alone
from selebaran.words.catalogue import in_indonesian

FOLDER = "laporan"
SOURCES = Path("templates") / "laporan"
Record = dict[str, Any]
ACTIONS = {
    Treatment.SHOW: "tampil",
    Treatment.MARK: "tampil dengan tanda",
    Treatment.REPLACE: "diganti: tanyakan ke Care Center",
    Treatment.WITHHOLD: "halamannya ditahan",
}
REASONS = {
    "tidak-terbit": "tidak untuk umum (terbit: false)",
    "berakhir": "tidak berlaku lagi",
    "lewat": "harus diperiksa lagi",
}


def record_of(
    edition: Edition, registry: Registry, downloads: Collection[Download], problems: Iterable[Problem]
) -> Record:
    """What is kept of a district that was built. `downloads` are its print files."""
    facts = registry.facts
    used: dict[str, dict[str, list[str]]] = {}
    for page in edition.pages:
        for block, usage in page.blocks.items():
            for fact in usage.facts:
                _at(used, fact)["halaman"].append(f"{page.slug}#{block}" if block else page.slug)
    for outcome in edition.outcomes:
        for panel, usage in outcome.panels.items():
            for fact in usage.facts:
                _at(used, fact)["lembar"].append(f"{outcome.name}/{panel}" if panel else outcome.name)
    for fact in edition.frame.usage.facts:
        _at(used, fact)["halaman"].append("kepala dan kaki semua halaman")
    return {
        **_base(edition.slug, registry, edition.as_of),
        "keadaan": "terbit" if edition.published else "pratinjau",
        "situs_keadaan": "terbit" if edition.published else "pratinjau",
        "alasan": [],
        "halaman": [_page(page, registry) for page in edition.pages],
        "lembar": [_piece(outcome, facts, downloads) for outcome in edition.outcomes],
        "fakta": [
            fact_row(fact, edition.as_of, published=edition.published)
            | {key: sorted(places) for key, places in used[fact.id].items()}
            | {"daerah": 1}
            for fact in facts
            if fact.id in used
        ],
        "edisi": [
            {
                "kode": verdict.edition.code,
                "lembar": verdict.edition.piece,
                "terbit": day(verdict.edition.published),
                "keadaan": verdict.state,
                "perubahan": list(verdict.changes),
            }
            for verdict in edition.verdicts
        ],
        "masalah": [_problem(p) for p in problems],
    }


def failed_record(slug: str, registry: Registry, as_of: date, problems: tuple[Problem, ...], before: Record) -> Record:
    """What is kept of a district that wasn't built. Its older site may still be there."""
    refused = any(p.code.startswith("terbit-") for p in problems)
    return {
        **_base(slug, registry, as_of),
        "keadaan": "ditolak" if refused else "gagal",
        "situs_keadaan": before.get("situs_keadaan"),
        "alasan": [in_indonesian(p)[0] for p in problems],
        "halaman": [],
        "lembar": [],
        "fakta": [],
        "edisi": [],
        "masalah": [_problem(p) for p in problems],
    }


def fact_row(fact: Fact, as_of: date, *, published: bool) -> Record:
    """A fact as the report's tables show it."""
    row = row_of(fact, as_of, published=published)
    return {
        "id": row.id,
        "topik": row.topic,
        "keadaan": str(row.state),
        "per": day(row.as_of) if row.as_of else "–",
        "diperiksa": day(row.checked_on) if row.checked_on else "belum pernah",
        "periksa_lagi": day(row.check_again) if row.check_again else "–",
        "lewat_sejak": day(row.check_again) if row.check_again and row.is_overdue else "",
        "penanggung_jawab": row.owner or "belum ditunjuk",
        "keyakinan": row.confidence,
        "tindakan": ACTIONS[row.treatment],
    }


def read_record(out: Path, slug: str) -> Record:
    """The record that an earlier build left; empty where there is none that can be read."""
    try:
        found = json.loads((out / FOLDER / f"{slug}.json").read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def write_reports(plan: Plan, registry: Registry, records: dict[str, Record], as_of: date) -> tuple[Problem, ...]:
    """Write the records of this build, their pages, and the page over all districts.

    Returns the faults of the report's templates; the records themselves are written all the same."""
    known = {slug: records.get(slug) or read_record(plan.out, slug) for slug in registry.slugs}
    overview = _overview([record for record in known.values() if record], registry, as_of, published=plan.publish)
    pages = ReportPages(plan.root, registry)
    faults = []
    for name, template, data in [(s, "daerah.html", r) for s, r in records.items()] + [
        ("index", "index.html", overview)
    ]:
        put(plan.out / FOLDER / f"{name}.json", json.dumps(data, ensure_ascii=False, indent=1) + "\n")
        try:
            put(plan.out / FOLDER / f"{name}.html", pages.render(template, data))
        except TemplateFault as fault:
            faults.append(fault.problem)
    return tuple(dict.fromkeys(faults))


class ReportPages:
    """The templates of the staff report, with the stylesheet that is written into each page."""

    def __init__(self, root: Path, registry: Registry) -> None:
        self._texts = {p.name: p.read_text("utf-8") for p in sorted((root / SOURCES).glob("*.html"))}
        style = root / SOURCES / "laporan.css"
        self._style = registry.print_files.get("tokens.css", "") + (style.read_text("utf-8") if style.is_file() else "")
        self._jinja = Templates("laporan", {f"laporan/{name}": text for name, text in self._texts.items()})

    def render(self, name: str, data: Record) -> str:
        """One page. Raises `TemplateFault`."""
        place = Place(f"{SOURCES.as_posix()}/{name}", 1)
        return guarded_alone(self._jinja.render(self._texts.get(name, "{}"), place, {**data, "gaya": self._style}))


def _overview(records: list[Record], registry: Registry, as_of: date, *, published: bool) -> Record:
    rows = [_district_row(record) for record in records]
    used: dict[str, Record] = {}
    for record in records:
        for fact in record["fakta"]:
            seen = used.setdefault(fact["id"], {"halaman": set(), "lembar": set(), "daerah": 0})
            seen["halaman"] |= set(fact["halaman"])
            seen["lembar"] |= set(fact["lembar"])
            seen["daerah"] += 1
    nowhere: Record = {"halaman": (), "lembar": (), "daerah": 0}
    facts = []
    for fact in registry.facts:
        places = used.get(fact.id, nowhere)
        lists = {"halaman": sorted(places["halaman"]), "lembar": sorted(places["lembar"]), "daerah": places["daerah"]}
        facts.append(fact_row(fact, as_of, published=published) | lists)
    return {
        "tanggal": day(as_of),
        "terbit": published,
        "ringkas": {
            "daerah": len(rows),
            "terbit": sum(row["keadaan"] == "terbit" for row in rows),
            "ditolak": sum(row["keadaan"] in ("ditolak", "gagal") for row in rows),
            **{key: sum(row[key] for row in rows) for key in ("halaman", "lembar", "ditahan", "masalah")},
        },
        "daerah": rows,
        "fakta": facts,
    }


def _district_row(record: Record) -> Record:
    kept = {key: record[key] for key in ("slug", "nama", "provinsi", "keadaan", "alasan")}
    withheld = [page for page in record["halaman"] if page["ditahan"]]
    withheld += [piece for piece in record["lembar"] if piece["ditahan"]]
    return {
        **kept,
        "laporan": f"{record['slug']}.html",
        "situs": record["situs"] if record["situs_keadaan"] else None,
        "halaman": len(record["halaman"]),
        "lembar": sum(not piece["ditahan"] for piece in record["lembar"]),
        "ditahan": len(withheld),
        "masalah": len(record["masalah"]),
    }


def _base(slug: str, registry: Registry, as_of: date) -> Record:
    folder = registry.districts.get(slug)
    return {
        "slug": slug,
        "nama": folder.district.name if folder else slug,
        "provinsi": folder.district.province if folder else "",
        "tanggal": day(as_of),
        "situs": f"../{folder.host}/" if folder else None,
    }


def _page(page: ComposedPage, registry: Registry) -> Record:
    blocks = []
    for block, usage in page.blocks.items():
        treated = page.treated.get(block, {})
        replaced = [name for name, how in treated.items() if how is not Treatment.MARK]
        own = page.overridden.get(block) or page.overridden.get("")
        place = own.place if own else page.origins.get(block)
        blocks.append({"blok": block, "asal": str(place or ""), "fakta": sorted(usage.facts), "diganti": replaced})
    return {
        "slug": page.slug,
        "judul": page.meta.title,
        "ditahan": bool(page.withheld_for),
        "ditahan_karena": list(page.withheld_for),
        "blok": blocks,
    }


def _piece(outcome: PieceOutcome, facts: FactRegister, downloads: Collection[Download]) -> Record:
    files = [download for download in downloads if download.piece == outcome.name]
    fills: dict[str, dict[str, float]] = {}
    for file in files:
        for panel, fill in file.fills:
            fills.setdefault(panel, {})[file.profile] = fill
    return {
        "lembar": outcome.name,
        "judul": outcome.title,
        "kode": outcome.edition.code if outcome.edition else None,
        "ditahan": [_reason(facts.by_id[name], why) for name, why in outcome.withheld.items()],
        "berkas": [file.path for file in files],
        "skala": {file.profile: file.scale for file in files if file.scale < 1},
        "terisi": fills,
        "panel": [{"panel": panel, "fakta": sorted(used.facts)} for panel, used in outcome.panels.items()],
    }


def _reason(fact: Fact, why: str) -> str:
    return f"{fact.id} ({fact.topic}): {REASONS.get(why, f'keyakinannya {fact.confidence}')}"


def _problem(found: Problem) -> Record:
    fault, cure = in_indonesian(found)
    severity = "error" if found.is_error else "peringatan"
    return {"tempat": str(found.place), "kode": found.code, "pesan": fault, "saran": cure, "berat": severity}


def _at(used: dict[str, dict[str, list[str]]], fact: str) -> dict[str, list[str]]:
    return used.setdefault(fact, {"halaman": [], "lembar": []})
