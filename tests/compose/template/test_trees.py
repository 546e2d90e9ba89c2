"""What is compiled of a tree that checks looked at is what is compiled of its text."""

from __future__ import annotations

import jinja2
import pytest

from selebaran.check.derived import check_derived
from selebaran.check.templates import check_templates
from selebaran.compose.template import trees
from selebaran.compose.template.engine import environment_of, parser_of
from selebaran.jobs.plain import plainly
from selebaran.jobs.recalled import forget
from selebaran.model.registry import Registry

TEXT = "{% for a in acara %}{{ a.nama | upper ~ 1 + 2 }}{% endfor %}{% if daerah.kontak %}ya{% endif %}"


def test_templates_that_were_checked_are_compiled_to_the_same_code(registry: Registry) -> None:
    forget("nama dalam templat", "nilai yang diolah")
    trees.forget()
    check_templates(registry)
    check_derived(registry)
    texts = {segment.text: "markdown" for page in registry.pages for segment in page.segments}
    texts |= dict.fromkeys([*registry.print_files.values(), *(piece.html for piece in registry.pieces)], "html")
    looked_at = [text for text in texts if trees.is_there(environment_of(texts[text], {}), text)]
    assert len(looked_at) > 100
    for text in looked_at:
        with plainly():
            plain = environment_of(texts[text], {}).compile(text, raw=True)
        assert parser_of(texts[text]).compile(text, raw=True) == plain


def test_a_tree_goes_to_who_compiles_it_first() -> None:
    trees.forget()
    parser = parser_of("html")
    tree = parser.tree_of(TEXT)
    assert parser.tree_of(TEXT) is tree
    assert [node.name for node in tree.find_all(jinja2.nodes.Filter)] == ["upper"]
    first, second = (environment_of("html", {}).compile(TEXT, raw=True) for _ in range(2))
    assert first == second
    assert parser.tree_of(TEXT) is not tree


def test_remarks_of_another_kind_are_parsed_for_themselves() -> None:
    trees.forget()
    text = "a{# b #}c"
    assert parser_of("html").tree_of(text) is not parser_of("markdown").tree_of(text)
    assert environment_of("html", {}).from_string(text).render() == "ac"
    assert environment_of("markdown", {}).from_string(text).render() == text


def test_a_text_that_cant_be_parsed_is_told_each_time() -> None:
    for _ in range(2):
        with pytest.raises(jinja2.TemplateSyntaxError):
            parser_of("html").tree_of("{% if %}")
