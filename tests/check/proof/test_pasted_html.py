"""HTML that somebody pasted: what stands in the attributes of a tag is no text that was lost, and no link."""

from __future__ import annotations

import pytest

from tests.check.proof.kit import own, told

FAR = "https://contoh.example/a"
PASTED = (
    f'Teks.\n\n<form action="{FAR}" method=post><input name="nik" placeholder="a@contoh.example"></form>',
    f'Teks <a style="background:url({FAR})">kata</a>.',
    f"Teks <a xlink:href='{FAR}'>kata</a> <a name=atas></a>.",
    f"Teks <a href={FAR}>situs</a>.",
    f'Teks <a href="{FAR}?x=1&amp;y=2" title="a > b" onclick="x()">situs</a>.',
    f'Teks.\n\n<iframe src="{FAR}?x=1&y=2" allow="a; b" allowfullscreen></iframe>',
    'Teks <iframe srcdoc="&lt;b&gt;x&lt;/b&gt; &copy;"></iframe>.',
    "Teks <img src=gambar/lambang.png alt=Lambang>.",
    f"<p class=MsoNormal style='margin:0cm;a:url({FAR})'><b><span style=\"x:url({FAR})\">Teks</span></b></p>",
    f'<table style="x:url({FAR})"><tr><td style="a:b">Teks</td><td>[iuran](iuran.md), {FAR}</td></tr></table>',
    f'<ol start=3 style="x:url({FAR})"><li value=7 style="y:url({FAR})">Teks</li></ol>',
    '<div title="[a](b.md) ![c](d.png)">Teks</div>',
    "<p title='</noscript><img src=x onerror=y>'>Teks</p>",
    'Teks <abbr title="Kartu &quot;A&quot;">KIS</abbr> dan <label for="a:b@contoh.example">nama</label>.',
    f'<form\n action="{FAR}"\n method=post>\n\nTeks.',
    f'Teks <a href="{FAR}" "rusak">situs</a>.',
    '<div title="`">Teks</div> `b`',
)


@pytest.mark.parametrize("text", PASTED)
def test_what_a_tag_has_besides_is_nothing_that_was_lost(text: str) -> None:
    html = own(text)
    assert told(text, html) == []
    assert told(text, html.replace("Teks", "", 1)) != []


@pytest.mark.parametrize(("before", "after"), [(FAR, "https://lain.example"), ("situs", ""), ("kata", "kita")])
def test_a_link_of_a_tag_has_to_lead_where_it_says(before: str, after: str) -> None:
    text = f"Teks <a class=x href={FAR}>situs</a> dan <a style='x'>kata</a>."
    assert told(text, own(text).replace(before, after)) != []
