"""What text and HTML both show of a report: chosen, ordered and worded, but not yet laid out."""

from __future__ import annotations

from dataclasses import dataclass, replace

from jupyter_hybridize.results.report import FindingReport, FunctionReport, GainReport, Report, UnitReport
from jupyter_hybridize.surfaces.excerpt import Excerpt, Sources
from jupyter_hybridize.surfaces.wording import TONES, Badge, Places, badge_of, headline, is_quiet, plural, tally

FINDINGS = 4  # of one function, unless everything is asked for


@dataclass(frozen=True, slots=True)
class FindingView:
    """One finding, in words."""

    label: str  # HYB301 python-side-effect
    tone: str  # no | unknown | note
    message: str
    where: str
    excerpt: Excerpt | None
    path: str  # "called from cell 14, line 3", or ""
    advice: str


@dataclass(frozen=True, slots=True)
class FunctionView:
    """One function, in words."""

    name: str
    where: str
    badge: Badge
    confidence: str
    headline: str
    details: tuple[tuple[str, str], ...]
    findings: tuple[FindingView, ...]
    left_out: int


@dataclass(frozen=True, slots=True)
class UnitView:
    """One notebook or module, in words; ``quiet`` are the functions with nothing to say."""

    path: str
    order: str
    problems: tuple[str, ...]
    functions: tuple[FunctionView, ...]
    quiet: tuple[FunctionView, ...]
    ignored: int


@dataclass(frozen=True, slots=True)
class ReportView:
    """A whole report, in words."""

    units: tuple[UnitView, ...]
    summary: str
    nothing_to_do: bool


def view_report(report: Report, sources: Sources, *, verbose: bool = False, counted: bool = False) -> ReportView:
    """Choose and word what is shown of *report*; *counted* says that cells go by their execution counts."""
    units = tuple(_unit(unit, sources, Places(unit.path, counted), verbose) for unit in report.units)
    functions = [function for unit in report.units for function in unit.functions]
    return ReportView(units, tally(functions), not any(function.is_actionable for function in functions))


def _unit(unit: UnitReport, sources: Sources, places: Places, verbose: bool) -> UnitView:
    def views(quiet: bool) -> tuple[FunctionView, ...]:
        chosen = (function for function in unit.functions if is_quiet(function) is quiet)
        return tuple(_function(function, sources, places, verbose) for function in chosen)

    problems = tuple(_problem(places.name((unit.path, p.cell, p.line, 0)), p.message) for p in unit.problems)
    return UnitView(unit.path, unit.order, problems, views(False), views(True), unit.ignored)


def _problem(where: str, message: str) -> str:
    return f"{where}: {message}" if where else message


def _function(function: FunctionReport, sources: Sources, places: Places, verbose: bool) -> FunctionView:
    findings = _grouped(_chosen(function, verbose))
    shown = findings if verbose else findings[:FINDINGS]
    return FunctionView(
        function.name,
        places.name((places.home, function.cell, function.line, function.column)),
        badge_of(function.confidence),
        function.confidence,
        headline(function),
        tuple(_details(function, verbose)),
        tuple(_finding(group, sources, places) for group in shown),
        len(findings) - len(shown),
    )


def _chosen(function: FunctionReport, verbose: bool) -> list[FindingReport]:
    """Return the findings that explain the verdict, the decisive ones first; all of them if *verbose*."""
    findings = sorted(function.findings, key=lambda f: TONES.get(f.answer, 1))
    decided = any(finding.answer == "no" for finding in findings)
    if verbose or not decided:
        return findings
    return [finding for finding in findings if finding.answer != "unknown"]


def _grouped(findings: list[FindingReport]) -> list[list[FindingReport]]:
    """Put findings together that differ only in the calls that lead to them."""
    groups: dict[FindingReport, list[FindingReport]] = {}
    for finding in findings:
        groups.setdefault(replace(finding, because=()), []).append(finding)
    return list(groups.values())


def _finding(group: list[FindingReport], sources: Sources, places: Places) -> FindingView:
    finding = group[0]
    start, end = (finding.line, finding.column), (finding.end_line, finding.end_column)
    return FindingView(
        f"{finding.code} {finding.rule}",
        finding.answer,
        finding.message,
        places.name((finding.unit, finding.cell, finding.line, finding.column)),
        sources.excerpt(finding.unit, finding.cell, start, end),
        _path(group, places),
        finding.advice,
    )


def _path(group: list[FindingReport], places: Places) -> str:
    paths = [", then ".join(places.name(place) for place in finding.because) for finding in group if finding.because]
    if not paths:
        return ""
    others = len(paths) - 1
    return f"called from {paths[0]}" + (f" (and in {plural(others, 'other way')})" if others else "")


def _details(function: FunctionReport, verbose: bool) -> list[tuple[str, str]]:
    details = []
    if function.decorator is not None and (function.action != "keep" or function.confidence == "hazard"):
        details.append(("now", function.decorator.text))
    if function.action in ("decorate", "reconfigure") and function.signature:
        details.append(("signature", function.signature))
    if verbose and function.signature_absence:
        details.append(("no signature", function.signature_absence))
    if function.action == "decorate" and function.gain is not None:
        details.append(("expected", _gain(function.gain)))
    said = {finding.message for finding in function.findings}
    assumes = [assumption for assumption in function.assumes if assumption not in said]
    if function.action != "keep" and assumes:
        details.append(("assumes", "; ".join(assumes)))
    if verbose and function.parameters:
        details.append(("parameters", ", ".join(f"{p.name}: {p.type}" for p in function.parameters)))
    return details


def _gain(gain: GainReport) -> str:
    text = f"about {gain.speedup:.1f} times as fast"
    return text if gain.break_even_calls is None else f"{text}, from {plural(gain.break_even_calls, 'call')} on"
