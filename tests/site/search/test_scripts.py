"""The search's scripts: their own tests, whether what is committed is what their sources make, and what they weigh."""

from __future__ import annotations

import gzip
import json
import os
import re
import subprocess
from pathlib import Path

from scripts.search import SCRIPTS, TARGET, build
from selebaran.model.registry import Registry
from selebaran.site.search_roots import by_rules, shared_words
from selebaran.site.search_text import words_of
from tests.conftest import ROOT
from tests.site.search.conftest import MODULES, NODE, queries

SEARCH = ("cari.js", "cari-mesin.js")
"""What is loaded when somebody types."""
WORKER_LIMIT = 9_700
WORDS = """\
import { readFileSync } from "node:fs"
import { byRules } from "./search/roots.js"
import { wordsOf } from "./search/words.js"
const [words, texts] = JSON.parse(readFileSync(0, "utf8"))
console.log(JSON.stringify([words.map(byRules), texts.map(wordsOf)]))
"""


def node(folder: Path, *arguments: str, given: str = "") -> str:
    command = [str(NODE), *arguments]
    done = subprocess.run(command, cwd=folder, input=given, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_scripts_pass_their_own_tests(workbench: Path) -> None:
    said = node(
        workbench, "--test", *(f"tests/{path.name}" for path in sorted((workbench / "tests").glob("*.test.js")))
    )
    assert re.search(r"^\S+ fail 0$", said, re.M)
    assert not re.search(r"^\S+ (pass|tests) 0$", said, re.M)


def test_the_types_in_the_comments_are_right(workbench: Path) -> None:
    options = "--noEmit --allowJs --checkJs --strict --target es2022 --module nodenext --lib es2022,webworker"
    files = [f"search/{path.name}" for path in sorted((workbench / "search").glob("*.[jt]s"))]
    node(workbench, str(MODULES / "typescript" / "bin" / "tsc"), *options.split(), *files)


def test_what_is_committed_is_what_the_sources_make(tmp_path: Path) -> None:
    build(MODULES, tmp_path)
    for name in SCRIPTS.values():
        assert (TARGET / name).read_bytes() == (tmp_path / name).read_bytes(), "make search"


def test_the_scripts_are_small() -> None:
    sizes = [len(gzip.compress((TARGET / name).read_bytes(), 9)) for name in SEARCH]
    assert sum(sizes) <= WORKER_LIMIT, sizes


def test_the_scripts_ask_for_nothing_that_the_policy_forbids() -> None:
    for name in set(SCRIPTS.values()) - {"alat.js", "cari-baca.js", "simpan.js"}:
        assert not re.search(r"\beval\(|new Function|document\.|https?:|innerHTML", (TARGET / name).read_text("utf-8"))


def test_python_and_the_browser_find_the_same_words_and_roots(workbench: Path, registry: Registry) -> None:
    words = shared_words(registry)
    for name in ("queries.yml", "queries_held_out.yml"):
        words |= {word for group in queries(name).values() for entry in group for word in words_of(entry["q"])}
    stems = sorted(words)
    forms = ("me{}", "di{}kan", "pe{}an", "ke{}an", "ber{}", "ter{}i", "memper{}", "{}nya", "{}lah", "{}-{}an")
    listed = sorted({form.replace("{}", word) for word in stems[::5] for form in forms} | set(stems))
    texts = [page.text_of("") or "" for page in registry.pages]
    texts += [
        "Rumah Sakit é Ḍ ﬁ ½ 08.00–15.00 0811-8165-165 Rp42.000,- anak-anak ‘x’ İ ß",
        "rumah sakit,rumah sakitnya anak2 obat2an anak2nya co2 abc2d",
    ]
    (workbench / "words.mjs").write_text(WORDS, "utf-8")
    found, taken = json.loads(node(workbench, "words.mjs", given=json.dumps([listed, texts])))
    assert dict(zip(listed, found, strict=True)) == {word: by_rules(word) for word in listed}
    assert taken == [words_of(text) for text in texts]


def test_no_tool_is_needed_to_build_a_site() -> None:
    """`make` alone installs no Node: only the tests' requirements name it."""
    assert "nodejs" not in (ROOT / "requirements" / "build.txt").read_text("utf-8")
    assert os.path.commonpath([TARGET, ROOT / "templates"]) == str(ROOT / "templates")
