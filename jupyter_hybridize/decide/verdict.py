"""The policy table: from findings to what to do with a function."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from jupyter_hybridize.decide.retracing import reconfiguration, relaxation
from jupyter_hybridize.decide.signature import Signature, infer
from jupyter_hybridize.domain.answer import Answer, every
from jupyter_hybridize.facts.function import Definition, FunctionFacts
from jupyter_hybridize.rules._rule import Finding, Kind
from jupyter_hybridize.source.span import Span

_HELPLESS = frozenset({"HYB401", "HYB403", "HYB409", "HYB410"})
_MADE_ANEW = frozenset({"HYB408"})

_MEANT = frozenset({"jit_compile", "autograph", "input_signature", "experimental_implements"})  # change what it does


class Action(enum.Enum):
    """What is proposed."""

    DECORATE = "decorate"
    UNDECORATE = "undecorate"
    RECONFIGURE = "reconfigure"
    KEEP = "keep"


class Confidence(enum.Enum):
    """How sure the proposal is, or why there is none."""

    PROVED = "proved"
    VERIFY_FIRST = "verify-first"
    VERIFIED = "verified"
    REFUSED = "refused"
    NO_GAIN = "no-gain"
    HAZARD = "hazard"
    FINE = "fine"


@dataclass(frozen=True, slots=True)
class Silenced:
    """What comments in the code want left out of account: some findings, or the function as a whole."""

    findings: tuple[Finding, ...] = ()
    is_whole: bool = False


UNSILENCED = Silenced()


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is said about one definition, and what it rests on."""

    definition: Definition
    safety: Answer
    benefit: Answer
    action: Action
    confidence: Confidence
    assumes: tuple[str, ...]
    signature: Signature
    findings: tuple[Finding, ...]
    arguments: tuple[tuple[str, str], ...] = ()  # that the decorator is to have, besides those it has


def decide(
    facts: FunctionFacts, findings: tuple[Finding, ...], version: str, silenced: Silenced = UNSILENCED
) -> Verdict:
    """Fold *findings* and look the answer up in the policy table.

    What comments silence does not count, but nothing is *proved* by it: the user is taken at their word, which the
    verdict says.
    """
    safety = _fold(findings, Kind.EVIDENCE, Kind.SAFETY)
    benefit = _fold(findings, Kind.BENEFIT)
    action, confidence = _hybrid(facts, findings, safety) if facts.is_hybrid else _eager(safety, benefit)
    trusted = _trusted(silenced.findings)
    if confidence is Confidence.PROVED and trusted:
        action, confidence = (Action.KEEP, Confidence.FINE) if facts.is_hybrid else (action, Confidence.VERIFY_FIRST)
    if silenced.is_whole:
        action, confidence = Action.KEEP, Confidence.FINE
    safety = Answer.UNKNOWN if trusted and safety is Answer.YES else safety
    assumes = (*_assumptions(facts, findings, confidence, version), *trusted)
    arguments = relaxation(facts) if action in (Action.DECORATE, Action.RECONFIGURE) else ()
    return Verdict(facts.definition, safety, benefit, action, confidence, assumes, infer(facts), findings, arguments)


def _trusted(silenced: tuple[Finding, ...]) -> tuple[str, ...]:
    """Return, for people, on which silenced preconditions of safety the verdict rests."""
    codes = {f.code for f in silenced if f.kind is not Kind.BENEFIT and not f.reason.is_note}
    return tuple(f"{code} is ignored" for code in sorted(codes))


def _fold(findings: tuple[Finding, ...], *kinds: Kind) -> Answer:
    """Return the conjunction of the answers of these kinds of rule; evidence never answers NO."""
    return every(
        f.reason.answer if f.kind is not Kind.EVIDENCE else Answer.UNKNOWN
        for f in findings
        if f.kind in kinds and not f.reason.is_note
    )


def _eager(safety: Answer, benefit: Answer) -> tuple[Action, Confidence]:
    if safety is Answer.NO:
        return Action.KEEP, Confidence.REFUSED
    if benefit is Answer.NO:
        return Action.KEEP, Confidence.NO_GAIN
    if safety is Answer.UNKNOWN:
        return Action.DECORATE, Confidence.VERIFY_FIRST
    return Action.DECORATE, Confidence.PROVED


def _hybrid(facts: FunctionFacts, findings: tuple[Finding, ...], safety: Answer) -> tuple[Action, Confidence]:
    if safety is Answer.NO:
        return Action.KEEP, Confidence.HAZARD
    if safety is Answer.YES and _cannot_help(facts, findings) and _may_undecorate(facts):
        return Action.UNDECORATE, Confidence.PROVED
    if reconfiguration(facts):
        return Action.RECONFIGURE, Confidence.PROVED if safety is Answer.YES else Confidence.VERIFY_FIRST
    return Action.KEEP, Confidence.FINE


def _cannot_help(facts: FunctionFacts, findings: tuple[Finding, ...]) -> bool:
    """Return whether a graph cannot gain anything here, however often it is called with whatever numbers.

    One that is made for a single call costs its tracing each time, which only a loop in it may pay back.
    """
    helpless = _HELPLESS if facts.has_loop else _HELPLESS | _MADE_ANEW
    return any(f.code in helpless and f.reason.answer is Answer.NO and not f.reason.is_note for f in findings)


def _may_undecorate(facts: FunctionFacts) -> bool:
    """Return whether running it eagerly changes nothing and nothing uses it as a graph."""
    decoration = facts.definition.decoration
    if decoration is None or decoration.is_call or decoration.uses_attributes:
        return False
    if any(name in _MEANT for name, _ in decoration.arguments):
        return False
    return facts.is_recursive is Answer.NO and not facts.is_handed_on and facts.has_evidence


def _assumptions(
    facts: FunctionFacts, findings: tuple[Finding, ...], confidence: Confidence, version: str
) -> tuple[str, ...]:
    """Return, for people, what the verdict rests on."""
    if confidence not in {Confidence.PROVED, Confidence.VERIFY_FIRST}:
        return ()
    unclear = [f.reason.message for f in findings if f.kind is not Kind.BENEFIT and not f.reason.is_note]
    called = ["called with arguments like those seen"] if facts.has_evidence and facts.parameters else []
    return (*dict.fromkeys(unclear), *called, *facts.told, f"it runs on {version}")


def place_of(span: Span) -> str:
    """Return a place as people say it."""
    return f"line {span.line}" if span.cell < 0 else f"cell {span.cell}, line {span.line}"
