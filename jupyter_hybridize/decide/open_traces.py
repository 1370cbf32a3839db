"""Functions whose traces may not leave axes open, because a graph reads what they return.

A graph that calls a function with an open signature may not know the sizes of what comes back (it does not, where a
loop or a condition of tensors makes it), which it would know of a function traced for its shapes: ``step(x).shape[0]``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from jupyter_hybridize.decide.absence import Absence
from jupyter_hybridize.decide.signature import Signature
from jupyter_hybridize.decide.verdict import Action, Confidence, Verdict
from jupyter_hybridize.facts.function import FunctionFacts


def closed_within_graphs(facts: Sequence[FunctionFacts], verdicts: Sequence[Verdict]) -> tuple[Verdict, ...]:
    """Return *verdicts* without open axes for the functions that graphs call, or will call once all is applied."""
    callers = {f.definition.id: frozenset(f.callers) - {"", f.definition.id} for f in facts}
    within = _called_by_graphs({v.definition.id: v for v in verdicts}, callers)
    return tuple(
        _closed(verdict) if each.traced_calls or each.definition.id in within else verdict
        for each, verdict in zip(facts, verdicts, strict=True)
    )


def _called_by_graphs(by_id: Mapping[str, Verdict], callers: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """Return the functions that a graph may call, or that are called by these."""
    called: dict[str, list[str]] = {}
    for name, each in callers.items():
        for caller in each:
            called.setdefault(caller, []).append(name)
    left = [caller for caller in called if _may_be_graph(by_id.get(caller))]
    found: set[str] = set()
    while left:
        new = [name for name in called.get(left.pop(), ()) if name not in found]
        found.update(new)
        left += new
    return frozenset(found)


def _may_be_graph(verdict: Verdict | None) -> bool:
    return verdict is None or verdict.action is Action.DECORATE or verdict.definition.decoration is not None


def _closed(verdict: Verdict) -> Verdict:
    if verdict.signature.is_open:
        verdict = replace(verdict, signature=Signature(None, Absence.TRACED_CALL))
    if verdict.action is Action.RECONFIGURE:
        verdict = replace(verdict, action=Action.KEEP, confidence=Confidence.FINE, assumes=())
    return replace(verdict, arguments=()) if verdict.arguments else verdict
