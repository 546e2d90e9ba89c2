"""Where everything lies in an output folder. No other module joins these names.

`situs/<host>` are the web roots, `portal` the portal's: each a link into `.rilis/`, where what is published lies. For
staff alone are `laporan/`, `penyajian/` and `kit/`: in no public root.
"""

from __future__ import annotations

from pathlib import Path

SITES, PORTAL, STORE, SERVING = "situs", "portal", ".rilis", "penyajian"
BLOBS = ".gudang"
"""Within the store: every file that any release has, by its digest."""
UNFINISHED = ".sementara"
"""Within the store: what is being made, or being removed. It is empty unless somebody is at work."""
MEMORY = ".ingatan"
"""Within the store: what earlier builds were made from and what they said, so that it isn't made again."""
RECORD = "catatan.json"
"""Beside the releases of a web root: which were current, and since when."""
PROVENANCE, SIGNATURE = ".manifest.json", ".tanda.json"
"""How the names of files end that lie beside a release: what it was made from, and the signature of that."""
OLD_PORTAL_FILE = "tokens.css"


def site_of(out: Path, host: str) -> Path:
    """The web root of a host."""
    return out / SITES / host


def root_of(out: Path, name: str) -> Path:
    """The web root of a host, or of the portal where its name is given."""
    return out / PORTAL if name == PORTAL else site_of(out, name)


def received_of(out: Path) -> Path:
    """The list of what was handed in, beside the reports of builds."""
    return out / "laporan" / "kiriman.csv"


def serving_of(out: Path, target: str) -> Path:
    """Where the configuration of a server or a host lies."""
    return out / SERVING / target


def store_of(out: Path) -> Path:
    """What lies behind the links."""
    return out / STORE


def memory_of(out: Path) -> Path:
    """What is remembered of builds."""
    return out / STORE / MEMORY


def blob_of(out: Path, digest: str) -> Path:
    """The file of this content."""
    return Path(blob_name(out, digest))


def blob_name(out: Path, digest: str) -> str:
    """The same as text. A build asks for thousands, and to make a `Path` of a name takes longer than to link it."""
    return f"{out}/{STORE}/{BLOBS}/{digest[:2]}/{digest[2:]}"


def tree_of(out: Path, name: str, release: str) -> Path:
    """The folder of a release."""
    return out / STORE / name / release


def manifest_of(out: Path, name: str, release: str) -> Path:
    """The list of a release's files; it lies beside them, where nobody is served it."""
    return out / STORE / name / f"{release}.json"


def provenance_of(out: Path, name: str, release: str) -> Path:
    """What a release was made from; it lies beside it, too."""
    return out / STORE / name / f"{release}{PROVENANCE}"


def signature_of(out: Path, name: str, release: str) -> Path:
    """Who vouches for a release: the signature of what it was made from."""
    return out / STORE / name / f"{release}{SIGNATURE}"


def record_of(out: Path, name: str) -> Path:
    """What is remembered of the releases of a web root."""
    return out / STORE / name / RECORD


def names_in(out: Path) -> tuple[str, ...]:
    """The web roots that have releases."""
    store = out / STORE
    found = store.iterdir() if store.is_dir() else ()
    return tuple(sorted(path.name for path in found if path.is_dir() and not path.name.startswith(".")))


def hosts_in(out: Path) -> frozenset[str]:
    """The hosts whose web roots lie there."""
    sites = out / SITES
    found = sites.iterdir() if sites.is_dir() else ()
    return frozenset(path.name for path in found if path.is_dir() and not path.name.startswith("."))


def old_form(out: Path, hosts: tuple[str, ...]) -> Path | None:
    """A web root or a portal where versions before this one put them; None where there is none."""
    if (out / PORTAL / OLD_PORTAL_FILE).is_file() and not (out / PORTAL).is_symlink():
        return out / PORTAL
    return next((out / host for host in hosts if (out / host).is_dir()), None)
