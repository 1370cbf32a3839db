"""What the rules find and the policy table says, told again of a function as long as its facts are the same object."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from jupyter_hybridize.decide.verdict import Silenced, Verdict, decide
from jupyter_hybridize.facts.function import FunctionFacts
from jupyter_hybridize.rules._rule import Finding, Rule, find

Silence = Callable[[tuple[Finding, ...]], Silenced]


@dataclass(frozen=True, slots=True)
class _Judged:
    facts: FunctionFacts
    findings: tuple[Finding, ...]
    silenced: Silenced
    verdict: Verdict


class Judgements:
    """What is said of each function of a program, by the same rules as of an *earlier* version of it."""

    def __init__(self, rules: tuple[Rule, ...], version: str, earlier: Judgements | None = None) -> None:
        """Verdicts rest on *version* of the libraries; nothing is remembered of programs before the *earlier* one."""
        self._rules = rules
        self._version = version
        self._earlier = {} if earlier is None else earlier._judged
        self._judged: dict[str, _Judged] = {}

    def of(self, facts: FunctionFacts, silence: Silence) -> tuple[Verdict, tuple[Finding, ...]]:
        """Return what is said of a function, and which findings *silence* leaves out of account."""
        name = facts.definition.id
        old = self._earlier.get(name)
        is_same = old is not None and old.facts is facts
        findings = old.findings if old is not None and is_same else find(facts, self._rules)
        silenced = silence(findings)
        if old is None or not is_same or old.silenced != silenced:
            kept = tuple(f for f in findings if f not in silenced.findings)
            old = _Judged(facts, findings, silenced, decide(facts, kept, self._version, silenced))
        self._judged[name] = old
        return old.verdict, silenced.findings
