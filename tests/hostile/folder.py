"""The files of a district without any fault, in which every field that reaches a page, a sheet or a feed is filled.

Hostile cases change one thing in it.
"""

from __future__ import annotations

import io

from PIL import Image

SLUG, HOST, PROVINCE = "kab-jahat", "dinkesjahat.example", "_provinsi/provinsi-jahat"

DISTRICT = f"""nama: Kabupaten Jahat
nama_pendek: Jahat
jenis: kabupaten
provinsi: Provinsi Jahat
kode_kemendagri: "00.09"
zona_waktu: WIB
domain: {HOST}
identitas: pasti
istilah: {{desa: desa, kecamatan: kecamatan, balai_desa: balai desa}}
kontak:
  dinkes:
    nama: Dinas Kesehatan Jahat
    alamat: Jalan Uji 1
    telepon: 0254 123456
    jam: Senin sampai Jumat
    sumber: Karangan untuk pengujian
    diperiksa_pada: 2026-11-01
  psc119:
    nama: Ambulans Jahat
    telepon: 0254 201119
    sumber: Karangan untuk pengujian
    diperiksa_pada: 2026-11-01
penerbit: {{nama: Dinas Penerbit, alamat: Jalan Penerbit 2}}
bantuan_daerah:
  nama: Jaminan Uji
  untuk: Warga yang tidak mampu
  syarat: [Surat desa]
  sumber: Karangan untuk pengujian
  diperiksa_pada: 2026-11-01
mitra:
  - {{nama: Klinik Uji, peran: Menjawab pertanyaan, sumber: Karangan}}
testimoni:
  - inisial: S.M.
    tempat: Uji Utara
    teks: Dulu saya bingung.
    persetujuan: {{tanggal: 2026-11-02, bukti: Karangan}}
gambar:
  - {{berkas: foto.png, teks: Foto balai, sumber: gambar pengujian}}
  - {{berkas: lambang.png, teks: Lambang uji, sumber: gambar pengujian}}
cetak:
  lembar: [kecil]
  baris:
    kecil: Kader datang tiap Senin.
  lambang: lambang.png
  warna: "#5b2a4f"
sumber:
  - Karangan untuk pengujian
"""
SCHEDULE = """kegiatan:
  - judul: Pos pendaftaran
    jenis: pos_pendaftaran
    tanggal: 2026-11-26
    mulai: 09.00
    selesai: 12.00
    tempat: Balai Desa Uji
    penyelenggara: Dinas Uji
    bawa: [KTP]
    acara: [Pembukaan]
    catatan: Bawa payung
"""
PLACES = """layanan:
  - jenis: puskesmas
    nama: Puskesmas Uji
    kecamatan: Uji
    alamat: Jalan Uji 2
    telepon: 0254 202222
    jam: Pagi
    akses: Jalan kaki
    sumber: Sumber layanan
    diperiksa_pada: 2026-11-01
"""
FIGURES = """capaian:
  - {bulan: 2026-09, peserta: 1000, aktif: 900, sumber: Sumber capaian}
  - {bulan: 2026-10, peserta: 1100, aktif: 950, sumber: Sumber capaian}
"""
PAGE = """---
judul: Posko
ringkas: Tempat bertanya.
kelompok: bantuan
---

Posko ada di **balai desa**.
"""
NEWS = """---
judul: Posko dibuka
ringkas: Mulai Senin.
tanggal: 2026-11-20
---

Lihat [posko](posko.md).
"""
BLOCK = """## Yang besar {#besar}

Iuran kelas III adalah {{ fakta.iuran_kelas_3 }}.

### Yang kecil {#kecil}

Telepon {{ fakta.care_center }}.
"""
OVERRIDE = """---
oleh: Dinas Uji
tanggal: 2026-11-20
alasan: Di sini lain.
---

Di sini iurannya dibayar daerah.
"""


def picture(width: int = 240, height: int = 180, form: str = "PNG", **options: object) -> bytes:
    """A small picture that is what it says."""
    image = Image.new("RGB", (width, height), "#3a7")
    image.paste("#e8c44a", (0, height // 2, width, height))
    file = io.BytesIO()
    image.save(file, form, **options)
    return file.getvalue()


def own_page(body: str, title: str = "Posko", summary: str = "Tempat bertanya.") -> str:
    """A page of a district's own, with this body from line 7 on."""
    return f"---\njudul: {title}\nringkas: {summary}\nkelompok: bantuan\n---\n\n{body}\n"


FILES: dict[str, str | bytes] = {
    "daerah.yml": DISTRICT,
    "jadwal.yml": SCHEDULE,
    "layanan.yml": PLACES,
    "capaian.yml": FIGURES,
    "halaman/posko.md": PAGE,
    "halaman/kabar/buka.md": NEWS,
    "timpaan/ikut/besar.md": OVERRIDE,
    "timpaan/ikut/besar.dasar.md": BLOCK,
    "gambar/foto.png": picture(),
    "gambar/lambang.png": picture(300, 300),
}
