"""What a page lacks to be understood and acted upon is told, one fault at a time."""

from __future__ import annotations

from dataclasses import replace

import pytest

from selebaran.check.clear import check_clear
from selebaran.model.registry import Registry
from selebaran.read.content import read_page

HEAD = "---\njudul: Uji\nringkas: Sebuah uji.\n---\n"
GOOD = (
    "**Bawa KTP.**\n\n## Lakukan ini {#lakukan}\n\n1. **Bawa KTP.**\n2. **Ragu?** Tanyakan.\n\n"
    "## Sesudah ini {#lanjut}\n\n**Langkah berikutnya:** datang. Telepon {{ fakta.care_center }}.\n"
)
SHAPES = [
    (GOOD, []),
    (
        GOOD.replace("**Bawa KTP.**\n\n##", "{% if daerah.forum %}\n**Ya.**\n{% else %}\nTidak.\n{% endif %}\n\n##", 1),
        ["pesan-utama-hilang"],
    ),
    (GOOD.replace("**Bawa KTP.**\n", "Sakit? Bawa apa? **Bawa KTP.** Tidak apa-apa.\n", 1), []),
    (GOOD.replace("1. **Bawa", "1. **KTP"), ["langkah-bukan-perintah"]),
    (GOOD.replace("2. **Ragu?**", "- **Ragu?**"), []),
    (GOOD.replace("{{ fakta.care_center }}", "kami"), ["lanjut-tanpa-arah"]),
    (GOOD.replace("**Langkah berikutnya:**", "Lalu"), ["lanjut-tanpa-arah"]),
    (
        GOOD.replace("datang. T", "datang. Lain kali, t") + "\n- [Iuran](iuran.md)\n- [Istilah](istilah.md)\n",
        ["tautan-searah"],
    ),
    (GOOD + "\n" + "\n".join(f"- Butir {n}" for n in range(10)) + "\n", ["butir-banyak"]),
    (GOOD + "\nBaik sekali. " * 70 + "\n", ["bagian-panjang"]),
    (
        GOOD.replace("\n## Lakukan ini {#lakukan}\n", "\n## Isi {#isi}\n\nIsi.\n\n## Lakukan ini {#lakukan}\n"),
        ["langkah-hilang"],
    ),
    ("", ["lanjut-hilang", "langkah-hilang", "pesan-utama-hilang"]),
]


@pytest.mark.parametrize(("body", "codes"), SHAPES, ids=[", ".join(codes) or "-" for _, codes in SHAPES])
def test_what_a_page_lacks_is_told(
    body: str, codes: list[str], registry: Registry, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("halaman") / "uji.md"
    path.write_text(HEAD + body, "utf-8")
    page, problems = read_page(path, "content/uji.md")
    assert problems == []
    assert page is not None
    found = check_clear(replace(registry, pages=(*registry.pages, page)))
    assert sorted(p.code for p in found) == sorted(codes)
    assert check_clear(replace(registry, pages=(page,)), faulty={"content/uji.md"}) == []


def test_the_shape_of_all_pages_is_right(registry: Registry) -> None:
    assert check_clear(registry) == []
