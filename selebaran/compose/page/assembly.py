"""Finished blocks -> the Markdown of a page: forms around them, ids that must arrive."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from selebaran.compose.fact.policy import FactPolicy
from selebaran.model.page import PageSource, Segment
from selebaran.model.usage import Usage

NOTICE = "Isi halaman ini kami tahan."


def assemble(source: PageSource, texts: Sequence[str], above: str = "") -> str:
    """The segments' finished texts, joined, below what stands `above` them; a block with a form is wrapped in a section
    that carries it."""
    parts = [above] if above else []
    open_levels: list[int] = []
    for segment, text in zip(source.segments, texts, strict=True):
        while open_levels and segment.block and segment.level <= open_levels[-1]:
            parts.append("</section>")
            open_levels.pop()
        rule = source.front.blocks.get(segment.block)
        if rule and rule.form:
            parts.append(f'<section class="blok blok-{rule.form}" markdown="1">')
            open_levels.append(segment.level)
        parts.append(text.strip("\n"))
    parts += ["</section>"] * len(open_levels)
    return "\n\n".join(parts) + "\n"


def notice(segments: Iterable[Segment], policy: FactPolicy) -> str:
    """What stands on a withheld page. The ids of its blocks stay, so that links and QR codes still arrive."""
    text = f"**{NOTICE}** Yang dinyatakannya belum dicocokkan lagi. Tanyakan ke {policy.ask}."
    return f"{text}\n\n[Kembali ke beranda](beranda.md)\n\n{ids_of(segments)}\n"


def ids_of(segments: Iterable[Segment]) -> str:
    """Elements that nobody sees, with the ids of blocks whose text isn't there."""
    ids = "".join(f'<span id="{segment.block}"></span>' for segment in segments if segment.block)
    return f"<div>{ids}</div>"


def used_by_block(segments: Iterable[Segment], used: Mapping[str, Usage]) -> dict[str, Usage]:
    """What each block used: its own segment and those of the deeper headings below it."""
    blocks: dict[str, Usage] = {}
    above: list[tuple[int, str]] = []
    for segment in segments:
        above = [(level, name) for level, name in above if name and level < segment.level]
        above.append((segment.level, segment.block))
        for _, name in above:
            blocks[name] = blocks.get(name, Usage()) | used[segment.block]
    return blocks
