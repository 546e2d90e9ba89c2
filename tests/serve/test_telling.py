"""The overlay's list: place, fault and cure in words, and nothing that was typed becomes a tag."""

from __future__ import annotations

import json

from selebaran.cli.language import Speaker
from selebaran.cli.show import message_of
from selebaran.model.problem import Place, problem, warning
from selebaran.serve.telling import Telling

SAY = Speaker()
TELLING = Telling(SAY, lambda found: message_of(found, SAY), "tanda")
FAULT = problem("kunci-tidak-dikenal", Place("districts/<b>/daerah.yml", 3, 7), kunci="<script>x", maksud="nama")


def test_a_fault_has_its_place_its_words_and_its_cure() -> None:
    said = json.loads(TELLING.state([FAULT], ""))
    assert said["salah"] == [
        {"tempat": "districts/<b>/daerah.yml:3:7", "pesan": "'<script>x' tidak dikenal", "saran": "maksudnya 'nama'?"}
    ]
    assert said["judul"] == "1 hal perlu dibetulkan"


def test_a_warning_is_a_note_and_asks_for_nothing() -> None:
    said = json.loads(
        TELLING.state([warning("kunci-tidak-dikenal", Place("a.yml"), kunci="x", maksud="", semua="y")], "semua-lembar")
    )
    assert (said["salah"], said["judul"], len(said["catatan"])) == ([], "", 1)
    assert said["sibuk"] == "Lembar sedang dibuat …"


def test_in_a_page_of_faults_words_stay_words() -> None:
    page = TELLING.faults([FAULT], TELLING.script('halaman/a"><script>', "1", "http://localhost:8000/")).decode()
    assert "<code>districts/&lt;b&gt;/daerah.yml:3:7</code>" in page
    assert "&lt;script&gt;x" in page
    assert "<script>" not in page


def test_the_overlay_speaks_the_language_that_was_asked_for() -> None:
    say = Speaker("en")
    told = Telling(say, lambda found: message_of(found, say), "").state([FAULT], "")
    assert json.loads(told)["judul"] == "To be put right: 1"
