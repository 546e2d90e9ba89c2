"""A district's former hosts: a small web root for each, in which every address leads to the same one on its own host.

They are plain pages, so that any host that hands out files keeps old sheets and links alive; one script takes the old
site off phones that had kept it.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from html import escape

from selebaran.jobs.unfinished import unfinished
from selebaran.model.artifact import WORKER
from selebaran.model.registry import Registry
from selebaran.publish.layout import site_of
from selebaran.publish.plan import Plan
from selebaran.publish.releases import is_published, put, take_away
from selebaran.publish.swap import write
from selebaran.site.pocket import LEAVES
from selebaran.site.policy import guarded_alone

PAGE = """<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url={url}">
<link rel="canonical" href="{url}">
<title>Situs ini pindah</title>
<style>body{{font:1.125rem/1.5 sans-serif;margin:1.5rem;overflow-wrap:anywhere}}</style>
</head>
<body>
<h1>Situs ini pindah</h1>
<p>Alamatnya sekarang <a href="{url}">{shown}</a></p>
</body>
</html>
"""
ANYWHERE = "404.html"
"""What a server shows for an address at which nothing stands."""


def former_hosts_of(registry: Registry, slug: str) -> tuple[str, ...]:
    """The hosts that a district's site had."""
    return next((one.former_domains for one in registry.listed if one.slug == slug), ())


def settle_hosts(plan: Plan, slug: str, hosts: Sequence[str], host: str) -> None:
    """See to what lies beside the finished site of a district, whose `host` it is: a web root for each former host, and
    none any more where its preview lay before it had a domain."""
    write_former_hosts(plan, hosts, host)
    if host != slug and os.path.lexists(site_of(plan.out, slug)) and not is_published(plan.out, slug):
        take_away(plan.out, slug)


def write_former_hosts(plan: Plan, hosts: Sequence[str], host: str) -> None:
    """Write a web root for each former host, beside the one of `host`, which is finished."""
    if not hosts:
        return
    out, site = plan.out, site_of(plan.out, host)
    pages = [path.relative_to(site).as_posix() for path in sorted(site.rglob("index.html"))]
    for former in hosts:
        with unfinished(out) as stage:
            write(stage / "baru", WORKER, LEAVES)
            for name in (*pages, ANYWHERE):
                write(stage / "baru", name, _page(host, name).encode())
            put(out, former, stage / "baru", layout=plan.layout, published=plan.publish)


def _page(host: str, name: str) -> str:
    url = f"https://{host}/{name.removesuffix('index.html').removesuffix(ANYWHERE)}"
    return guarded_alone(PAGE.format(url=escape(url), shown=escape(url.removeprefix("https://"))))
