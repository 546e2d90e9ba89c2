"""The last look at what was written: a page or a sheet that acts, loads or leads elsewhere is not handed out."""

from __future__ import annotations

import io
import shutil
import socket
import urllib.request
from collections.abc import Callable
from html import escape
from pathlib import Path
from urllib.parse import urlsplit

import pikepdf
import pytest
from weasyprint import CSS, HTML

from selebaran.compose.edition import Composer
from selebaran.compose.page.html import Surroundings, render
from selebaran.model.edition import Edition
from selebaran.model.problem import Place, Problem
from selebaran.model.registry import Registry
from selebaran.press.fetcher import SealedFetcher
from selebaran.press.forbidden import forbidden
from selebaran.publish.layout import site_of
from selebaran.site.links import check_site
from tests.conftest import DAY, SHORT

BAD_HTML = (
    *('<p onclick="x()">a</p>', "<P ONCLICK=x()>a</P>", '<img src="../assets/seni/lipatan.svg" alt="" onerror="x()">'),
    *("<svg onload=x()></svg>", '<details ontoggle="x()" open></details>', '<p style="color:red">a</p>'),
    *('<a href="javascript:x()">a</a>', '<a href=" java\tscript:x()">a</a>', '<a href="JAVASCRIPT:x()">a</a>'),
    *('<a href="&#106;avascript:x()">a</a>', '<a href="data:text/html,x">a</a>', '<a href="vbscript:x">a</a>'),
    *(
        '<a href="file:///etc/passwd">a</a>',
        '<a href="http://jahat.example/">a</a>',
        '<a href="//jahat.example/">a</a>',
    ),
    *('<a href="/\\jahat.example/">a</a>', '<a href="https://a.example/" ping="https://b.example/">a</a>'),
    *('<iframe src="../"></iframe>', '<object data="../"></object>', '<embed src="../">', '<base href="../">'),
    *('<form action="https://jahat.example/"><input name="nik"></form>', '<button formaction="../">a</button>'),
    *('<meta http-equiv="refresh" content="0;url=../">', '<meta http-equiv="set-cookie" content="a=b">'),
    *(
        "<script>x()</script>",
        '<script type="module">x()</script>',
        '<script src="https://jahat.example/x.js"></script>',
    ),
    *('<script src="../assets/selebaran.js">x()</script>', '<script src="//jahat.example/x.js"></script>'),
    *('<script type="application/json" src="https://jahat.example/x"></script>', "<style>p{color:red}</style>"),
    *('<link rel="stylesheet" href="https://jahat.example/x.css">', '<link rel="preconnect" href="//jahat.example">'),
    *('<img src="https://jahat.example/x.png" alt="">', '<img src="data:image/png;base64,AA==" alt="">'),
    *('<img srcset="../assets/seni/lipatan.svg 1x, https://jahat.example/x.png 2x" alt="">', "<video></video>"),
    *('<svg><a xlink:href="javascript:x()"><text>a</text></a></svg>', "<svg><use href='../x.svg#a'/></svg>"),
    *("<svg><foreignObject></foreignObject></svg>", "<svg><animate attributeName=href to=javascript:x()></svg>"),
    *("<math><mi>x</mi></math>", "<template><p>x</p></template>", '<p id="a" id="b">x</p>'),
    *('<p srcdoc="x">x</p>', "<script>\nx()", "<script>x()</script x>"),
)
BAD_FILES = {
    **{f"assets/{name}": b"" for name in ("a.php", "b.exe", "c", "d.htaccess", "e.wasm", "f.mjs", "g.swf", "h.gz")},
    **dict.fromkeys(("_headers", "_redirects", "CNAME", ".htaccess", "web.config", ".well-known"), b""),
    "sampah/_worker.js": b"",
    "a.shtml": b"",
    "b.htm": b"",
    "assets/x.css": b"@import url(selebaran.css);",
    "assets/y.css": b"p{background:url( 'https://jahat.example/x.png' )}",
    "assets/z.css": b"p{background:url(//jahat.example/x.png)}",
    "assets/w.css": b"p{width:expression(alert(1))}",
    "assets/x.js": b"document.cookie='a=b'",
    "assets/x.svg": b"<svg xmlns='http://www.w3.org/2000/svg'><script>x()</script></svg>",
    "assets/y.svg": b"<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>",
    "assets/z.svg": b"<svg xmlns='http://www.w3.org/2000/svg'><image href='https://jahat.example/x.png'/></svg>",
    "assets/w.svg": b"<!DOCTYPE svg [<!ENTITY a 'b'>]><svg xmlns='http://www.w3.org/2000/svg'/>",
    "assets/v.svg": b"<svg xmlns='http://www.w3.org/2000/svg'><style>p{fill:url(https://jahat.example)}</style></svg>",
}


@pytest.fixture(scope="module")
def edition(composer: Composer) -> Edition:
    return composer.compose(SHORT, as_of=DAY, profiles=())


@pytest.fixture
def site(dist: Path, hosts: dict[str, str]) -> Path:
    return site_of(dist, hosts[SHORT])


@pytest.fixture
def alone(site: Path, tmp_path: Path) -> Path:
    """A web root of one page, which may be spoilt."""
    shutil.copytree(site / "daftar", tmp_path / "situs" / "daftar")
    return tmp_path / "situs"


def faults(root: Path, edition: Edition) -> list[Problem]:
    return [found for found in check_site(root, edition) if found.code == "situs-terlarang"]


def test_a_site_as_it_is_built_passes(site: Path, edition: Edition) -> None:
    assert check_site(site, edition) == []


def test_what_must_not_be_there_is_found_with_page_and_line(alone: Path, edition: Edition) -> None:
    page = alone / "daftar" / "index.html"
    before = page.read_text("utf-8")
    line = before[: before.index("</article>")].count("\n") + 1
    assert faults(alone, edition) == []
    for bad in BAD_HTML:
        page.write_text(before.replace("</article>", f"{bad}</article>", 1), "utf-8")
        found = faults(alone, edition)
        assert found, bad
        assert {p.place.file for p in found} == {"content/daftar.md"}
        assert dict(found[0].values)["berkas"].startswith(f"daftar/index.html:{line}"), bad
        assert found[0].is_error


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('<meta http-equiv="Content-Security-Policy"', '<meta name="kebijakan"'),
        ('<meta charset="utf-8">', '<meta charset="utf-8"><script src="../assets/selebaran.js"></script>'),
        ("<head>", '<head><link rel="stylesheet" href="../assets/selebaran.css">'),
    ],
)
def test_nothing_loads_before_the_policy(old: str, new: str, alone: Path, edition: Edition) -> None:
    page = alone / "daftar" / "index.html"
    page.write_text(page.read_text("utf-8").replace(old, new, 1), "utf-8")
    assert [dict(p.values)["isi"] for p in faults(alone, edition)] in (
        ["<link> sebelum Content-Security-Policy"],
        ["<script> sebelum Content-Security-Policy"],
    )


def test_files_of_other_kinds_are_found(alone: Path, edition: Edition) -> None:
    for name, content in BAD_FILES.items():
        path = alone / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        assert [dict(p.values)["berkas"] for p in faults(alone, edition)] == [name], name
        path.unlink()


def test_a_link_of_the_file_system_is_found(alone: Path, edition: Edition) -> None:
    (alone / "daftar" / "a.txt").symlink_to("/etc/hostname")
    assert [dict(p.values)["berkas"] for p in faults(alone, edition)] == ["daftar/a.txt"]


@pytest.mark.parametrize("target", ["https://[", "https://[::1", "http://a:b:c", "//[", "%zz", "\\\\a", "\0"])
def test_an_address_that_is_none_stops_nothing_else(target: str, alone: Path, edition: Edition) -> None:
    page = alone / "daftar" / "index.html"
    link = f'<a href="{escape(target)}">a</a></article>'
    page.write_text(page.read_text("utf-8").replace("</article>", link, 1), "utf-8")
    assert check_site(alone, edition)


def test_such_an_address_in_district_text_is_refused_or_kept_as_a_link() -> None:
    for target in ("https://[", "https://[::1", "https://a:b:c", "mailto:", "tel:", "https:", "https://a@b:c@d"):
        html, problems = render(f"[a]({target})", Place("x", 1), Surroundings("uji", {}, ()))
        assert problems or "<a" in html


# the written PDF


def pdf_with(spoil: Callable[[pikepdf.Pdf], None]) -> bytes:
    document = pikepdf.new()
    document.add_blank_page(page_size=(200, 200))
    document.docinfo["/Title"] = "Judul"
    spoil(document)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def action(**entries: object) -> Callable[[pikepdf.Pdf], None]:
    """A link on the first page with this action."""

    def spoil(document: pikepdf.Pdf) -> None:
        what = pikepdf.Dictionary({f"/{key}": value for key, value in entries.items()})
        link = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[0, 0, 9, 9], A=what)
        document.pages[0].obj.Annots = pikepdf.Array([document.make_indirect(link)])

    return spoil


def annotation(kind: str) -> Callable[[pikepdf.Pdf], None]:
    def spoil(document: pikepdf.Pdf) -> None:
        note = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name(kind), Rect=[0, 0, 9, 9])
        document.pages[0].obj.Annots = pikepdf.Array([note])

    return spoil


def attach(document: pikepdf.Pdf) -> None:
    document.attachments["a.txt"] = b"x"


def root(key: str, value: object) -> Callable[[pikepdf.Pdf], None]:
    return lambda document: document.Root.__setitem__(key, value)


SCRIPT = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
BAD_PDF: dict[str, Callable[[pikepdf.Pdf], None]] = {
    "javascript": action(S=pikepdf.Name.JavaScript, JS="app.alert(1)"),
    "launch": action(S=pikepdf.Name.Launch, F="cmd.exe"),
    "gotor": action(S=pikepdf.Name.GoToR, F="a.pdf", D=pikepdf.Array([0])),
    "submit": action(S=pikepdf.Name.SubmitForm, F="https://jahat.example/"),
    "http": action(S=pikepdf.Name.URI, URI="http://jahat.example/"),
    "file": action(S=pikepdf.Name.URI, URI="file:///etc/passwd"),
    "javascript-uri": action(S=pikepdf.Name.URI, URI="javascript:alert(1)"),
    "relative": action(S=pikepdf.Name.URI, URI="x.exe"),
    "next": action(S=pikepdf.Name.URI, URI="https://a.example/", Next=SCRIPT),
    "attachment": attach,
    "note-file": annotation("/FileAttachment"),
    "movie": annotation("/Movie"),
    "screen": annotation("/Screen"),
    "open": root("/OpenAction", SCRIPT),
    "open-page": root("/AA", pikepdf.Dictionary(WC=SCRIPT)),
    "form": root("/AcroForm", pikepdf.Dictionary(Fields=pikepdf.Array([]))),
    "names": root("/Names", pikepdf.Dictionary(JavaScript=pikepdf.Dictionary(Names=pikepdf.Array(["a", SCRIPT])))),
    "metadata": lambda document: document.docinfo.__setitem__("/Rahasia", "x"),
    "day": lambda document: document.docinfo.__setitem__("/CreationDate", "D:20261121"),
}


def tell(document: pikepdf.Pdf) -> None:
    with document.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as said:
        said["dc:title"] = "Judul"
        said["xmp:CreateDate"] = "2026-11-21"


BAD_PDF["day-xmp"] = tell


@pytest.mark.parametrize("name", BAD_PDF)
def test_a_sheet_that_acts_or_leads_elsewhere_is_refused(name: str) -> None:
    assert forbidden(pdf_with(BAD_PDF[name])) != []


@pytest.mark.parametrize(
    "address", ["https://contoh.example/", "mailto:a@contoh.example", "tel:165", "HTTPS://a.example"]
)
def test_a_sheet_with_a_good_link_passes(address: str) -> None:
    assert forbidden(pdf_with(action(S=pikepdf.Name.URI, URI=address))) == []
    assert forbidden(pdf_with(action(S=pikepdf.Name.GoTo, D=pikepdf.Array([0, pikepdf.Name.Fit])))) == []


def test_every_code_on_paper_leads_to_the_own_host(registry: Registry, composer: Composer) -> None:
    for slug in (SHORT, "kab-contoh"):
        pieces = composer.compose(slug, as_of=DAY, profiles=("layar",)).pieces
        assert pieces
        for piece in pieces:
            assert piece.qr_url is not None
            assert urlsplit(piece.qr_url)[:2] == ("https", registry.districts[slug].host)


# what a sheet may load

OUTSIDE = (
    *("http://127.0.0.1:9/x.png", "https://127.0.0.1:9/x.png", "ftp://127.0.0.1:9/x.png", "file:///etc/passwd"),
    *("//127.0.0.1:9/x.png", "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'/>", "asset:../../etc/passwd"),
    *("asset:tidak-ada.svg", "/etc/passwd", "gopher://127.0.0.1:9/", "jar:file:///etc/passwd!/x"),
)
WAYS = (
    '<img src="{0}" alt="">',
    '<object data="{0}" type="image/png"></object>',
    '<embed src="{0}">',
    '<link rel="stylesheet" href="{0}">',
    '<link rel="attachment" href="{0}">',
    '<a rel="attachment" href="{0}">a</a>',
    '<style>@import url("{0}");</style>',
    "<p style=\"background-image: url('{0}')\">a</p>",
    '<style>@font-face {{ font-family: x; src: url("{0}") }} p {{ font-family: x }}</style><p>a</p>',
    '<style>p::before {{ content: url("{0}") }} li {{ list-style-image: url("{0}") }}</style><p>a</p><li>b</li>',
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="{0}" width="9" height="9"/></svg>',
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><use href="{0}#a"/></svg>',
    '<img src="asset:dalam.svg" alt=""><!-- {0} -->',
)


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was opened, on the network or on disk."""
    found: list[str] = []

    def no(name: str) -> Callable[..., object]:
        def refuse(*arguments: object, **_: object) -> object:
            found.append(f"{name} {arguments[:2]}")
            raise OSError(name)

        return refuse

    monkeypatch.setattr(socket.socket, "connect", no("connect"))
    monkeypatch.setattr(socket, "getaddrinfo", no("getaddrinfo"))
    monkeypatch.setattr(socket, "create_connection", no("create_connection"))
    monkeypatch.setattr(urllib.request, "urlopen", no("urlopen"))
    monkeypatch.setattr(urllib.request.OpenerDirector, "open", no("opener"))
    return found


@pytest.mark.parametrize("url", OUTSIDE)
def test_a_sheet_reaches_nothing_but_what_it_was_given(url: str, opened: list[str]) -> None:
    asked = escape(url, quote=False)
    inside = f'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="{asked}"/></svg>'
    fetcher = SealedFetcher({"asset:dalam.svg": inside.encode()})
    body = "".join(way.format(asked) for way in WAYS)
    html = HTML(string=f"<title>a</title><body>{body}</body>", base_url="asset:", url_fetcher=fetcher)
    style = CSS(string=f'@import "{url}"; p {{ color: red }}', base_url="asset:", url_fetcher=fetcher)
    pdf = html.write_pdf(stylesheets=[style])
    assert opened == []
    with pikepdf.open(io.BytesIO(pdf)) as document:
        assert not document.attachments


def test_the_fetcher_itself_refuses(opened: list[str]) -> None:
    fetcher = SealedFetcher({"asset:a.svg": b"<svg/>"})
    assert fetcher.fetch("asset:a.svg")
    for url in (*OUTSIDE, "", "asset:A.svg", "asset:a.svg?", "asset:a.svg#b"):
        with pytest.raises(ValueError, match="not among"):
            fetcher.fetch(url)
    assert opened == []
