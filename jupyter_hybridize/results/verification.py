"""What came of comparing a function with its graph on TensorFlow itself."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from jupyter_hybridize.results.report import Place


class Outcome(enum.Enum):
    """The answer to "does the graph do what the function does?"."""

    VERIFIED = "verified"  # traced and compared on the inputs named
    REFUSED = "refused"  # TensorFlow raises, or graph and eager differ
    NOT_COMPARABLE = "not-comparable"  # both run; randomness that cannot be equalised hides whether they agree
    UNVERIFIED = "could-not-verify"  # the reason says why


class Agreement(enum.Enum):
    """How one aspect of the two executions compares."""

    EQUAL = "equal"
    DIFFERENT = "different"
    NOT_COMPARABLE = "not-comparable"
    NOT_THERE = "not-there"  # nothing of the kind: no variables, no tape …


@dataclass(frozen=True, slots=True)
class Check:
    """One aspect that was compared."""

    aspect: str  # "outputs" "variables" "gradients" "printed output" "Python state" "traces"
    agreement: Agreement
    detail: str = ""  # a clause: "largest difference 3e-8", "`history` has 2 items, and 1 in the graph"


@dataclass(frozen=True, slots=True)
class Verification:
    """The outcome for one function, and what it rests on; the field names are the JSON contract's."""

    function: str  # qualified, without <locals>
    digest: str  # of the definition's text
    outcome: Outcome
    reason: str  # one sentence for people, without a final full stop
    inputs: tuple[str, ...] = ()  # "x: float32[32,10]"
    checks: tuple[Check, ...] = ()
    rule: str | None = None  # the code of the rule that TensorFlow's message is about: "HYB202"
    place: Place | None = None  # unit, cell, line, column of the line that causes it
    message: str = ""  # TensorFlow's own words, shortened
    advice: str = ""  # what to do, one sentence
    reproduction: str = ""  # a cell that shows it, to copy
    traces: int = 0
    calls: int = 0
    seconds: float = 0.0
