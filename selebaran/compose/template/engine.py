"""The Jinja environments, and what each fault of a template is called.

Templates come from the project only; district text is never a template. The sandbox and StrictUndefined are there
for slips as much as for malice. In Markdown, values are escaped with character references, which mean the same in
running text, in a table and in an HTML attribute.
"""

from __future__ import annotations

import contextlib
import re
import types
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, ClassVar, cast

import jinja2
from jinja2.bccache import Bucket, BytecodeCache
from markupsafe import Markup

from selebaran.compose.template.locate import Source, traced
from selebaran.compose.template.trees import ParsedOnceEnvironment
from selebaran.compose.template.views import ReadFault, printable
from selebaran.jobs.recalled import Key, Recalled, recalled, recalling
from selebaran.model.problem import Place, Problem, ProblemsFound, problem
from selebaran.words.near import nearest

ANYWHERE = re.compile(r"[\\`*_\[\]{}<>&|^~\"'#@]|=(?==)|\$(?=\$)|%(?=%)|(?<=:)/(?=/)|:(?=[a-z])|(?<=[^\W\d])\.(?=\w)")
"""Marks, and the letters by which addresses, mail and emoji are known."""
AT_START = re.compile(r"^\s*(?:[^\w\s&]|o(?=\s)|(?:\d+|[a-z]{1,5})[.)])")
"""What could be the mark of an item, a box or a rule: any sign, a number or letter with its dot."""
NAMES = {
    "markdown": {"daerah", "fakta", "sebut"},
    "plain": {"daerah", "fakta", "sebut"},
    "portal": {"provinsi", "peragaan", "jumlah", "tanggal", "pratinjau", "portal", "tanya"},
    "html": {
        *("daerah", "fakta", "sebut", "seni", "batang_hari", "qr", "situs", "profil", "tanggal", "edisi", "cetak"),
        *("ponsel", "tautan_edisi", "berlaku", "kecamatan", "acara"),
        *(
            "isi",
            "judul_isi",
            "dipakai",
            "tanda_baca",
            "tanya",
            "lembaran",
            "berwarna",
            "skala",
            "sisi",
            "nomor",
        ),
    },
}
FAILURES = (
    jinja2.TemplateError,
    ArithmeticError,
    AttributeError,
    LookupError,
    NameError,
    RuntimeError,
    TypeError,
    ValueError,
)
"""What the expressions of a template can raise: Jinja itself, and the functions of Python that it lets through."""
LOOKED_AT = re.compile(r"\{%[-+]?\s*(?:(?:macro|call|filter|import|from|include|extends|block)\b|set\s[^=|%]*[|%])")
"""How begins what may look at what was printed: `{% set x %}…{% endset %}` and the like."""
TAGS = ("if", "elif", "else", "endif", "for", "endfor", "set", "macro", "endmacro", "block", "endblock", "import")


def escape_markdown(text: str) -> str:
    """Text that Markdown and HTML take for plain words of one line, whatever stands in it; nor is it taken for a
    drawing's name by who looks for those."""
    line = " ".join(text.split()) if "\n" in text or "\t" in text else text
    escaped = ANYWHERE.sub(lambda m: f"&#{ord(m[0])};", line).replace("seni/", "seni&#47;")
    return AT_START.sub(lambda m: m[0][:-1] + f"&#{ord(m[0][-1])};", escaped)


class Printing:
    """What Markdown gets `instead` of a text that a template prints; None where it gets that."""

    instead: ClassVar[Callable[[str], str | None] | None] = None


def is_looked_at(text: str) -> bool:
    """Whether a template may look at what it printed itself."""
    return LOOKED_AT.search(text) is not None


def _print_markdown(value: Any) -> Any:
    value = printable(value)
    if Printing.instead and isinstance(value, str) and (mark := Printing.instead(value)) is not None:
        return Markup(mark)
    return value if isinstance(value, Markup) else Markup(escape_markdown(str(value)))


def environment_of(kind: str, sources: Mapping[str, str]) -> ParsedOnceEnvironment:
    """The environment of a kind of text: "markdown", "plain" or "html". `sources` can be extended and imported."""

    def load(name: str) -> tuple[str, str, None] | None:
        return (sources[name], file_of(name), None) if name in sources else None

    # {#syarat} names a heading in Markdown, so Jinja's comments begin otherwise there.
    comments = ("{#", "#}") if kind in ("html", "portal", "laporan") else ("{##", "##}")
    return ParsedOnceEnvironment(
        comment_start_string=comments[0],
        comment_end_string=comments[1],
        loader=jinja2.FunctionLoader(load),
        undefined=jinja2.StrictUndefined,
        autoescape=kind != "plain",
        finalize=_print_markdown if kind == "markdown" else printable,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        bytecode_cache=KeptCode(kind),
    )


@recalled("naskah templat", 2048, readied=True)
def _code(kind: str, text: str) -> types.CodeType:
    """A text compiled once for all environments of its kind: they differ in nothing but what can be imported."""
    return parser_of(kind).compile(text)


_NAMED = recalling("templat", 2048, readied=True)


class KeptCode(BytecodeCache):
    """Keeps the code of templates that are loaded by name, for all environments of a kind, in the memory `codes`."""

    def __init__(self, kind: str, codes: Recalled[Key, object] = _NAMED) -> None:
        self._kind = kind
        self._codes = cast(Recalled[Key, types.CodeType], codes)

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take what was compiled before."""
        bucket.code = self._codes.get((self._kind, bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        if bucket.code is not None:
            self._codes.put((self._kind, bucket.key, bucket.checksum), bucket.code)


@lru_cache(maxsize=8)
def parser_of(kind: str) -> ParsedOnceEnvironment:
    """The environment of a kind of text for who only looks at what it says."""
    return environment_of(kind, {})


def file_of(name: str) -> str:
    """The project's file that a template name stands for."""
    return f"templates/{name}"


class Templates:
    """Compiles each text once and renders it for every district."""

    def __init__(self, kind: str, sources: Mapping[str, str]) -> None:
        self.kind = kind
        self.environment = environment_of(kind, sources)
        self._names = sorted(sources)
        self._others = {file_of(name): Source(text, Place(file_of(name), 1)) for name, text in sources.items()}
        self._compile = lru_cache(maxsize=None)(self._compiled)

    def _compiled(self, text: str) -> jinja2.Template:
        instead, Printing.instead = Printing.instead, None  # a constant is printed when it is compiled
        try:
            code = _code(self.kind, text)
        finally:
            Printing.instead = instead
        return jinja2.Template.from_code(self.environment, code, self.environment.make_globals(None))

    def warm(self, texts: Iterable[str]) -> None:
        """Compile what will be rendered, so that no child that is forked later has to. Faults are left to `render`."""
        for name in self._names:
            with contextlib.suppress(jinja2.TemplateError, RecursionError):
                self.environment.get_template(name)
        for text in texts:
            with contextlib.suppress(jinja2.TemplateError, RecursionError):
                if "{" in text:
                    self._compile(text)

    def render(
        self, text: str, place: Place, context: Mapping[str, object], listener: Callable[[str], None] | None = None
    ) -> str:
        """The finished text. Raises `TemplateFault` with the place in the template's file.

        `place` is where `text` begins in its file. `listener` hears each part of the output as it is made: what was
        read between two parts belongs to the later one."""
        if "{" not in text:
            return text
        source = source_of(text, place, self.kind)
        try:
            template = self._compile(text)
            return template.render(context) if listener is None else _heard(template.generate(context), listener)
        except ReadFault as fault:
            raise TemplateFault(self._read_fault(fault, source)) from fault
        except (jinja2.TemplateSyntaxError, RecursionError) as error:
            raise TemplateFault(syntax_problem(error, source)) from error
        except jinja2.TemplateNotFound as error:
            raise TemplateFault(self._located("templat-tidak-ada", error, source, error.message or "")) from error
        except FAILURES as error:
            name = re.fullmatch(r"'(\w+)' is undefined", str(error))
            code = "nama-tidak-dikenal" if name else "templat-gagal"
            raise TemplateFault(self._located(code, error, source, name[1] if name else "")) from error

    def _read_fault(self, fault: ReadFault, source: Source) -> Problem:
        """What a view refused. The message speaks of it as it is written in the template."""
        values = dict(fault.values)
        word = values.pop("dekat", "") or re.split(r"[.\[]", values.get("nama", ""))[-1]
        place, written = traced(fault, source, self._others, word)
        if "semua" in values:
            values["maksud"] = nearest(word, values["semua"].split(", "))
        elif fault.code == "isian-kosong-dicetak":
            values["tulisan"] = written if "." in written else values["nama"]
        return problem(fault.code, place, **values)

    def _located(self, code: str, error: BaseException, source: Source, name: str) -> Problem:
        place, _ = traced(error, source, self._others, name)
        known = self._names if code == "templat-tidak-ada" else sorted(NAMES.get(self.kind, ()))
        return unknown(code, name, known, place) if name else problem(code, place)


def _heard(parts: Iterator[str], listener: Callable[[str], None]) -> str:
    texts = []
    for part in parts:
        texts.append(part)
        listener(part)
    return "".join(texts)


class TemplateFault(ProblemsFound):
    """Rendering stopped at a fault of the template."""

    def __init__(self, found: Problem) -> None:
        super().__init__((found,))
        self.problem = found


def source_of(text: str, place: Place, kind: str) -> Source:
    """A text with its place. Values of YAML have exact columns only where the place has one."""
    return Source(text, place, is_exact=kind != "plain" or place.column > 0)


def unknown(code: str, name: str, known: list[str], place: Place) -> Problem:
    """A name that doesn't exist, with the nearest one that does and all of them."""
    return problem(code, place, nama=name, maksud=nearest(name, known), semua=", ".join(known))


def syntax_problem(error: Exception, source: Source) -> Problem:
    """A template that Jinja can't parse: an unknown tag, a tag without its pair, or broken braces."""
    line = getattr(error, "lineno", None) or 1
    if (tag := re.match(r"Encountered unknown tag '(\w+)'", str(error))) and not tag[1].startswith(("end", "el")):
        return unknown("nama-tidak-dikenal", tag[1], list(TAGS), source.spot(line, tag[1]))
    if pair := source.unpaired():
        return problem("templat-terbuka", pair[0], nama=pair[1])
    return problem("templat-rusak", source.spot(line, ""))
