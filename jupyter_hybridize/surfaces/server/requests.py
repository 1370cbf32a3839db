"""What the sidebar asks of the server, read from JSON that nobody has checked before.

Each error is one line that names the field; it never repeats what was sent, which may be of any size.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from jupyter_hybridize.results.evidence import Evidence, EvidenceError, from_payload
from jupyter_hybridize.source.notebook import is_python
from jupyter_hybridize.source.program import Order
from jupyter_hybridize.surfaces.kernel_runs import KernelRuns, read_runs
from jupyter_hybridize.surfaces.server.errors import RequestError
from jupyter_hybridize.surfaces.server.limits import LARGEST_INTEGER, LONGEST_NAME, MOST_BYTES, MOST_CELLS, MOST_RULES

CELL_TYPES = ("code", "markdown", "raw")
ACTIONS = ("apply", "undo", "ignore", "apply-all-proved")


@dataclass(frozen=True, slots=True)
class SentCell:
    """One cell as the sidebar has it."""

    id: str
    source: str
    type: str = "code"
    execution_count: int | None = None


@dataclass(frozen=True, slots=True)
class AnalyzeRequest:
    """A notebook to analyse; ``path`` is relative to the server's folder."""

    path: str
    cells: tuple[SentCell, ...]
    order: Order = Order.DOCUMENT
    evidence: Evidence | None = None
    runs: KernelRuns | None = None  # what the kernel ran, where the evidence tells
    ignored_rules: tuple[str, ...] = ()
    sequence: int | None = None  # comes back with the answer
    client: str = ""  # a newer request of the same client about the same notebook takes the place of this one


@dataclass(frozen=True, slots=True)
class MadeEdit:
    """An edit that was made before and is to be undone."""

    cell: int
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class EditRequest:
    """What to do about the function whose ``def`` stands on ``line`` of ``cell``, or about all functions."""

    notebook: AnalyzeRequest
    action: str
    cell: int = -1  # the position of the cell that ``cell_id`` named
    line: int = 0
    rules: tuple[str, ...] = ()  # to ignore; none: all
    made: tuple[MadeEdit, ...] = ()  # to undo; none: the decorator of the function


def parse_json(body: bytes) -> object:
    """Return the JSON value that *body* holds."""
    try:
        return json.loads(body)
    except RecursionError:
        raise _invalid("the request is JSON that is nested too deeply") from None
    except json.JSONDecodeError as error:
        raise _invalid(f"the request is no JSON: {error.msg} (line {error.lineno}, column {error.colno})") from None
    except ValueError:  # not UTF-8, or a number of too many digits
        raise _invalid("the request is no JSON: it cannot be decoded") from None


def read_analyze(payload: object) -> AnalyzeRequest:
    """Return the request for an analysis."""
    fields = _Fields(payload, "")
    path = fields.text("path")
    _check_path(path)
    language = fields.text("language", "")
    if language and not is_python(language):
        raise RequestError(422, "not-python", f"{language[:60]} is not analysed: this is no Python notebook")
    cells = fields.items("cells", MOST_CELLS, required=True)
    return AnalyzeRequest(
        path,
        tuple(_cell(_Fields(each, f"cells[{index}]")) for index, each in enumerate(cells)),
        Order(fields.word("order", tuple(order.value for order in Order), Order.DOCUMENT.value)),
        *_evidence(fields.held.get("evidence")),
        fields.texts("ignored_rules", MOST_RULES),
        fields.integer("sequence"),
        fields.text("client", ""),
    )


def read_edit(payload: object) -> EditRequest:
    """Return the request for an edit; refuse one whose line is no longer as its sender expects."""
    notebook = read_analyze(payload)
    fields = _Fields(payload, "")
    action = fields.word("action", ACTIONS)
    rules = fields.texts("rules", MOST_RULES)
    edits = fields.items("edits", MOST_CELLS)
    made = tuple(_made(_Fields(each, f"edits[{index}]"), notebook) for index, each in enumerate(edits))
    if action == "apply-all-proved" or (action == "undo" and made):
        return EditRequest(notebook, action, made=made)
    cell = _cell_of(notebook, fields.text("cell_id"), "cell_id")
    line = fields.integer("line")
    if line is None or line < 1:
        raise _invalid("line is missing, or is no line")
    _check_expected(notebook.cells[cell].source, line, fields)
    return EditRequest(notebook, action, cell, line, rules)


class _Fields:
    """The members of one JSON object, and where it stands in the request."""

    def __init__(self, held: object, where: str) -> None:
        if not isinstance(held, dict):
            raise _invalid(f"{where or 'the request'} is no JSON object")
        self.held: Mapping[str, object] = held
        self._where = where

    def at(self, name: str) -> str:
        return ".".join(filter(None, (self._where, name)))

    def text(self, name: str, default: str | None = None, most: int = LONGEST_NAME) -> str:
        found = self.held.get(name)
        if found is None and default is not None:
            return default
        if not isinstance(found, str):
            raise _invalid(f"{self.at(name)} is {'missing' if found is None else 'no text'}")
        if len(found) > most:
            raise _invalid(f"{self.at(name)} has {len(found):,} characters, more than {most:,}")
        return found

    def word(self, name: str, words: tuple[str, ...], default: str | None = None) -> str:
        found = self.text(name, default)
        if found not in words:
            raise _invalid(f"{self.at(name)} is none of {', '.join(words)}")
        return found

    def integer(self, name: str) -> int | None:
        found = self.held.get(name)
        if found is None:
            return None
        if isinstance(found, bool) or not isinstance(found, int) or abs(found) > LARGEST_INTEGER:
            raise _invalid(f"{self.at(name)} is no whole number")
        return found

    def items(self, name: str, most: int, *, required: bool = False) -> list[object]:
        found = self.held.get(name)
        if found is None and not required:
            return []
        if not isinstance(found, list):
            raise _invalid(f"{self.at(name)} is {'missing' if found is None else 'no list'}")
        if len(found) > most:
            raise RequestError(413, "too-large", f"{self.at(name)} has {len(found):,} entries, more than {most:,}")
        return found

    def texts(self, name: str, most: int) -> tuple[str, ...]:
        found = self.items(name, most)
        return tuple(_Fields({"": each}, f"{self.at(name)}[{index}]").text("") for index, each in enumerate(found))


def _cell(fields: _Fields) -> SentCell:
    return SentCell(
        fields.text("id"),
        fields.text("source", most=MOST_BYTES),
        fields.word("type", CELL_TYPES, "code"),
        fields.integer("execution_count"),
    )


def _made(fields: _Fields, notebook: AnalyzeRequest) -> MadeEdit:
    cell = _cell_of(notebook, fields.text("cell_id"), fields.at("cell_id"))
    return MadeEdit(cell, fields.text("before", most=MOST_BYTES), fields.text("after", most=MOST_BYTES))


def _cell_of(notebook: AnalyzeRequest, cell_id: str, where: str) -> int:
    found = [index for index, cell in enumerate(notebook.cells) if cell.id == cell_id]
    if len(found) != 1:
        raise _invalid(f"{where} names {'no cell' if not found else 'more than one cell'} of those sent")
    return found[0]


def _check_expected(source: str, line: int, fields: _Fields) -> None:
    lines = source.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    expected = fields.text("expect", "", MOST_BYTES)
    if line > len(lines) or (expected and lines[line - 1].rstrip() != expected.rstrip("\r\n \t\f")):
        raise RequestError(409, "stale", f"line {line} of the cell is no longer as it was when it was analysed")


def _check_path(path: str) -> None:
    if not path or "\0" in path or not _is_encodable(path):
        raise _invalid("path is no path")
    if ".." in path.replace("\\", "/").split("/"):
        raise _invalid("path leads out of the server's folder")


def _is_encodable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _evidence(payload: object) -> tuple[Evidence | None, KernelRuns | None]:
    try:
        return (None, None) if payload is None else (from_payload(payload), read_runs(payload))
    except EvidenceError as error:
        # a reason of its own: the sidebar asks again without what a kernel told
        raise RequestError(400, "evidence", f"evidence: {error}") from None


def _invalid(message: str) -> RequestError:
    return RequestError(400, "invalid", message)
