"""Headers for whoever serves the web roots, in the words of three servers: dist/penyajian/.

They lie beside the web roots, in none of them: a host must not take a file of a site for an instruction. Each page
carries its policy itself; the header repeats it for what isn't a page, and adds what only a header can say.
"""

from __future__ import annotations

from selebaran.publish.plan import Plan
from selebaran.publish.swap import put
from selebaran.site.policy import header_policy

FOLDER = "penyajian"
HEADERS = {
    "Content-Security-Policy": header_policy(),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "accelerometer=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), "
    "payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
NAMED = r"\.[0-9a-f]{8}\.(css|js)$"
"""Files whose name tells what is in them (site/sent.py): a browser may keep them for a year."""
KEEP = "public, max-age=31536000, immutable"
NAMED_FILES = ("/assets/gaya.*", "/assets/alat.*")
"""The same in the words of hosts that know no patterns."""
ABOUT = "Dibuat oleh `selebaran build`; perubahan dengan tangan akan hilang. Cara memakainya: docs/panduan/penyajian.md"


def write_serving(plan: Plan) -> None:
    """Write the files; each is put in place whole."""
    for name, text in serving_files().items():
        put(plan.out / FOLDER / name, text)


def serving_files() -> dict[str, str]:
    """The files by name."""
    return {"Caddyfile": _caddy(), "nginx.conf": _nginx(), "_headers": _netlify()}


def _caddy() -> str:
    lines = [f'\t\t{name} "{value}"' for name, value in HEADERS.items()]
    kept = [f"\t@bernama path_regexp {NAMED}", f'\theader @bernama Cache-Control "{KEEP}"']
    return "\n".join([f"# {ABOUT}", "(selebaran) {", "\theader {", *lines, "\t\t-Server", "\t}", *kept, "}", ""])


def _nginx() -> str:
    lines = [f'add_header {name} "{value}" always;' for name, value in HEADERS.items()]
    kept = f'location ~ "{NAMED}" {{ expires 1y; }}'  # no add_header in it: then those above hold there too
    return "\n".join([f"# {ABOUT}", *lines, "server_tokens off;", "gzip_static on;", kept, ""])


def _netlify() -> str:
    lines = [f"  {name}: {value}" for name, value in HEADERS.items()]
    kept = [line for path in NAMED_FILES for line in (path, f"  Cache-Control: {KEEP}")]
    return "\n".join([f"# {ABOUT}", "/*", *lines, *kept, ""])
