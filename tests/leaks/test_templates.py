"""No slip in a template is told in the English of Jinja or Python, and nothing of theirs is printed."""

from __future__ import annotations

import functools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selebaran.check.references import references
from selebaran.compose.district.values import present_district
from selebaran.compose.fact.policy import FactPolicy
from selebaran.compose.fact.row import facts_view
from selebaran.compose.template.engine import NAMES, TemplateFault, Templates, source_of
from selebaran.compose.template.views import Recorder, View
from selebaran.model.problem import Place, Problem
from selebaran.model.registry import Registry
from selebaran.read.project import read_project
from tests.asked import ASK
from tests.conftest import BASE, DAY
from tests.leaks.kit import BOUNDED, leaks

PARTS = (
    *("{{", "}}", "{%", "%}", "{##", "##}", "(", ")", "[", "]", "|", ".", ":", ",", "'", '"', "\\", "=", "~", "+"),
    *("if", "endif", "for x in", "endfor", "else", "elif", "set x =", "endset", "macro m()", "endmacro", "call", "raw"),
    *("block x", "endblock", "include 'x'", "extends 'x'", "import 'x'", "trans", "do", "with", "not", "is", "in"),
    *("daerah", "daerah.nama", "daerah.tiada", "daerah.kegiatan", "daerah.kontak.dinkes", "fakta.tiada", "fakta"),
    *("fakta.iuran_kelas_3", "fakta['IUR-01']", "sebut('X')", "sebut(1)", "daerah.nama()", "daerah.kegiatan[9].judul"),
    *("1", "0", "1/0", "1%0", "1e999", "none", "true", "'a'+1", "[]", "{}", "{1: 2}[3]", "loop", "self", "super()"),
    *("|length", "|sort", "|map('x')", "|first", "|tojson", "|format(1)", "|batch(0)", "|round('x')", "|int(base=99)"),
    *("|dictsort", "|groupby('x')", "|truncate('x')", "|center('x')", "|tiada", "is tiada", "is divisibleby(0)"),
)
FORMS = ("{{ # }}", "{% # %}", "#", "{% if # %}x{% endif %}")
HARSH = (
    "{{ 'a'.encode('x') }}",
    "{{ '{x}'.format(1) }}",
    "{{ '{}'.format() }}",
    "{{ cycler() }}",
    "{{ daerah.nama|dictsort }}",
    "{{ range(10 ** 9) }}",
    "{{ daerah.__class__.__mro__ }}",
    "{% for x in self %}{{ x }}{% endfor %}",
    "{% if 1e999 %}x{% endif %}",
    "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "{{ " + "(" * 5000,
    "{{ " + "9" * 5000 + " }}",
    "{{ " + "-" * 3000 + "1 }}",
    "{% if x %}" * 500,
)
UNPRINTABLE = ("daerah.nama.upper", "joiner(1)", "daerah.nama|map('upper')", "range", "daerah.nama|batch(2)", "self")


@functools.cache
def base() -> Registry:
    return read_project(BASE)


def told_by(text: str, kind: str) -> tuple[list[Problem], str]:
    """What is said of a template when it is checked and when it is run, and what it prints."""
    place = Place("content/daftar.md", 3)
    problems = references(source_of(text, place, kind), kind, ["print/lembar.html"])[1]
    recorder = Recorder()
    facts = facts_view(FactPolicy(base().facts, DAY, ASK, published=False), recorder)
    fields = View(present_district(base().districts["kab-uji"], DAY, base().campaign), "daerah", recorder)
    context = {"daerah": fields, "fakta": facts, "sebut": facts.mention}
    try:
        return problems, Templates(kind, {}).render(text, place, context)
    except TemplateFault as fault:
        return [*problems, fault.problem], ""


@pytest.mark.parametrize("kind", ["markdown", "plain", "html"])
def test_no_slip_in_a_template_is_told_in_english(kind: str) -> None:
    assert kind in NAMES

    @settings(BOUNDED, max_examples=200)
    @given(st.lists(st.sampled_from(PARTS), min_size=1, max_size=4), st.sampled_from(FORMS))
    def check(parts: list[str], form: str) -> None:
        problems, printed = told_by(f"Baris satu.\n{form.replace('#', ' '.join(parts))}\n", kind)
        assert leaks(problems) == []
        assert " object at " not in printed

    check()


@pytest.mark.parametrize("text", HARSH, ids=lambda text: text[:24])
def test_a_template_that_fails_in_a_function_of_python_has_a_code(text: str) -> None:
    for kind in ("markdown", "plain", "html"):
        problems, _ = told_by(text, kind)
        assert problems
        assert leaks(problems) == []


@pytest.mark.parametrize("expression", UNPRINTABLE)
def test_what_python_would_print_in_its_own_words_is_not_printed(expression: str) -> None:
    problems, printed = told_by("{{ " + expression + " }}", "markdown")
    assert printed == ""
    assert leaks(problems) == []
    assert problems[-1].code == "bukan-untuk-dicetak"


@pytest.mark.parametrize("name", ["content/daftar.md", "content/beranda.md", "printables/kecil/piece.html"])
def test_a_cut_anywhere_in_a_shared_text_is_told_in_our_words(name: str) -> None:
    text = (BASE / name).read_text("utf-8")
    kind = "html" if name.endswith("html") else "markdown"
    for at in range(0, len(text), 3):
        assert leaks(told_by(text[:at], kind)[0]) == []
        assert leaks(told_by(text[:at] + text[at + 1 :], kind)[0]) == []
