"""Messages, calendars, photos, ZIPs and mails become what their sender meant, or what isn't sure is asked for."""

from __future__ import annotations

import io
import re
import zipfile
from email.message import EmailMessage
from pathlib import Path
from zoneinfo import ZoneInfo

import pillow_heif
import pytest
from PIL import Image

from selebaran.desk.agenda import read_agenda
from selebaran.desk.answered import Answers
from selebaran.desk.at_its_cell import Context
from selebaran.desk.changes import changes
from selebaran.desk.district_files import District, district_of
from selebaran.desk.intake import Intake
from selebaran.desk.message import read_message
from selebaran.desk.photo import read_photo
from selebaran.desk.sent import TABLES, Handed, Setting, read_sent, read_table, unpacked
from selebaran.model.problem import Problem
from selebaran.model.registry import Registry
from selebaran.read.strict_yaml import read_yaml
from selebaran.words import of_sent
from selebaran.words.said import said
from tests.conftest import DEMO
from tests.desk.messages import MESSAGES
from tests.desk.messy import EVENT, HEAD, text
from tests.desk.word_files import docx, p, photo
from tests.project import PROJECT

JAKARTA = ZoneInfo("Asia/Jakarta")


@pytest.fixture(scope="module")
def demo(registry: Registry) -> District:
    return district_of(DEMO, registry, PROJECT)


def setting(demo: District) -> Setting:
    return Setting(next(kind for kind in demo.kinds if kind.key == "kegiatan"), JAKARTA)


@pytest.mark.parametrize("name", MESSAGES)
def test_a_message_says_what_its_lines_say_and_what_is_not_sure_is_told(name: str, demo: District) -> None:
    message = MESSAGES[name]
    (offer,), told = read_message(message.text.encode(), "pesan.txt", setting(demo).kind)
    assert {key: said.text for key, said in offer.says.items()} == message.says
    assert sorted(key for key, said in offer.says.items() if said.is_guess) == sorted(message.guessed.split())
    assert sorted(key for key, said in offer.says.items() if said.unsure) == sorted(message.unsure.split())
    assert [(one.code, one.place.line) for one in told] == [("pesan-dilewati", line) for line in message.left]
    for one in offer.says.values():
        assert one.place.file == "pesan.txt"
        assert one.place.line > 0


def taken(demo: District, *files: Handed, **given: str) -> tuple[dict[str, str], dict[str, bytes], list[Problem]]:
    """The texts that change, the pictures that come, and all that is told."""
    found, told = unpacked(files)
    tables = [read_table(one, demo.kinds) for one in found if one.ending in TABLES]
    offers = [read_sent(one, setting(demo)) for one in found if one.ending not in TABLES]
    intake = Intake(tables, offers, Answers({key.replace("__", "."): value for key, value in given.items()}), told)
    merged, pictures = intake.into(demo)
    context = Context(f"districts/{demo.slug}", demo.where, demo.campaign, demo.zone, demo.kinds)
    texts, faults = changes(demo.texts, demo.data, merged, context)
    return texts, pictures, [*intake.problems, *merged.problems, *faults]


def last_event(texts: dict[str, str]) -> dict[str, object]:
    source = read_yaml(texts["jadwal.yml"].encode(), "x")[0]
    assert source is not None
    return dict(source.data["kegiatan"][-1])


def test_a_message_becomes_an_event_and_what_it_does_not_say_is_asked_and_answered(demo: District) -> None:
    message = Handed("pesan.txt", MESSAGES["a day that has another name"].text.encode())
    told = taken(demo, message)[2]
    assert sorted((one.code, one.place.line) for one in told if one.code.startswith("isian")) == [
        ("isian-perlu", 0),
        ("isian-perlu", 0),
        ("isian-tidak-pasti", 1),
    ]
    texts, _, told = taken(demo, message, tanggal="2027-06-09", judul="Pos di pasar", jenis="Penyuluhan")
    assert [one for one in told if one.is_error] == []
    assert last_event(texts) == {
        "id": "pos-di-pasar-2027-06-09",
        "judul": "Pos di pasar",
        "jenis": "penyuluhan",
        "tanggal": "2027-06-09",
        "mulai": "08.00",
        "tempat": "Pasar",
    }


def test_a_message_of_two_days_is_one_event_with_one_of_them_or_two_messages(demo: District) -> None:
    told = taken(demo, Handed("pesan.txt", MESSAGES["two events"].text.encode()))[2]
    cure = "misalnya --set 'tanggal=2027-06-10'; beberapa: simpan tiap kegiatan sebagai pesan sendiri"
    assert cure in "".join(said(one) for one in told)


@pytest.mark.parametrize("raw", [b"halo semua", b"\xff\xfe\x00", b"\x00\x01", b"PK\x03\x04" + bytes(9), b"a" * 70_000])
def test_what_is_no_announcement_is_refused(raw: bytes, demo: District) -> None:
    offers, told = read_message(raw, "pesan.txt", setting(demo).kind)
    assert offers == []
    assert [one.code for one in told if one.is_error] in (
        ["pesan-tanpa-kegiatan"],
        ["kiriman-tidak-terbaca"],
        ["kiriman-terlalu-besar"],
    )


def calendar(*lines: str) -> bytes:
    place = () if any(line.startswith("LOCATION") for line in lines) else ("LOCATION:Balai Rekaan",)
    event = ("BEGIN:VEVENT", "UID:1", "SUMMARY:Posyandu Mawar", *place, *lines, "END:VEVENT")
    return "\r\n".join(("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x", *event, "END:VCALENDAR", "")).encode()


EVERY_OTHER = ("RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;UNTIL=20270630T000000Z",)
CALENDARS: dict[str, tuple[tuple[str, ...], dict[str, str]]] = {
    "a zone": (
        ("DTSTART;TZID=Asia/Jakarta:20270601T090000", "DTEND;TZID=Asia/Jakarta:20270601T110000"),
        {"tanggal": "2027-06-01", "mulai": "09.00", "selesai": "11.00"},
    ),
    "another zone, which makes another day": (
        ("DTSTART:20270601T190000Z", "DURATION:PT90M"),
        {"tanggal": "2027-06-02", "mulai": "02.00", "selesai": "03.30"},
    ),
    "whole days": (
        ("DTSTART;VALUE=DATE:20270601", "DTEND;VALUE=DATE:20270604"),
        {"tanggal": "2027-06-01", "mulai": "sepanjang hari", "tanggal_selesai": "2027-06-03"},
    ),
    "every other Tuesday, but one": (
        ("DTSTART:20270601T090000", *EVERY_OTHER, "EXDATE:20270615T090000"),
        {
            "tanggal": "2027-06-01",
            "mulai": "09.00",
            "ulang.tiap": "2 pekan",
            "ulang.sampai": "2027-06-30",
            "ulang.kecuali": "2027-06-15",
        },
    ),
    "the first Tuesday of a month": (
        ("DTSTART:20270601T090000", "RRULE:FREQ=MONTHLY;BYDAY=1TU"),
        {"tanggal": "2027-06-01", "mulai": "09.00", "ulang.rrule": "FREQ=MONTHLY;BYDAY=1TU"},
    ),
    "an hour that it has anyway, and a note of a program": (
        ("DTSTART:20270601T090000", "RRULE:FREQ=MONTHLY;BYDAY=1TU;BYHOUR=9;BYMINUTE=0;X-NOTE=1"),
        {"tanggal": "2027-06-01", "mulai": "09.00", "ulang.rrule": "FREQ=MONTHLY;BYDAY=1TU"},
    ),
    "a kecamatan and more behind the place, and words of a web page": (
        (
            "DTSTART:20270601T090000",
            "LOCATION:Balai Desa\\, Kec. Contoh Utara\\, Kab. Contoh 42111",
            "DESCRIPTION:<b>Bawa</b> KTP<br>&amp; KK",
        ),
        {
            "tanggal": "2027-06-01",
            "mulai": "09.00",
            "tempat": "Balai Desa",
            "kecamatan": "Contoh Utara",
            "catatan": "Bawa KTP & KK",
        },
    ),
    "one that was called off": (
        ("DTSTART:20270601T090000", "STATUS:CANCELLED", "ORGANIZER;CN=Bu Ani:mailto:ani@contoh.example"),
        {"tanggal": "2027-06-01", "mulai": "09.00", "batal": "ya"},
    ),
}


@pytest.mark.parametrize("name", CALENDARS)
def test_a_calendar_says_days_and_hours_as_the_district_has_them(name: str) -> None:
    lines, says = CALENDARS[name]
    (offer,), told = read_agenda(calendar(*lines), "acara.ics", JAKARTA)
    assert told == []
    assert offer.place.line == 4
    assert {key: said.text for key, said in offer.says.items()} == {
        "judul": "Posyandu Mawar",
        "tempat": "Balai Rekaan",
        **says,
    }


@pytest.mark.parametrize(
    ("lines", "code", "line"),
    [
        (("DTSTART:20270601T090000", "RDATE:20270610T090000"), "isian-tidak-pasti", 4),
        (("DTSTART:20270601T090000", "RRULE:FREQ=HOURLY"), "isian-tidak-pasti", 4),
        (("DTSTART:20270601T090000", "RRULE:FREQ=WEEKLY;BYDAY=TU;BYHOUR=9,10"), "isian-tidak-pasti", 4),
        (("DTSTART:20270601T090000", "RRULE:FREQ=WEEKLY;BYDAY=MO"), "rrule-lain-hari", 4),
        (("DTSTART:kapan",), "isian-perlu", 4),
    ],
)
def test_a_rule_that_no_event_can_have_is_told_at_its_event(
    lines: tuple[str, ...], code: str, line: int, demo: District
) -> None:
    told = taken(demo, Handed("acara.ics", calendar(*lines)), jenis="Posyandu")[2]
    assert (code, "acara.ics", line) in [(one.code, one.place.file, one.place.line) for one in told if one.is_error]


@pytest.mark.parametrize(("answer", "again"), [("2 pekan", {"tiap": "2 pekan"}), ("sekali", None)])
def test_a_rule_that_no_event_can_have_is_answered(answer: str, again: object, demo: District) -> None:
    raw = calendar("DTSTART:20270601T090000", "RRULE:FREQ=HOURLY;INTERVAL=336")
    texts, _, told = taken(demo, Handed("acara.ics", raw), jenis="Posyandu", **{"ulang.tiap": answer})
    assert [one for one in told if one.is_error] == []
    assert last_event(texts).get("ulang") == again


def test_an_answer_for_a_calendar_of_several_events_is_for_those_that_do_not_say_it(demo: District) -> None:
    one = "BEGIN:VEVENT\r\nDTSTART:20270601T090000\r\nSUMMARY:{}\r\nLOCATION:{}\r\nEND:VEVENT\r\n"
    events = one.format("Posyandu Mawar", "Balai Rekaan") + one.format("Hari JKN", "")
    raw = f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x\r\n{events}END:VCALENDAR\r\n".encode()
    _, _, told = taken(demo, Handed("acara.ics", raw))
    asked = [one.values for one in told if one.code == "isian-perlu"]  # the kind stands in the title
    assert asked == [(("isi", "Tempat"), ("tulis", "tempat=…"))]
    texts, _, told = taken(demo, Handed("acara.ics", raw), tempat="Alun-alun")
    assert [one for one in told if one.is_error] == []
    source = read_yaml(texts["jadwal.yml"].encode(), "x")[0]
    assert source is not None
    added = [(one["jenis"], one["tempat"]) for one in source.data["kegiatan"][-2:]]
    assert added == [("posyandu", "Balai Rekaan"), ("hari_jkn", "Alun-alun")]


@pytest.mark.parametrize(
    "raw", [b"", b"halo", b"BEGIN:VCALENDAR\r\nEND:VCALENDAR", b"\xff\xfe", b"BEGIN:VEVENT\n" * 9000]
)
def test_what_is_no_calendar_is_refused(raw: bytes) -> None:
    assert [one.code for one in read_agenda(raw, "a.ics", JAKARTA)[1]] == ["kiriman-tidak-terbaca"]


def heic() -> bytes:
    """A photo as a phone keeps it, with where it was taken."""
    exif = Image.Exif()
    exif[0x010F], exif.get_ifd(0x8825)[1] = "Ponsel Rekaan", "S"
    file = io.BytesIO()
    pillow_heif.from_pillow(Image.linear_gradient("L").resize((2000, 900)).convert("RGB")).save(
        file, exif=exif.tobytes(), quality=40
    )
    return file.getvalue()


def test_a_photo_of_a_phone_is_made_small_and_named_and_asks_for_its_words(demo: District) -> None:
    raw = heic()
    assert b"Ponsel" in raw
    told = taken(demo, Handed("IMG 20.HEIC", raw))[2]
    assert [dict(one.values)["tulis"] for one in told] == ["img-20.jpg=…", "sumber=…"]
    texts, pictures, told = taken(
        demo, Handed("IMG 20.HEIC", raw), **{"img-20.jpg": "Kader", "sumber": "Kantor (rekaan)"}
    )
    assert told == []
    made = pictures["gambar/img-20.jpg"]
    assert b"Ponsel" not in made
    assert Image.open(io.BytesIO(made)).size == (1600, 720)
    assert "- berkas: img-20.jpg\n    teks: Kader\n    sumber: Kantor (rekaan)" in texts["daerah.yml"]


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"x", "gambar-tidak-terbaca"),
        (photo()[:400], "gambar-tidak-terbaca"),
        (bytes((20 << 20) + 1), "gambar-terlalu-besar"),
    ],
)
def test_what_is_no_photo_is_refused(raw: bytes, code: str) -> None:
    assert [one.code for one in read_photo(raw, "a.png")[1]] == [code]


def zipped(**files: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "."), content)
    return file.getvalue()


WORD = docx(p("Loket pindah", style="Title"), p("Loket ada di balai.", style="Subtitle"), p("Bawa KTP."))
TABLE = text(HEAD, EVENT)


def test_the_files_of_a_zip_are_read_one_by_one_and_others_are_named(demo: District) -> None:
    raw = zipped(**{"surat/a__docx": WORD, "b__csv": TABLE, "__MACOSX/._b__csv": b"x", "video__mp4": b"x"})
    texts, _, told = taken(demo, Handed("kiriman.zip", raw), tanggal="2027-01-05")
    assert sorted(texts) == ["halaman/kabar/loket-pindah.md", "jadwal.yml"]
    assert [(one.code, dict(one.values)["isi"]) for one in told] == [("kiriman-dilewati", "video.mp4")]
    broken = zipped(a__docx=WORD[:500], b__csv=TABLE.replace(b"2027-06-10", b"kapan"))
    told = taken(demo, Handed("kiriman.zip", broken))[2]
    assert {(one.code, one.place.file) for one in told} == {
        ("kiriman-tidak-terbaca", "kiriman.zip/a.docx"),
        ("tanggal-tidak-terbaca", "kiriman.zip/b.csv"),
    }


def mail(words: str, *files: tuple[str, bytes]) -> bytes:
    message = EmailMessage()
    message["From"], message["Subject"] = "Bu Sari <sari@contoh.example>", "Pengumuman"
    message.set_content(words)
    for name, content in files:
        message.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    return bytes(message)


def test_the_files_of_a_mail_are_read_or_its_words_where_it_has_none(demo: District) -> None:
    texts, _, told = taken(demo, Handed("surat.eml", mail("Terlampir.", ("Tabel kami.csv", TABLE))))
    assert (sorted(texts), told) == (["jadwal.yml"], [])
    announced = Handed("surat.eml", mail(MESSAGES["a sentence"].text))
    texts, _, told = taken(demo, announced)
    assert last_event(texts)["judul"] == "Pos pendaftaran"
    assert {one.place.file for one in told} == {"surat.eml/isi.txt"}
    assert "sari@" not in "".join(texts.values())


@pytest.mark.parametrize(
    ("name", "raw", "code"),
    [
        ("a.zip", b"halo", "kiriman-tidak-terbaca"),
        ("a.zip", zipped(**{f"{n}__txt": b"x" for n in range(50)}), "kiriman-terlalu-besar"),
        ("a.zip", zipped(a__csv=bytes(61 << 20)), "kiriman-terlalu-besar"),
        ("a.zip", zipped(), "kiriman-tidak-terbaca"),
        ("a.eml", b"", "kiriman-tidak-terbaca"),
    ],
)
def test_what_is_no_parcel_or_too_much_of_one_is_refused(name: str, raw: bytes, code: str) -> None:
    found, told = unpacked([Handed(name, raw)])
    assert (found, [one.code for one in told]) == ([], [code])


def test_a_name_within_a_zip_leads_nowhere_and_a_zip_in_a_zip_stays_shut(demo: District) -> None:
    inner = zipped(b__csv=TABLE)
    found, told = unpacked([Handed("a.zip", zipped(**{"../../../etc/b__csv": TABLE, "dalam__zip": inner}))])
    assert [one.label for one in found] == ["a.zip/b.csv"]
    assert [(one.code, dict(one.values)["isi"]) for one in told] == [("kiriman-dilewati", "dalam.zip")]
    assert read_table(found[0], demo.kinds).rows


def test_every_message_about_a_sent_file_has_a_test_that_causes_it() -> None:
    tests = "".join(path.read_text("utf-8") for path in (Path(__file__), Path(__file__).with_name("test_word.py")))
    tests += (Path(__file__).parents[1] / "cli" / "test_intake.py").read_text("utf-8")
    assert {code for code in of_sent.MESSAGES if not re.search(rf'["\[]{code}', tests)} == set()
