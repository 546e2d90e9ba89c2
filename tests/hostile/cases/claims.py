"""Hostile claims: addresses, codes and shared text that are not the district's."""

from __future__ import annotations

from tests.hostile.cases.case import Case, files, quoted, value
from tests.hostile.folder import DISTRICT, HOST, OVERRIDE, own_page
from tests.hostile.kit import Folder

DOMAINS = {
    "naik": ("../x", "domain-tidak-sah"),
    "mutlak": ("/etc", "domain-tidak-sah"),
    "kiril": ("dinkesj\u0430hat.example", "domain-tidak-sah"),
    "lain": ("dinkessehat.example", "domain-tidak-cocok"),
    "asing": ("evil.example", "domain-tidak-cocok"),
    "html": ("a<b>.example", "domain-tidak-sah"),
    "panjang": ("a" * 64 + ".example", "domain-tidak-sah"),
    "sangat-panjang": ("a." * 200 + "example", "teks-terlalu-panjang"),
    "besar": ("DINKESJAHAT.EXAMPLE", "domain-tidak-sah"),
    "punycode": ("xn--dinkesjhat-e5a.example", "domain-tidak-sah"),
    "titik": ("dinkesjahat.example.", "domain-tidak-sah"),
    "porta": ("dinkesjahat.example:443", "domain-tidak-sah"),
    "pengguna": ("a@dinkesjahat.example", "domain-tidak-sah"),
    "baris": ("dinkesjahat.example\nx", "domain-tidak-sah"),
}


def addressed() -> list[Case]:
    """Domains and slugs that are not the district's."""
    found = [
        value(f"domain-{name}", "nama-domain", f"domain: {HOST}", f"domain: {quoted(domain)}", code, "daerah.yml:7")
        for name, (domain, code) in DOMAINS.items()
    ]
    found += [
        value(
            "slug-kunci",
            "nama-domain",
            f"domain: {HOST}",
            f"domain: {HOST}\nslug: ../../..",
            "kunci-tidak-dikenal",
            "daerah.yml:8",
        ),
        Case("tidak-terdaftar", "nama-domain", _unlisted, "daerah-tidak-terdaftar", ""),
        value(
            "qr-kunci",
            "qr",
            "cetak:\n",
            "cetak:\n  qr: https://evil.example/\n",
            "kunci-tidak-dikenal",
            "daerah.yml:41",
        ),
        value(
            "qr-alamat",
            "qr",
            "identitas: pasti",
            "identitas: pasti\nalamat_situs: https://evil.example/",
            "kunci-tidak-dikenal",
            "daerah.yml:9",
        ),
        value(
            "kunci-lama",
            "qr",
            "identitas: pasti",
            "identitas: pasti\ndomain_tertulis: evil.example",
            "kunci-tidak-dikenal",
            "daerah.yml:9",
        ),
        value(
            "qr-lembar",
            "qr",
            "lembar: [kecil]",
            "lembar: [https://evil.example]",
            "lembar-tidak-ada",
            "daerah.yml:41",
        ),
        value("qr-domain", "qr", f"domain: {HOST}", "domain: evil.example", "domain-tidak-cocok", "daerah.yml:7"),
    ]
    return found


def _unlisted(folder: Folder) -> None:
    """A second folder, which the central list doesn't know, takes the neighbour's domain."""
    (folder.root / "districts" / "kab-penyusup").mkdir()
    text = DISTRICT.replace(HOST, "dinkessehat.example")
    (folder.root / "districts" / "kab-penyusup" / "daerah.yml").write_text(text, "utf-8")


def overriding() -> list[Case]:
    """Shared text that is not a district's to replace."""

    def over(target: str, base: str = "-", front: str = OVERRIDE) -> dict[str, str | bytes]:
        return {f"timpaan/{target}.md": front, f"timpaan/{target}.dasar.md": base}

    return [
        files(
            "timpa-terlarang", "timpaan", over("tentang/penerbit"), "timpaan-dilarang", "timpaan/tentang/penerbit.md"
        ),
        files("timpa-halaman", "timpaan", over("tentang"), "timpaan-dilarang", "timpaan/tentang.md"),
        files("timpa-darurat", "timpaan", over("gawat-darurat"), "timpaan-dilarang", "timpaan/gawat-darurat.md"),
        files("timpa-tiada", "timpaan", over("tiada"), "timpaan-halaman-tidak-ada", "timpaan/tiada.md"),
        files("timpa-bagian", "timpaan", over("ikut/tiada"), "timpaan-bagian-tidak-ada", "timpaan/ikut/tiada.md"),
        files(
            "timpa-tanpa-dasar",
            "timpaan",
            {"timpaan/ikut/kotak.md": OVERRIDE},
            "timpaan-tanpa-dasar",
            "timpaan/ikut/kotak.md",
        ),
        files("timpa-kosong", "timpaan", over("ikut/kotak", front=""), "kepala-hilang", "timpaan/ikut/kotak.md:1"),
        files("timpa-beranda", "timpaan", over("beranda"), "timpaan-dilarang", "timpaan/beranda.md"),
        files("timpa-naik", "timpaan", over("ikut/..%2f"), "nama-halaman-tidak-sah", "timpaan/"),
        files(
            "halaman-daftar", "timpaan", {"halaman/daftar.md": own_page("palsu")}, "alamat-dipakai", "halaman/daftar.md"
        ),
        files(
            "dasar-besar",
            "timpaan",
            over("ikut/kotak", "a\n" * 40_000),
            "berkas-terlalu-besar",
            "timpaan/ikut/kotak.dasar.md",
        ),
    ]


CASES = [*addressed(), *overriding()]
