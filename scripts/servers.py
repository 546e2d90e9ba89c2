"""Write the table of what nginx, Caddy and Apache answer into docs/engineering/servers.md; they are started for it."""

from __future__ import annotations

import re
import shutil
import tempfile
from pathlib import Path

from selebaran.publish.serving.where import Where
from tests.project import ROOT
from tests.serving_questions import QUESTIONS, Question, output
from tests.web_servers import WRITERS, running

PAGE = ROOT / "docs" / "engineering" / "servers.md"
TABLE = re.compile(r"(?<=\n\n)\| asked .*?\n(?=\n)", re.S)


def table_in(text: str) -> str:
    """The table as a document has it."""
    found = TABLE.search(text)
    return found[0].rstrip("\n") if found else ""


def rows_of(where: Where) -> list[str]:
    """The table anew: a row for each question."""
    columns = {}
    for name in WRITERS:
        with running(name, where) as server:
            columns[name] = [question.answer(server) for question in QUESTIONS]
    rows = zip(QUESTIONS, *columns.values(), strict=True)
    return [
        f"| asked | {' | '.join(columns)} |",
        f"|---{'|---' * len(columns)}|",
        *(f"| {_asked(question)} | {' | '.join(answers)} |" for question, *answers in rows),
    ]


def _asked(question: Question) -> str:
    return f"{question.title}: `{question.host}{question.path}`"


def main() -> None:
    """Start the servers, and put their answers into the page."""
    folder = Path(tempfile.mkdtemp(prefix="selebaran-situs-"))
    try:
        table = "\n".join(rows_of(output(folder)))
    finally:
        shutil.rmtree(folder)
    text = PAGE.read_text("utf-8")
    PAGE.write_text(TABLE.sub(lambda _: table + "\n", text), "utf-8")


if __name__ == "__main__":
    main()
