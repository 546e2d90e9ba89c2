"""What is shown is what a build makes; what goes wrong costs nothing that is there already."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from selebaran.cli.main import main
from selebaran.publish.layout import site_of
from selebaran.read.starter import DISTRICT
from selebaran.serve.changed import concerned
from selebaran.serve.known import Known
from selebaran.serve.maker import made
from selebaran.serve.making import LOOKED_AT, Fulfilled, take_in
from selebaran.serve.orders import Order
from selebaran.serve.workshop import Asked, Held, held
from tests.serve.conftest import DAY

HOST = "kab-contoh.example"
PAGE = "cuci-tangan/index.html"
A_PAGE = Order("halaman", DISTRICT, PAGE)


@pytest.fixture
def work(tmp_path: Path) -> Path:
    (tmp_path / "kerja" / "siap").mkdir(parents=True)
    return tmp_path / "kerja"


def shown(project: Held, order: Order, known: Known | None = None) -> tuple[Fulfilled, frozenset[str]]:
    """What came of an order, and which files of the site are others now."""
    fulfilled = made(order, project, project.out / "siap", known)
    if fulfilled.folder is None:
        return fulfilled, frozenset()
    root = site_of(project.out, HOST)
    return fulfilled, take_in(fulfilled.folder, root, project.out / "lihat", is_whole_site=order.kind == "situs")


def files_of(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def built(project: Path, out: Path) -> dict[str, bytes]:
    arguments = ["build", "--root", str(project), "--out", str(out), "--as-of", DAY.isoformat(), "--only", "site"]
    with pytest.raises(SystemExit) as end:
        main([*arguments, "--quiet"])
    assert end.value.code == 0
    return files_of(site_of(out, HOST))


def test_a_page_and_a_site_are_those_of_a_build_also_after_a_change(project: Path, work: Path, tmp_path: Path) -> None:
    before = held(Asked(project, (), DAY), work)
    first, _ = shown(before, A_PAGE)
    text = project / "content" / "cuci-tangan.md"
    text.write_text(text.read_text("utf-8") + "\nSatu kalimat lagi.\n", "utf-8")
    after = held(before.asked, work, before, concerned(["content/cuci-tangan.md"]))
    known = Known()
    known.learn(first.said.told)
    page, changed = shown(after, A_PAGE, known)
    expected = built(project, tmp_path / "hasil")
    alone = files_of(site_of(work, HOST))
    assert PAGE in changed
    assert b"Satu kalimat lagi." in alone[PAGE]
    assert alone == {name: expected[name] for name in alone}
    assert len(page.said.told.texts) < len(first.said.told.texts)  # what had not changed was known
    shown(after, Order("situs", DISTRICT))
    assert files_of(site_of(work, HOST)) == expected


def test_a_slip_leaves_the_page_that_was_there_until_it_is_mended(project: Path, work: Path) -> None:
    sound = held(Asked(project, (), DAY), work)
    shown(sound, A_PAGE)
    before = files_of(site_of(work, HOST))
    file = project / "districts" / DISTRICT / "daerah.yml"
    text = file.read_text("utf-8")
    for half in (text.replace("\nnama: ", "\nnma: "), text[: len(text) // 2] + "\n  x: ["):
        file.write_bytes(half.replace("\n", "\r\n").encode())
        slip = held(sound.asked, work, sound, concerned([f"districts/{DISTRICT}/daerah.yml"]))
        fulfilled, changed = shown(slip, A_PAGE)
        assert not fulfilled.said.is_whole and not changed
        assert str(fulfilled.said.problems[0].place).startswith(f"districts/{DISTRICT}/daerah.yml")
        assert files_of(site_of(work, HOST)) == before
    file.write_bytes(text.replace("\n", "\r\n").encode())
    fulfilled, changed = shown(held(sound.asked, work, sound, concerned(["districts"])), A_PAGE)
    assert fulfilled.said.is_whole and not changed


def test_a_slip_in_what_is_shared_stops_every_page_with_its_place(project: Path, work: Path) -> None:
    (project / "content" / "fakta.yml").unlink()
    told = held(Asked(project, (), DAY), work)
    assert [str(found.place) for found in told.told().shared if found.is_error] == ["content/fakta.yml"]
    fulfilled, _ = shown(told, A_PAGE)
    assert not fulfilled.said.is_whole


def test_a_template_that_cannot_be_read_is_named_with_its_line(project: Path, work: Path) -> None:
    shutil.copytree(Path(__file__).parents[2] / "templates", project / "templates")
    template = project / "templates" / "site" / "main.html"
    template.write_text("{% if x %}\n", "utf-8")
    told = held(Asked(project, (), DAY), work).told()
    assert "templates/site/main.html:1:1" in [str(found.place) for found in told.shared]


def test_a_page_that_is_not_there_is_told(project: Path, work: Path) -> None:
    fulfilled, _ = shown(held(Asked(project, (), DAY), work), Order("halaman", DISTRICT, "lupa/index.html"))
    assert fulfilled.said.is_whole and not fulfilled.said.is_there


def test_a_removed_district_is_told_with_its_folder_and_shown_as_it_was(project: Path, work: Path) -> None:
    before = held(Asked(project, (), DAY), work)
    shutil.rmtree(project / "districts" / DISTRICT)
    after = held(before.asked, work, before, concerned([f"districts/{DISTRICT}"])).told()
    assert [found.code for found in after.districts[DISTRICT].problems] == ["daerah-tanpa-folder"]
    assert after.districts[DISTRICT].host == before.told().districts[DISTRICT].host == HOST


def test_what_is_gone_from_a_site_is_no_longer_shown(tmp_path: Path) -> None:
    root, fresh = tmp_path / "situs", tmp_path / "baru"
    for folder, names in ((root, ("lama/index.html", "a.css", "b.css")), (fresh, ("a.css", "b.css", "lihat/x/1.png"))):
        for name in names:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(name if name != "b.css" else folder.name, "utf-8")
    changed = take_in(fresh, root, tmp_path / "lihat", is_whole_site=True)
    assert changed == {"b.css", "lama/index.html", "lihat/x/1.png"}
    assert set(files_of(root)) == {"a.css", "b.css"}
    assert (tmp_path / "lihat" / "x" / "1.png").is_file()


def test_a_sheet_that_has_fewer_pages_now_shows_no_picture_of_those_it_had(tmp_path: Path) -> None:
    """Of a profile that couldn't be made the last pictures stay."""
    looked_at, fresh = tmp_path / "lihat", tmp_path / "baru"
    for folder, names in (
        (looked_at / "poster", ("layar-1.png", "layar-2.png", "layar-10.png", "kantor-1.png")),
        (looked_at / "kartu", ("layar-2.png",)),
        (fresh / LOOKED_AT / "poster", ("layar-1.png",)),
    ):
        folder.mkdir(parents=True)
        for name in names:
            (folder / name).write_bytes(folder.as_posix().encode())
    changed = take_in(fresh, tmp_path / "situs", looked_at, is_whole_site=False)
    assert changed == {f"{LOOKED_AT}/poster/layar-{number}.png" for number in (1, 2, 10)}
    left = {path.relative_to(looked_at).as_posix() for path in looked_at.rglob("*.png")}
    assert left == {"poster/layar-1.png", "poster/kantor-1.png", "kartu/layar-2.png"}
