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
CLOCK_WORDS = {
    "id": ("hari ini", "besok", "# hari lagi"),
    "jv": ("dina iki", "sesuk", "# dina maneh"),
}
"""What a page says of a day that is near, where somebody has translated it; `#` is the number of days."""
STALE_WORDS = {
    "id": ("Halaman ini disusun", "dan belum diperbarui sejak itu. Isinya bisa sudah berubah. Pastikan dulu."),
    "jv": ("Kaca iki digawe", "lan durung dianyari wiwit dina iku. Isine bisa wis owah. Dipesthekake dhisik."),
}
"""What a page says that nobody has built anew for long, around the day of its build."""


def split_language(stem: str) -> tuple[str, str | None]:
    """The name of a file without its language, and the language's code: daftar.jv is daftar in jv."""
    name, dot, code = stem.rpartition(".")
    return (name, code) if dot and "/" not in code else (stem, None)
