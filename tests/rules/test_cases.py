"""The whole analysis on the case programs: it says what the marks say, and nothing against the other functions."""

from __future__ import annotations

from pathlib import Path

import pytest

from jupyter_hybridize.rules._rule import Kind
from tests.rules.engine import analyse, findings
from tests.rules.programs import Case, cases

CASES = list(cases())
SAFETY_CASES = [case for case in CASES if case.rule.kind is not Kind.BENEFIT]


def _id(case: Case) -> str:
    return f"{case.path.parent.name}-{case.path.stem}"


@pytest.mark.parametrize("case", CASES, ids=_id)
def test_the_rule_finds_exactly_the_marked_lines(case: Case, tmp_path: Path) -> None:
    functions = [f for f in analyse(case.source, tmp_path) if f.name not in case.skipped]
    found = {(f.line, f.code + ("?" if f.answer == "unknown" else "")) for f in findings(functions, case.rule.code)}
    assert found == case.marks


@pytest.mark.parametrize("case", SAFETY_CASES, ids=_id)
def test_functions_without_a_mark_are_called_safe(case: Case, tmp_path: Path) -> None:
    exempt = case.blamed(case.rule.code) | case.blamed(f"{case.rule.code}?") | case.skipped
    functions = [f for f in analyse(case.source, tmp_path) if f.name not in exempt]
    assert {f.name: (f.safety, f.findings) for f in functions if f.safety != "safe"} == {}


@pytest.mark.parametrize("case", [c for c in SAFETY_CASES if c.rule.code not in {"HYB209", "HYB220"}], ids=_id)
def test_marked_functions_are_not_called_safe(case: Case, tmp_path: Path) -> None:
    blamed = case.blamed(case.rule.code) | case.blamed(f"{case.rule.code}?")
    functions = [f for f in analyse(case.source, tmp_path) if f.name in blamed - case.skipped]
    assert {f.name for f in functions} - {f.name for f in functions if f.safety != "safe"} == set()
