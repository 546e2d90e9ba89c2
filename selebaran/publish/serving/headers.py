"""What is said of every file that is served: headers, what kind it is, how long a browser may keep it.

Each page carries its policy itself; the header repeats it for what isn't a page, and adds what only a header can say.
The servers' own words for this stand in the modules beside this one.
"""

from __future__ import annotations

from selebaran.site.policy import header_policy

HEADERS = {
    "Content-Security-Policy": header_policy(),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "accelerometer=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), "
    "payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Strict-Transport-Security": "max-age=31536000",
}
"""The last one speaks of a host alone: a district's other servers may have no certificate."""
FOR_EACH = "Berlaku di setiap situs: kepala jawaban, jenis berkas, yang sudah dikecilkan; berkas bertitik tidak ada."
"""Said above what holds for all."""
FOR_SITE = "Situs {host}"
FOR_LED = "Tanpa https atau dengan www: diarahkan ke https://{to}"
FOR_MOVED = "Alamat lama {host}: diarahkan ke {to}, kecuali sw.js yang menghapus situs lama dari HP"
FOR_STOPPED = "{host} tidak disajikan lagi: dijawab 410"
FOR_OTHERS = "Nama lain apa pun: ditolak, supaya situs ini tidak muncul di bawah alamat orang lain."
"""Said above what answers for one host, so that whoever sees the file for the first time finds his way."""
TYPES = {
    "html": "text/html",
    "css": "text/css",
    "js": "text/javascript",
    "svg": "image/svg+xml",
    "txt": "text/plain",
    "csv": "text/csv",
    "ics": "text/calendar",
    "xml": "application/xml",
    "json": "application/json",
    "webmanifest": "application/manifest+json",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "webp": "image/webp",
    "pdf": "application/pdf",
    "zip": "application/zip",
}
"""By ending. Servers take these from lists that differ from one machine to the next."""
FEED, FEED_TYPE = "rss.xml", "application/rss+xml"
"""Readers of feeds go by the type, and the ending has another."""
BINARY = ("image/png", "image/jpeg", "image/webp", "application/pdf", "application/zip")
CHARSET = "; charset=utf-8"
NAMED = r"\.[0-9a-f]{8}\.(css|js)"
"""Files whose name tells what is in them (site/sent.py): a browser may keep them for a year."""
KEEP = "public, max-age=31536000, immutable"
NAMED_FILES = ("/assets/gaya.*", "/assets/alat.*")
"""The same in the words of hosts that know no patterns."""
KEPT = {NAMED: KEEP, r"\.(png|jpe?g|webp|svg)": "public, max-age=86400"}
"""How long what ends so may be shown without asking. A picture may be a day old, what people act on may not."""
ASK = "no-cache"
"""Everything else is kept too, and asked for whether it is still the same: a page, a sheet, the worker."""
WORKER = "/sw.js"
GONE = "Situs ini sudah dihentikan."
"""What a host says whose site was taken down, with 410: phones then drop what they had kept."""
ABOUT = (
    "Dibuat oleh `selebaran release deploy`; perubahan dengan tangan akan hilang. Petunjuk: docs/panduan/penyajian.md"
)


def told(media_type: str) -> str:
    """A type as it is sent: whatever is text is UTF-8."""
    return media_type if media_type in BINARY else media_type + CHARSET


def text_types() -> tuple[str, ...]:
    """The types of text, each once."""
    return tuple(dict.fromkeys(one for one in (*TYPES.values(), FEED_TYPE) if one not in BINARY))
