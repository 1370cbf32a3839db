"""What text and HTML both show of a report: chosen, ordered and worded, but not yet laid out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

from jupyter_hybridize.results.report import (
    FunctionReport,
    ParameterReport,
    Place,
    Report,
    UnitReport,
    VerificationReport,
)
from jupyter_hybridize.surfaces.choice import (
    RULES,
    Group,
    decisive_rules,
    groups,
    is_brief,
    other_places,
)
from jupyter_hybridize.surfaces.excerpt import Excerpt, Sources
from jupyter_hybridize.surfaces.wording import (
    Badge,
    Places,
    badge_of,
    begun,
    gain_text,
    headline,
    is_quiet,
    plural,
    tally,
    work_text,
)

UNCALLED = "Nothing can be proved of a function that is never called."
CHANGES = "stale-capture"  # the path of its findings ends at the change


@dataclass(frozen=True, slots=True)
class FindingView:
    """One finding, in words."""

    label: str  # HYB301 python-side-effect
    tone: str  # no | unknown | note
    message: str
    where: str  # "", as is the excerpt, where the finding is about the function as a whole
    excerpt: Excerpt | None
    path: str  # "called from cell 14, line 3", or ""
    others: str  # "also line 5 and line 9", or ""
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
    brief: str  # all that need be said where space is short, or ""
    findings: tuple[FindingView, ...]
    left_out: int

    @property
    def reason(self) -> str:
        """Return the verdict's first reason as a sentence, or else the verdict."""
        decisive = [finding.message for finding in self.findings if finding.tone == "no"]
        return begun(decisive[0]) if decisive else self.headline


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
    assumes: str  # what all advice rests on
    nothing_to_do: bool


def view_report(report: Report, sources: Sources, *, verbose: bool = False, counted: bool = False) -> ReportView:
    """Choose and word what is shown of *report*; *counted* says that cells go by their execution counts."""
    functions = [function for unit in report.units for function in unit.functions]
    common = _common(functions)
    units = tuple(_unit(unit, sources, Places(unit.path, counted), common, verbose) for unit in report.units)
    nothing_to_do = not any(function.is_actionable for function in functions)
    return ReportView(units, tally(functions), "; ".join(common), nothing_to_do)


def _common(functions: Collection[FunctionReport]) -> tuple[str, ...]:
    """Return the assumptions to state once: those of all advice, or of more than one function."""
    advised = [_assumptions(function) for function in functions if function.action != "keep"]
    counts = Counter(assumption for assumptions in advised for assumption in dict.fromkeys(assumptions))
    return tuple(assumption for assumption, count in counts.items() if count > 1 or len(advised) == 1)


def _assumptions(function: FunctionReport) -> list[str]:
    """Return what the advice rests on and no finding says; nothing is known of a function that nobody calls."""
    if function.action == "keep" or function.is_uncalled:
        return []
    said = {finding.message for finding in function.findings}
    return [assumption for assumption in function.assumes if assumption not in said]


def _unit(unit: UnitReport, sources: Sources, places: Places, common: Collection[str], verbose: bool) -> UnitView:
    def views(quiet: bool) -> tuple[FunctionView, ...]:
        chosen = (function for function in unit.functions if is_quiet(function) is quiet)
        return tuple(_function(function, sources, places, common, verbose) for function in chosen)

    problems = tuple(_problem(places.name((unit.path, p.cell, p.line, 0)), p.message) for p in unit.problems)
    return UnitView(unit.path, unit.order, problems, views(False), views(True), unit.ignored)


def _problem(where: str, message: str) -> str:
    return f"{where}: {message}" if where else message


def _function(
    function: FunctionReport, sources: Sources, places: Places, common: Collection[str], verbose: bool
) -> FunctionView:
    found = groups(function, verbose)
    shown = found if verbose else found[:RULES]
    return FunctionView(
        function.name,
        places.name((places.home, function.cell, function.line, function.column)),
        badge_of(function.confidence),
        function.confidence,
        UNCALLED if _is_in_doubt(function) else headline(function),
        tuple(_details(function, common, verbose)),
        "" if verbose else _brief(function),
        tuple(_finding(group, function, sources, places) for group in shown),
        sum(1 + len(group.others) for group in found[len(shown) :]),
    )


def _is_in_doubt(function: FunctionReport) -> bool:
    return function.confidence == "verify-first" and function.is_uncalled


def _brief(function: FunctionReport) -> str:
    if _is_in_doubt(function):
        return f"Nothing can be proved: `{function.name}` is called nowhere, so its arguments are not known."
    if not function.pays and function.gain is not None:
        return f"{headline(function)[:-1]} ({work_text(function.gain)})."
    if not is_brief(function):
        return ""
    rules = decisive_rules(function)
    return "Keep it eager: there is nothing to gain, and it would not do the same" + (f" ({rules})." if rules else ".")


def _finding(group: Group, function: FunctionReport, sources: Sources, places: Places) -> FindingView:
    finding = group.finding
    start, end = (finding.line, finding.column), (finding.end_line, finding.end_column)
    place = (finding.unit, finding.cell, finding.line, finding.column)
    is_whole = place == (places.home, function.cell, function.line, function.column)  # its place is the function's
    return FindingView(
        f"{finding.code} {finding.rule}",
        finding.answer,
        finding.message,
        "" if is_whole else places.name(place),
        None if is_whole else sources.excerpt(finding.unit, finding.cell, start, end),
        _path(group, places),
        other_places(group, places),
        finding.advice,
    )


def _path(group: Group, places: Places) -> str:
    paths = [_way(way.because, places, way.rule == CHANGES) for way in group.ways if way.because]
    if not paths:
        return ""
    others = len(paths) - 1
    return paths[0] + (f" (and in {plural(others, 'other way')})" if others else "")


def _way(because: tuple[Place, ...], places: Places, ends_at_change: bool) -> str:
    calls = because[:-1] if ends_at_change else because
    called = "called from " + ", then ".join(places.name(place) for place in calls) if calls else ""
    changed = f"changed at {places.name(because[-1])}" if ends_at_change else ""
    return ", ".join(part for part in (called, changed) if part)


def _details(function: FunctionReport, common: Collection[str], verbose: bool) -> list[tuple[str, str]]:
    details = []
    if _shows_decorator(function, verbose) and function.decorator is not None:
        details.append(("now", function.decorator.text))
    if function.action in ("decorate", "reconfigure") and function.signature:
        details.append(("signature", function.signature))
    if verbose and function.signature_absence:
        details.append(("no signature", f"{function.signature_absence}: {function.signature_reason}"))
    if function.gain is not None and (verbose or _shows_gain(function)):
        details.append(("expected", gain_text(function.gain)))
    if function.verification is not None:
        details.append(("TensorFlow", _verification(function.verification)))
    assumes = [assumption for assumption in _assumptions(function) if assumption not in common]
    if assumes:
        details.append(("assumes", "; ".join(assumes)))
    if verbose and function.parameters:
        details.append(("parameters", ", ".join(map(_parameter, function.parameters))))
    return details


def _parameter(parameter: ParameterReport) -> str:
    seen = " (seen in the kernel)" if parameter.origin == "kernel" else ""
    return f"{parameter.name}: {parameter.type}{seen}"


def _verification(found: VerificationReport) -> str:
    inputs = f" on {', '.join(f'`{each}`' for each in found.inputs)}" if found.inputs else ""
    words = {
        "verified": f"graph and eager execution agreed{inputs}",
        "refused": f"refused{inputs}",
        "not-comparable": f"graph and eager execution cannot be compared{inputs}: {found.reason}",
        "could-not-verify": f"could not verify: {found.reason}",
    }
    return words.get(found.outcome, found.reason)


def _shows_decorator(function: FunctionReport, verbose: bool) -> bool:
    """Return whether it matters how the decorator reads; of one that does harm, its arguments do."""
    if function.decorator is None:
        return False
    has_arguments = bool(function.decorator.arguments)
    return function.action != "keep" or (function.confidence == "hazard" and (verbose or has_arguments))


def _shows_gain(function: FunctionReport) -> bool:
    return function.action == "decorate"
