"""Variables as arguments: the graph of the first serves all of one dtype and shape.

The trace puts the argument wherever it meets the variable that it was first called with, also where the function reads
that variable from outside, and keeps what an optimizer holds for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import Effect, EffectKind
from jupyter_hybridize.domain.value import Tensor
from jupyter_hybridize.interpreter.trace import CallRecord, Code, PassedVariable, Trial

OUTSIDE = "variable from outside"
KEPT_FOR = "variable of an optimizer"


def shared(code: Code, calls: list[CallRecord], trials: list[Trial], effects: Iterable[Effect]) -> Iterator[Effect]:
    """Return *effects*, and what they and the variables read from outside mean where several are passed in turn."""
    varying = dict(_varying(calls))
    for effect in effects:
        if effect.kind is not EffectKind.KEEPS_FOR_VARIABLE:
            yield effect
        elif effect.reason in varying:
            answer = varying[effect.reason] if effect.answer is Answer.NO else effect.answer
            yield replace(effect, answer=answer, reason=KEPT_FOR)
    for name, answer in sorted(varying.items()):
        yield from _read_outside(code, calls, trials, name, answer)


def _varying(calls: list[CallRecord]) -> Iterator[tuple[str, Answer]]:
    """Yield the parameters that get several variables which one trace serves; with NO if that is certain."""
    by_place: dict[str, list[tuple[PassedVariable, CallRecord]]] = {}
    for call in calls:
        for passed in call.variables:
            by_place.setdefault(passed.place, []).append((passed, call))
    found: dict[str, Answer] = {}
    for seen in by_place.values():
        answer = _differ(seen)
        name = seen[0][0].parameter
        if answer is not Answer.YES and found.get(name) is not Answer.NO:
            found[name] = answer
    yield from found.items()


def _differ(seen: list[tuple[PassedVariable, CallRecord]]) -> Answer:
    """Return YES if one variable is passed at this place, NO if several are, UNKNOWN if that may be."""
    made = {p.variable.made for p, _ in seen if p.is_known}
    alike = _share_a_trace([p.variable for p, _ in seen])
    if alike and len(made) > 1 and all(p.is_one for p, _ in seen):
        return Answer.NO
    if any(p.is_known and p.is_in_turn and len(p.variable.made) > 1 and call.in_loop for p, call in seen):
        return Answer.NO
    if alike and len(made) > 1:
        return Answer.UNKNOWN
    is_repeated = len(seen) > 1 or any(call.in_loop for _, call in seen)
    return Answer.UNKNOWN if is_repeated and not all(p.is_known and not p.is_in_turn for p, _ in seen) else Answer.YES


def _share_a_trace(variables: list[Tensor]) -> bool:
    """Return whether two variables made at different places may have one dtype and shape."""
    return any(
        one.made != other.made and _may_be_alike(one, other)
        for index, one in enumerate(variables)
        for other in variables[:index]
    )


def _may_be_alike(one: Tensor, other: Tensor) -> bool:
    if one.dtype != other.dtype and None not in (one.dtype, other.dtype):
        return False
    left, right = one.shape.dims, other.shape.dims
    if left is None or right is None:
        return True
    return len(left) == len(right) and all(a == b or None in (a, b) for a, b in zip(left, right, strict=True))


def _read_outside(
    code: Code, calls: list[CallRecord], trials: list[Trial], name: str, answer: Answer
) -> Iterator[Effect]:
    """Yield an effect for a variable that is read from outside though it is passed, or may be."""
    passed = [p for call in sorted(calls, key=lambda c: c.time) for p in call.variables if p.parameter == name]
    first = passed[0]
    for variable, (text, span) in sorted((v for t in trials for v in t.outside.items()), key=lambda found: found[1]):
        met = [p for p in passed if _may_be_alike(p.variable, variable) and _may_be_one(p.variable, variable)]
        if met:
            is_first = first in met and first.is_known and variable.made == first.variable.made
            certain = answer if is_first else Answer.UNKNOWN
            yield Effect(EffectKind.UNSUPPORTED_ARGUMENT, name, span, certain, (), text, OUTSIDE)


def _may_be_one(one: Tensor, other: Tensor) -> bool:
    return not one.made or not other.made or bool(one.made & other.made)
