"""A form in a browser: opened from disk, filled in on a phone, heard by a screen reader, and never more than text."""

from __future__ import annotations

import gzip
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Locator, Page

from selebaran.desk.district_files import District, district_of
from selebaran.desk.form_intake import proposed
from selebaran.desk.form_page import form_page
from selebaran.desk.form_text import sent_in
from selebaran.model.registry import Registry
from tests.conftest import DEMO, ROOT
from tests.desk.form.conftest import MODULES

AXE = MODULES / "axe-core" / "axe.min.js"
HTML = '"><img src=x onerror="window.ran=1"><script>window.ran=1</script>'
NEW = {"judul": "Pos baru", "jenis": "posyandu", "tanggal": "2027-06-10", "mulai": "8", "tempat": "Pasar"}


@pytest.fixture(scope="module")
def there(registry: Registry) -> District:
    return district_of(DEMO, registry, ROOT)


@pytest.fixture(scope="module")
def address(there: District, tmp_path_factory: pytest.TempPathFactory) -> str:
    path: Path = tmp_path_factory.mktemp("formulir") / "formulir.html"
    path.write_text(form_page(there), "utf-8")
    return path.as_uri()


@pytest.fixture
def phone(browser: Browser) -> Iterator[BrowserContext]:
    """A phone on which nothing but the form itself may be asked for, and nothing go wrong."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, locale="id-ID", color_scheme="dark")
    faults: list[str] = []
    context.on("request", lambda one: faults.append(one.url) if not one.url.startswith(("file:", "blob:")) else None)
    context.on("weberror", lambda error: faults.append(str(error.error)))
    context.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    yield context
    context.close()
    assert faults == []


def opened(context: BrowserContext, address: str, kind: str = "kegiatan") -> Page:
    page = context.new_page()
    page.goto(address)
    page.locator(f"#macam input[value={kind}]").check()
    return page


def field(page: Page, title: str) -> Locator:
    """A field that stands in no group."""
    return (
        page.locator("#isi > .isian").filter(has=page.locator("label", has_text=title)).locator("input,select,textarea")
    )


def fill(page: Page, **texts: str) -> None:
    for key, text in texts.items():
        box = field(page, key.capitalize()).first
        if box.evaluate("box => box.tagName") == "SELECT":
            box.select_option(text)
        else:
            box.fill(text)
            box.blur()


def sent(page: Page) -> dict[str, object]:
    """What the form gives to be sent, as `intake` reads it."""
    page.locator("#isian .utama").first.press("Enter")
    text = page.locator("#hasil pre").first.text_content() or ""
    (entry,), problems = sent_in({"x": text.encode()})
    assert problems == []
    return dict(entry.entry)


def test_an_event_is_filled_in_and_given_as_text(phone: BrowserContext, address: str) -> None:
    page = opened(phone, address)
    page.locator("#isian .utama").press("Enter")
    assert page.locator("#salah li").count() == 5
    page.locator("#salah a").first.press("Enter")
    assert field(page, "Judul").evaluate("box => box === document.activeElement && box.ariaInvalid === 'true'")
    fill(page, **NEW)
    series = page.locator("details", has=page.locator("summary", has_text="Kegiatan berulang")).first
    series.locator("summary").first.press("Enter")
    series.locator("select").first.select_option("2 pekan")
    page.locator("#kartu", has_text="Tiap dua pekan, hari Kamis: 10 Juni 2027; 24 Juni 2027; 8 Juli 2027").wait_for()
    assert "*Pos baru*\nKamis, 10 Juni 2027, 08.00 WIB" in (page.locator("#pesan").text_content() or "")
    lines = series.locator("textarea")
    lines.nth(0).fill("2027-06-24")
    lines.nth(1).fill("2027-07-08")
    page.locator("#kartu", has_text="hari Kamis: 10 Juni 2027; 8 Juli 2027 batal; 22 Juli 2027").wait_for()
    again = {"tiap": "2 pekan", "kecuali": ["2027-06-24"], "batal": ["2027-07-08"]}
    assert sent(page) == {**NEW, "mulai": "08.00", "ulang": again}
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_what_was_begun_is_there_the_next_time(phone: BrowserContext, address: str) -> None:
    page = opened(phone, address)
    fill(page, judul="Pos yang belum jadi")
    page.locator("#kartu", has_text="Pos yang belum jadi").wait_for()  # kept at the same moment
    page.close()
    page = opened(phone, address)
    assert field(page, "Judul").input_value() == "Pos yang belum jadi"
    page.locator("#kosongkan").click()
    assert field(page, "Judul").input_value() == ""


def test_of_what_is_known_only_the_change_is_sent(phone: BrowserContext, address: str, there: District) -> None:
    known = next(one for one in there.data["jadwal.yml"]["kegiatan"] if one.get("bawa"))
    page = opened(phone, address)
    page.locator("#dari").select_option(label=f"{known['judul']}, {known['tanggal']}")
    page.locator("#isian .utama").first.press("Enter")
    page.locator("#hasil", has_text="Belum ada yang berubah").wait_for()
    field(page, "Batal").select_option("ya")
    field(page, "Yang dibawa").fill("")
    assert sent(page) == {"id": known["id"], "bawa": None, "batal": "ya"}


def test_one_day_of_a_rule_is_called_off_and_the_rule_stays(
    phone: BrowserContext, address: str, there: District
) -> None:
    known = next(
        one for one in there.data["jadwal.yml"]["kegiatan"] if "COUNT" in one.get("ulang", {}).get("rrule", "")
    )
    page = opened(phone, address)
    page.clock.set_fixed_time("2027-03-01T09:00:00+07:00")
    page.reload()
    page.locator("#dari").select_option(label=f"{known['judul']}, {known['tanggal']}")
    series = page.locator("#isi > details", has=page.locator("summary", has_text="Kegiatan berulang"))
    assert series.locator("label", has_text="Seberapa sering").count() == 0
    called_off = series.get_by_label("pilih dari hari kegiatannya").nth(1)
    assert called_off.locator("option").all_text_contents()[1:] == [
        f"Jumat, {day} 2027" for day in ("12 Maret", "19 Maret", "26 Maret", "2 April")
    ]
    called_off.select_option("2027-03-19")
    page.locator("#kartu", has_text="Berulang: 12 Maret 2027; 19 Maret 2027 batal; 26 Maret 2027").wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert sent(page) == {"id": known["id"], "ulang": {"batal": ["2027-03-19"]}}
    series.locator("textarea").nth(1).fill("2027-03-20")
    page.locator("#isian .utama").first.press("Enter")
    page.locator("#salah", has_text="Pada tanggal itu tidak ada kegiatannya").wait_for()


def test_a_place_with_another_name_is_the_same_place(phone: BrowserContext, address: str, there: District) -> None:
    known = there.data["layanan.yml"]["layanan"][0]
    page = opened(phone, address, "tempat")
    page.locator("#dari").select_option(label=known["nama"])
    fill(page, nama="Puskesmas Nama Lain")
    page.locator("#isian .utama").first.press("Enter")
    texts, problems = proposed(there, {"x.txt": (page.locator("#hasil pre").first.text_content() or "").encode()})
    assert problems == []
    before = there.text_of("layanan.yml")
    assert texts == {"layanan.yml": before.replace(f"nama: {known['nama']}\n", "nama: Puskesmas Nama Lain\n", 1)}


def test_what_is_said_of_an_office_never_goes_to_another(phone: BrowserContext, address: str, there: District) -> None:
    """An office that is there isn't asked which it is; who fills in anew what is there is told at once."""
    offices = there.data["daerah.yml"]["kontak"]
    page = opened(phone, address, "kontak")
    page.locator("#dari").select_option("0")
    assert "Kantor" not in page.locator("#isi label").all_text_contents()
    fill(page, telepon="0000-1999")
    first = next(iter(offices))
    assert sent(page) == {"kantor": first, "telepon": "0000-1999"}
    page.locator("#kosongkan").press("Enter")
    fill(page, kantor=first)
    page.locator("#kabar", has_text="Sudah ada").wait_for()


def test_a_page_that_is_there_comes_filled_in_and_only_what_changed_is_sent(
    phone: BrowserContext, address: str, there: District
) -> None:
    known = there.data["halaman/kabar"]["kabar"][0]
    page = opened(phone, address, "kabar")
    page.locator("#dari").select_option(label=f"{known['judul']}, {known['tanggal']}")
    assert field(page, "Isi").input_value() == known["isi"]
    assert page.locator("#isi label", has_text="Alamat halaman").count() == 0
    page.locator("#isian .utama").first.press("Enter")
    page.locator("#hasil", has_text="Belum ada yang berubah").wait_for()
    field(page, "Isi").fill(f"{known['isi']}\n\nBuka sampai sore.")
    assert sent(page) == {"alamat": known["id"], "isi": f"{known['isi']}\n\nBuka sampai sore."}


def test_a_picture_goes_into_the_file_and_not_into_the_message(
    phone: BrowserContext, address: str, there: District, tmp_path: Path
) -> None:
    photo = tmp_path / "IMG_1.png"
    Image.effect_noise((3000, 1500), 60).save(photo)
    page = opened(phone, address, "kabar")
    fill(page, judul="Pos pindah", ringkas="Pos pindah ke timur.", isi="Pintu timur.")
    pictures = page.locator("#isi details", has=page.locator("summary", has_text="Gambar"))
    pictures.locator("summary").press("Enter")
    pictures.get_by_role("button", name="Tambah gambar").press("Enter")
    pictures.locator("input[type=file]").set_input_files(photo)
    pictures.locator("canvas").wait_for()
    page.locator("#isian .utama").first.press("Enter")
    assert page.locator("#salah li").all_text_contents() == [
        "Gambar 1 Yang tampak di gambar: Wajib diisi",
        "Gambar 1 Gambar dari siapa: Wajib diisi",
    ]
    pictures.get_by_label("Yang tampak di gambar").fill("Pintu timur pasar [baru]")
    pictures.get_by_label("Gambar dari siapa").fill("Foto Dinas Kesehatan")
    page.locator("#isian .utama").first.press("Enter")
    page.locator("#hasil", has_text="Gambar tidak ikut dalam pesan").wait_for()
    assert "data" not in (page.locator("#hasil pre").text_content() or "")
    with page.expect_download() as download:
        page.get_by_role("button", name="Simpan sebagai berkas").press("Enter")
    texts, problems = proposed(there, {"kabar.txt": download.value.path().read_bytes()})
    assert problems == []
    picture = texts["gambar/pos-pindah-1.jpg"]
    assert isinstance(picture, bytes)
    assert max(Image.open(io.BytesIO(picture)).size) <= 1280
    assert (
        "\nPintu timur.\n\n![Pintu timur pasar \\[baru\\]](gambar/pos-pindah-1.jpg)\n"
        in texts["halaman/kabar/pos-pindah.md"]
    )
    assert "berkas: pos-pindah-1.jpg\n" in texts["daerah.yml"]


@pytest.mark.parametrize("kind", ["kegiatan"])
def test_nothing_typed_runs_and_nobody_is_shut_out(phone: BrowserContext, address: str, kind: str) -> None:
    """The other kinds are filled in by `make test-full`."""
    page = opened(phone, address, kind)
    for summary in page.locator("#isi summary").all():
        summary.click()
    for more in page.locator("#isi details > button").all():
        more.click()
    for box in page.locator("#isi input:not([type=date], [type=file]), #isi textarea").all():
        box.fill(HTML)
    page.locator("#isian .utama").first.press("Enter")
    page.locator("#kartu", has_text="onerror").wait_for()
    assert page.locator("#kartu img, #kartu script, #pesan img, #salah img").count() == 0
    assert page.evaluate("window.ran") is None
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate("axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice']})")
    assert [(one["id"], [node["target"] for node in one["nodes"]][:3]) for one in found["violations"]] == []


def test_what_the_files_say_can_not_end_the_script(there: District) -> None:
    data = {**there.data, "layanan.yml": {"layanan": [{"jenis": "x", "nama": "</script><script>alert(1)</script>"}]}}
    page = form_page(District(**{**vars(there), "name": "<b>Uji</b>", "data": data}))
    assert page.count("</script>") == 2
    assert "<b>Uji</b>" not in page


def test_without_javascript_it_says_what_to_do(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    assert "butuh JavaScript" in page.locator("body").inner_text()
    assert not page.locator("#isian").is_visible()
    context.close()


def test_it_is_small(there: District) -> None:
    bare = District(**{**vars(there), "data": {}, "subdistricts": ()})
    assert len(gzip.compress(form_page(bare).encode(), 9)) <= 24_000
