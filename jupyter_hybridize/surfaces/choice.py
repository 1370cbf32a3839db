"""Which findings of a function are shown, and which of them stand together."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from jupyter_hybridize.results.report import FindingReport, FunctionReport
from jupyter_hybridize.surfaces.wording import BENEFIT, TONES, Places

RULES = 3  # of one function, unless everything is asked for
NAMED = 3  # further places of one rule
SUBJECT = re.compile(r"`([^`]+)`")


@dataclass(frozen=True, slots=True)
class Group:
    """One finding, the other calls that lead to it, and what else its rule found."""

    ways: tuple[FindingReport, ...]
    others: tuple[FindingReport, ...] = ()

    @property
    def finding(self) -> FindingReport:
        """Return the finding to show."""
        return self.ways[0]


def is_brief(function: FunctionReport) -> bool:
    """Return whether a line says all there is to say: there is nothing to gain, or the function is called nowhere."""
    is_useless = function.confidence == "refused" and function.benefit == "no"
    return is_useless or (function.confidence == "verify-first" and function.is_uncalled)


def decisive_rules(function: FunctionReport) -> str:
    """Return the rules that decided against the function, in words."""
    findings = (f for f in function.findings if f.answer == "no" and not f.code.startswith(BENEFIT))
    return ", ".join(dict.fromkeys(f"{f.code} {f.rule}" for f in findings))


def groups(function: FunctionReport, verbose: bool) -> list[Group]:
    """Return the findings to show, the decisive ones first: each by itself if *verbose*, else a rule at a time."""
    findings = sorted(function.findings, key=lambda f: TONES.get(f.answer, 1))
    if verbose:
        return _by_way(findings)
    by_rule: dict[tuple[str, str], list[Group]] = {}
    for group in _by_way(_decisive(function, findings)):
        by_rule.setdefault((group.finding.code, group.finding.answer), []).append(group)
    return [replace(first, others=tuple(o.finding for o in others)) for first, *others in by_rule.values()]


def _decisive(function: FunctionReport, findings: list[FindingReport]) -> list[FindingReport]:
    """Return the findings that explain the verdict; whether a refused function would gain explains nothing."""
    if not any(finding.answer == "no" for finding in findings):
        return findings
    if function.confidence != "refused":
        return [finding for finding in findings if finding.answer != "unknown"]
    decided = [finding for finding in findings if finding.answer == "no"]
    return [finding for finding in decided if not finding.code.startswith(BENEFIT)] or decided


def _by_way(findings: Iterable[FindingReport]) -> list[Group]:
    """Put findings together that differ only in the calls that lead to them."""
    found: dict[FindingReport, list[FindingReport]] = {}
    for finding in findings:
        found.setdefault(replace(finding, because=()), []).append(finding)
    return [Group(tuple(ways)) for ways in found.values()]


def other_places(group: Group, places: Places) -> str:
    """Return what else the rule found, as in ``also line 12, `plt.show` (line 9, line 15) and 3 more``."""
    found: dict[str, dict[str, None]] = {}
    for other in group.others:
        found.setdefault(_subject(other), {})[_place(other, group.finding, places)] = None
    shown = [(subject, list(where)[:NAMED]) for subject, where in found.items()][:NAMED]
    if not shown:
        return ""
    left = sum(map(len, found.values())) - sum(len(where) for _, where in shown)
    named = ", ".join(_named(subject, ", ".join(where), _subject(group.finding)) for subject, where in shown)
    return f"also {named}" + (f" and {left} more" if left else "")


def _named(subject: str, where: str, shown: str) -> str:
    return where if subject in ("", shown) else f"`{subject}` ({where})"


def _subject(finding: FindingReport) -> str:
    match = SUBJECT.match(finding.message)
    return match[1] if match else ""


def _place(other: FindingReport, shown: FindingReport, places: Places) -> str:
    is_near = (other.unit, other.cell) == (shown.unit, shown.cell)
    return f"line {other.line}" if is_near else places.name((other.unit, other.cell, other.line, other.column))
