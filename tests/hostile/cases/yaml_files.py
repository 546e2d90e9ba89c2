"""Hostile YAML: what a general loader guesses, multiplies or trips over."""

from __future__ import annotations

from tests.hostile.cases.case import Case, in_file, quoted, value
from tests.hostile.folder import DISTRICT, PAGE, SCHEDULE

D = "daerah.yml"
PHONE = "telepon: 0254 123456"
BOMB = 'bom:\n  a: &a ["lol", "lol"]\n' + "".join(f"  b{n}: &b{n} [*a, *a, *a]\n" for n in range(30))
ENCODED = {
    "tabulator": (b"\tnama: x\n", "yaml-tabulator", f"{D}:1"),
    "nul": (DISTRICT.replace("Jahat\n", "Ja\0hat\n", 1).encode(), "huruf-tersembunyi", f"{D}:1"),
    "latin-1": (DISTRICT.replace("Jalan Uji 1", "Jalan Café").encode("latin-1"), "bukan-utf8", f"{D}:13"),
    "utf-16": (DISTRICT.encode("utf-16"), "bukan-utf8", f"{D}:1"),
    "utf-16-le": (DISTRICT.encode("utf-16-le"), "bukan-utf8", f"{D}:1"),
    "utf-32": (DISTRICT.encode("utf-32"), "bukan-utf8", f"{D}:1"),
    "kosong": (b"", "yaml-bukan-isian", f"{D}:1"),
    "spasi": (b"   \n\n", "yaml-bukan-isian", f"{D}:1"),
    "daftar": (b"- a\n- b\n", "yaml-bukan-isian", f"{D}:1"),
    "teks": (b"halo\n", "yaml-bukan-isian", f"{D}:1"),
    "angka": (b"12\n", "yaml-bukan-isian", f"{D}:1"),
    "dua-dokumen": ((DISTRICT + "---\nnama: x\n").encode(), "yaml-dua-dokumen", f"{D}:48"),
    "acak": (bytes(range(256)) * 8, "bukan-utf8", f"{D}:"),
    "pengganti": (
        DISTRICT.replace("Jalan Uji 1", "x\ud800y").encode("utf-8", "surrogatepass"),
        "bukan-utf8",
        f"{D}:13",
    ),
    "lewat-panjang": (b"nama: \xc0\xaf\xf8\x88\x80\x80\x80\n", "bukan-utf8", f"{D}:1"),
    "zip": (b"PK\x03\x04" + bytes(200), "bukan-utf8", f"{D}:1"),
}
HIDDEN = {
    "bidi": "\u202etaheS\u202c",
    "isolasi": "Uji\u2067x\u2069",
    "lebar-nol": "Se\u200bhat",
    "bom-tengah": "Se\ufeffhat",
    "esc": "Uji\x1b[31m",
    "bel": "Uji\x07",
    "c1": "Uji\x9b31m",
    "pemisah-baris": "Uji\u2028x",
    "tanda-kata": "Uji\u2060x",
    "tanda-arah": "Uji\u200fx",
}


def quoted_escapes() -> list[Case]:
    """Characters that nobody sees: as they are, and written as escapes of YAML."""
    found = []
    for name, words in HIDDEN.items():
        new = f"alamat: {words}"
        found.append(
            value(f"tersembunyi-{name}", "tersembunyi", "alamat: Jalan Uji 1", new, "huruf-tersembunyi", f"{D}:13")
        )
        escaped = '"' + "".join(c if c.isascii() and c.isprintable() else f"\\u{ord(c):04x}" for c in words) + '"'
        new = f"alamat: {escaped}"
        found.append(
            value(f"lolosan-{name}", "tersembunyi", "alamat: Jalan Uji 1", new, "huruf-tersembunyi", f"{D}:13")
        )
    return found


def guessed() -> list[Case]:
    """What YAML 1.1 takes for a number, a date, a time or a truth value reaches the page as it was typed."""
    typed = ("0361123456", "021500454", "36.10", "08.00", "10:30", "off", "no", "1e3", "0x1F", "1_000", ".inf", "012")
    found = [
        value(f"alamat-{word}", "tebakan", "alamat: Jalan Uji 1", f"alamat: {word}", present=(word,)) for word in typed
    ]
    found += [
        value("telepon-oktal", "tebakan", PHONE, "telepon: 021500454", present=("021 500454",)),
        value("telepon-tanggal", "tebakan", PHONE, "telepon: 2026-11-21", "telepon-tanpa-kode-area", f"{D}:14"),
        value(
            "kode-angka", "tebakan", 'kode_kemendagri: "00.09"', "kode_kemendagri: 00.10", present=("Kabupaten Jahat",)
        ),
        value("nama-norwegia", "tebakan", "nama_pendek: Jahat", "nama_pendek: no", present=("Untuk warga no",)),
        value(
            "jam-titik-dua", "tebakan", "mulai: 09.00", "mulai: 9:30", file="jadwal.yml", present=("Pos pendaftaran",)
        ),
        value(
            "jam-angka",
            "tebakan",
            "mulai: 09.00",
            "mulai: 540",
            "waktu-tidak-terbaca",
            "jadwal.yml:5",
            file="jadwal.yml",
        ),
        value("benar-salah", "tebakan", "cetak:\n", "rekaan: off\ncetak:\n", "pilihan-tidak-sah", f"{D}:40"),
    ]
    return found


def repeated() -> list[Case]:
    """Keys that stand twice."""
    return [
        in_file("ganda-atas", "kunci-ganda", D, DISTRICT + "nama: Lain\n", "kunci-ganda", f"{D}:48"),
        in_file("ganda-kutip", "kunci-ganda", D, DISTRICT + '"nama": Lain\n', "kunci-ganda", f"{D}:48"),
        value("ganda-dalam", "kunci-ganda", PHONE, f"{PHONE}\n    telepon: 0899 1", "kunci-ganda", f"{D}:15"),
        value("ganda-sebaris", "kunci-ganda", "{desa: desa,", "{desa: desa, desa: x,", "kunci-ganda", f"{D}:9"),
        in_file(
            "ganda-acara", "kunci-ganda", "jadwal.yml", SCHEDULE + "    judul: x\n", "kunci-ganda", "jadwal.yml:12"
        ),
        in_file("ganda-akar", "kunci-ganda", "jadwal.yml", SCHEDULE + SCHEDULE, "kunci-ganda", "jadwal.yml:12"),
        in_file(
            "ganda-kepala",
            "kunci-ganda",
            "halaman/posko.md",
            PAGE.replace("ringkas", "judul"),
            "kunci-ganda",
            "halaman/posko.md:3",
        ),
    ]


def bombs() -> list[Case]:
    """Small files that become large ones."""
    deep, less = 100_000, 2000
    return [
        in_file("bom-alias", "bom-yaml", D, DISTRICT + BOMB, "yaml-fitur-dilarang", f"{D}:49"),
        value("bom-dicetak", "bom-yaml", "alamat: Jalan Uji 1", "alamat: &x [*x]", "yaml-fitur-dilarang", f"{D}:13"),
        value("jangkar", "bom-yaml", "alamat: Jalan Uji 1", "alamat: &x Jalan", "yaml-fitur-dilarang", f"{D}:13"),
        in_file("gabung", "bom-yaml", D, DISTRICT + "<<: {nama: x}\n", "yaml-fitur-dilarang", f"{D}:48"),
        value(
            "tag-python",
            "bom-yaml",
            "Jalan Uji 1",
            "!!python/object/apply:os.system ['true']",
            "yaml-fitur-dilarang",
            f"{D}:13",
        ),
        value(
            "tag-biner", "bom-yaml", "alamat: Jalan Uji 1", "alamat: !!binary eA==", "yaml-fitur-dilarang", f"{D}:13"
        ),
        value(
            "tag-sendiri",
            "bom-yaml",
            "alamat: Jalan Uji 1",
            "alamat: !include /etc/x",
            "yaml-fitur-dilarang",
            f"{D}:13",
        ),
        in_file(
            "arahan-tag", "bom-yaml", D, "%TAG ! tag:yaml.org,2002:\n---\n" + DISTRICT, "yaml-fitur-dilarang", f"{D}:1"
        ),
        in_file("arahan-versi", "bom-yaml", D, "%YAML 9.9\n---\n" + DISTRICT, "yaml-fitur-dilarang", f"{D}:1"),
        in_file(
            "700-ribu",
            "bom-yaml",
            "jadwal.yml",
            "a:\n" + "- {n: x, v: 1}\n" * 700_000,
            "berkas-terlalu-besar",
            "jadwal.yml",
        ),
        in_file("60-ribu", "bom-yaml", "jadwal.yml", "a:\n" + "- x\n" * 60_000, "yaml-terlalu-banyak", "jadwal.yml:"),
        in_file("dalam-100-ribu", "bom-yaml", D, "a: " + "[" * deep + "]" * deep, "teks-terlalu-panjang", f"{D}:1"),
        in_file("dalam-kurung", "bom-yaml", D, "a: " + "[" * less, "yaml-terlalu-dalam", f"{D}:1"),
        in_file("dalam-baris", "bom-yaml", D, "a: " + "[\n" * deep, "yaml-terlalu-dalam", f"{D}:"),
        in_file("dalam-kunci", "bom-yaml", D, "{a: " * (less // 2), "yaml-terlalu-dalam", f"{D}:1"),
        in_file("dalam-garis", "bom-yaml", D, "- " * less, "yaml-terlalu-dalam", f"{D}:1"),
        in_file("dalam-rumit", "bom-yaml", D, "? " * less, "yaml-kunci-bukan-teks|yaml-terlalu-dalam", f"{D}:1"),
        in_file(
            "dalam-25", "bom-yaml", D, DISTRICT + "x: " + "[" * 25 + "]" * 25 + "\n", "yaml-terlalu-dalam", f"{D}:48"
        ),
        in_file(
            "dalam-kepala",
            "bom-yaml",
            "halaman/posko.md",
            f"---\njudul: {'[' * 5000}\n---\n",
            "yaml-terlalu-dalam",
            "halaman/posko.md:2",
        ),
        in_file("kunci-rumit", "bom-yaml", D, DISTRICT + "[a]: b\n", "yaml-kunci-bukan-teks", f"{D}:48"),
        in_file("satu-baris", "bom-yaml", D, "nama: " + "a" * (255 << 10), "teks-terlalu-panjang", f"{D}:1"),
    ]


def encoded() -> list[Case]:
    """Bytes that are no text, and text that is no mapping."""
    found = [in_file(f"bita-{name}", "pengodean", D, *about) for name, about in ENCODED.items()]
    marked = b"\xef\xbb\xbf" + DISTRICT.replace("\n", "\r\n").encode()
    found += [
        in_file("bom-crlf", "pengodean", D, marked, present=("Kabupaten Jahat",)),
        in_file("cr", "pengodean", D, DISTRICT.replace("\n", "\r").encode(), present=("Kabupaten Jahat",)),
        in_file(
            "md-crlf",
            "pengodean",
            "halaman/posko.md",
            b"\xef\xbb\xbf" + PAGE.replace("\n", "\r\n").encode(),
            present=("balai desa",),
        ),
        in_file(
            "md-latin",
            "pengodean",
            "halaman/posko.md",
            PAGE.replace("balai", "café").encode("latin-1"),
            "bukan-utf8",
            "halaman/posko.md:7",
        ),
        in_file(
            "md-nul",
            "pengodean",
            "halaman/posko.md",
            PAGE.replace("balai", "b\0"),
            "huruf-tersembunyi",
            "halaman/posko.md:7",
        ),
        in_file("md-kosong", "pengodean", "halaman/posko.md", b"", "kepala-hilang", "halaman/posko.md:1"),
    ]
    return found


def misspelt() -> list[Case]:
    """Keys that nobody knows, and those that are missing."""
    return [
        value("telpon", "salah-ketik", PHONE, "telpon: 0254 123456", "kunci-tidak-dikenal", f"{D}:14"),
        value("nama-hilang", "salah-ketik", "nama_pendek: Jahat\n", "", "kunci-hilang", f"{D}:1"),
        value(
            "tingkat-salah",
            "salah-ketik",
            "identitas: pasti",
            "identitas: pasti\nalamat: x",
            "kunci-tidak-dikenal",
            f"{D}:9",
        ),
        value(
            "judul-salah",
            "salah-ketik",
            "judul: Posko",
            "judull: Posko",
            "kunci-hilang|kunci-tidak-dikenal",
            "halaman/posko.md:2",
            file="halaman/posko.md",
        ),
        value(
            "tanpa-oleh",
            "salah-ketik",
            "oleh: Dinas Uji\n",
            "",
            "kunci-hilang",
            "timpaan/ikut/besar.md:2",
            file="timpaan/ikut/besar.md",
        ),
        value("kunci-panjang", "salah-ketik", PHONE, f"{'a' * 900}: x", "kunci-tidak-dikenal", f"{D}:14"),
        value("kunci-html", "salah-ketik", PHONE, f"{quoted('<script>')}: x", "kunci-tidak-dikenal", f"{D}:14"),
        value("bukan-teks", "salah-ketik", "alamat: Jalan Uji 1", "alamat: [a, {b: c}]", "bukan-teks", f"{D}:13"),
        value(
            "bukan-daftar",
            "salah-ketik",
            "bawa: [KTP]",
            "bawa: {a: b}",
            "bukan-daftar",
            "jadwal.yml:9",
            file="jadwal.yml",
        ),
    ]


CASES = [*guessed(), *repeated(), *bombs(), *encoded(), *quoted_escapes(), *misspelt()]
