"""What a rule is, and the table of all rules, filled by importing their modules."""

from __future__ import annotations

import enum
import importlib
import pkgutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import Effect
from jupyter_hybridize.facts.function import FunctionFacts
from jupyter_hybridize.source.span import Span


class Kind(enum.Enum):
    """What a rule's answer counts towards."""

    EVIDENCE = "evidence"  # 1xx: YES or UNKNOWN
    SAFETY = "safety"  # 2xx, 3xx
    BENEFIT = "benefit"  # 4xx


class Fix(enum.Enum):
    """What can be offered to make the function safe."""

    AUTOMATIC = "automatic"
    GUIDED = "guided"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Reason:
    """What a rule's ``check`` yields: an answer with its place and its words.

    ``message`` names the user's identifier and says what tracing would do, without code and final full stop; ``advice``
    says what to do instead. ``span`` is the cause itself, ``because`` the call sites that lead to it, outermost first.
    """

    message: str
    span: Span
    answer: Answer = Answer.NO
    because: tuple[Span, ...] = ()
    advice: str = ""
    is_note: bool = False  # shown beside the verdict, changes nothing

    @classmethod
    def of(cls, effect: Effect, message: str, advice: str = "") -> Reason:
        """Return the reason that *effect* gives, with its answer, place and path."""
        return cls(message, effect.span, effect.answer, effect.path, advice)

    @classmethod
    def about(cls, facts: FunctionFacts, message: str, answer: Answer = Answer.NO, advice: str = "") -> Reason:
        """Return a reason that concerns the whole definition; it is placed on the ``def`` line."""
        whole, header = facts.definition.span, facts.definition.header
        span = replace(whole, end_line=header.end_line, end_column=header.end_column)
        return cls(message, span, answer, (), advice)

    def at_most_unknown(self) -> Reason:
        """Return the reason as evidence rules give it: never a NO."""
        return replace(self, answer=Answer.UNKNOWN)


def subject(effect: Effect) -> str:
    """Return what *effect* is about, as a key into a table of advice: ``sum`` for ``np.sum(x)``."""
    name = effect.reason or effect.target
    return name.split("(", 1)[0].rstrip("`").rpartition(".")[2]


def with_detail(message: str, effect: Effect) -> str:
    """Return *message*, completed by the effect's detail if it has one."""
    return f"{message}: {effect.detail}" if effect.detail else message


Check = Callable[[FunctionFacts], Iterator[Reason]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One precondition."""

    code: str
    name: str  # the module's name with dashes
    kind: Kind
    fix: Fix
    check: Check
    documentation: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule's reason about one function."""

    code: str
    rule: str
    kind: Kind
    fix: Fix
    reason: Reason


def rule(code: str, kind: Kind, fix: Fix = Fix.NONE) -> Callable[[Check], Rule]:
    """Make the decorated ``check`` a rule; its documentation is its module's docstring."""

    def make(check: Check) -> Rule:
        module = importlib.import_module(check.__module__)
        name = check.__module__.rpartition(".")[2].replace("_", "-")
        return Rule(code, name, kind, fix, check, module.__doc__ or "")

    return make


@cache
def all_rules() -> tuple[Rule, ...]:
    """Import every module of this package and return its rules by code."""
    package = importlib.import_module("jupyter_hybridize.rules")
    modules = (importlib.import_module(f"{package.__name__}.{m.name}") for m in pkgutil.iter_modules(package.__path__))
    found = (item for module in modules for item in vars(module).values() if isinstance(item, Rule))
    return tuple(sorted(set(found), key=lambda r: r.code))


def find(facts: FunctionFacts, rules: Iterable[Rule]) -> tuple[Finding, ...]:
    """Return what *rules* find about the function, by code and place.

    A reason that several paths lead to is given once: the surest, by the shortest path.
    """
    found = [Finding(r.code, r.name, r.kind, r.fix, reason) for r in rules for reason in r.check(facts)]
    kept: dict[tuple[str, Span, str], Finding] = {}
    for finding in sorted(found, key=_rank):
        kept.setdefault((finding.code, finding.reason.span, finding.reason.message), finding)
    return tuple(kept.values())


def _rank(finding: Finding) -> tuple[object, ...]:
    reason = finding.reason
    doubt = (reason.is_note, reason.answer is not Answer.NO, len(reason.because), reason.because)
    return (finding.code, reason.span, reason.message, *doubt)
