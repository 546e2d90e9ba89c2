"""Pictures to be passed on, the messages of a month in a ZIP, the sheets of an event in one PDF."""

from __future__ import annotations

import dataclasses
import html
import io
import re
import shutil
import zipfile
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from selebaran.check.entries import check_entries
from selebaran.cli.main import main
from selebaran.compose.edition import Composer
from selebaran.compose.fact.notices import card_notices
from selebaran.compose.fact.policy import FactPolicy
from selebaran.compose.page.sharing import with_offers_shared
from selebaran.compose.piece.cards import CardComposer
from selebaran.compose.piece.sheet import PieceComposer
from selebaran.model.edition import Card, Edition
from selebaran.model.problem import Place
from selebaran.model.registry import Registry
from selebaran.model.sharing import SIZES, PictureSpec
from selebaran.press.build import print_piece
from selebaran.press.job import PieceJob
from selebaran.press.layout import Press
from selebaran.publish.kept import made_from
from selebaran.publish.pictures import Pictures, pieces_of
from selebaran.publish.sharing import SharedMade, made_shared
from selebaran.read.districts import read_district
from selebaran.site.job import SiteJob, make_site
from tests.conftest import DAY, DEMO, SHORT
from tests.project import PROJECT

EVENT = "pos-pasar-rekaan"
LAST = date(2025, 10, 12)
"""The last day on which two rules of a picture were not due in the tests' register."""


def with_pictures(registry: Registry, *names: str) -> Registry:
    """The project with few of its pictures, others of whole pages, and of the demonstration district's events the next
    one."""
    sharing, folder = registry.campaign.sharing, registry.districts[DEMO]
    assert sharing
    known = {spec.name: spec for spec in sharing.pictures}
    pictures = tuple(known.get(name) or picture_of(name) for name in names)
    groups = (sharing.groups[0].model_copy(update={"pictures": pictures}),)
    campaign = registry.campaign.model_copy(update={"sharing": sharing.model_copy(update={"groups": groups})})
    events = tuple(event for event in folder.events if event.id == EVENT)
    districts = {**registry.districts, DEMO: dataclasses.replace(folder, events=events)}
    return dataclasses.replace(registry, campaign=campaign, districts=districts)


def picture_of(page: str) -> PictureSpec:
    return PictureSpec(nama=page, judul=page, isi=(f"{page}/pembuka",), seni="ktp", teks="KTP")


@pytest.fixture(scope="module")
def few(registry: Registry) -> Registry:
    return with_pictures(registry, "cukup-ktp", "pesan-mei")


@pytest.fixture(scope="module")
def edition(few: Registry) -> Edition:
    return Composer(few).compose(DEMO, as_of=DAY, profiles=(), sharing=True)


@pytest.fixture(scope="module")
def made(edition: Edition, press: Press, tmp_path_factory: pytest.TempPathFactory) -> SharedMade:
    folder = tmp_path_factory.mktemp("gambar")
    found = made_shared(edition, Pictures(press, folder), press, folder)
    assert found.problems == ()
    return found


@pytest.fixture(scope="module")
def site(edition: Edition, made: SharedMade, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("situs")
    done = make_site(SiteJob(with_offers_shared(edition, made.offers), made.files), out)
    assert done.problems == ()
    return out


def card(edition: Edition, name: str) -> Card:
    return next(one for one in edition.shared.cards if one.name == name)


def test_each_picture_has_its_size_and_weighs_little(made: SharedMade) -> None:
    allowed = {(size.width_px, size.height_px): size.most_bytes for size in SIZES.values()}
    pictures = {file.path: file.content for file in made.files if file.path.endswith(".png")}
    assert len(pictures) == 4 + 3 + 4  # a page, a message, an event
    for content in pictures.values():
        with Image.open(io.BytesIO(content)) as image:
            assert (image.format, image.mode) == ("PNG", "P")
            assert len(content) <= allowed[image.size]


def test_a_picture_says_when_its_rules_were_so_and_whom_to_ask_and_an_event_where_it_is_told(edition: Edition) -> None:
    square = card(edition, "cukup-ktp").made["persegi"].made[0].html
    assert "Masih benar? Telepon 165" in square
    assert re.search(r"Keadaan (?:\w+ 20\d\d(?:, )?)+\.", square)
    event = card(edition, f"acara-{EVENT}").made["persegi"].made[0].html
    for told in ("Pos pendaftaran JKN", "3 Desember 2026", "08.30–13.00 WIB", "Pasar Rekaan Pagi", "Daerah rekaan"):
        assert told in event
    words = html.unescape(re.sub(r"<[^>]+>", "", event))
    assert f"kab-contoh.example/jadwal/{EVENT}" in words


def test_a_picture_that_names_no_district_is_one_for_all_and_is_drawn_once(
    few: Registry, edition: Edition, made: SharedMade, press: Press, tmp_path: Path
) -> None:
    composer = Composer(few)
    elsewhere = composer.compose(SHORT, as_of=DAY, profiles=(), sharing=True).shared.cards
    shared = [one for one in edition.shared.cards if not one.is_districts]
    assert [one.name for one in shared] == ["cukup-ktp", "pesan-mei"] == [one.name for one in elsewhere]
    keys = [made_from(piece) for _, piece in pieces_of(shared)]
    assert keys == [made_from(piece) for _, piece in pieces_of(elsewhere)]
    cache = tmp_path / "gambar"
    cache.mkdir()
    for key in keys:
        (cache / f"{key}.png").write_bytes(b"drawn before")
    no_press: Press = None  # type: ignore[assignment]
    pictures = Pictures(no_press, tmp_path)
    pictures.prepare(composer.cards_for_all(DAY, published=False))
    found = {pictures.of(piece, shape, "", {}).png for shape, piece in pieces_of(elsewhere)}
    assert found == {b"drawn before"}


def test_what_a_district_wrote_anew_or_is_called_makes_a_picture_of_its_own(registry: Registry) -> None:
    composer = Composer(with_pictures(registry, "mengapa-ikut", "pbi-tidak-aktif"))

    def keys(cards: Iterable[Card]) -> dict[str, str]:
        return {one.name: made_from(one.made["persegi"].made[0]) for one in cards}

    def of(slug: str) -> dict[str, str]:
        return keys(composer.compose(slug, as_of=DAY, profiles=(), sharing=True).shared.cards)

    shared = keys(composer.cards_for_all(DAY, published=False))
    assert shared.keys() == {"mengapa-ikut"}, "the other says what a village is called"
    demo, short = of(DEMO), of(SHORT)
    assert short["mengapa-ikut"] == shared["mengapa-ikut"]
    assert demo["mengapa-ikut"] != shared["mengapa-ikut"], "the demonstration district wrote that page anew"
    assert demo.keys() > short.keys() == {"mengapa-ikut", "pbi-tidak-aktif"}


def test_a_publication_draws_nothing_of_which_a_rule_is_due(few: Registry) -> None:
    cards = CardComposer(few, PieceComposer(few))
    (last, _), (after, _) = (cards.for_all(day, published=True) for day in (LAST, LAST + timedelta(days=1)))
    assert [bool(outcome.made) for outcome in last.made.values()] == [True] * 4
    assert "Berlaku sampai 12 Oktober 2025." in last.made["persegi"].made[0].html
    assert "PRATINJAU" not in last.made["persegi"].made[0].html
    assert [outcome.made for outcome in after.made.values()] == [()] * 4


def test_who_publishes_is_told_once_for_each_rule_which_pictures_wait_for_it(few: Registry) -> None:
    policy = FactPolicy(few.facts, DAY, few.campaign.ask, published=True)
    waiting = list(card_notices(CardComposer(few, PieceComposer(few)).for_all(DAY, published=True), policy))
    told = {dict(found.values)["id"]: dict(found.values)["lembar"] for found in waiting}
    assert len(told) == len(waiting)
    assert told["REG-02"] == "gambar cukup-ktp, pesan-mei"
    assert told["REG-07"] == "gambar cukup-ktp"


def test_the_page_shows_each_picture_with_words_to_copy_and_loads_it_late(site: Path) -> None:
    page = (site / "bagikan" / "index.html").read_text("utf-8")
    shown = re.findall(r'<img src="([^"]*bagikan/[^"]*|cukup[^"]*|[^"]*persegi[^"]*|[^"]*1080x1080.png)"[^>]*>', page)
    images = re.findall(r"<img [^>]*1080x1080[^>]*>", page)
    assert len(images) == 3 and shown
    assert all('loading="lazy"' in image and re.search(r'alt="[^"]{20,}"', image) for image in images)
    caption = re.search(r'<pre [^>]*id="pesan-cukup-ktp">(.*?)</pre>', page, re.S)
    assert caption
    words = html.unescape(caption[1])
    assert words.startswith("(PRATINJAU) *Berobat cukup tunjukkan KTP*\n\nTidak perlu kartu plastik")
    assert words.endswith("https://kab-contoh.example/cukup-nik/")
    assert len(re.findall(r'href="[^"]*1080x1920\.png" download', page)) == 3
    assert re.search(r'<details class="kartu"[^>]* data-sampai="2026-12-03T13:00\+07:00"', page)


def test_a_link_to_a_page_with_a_picture_shows_it_in_chats_and_no_other_page_promises_one(site: Path) -> None:
    def tags(name: str) -> dict[str, str]:
        page = (site / name / "index.html").read_text("utf-8")
        return dict(re.findall(r'<meta property="(og:[a-z:]+)" content="([^"]*)">', page))

    found = tags("cukup-nik")
    assert found["og:image"] == "https://kab-contoh.example/bagikan/cukup-ktp-1200x630.png"
    assert (site / "bagikan" / "cukup-ktp-1200x630.png").is_file()
    assert found["og:title"].endswith("Berobat cukup tunjukkan KTP")
    assert (found["og:image:width"], found["og:image:height"]) == ("1200", "630")
    assert tags(f"jadwal/{EVENT}")["og:image"].endswith(f"acara-{EVENT}-1200x630.png")
    assert "og:image" not in tags("iuran")


def test_the_messages_of_a_month_are_one_zip_with_pictures_and_words(made: SharedMade) -> None:
    archives = {file.path: file.content for file in made.files if file.path.endswith(".zip")}
    assert list(archives) == ["bagikan/pesan-05-mei.zip"]
    with zipfile.ZipFile(io.BytesIO(archives["bagikan/pesan-05-mei.zip"])) as opened:
        assert opened.namelist()[0] == "pesan-mei.txt"
        assert len(opened.namelist()) == 4
        words = opened.read("pesan-mei.txt").decode()
        assert "Bekerja dan diupah?" in words and words.endswith("/pekerja/\n")
        assert {entry.date_time for entry in opened.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_page_of_an_event_offers_its_sheets_as_one_pdf(made: SharedMade, site: Path) -> None:
    pdf = next(file for file in made.files if file.path == f"bagikan/acara-{EVENT}.pdf")
    document = pypdfium2.PdfDocument(pdf.content)
    words = [page.get_textpage().get_text_range() for page in document]
    document.close()
    assert len(words) == 3, "poster, invitations, registration"
    assert all("3 Desember 2026" in text for text in words)
    page = (site / "jadwal" / EVENT / "index.html").read_text("utf-8")
    assert re.search(rf'href="[^"]*bagikan/acara-{EVENT}\.pdf"', page)
    assert "3 halaman" in page


def test_what_an_earlier_build_made_of_the_same_is_not_drawn_again(
    edition: Edition, made: SharedMade, press: Press, tmp_path: Path
) -> None:
    for file in made.files:
        (tmp_path / file.path).parent.mkdir(exist_ok=True)
        (tmp_path / file.path).write_bytes(file.content)
    no_press: Press = None  # type: ignore[assignment]
    pictures = Pictures(no_press, tmp_path / "tempat lain")
    cards = dataclasses.replace(edition, shared=dataclasses.replace(edition.shared, sheets=()))
    again = made_shared(cards, pictures, no_press, tmp_path)
    assert {f.path: f.content for f in again.files if f.path.endswith(".png")} == {
        f.path: f.content for f in made.files if f.path.endswith(".png")
    }


def test_pictures_are_made_with_the_site_that_shows_them(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(["build", DEMO, "--bagikan", "--only", "site", "--root", str(PROJECT)])
    assert end.value.code == 2
    assert "hapus --only" in capsys.readouterr().err


def with_photo(registry: Registry, file: str) -> Registry:
    """The demonstration district, with a photo at its next event."""
    folder = registry.districts[DEMO]
    (event,) = (one for one in folder.events if one.id == EVENT)
    shown = event.model_copy(update={"picture": file})
    districts = {**registry.districts, DEMO: dataclasses.replace(folder, events=(shown,))}
    return dataclasses.replace(registry, districts=districts)


def test_a_photo_of_the_district_stands_on_the_poster_but_not_where_it_is_copied(
    registry: Registry, press: Press
) -> None:
    asked = {"poster-acara": ("kantor", "hemat")}
    composer = Composer(with_photo(registry, "puskesmas-rekaan.png"))
    edition = composer.compose(DEMO, as_of=DAY, profiles=(), asked=asked)
    office, copied = next(outcome.made for outcome in edition.outcomes if outcome.name == "poster-acara")
    assert 'class="foto"' in office.html and 'alt="' in office.html
    assert 'class="foto"' not in copied.html
    printed = print_piece(press, PieceJob((office,), edition.frame.names.district))
    assert not [fault for fault in printed.problems if fault.is_error]
    pdf = next(file.content for file in printed.files if file.path.endswith("kantor.pdf"))
    document = pypdfium2.PdfDocument(pdf)
    kinds = [found.type for found in document[0].get_objects(max_depth=5)]
    document.close()
    assert pypdfium2.raw.FPDF_PAGEOBJ_IMAGE in kinds


def test_a_photo_that_the_district_has_not_listed_is_told_where_it_is_named(registry: Registry, tmp_path: Path) -> None:
    project = tmp_path / "proyek"
    shutil.copytree(PROJECT / "districts" / DEMO, project / "districts" / DEMO)
    file = project / "districts" / DEMO / "jadwal.yml"
    text = file.read_text("utf-8")
    file.write_text(
        text.replace("    bawa: [KTP, Kartu Keluarga, HP]\n", "    bawa: [KTP]\n    gambar: puskesmas-rekan.png\n", 1)
    )
    entry = next(one for one in registry.listed if one.slug == DEMO)
    at = Place("districts/_daftar.yml")
    folder, _ = read_district(project / "districts", "districts", entry, at, registry.campaign, strays=())
    assert folder
    (found,) = (one for one in check_entries(folder, DAY) if one.code == "gambar-tidak-terdaftar")
    assert (found.place.file, dict(found.values)["maksud"]) == (f"districts/{DEMO}/jadwal.yml", "puskesmas-rekaan.png")
    assert found.place.line > 0
