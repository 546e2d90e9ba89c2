"""A build of the sheets alone leaves no sheet in the old site that no longer holds."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from selebaran.compose.edition import Composer
from selebaran.model.edition import Edition
from selebaran.publish.old_sheets import take_away_old
from selebaran.publish.swap import write
from tests.conftest import DAY, SHORT

LEAFLET, POSTER = "unduh/leaflet-daftar/leaflet-daftar", "unduh/poster-cukup-ktp/poster-cukup-ktp"
OLD = (
    f"{LEAFLET}-layar.pdf",
    f"{LEAFLET}-kantor.pdf",
    f"{LEAFLET}-kantor-f4.pdf",
    f"{LEAFLET}-percetakan.pdf",
    f"{LEAFLET}-percetakan-pesanan.pdf",
    f"{LEAFLET}-percetakan-pesanan.json",
    "unduh/leaflet-daftar/leaflet-daftar.png",
    f"{POSTER}-kantor.pdf",
    "unduh/poster-cukup-ktp/poster-cukup-ktp.png",
)


@pytest.fixture(scope="module")
def edition(composer: Composer) -> Edition:
    return composer.compose(SHORT, as_of=DAY, profiles=())


def left(root: Path) -> list[str]:
    return sorted(path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file())


def old_site(root: Path) -> Path:
    for path in OLD:
        write(root, path, b"lama")
    return root


def test_a_refused_sheet_and_one_on_another_paper_go_and_what_was_not_asked_for_stays(
    edition: Edition, tmp_path: Path
) -> None:
    root = old_site(tmp_path)
    told = list(take_away_old(root, edition, {f"{LEAFLET}-kantor.pdf"}, ("layar", "kantor")))
    kept = {f"{LEAFLET}-kantor.pdf", *OLD[3:7]}
    assert left(root) == sorted(kept)
    assert told == []  # no page offers them


def test_a_sheet_that_the_district_makes_no_more_goes_with_its_folder(edition: Edition, tmp_path: Path) -> None:
    root = old_site(tmp_path)
    fewer = replace(edition, outcomes=tuple(o for o in edition.outcomes if o.name == "leaflet-daftar"))
    list(take_away_old(root, fewer, set(), ("hemat",)))
    assert left(root) == sorted(OLD[:7])


def test_a_job_ticket_goes_with_the_sheet_that_it_was_for(edition: Edition, tmp_path: Path) -> None:
    root = old_site(tmp_path)
    list(take_away_old(root, edition, set(), ("percetakan",)))
    assert left(root) == sorted({*OLD} - {*OLD[3:6]})


def test_what_the_page_of_downloads_still_offers_is_told(edition: Edition, tmp_path: Path) -> None:
    root = old_site(tmp_path)
    write(root, "unduh/index.html", b'<a href="poster-cukup-ktp/poster-cukup-ktp-kantor.pdf">')
    [told] = take_away_old(root, edition, {f"{LEAFLET}-kantor.pdf"}, ("kantor",))
    assert (told.code, dict(told.values)["berkas"]) == ("lembar-lama-dihapus", "poster-cukup-ktp-kantor")
    assert not told.is_error
