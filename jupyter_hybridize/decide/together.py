"""Verdicts that depend on each other: a function whose callers all become graphs is part of theirs already."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from jupyter_hybridize.decide.verdict import Action, Confidence, Verdict
from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.facts.function import FunctionFacts
from jupyter_hybridize.rules._rule import Finding, Fix, Kind, Reason

CODE = "HYB403"
RULE = "already-traced"


def without_covered(facts: Sequence[FunctionFacts], verdicts: Sequence[Verdict]) -> tuple[Verdict, ...]:
    """Return *verdicts* without proposals for functions that are called only by functions that are, or become, graphs.

    Outer functions are looked at first, so that of a chain of calls the outermost is proposed.
    """
    by_id = {v.definition.id: v for v in verdicts}
    callers = {f.definition.id: tuple(c for c in f.callers if c != f.definition.id) for f in facts}
    for each in facts:
        verdict = by_id[each.definition.id]
        if verdict.action is Action.DECORATE and not each.is_handed_on:
            covering = _covering(by_id, callers, each.definition.id)
            if covering is not None:
                by_id[each.definition.id] = _covered(each, verdict, covering)
    return tuple(by_id[v.definition.id] for v in verdicts)


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
