"""What a report asks people to act on: one issue for each reason, known again wherever its line moves to."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from jupyter_hybridize.results.report import FindingReport, FunctionReport, UnitReport
from jupyter_hybridize.surfaces.choice import groups, is_brief
from jupyter_hybridize.surfaces.excerpt import Sources
from jupyter_hybridize.surfaces.wording import BENEFIT, headline, sentence

ERROR, NOTE = "error", "note"


@dataclass(frozen=True, slots=True)
class Issue:
    """One thing to act on, or one reason why a function has to stay as it is.

    ``rule`` is a rule's code, or the action that is proposed; ``finding`` is absent in the latter case. An issue that
    is *brief* is of little use to anybody yet: nobody calls the function, or it would not gain.
    """

    rule: str
    level: str  # "error": wrong today | "note": advice
    unit: str
    function: FunctionReport
    finding: FindingReport | None
    others: tuple[FindingReport, ...]  # of the same rule, in a function that has to stay eager
    message: str
    is_brief: bool
    is_silenced: bool  # by a comment
    fingerprint: str


@dataclass(frozen=True, slots=True)
class _Reason:
    rule: str
    function: FunctionReport
    finding: FindingReport | None = None
    is_silenced: bool = False
    others: tuple[FindingReport, ...] = ()


def level_of(function: FunctionReport) -> str:
    """Return how much what is said of the function weighs: a hazard is an error today, the rest is advice."""
    return ERROR if function.confidence == "hazard" else NOTE


def issues(unit: UnitReport, sources: Sources) -> tuple[Issue, ...]:
    """Return the issues of *unit*, function by function, the silenced ones of each after the others.

    A fingerprint tells an issue from the others of its file by rule, function and text of the line, not by its place;
    where that is the same for several, they are counted.
    """
    seen: Counter[tuple[str, str, str]] = Counter()
    found = []
    for reason in _reasons(unit):
        key = (reason.rule, reason.function.name, _line(sources, reason.finding))
        found.append(_issue(reason, unit.path, _digest(*key, str(seen[key]))))
        seen[key] += 1
    return tuple(found)


def _reasons(unit: UnitReport) -> Iterator[_Reason]:
    for function in unit.functions:
        if function.action != "keep":
            yield _Reason(function.action, function)
        if function.confidence in {"hazard", "refused"}:
            for group in groups(function, verbose=function.confidence == "hazard"):
                if _decides(group.finding):
                    yield _Reason(group.finding.code, function, group.finding, others=group.others)
        yield from (_Reason(f.code, function, f, is_silenced=True) for f in function.silenced if _decides(f))


def _decides(finding: FindingReport) -> bool:
    return finding.answer == "no" and not finding.code.startswith(BENEFIT)


def _issue(reason: _Reason, unit: str, fingerprint: str) -> Issue:
    function, finding = reason.function, reason.finding
    said = headline(function) if finding is None else sentence(finding.message)
    if finding is not None and finding.advice:
        said = f"{said} {sentence(finding.advice)}"
    is_error = function.mode == "hybrid" if reason.is_silenced else level_of(function) == ERROR
    return Issue(
        rule=reason.rule,
        level=ERROR if is_error and finding is not None else NOTE,
        unit=unit,
        function=function,
        finding=finding,
        others=reason.others,
        message=f"`{function.name}`: {said}",
        is_brief=is_brief(function) or (function.action != "keep" and not function.is_actionable),
        is_silenced=reason.is_silenced,
        fingerprint=fingerprint,
    )


def _line(sources: Sources, finding: FindingReport | None) -> str:
    """Return the line that *finding* is about, without its indentation."""
    lines = sources.lines(finding.unit, finding.cell) if finding else []
    return lines[finding.line - 1].strip() if finding and 1 <= finding.line <= len(lines) else ""


def _digest(*words: str) -> str:
    return hashlib.blake2b("\0".join(words).encode(errors="surrogatepass"), digest_size=10).hexdigest()
