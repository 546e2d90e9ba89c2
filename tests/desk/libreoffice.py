"""Workbooks of LibreOffice, as little of them as it would read."""

from __future__ import annotations

import io
import zipfile


def ods(*rows: tuple[str, ...], style: str = "", look: str = "", columns: str = "") -> bytes:
    """The least that LibreOffice would read. A cell that begins like an element is one; a row may begin with its own
    attribute."""
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text", "style")
    )
    cells = "".join(
        f"<table:table-row {row[0] if row[0].startswith('table:') else ''}>"
        + "".join(ods_cell(cell) for cell in row if not cell.startswith("table:"))
        + '<table:table-cell table:number-columns-repeated="16000"/></table:table-row>'
        for row in rows
    )
    empty = '<table:table-row table:number-rows-repeated="1048000"><table:table-cell/></table:table-row>'
    body = f"<office:document-content {spaces}><office:automatic-styles>{style}</office:automatic-styles>"
    body += f'<office:body><office:spreadsheet><table:table table:name="Acara" {look}>{columns}'
    body += f"{cells}{empty}</table:table></office:spreadsheet></office:body></office:document-content>"
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("content.xml", body)
    return file.getvalue()


def ods_cell(cell: str, more: str = "") -> str:
    """A cell of a text or a day, or the element that it is already."""
    if cell.startswith("<"):
        return cell
    if cell[:3] == "202":
        return f'<table:table-cell office:value-type="date" office:date-value="{cell}" {more}/>'
    return f'<table:table-cell office:value-type="string" {more}><text:p>{cell}</text:p></table:table-cell>'
