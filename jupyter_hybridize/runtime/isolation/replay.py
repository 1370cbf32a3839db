"""Runs a notebook's cells in a process that is given up afterwards, and then a job of ours on what they left behind."""

from __future__ import annotations

import importlib
import linecache
import os
import sys
import types
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from jupyter_hybridize.runtime.isolation.forbidden_actions import forbid
from jupyter_hybridize.runtime.isolation.user_frames import described

JOBS: Final = "jupyter_hybridize.runtime.verification"  # a job is a public function of a module of this package
Job = Callable[[dict[str, Any], dict[str, Any]], object]
_LONGEST_MESSAGE: Final = 2000  # characters


class UnknownJobError(ValueError):
    """The name of a job is not that of a public function of a module of the package of jobs."""


@dataclass(frozen=True, slots=True)
class Request:
    """Cells to run, and a job to do with the names they bound."""

    cells: tuple[str, ...]  # Python: magics are masked already
    package: str  # where jobs are
    job: str  # "verify.job": a function of (namespace, arguments) in a module of that package
    arguments: Mapping[str, Any]
    search_path: tuple[str, ...]  # where the user's modules are


def replay(request: Request, folder: str, progress: Callable[[int], None]) -> dict[str, object]:
    """Run the cells, then the job, and return ``{"result": …}``; or ``{"cell": …, "error": …}`` of a cell that failed.

    *progress* is told the number of each cell before it runs, and how many there are before the job: who waits for this
    process can then say where it got stuck.
    """
    sys.path[:] = [path for path in request.search_path if path]
    job = find_job(request.package, request.job)
    module = types.ModuleType("__main__")
    module.__dict__["display"] = _display
    sys.modules["__main__"] = module
    _enter(folder)
    forbid(folder, lambda *_: None, PermissionError)  # libraries know how to do without a cache they may not write
    for number, cell in enumerate(request.cells):
        progress(number)
        try:
            run_cell(cell, number, module.__dict__)
        except (Exception, SystemExit, KeyboardInterrupt) as error:
            kind, message = described(error)
            return {"cell": number, "error": f"{kind}: {message}"[:_LONGEST_MESSAGE]}
    progress(len(request.cells))
    return {"result": job(module.__dict__, dict(request.arguments))}


def find_job(package: str, name: str) -> Job:
    """Return the job called *name*; raise UnknownJobError."""
    path, _, function = name.rpartition(".")
    unknown = UnknownJobError(f"`{name}` is no job")
    if not path or function.startswith("_") or not all(part.isidentifier() for part in (*path.split("."), function)):
        raise unknown
    try:
        found = getattr(importlib.import_module(f"{package}.{path}"), function)
    except (ImportError, AttributeError):
        raise unknown from None
    if not callable(found) or getattr(found, "__module__", None) != f"{package}.{path}":
        raise unknown
    job: Job = found
    return job


def cell_file(number: int) -> str:
    """Return the name under which cell *number* is compiled."""
    return f"<cell {number}>"


def cell_number(file: str) -> int | None:
    """Return which cell is compiled under the name *file*, None if it is none."""
    inner = file.removeprefix("<cell ").removesuffix(">")
    return int(inner) if file == f"<cell {inner}>" and inner.isdigit() else None


def run_cell(text: str, number: int, namespace: dict[str, Any]) -> None:
    """Execute a cell; its text can be found afterwards, which AutoGraph needs."""
    file = cell_file(number)
    linecache.cache[file] = (len(text), None, text.splitlines(keepends=True), file)
    exec(compile(text, file, "exec", dont_inherit=True), namespace)


def _enter(folder: str) -> None:
    os.chdir(folder)
    sys.argv[:] = [""]


def _display(*_: object, **__: object) -> None:
    """Show nothing: there is no front end."""
