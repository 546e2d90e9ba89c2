"""Recall and rank of a search over the queries, whatever search it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page

FIRST = 3
"""Of so many results a resident on a phone reads the titles."""
ASK = """async ([script, texts]) => {
  const worker = new Worker(script)
  const answers = []
  const next = () => new Promise((done) => { worker.onmessage = ({ data }) => done(data) })
  const ready = await next()
  if (ready.type !== 1) throw new Error("not ready")
  for (const text of texts) {
    worker.postMessage({ type: 2, data: text })
    const { type, data } = await next()
    if (type !== 3) throw new Error("no result")
    answers.push(data.items)
  }
  worker.terminate()
  return answers
}"""


@dataclass(frozen=True)
class Figures:
    """Of how many queries a right page was among the first three, and the mean of one over the rank of the first."""

    recall: float
    mrr: float
    count: int

    def __str__(self) -> str:
        return f"{self.recall:.3f} {self.mrr:.3f}"


def asked(page: Page, texts: list[str], script: str = "assets/cari.js") -> list[list[list[dict[str, Any]]]]:
    """What the worker answers to each text, by messages as the theme sends them. The page is that of a site's root."""
    found: list[list[list[dict[str, Any]]]] = page.evaluate(ASK, [script, texts])
    return found


def ranks(groups: Mapping[str, list[dict[str, Any]]], search: Callable[[list[str]], list[list[str]]]) -> dict[str, int]:
    """The rank of the first right page of each query, 0 where there is none. `search` gives page addresses."""
    entries = [entry for group in groups.values() for entry in group]
    answers = search([entry["q"] for entry in entries])
    found = {}
    for entry, urls in zip(entries, answers, strict=True):
        right = [rank for rank, url in enumerate(urls, 1) if url.strip("/") in entry["pages"]]
        found[entry["q"]] = right[0] if right else 0
    return found


def figures(groups: Mapping[str, list[dict[str, Any]]], rank_of: Mapping[str, int]) -> dict[str, Figures]:
    """Figures of each group, and of all."""
    found = {}
    everything = [entry for group in groups.values() for entry in group]
    for name, entries in [*groups.items(), ("all", everything)]:
        at = [rank_of[entry["q"]] for entry in entries]
        recall = sum(0 < rank <= FIRST for rank in at) / len(at)
        found[name] = Figures(recall, sum(1 / rank for rank in at if rank) / len(at), len(at))
    return found
