"""Whatever a district writes, no page of it holds anything that acts, loads from elsewhere, or breaks out of its place.

Looked at in the pages as they are built, with the project's own templates.
"""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

import pytest

from selebaran.compose.edition import Composer
from selebaran.compose.markup.aside import BEGIN
from selebaran.compose.markup.render import render as read
from selebaran.compose.page.cleaner import ATTRIBUTES, SCHEMES, TAGS
from selebaran.compose.page.html import Surroundings, render
from selebaran.compose.page.overrides import original
from selebaran.model.own_text import Override, OverrideFront, OwnFront, OwnPage, OwnText
from selebaran.model.problem import Place, Problem
from selebaran.model.registry import Registry
from selebaran.site.build import build_site
from selebaran.site.links import check_site
from tests.compose.page.own.kit import Dom
from tests.conftest import DAY, SHORT

HOSTILE = {
    "script": "<script>alert(1)</script>\n\n<SCRIPT SRC=https://jahat.example/x.js></SCRIPT>",
    "onerror": '<img src=x onerror=alert(1)>\n\n<img alt=">" src="https://jahat.example/x.png" onload=alert(1)>',
    "javascript": "[a](javascript:alert(1)) <a href=' java\nscript:alert(1)'>b</a> [c](JaVaScRiPt:alert(1)) "
    '<a title=">" href="javascript:alert(1)">d</a> [e](&#106;avascript:alert(1)) <javascript:alert(1)>',
    "data": "[a](data:text/html;base64,PHNjcmlwdD4=) ![b](data:image/svg+xml;base64,PHN2Zz4=) [c](vbscript:x)",
    "attr_list": 'Teks. {: onclick="alert(1)" style="position:fixed" class="merek" }\n\n'
    '## Judul {: #isi onclick="alert(1)" }\n\n[a](https://a.example){: onclick="alert(1)" target="_blank" }\n\n'
    '<ul><li>a\n {: onclick="alert(1)"}</li></ul>\n\n&#123;: onclick="alert(1)" }\n',
    "svg": "<svg onload=alert(1)><a xlink:href='javascript:alert(1)'><text>x</text></a></svg><math><mi>x</mi></math>",
    "iframe": "<iframe src=https://jahat.example></iframe><object data=x></object><embed src=x><form action=/x><input>",
    "style": "<style>body{display:none}</style><p style='position:fixed' class=putusan id=isi>a</p><link rel=x href=y>",
    "templat": "{{ 7 * 7 }} {% raw %} {{ daerah.nama }} {% endraw %} {# x #} {{ fakta.tiada|e }} {% include 'x' %}",
    "bersarang": '<div markdown="1">\n\n*a* <b onclick=x>b</b>\n\n'
    '<div markdown="span"><script>x</script>{: onclick=x }\n'
    "</div>\n\n</div>\n\n<p markdown='1'>*c* {: onclick=x }</p>",
    "penutup": "</div></div></section></article></main></body></html>\n\n</div>\n\n```\n</div>\n```\n\n"
    "    </div>\n\n<pre>\n\n</div>\n\n</pre>\n\n<a title='</div><script>alert(1)</script>'>x</a>",
    "judul": "# Satu\n\n## Lakukan {#lakukan}\n\n## Isi {#isi}\n\n## Isi {#isi}\n\n"
    "<h2 id=isi>x</h2><h2 id='syarat'>y</h2>",
    "pembuka": '<section class="blok blok-lakukan">a</section>\n\n<!-- a --> b <!-- c\n\n</article>',
    "penanda": "&#2;wzxhzdk:0&#3; &#2;klzzwxh:0001&#3; \\*a\\* &#42;b&#42; "
    '[c](seni/x.svg "](beranda.md") ]( seni/a.svg',
    "pemutus": "a\u2028b".replace("\u2028", " ") + "&#8238;balik&#8236; &#0; &#x202e;x &#xfeff;",
    "templat-html": "<template><script>x</script></template><noscript><p title='</noscript><img src=x onerror=x>'>",
    "mutasi": "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=alert(1)&gt;'>",
    "meta": "<meta http-equiv=refresh content=0><base href=https://jahat.example><body onload=x><html class=x>",
}
EXPECTED_ERRORS = {"tanda-markdown", "tautan-asing", "tautan-putus", "gambar-tidak-terdaftar", "jangkar-putus"}
FRONT = {"oleh": "Dinas", "tanggal": "2026-11-20", "alasan": "Uji"}


def is_expected(found: Problem) -> bool:
    """Whether a fault of the site is one that these texts may have: no sheets are built, and the proof reads some of
    them in another way than the renderer, which refuses the site."""
    return found.code == "teks-hilang" or "unduh/" in dict(found.values).get("tujuan", "")


@pytest.fixture(scope="module")
def built(registry: Registry, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A district's site without texts of its own, and with all of the hostile ones on own pages and in overrides."""
    found = {}
    for name in ("polos", "jahat"):
        out = tmp_path_factory.mktemp(name)
        known = dataclasses.replace(registry.districts[SHORT], own=OwnText() if name == "polos" else hostile(registry))
        copy = dataclasses.replace(registry, districts={**registry.districts, SHORT: known})
        edition = Composer(copy).compose(SHORT, as_of=DAY, profiles=())
        assert build_site(edition, (), out) == []
        downloads = [p for p in check_site(out, edition) if not is_expected(p)]
        assert downloads == []
        found[name] = out
    return found


def hostile(registry: Registry) -> OwnText:
    """Those texts that compose without a fault; the others are refused, which is as good."""
    kept = {name: text for name, text in HOSTILE.items() if not faults_of(text)}
    assert len(kept) > len(HOSTILE) // 2
    pages = [
        OwnPage(
            f"uji/{name}",
            OwnFront.model_validate({"judul": f"{name} <b> {{{{ 7*7 }}}}", "ringkas": "<script>x</script> *a*."}),
            text,
            Place(f"districts/{SHORT}/halaman/uji/{name}.md", 5),
            "daerah",
        )
        for name, text in kept.items()
    ]
    sources = {page.slug: page for page in registry.pages}
    everything = "\n\n".join(text for name, text in kept.items() if name not in ("pembuka", "templat-html", "mutasi"))
    overrides = []
    for target in ("daftar#syarat", "daftar#bantuan", "kader#hari-jkn", "mengapa-ikut"):
        slug, _, block = target.partition("#")
        base = original(sources[slug], block)
        assert base is not None
        place = Place(f"districts/{SHORT}/timpaan/{slug}/{block}.md", 6)
        front = OverrideFront.model_validate(FRONT)
        overrides.append(Override(slug, block, front, everything, base, place, "daerah"))
    return OwnText(tuple(pages), tuple(overrides))


def faults_of(text: str) -> set[str]:
    found = render(text, Place("x", 1), Surroundings("uji/x", {}, ()))[1]
    return {problem.code for problem in found if problem.is_error}


def own_parts(html: str) -> list[str]:
    """The text between the opening and the closing of each element that holds district text."""
    return [part.split("\n</div>", 1)[0] for part in html.split(BEGIN)[1:]]


def test_what_is_not_built_is_refused_for_its_links() -> None:
    assert set().union(*map(faults_of, HOSTILE.values())) <= EXPECTED_ERRORS


@pytest.mark.parametrize("name", HOSTILE)
def test_only_what_is_allowed_is_left(name: str) -> None:
    html, _ = render(HOSTILE[name], Place("x", 1), Surroundings("daftar", {"daftar": ["syarat"]}, ("a.png",), "syarat"))
    dom = Dom(html)
    assert dom.crossed == []
    assert dom.stack == []
    assert dom.tags[0][:2] == ("div", {"class": "dari-daerah"})
    for tag, attributes, depth in dom.tags[1:]:
        assert depth > 0
        assert tag in TAGS
        assert set(attributes) <= ATTRIBUTES.get(tag, set())
        href = attributes.get("href") or "#"
        assert href.startswith(("#", "../")) or href.split(":")[0].lower() in SCHEMES
        assert (attributes.get("src") or "#").startswith(("#", "../gambar/"))
    assert len(dom.ids) == len(set(dom.ids))
    assert all(found.startswith("d-syarat-") for found in dom.ids)
    assert "alert(1)" not in html or "<script" not in html.lower()


@pytest.mark.parametrize("around", ["{0}", '<section class="blok" markdown="1">\n\n## J {{#s}}\n\n{0}\n\n</section>'])
@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("begin", [BEGIN, BEGIN.replace(">", ' lang="id">')])
def test_no_second_reading_changes_it(name: str, around: str, begin: str) -> None:
    html, _ = render(HOSTILE[name], Place("x", 1), Surroundings("daftar", {"daftar": []}, ()))
    html = html.replace(BEGIN, begin)
    page = around.format(html) + "\n\n## Sesudahnya {#n}\n"
    out = read(page, own=False).html
    assert html in out
    assert '<h2 id="n">Sesudahnya</h2>' in out


def test_the_frame_of_each_page_stands_as_without(built: dict[str, Path]) -> None:
    for slug in ("daftar", "kader", "mengapa-ikut"):
        plain, other = (Dom((built[name] / slug / "index.html").read_text("utf-8")) for name in ("polos", "jahat"))
        assert other.crossed == plain.crossed
        assert other.stack == plain.stack
        frame = {tag: depth for tag, _, depth in plain.tags if tag in ("article", "aside", "footer", "header", "body")}
        assert {tag: depth for tag, _, depth in other.tags if tag in frame} == frame
        assert [i for i in other.ids if other.ids.count(i) > 1] == []
        scripts = [(tag, a) for tag, a, _ in plain.tags if tag in ("script", "style", "link", "form", "svg", "input")]
        theirs = [(tag, a) for tag, a, _ in other.tags if tag in ("script", "style", "link", "form", "svg", "input")]
        assert strip(theirs) == strip(scripts)


def strip(tags: list[tuple[str, dict[str, str | None]]]) -> set[tuple[str, tuple[tuple[str, str | None], ...]]]:
    return {(tag, tuple(sorted(a.items()))) for tag, a in tags if tag != "svg"}


def test_own_pages_hold_nothing_that_acts(built: dict[str, Path]) -> None:
    found = sorted((built["jahat"] / "uji").rglob("index.html"))
    assert len(found) > len(HOSTILE) // 2
    for path in found:
        html = path.read_text("utf-8")
        (part,) = own_parts(html)
        for tag, attributes, _ in Dom(part).tags:
            allowed = TAGS | {"div"} if 'class="tabel"' in part else TAGS
            assert tag in allowed, path
            assert not any(name.startswith("on") or name == "style" for name in attributes), path
        dom = Dom(html)
        assert dom.crossed == []
        assert not any(name.startswith("on") for _, attributes, _ in dom.tags for name in attributes), path
        assert "jahat.example" not in " ".join(str(a) for t, a, _ in dom.tags if t != "a"), path
        title = next(text for text in re.findall(r"<h1>(.*?)</h1>", html))
        assert "{{ 7*7 }}" in title
        assert "<b>" not in title
        assert "<script>x</script> *a*." in dom.text


def test_braces_of_templates_stay_as_typed(built: dict[str, Path]) -> None:
    for page in ("uji/templat", "daftar", "mengapa-ikut"):
        text = Dom((built["jahat"] / page / "index.html").read_text("utf-8")).text
        assert "{{ 7 * 7 }} {% raw %} {{ daerah.nama }} {% endraw %} {# x #} {{ fakta.tiada|e }}" in text


def test_what_was_overridden_is_gone_but_its_addresses_are_not(built: dict[str, Path]) -> None:
    dom = Dom((built["jahat"] / "kader" / "index.html").read_text("utf-8"))
    assert {"hari-jkn", "hari-jkn-sebelum", "hari-jkn-saat", "hari-jkn-sesudah"} <= set(dom.ids)
    dom = Dom((built["jahat"] / "mengapa-ikut" / "index.html").read_text("utf-8"))
    assert {"lakukan", "cerita", "ajak", "lanjut"} <= set(dom.ids)


def test_pages_without_own_text_are_the_same_but_for_the_navigation(built: dict[str, Path]) -> None:
    """Own pages of no group stand in no navigation: all other pages are the same byte for byte. A drawing that only a
    replaced page shows isn't there."""
    touched = {"daftar", "kader", "mengapa-ikut", "uji", "search", "sitemap.xml", "e", "tentang"}
    for path in sorted(built["polos"].rglob("*")):
        inside = path.relative_to(built["polos"])
        is_unused = inside.parts[:2] == ("assets", "seni") and not (built["jahat"] / inside).exists()
        if path.is_file() and inside.parts[0] not in touched and not inside.name.startswith("cari-") and not is_unused:
            assert path.read_bytes() == (built["jahat"] / inside).read_bytes(), inside
