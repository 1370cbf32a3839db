"""The sentence at the end of a report in a kernel: how to ask TensorFlow about a function, and how to time it."""

from __future__ import annotations

import sys
from collections.abc import Mapping

from jupyter_hybridize.results.report import FunctionReport, Report
from jupyter_hybridize.source.program import Program
from jupyter_hybridize.surfaces.call_sites import call_sites
from jupyter_hybridize.surfaces.commands import CommandError
from jupyter_hybridize.surfaces.targets import find_target

CANDIDATES = ("proved", "verify-first")
LONGEST_CALL = 60  # characters that are repeated as they stand


def next_step(report: Report, program: Program, namespace: Mapping[str, object]) -> str:
    """Return what can be tried on the first function of *report* that may be decorated, or "" if none can be."""
    if "tensorflow" not in sys.modules:
        return ""
    functions = [f for unit in report.units for f in unit.functions if _is_candidate(f)]
    for function in sorted(functions, key=_doubts):
        words = _words(function, program, namespace)
        if words:
            return words
    return ""


def _doubts(function: FunctionReport) -> tuple[bool, ...]:
    return function.is_uncalled, not function.pays, function.benefit != "yes", function.confidence != "proved"


def _is_candidate(function: FunctionReport) -> bool:
    is_settled = function.verification is not None and function.verification.outcome == "verified"
    return function.action == "decorate" and function.confidence in CANDIDATES and not is_settled


def _words(function: FunctionReport, program: Program, namespace: Mapping[str, object]) -> str:
    try:
        target = find_target(function.name, namespace)
    except CommandError:  # a closure, or deleted since
        return ""
    if function.name not in target.names:
        return ""  # another function bears its name now
    sites = call_sites(program, target.path, target.names, namespace)
    if not sites and function.is_uncalled:
        names = ", ".join(each.name for each in function.parameters if each.name != "self")
        call = f"{target.path}({names})"
        return (
            f"With arguments of yours, `%hybridize verify {call}` asks TensorFlow; `%hybridize bench {call}` measures."
        )
    call = sites[0].text if sites and len(sites[0].text) <= LONGEST_CALL else target.path
    return f"`%hybridize verify {target.path}` asks TensorFlow; `%hybridize bench {call}` measures."
