"""Word files as officers write them, made of their XML by a few lines: what Word would write, and nothing more."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape, quoteattr

from PIL import Image

SPACES = " ".join(
    f'xmlns:{name}="{address}"'
    for name, address in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    }.items()
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPES = (
    f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
    '<Default Extension="jpeg" ContentType="image/jpeg"/><Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
NAMES = {
    "Title": "Title",
    "Subtitle": "Subtitle",
    "TOC1": "toc 1",
    "ListNumber": "List Number",
    **{f"Heading{n}": f"heading {n}" for n in range(1, 7)},
}
STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/></w:style>' for key, name in NAMES.items()
)
FORMS = {"1": "bullet", "2": "decimal", "3": "lowerLetter", "4": "upperRoman"}
OF_A_STYLE = (
    '<w:abstractNum w:abstractNumId="9"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:pStyle w:val="ListNumber"/></w:lvl></w:abstractNum>'
)
LISTS = (
    OF_A_STYLE
    + "".join(
        f'<w:abstractNum w:abstractNumId="{n}">'
        + "".join(
            f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/></w:lvl>' for depth in range(5)
        )
        + "</w:abstractNum>"
        for n, form in FORMS.items()
    )
    + "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in FORMS)
)


def run(text: str, *marks: str) -> str:
    """Words with what the ribbon does to them: b, i, strike."""
    shape = f"<w:rPr>{''.join(f'<w:{mark}/>' for mark in marks)}</w:rPr>" if marks else ""
    words = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(part)}</w:t>' for part in text.split("\n"))
    return f"<w:r>{shape}{words}</w:r>"


def p(*runs: str, style: str = "", item: tuple[int, int] | None = None) -> str:
    """A paragraph; with `item` that of a list, by its number and depth."""
    shape = f'<w:pStyle w:val="{style}"/>' if style else ""
    shape += f'<w:numPr><w:ilvl w:val="{item[1]}"/><w:numId w:val="{item[0]}"/></w:numPr>' if item else ""
    texts = (one if one.startswith("<") and one.endswith(">") and "w:" in one else run(one) for one in runs)
    return f"<w:p><w:pPr>{shape}</w:pPr>{''.join(texts)}</w:p>"


def table(*rows: tuple[str, ...], shape: str = "") -> str:
    """A table of these texts; `shape` is what its first cell is merged by."""
    made = ""
    for number, row in enumerate(rows):
        made += "<w:tr>"
        for at, text in enumerate(row):
            merged = "" if number or at else shape
            made += f"<w:tc><w:tcPr>{merged}</w:tcPr>{text if text.startswith('<w:') else p(text)}</w:tc>"
        made += "</w:tr>"
    return f"<w:tbl>{made}</w:tbl>"


def picture(
    relation: str = "rId7", alt: str = "", uri: str = "http://schemas.openxmlformats.org/drawingml/2006/picture"
) -> str:
    """A paragraph with a picture."""
    blip = f'<pic:pic><pic:blipFill><a:blip r:embed="{relation}"/></pic:blipFill></pic:pic>'
    return p(
        f'<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr={quoteattr(alt)}/><a:graphic>'
        f'<a:graphicData uri="{uri}">{blip}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
    )


def photo(size: tuple[int, int] = (900, 600), form: str = "PNG") -> bytes:
    """A picture that isn't one colour alone."""
    file = io.BytesIO()
    Image.linear_gradient("L").resize(size).save(file, form)
    return file.getvalue()


def relation(key: str, kind: str, target: str, mode: str = "") -> str:
    """A line of the list of relations."""
    mode = f' TargetMode="{mode}"' if mode else ""
    return f'<Relationship Id="{key}" Type="{OFFICE}/{kind}" Target={quoteattr(target)}{mode}/>'


def docx(*body: str, relations: str = "", parts: Mapping[str, bytes] | None = None) -> bytes:
    """A Word file of these paragraphs and tables, with more relations and parts."""
    told = f'<Relationships xmlns="{PACKAGE}/relationships">'
    main = relation("rId1", "officeDocument", "word/document.xml")
    inner = relation("rId2", "styles", "styles.xml") + relation("rId3", "numbering", "numbering.xml") + relations
    texts = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": f"{told}{main}</Relationships>",
        "word/_rels/document.xml.rels": f"{told}{inner}</Relationships>",
        "word/document.xml": f"<w:document {SPACES}><w:body>{''.join(body)}</w:body></w:document>",
        "word/styles.xml": f"<w:styles {SPACES}>{STYLES}</w:styles>",
        "word/numbering.xml": f"<w:numbering {SPACES}>{LISTS}</w:numbering>",
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {**texts, **(parts or {})}.items():
            archive.writestr(name, content)
    return file.getvalue()
