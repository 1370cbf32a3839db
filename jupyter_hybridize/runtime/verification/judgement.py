"""From what eager execution and the graph did to what is the same, and what is not."""

from __future__ import annotations

import enum
import itertools
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

import numpy as np

from jupyter_hybridize.results.verification import Agreement, Check
from jupyter_hybridize.runtime.verification.compare import Differences, compare
from jupyter_hybridize.runtime.verification.plain import Branch, Leaf, Opaque, Plain, plain
from jupyter_hybridize.runtime.verification.sides import Record, Side

# Training squares, divides by square roots and accumulates. In `benchmarks/tolerances.py` variables differ after two
# steps by up to 1e-6 (float32) and 4e-12 (float64); but by 1e-3 (float32, convolutions), 1 (float16) and 0.3 (bfloat16)
# where Adam divides a gradient that is all rounding by itself: those are told by moving the inputs by rounding.
_TRAINING = 10.0
_AMPLIFIED = 10.0  # times what moving each input by one unit in its last place does: a graph rounds at each step
_RESULT = "the result"


class Aspect(enum.Enum):
    """What is compared."""

    OUTPUTS = "outputs"
    VARIABLES = "variables"
    STATE = "Python state"
    PRINTED = "printed output"
    RANDOM = "random numbers"
    GRADIENTS = "gradients"
    TRACES = "traces"


@dataclass(frozen=True, slots=True)
class Finding:
    """How one aspect compares, and what it says if it differs."""

    aspect: Aspect
    check: Check
    is_frozen: bool = False  # eagerly it changes from call to call, in the graph it does not
    leaks: bool = False  # a symbolic tensor stands where a tensor stood
    is_alias: bool = False  # eagerly the result is something that a later call changes
    is_numeric: bool = False  # all that differs is the size of floating-point numbers

    @property
    def differs(self) -> bool:
        """Return whether eager and graph disagree."""
        return self.check.agreement is Agreement.DIFFERENT


Comparing = Callable[[Record, Record], Differences]


@dataclass(frozen=True, slots=True)
class Repeated:
    """More runs of one side, from the same state."""

    first: Side
    again: Side  # what differs from itself cannot be compared
    moved: Side | None = None  # from numbers moved by rounding: what comes of that is no difference


def judge(eager: Side, graph: Side, repeated: Repeated | None = None) -> tuple[Finding, ...]:
    """Return how each aspect of the calls of *eager* and *graph* compares."""
    by_aspect: Mapping[Aspect, Comparing] = {
        Aspect.OUTPUTS: lambda a, b: compare(a.output, b.output, _RESULT),
        Aspect.VARIABLES: _compare_variables,
        Aspect.STATE: _compare_state,
        Aspect.PRINTED: _compare_printed,
    }
    found = [_finding(aspect, comparing, eager, graph, repeated) for aspect, comparing in by_aspect.items()]
    return (*found, _random_finding(eager, graph))


def _finding(aspect: Aspect, comparing: Comparing, eager: Side, graph: Side, repeated: Repeated | None) -> Finding:
    pairs = list(zip(eager.calls, graph.calls, strict=False))
    number, different = next(
        ((n, d) for n, (a, b) in enumerate(pairs) if (d := comparing(a, b)).found), (0, Differences())
    )
    if not different.found:
        changed = _changed_later(eager, graph) if aspect is Aspect.OUTPUTS else ""
        if changed:
            return Finding(aspect, Check(aspect.value, Agreement.DIFFERENT, changed), is_alias=True)
        return _agreeing(aspect, comparing, eager, graph)
    when = "" if number == 0 else "at the second call, " if number == 1 else f"at call {number + 1}, "
    check = Check(aspect.value, Agreement.DIFFERENT, when + different.text)
    if repeated is not None and repeated.first is eager and _is_unlike_itself(comparing, repeated):
        is_frozen = _is_frozen_result(aspect, eager, graph)
        if not is_frozen:
            check = Check(aspect.value, Agreement.NOT_COMPARABLE, "two eager runs differ as well")
        return Finding(aspect, check, is_frozen=is_frozen)
    may_be_rounding = aspect is Aspect.VARIABLES or (aspect is Aspect.OUTPUTS and number > 0 and has_trained(eager))
    if may_be_rounding and repeated is not None and _is_rounding(comparing, eager, graph, repeated):
        detail = "moving the inputs by rounding moves it as far"
        return Finding(aspect, Check(aspect.value, Agreement.EQUAL, f"{when}{different.text}, but {detail}"))
    if (aspect in (Aspect.OUTPUTS, Aspect.VARIABLES)) and _draws_otherwise(eager, graph):
        return _without_numbers(aspect, eager, graph, check)
    leaks = any("symbolic" in clause for clause in different.found)
    is_frozen = _is_frozen_result(aspect, eager, graph)
    return Finding(aspect, check, is_frozen, leaks, is_numeric=different.is_numeric)


def _agreeing(aspect: Aspect, comparing: Comparing, eager: Side, graph: Side) -> Finding:
    if not _is_there(aspect, eager):
        return Finding(aspect, Check(aspect.value, Agreement.NOT_THERE))
    compared = [comparing(a, b) for a, b in zip(eager.calls, graph.calls, strict=False)]
    largest = max((each.largest for each in compared), default=0.0)
    notes = [clause for each in compared for clause in each.retyped][:1]
    detail = "; ".join([*([f"largest difference {largest:.0e}"] if largest else []), *notes])
    return Finding(aspect, Check(aspect.value, Agreement.EQUAL, detail), _is_frozen_result(aspect, eager, graph))


def _is_frozen_result(aspect: Aspect, eager: Side, graph: Side) -> bool:
    return aspect is Aspect.OUTPUTS and _is_frozen(eager, graph)


def _changed_later(eager: Side, graph: Side) -> str:
    """Return a clause on a result that the calls after it change on one side only; "" if there is none."""
    if len(eager.afterwards) != len(graph.afterwards):
        return ""
    both = zip(eager.calls, eager.afterwards, graph.afterwards, strict=True)
    is_other = any(compare(e, g, _RESULT).found and not _is_same(call.output, e) for call, e, g in both)
    return "a later call changes what an earlier one returned, and in the graph it does not" if is_other else ""


def _is_there(aspect: Aspect, eager: Side) -> bool:
    last = eager.calls[-1]
    match aspect:
        case Aspect.OUTPUTS:
            return last.output != Opaque("NoneType")
        case Aspect.VARIABLES:
            return bool(last.variables)
        case Aspect.STATE:
            return bool(last.state)
        case _:
            return any(record.printed for record in eager.calls)


def has_trained(side: Side) -> bool:
    """Return whether the calls changed variables."""
    first, last = side.calls[0], side.calls[-1]
    return first.variables.keys() != last.variables.keys() or any(
        not np.array_equal(value, last.variables[name], equal_nan=value.dtype.kind == "f")
        for name, value in first.variables.items()
    )


def _is_rounding(comparing: Comparing, eager: Side, graph: Side, repeated: Repeated) -> bool:
    """Return whether the graph differs in the size of numbers alone, and not by much more than rounding makes.

    Asked of variables only, and of what is computed with those that a call before has trained: what jumps, as
    ``x // 2`` does, would excuse too much of any other result.
    """
    first, moved = repeated.first, repeated.moved
    if moved is None or moved.error is not None or _is_unlike_itself(comparing, repeated):
        return False
    there = [comparing(a, b) for a, b in zip(eager.calls, graph.calls, strict=False)]
    here = [comparing(a, b) for a, b in zip(first.calls, moved.calls, strict=False)]
    if not all(each.is_numeric for each in (*there, *here)):
        return False
    return max(each.gap for each in there) <= _AMPLIFIED * max(each.gap for each in here)


def _is_unlike_itself(comparing: Comparing, repeated: Repeated) -> bool:
    pairs = zip(repeated.first.calls, repeated.again.calls, strict=False)
    return any(comparing(a, b).found for a, b in pairs)


def _is_frozen(eager: Side, graph: Side) -> bool:
    """Return whether the results change from call to call eagerly, and in the graph not by a bit."""
    if len(eager.calls) < 2 or len(graph.calls) < 2:
        return False
    return not _is_same(eager.calls[0].output, eager.calls[1].output) and _is_same(
        graph.calls[0].output, graph.calls[1].output
    )


def _is_same(left: Plain, right: Plain) -> bool:
    return not (differences := compare(left, right, _RESULT, looseness=0.0)).found and not differences.largest


def _draws_otherwise(eager: Side, graph: Side) -> bool:
    """Return whether random operations ran that the graph does not run once a call each."""
    return eager.draws != graph.draws


def _without_numbers(aspect: Aspect, eager: Side, graph: Side, check: Check) -> Finding:
    """Compare dtypes and shapes alone, where the numbers are random."""
    for a, b in zip(eager.calls, graph.calls, strict=False):
        if compare(_zeroed(a.output), _zeroed(b.output), _RESULT).found:
            return Finding(aspect, check)
    detail = "they are random, and only their dtypes and shapes agree"
    return Finding(aspect, Check(aspect.value, Agreement.NOT_COMPARABLE, detail))


def _zeroed(item: Plain) -> Plain:
    match item:
        case Leaf():
            return replace(item, value=np.zeros(item.value.shape, item.value.dtype))
        case Branch():
            return replace(item, items=tuple(_zeroed(each) for each in item.items))
        case _:
            return item


def _compare_state(eager: Record, graph: Record) -> Differences:
    differences = Differences()
    for path in eager.state.keys() - graph.state.keys():
        differences.add(f"`{path}` is there, and not in the graph")
    for path in graph.state.keys() - eager.state.keys():
        differences.add(f"`{path}` is there only in the graph")
    for path in eager.state.keys() & graph.state.keys():
        differences.take(compare(eager.state[path], graph.state[path], path, looseness=_TRAINING))
    return differences


def _compare_variables(eager: Record, graph: Record) -> Differences:
    differences = Differences()
    for name in eager.variables.keys() | graph.variables.keys():
        if name not in graph.variables:
            differences.add(f"`{name}` is a variable that the graph does not make")
        elif name not in eager.variables:
            differences.add(f"`{name}` is a variable that only the graph makes")
    for name, value in eager.variables.items():
        if name in graph.variables:
            one = compare(plain(value), plain(graph.variables[name]), name, looseness=_TRAINING)
            differences.take(one)
    return differences


def _compare_printed(eager: Record, graph: Record) -> Differences:
    differences = Differences()
    if eager.printed != graph.printed:
        left, right = len(eager.printed.splitlines()), len(graph.printed.splitlines())
        same = "other words" if left == right else f"{left} line{'' if left == 1 else 's'}, and {right} in the graph"
        differences.add(f"it prints {same}")
    return differences


def _random_finding(eager: Side, graph: Side) -> Finding:
    """Compare whether the calls after the first draw from Python's or NumPy's streams."""
    later = list(zip(eager.calls[1:], graph.calls[1:], strict=False))
    if any(a.draws_in_python and not b.draws_in_python for a, b in later):
        detail = "each call draws from `random` or `numpy.random`, and the graph only while it is traced"
        return Finding(Aspect.RANDOM, Check(Aspect.RANDOM.value, Agreement.DIFFERENT, detail), is_frozen=True)
    is_there = bool(eager.draws) or any(record.draws_in_python for record in eager.calls)
    return Finding(Aspect.RANDOM, Check(Aspect.RANDOM.value, Agreement.EQUAL if is_there else Agreement.NOT_THERE))


def traces_finding(graph: Side, calls: int, fresh: int | None) -> Finding:
    """Tell whether the first *calls*, on the same arguments, or one on equal arguments were traced anew.

    *fresh* is how often the latter was traced; None: it was not made.
    """
    counts = graph.traces[:calls]
    again = any(later > earlier for earlier, later in itertools.pairwise(counts)) or bool(fresh)
    agreement = Agreement.DIFFERENT if again else Agreement.EQUAL
    return Finding(Aspect.TRACES, Check(Aspect.TRACES.value, agreement, f"{counts[-1]} in {len(counts)} calls"))
