"""What is looked at is ordered when it changes, and nothing else."""

from __future__ import annotations

from selebaran.model.problem import Place, problem
from selebaran.serve.board import CHECKS, Board, concerns
from selebaran.serve.orders import Changed, HasRead, Made, Order, Standing

IURAN = Order("halaman", "kab-a", "iuran/index.html")
ELSEWHERE = Order("halaman", "kab-b", "index.html")
SITE = Order("situs", "kab-a")
FAULT = problem("berkas-hilang", Place("districts/kab-a/daerah.yml"))


class Sent(list[Order | Changed]):
    def taken(self) -> list[Order | Changed]:
        found = [*self]
        self.clear()
        return found


def board_of(*, with_sheets: bool = True) -> tuple[Board, Sent]:
    sent = Sent()
    board = Board(sent.append, with_sheets=with_sheets)
    board.hear(read(1))
    assert sent.taken() == [CHECKS]
    return board, sent


def read(version: int, **versions: int) -> HasRead:
    return HasRead(version, {s: Standing(s, s, versions.get(s[-1], 1)) for s in ("kab-a", "kab-b")})


def test_a_page_is_ordered_when_somebody_asks_and_its_site_once_the_page_is_there() -> None:
    board, sent = board_of()
    assert board.wait_for(IURAN, 0) is None
    assert board.wait_for(IURAN, 0) is None
    assert sent.taken() == [IURAN]
    board.hear(Made(IURAN, 1, frozenset(("iuran/index.html",))))
    assert board.wait_for(IURAN, 0) is not None
    assert sent.taken() == [SITE]


def test_what_a_sheet_does_not_show_is_told_behind_it() -> None:
    board, sent = board_of()
    sheet, composed = Order("lembar", "kab-a", "poster"), Order("susun", "kab-a")
    board.ask(sheet)
    sent.clear()
    board.hear(Made(sheet, 1))
    assert sent.taken() == [composed]
    board.hear(Made(composed, 1, is_whole=False, problems=(FAULT,)))
    assert board.problems(sheet) == (FAULT,)


def test_after_a_change_only_what_is_looked_at_and_concerned_is_made_anew() -> None:
    board, sent = board_of()
    for order in (IURAN, ELSEWHERE, SITE):
        board.hear(Made(order, 1))
    sent.clear()
    with board.looking(IURAN), board.looking(ELSEWHERE):
        board.hear(read(2, a=2))
        assert set(sent.taken()) == {IURAN, CHECKS}
    board.hear(Made(IURAN, 2))
    sent.clear()
    board.hear(read(3, a=3))
    assert IURAN not in sent.taken()


def test_a_whole_site_has_all_of_its_pages_unless_it_could_not_be_made() -> None:
    board, sent = board_of()
    board.hear(Made(SITE, 1, is_whole=False))
    board.ask(IURAN)
    assert sent.taken() == [IURAN]
    board.hear(Made(SITE, 1))
    assert board.wait_for(Order("halaman", "kab-a", "daftar/index.html"), 0) is not None


def test_who_looks_is_told_to_look_again_when_the_page_or_what_it_shows_is_another() -> None:
    board, _ = board_of()
    before = board.stamp(IURAN)
    board.hear(Made(IURAN, 1, frozenset(("daftar/index.html", "assets/cari-indeks.js", "unduh/poster/poster.png"))))
    assert board.stamp(IURAN) == before
    board.hear(Made(IURAN, 1, frozenset(("assets/seni/garis.svg",))))
    assert board.stamp(IURAN) != before


def test_who_waits_for_a_first_page_is_told_that_it_cannot_be_made() -> None:
    board, _ = board_of()
    before = board.stamp(IURAN)
    board.hear(Made(IURAN, 1, is_whole=False, problems=(FAULT,)))
    assert board.stamp(IURAN) != before
    assert board.problems(IURAN) == (FAULT,)


def test_a_fault_is_gone_once_the_page_is_made_again() -> None:
    board, _ = board_of()
    board.hear(Made(IURAN, 1, is_whole=False, problems=(FAULT,)))
    board.hear(read(2, a=2))
    assert board.problems(IURAN) == ()
    board.hear(Made(IURAN, 2))
    assert board.problems(IURAN) == ()


def test_a_fault_of_another_district_is_told_at_the_portal_alone() -> None:
    board, _ = board_of()
    board.hear(HasRead(2, {"kab-a": Standing("kab-a", "A", 2, (FAULT,)), "kab-b": Standing("kab-b", "B", 1)}))
    assert board.problems(ELSEWHERE) == ()
    assert board.problems(Order("portal")) == board.problems(IURAN) == (FAULT,)


def test_all_sheets_are_ordered_once_and_not_at_all_where_only_the_site_is_wanted() -> None:
    board, sent = board_of()
    board.ask_for_sheets("kab-a")
    board.ask_for_sheets("kab-a")
    assert sent.taken() == [Order("semua-lembar", "kab-a")]
    board, sent = board_of(with_sheets=False)
    board.ask_for_sheets("kab-a")
    assert sent.taken() == []


def test_what_was_given_up_is_ordered_anew() -> None:
    board, sent = board_of()
    board.ask(IURAN)
    board.ask(ELSEWHERE)
    sent.clear()
    board.hear(read(2, a=2))
    board.ask(IURAN)
    board.ask(ELSEWHERE)
    assert sent.taken() == [CHECKS, IURAN]


def test_a_sheet_is_another_when_one_of_its_files_is() -> None:
    sheet = Order("lembar", "kab-a", "poster")
    assert concerns(sheet, frozenset(("unduh/poster/poster-kantor.pdf",)))
    assert concerns(sheet, frozenset(("lihat/poster/kantor-1.png",)))
    assert not concerns(sheet, frozenset(("unduh/poster-lain/poster-lain-kantor.pdf", "index.html")))
    assert concerns(Order("halaman", "kab-a", "unduh/index.html"), frozenset(("unduh/poster/poster.png",)))
