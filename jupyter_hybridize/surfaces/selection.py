"""``--select`` and ``--ignore``: which findings are shown, and which count."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from jupyter_hybridize.results.report import FindingReport, FunctionReport, Report, UnitReport
from jupyter_hybridize.rules._rule import all_rules
from jupyter_hybridize.surfaces.explain import matching_rules


@dataclass(frozen=True, slots=True)
class Selection:
    """The codes to show (None: all) and the codes to leave out of account.

    Selecting changes no verdict. Ignoring a finding does, but nothing becomes *proved* by it: the precondition is
    taken on trust, which the verdict says.
    """

    shown: frozenset[str] | None
    ignored: frozenset[str]

    @classmethod
    def of(cls, select: Sequence[str], ignore: Sequence[str]) -> Selection:
        """Return the selection of rules by codes, starts of codes, and names."""
        if not select and not ignore:
            return cls(None, frozenset())
        rules = all_rules()
        shown = [matching_rules(word, rules) for word in select]
        ignored = [matching_rules(word, rules) for word in ignore]
        return cls(frozenset().union(*shown) if select else None, frozenset().union(*ignored))

    def apply(self, report: Report) -> Report:
        """Return the report with the findings and verdicts that remain."""
        if self.shown is None and not self.ignored:
            return report
        return replace(report, units=tuple(map(self.of_unit, report.units)))

    def of_unit(self, unit: UnitReport) -> UnitReport:
        """Return the unit with the findings and verdicts that remain."""
        return replace(unit, functions=self._functions(unit.functions))

    def trusted(self, function: FunctionReport) -> FunctionReport:
        """Return the function with what is ignored left out of account."""
        return _without(function, self.ignored)

    def _functions(self, functions: Sequence[FunctionReport]) -> tuple[FunctionReport, ...]:
        counted = [_without(function, self.ignored) for function in functions]
        shown = self.shown
        if shown is None:
            return tuple(counted)
        narrowed = [replace(f, findings=tuple(x for x in f.findings if x.code in shown)) for f in counted]
        return tuple(function for function in narrowed if function.findings)


def _without(function: FunctionReport, ignored: frozenset[str]) -> FunctionReport:
    left = tuple(finding for finding in function.findings if finding.code not in ignored)
    gone = {finding.code for finding in function.findings if finding.code in ignored and finding.answer != "note"}
    if not gone:
        return replace(function, findings=left)
    safety, benefit = _fold(left, "123", ("safe", "unknown", "unsafe")), _fold(left, "4", ("yes", "unknown", "no"))
    if safety == "safe" and any(code[3:4] in "123" for code in gone):
        safety = "unknown"
    assumes = (*function.assumes, *(f"{code} is ignored" for code in sorted(gone)))
    trusted = replace(function, findings=left, safety=safety, benefit=benefit, assumes=assumes)
    action, confidence = _verdict(trusted)
    return replace(trusted, action=action, confidence=confidence)


def _fold(findings: Sequence[FindingReport], groups: str, words: tuple[str, str, str]) -> str:
    counted = [finding for finding in findings if finding.code[3:4] in tuple(groups) and finding.answer != "note"]
    if any(finding.answer == "no" and finding.code[3:4] != "1" for finding in counted):  # evidence is never a NO
        return words[2]
    return words[1] if counted else words[0]


def _verdict(function: FunctionReport) -> tuple[str, str]:
    """Return action and confidence by the table of verdicts, as far as a report can tell, and never *proved*."""
    if function.mode == "hybrid":
        if function.safety == "unsafe":
            return "keep", "hazard"
        if function.action == "undecorate" and function.benefit == "no":
            return "undecorate", function.confidence
        return "keep", "fine"
    if function.safety == "unsafe":
        return "keep", "refused"
    if function.benefit == "no":
        return "keep", "no-gain"
    return "decorate", "verify-first"
