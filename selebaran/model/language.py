"""The languages that pages may be translated into, by their codes (BCP 47), with their Indonesian names."""

from __future__ import annotations

INDONESIAN = "id"
LANGUAGES = {
    "jv": "Jawa",
    "su": "Sunda",
    "mad": "Madura",
    "min": "Minangkabau",
    "bbc": "Batak Toba",
    "bjn": "Banjar",
    "ban": "Bali",
    "bug": "Bugis",
    "ace": "Aceh",
    "sas": "Sasak",
    "xmm": "Melayu Manado",
    "abs": "Melayu Ambon",
    "pmy": "Melayu Papua",
    "en": "Inggris",
}


def split_language(stem: str) -> tuple[str, str | None]:
    """The name of a file without its language, and the language's code: daftar.jv is daftar in jv."""
    name, dot, code = stem.rpartition(".")
    return (name, code) if dot and "/" not in code else (stem, None)
