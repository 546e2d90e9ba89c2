"""How announcements write things: days, hours, places, what is to be brought, who passed them on. As patterns."""

from __future__ import annotations

import re
from collections.abc import Mapping

FORWARDED = re.compile(r"[\W_]*(?:diteruskan|forwarded)(?: (?:berkali-kali|many times))?[\W_]*", re.I)
EXPORTED = re.compile(r"\[?\d{1,2}[/.]\d{1,2}[/.]\d{2,4},? \d{1,2}[.:]\d{2}(?:[.:]\d{2})?\]?(?: -)? ?[^:\n]{1,40}: ")
"""How a line of an exported chat begins: when, and who."""
MARKS = re.compile(r"(?<!\w)[*_~`]+(?=\S)|(?<=\S)[*_~`]+(?!\w)")
PICTURES = re.compile("[\u2190-\u2bff\ufe0f\u200d\u20e3\U0001f000-\U0001faff]+")
MEANT: Mapping[str, str] = {
    **dict.fromkeys("📅🗓📆", "tanggal"),
    **dict.fromkeys("⏰🕐🕑🕒🕓🕔🕕🕖🕗🕘🕙🕚🕛⏱⌚", "mulai"),
    **dict.fromkeys("📍📌🏢🏠🗺", "tempat"),
    **dict.fromkeys("☎📞📱", "tanya.telepon"),
}
"""Pictures that stand for a label."""
LABEL = re.compile(r"([A-Za-z][A-Za-z /.&-]{1,30}?)\s*[:=]\s*(.*)")
MORE_LABELS: Mapping[str, str] = {
    **dict.fromkeys(("acara", "agenda", "tema"), "judul"),
    **dict.fromkeys(("cp", "narahubung", "contact person", "info", "informasi", "hubungi", "kontak"), "tanya.telepon"),
    **dict.fromkeys(("bawa", "membawa", "yang dibawa", "dibawa", "wajib bawa"), "bawa"),
}
ITEM = re.compile(r"\s*(?:[-–•*✅✔☑]|\d{1,2}[.)])\s*(\S.*)")
MONTH = r"(?:jan|feb|peb|mar|apr|mei|jun|jul|ag[ust]|sep|okt|nov|nop|des)[a-z]*"
WEEKDAY = r"(?:senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|ahad)"
DAY = re.compile(
    rf"(?:({WEEKDAY})[ ,/]+)?"
    rf"(\d{{1,2}}\s+{MONTH}\.?\s+\d{{4}}|\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{4}}|\d{{4}}-\d{{2}}-\d{{2}})",
    re.I,
)
TELLS_HOURS = re.compile(rf"{DAY.pattern}|\b(?:pukul|jam|pkl)\b", re.I)
NO_YEAR = re.compile(rf"(?:{WEEKDAY}[ ,/]+)?\d{{1,2}}(?:\s+{MONTH}|/\d{{1,2}})\b(?!\s*[/-]?\s*\d)", re.I)
VAGUE = re.compile(rf"\b(?:besok|lusa|hari ini|(?:{WEEKDAY}|pekan|minggu) (?:depan|ini))\b", re.I)
CLOCK = r"\d{1,2}[.:]\d{2}"
PART = r"(?:\s*(?:pagi|siang|sore|petang|malam)\b)?"
ZONE = r"(?:\s*(wib|wita|wit)\b)?"
LAST = rf"{CLOCK}{PART}|\d{{1,2}}(?=\s*(?:wi[bt]\b|wita\b|pagi|siang|sore|petang|malam|[,;)]|$)){PART}|selesai"
HOURS = re.compile(
    rf"(?:\b(?:pukul|jam|pkl\.?)\s*(?=\d{{1,2}}(?!\d))|(?={CLOCK}))({CLOCK}{PART}|\d{{1,2}}{PART}){ZONE}"
    rf"(?:\s*(?:-|–|—|s\.?/?d\.?|sampai|hingga)\s*(?:pukul |jam )?({LAST}))?{ZONE}",
    re.I,
)
SHORTENED = r"(?:Jln?|Dsn?|Kp|Kel|Kec|No|Gg|Dr|Prof|Hj?|St)\."
NAME = rf"(?:{SHORTENED}|[A-Z0-9](?:[\w'/-]|\.(?=\w))*|dan|RT|RW)"
"""A word of a place's name. A dot before a blank ends the sentence, if it doesn't shorten a word."""
VENUE = re.compile(rf"\b(?:bertempat )?[Dd]i ({NAME}(?:[ ,]+{NAME})*)")
BUILDINGS = (
    "balai|aula|gedung|rumah|posyandu|puskesmas|pustu|poskesdes|kantor|lapangan|pasar|masjid|musala|mushola|musholla"
    "|gereja|pura|sekolah|sd|smp|sma|halaman|pendopo|taman|terminal|pelabuhan|pos|desa|kelurahan|dusun"
)
NOT_OF_A_NAME = "jam|pukul|pkl|pada|hari|tanggal|mulai|untuk|yang|bagi|dengan|dan|ya"
PLAIN_VENUE = re.compile(rf"\b(?:bertempat )?di ((?:{BUILDINGS})\b(?: (?!(?:{NOT_OF_A_NAME})\b)[\w'/-]+){{0,6}})", re.I)
"""A place whose name begins with what it is, in small letters."""
VENUE_ALONE = re.compile(rf"(?!pos)(?:{BUILDINGS})\b[^.!?:;]{{2,60}}", re.I)
"""A line that is nothing but a place."""
BRING = re.compile(r"\b(?:[Mm]em|MEM)?(?:[Bb]awa|BAWA)(?:lah)?\s+((?:[A-Z]|foto|kartu|surat|buku)[^.!?:\n]*)")
PLEASE = re.compile(r"\s+(?:ya+h?|yuk)\b.*$", re.I)
HEADING = re.compile(r"\W*(?:pengumuman|undangan|info(?:rmasi)?|pemberitahuan|perhatian|penting)\W*", re.I)
"""What stands above any announcement, and is no title."""
BOLD_LINE, BOLD_PART = re.compile(r"^\W*\*[^*]+\*\W*$"), re.compile(r"\*[^*\s][^*]{4,}\*")
ANY_LINE = re.compile(".+")
ENCLOSED = re.compile(r"([*_~`]+)\s+([^*_~`]+?)\s+\1")
SUBDISTRICT = re.compile(r",?\s*\bKec(?:amatan|\.)\s*([A-Z][\w-]+(?: [A-Z][\w-]+)*)")
TELEPHONE = re.compile(r"\+?\d[\d -]{7,}\d")
CONTACT = re.compile(r"(?:cp|wa|hub(?:ungi)?|info|kontak|narahubung)\b[ .]*(.*\d{7}.*|.*\d{3,4}[ -]\d{3,4}.*)", re.I)
"""A line of whom to ask, whose label has no colon."""
GREETING = re.compile(
    r"\W*(?:assalam|wassalam|yth|kepada|selamat (?:pagi|siang|sore|malam)|salam|hal\w*o\b|terima kasih)", re.I
)
LONGEST_TITLE = 90
MOST_TOLD = 20
FORM = "teks"
