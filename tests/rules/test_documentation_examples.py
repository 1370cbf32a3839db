"""The whole analysis on the examples of the documentation: it refuses and accepts what they say."""

from __future__ import annotations

from pathlib import Path

import pytest

from jupyter_hybridize.rules._documentation import Example, Expectation, examples
from jupyter_hybridize.rules._rule import Kind, Rule, all_rules
from tests.rules.engine import analyse, findings


def _cases(verdict: Expectation) -> list[object]:
    return [
        pytest.param(rule, example, id=f"{rule.name}-{number}")
        for rule in all_rules()
        for number, example in enumerate(e for e in examples(rule) if e.verdict is verdict)
    ]


@pytest.mark.parametrize(("rule", "example"), _cases(Expectation.REFUSED))
def test_refused_example_is_found_on_the_marked_line(rule: Rule, example: Example, tmp_path: Path) -> None:
    lines = {n for n, line in enumerate(example.source.splitlines(), 1) if f"# {rule.code}" in line}
    functions = [f for f in analyse(example.source, tmp_path) if f.name == example.function]
    found = findings(functions, rule.code)
    assert {f.line for f in found} == lines
    is_open = rule.kind is Kind.EVIDENCE or f"# {rule.code}?" in example.source
    answer = "note" if rule.code in {"HYB209", "HYB220"} else "unknown" if is_open else "no"
    assert {f.answer for f in found} == {answer}


@pytest.mark.parametrize(("rule", "example"), _cases(Expectation.ACCEPTED))
def test_accepted_example_is_called_safe(rule: Rule, example: Example, tmp_path: Path) -> None:
    function = [f for f in analyse(example.source, tmp_path) if f.name == example.function][-1]
    assert findings([function], rule.code) == frozenset()
    assert function.safety == "safe", function.findings
    if rule.kind is Kind.BENEFIT:
        small = findings([function], "HYB406")  # as examples are
        assert function.benefit != "no" or small, function.findings
