"""Makes a kit in a child, as districts are made, and puts it in its place when it is whole."""

from __future__ import annotations

import multiprocessing
import tempfile
from pathlib import Path

from pydantic import TypeAdapter

from selebaran.jobs.children import Ended, run
from selebaran.jobs.confine import Limits
from selebaran.jobs.inspect import flaw
from selebaran.model.problem import Place, Problem, problem
from selebaran.model.registry import Registry
from selebaran.publish.believed import NotBelieved, line_of, value_of
from selebaran.publish.deaths import problem_of, unsound
from selebaran.publish.kit.making import ZIP, KitMade, KitMaker, KitOrder

ANSWERS: TypeAdapter[KitMade] = TypeAdapter(KitMade)


def make_kit(order: KitOrder, registry: Registry, cache: Path, target: Path, limits: Limits | None = None) -> KitMade:
    """The kit at `target`; what stood there stays where nothing was made. Where there is no fork, this process makes
    it."""
    maker, limits = KitMaker(registry, cache.absolute()), limits or Limits()
    out = target.parent
    if "fork" not in multiprocessing.get_all_start_methods():
        with tempfile.TemporaryDirectory(dir=out) as folder:
            return _put(maker.make(order, Path(folder)), Path(folder), target)

    def work(slug: str, folder: Path) -> bytes:
        return line_of(ANSWERS, maker.make(order, folder))

    reads = (cache.absolute(),)
    all_ended = run(work, [(order.slug,)], 1, limits, out, lambda _: reads, "fork")
    (made,) = (_finish(ended, target, limits) for ended in all_ended)
    return made


def _finish(ended: Ended, target: Path, limits: Limits) -> KitMade:
    if ended.said is None:
        assert ended.death is not None
        return KitMade(problems=(problem_of(ended.name, ended.death, limits, target.parent),))
    try:
        made = value_of(ANSWERS, ended.said)
    except NotBelieved as error:
        return KitMade(problems=(_failed(ended.name, str(error)),))
    if made.files and (wrong := flaw(ended.folder, limits, ZIP.__eq__)):
        return KitMade(problems=(unsound(ended.name, *wrong),))
    return _put(made, ended.folder, target)


def _put(made: KitMade, folder: Path, target: Path) -> KitMade:
    if made.files:
        (folder / ZIP).replace(target)
    return made


def _failed(slug: str, detail: str) -> Problem:
    at = f"districts/{slug}"
    return problem("daerah-gagal", Place(at), slug=slug, langkah=at, kode=0, rinci=detail)
