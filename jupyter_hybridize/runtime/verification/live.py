"""Runs the function and its graph on the same inputs from the same state, in this process."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import tensorflow as tf

from jupyter_hybridize.runtime.state.guard import StateGuard
from jupyter_hybridize.runtime.verification.deadline import Deadline
from jupyter_hybridize.runtime.verification.decorated import Decorated, decorated, eager_form
from jupyter_hybridize.runtime.verification.gradients import Gradients, gradient_finding, gradients_of
from jupyter_hybridize.runtime.verification.jitter import jitter_variables, jittered
from jupyter_hybridize.runtime.verification.judgement import (
    Aspect,
    Finding,
    Repeated,
    has_trained,
    judge,
    traces_finding,
)
from jupyter_hybridize.runtime.verification.printed import captured
from jupyter_hybridize.runtime.verification.randomness import Draws, equal_streams
from jupyter_hybridize.runtime.verification.seen import Seen
from jupyter_hybridize.runtime.verification.sides import Arguments, Side, failed, run_side, until_error

CALLS = 2  # the second call is the first that runs the graph only
Running = Callable[[Sequence[Arguments], Draws], Side]
_CHEAP = 2.0  # seconds of a call that is repeated to know more


@dataclass(slots=True)
class LiveRun:
    """A function, its arguments and the guard that answers for everything they reach."""

    function: Callable[..., object]
    digest: str
    arguments: Arguments
    further: tuple[Arguments, ...]  # of other calls, made afterwards on the same traces
    guard: StateGuard
    deadline: Deadline
    has_run: Callable[[], None]  # called when the function itself has run, and its state is still there

    def compare(self) -> Seen:
        """Return how the calls compare; the state is as it was before when this returns.

        Raises:
            Expired: the time is over; the guard still has to restore.
        """
        sequence = [*[self.arguments] * CALLS, *self.further]
        with equal_streams() as draws:
            eager, graph, fresh = self._both(sequence, draws)
            if _ended_early(eager, graph):
                return Seen.of(eager, graph)
            findings = judge(eager, graph)
            if eager.draws and graph.traced_anew and any(finding.differs for finding in findings):
                draws.renew(graph.traced_anew)
                eager, graph, fresh = self._both(sequence, draws)
                if _ended_early(eager, graph):
                    return Seen.of(eager, graph)
                findings = judge(eager, graph)
            if any(finding.differs for finding in findings):
                findings = judge(eager, graph, self._repeated(sequence, draws, (eager, graph), findings))
            gradients = self._gradients(eager, draws)
        return Seen.of(eager, graph, (*findings, *gradients, traces_finding(graph, CALLS, fresh)))

    def _both(self, sequence: Sequence[Arguments], draws: Draws) -> tuple[Side, Side, int | None]:
        eager = self.eager(sequence, draws)
        graph, fresh = self._graph(sequence, draws)
        return *until_error(eager, graph), fresh

    def eager(self, sequence: Sequence[Arguments], draws: Draws) -> Side:
        """Run the function as it is, then set everything back."""
        try:
            side = run_side(eager_form(self.function), sequence, self.guard, draws, self.deadline)
            self.has_run()
            return side
        finally:
            self.guard.reset()

    def _repeated(
        self, sequence: Sequence[Arguments], draws: Draws, sides: tuple[Side, Side], findings: Sequence[Finding]
    ) -> Repeated | None:
        """Run one side again, and from numbers moved by rounding if that may explain the *findings*.

        Of a function that draws it is the graph, traced anew: eagerly each operation goes on in its stream.
        """
        may_be_rounding = any(f.aspect in (Aspect.VARIABLES, Aspect.OUTPUTS) and f.is_numeric for f in findings)
        first, run = sides[0], self.eager
        if first.draws:
            if not may_be_rounding:
                return None
            first, run = sides[1], self._graph_again
        moved = self._moved(run, sequence, draws) if may_be_rounding else None
        return Repeated(first, run(sequence, draws), moved)

    def _moved(self, run: Running, sequence: Sequence[Arguments], draws: Draws) -> Side:
        """Run the function from numbers that are moved by rounding, then set everything back."""
        random = np.random.default_rng(0)
        try:
            jitter_variables(eager_form(self.function), self.arguments, random)
            return run([jittered(each, random) for each in sequence], draws)
        finally:
            self.guard.reset()

    def _graph(self, sequence: Sequence[Arguments], draws: Draws) -> tuple[Side, int | None]:
        """Run the graph, then set everything back; return also how often a call on equal arguments was traced."""
        try:
            with decorated(self.function, self.digest) as form:
                side = run_side(form.call, sequence, self.guard, draws, self.deadline, lambda: form.traces)
                return side, self._traces_on_equal(form, side)
        except Exception as error:  # it cannot even be decorated
            return failed(error), None
        finally:
            self.guard.reset()

    def _graph_again(self, sequence: Sequence[Arguments], draws: Draws) -> Side:
        return self._graph(sequence, draws)[0]

    def _traces_on_equal(self, form: Decorated, side: Side) -> int | None:
        """Return how often one more call is traced, on equal but new arguments; None: it was not made."""
        fresh = _renewed(self.arguments)
        if side.error is not None or side.calls[-1].seconds > _CHEAP:
            return None
        before = form.traces
        try:
            with captured():
                self.deadline.run(form.call, *fresh.args, **fresh.kwargs)
        except Exception:  # what the function does at its third call is not asked
            return None
        return form.traces - before

    def _gradients(self, eager: Side, draws: Draws) -> tuple[Finding, ...]:
        """Compare gradients, of a function that does not train: what a step does to variables was compared."""
        if has_trained(eager) or eager.calls[-1].seconds > _CHEAP:
            return ()
        draws.renew()
        try:
            return (gradient_finding(self._flow(False, draws), self._flow(True, draws)),)
        except Exception:  # it does not run under a tape: nobody takes gradients of it
            return ()

    def _flow(self, is_graph: bool, draws: Draws) -> Gradients | None:
        draws.begin()
        try:
            with captured():
                if not is_graph:
                    return gradients_of(eager_form(self.function), self.arguments, self.deadline)
                with decorated(self.function, self.digest) as form:
                    return gradients_of(form.call, self.arguments, self.deadline)
        finally:
            self.guard.reset()


def _ended_early(eager: Side, graph: Side) -> bool:
    return eager.error is not None or graph.error is not None


def _renewed(arguments: Arguments) -> Arguments:
    return Arguments(
        tuple(_renew(each) for each in arguments.args), {name: _renew(each) for name, each in arguments.kwargs.items()}
    )


def _renew(item: Any) -> Any:
    """Return an equal value that is another object, where that is known to be possible."""
    if isinstance(item, np.ndarray):
        return item.copy()
    if isinstance(item, tf.Tensor):
        return tf.identity(item)
    if type(item) is float:
        return item * 1.0  # of NaN this is another object, and equal to nothing
    if type(item) in (list, tuple):
        return type(item)(_renew(each) for each in item)
    if type(item) is dict:
        return {key: _renew(each) for key, each in item.items()}
    return item
