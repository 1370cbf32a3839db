"""Verdicts in the light of what TensorFlow itself said when a function was compared with its graph."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from jupyter_hybridize.decide.verdict import Action, Confidence, Verdict
from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.results.refused_by_tensorflow import CODE, NAME
from jupyter_hybridize.results.verification import Outcome, Verification
from jupyter_hybridize.rules._rule import Finding, Fix, Kind, Reason
from jupyter_hybridize.source.lexing import NEWLINE
from jupyter_hybridize.source.program import Program
from jupyter_hybridize.source.span import Span

Verifications = Mapping[tuple[str, str], Verification]


def by_definition(verifications: Iterable[Verification]) -> Verifications:
    """Return the last verification of each definition, by qualified name and digest."""
    return {(each.function, each.digest): each for each in verifications}


def confirmed(
    verdict: Verdict, verification: Verification | None, rules: Mapping[str, str], program: Program
) -> Verdict:
    """Return *verdict* after *verification*; what the code alone refuses, or calls fine, stays as it is.

    *rules* are the names of the rules by code.
    """
    if verification is None or verdict.action is not Action.DECORATE:
        return verdict
    if verification.outcome is Outcome.REFUSED:
        return _refused(verdict, verification, rules, program)
    if verification.outcome is Outcome.VERIFIED and verdict.confidence is Confidence.VERIFY_FIRST:
        inputs = ", ".join(f"`{each}`" for each in verification.inputs) or "a call without arguments"
        assumes = (f"its graph agreed with it on {inputs}", *verdict.assumes)
        return replace(verdict, confidence=Confidence.VERIFIED, assumes=assumes)
    return verdict


def _refused(verdict: Verdict, verification: Verification, rules: Mapping[str, str], program: Program) -> Verdict:
    code = verification.rule if verification.rule in rules else CODE
    name = rules.get(code or CODE, NAME)
    reason = Reason(verification.reason, _span(verdict, verification, program), Answer.NO, (), verification.advice)
    finding = Finding(code or CODE, name, Kind.SAFETY, Fix.NONE, reason)
    kept = [f for f in verdict.findings if (f.code, f.reason.span) != (finding.code, reason.span)]
    return replace(
        verdict,
        safety=Answer.NO,
        action=Action.KEEP,
        confidence=Confidence.REFUSED,
        assumes=(),
        findings=tuple(sorted((*kept, finding), key=lambda f: f.code)),
    )


def _span(verdict: Verdict, verification: Verification, program: Program) -> Span:
    """Return the line that TensorFlow's message is about, or else the definition's first."""
    definition = verdict.definition
    whole, header = definition.span, definition.header
    if verification.place is not None:
        unit, cell, line, column = verification.place
        texts = [c.text for u in program.units if u.name == unit for c in u.cells if c.index == cell]
        lines = NEWLINE.split(texts[0]) if texts else []
        if 0 < line <= len(lines):
            return Span(unit, cell, line, column, line, max(column + 1, len(lines[line - 1].rstrip())))
    return replace(whole, end_line=header.end_line, end_column=header.end_column)
