"""What the centre does once it has compared a district's consent, for projects of tests that are to be published."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import yaml

from selebaran.model.signed import signed_values
from selebaran.read.central_list import with_countersignature

SIGNED = date(2026, 11, 2)


def countersign(project: Path, *slugs: str) -> None:
    """Note in the central list of a project that these districts are what they say."""
    listed = project / "districts" / "_daftar.yml"
    for slug in slugs:
        text = listed.read_text("utf-8")
        entries = {entry["slug"]: entry for entry in yaml.load(text, yaml.BaseLoader)["daerah"]}
        typed = yaml.load((project / "districts" / slug / "daerah.yml").read_text("utf-8"), yaml.BaseLoader)
        values = signed_values(slug, typed, entries[slug].get("domain_dahulu", ()), typed["persetujuan"])
        listed.write_text(with_countersignature(text, "_daftar.yml", slug, values, SIGNED), "utf-8")
