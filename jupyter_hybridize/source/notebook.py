"""Notebooks as units: a file's JSON, or the cells that a server or a kernel holds."""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Iterable, Mapping
from pathlib import Path

from jupyter_hybridize.source.cell import Cell, CellState
from jupyter_hybridize.source.magics import mask
from jupyter_hybridize.source.program import Unit, UnitKind

CellSource = tuple[str | None, str, int | None]  # id, text, execution count

_PYTHON = ("python", "ipython", "xpython", "xeus-python", "conda", "pyodide")


class SourceError(Exception):
    """A file that cannot be used; the message is one line that names it."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"{name}: {reason}")
        self.name = name
        self.reason = reason


def read_notebook(path: Path | str, name: str | None = None) -> Unit:
    """Return the code cells of the notebook at *path*, shown as *name*; raise :class:`SourceError` if it has none."""
    shown = str(path) if name is None else name
    cells = _load(shown, read_bytes(path, shown)).get("cells")
    if not isinstance(cells, list):
        raise SourceError(shown, "not a notebook: `cells` is no list")
    found = [(index, _source(shown, index, cell)) for index, cell in enumerate(cells) if _is_code(shown, index, cell)]
    return make_unit(shown, [source for _, source in found], indexes=[index for index, _ in found])


def is_python(language: str) -> bool:
    """Return whether *language*, as a notebook's metadata or its kernel name it, is Python."""
    return language.lower().startswith(_PYTHON)


def make_unit(name: str, cells: Iterable[CellSource], *, indexes: Iterable[int] | None = None) -> Unit:
    """Return the unit of the code *cells*, which stand at *indexes* among all cells, or at 0, 1, 2 and so on."""
    sources = list(cells)
    places = range(len(sources)) if indexes is None else indexes
    made = tuple(_cell(source, index) for source, index in zip(sources, places, strict=True))
    return Unit(name, UnitKind.NOTEBOOK, made)


def read_bytes(path: Path | str, name: str) -> bytes:
    """Return the content of the text file at *path*; raise :class:`SourceError` if it cannot be read."""
    try:
        if stat.S_IFMT(os.stat(path).st_mode) not in {stat.S_IFREG, stat.S_IFDIR}:  # a pipe would keep us waiting
            raise SourceError(name, "neither a file nor a folder")
        content = Path(path).read_bytes()
    except FileNotFoundError:
        raise SourceError(name, "no such file") from None
    except (OSError, ValueError) as error:
        raise SourceError(name, f"cannot be read: {getattr(error, 'strerror', None) or error}") from None
    if b"\0" in content:
        raise SourceError(name, "not a text file")
    return content


def _load(name: str, content: bytes) -> Mapping[str, object]:
    try:
        notebook = json.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise SourceError(name, f"not UTF-8 text (byte {error.start})") from None
    except json.JSONDecodeError as error:
        if not content.strip():
            raise SourceError(name, "not a notebook: the file is empty") from None
        raise SourceError(name, f"not a notebook: broken JSON in line {error.lineno}: {error.msg}") from None
    except (RecursionError, ValueError):
        raise SourceError(name, "not a notebook: JSON that cannot be read") from None
    if not isinstance(notebook, dict) or "nbformat" not in notebook:
        raise SourceError(name, "not a notebook: no `nbformat`")
    if notebook["nbformat"] != 4:
        reason = f"notebook format {notebook['nbformat']!r} is not read, only 4: open the file in Jupyter and save it"
        raise SourceError(name, reason)
    language = _language(notebook.get("metadata"))
    if language and not is_python(language):
        raise SourceError(name, f"a notebook in {language}, not in Python")
    return notebook


def _language(metadata: object) -> str:
    """Return the language that a notebook's metadata tell, the kernel's first, or the empty string."""
    kernel, info = _member(metadata, "kernelspec"), _member(metadata, "language_info")
    told = (_member(kernel, "language"), _member(info, "name"), _member(kernel, "name"))
    return next((language for language in told if isinstance(language, str) and language), "")


def _member(mapping: object, key: str) -> object:
    return mapping.get(key) if isinstance(mapping, dict) else None


def _is_code(name: str, index: int, cell: object) -> bool:
    kind = _member(cell, "cell_type")
    if not isinstance(kind, str):
        raise SourceError(name, f"cell {index}: not a cell")
    return kind == "code"


def _source(name: str, index: int, cell: Mapping[str, object]) -> CellSource:
    text = cell.get("source", "")
    if isinstance(text, list) and all(isinstance(line, str) for line in text):
        text = "".join(text)
    if not isinstance(text, str):
        raise SourceError(name, f"cell {index}: the source is not text")
    identity, count = cell.get("id"), cell.get("execution_count")
    return (
        identity if isinstance(identity, str) else None,
        text,
        count if isinstance(count, int) and not isinstance(count, bool) else None,
    )


def _cell(source: CellSource, index: int) -> Cell:
    identity, text, count = source
    masked = mask(text)
    state = CellState.UNKNOWN if count is None else CellState.RUN
    name = identity or f"cell-{index}"
    return Cell(name, index, text, masked.text, count, state, masked.skipped, masked.runs_unknown_code)
