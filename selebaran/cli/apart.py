"""An answer about one district, worked out and printed in a child: the text of a district never runs in the parent."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

from pydantic import TypeAdapter

from selebaran.cli.language import Speaker
from selebaran.cli.show import print_problems
from selebaran.model.problem import Problem, ProblemsFound
from selebaran.publish.believed import Problems
from selebaran.publish.survey import survey
from selebaran.words.visible import visible

Answer = tuple[int, str, str, Problems]
ANSWERS: TypeAdapter[Answer] = TypeAdapter(Answer)


def apart(root: Path, slug: str, say: Speaker, body: Callable[[], None]) -> None:
    """Let a child run `body`, and print what it printed; ends as it ended, with code 1 for `ProblemsFound`."""
    ((_, answer),) = survey(root, (slug,), lambda _: _answered(body), ANSWERS)
    code, out, said, problems = (1, "", "", (answer,)) if isinstance(answer, Problem) else answer
    for text, stream in ((out, sys.stdout), (said, sys.stderr)):
        for line in text.split("\n")[:-1]:
            print(visible(line), file=stream)
    print_problems(problems, say, root)
    if code:
        sys.exit(1 if code == 1 else 2)


def _answered(body: Callable[[], None]) -> Answer:
    """What a body printed, with the code of its end."""
    out, said = io.StringIO(), io.StringIO()
    code, problems = 0, tuple[Problem, ...]()
    with redirect_stdout(out), redirect_stderr(said):
        try:
            body()
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else 1
        except ProblemsFound as found:
            code, problems = 1, found.problems
    return code, out.getvalue(), said.getvalue(), problems
