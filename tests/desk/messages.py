"""Announcements as they go round, with what each says, what of it is guessed, and what isn't sure."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Message:
    """A message: what it says of each key, what is guessed, what is unsure, the lines that aren't read."""

    text: str
    says: dict[str, str] = field(default_factory=dict)
    guessed: str = ""
    unsure: str = ""
    left: tuple[int, ...] = ()


MESSAGES = {
    "labels, bold letters, pictures, passed on": Message(
        """*_Diteruskan berkali-kali_*
[26/11/26 09.14] Bu Sari: *PENYULUHAN GRATIS* 🎉

Assalamualaikum warga Rekaan
📅 Hari/Tanggal : Kamis, 10 Juni 2027
⏰ Pukul : 09.00 - 12.00 WIB
📍 Tempat : Balai Desa Rekaan, Kec. Contoh Utara
Bawa:
- KTP
- Kartu Keluarga
CP: Bu Ani 0812-3456-7890
Terima kasih 🙏""",
        {
            "judul": "PENYULUHAN GRATIS",
            "jenis": "Penyuluhan",
            "tanggal": "2027-06-10",
            "mulai": "09.00 WIB",
            "selesai": "12.00 WIB",
            "tempat": "Balai Desa Rekaan",
            "kecamatan": "Contoh Utara",
            "bawa": "KTP\nKartu Keluarga",
            "tanya.nama": "Bu Ani",
            "tanya.telepon": "0812-3456-7890",
        },
        "judul jenis kecamatan tanggal tanya.nama tanya.telepon",
        left=(4, 12),
    ),
    "a place in small letters, hours that are words": Message(
        "Posyandu Melati\nKamis 10 Juni 2027 di balai desa rekaan\nWaktu: 8 pagi - selesai",
        {
            "judul": "Posyandu Melati",
            "jenis": "Posyandu",
            "tanggal": "2027-06-10",
            "mulai": "08.00",
            "selesai": "selesai",
            "tempat": "balai desa rekaan",
        },
        "judul jenis mulai selesai tanggal tempat",
    ),
    "lines without a word of what they are": Message(
        "Posyandu\n10.06.2027\n08.00-10.00\nBalai Desa Rekaan",
        {
            "judul": "Posyandu",
            "jenis": "Posyandu",
            "tanggal": "2027-06-10",
            "mulai": "08.00",
            "selesai": "10.00",
            "tempat": "Balai Desa Rekaan",
        },
        "judul jenis mulai selesai tanggal tempat",
    ),
    "pictures alone": Message(
        "Cek status di kantor\n🗓️ 10/06/2027\n🕘 9:00-11:30\n📍 Aula Kantor",
        {
            "judul": "Cek status di kantor",
            "jenis": "Cek status",
            "tanggal": "2027-06-10",
            "mulai": "09.00",
            "selesai": "11.30",
            "tempat": "Aula Kantor",
        },
        "judul jenis mulai tanggal",
    ),
    "a sentence": Message(
        "*Pos pendaftaran*\nDatanglah hari Kamis, 10 Juni 2027 pukul 09.00 s.d. selesai di Balai Desa Rekaan Jaya.",
        {
            "judul": "Pos pendaftaran",
            "jenis": "Pos pendaftaran",
            "tanggal": "2027-06-10",
            "mulai": "09.00",
            "selesai": "selesai",
            "tempat": "Balai Desa Rekaan Jaya",
        },
        "jenis judul mulai selesai tanggal tempat",
    ),
    "pictures between marks, hours in words, things in a sentence": Message(
        """*📢 PENGUMUMAN 📢*
Akan diadakan *Cek Status & Tanya JKN* 😊
🗓️ Kamis, 10 Juni 2027
🕗 jam 8 pagi s/d selesai
📍 di Balai Desa Rekaan, Kec. Contoh Utara
Bawa KTP & KK ya 🙏""",
        {
            "judul": "Cek Status & Tanya JKN",
            "jenis": "Cek status",
            "tanggal": "2027-06-10",
            "mulai": "08.00",
            "selesai": "selesai",
            "tempat": "Balai Desa Rekaan",
            "kecamatan": "Contoh Utara",
            "bawa": "KTP, KK",
        },
        "judul jenis tanggal mulai kecamatan bawa",
        left=(1,),
    ),
    "one long sentence and another": Message(
        "Mohon hadir penyuluhan hari Kamis, 10 Juni 2027 jam 8 - 10 pagi di Balai Desa Rekaan. Jangan lupa bawa KTP 👍",
        {
            "jenis": "Penyuluhan",
            "tanggal": "2027-06-10",
            "mulai": "08.00",
            "selesai": "10.00",
            "tempat": "Balai Desa Rekaan",
            "bawa": "KTP",
        },
        "jenis tanggal mulai selesai tempat bawa",
    ),
    "weekday and day behind labels of their own": Message(
        "*POSYANDU*\nHari : Kamis\nTgl : 10 Jun 2027\nJam : 19.30 - selesai\nTempat : Jl. Rekaan No. 2\n"
        "CP 081234567890 (Pak Uji)",
        {
            "judul": "POSYANDU",
            "jenis": "Posyandu",
            "tanggal": "2027-06-10",
            "mulai": "19.30",
            "selesai": "selesai",
            "tempat": "Jl. Rekaan No. 2",
            "tanya.telepon": "081234567890",
            "tanya.nama": "Pak Uji",
        },
        "judul jenis tanggal tanya.telepon tanya.nama",
    ),
    "a weekday behind a label of its own that is another": Message(
        "Hari : Rabu\nTgl : 10 Juni 2027\nJam : 08.00\nTempat : Pasar",
        {"tanggal": "2027-06-10", "mulai": "08.00", "tempat": "Pasar"},
        unsure="tanggal",
        guessed="tanggal",
    ),
    "a day that has another name": Message(
        "Hari: Rabu, 10 Juni 2027\nJam: 08.00\nTempat: Pasar",
        {"tanggal": "2027-06-10", "mulai": "08.00", "tempat": "Pasar"},
        unsure="tanggal",
        guessed="tanggal",
    ),
    "a day without a year": Message(
        "Hari: Kamis, 10 Juni\nJam: 08.00\nTempat: Pasar",
        {"tanggal": "Kamis, 10 Juni", "mulai": "08.00", "tempat": "Pasar"},
        unsure="tanggal",
        guessed="tanggal",
    ),
    "tomorrow": Message(
        "Besok jam 8 di Balai Dusun",
        {"tanggal": "Besok", "mulai": "08.00", "tempat": "Balai Dusun"},
        unsure="tanggal",
        guessed="mulai tanggal tempat",
    ),
    "two events": Message(
        "*Jadwal*\nKamis, 10 Juni 2027 di Balai A\nJumat, 11 Juni 2027 di Balai B\npukul 08.00",
        {"judul": "Jadwal", "tanggal": "2027-06-10", "mulai": "08.00", "tempat": "Balai A"},
        unsure="tanggal tempat",
        guessed="judul mulai tanggal tempat",
    ),
}
