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
from jupyter_hybridize.runtime.verification.deadline import Deadline, Expired
from jupyter_hybridize.runtime.verification.decorated import decorated, eager_form
from jupyter_hybridize.runtime.verification.judgement import judge, traces_finding
from jupyter_hybridize.runtime.verification.live import CALLS
from jupyter_hybridize.runtime.verification.printed import captured
from jupyter_hybridize.runtime.verification.randomness import Draws, equal_streams
from jupyter_hybridize.runtime.verification.seen import Seen
from jupyter_hybridize.runtime.verification.sides import Arguments, Side, failed, run_side, until_error

JOB = "replayed.compare_in_replay"
_SEED = 7
_GRACE = 2.0  # seconds that the answer may take


@dataclass(frozen=True, slots=True)
class Replay:
    """The notebook's cells that have run, in order, as Python; and the process to run them in."""

    cells: tuple[str, ...]
    zygote: Zygote
    names: tuple[str, ...] = ()  # "In [3]", of each cell; none: they are counted from 0
    failed: tuple[int, ...] = ()  # the places in `cells` of those that raised in the kernel too


class CellError(Exception):
    """A cell raised, or did not end, when it was replayed; the message is for the user."""


def compare_by_replay(replay: Replay, call: str, digest: str, seconds: float) -> Seen:
    """Return how the calls compare; frames of the cells' code have the file ``<cell N>``.

    Raises:
        ReplayError: the cells could not be replayed, or the function did not come to its end.
    """
    names = replay.names or tuple(f"cell {number}" for number in range(len(replay.cells)))
    arguments = {"cells": list(replay.cells), "names": list(names), "failed": list(replay.failed)}
    arguments |= {"call": call, "digest": digest, "seconds": seconds}
    try:
        answer = replay.zygote.run([], JOB, arguments, seconds + _GRACE)
    except ReplayError as error:
        if error.ending is Ending.HUNG:  # in TensorFlow's own code, which the deadline there does not interrupt
            raise ReplayError(_over(seconds), Ending.HUNG) from None
        raise
    if "error" in answer:
        raise ReplayError(answer["error"], Ending.FAILED)
    return Seen.from_json(answer)


def _over(seconds: float) -> str:
    return f"the calls had not ended when its {seconds:.0f} s were over"


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
    except Expired:
        return {"error": _over(arguments["seconds"])}
    eager, graph = until_error(eager, graph)
    if eager.error is not None or graph.error is not None:
        return Seen.of(eager, graph).to_json()
    return Seen.of(eager, graph, (*judge(eager, graph), traces_finding(graph, CALLS, None))).to_json()


def _replayed_side(side: str, arguments: Mapping[str, Any], draws: Draws, deadline: Deadline) -> Side:
    namespace = _replay(side, arguments, deadline)
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


def _replay(side: str, arguments: Mapping[str, Any], deadline: Deadline) -> dict[str, Any]:
    """Run the cells in a folder and with names of their own, from the same seeds."""
    folder = os.path.join(arguments["home"], side)
    os.makedirs(folder)
    os.chdir(folder)
    keras.backend.clear_session()
    keras.utils.set_random_seed(_SEED)
    module = types.ModuleType("__main__")
    sys.modules["__main__"] = module
    module.__dict__["display"] = lambda *_, **__: None
    with captured():
        for number, (cell, name) in enumerate(zip(arguments["cells"], arguments["names"], strict=True)):
            try:
                deadline.run(run_cell, cell, number, module.__dict__)
            except (Exception, SystemExit) as error:
                if number not in arguments["failed"]:
                    raise CellError(f"{name} raises {one_line(error)}") from error
            except Expired:
                seconds = arguments["seconds"]
                raise CellError(f"{name} had not ended when its {seconds:.0f} s were over") from None
    return module.__dict__
