"""Counting what a trial's function would do in one call: each library call once, times the loops around it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.value import (
    AbstractValue,
    Form,
    Function,
    Hybrid,
    Instance,
    Method,
    Partial,
    Scalar,
    Tensor,
)
from jupyter_hybridize.domain.work import NOTHING, Work
from jupyter_hybridize.interpreter.work import sizes
from jupyter_hybridize.interpreter.work.tape_work import TapeWork
from jupyter_hybridize.knowledge.costs import unmeasured
from jupyter_hybridize.knowledge.host import Arguments
from jupyter_hybridize.knowledge.keras.values import Config
from jupyter_hybridize.knowledge.names import canonical

if TYPE_CHECKING:
    from jupyter_hybridize.interpreter.machine import Machine

_TAPE: Final = "tensorflow.GradientTape"
_AROUND: Final = frozenset({"keras.Layer.__call__", "keras.Model.__call__", "keras.Sequential.__call__"})
_ENDLESS: Final = frozenset({"fit", "evaluate", "predict", "train_on_batch", "test_on_batch", "predict_on_batch"})
_LOOP_NODES: Final = 10.0  # what one round of a graph's loop runs besides its body
_BRANCH_NODES: Final = 5.0
_CALLABLE: Final = (Function, Method, Partial, Hybrid)
_LONG: Final = 1000.0  # operations: tracing them takes half a second
_ENDLESS_LOOP: Final = 50_000.0  # half a minute for each trace
_OTHERS: Final = "tensorflow_"  # packages of their own, of which no call was measured: samplers, solvers, models
_RECURRENT: Final = frozenset({"keras.layers.LSTM", "keras.layers.GRU", "keras.layers.SimpleRNN"})
MEASURED_STEPS: Final = 6  # of the sequences that recurrent layers were measured with
_DEEPEST: Final = 4  # lists within lists of what gradients are asked of
_SOME: Final = 4.0  # variables where their number is not known
_UPDATES: Final = ("apply_gradients", "apply", "minimize")
_WEIGHTS: Final = {"Dense": 2, "Conv1D": 2, "Conv2D": 2, "Conv2DTranspose": 2, "Embedding": 1, "LSTM": 3, "GRU": 3}
_MORE_WEIGHTS: Final = {"BatchNormalization": 2, "LayerNormalization": 2, "SeparableConv2D": 3, "MultiHeadAttention": 8}
_VARIABLES: Final = {f"keras.layers.{name}.__call__": n for name, n in {**_WEIGHTS, **_MORE_WEIGHTS}.items()}


@dataclass(slots=True)
class Tally:
    """The work counted so far in the innermost loop or branch; ``outer`` is what was done around it."""

    work: Work = NOTHING
    outer: list[Work] = field(default_factory=list)
    covered: int = 0  # library calls being made whose whole cost is counted already
    tapes: TapeWork = field(default_factory=TapeWork)

    def total(self) -> Work:
        """Return everything done so far."""
        return sum(self.outer, self.work)


def _current(m: Machine) -> Tally | None:
    trial = m.trial
    return None if trial is None or m.runs_later else trial.tally


def count(m: Machine, name: str, number: float = 1) -> None:
    """Count *number* operations *name* (an operation's or a call's), unless the call around them was counted whole."""
    tally = _current(m)
    if tally is None or tally.covered:
        return
    if name == "gradient":
        return  # counted with its tape
    row = m.knowledge.costs.of(name)
    _add(m, tally, unmeasured(number) if row is None else row)


def _add(m: Machine, tally: Tally, work: Work) -> None:
    if m.graphs_within:
        work = Work(nodes=work.ops, traced=work.ops, flops=work.flops, bytes=work.bytes, is_sized=work.is_sized)
    tally.work += work


def unbounded(m: Machine) -> None:
    """Note that more may be done than is counted."""
    tally = _current(m)
    if tally is not None and tally.work.is_bounded:
        tally.work = replace(tally.work, is_bounded=False)


def operands(m: Machine, *items: AbstractValue) -> None:
    """Note what an operator of Python's is applied to: to something unknown, it may be an operation on tensors."""
    if m.trial is None:
        return
    for item in items:
        if item.is_unknown:
            unbounded(m)


def graph_call(m: Machine) -> None:
    """Count the call of a function that is a graph already."""
    tally = _current(m)
    if tally is not None and m.graphs_within <= 1:
        tally.work += Work(graph_calls=1)


# -- library calls --------------------------------------------------------------------------------------------------


class LibraryCall:
    """Counts a library call whole, if it was measured; what it is made of is not counted again then.

    It is entered at every call, which a generator would slow down.
    """

    __slots__ = ("_arguments", "_before", "_covered", "_m", "_tally")

    def __init__(self, m: Machine, name: str, arguments: Arguments, receiver: AbstractValue | None = None) -> None:
        self._m, self._arguments = m, arguments
        self._before: Work | None = None  # where the call is not counted whole
        self._covered = False
        self._tally = tally = _current(m)
        if tally is None or tally.covered:
            return
        if name.startswith(_OTHERS):
            unbounded(m)
        found = _measured(m, name)
        if receiver is not None:
            found = _of_object(m, tally, name, arguments, receiver) or found
        if found is None:
            self._before = tally.work
        else:
            key, work = found
            _add(m, tally, work)
            self._covered = key not in _AROUND

    def __enter__(self) -> None:
        if self._tally is not None:
            self._tally.covered += self._covered

    def __exit__(self, *_: object) -> None:
        if self._tally is None:
            return
        self._tally.covered -= self._covered
        is_called = self._before is not None and self._tally.work is not self._before
        if is_called and any(item.has(*_CALLABLE) for item in self._arguments.every()):
            unbounded(self._m)  # it called a function it was given, nobody knows how often


def _measured(m: Machine, name: str) -> tuple[str, Work] | None:
    """Return the row of a function or method, of the nearest class above that has one."""
    nearest = m.knowledge.costs.nearest
    if name not in nearest:
        nearest[name] = _nearest(m, canonical(name))
    return nearest[name]


def _nearest(m: Machine, key: str) -> tuple[str, Work] | None:
    row = m.knowledge.costs.of(key)
    if row is not None:
        return key, row + Work(variables=_VARIABLES.get(key, 0))
    cls, _, method = key.rpartition(".")
    if not m.knowledge.is_class(cls):
        return None
    for owner in m.knowledge.mro(cls)[1:]:
        row = m.knowledge.costs.of(f"{owner}.{method}")
        if row is not None:
            return f"{owner}.{method}", row
    return None


def _of_object(
    m: Machine, tally: Tally, name: str, arguments: Arguments, receiver: AbstractValue
) -> tuple[str, Work] | None:
    """Return what a method does whose cost depends on what was done before, or on what it is given."""
    cls, _, method = name.rpartition(".")
    if cls == _TAPE:
        return _of_tape(m, tally, method, receiver, arguments.get(1, "sources"))
    if method in _ENDLESS:
        unbounded(m)
    if cls in _RECURRENT and method == "__call__":
        return _of_sequence(m, name, arguments)
    if method in _UPDATES:
        step = _measured(m, f"{cls}.apply_gradients")
        each = m.knowledge.costs.of(f"{canonical(cls)}.apply_gradients.each")
        if step is not None and each is not None:
            return step[0], step[1] + each.repeated(_updated(m, tally, arguments))
    return None


def _of_sequence(m: Machine, name: str, arguments: Arguments) -> tuple[str, Work] | None:
    """Return what a recurrent layer does, which is so much a step."""
    found, given = _measured(m, name), arguments.get(0, "sequence", "inputs")
    shapes = [] if given is None else [t.shape for t in given.each(Tensor)]
    steps = shapes[0].dims[1] if len(shapes) == 1 and shapes[0].dims and len(shapes[0].dims) == 3 else None
    if found is None:
        return None
    if steps is None:
        return found[0], replace(found[1], is_bounded=False)
    return found[0], found[1].repeated(steps / MEASURED_STEPS)


def _of_tape(
    m: Machine, tally: Tally, method: str, tape: AbstractValue, asked: AbstractValue | None
) -> tuple[str, Work] | None:
    for site in (atom.site for atom in tape.each(Instance)):
        if method == "__enter__":
            tally.tapes.begin(site, tally.total())
        elif method in ("gradient", "jacobian", "batch_jacobian"):
            needs_weights = asked is None or not _is_input(m, asked)
            return _TAPE, tally.tapes.back(site, tally.total(), needs_weights=needs_weights)
    return None


def _is_input(m: Machine, asked: AbstractValue, depth: int = _DEEPEST) -> bool:
    """Return whether gradients are *asked* of tensors alone, and not of variables."""
    from jupyter_hybridize.interpreter.host import InterpreterHost

    if asked.atoms and all(isinstance(atom, Tensor) and atom.form is Form.DENSE for atom in asked.atoms):
        return True
    items = InterpreterHost(m).items(asked) if depth and not asked.has(Scalar) else None  # a letter holds itself
    return bool(items) and all(_is_input(m, item, depth - 1) for item in items or ())


def tapes_closed(m: Machine, managers: Iterable[AbstractValue]) -> None:
    """Note that the tapes among *managers* do not record any more."""
    tally = _current(m)
    if tally is not None:
        for instance in (i for manager in managers for i in manager.each(Instance)):
            if instance.cls == _TAPE:
                tally.tapes.end(instance.site, tally.total())


def _updated(m: Machine, tally: Tally, arguments: Arguments) -> float:
    """Return how many variables a step updates: as many as the pairs, or as the layers under the tape have."""
    from jupyter_hybridize.interpreter.host import InterpreterHost

    pairs = arguments.get(0, "grads_and_vars", "grads")
    items = None if pairs is None else InterpreterHost(m).items(pairs)
    return float(len(items)) if items else tally.tapes.variables or tally.total().variables or _SOME


def sizes_of(
    m: Machine,
    name: str,
    given: Iterator[AbstractValue] | tuple[AbstractValue, ...],
    result: AbstractValue,
    receiver: AbstractValue | None = None,
) -> None:
    """Count the arithmetic and the memory traffic of a call, from the sizes of what goes in and comes out."""
    tally = _current(m)
    if tally is not None and not tally.covered:
        work = sizes.work_of(name, given, result, _kernel(m, receiver))
        if work is not None:
            _add(m, tally, work)


def _kernel(m: Machine, receiver: AbstractValue | None) -> tuple[int | None, ...]:
    """Return the size of the kernel of the one convolutional layer that is called, () where it is not known."""
    from jupyter_hybridize.interpreter.host import InterpreterHost

    if receiver is None:
        return ()
    layer = receiver.only()
    if not isinstance(layer, Instance) or "Conv" not in layer.cls:
        return ()
    rank = next((rank for rank in (1, 2, 3) if f"{rank}D" in layer.cls), None)
    return () if rank is None else Config(InterpreterHost(m), layer).integers("kernel_size", rank) or ()


# -- loops and branches ---------------------------------------------------------------------------------------------


class Apart:
    """Counts what is done inside by itself; the list holds it afterwards."""

    __slots__ = ("_done", "_tally")

    def __init__(self, m: Machine) -> None:
        self._tally = m.trial.tally if m.trial is not None else None
        self._done: list[Work] = []

    def __enter__(self) -> list[Work]:
        if self._tally is not None:
            self._tally.outer.append(self._tally.work)
            self._tally.work = NOTHING
        return self._done

    def __exit__(self, *_: object) -> None:
        if self._tally is not None:
            self._done.append(self._tally.work)
            self._tally.work = self._tally.outer.pop()


def repeat(m: Machine, rounds: list[Work], times: int | None, *, is_staged: bool) -> None:
    """Count a loop by its costliest round; *times* None: at least one."""
    tally = _current(m)
    if tally is None or not rounds:
        return
    body = max(rounds, key=lambda work: work.weight)
    if is_staged:
        body += Work(nodes=_LOOP_NODES, traced=_LOOP_NODES)
    done = body.repeated(1 if times is None else times, in_graph=is_staged)
    if not is_staged and times is not None and done.traced >= _LONG and not m.graphs_within:
        reason = "endless" if done.traced >= _ENDLESS_LOOP else "long"
        m.effect(EffectKind.UNROLLS_LOOP, str(times), detail=f"{round(done.traced)} operations", reason=reason)
    tally.work += done if times is not None else replace(done, is_bounded=False)


def choose(m: Machine, first: list[Work], second: list[Work], *, is_staged: bool) -> None:
    """Count a branch by its costlier side."""
    tally = _current(m)
    if tally is None or not first or not second:
        return
    tally.work += first[0].or_else(second[0])
    if is_staged:
        tally.work += Work(nodes=_BRANCH_NODES, traced=_BRANCH_NODES)
