"""Verdicts that depend on each other: a function whose callers all become graphs is part of theirs already."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from jupyter_hybridize.decide.gain import predict
from jupyter_hybridize.decide.verdict import Action, Confidence, Verdict
from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.facts.function import FunctionFacts
from jupyter_hybridize.rules._rule import Finding, Fix, Kind, Reason

CODE = "HYB403"
RULE = "already-traced"
_FEW = 2  # so many calls may pay for a trace, where none is predicted to


def without_covered(facts: Sequence[FunctionFacts], verdicts: Sequence[Verdict]) -> tuple[Verdict, ...]:
    """Return *verdicts* without proposals for functions that are called only by functions that are, or become, graphs.

    Outer functions are looked at first, so that of a chain of calls the outermost is proposed.
    """
    by_id = {v.definition.id: v for v in verdicts}
    callers = {f.definition.id: _callers(f) for f in facts}
    for each in facts:
        verdict = by_id[each.definition.id]
        if verdict.action is Action.DECORATE and "" not in each.handed_by:
            covering = _covering(by_id, callers, each.definition.id)
            if covering is not None:
                by_id[each.definition.id] = _covered(each, verdict, covering)
    return tuple(by_id[v.definition.id] for v in verdicts)


def _callers(facts: FunctionFacts) -> tuple[str, ...]:
    """Return who uses the function, itself left out, and the top level where it calls too seldom to matter."""
    users = dict.fromkeys((*facts.callers, *facts.handed_by))
    callers = tuple(c for c in users if c != facts.definition.id)
    return tuple(c for c in callers if c) or callers if _is_shown_only(facts) else callers


def _is_shown_only(facts: FunctionFacts) -> bool:
    """Return whether the calls at the top level are too few to pay for a trace."""
    gain = predict(facts)
    if facts.top_calls is None or gain is None:
        return False
    return facts.top_calls < (gain.break_even_calls or _FEW)


def _covering(by_id: Mapping[str, Verdict], callers: Mapping[str, tuple[str, ...]], definition: str) -> str | None:
    """Return the name of a caller if each caller is, becomes, or is called only within a graph."""
    names = callers.get(definition, ())
    if not names or not all(_is_graph(by_id, callers, name, frozenset({definition})) for name in names):
        return None
    return by_id[names[0]].definition.name


def _is_graph(
    by_id: Mapping[str, Verdict], callers: Mapping[str, tuple[str, ...]], name: str, seen: frozenset[str]
) -> bool:
    verdict = by_id.get(name)
    if verdict is None or name in seen:
        return False
    if verdict.action is Action.DECORATE or verdict.definition.decoration is not None:
        return True
    if any(f.code == CODE and f.reason.answer is Answer.NO for f in verdict.findings):
        return True
    outer = callers.get(name, ())
    return bool(outer) and all(_is_graph(by_id, callers, each, seen | {name}) for each in outer)


def _covered(facts: FunctionFacts, verdict: Verdict, caller: str) -> Verdict:
    message = f"`{facts.name}` is called only by `{caller}`, whose graph contains it"
    reason = Reason(message, facts.definition.span, Answer.NO, (), f"Decorate `{caller}` alone.")
    finding = Finding(CODE, RULE, Kind.BENEFIT, Fix.NONE, reason)
    return replace(
        verdict,
        benefit=Answer.NO,
        action=Action.KEEP,
        confidence=Confidence.NO_GAIN,
        assumes=(),
        findings=tuple(sorted((*verdict.findings, finding), key=lambda f: f.code)),
    )
