"""Help for content/sinonim.yml."""

from __future__ import annotations

from selebaran.model.record import Record
from selebaran.model.search import RootException, SearchWords, Synonym
from selebaran.words.help.text import Help as H

HELP: dict[type[Record], dict[str, H]] = {
    SearchWords: {
        "sinonim": H("Sinonim", "Kata yang diketik warga, dan kata di halaman yang artinya sama"),
        "akar": H("Akar kata", "Kata yang akarnya keliru ditebak program"),
        "abaikan": H("Kata yang diabaikan", "Kata yang tidak mengatakan apa yang dicari", "[yang, dan, di]"),
    },
    Synonym: {
        "kata": H("Kata", "Satu kata atau lebih, seperti yang diketik warga; satu kata hanya sekali", "[ugd]"),
        "artinya": H("Artinya", "Kata yang ada di halaman", "[igd, gawat darurat]"),
    },
    RootException: {
        "kata": H("Kata", "Kata berimbuhan", "menular"),
        "akar": H("Akar", "Kata dasarnya", "tular"),
    },
}
