"""The report: what was found out about each function of each unit.

The field names are the JSON contract's; fields are added, never renamed, within a schema version.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

SCHEMA = 1
NEVER_CALLED = "HYB101"
WORTH = 1.25  # times as fast, below which nothing is promised: the prediction may be off by as much
Place = tuple[str, int, int, int]  # unit, cell (-1 in a module), line (1-based), column (0-based)


@dataclass(frozen=True, slots=True)
class FindingReport:
    """One finding: which precondition, the answer, and where."""

    code: str  # HYB301
    rule: str  # python-side-effect
    answer: str  # "no" | "unknown" | "note"
    message: str
    advice: str  # what to do about it, one sentence, or ""
    unit: str
    cell: int
    line: int
    column: int
    end_line: int
    end_column: int
    because: tuple[Place, ...] = ()
    fix: str | None = None  # "automatic" | "guided"


@dataclass(frozen=True, slots=True)
class ParameterReport:
    """One parameter: what reaches it."""

    name: str
    type: str  # "f32[?,28,28,1]"
    kinds: tuple[str, ...]
    origin: str = "code"  # or "kernel": some of it only the running kernel tells


@dataclass(frozen=True, slots=True)
class DecoratorReport:
    """The ``tf.function`` a hybrid function has."""

    text: str
    cell: int
    line: int
    column: int
    end_line: int
    end_column: int
    arguments: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class FactsReport:
    """Facts worth showing, each "yes", "no" or "unknown"."""

    python_side_effects: str
    recursive: str
    tensor_work: str
    callers: int


@dataclass(frozen=True, slots=True)
class GainReport:
    """The predicted gain of a call, by a model of what operations cost."""

    ops: int  # run eagerly in a call
    speedup: float  # how many times as fast the graph is; below 1: slower
    break_even_calls: int | None  # from which on tracing is paid back; None: never
    at_least: bool = False  # more operations may run than could be counted

    @property
    def is_little(self) -> bool:
        """Return whether next to nothing is expected to be gained, or a loss."""
        return not self.at_least and self.speedup < WORTH


@dataclass(frozen=True, slots=True)
class VerificationReport:
    """What came of comparing the function with its graph on TensorFlow itself."""

    outcome: str  # "verified" | "refused" | "not-comparable" | "could-not-verify"
    reason: str
    inputs: tuple[str, ...]
    seconds: float


@dataclass(frozen=True, slots=True)
class FunctionReport:
    """Everything said about one definition."""

    name: str  # qualified, without <locals>
    cell: int
    cell_id: str | None
    line: int
    column: int
    end_line: int
    mode: str  # "eager" | "hybrid"
    safety: str  # "safe" | "unknown" | "unsafe"
    benefit: str  # "yes" | "unknown" | "no"
    action: str  # "decorate" | "undecorate" | "reconfigure" | "keep"
    confidence: str  # "proved" | "verify-first" | "verified" | "refused" | "no-gain" | "hazard" | "fine"
    assumes: tuple[str, ...]
    signature: str | None
    signature_absence: str | None
    gain: GainReport | None
    parameters: tuple[ParameterReport, ...]
    facts: FactsReport
    decorator: DecoratorReport | None
    findings: tuple[FindingReport, ...]
    signature_reason: str | None = None  # `signature_absence` as a sentence
    arguments: Mapping[str, str] = field(default_factory=dict)  # that the decorator is to have, besides those it has
    pays: bool = True  # as far as is expected: what is not is written only where it is asked for by name
    digest: str = ""  # of the definition's text
    verification: VerificationReport | None = None
    silenced: tuple[FindingReport, ...] = ()  # by comments; they do not count

    @property
    def is_uncalled(self) -> bool:
        """Return whether nothing is known of the arguments, because nobody calls the function."""
        return any(finding.code == NEVER_CALLED for finding in self.findings)

    @property
    def is_actionable(self) -> bool:
        """Return whether there is something for the user to do that is expected to be of use."""
        is_offered = self.action != "keep" and self.pays
        return self.confidence == "hazard" or (is_offered and not self._is_guess)

    @property
    def _is_guess(self) -> bool:
        is_unseen = self.is_uncalled or self.facts.tensor_work == "unknown"
        return is_unseen and self.confidence == "verify-first"


@dataclass(frozen=True, slots=True)
class ProblemReport:
    """Something in the input that could not be used."""

    cell: int
    line: int
    message: str


@dataclass(frozen=True, slots=True)
class UnitReport:
    """One notebook or module."""

    path: str
    kind: str  # "notebook" | "module"
    order: str  # "document" | "execution"
    problems: tuple[ProblemReport, ...]
    functions: tuple[FunctionReport, ...]
    ignored: int = 0  # findings silenced by a comment


@dataclass(frozen=True, slots=True)
class Report:
    """The whole answer."""

    units: tuple[UnitReport, ...]
    knowledge: str  # "tensorflow 2.21"
    unknown_calls: Mapping[str, int]  # what the analysis could not see into, by frequency
