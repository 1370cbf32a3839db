"""What is said about a capture that has gone stale, and the re-run that cures it."""

from __future__ import annotations

from types import FunctionType
from typing import Any

from jupyter_hybridize.results.report import Place
from jupyter_hybridize.results.watch import StaleCapture
from jupyter_hybridize.runtime.state.raw_access import ancestry, class_name
from jupyter_hybridize.runtime.watching.hybrid_functions import is_hybrid
from jupyter_hybridize.runtime.watching.live_captures import Change, is_layer

PARTLY = "the graphs made before that go on with the old one"
KEPT = {
    "changed in place": "the graph keeps the old contents",
    "(un)frozen": "the graph goes on as before",
}


def stale_capture(
    function: str, change: Change, cell: int | None, defined: Place | None, *, is_partly: bool = False
) -> StaleCapture:
    """Return what is said about *change*, seen after *cell*, in a trace of *function*.

    *is_partly* says that a later trace has read what is there now.
    """
    path = str(change.capture.read)
    reader = change.capture.reader.name
    by = "" if reader == function else f", which `{reader}` reads,"
    when = "" if cell is None else f" (In [{cell}])"
    kept = PARTLY if is_partly else KEPT.get(change.change) or _kept(change.value)
    return StaleCapture(
        function=function,
        path=path,
        reader=reader,
        change=change.change,
        message=f"{_subject(path, change)}{by} {_verb(change.change)}{when} after `{function}` was traced: {kept}",
        advice=_advice(function, path, change, cell, defined),
        cell=cell,
        defined=defined,
    )


def _subject(path: str, change: Change) -> str:
    return f"what is trainable in `{path}`" if change.change == "(un)frozen" else f"`{path}`"


def _verb(change: str) -> str:
    return {"(un)frozen": "was changed"}.get(change, f"was {change}")


def _kept(value: Any) -> str:
    if type(value) is FunctionType or is_hybrid(value):
        return "the graph keeps the old function"
    if is_layer(value):
        return "the graph keeps the old model, and goes on with its weights"
    if _has_variables(value):
        return "the graph keeps the old one, and goes on with its variables"
    return "the graph keeps the old value"


def _has_variables(value: object) -> bool:
    stateful = {"Variable", "ResourceVariable", "Optimizer", "BaseOptimizer", "Metric", "Module"}
    return any(class_name(base) in stateful for base in ancestry(type(value)))


def _advice(function: str, path: str, change: Change, cell: int | None, defined: Place | None) -> str:
    if defined is None:
        return f"Run the cell that defines `{function}` again."
    if defined[1] != cell:
        return f"Run the cell that defines `{function}` (In [{defined[1]}]) again."
    if change.change in KEPT or _kept(change.value) != "the graph keeps the old value":
        return f"Define `{function}` again after each such change."
    return f"Pass `{path}` as an argument, or make it a `tf.Variable` and `assign` to it."
