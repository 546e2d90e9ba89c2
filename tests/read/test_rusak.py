"""Every problem has a tiny broken project that causes it, beside the text that an editor then reads.

tests/rusak/_dasar is a whole small project; tests/rusak/<code>/ lies over it. There HAPUS names files to take away,
ULANG says what to append how often ("file times text"), TERBIT asks for a publication, and harapan.txt is what the
command line prints. BENAR ("file first-last", then lines; or "old name -> new name") says how to mend it:
docs/masalah.md shows both.
"""

from __future__ import annotations

import dataclasses
import shutil
from datetime import date
from pathlib import Path

import pikepdf
import pytest

from selebaran.check.run import check_shared
from selebaran.cli.language import Speaker
from selebaran.cli.show import problem_text
from selebaran.compose.edition import Composer
from selebaran.model.problem import Problem
from selebaran.press.audit import Audit, PanelReport
from selebaran.press.gate import check_printed
from selebaran.press.layout import Printed
from selebaran.publish.build import build
from selebaran.publish.layout import site_of
from selebaran.publish.outcome import Report
from selebaran.publish.plan import Plan
from selebaran.read.project import read_project
from selebaran.site.build import build_site
from selebaran.words import of_answers, of_print
from selebaran.words.catalogue import MESSAGES
from tests.conftest import ROOT, TREES
from tests.patience import must_end

DAY = date(2026, 11, 21)
BEFORE_THE_PRESS = {"lipatan-salah", "format-salah", "isi-panel-salah", "isi-panel-bagian", "isi-panel-rancu"}
OWN_TESTS = {"situs-peringatan", "huruf-asing", "tautan-situs-putus", "teks-hilang", "daerah-gagal", "daerah-terputus"}
OWN_TESTS |= {"ubahan-di-luar", "ubahan-nama", "ubahan-tautan"}
OWN_TESTS |= {"situs-terlarang", "lembar-terlarang", "gaya-kurang"}
OWN_TESTS |= {"daerah-melebihi-waktu", "daerah-melebihi-memori", "daerah-melebihi-berkas", "daerah-melebihi-tempat"}
OWN_TESTS |= {"langkah-melebihi-waktu", "hasil-tidak-sah", "penyimpanan-penuh", "penyimpanan-rusak"}
