"""Makes the pictures of changes for the documentation: one fact, one event, one piece, as `selebaran diff` shows them.

Run by `make pictures`. The changes are invented, and are shown of the made-up district alone.
"""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from scripts.pictures import DAY, DISTRICT, ROOT, save
from selebaran.publish.difference.revisions import PARTS

CHANGES = {
    "beda-fakta": ("content/fakta.yml", {"isi: 35000": "isi: 36000"}),
    "beda-acara": (
        f"districts/{DISTRICT}/jadwal.yml",
        {"tempat: Pasar Rekaan Pagi": "tempat: Lapangan Rekaan Pagi", "mulai: 08.30": "mulai: 09.30"},
    ),
    "beda-lembar": ("printables/poster-darurat/piece.html", {"Jangan<br>tunda": "Jangan<br>menunggu"}),
}
"""By picture: a file, and what somebody changes in it."""
WIDTH, TALLEST = 1000, 1150
NOBODY = {"NAME": "rekaan", "EMAIL": "rekaan@contoh.example"}
IDENTITY = {f"GIT_{who}_{key}": value for who in ("AUTHOR", "COMMITTER") for key, value in NOBODY.items()}


def main() -> None:
    """Write all pictures."""
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        project = committed(Path(name) / "proyek")
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for picture, (file, slips) in CHANGES.items():
            path = project / file
            before = path.read_text("utf-8")
            text = before
            for old, new in slips.items():
                assert old in text, f"{file}: {old}"
                text = text.replace(old, new, 1)
            path.write_text(text, "utf-8")
            shown(project, Path(name) / f"{picture}.html", picture, browser)
            path.write_text(before, "utf-8")
            git(project, "commit", "-qam", "kembali")
        browser.close()


def committed(project: Path) -> Path:
    """A copy of the project under git."""
    project.mkdir()
    for part in PARTS:
        (shutil.copytree if (ROOT / part).is_dir() else shutil.copy)(ROOT / part, project / part)
    (project / ".cache").symlink_to(ROOT / ".cache")
    (project / ".gitignore").write_text(".cache\n", "utf-8")
    git(project, "init", "-q")
    git(project, "add", "-A")
    git(project, "commit", "-qm", "awal")
    return project


def git(project: Path, *arguments: str) -> None:
    """Run git there, as nobody."""
    subprocess.run(["git", *arguments], cwd=project, env=os.environ | IDENTITY, check=True)


def shown(project: Path, file: Path, picture: str, browser: Browser) -> None:
    """Commit what was changed, and take a picture of what `selebaran diff` says of it."""
    git(project, "commit", "-qam", picture)
    command = [sys.executable, "-m", "selebaran.cli", "diff", "HEAD~1", "HEAD", "--districts", DISTRICT, "--quiet"]
    subprocess.run([*command, "--as-of", DAY, "--root", str(project), "--out", str(file)], check=True)
    page = browser.new_page(viewport={"width": WIDTH, "height": TALLEST})
    page.goto(file.as_uri())
    save(Image.open(io.BytesIO(page.screenshot())), picture)
    page.close()


if __name__ == "__main__":
    main()
