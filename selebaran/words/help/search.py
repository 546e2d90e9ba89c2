"""Help for content/sinonim.yml."""

from __future__ import annotations

from selebaran.model.record import Record
from selebaran.model.search import Answer, RootException, SearchWords, Synonym, Urgent, UrgentWords
from selebaran.words.help.text import Help as H

HELP: dict[type[Record], dict[str, H]] = {
    SearchWords: {
        "darurat": H(
            "Kata darurat", "Kata orang yang butuh pertolongan sekarang juga, dan kartu yang tampil di atas semua hasil"
        ),
        "jawaban": H("Jawaban", "Kalimat yang menjawab sendiri, dari nilai di fakta.yml"),
        "ringan": H(
            "Kata ringan", "Kata yang ada di hampir setiap pertanyaan, jadi hampir tidak membedakan", "[alamat]"
        ),
        "saran": H("Saran", "Ditawarkan sebelum ada yang diketik", "[bayi lahir]"),
        "belakang": H("Halaman di belakang", "Halaman yang tampil sesudah semua halaman lain", "[kader]"),
        "sinonim": H("Sinonim", "Kata yang diketik warga, dan kata di halaman yang artinya sama"),
        "akar": H("Akar kata", "Kata yang akarnya keliru ditebak program"),
        "abaikan": H("Kata yang diabaikan", "Kata yang tidak mengatakan apa yang dicari", "[yang, dan, di]"),
    },
    Synonym: {
        "kata": H("Kata", "Satu kata atau lebih, seperti yang diketik warga; satu kata hanya sekali", "[ugd]"),
        "artinya": H("Artinya", "Kata yang ada di halaman", "[igd, gawat darurat]"),
        "provinsi": H(
            "Provinsi",
            "Kata bahasa daerah: untuk daerah di provinsi ini; di tempat lain hanya bila tidak berarti lain",
            "[Banten]",
        ),
        "bahasa": H("Bahasa", "Untuk daerah yang situsnya memakai bahasa ini: kodenya di kampanye.yml", "gor"),
        "sumber": H(
            "Sumber", "Kamus atau halaman yang menyebut artinya; wajib untuk bahasa daerah", "kbbi.kemdikbud.go.id"
        ),
        "jarang": H("Jarang", "ya untuk kata yang jarang diketik: HP mengambilnya hanya bila dicari", "ya"),
    },
    Urgent: {
        "judul": H("Judul", "Kalimat di kartu darurat", "Darurat? Telepon dulu."),
        "nilai": H("Nilai", "Nama nomornya di fakta.yml", "darurat_medis"),
        "kontak": H(
            "Kontak", "Kantor di daerah.yml yang nomornya disebut dulu, selama diperiksa dalam setahun", "ambulans"
        ),
        "kata_kata": H("Kata-kata", "Kata dan frasa darurat"),
        "bukan": H("Bukan", "Kata yang mirip, tetapi bukan salah ketik", "[sejak]"),
    },
    UrgentWords: {
        "kata": H("Kata", "Kata atau frasa, seperti yang diketik orang; urutan katanya bebas", "[kejang]"),
        "kecuali": H("Kecuali", "Dengan kata ini bukan keadaan darurat", "[kontrol]"),
        "sumber": H("Sumber", "Kamus atau halaman yang menyebut artinya; untuk bahasa daerah", "kbbi.kemdikbud.go.id"),
    },
    Answer: {
        "kalimat": H("Kalimat", "Jawaban, dengan nilai fakta dalam kurung kurawal", "Harganya {{ fakta.harga }}."),
        "tampil_di": H("Tampil di", "Halaman atau bagiannya yang memuat jawaban itu", "obat#tempat"),
        "kata": H("Kata", "Yang diketik orang yang mencarinya; urutan katanya bebas", "[berapa harga]"),
    },
    RootException: {
        "kata": H("Kata", "Kata berimbuhan", "menular"),
        "akar": H("Akar", "Kata dasarnya", "tular"),
    },
}
