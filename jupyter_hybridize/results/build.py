"""From verdicts to the report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from jupyter_hybridize.decide.gain import predict
from jupyter_hybridize.decide.verdict import Action, Verdict
from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.value import (
    AbstractValue,
    Array,
    Atom,
    Class,
    Container,
    Dataset,
    Form,
    Function,
    Hybrid,
    Instance,
    Method,
    Partial,
    PythonIterator,
    Scalar,
    Tensor,
    Tuple,
    Unknown,
)
from jupyter_hybridize.facts.function import FunctionFacts, ParameterFacts
from jupyter_hybridize.results.report import (
    DecoratorReport,
    FactsReport,
    FindingReport,
    FunctionReport,
    GainReport,
    ParameterReport,
    Place,
    VerificationReport,
)
from jupyter_hybridize.results.verification import Verification
from jupyter_hybridize.rules._rule import Finding, Fix
from jupyter_hybridize.source.span import Span

_SAFETY = {Answer.YES: "safe", Answer.UNKNOWN: "unknown", Answer.NO: "unsafe"}
_SIDE_EFFECTS = frozenset(
    {
        EffectKind.WRITES_GLOBAL,
        EffectKind.WRITES_NONLOCAL,
        EffectKind.MUTATES_OBJECT,
        EffectKind.PERFORMS_IO,
        EffectKind.ADVANCES_ITERATOR,
        EffectKind.STORES_TENSOR,
    }
)
_NEVER_CALLED = "HYB101"
_UNSEEN = frozenset({EffectKind.UNKNOWN_CALL, EffectKind.UNKNOWN_VALUE, EffectKind.READS_OPAQUE})


def function_report(
    facts: FunctionFacts,
    verdict: Verdict,
    cell_ids: Mapping[int, str],
    verification: Verification | None = None,
    silenced: tuple[Finding, ...] = (),
) -> FunctionReport:
    """Return what is said about one function; comments have *silenced* some findings."""
    definition, gain = facts.definition, _gain(facts)
    return FunctionReport(
        name=definition.name,
        cell=definition.span.cell,
        cell_id=cell_ids.get(definition.span.cell),
        line=definition.span.line,
        column=definition.span.column,
        end_line=definition.span.end_line,
        mode="hybrid" if facts.is_hybrid else "eager",
        safety=_SAFETY[verdict.safety],
        benefit=verdict.benefit.value,
        action=verdict.action.value,
        confidence=verdict.confidence.value,
        assumes=verdict.assumes,
        signature=verdict.signature.text,
        signature_absence=None if verdict.signature.absence is None else verdict.signature.absence.value,
        gain=gain,
        parameters=tuple(map(_parameter, facts.parameters)),
        facts=_facts(facts),
        decorator=_decorator(facts),
        findings=tuple(_finding(f) for f in _worth_showing(verdict.findings)),
        signature_reason=verdict.signature.reason,
        arguments=dict(verdict.arguments),
        pays=verdict.action is not Action.DECORATE or gain is None or not gain.is_little,
        digest=definition.digest,
        verification=None if verification is None else _verification(verification),
        silenced=tuple(map(_finding, silenced)),
    )


def _parameter(parameter: ParameterFacts) -> ParameterReport:
    origin = "kernel" if parameter.is_from_kernel else "code"
    return ParameterReport(parameter.name, str(parameter.value), kinds(parameter.value), origin)


def _verification(item: Verification) -> VerificationReport:
    return VerificationReport(item.outcome.value, item.reason, item.inputs, item.seconds)


def _gain(facts: FunctionFacts) -> GainReport | None:
    gain = predict(facts)
    if gain is None:
        return None
    return GainReport(gain.operations, _two_digits(gain.speedup), gain.break_even_calls, gain.is_at_least)


def _two_digits(number: float) -> float:
    return float(f"{number:.2g}")


def _worth_showing(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Return *findings* without what only repeats that the arguments of a function nobody calls are not known."""
    if not any(f.code == _NEVER_CALLED for f in findings):
        return findings
    return tuple(f for f in findings if f.code == _NEVER_CALLED or f.reason.answer is Answer.NO or f.reason.is_note)


def _facts(facts: FunctionFacts) -> FactsReport:
    side = [e.answer for e in facts.effects if e.kind in _SIDE_EFFECTS]
    effects = "yes" if Answer.NO in side else "unknown" if side or _is_unseen(facts) else "no"
    callers = facts.eager_calls + facts.traced_calls
    return FactsReport(effects, facts.is_recursive.value, facts.tensor_work.value, callers)


def _is_unseen(facts: FunctionFacts) -> bool:
    return any(e.kind in _UNSEEN for e in facts.effects)


def _decorator(facts: FunctionFacts) -> DecoratorReport | None:
    decoration = facts.definition.decoration
    if decoration is None:
        return None
    span = decoration.span
    return DecoratorReport(
        decoration.text, span.cell, span.line, span.column, span.end_line, span.end_column, dict(decoration.arguments)
    )


def _finding(finding: Finding) -> FindingReport:
    reason, span = finding.reason, finding.reason.span
    return FindingReport(
        code=finding.code,
        rule=finding.rule,
        answer="note" if reason.is_note else reason.answer.value,
        message=reason.message,
        advice=reason.advice,
        unit=span.unit,
        cell=span.cell,
        line=span.line,
        column=span.column,
        end_line=span.end_line,
        end_column=span.end_column,
        because=tuple(place(s) for s in reason.because),
        fix=None if finding.fix is Fix.NONE else finding.fix.value,
    )


def place(span: Span) -> Place:
    """Return where *span* starts."""
    return (span.unit, span.cell, span.line, span.column)


def kinds(item: AbstractValue) -> tuple[str, ...]:
    """Return what kinds of thing *item* may be, in the report's words."""
    return tuple(sorted({_kind(atom) for atom in item.atoms}))


_SCALAR_KINDS = {"bool": "flag", "str": "string", "bytes": "string", "NoneType": "none"}


def _kind(atom: Atom) -> str:
    match atom:
        case Tensor(form=Form.KERAS_SYMBOLIC):
            return "symbolic"
        case Tensor():
            return "tensor"
        case Array():
            return "array"
        case Scalar(type=name):
            return _SCALAR_KINDS.get(name, "number")
        case Tuple() | Container():
            return "container"
        case Function() | Method() | Partial() | Hybrid() | Class():
            return "function"
        case Dataset() | PythonIterator(is_dataset=True):
            return "dataset"
        case Instance() | PythonIterator():
            return "object"
        case Unknown():
            return "unknown"
        case _:
            return "object"


def by_place(reports: Iterable[FunctionReport]) -> tuple[FunctionReport, ...]:
    """Return *reports* in source order."""
    return tuple(sorted(reports, key=lambda r: (r.cell, r.line, r.column)))
