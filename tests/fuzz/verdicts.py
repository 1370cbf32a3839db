"""What is to be said of what the tool did with one file: nothing, where all is well."""

from __future__ import annotations

import ast
import difflib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import jsonschema

from jupyter_hybridize.edit.edit import Edit, undo
from jupyter_hybridize.edit.file import edit_bytes
from jupyter_hybridize.edit.lines import split_lines
from jupyter_hybridize.source.magic_names import is_automagic
from jupyter_hybridize.source.magics import mask
from tests.fuzz.tool import SECONDS, Answer, Tool
from tests.untraced import machine_seconds

Json = Mapping[str, object]
SCHEMA = json.loads((Path(__file__).parents[1] / "surfaces" / "report.schema.json").read_text())
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)
BUG = "bug of jupyter-hybridize"


def complaints(tool: Tool, path: Path) -> Iterator[str]:
    """Check and fix the file, which is changed, and yield what is wrong with what the tool did."""
    before = path.read_bytes()
    checked = tool.run("check", path.name, "--format", "json", folder=path.parent)
    faults = [*_faults(checked, path.name), *_text_faults(checked, tool, path)]
    yield from (f"check: {fault}" for fault in faults)
    if faults:
        return
    fixed = tool.run("fix", path.name, folder=path.parent)
    yield from (f"fix: {fault}" for fault in _faults(fixed, path.name))
    after = path.read_bytes()
    if after == before:
        return
    again = tool.run("fix", path.name, folder=path.parent)
    yield from (f"fix again: {fault}" for fault in _faults(again, path.name))
    if path.read_bytes() != after:
        yield "fix again: the file changed once more"
    yield from edit_faults(path.name, before, after)
    rechecked = tool.run("check", path.name, "--format", "json", folder=path.parent)
    yield from (f"check after fix: {fault}" for fault in _faults(rechecked, path.name))
    if new := _hazards(rechecked) - _hazards(checked):
        yield f"fix: new hazards {sorted(new)}"


def _faults(answer: Answer, name: str) -> Iterator[str]:
    if answer.lost:
        yield answer.lost
        return
    if answer.seconds > SECONDS and answer.seconds > machine_seconds(SECONDS):
        yield f"took {answer.seconds:.1f} s"
    if BUG in answer.stderr + answer.stdout:
        yield answer.stderr
    lines = answer.stderr.splitlines()
    if answer.status not in {0, 1, 2}:
        yield f"exit status {answer.status}"
    if (answer.status == 2) != (len(lines) == 1) or len(lines) > 1:
        yield f"exit status {answer.status} with the lines {lines}"
    if any(not line.startswith("error: ") or name not in line or len(line) > 400 for line in lines):
        yield f"no clear line: {lines}"


def _text_faults(checked: Answer, tool: Tool, path: Path) -> Iterator[str]:
    """Yield what is wrong with the report: each cell that does not parse is a problem, told in one line."""
    if checked.lost or checked.status == 2:
        return
    report = json.loads(checked.stdout)
    yield from (error.message[:300] for error in VALIDATOR.iter_errors(report))
    (unit,) = report["units"]
    problems = {problem["cell"]: problem["message"] for problem in unit["problems"]}
    if len(problems) < len(unit["problems"]):
        yield f"several problems of one cell: {unit['problems']}"
    if vague := [message for message in problems.values() if not message.strip() or "\n" in message]:
        yield f"no clear problem: {vague}"
    if silent := [number for number in _broken(path) if number not in problems]:
        yield f"no problem told of cells {silent}"
    shown = tool.run("check", path.name, "--verbose", folder=path.parent)
    yield from _faults(shown, path.name)
    if shown.status != checked.status:
        yield f"exit status {shown.status}, and {checked.status} as JSON"


def _broken(path: Path) -> Iterator[int]:
    """Yield the code cells that are surely no Python: Python says so, and no sign of IPython's syntax is in them."""
    for number, text in cells_of(path.read_bytes()).items():
        text = text.removeprefix("\ufeff")  # is overlooked, as in a module
        may_be_magic = set(text) & set("%!?,;/") or is_automagic(text)
        if not (may_be_magic or _parses(text) or _parses(f"if 1:\n{text}")):
            yield number


def _parses(text: str) -> bool:
    try:
        ast.parse(text)
    except (SyntaxError, ValueError):
        return False
    except (RecursionError, MemoryError):
        pass
    return True


def cells_of(data: bytes) -> dict[int, str]:
    """Return the text of each code cell by its number among all cells."""
    cells = json.loads(data.decode("utf-8-sig"))["cells"]
    return {n: "".join(cell.get("source", "")) for n, cell in enumerate(cells) if cell["cell_type"] == "code"}


def edit_faults(name: str, before: bytes, after: bytes) -> Iterator[str]:
    """Yield what `fix` changed besides decorators and imports, and what cannot be taken back."""
    old, new = cells_of(before), cells_of(after)
    edits = [Edit(name, number, old[number], new[number]) for number in old if old[number] != new[number]]
    if edit_bytes(name, after, [undo(edit) for edit in edits]) != before:
        yield "unfix: the bytes differ"
    for edit in edits:
        old_lines, new_lines = (_foreign(text) for text in (edit.before, edit.after))
        if old_lines != new_lines:
            changed = [line for line in difflib.ndiff(old_lines, new_lines) if line[0] in "+-"]
            yield f"fix: other lines of cell {edit.cell} changed: {changed}"


def _foreign(text: str) -> list[str]:
    """Return the lines that are no decorator of TensorFlow, no import of it, and not empty."""
    lines = split_lines(text)
    ours = {number for first, last in _decorators(text) for number in range(first, last + 1)}
    foreign = [line for number, line in enumerate(lines, 1) if number not in ours and line.strip()]
    return [line for line in foreign if not line.strip().startswith(("import tensorflow", "from tensorflow import"))]


def _decorators(text: str) -> Iterator[tuple[int, int]]:
    """Yield the first and the last line of each decorator that a signature or another argument may stand in."""
    masked = mask(text).text
    shift = 0 if _parses(masked) else 1  # IPython takes a cell that is indented as a whole
    for node in ast.walk(ast.parse("if 1:\n" * shift + masked)):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            for decorator in node.decorator_list:
                called = decorator.func if isinstance(decorator, ast.Call) else decorator
                if ast.unparse(called).split(".")[-1].startswith("function"):
                    yield decorator.lineno - shift, (decorator.end_lineno or decorator.lineno) - shift


def _hazards(answer: Answer) -> set[str]:
    """Return the names of the functions whose decorator does harm."""
    units: Sequence[Json] = json.loads(answer.stdout)["units"] if answer.stdout else ()
    functions = (function for unit in units for function in unit["functions"])  # type: ignore[attr-defined]
    return {function["name"] for function in functions if function["confidence"] == "hazard"}


@dataclass(frozen=True, slots=True)
class Failure:
    """A file with which something went wrong, and how to have it again."""

    what: str
    replay: str
    faults: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.what}\n  replay: {self.replay}\n" + "\n".join(f"  {fault}" for fault in self.faults)
