"""`selebaran changes`: whose files a change touches, and whether an account may do so. Real git, real commits."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from selebaran.cli.main import main

LISTED = """\
penjaga: [pusat]
daerah:
  - slug: kab-uji
    akun: [dinkes-uji, admin-bersama]
  - slug: kab-sehat
    akun: [dinkes-sehat, admin-bersama]
"""
IDENTITY = {
    "GIT_AUTHOR_NAME": "pusat",  # anybody can write this name
    "GIT_AUTHOR_EMAIL": "pusat@uji.example",
    "GIT_COMMITTER_NAME": "pusat",
    "GIT_COMMITTER_EMAIL": "pusat@uji.example",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
}


class Repository:
    """A project under git, with a commit `main` and what is made on the branch `usul`."""

    def __init__(self, root: Path) -> None:
        self.root, self.minute = root, 0
        root.mkdir()
        self.git("init", "-q", "-b", "main")
        for slug in ("kab-uji", "kab-sehat"):
            self.write(f"districts/{slug}/daerah.yml", "nama: Kabupaten\n" * 20)
        self.write("districts/_daftar.yml", LISTED)
        self.write("content/daftar.md", "Cara mendaftar\n")
        self.commit()
        self.git("checkout", "-q", "-b", "usul")

    def git(self, *arguments: str, given: bytes | None = None) -> str:
        self.minute += 1  # git names the youngest of several commits first
        dates = dict.fromkeys(("GIT_AUTHOR_DATE", "GIT_COMMITTER_DATE"), f"2026-11-21T09:{self.minute:02}:00Z")
        env = {**os.environ, **IDENTITY, **dates}
        done = subprocess.run(["git", *arguments], cwd=self.root, env=env, input=given, capture_output=True, check=True)
        return done.stdout.decode().strip()

    def write(self, name: str, text: str) -> None:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    def commit(self) -> None:
        self.git("add", "-A")
        self.git("commit", "-q", "-m", "ubah")


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path / "proyek")


def asked(repository: Repository, account: str, *more: str, base: str = "main", head: str = "usul") -> int:
    arguments = ["changes", base, head, "--akun", account, "--root", str(repository.root), *more]
    with pytest.raises(SystemExit) as end:
        main(arguments)
    return int(end.value.code or 0)


def test_a_district_may_change_its_own_folder_and_no_other(
    repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    repository.write("districts/kab-uji/jadwal.yml", "kegiatan:\n")
    repository.commit()
    assert asked(repository, "@Dinkes-Uji") == 0
    assert capsys.readouterr().out.splitlines()[0] == "kab-uji: 1 berkas"
    assert asked(repository, "dinkes-sehat") == 1
    assert asked(repository, "orang-luar") == 1
    said = capsys.readouterr().err
    assert "districts/kab-uji/jadwal.yml: error[ubahan-di-luar]: akun 'dinkes-sehat' tidak memegang berkas ini" in said
    assert "akun ini hanya memegang districts/kab-sehat/" in said
    assert "minta penjaga pusat mencatat akunnya" in said


def test_a_change_gives_itself_no_right(repository: Repository) -> None:
    repository.write("districts/_daftar.yml", LISTED.replace("[pusat]", "[pusat, orang-luar]"))
    repository.commit()
    assert asked(repository, "orang-luar") == 1
    assert asked(repository, "pusat") == 0


def test_a_renamed_and_a_deleted_file_count_where_they_were(
    repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    repository.git("mv", "districts/kab-sehat/daerah.yml", "districts/kab-uji/lain.yml")
    repository.git("rm", "-q", "content/daftar.md")
    repository.commit()
    assert asked(repository, "dinkes-uji", "--json") == 1
    told = json.loads(capsys.readouterr().out)
    assert (told["may"], told["districts"], told["shared"]) == (False, {"kab-uji": 1, "kab-sehat": 1}, 1)
    assert [(one["file"], one["code"]) for one in told["problems"]] == [
        ("content/daftar.md", "ubahan-di-luar"),
        ("districts/kab-sehat/daerah.yml", "ubahan-di-luar"),
    ]


def test_a_path_with_a_line_break_is_one_path(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    repository.write("districts/kab-uji/a\ndistricts/kab-sehat/b.yml", "x")
    repository.commit()
    assert asked(repository, "dinkes-uji") == 1
    said = capsys.readouterr()
    assert "ubahan-nama" in said.err
    assert said.out.startswith("kab-uji: 1 berkas\n")
    assert "kab-sehat:" not in said.out


@pytest.mark.parametrize(
    ("mode", "path", "code"),
    [
        ("120000", "districts/kab-uji/gambar/pos.jpg", "ubahan-tautan"),
        ("160000", "districts/kab-uji/halaman", "ubahan-tautan"),
        ("120000", "districts/kab-uji", "ubahan-di-luar"),
        ("100644", "districts/Kab-Uji/daerah.yml", "ubahan-di-luar"),
        ("100644", "Districts/kab-uji/daerah.yml", "ubahan-di-luar"),
        ("100644", "districts/kab-uji.yml", "ubahan-di-luar"),
        ("100644", "districts/kab-uji-baru/daerah.yml", "ubahan-di-luar"),
        ("100644", ".gitmodules", "ubahan-di-luar"),
        ("100644", "districts/kab-uji/.gitattributes", "ubahan-nama"),
        ("100644", "districts/kab-uji/..\\kab-sehat\\daerah.yml", "ubahan-nama"),
        ("100644", "districts/kab-uji/halaman/aux.md", "ubahan-nama"),
        ("100644", "districts/kab-uji/d\u0430erah.yml", "ubahan-nama"),
    ],
)
def test_what_only_looks_like_an_own_file_is_refused(
    mode: str, path: str, code: str, repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    if mode == "160000":
        digest = repository.git("rev-parse", "HEAD")
    else:
        digest = repository.git("hash-object", "-w", "--stdin", given=b"../kab-sehat")
    if path == "districts/kab-uji":
        repository.git("rm", "-q", "-r", "--cached", path)
    repository.git("update-index", "--add", "--cacheinfo", f"{mode},{digest},{path}")
    repository.git("commit", "-q", "-m", "ubah")
    assert asked(repository, "dinkes-uji") == 1
    assert f"error[{code}]" in capsys.readouterr().err


def test_a_way_up_within_a_tree_is_refused(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    """git itself makes no such tree; whoever writes one by hand can push it."""
    blob = repository.git("hash-object", "-w", "--stdin", given=b"x")
    inner = repository.git("mktree", given=f"100644 blob {blob}\tdaerah.yml\n".encode())
    for name in ("kab-sehat", "..", "kab-uji", "districts"):
        raw = b"40000 " + name.encode() + b"\0" + bytes.fromhex(inner)
        inner = repository.git("hash-object", "-w", "--literally", "-t", "tree", "--stdin", given=raw)
    made = repository.git("commit-tree", inner, "-p", "main", "-m", "ubah")
    assert asked(repository, "dinkes-uji", head=made) == 1
    assert "districts/kab-uji/../kab-sehat/daerah.yml: error[ubahan-nama]" in capsys.readouterr().err


def test_what_the_base_got_meanwhile_is_no_change_of_the_head(repository: Repository) -> None:
    repository.write("districts/kab-uji/jadwal.yml", "kegiatan:\n")
    repository.commit()
    repository.git("checkout", "-q", "main")
    repository.write("content/daftar.md", "Cara baru\n")
    repository.commit()
    assert asked(repository, "dinkes-uji") == 0


def test_where_histories_crossed_what_differs_from_either_side_counts(repository: Repository) -> None:
    """A merge that silently takes back the centre's change, seen from the one common commit, changes nothing."""
    repository.git("checkout", "-q", "main")
    repository.write("content/daftar.md", "Cara baru\n")
    repository.commit()
    repository.git("checkout", "-q", "usul")
    repository.write("districts/kab-uji/jadwal.yml", "kegiatan:\n")
    repository.commit()
    old = repository.git("rev-parse", "usul")
    repository.git("checkout", "-q", "main")
    tree = repository.git("rev-parse", "usul^{tree}")
    taken_back = repository.git("commit-tree", tree, "-p", old, "-p", "main", "-m", "gabung")
    repository.git("merge", "-q", "--no-edit", old)
    assert len(repository.git("merge-base", "--all", "main", taken_back).split()) == 2
    assert asked(repository, "dinkes-uji", head=taken_back) == 1


@pytest.mark.parametrize(
    ("change", "code", "said"),
    [
        ({"account": " "}, 2, "tulis akun yang meminta perubahan"),
        ({"base": "tidak-ada"}, 3, "revisi 'tidak-ada' tidak ada"),
        ({"head": "--output=x"}, 2, "--output"),
        ({"base": "sendiri"}, 3, "tidak punya riwayat bersama"),
    ],
)
def test_what_cannot_be_answered_lets_nobody_in(
    change: dict[str, str], code: int, said: str, repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    alone = repository.git("commit-tree", repository.git("rev-parse", "main^{tree}"), "-m", "lain")
    repository.git("branch", "sendiri", alone)
    given = {"account": "pusat", **change}
    assert asked(repository, given.pop("account"), **given) == code
    assert said in capsys.readouterr().err


def test_without_git_or_a_repository_it_is_the_environment(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (repository.root / ".git").rename(tmp_path / "git")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    assert asked(repository, "pusat") == 3
    monkeypatch.setenv("PATH", "")
    assert asked(repository, "pusat") == 3
    said = capsys.readouterr().err
    assert "bukan repositori git" in said
    assert "program git tidak ada di komputer ini" in said


def test_a_base_whose_list_cannot_be_read_lets_nobody_in(
    repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    repository.git("checkout", "-q", "main")
    repository.write("districts/_daftar.yml", LISTED.replace("kab-sehat", "Kab Sehat"))
    repository.commit()
    assert asked(repository, "pusat") == 1
    assert "slug-tidak-sah" in capsys.readouterr().err
