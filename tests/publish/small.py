"""Small sites, published for real, for tests of what is stored."""

from __future__ import annotations

from pathlib import Path

from selebaran.jobs.children import discard
from selebaran.publish.releases import Layout, current, put

HOST = "dinkesuji.example"
Files = dict[str, str]


def publish(out: Path, files: Files, host: str = HOST, layout: Layout = "link", *, published: bool = True) -> str:
    """Publish a small site, or make it as a preview; its release."""
    fresh = out / "tahap" / "baru"
    discard(fresh.parent)  # of one that was stopped
    for name, text in files.items():
        (fresh / name).parent.mkdir(parents=True, exist_ok=True)
        (fresh / name).write_text(text, "utf-8")
    put(out, host, fresh, layout=layout, published=published)
    discard(fresh.parent)
    return current(out, host) or ""


def files_of(root: Path) -> Files:
    return {path.relative_to(root).as_posix(): path.read_text("utf-8") for path in root.rglob("*") if path.is_file()}
