"""Compares a function and its graph in a replay of the notebook's cells, where what they touch need not be put back."""

from __future__ import annotations

import os
import sys
import types
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import keras

from jupyter_hybridize.runtime.isolation.isolated import Ending
from jupyter_hybridize.runtime.isolation.replay import run_cell
from jupyter_hybridize.runtime.isolation.zygote import ReplayError, Zygote
from jupyter_hybridize.runtime.measurement.inputs import arguments_of
from jupyter_hybridize.runtime.measurement.one_line import one_line
from jupyter_hybridize.runtime.state.guard import StateGuard
from jupyter_hybridize.runtime.verification.deadline import Deadline
from jupyter_hybridize.runtime.verification.decorated import decorated, eager_form
from jupyter_hybridize.runtime.verification.judgement import judge, traces_finding
from jupyter_hybridize.runtime.verification.live import CALLS
from jupyter_hybridize.runtime.verification.printed import captured
from jupyter_hybridize.runtime.verification.randomness import Draws, equal_streams
from jupyter_hybridize.runtime.verification.seen import Seen
from jupyter_hybridize.runtime.verification.sides import Arguments, Side, failed, run_side, until_error

JOB = "replayed.compare_in_replay"
_SEED = 7


@dataclass(frozen=True, slots=True)
class Replay:
    """The notebook's cells that have run, in order, as Python; and the process to run them in."""

    cells: tuple[str, ...]
    zygote: Zygote


class CellError(Exception):
    """A cell raised when it was replayed; the message is for the user."""


def compare_by_replay(replay: Replay, call: str, digest: str, seconds: float) -> Seen:
    """Return how the calls compare; frames of the cells' code have the file ``<cell N>``.

    Raises:
        ReplayError: the cells could not be replayed, or the function did not come to its end.
    """
    arguments = {"cells": list(replay.cells), "call": call, "digest": digest, "seconds": seconds}
    answer = replay.zygote.run([], JOB, arguments, seconds)
    if "error" in answer:
        raise ReplayError(answer["error"], Ending.FAILED)
    return Seen.from_json(answer)


def compare_in_replay(namespace: Mapping[str, object], arguments: Mapping[str, Any]) -> dict[str, Any]:
    """Replay the cells for each side, and return what was seen, or ``{"error": …}``: runs in the zygote's child."""
    deadline = Deadline(float(arguments["seconds"]))
    arguments = {**arguments, "home": os.getcwd()}
    try:
        with equal_streams() as draws:
            eager = _replayed_side("eager", arguments, draws, deadline)
            graph = _replayed_side("graph", arguments, draws, deadline)
    except CellError as error:
        return {"error": str(error)}
    eager, graph = until_error(eager, graph)
    if eager.error is not None or graph.error is not None:
        return Seen.of(eager, graph).to_json()
    return Seen.of(eager, graph, (*judge(eager, graph), traces_finding(graph, CALLS, None))).to_json()


def _replayed_side(side: str, arguments: Mapping[str, Any], draws: Draws, deadline: Deadline) -> Side:
    namespace = _replay(side, arguments["home"], arguments["cells"])
    call = arguments_of(arguments["call"], namespace)
    given = Arguments(call.args, call.kwargs)
    seeing = StateGuard(call.function, call.args, call.kwargs)  # only to look: it is not entered
    sequence = [given] * CALLS
    if side == "eager":
        return run_side(eager_form(call.function), sequence, seeing, draws, deadline)
    return _graph_side(call.function, arguments["digest"], sequence, seeing, draws, deadline)


def _graph_side(
    function: Callable[..., object],
    digest: str,
    sequence: Sequence[Arguments],
    seeing: StateGuard,
    draws: Draws,
    deadline: Deadline,
) -> Side:
    try:
        with decorated(function, digest) as form:
            return run_side(form.call, sequence, seeing, draws, deadline, lambda: form.traces)
    except Exception as error:  # it cannot even be decorated
        return failed(error)


def _replay(side: str, home: str, cells: Sequence[str]) -> dict[str, Any]:
    """Run the cells in a folder and with names of their own, from the same seeds."""
    folder = os.path.join(home, side)
    os.makedirs(folder)
    os.chdir(folder)
    keras.backend.clear_session()
    keras.utils.set_random_seed(_SEED)
    module = types.ModuleType("__main__")
    sys.modules["__main__"] = module
    module.__dict__["display"] = lambda *_, **__: None
    with captured():
        for number, cell in enumerate(cells):
            try:
                run_cell(cell, number, module.__dict__)
            except (Exception, SystemExit) as error:
                raise CellError(f"cell {number} of the replay raises {one_line(error)}") from error
    return module.__dict__
