"""Everything the rules may know about one function."""

from __future__ import annotations

import enum
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import Effect, EffectKind
from jupyter_hybridize.domain.value import BOTTOM, AbstractValue
from jupyter_hybridize.domain.work import Work
from jupyter_hybridize.facts.calibration import DEFAULT, Calibration
from jupyter_hybridize.source.span import Span

_TRACING = frozenset({"input_signature", "reduce_retracing", "experimental_relax_shapes"})
_MANY = 3  # shapes; for two, as the last batch brings about, `reduce_retracing` saves no trace


@dataclass(frozen=True, slots=True)
class Decoration:
    """The ``tf.function`` of a hybrid function: as a decorator, or as a call that wraps it."""

    text: str
    span: Span
    arguments: tuple[tuple[str, str], ...]  # keyword → source text; positional ones under their parameter's name
    is_call: bool = False  # g = tf.function(f): nothing to remove from the definition
    autograph: bool = True
    uses_attributes: bool = False  # get_concrete_function & co. are used, or it is exported
    fixes_axes: bool = False  # its signature tells every size

    @property
    def has_fixed_traces(self) -> bool:
        """Return whether its arguments say already what is to be done about shapes that vary."""
        return any(name in _TRACING and text not in ("None", "False") for name, text in self.arguments)


@dataclass(frozen=True, slots=True)
class Definition:
    """A ``def`` in a cell. Two definitions of one name are two definitions."""

    id: str
    name: str  # qualified, without <locals>
    span: Span  # the whole definition, decorators excluded; starts at ``def``
    header: Span  # from the first decorator (or ``def``) to the end of the ``def`` line
    parameters: tuple[str, ...]
    is_method: bool = False  # its first parameter is the receiver
    is_generator: bool = False
    is_async: bool = False
    decoration: Decoration | None = None
    other_decorators: tuple[str, ...] = ()  # canonical names where known, else source text
    digest: str = ""  # of its text, which identifies it in a running kernel


class ParameterKind(enum.Enum):
    """How arguments find a parameter."""

    PLAIN = "plain"  # by position
    KEYWORD_ONLY = "keyword-only"
    VARIADIC = "variadic"  # ``*args``
    KEYWORDS = "keywords"  # ``**options``


@dataclass(frozen=True, slots=True)
class ParameterFacts:
    """One parameter: the join of what was passed, and what was passed at each observed call."""

    name: str
    value: AbstractValue  # as passed (eager), joined over calls; ⊥ if never passed
    observations: tuple[AbstractValue, ...] = ()  # one a distinct call context, in program order
    is_receiver: bool = False
    varies: bool = False  # gets a Python number or string that changes from call to call (a loop counter …)
    is_from_kernel: bool = False  # some of it only a running kernel tells
    layout: AbstractValue = BOTTOM  # what calls passed, joined; lists and dicts as tuples of these names
    kind: ParameterKind = ParameterKind.PLAIN
    default: AbstractValue = BOTTOM  # ⊥: it has none; ⊤: it is no constant


@dataclass(frozen=True, slots=True)
class Opening:
    """What tracing does where a signature for all calls seen leaves axes open."""

    is_open: bool  # it would leave some open
    is_tried: bool  # it was interpreted so
    effects: tuple[Effect, ...] = ()  # that tracing the calls one by one does not have


CLOSED = Opening(is_open=False, is_tried=True)


@dataclass(frozen=True, slots=True)
class StaleRead:
    """A location the trace captures, and a write that a later call would miss."""

    name: str  # as the user reads it: ``lr``, ``self.k``, ``model.trainable``
    read: Span
    path: tuple[Span, ...]  # call sites that lead to the read
    write: Span
    answer: Answer  # NO: a later call is certain to miss it; UNKNOWN: it may


@dataclass(frozen=True, slots=True)
class Switch:
    """A program-wide switch that changes what is known, and where it is thrown."""

    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class FunctionFacts:
    """The facts of one definition, joined over every context it was interpreted in.

    ``effects`` are those of the function as traced, callees' included (their ``path`` is not empty).
    """

    definition: Definition
    parameters: tuple[ParameterFacts, ...]
    effects: tuple[Effect, ...]
    stale_reads: tuple[StaleRead, ...]
    switches: tuple[Switch, ...]
    eager_calls: int  # distinct call sites that run it eagerly
    traced_calls: int  # call sites in code that is already traced (hybrid callers, Dataset.map, fit)
    called_in_loop: bool  # some eager call stands in a loop or in a function that is called more than once
    is_handed_on: bool  # its value is given to a library, returned, stored: calls may exist that nobody sees
    has_evidence: bool  # called, hinted or observed: its parameters are known from something
    tensor_ops: int  # TensorFlow operations interpreted, transitively; loops count once
    tensor_work: Answer  # does it run TensorFlow operations?
    has_loop: bool  # it, or a callee, loops or samples itself
    varying_input: Answer  # takes a tensor, or reads a variable, random stream or other state that changes
    is_recursive: Answer
    returns: AbstractValue = BOTTOM  # as traced, joined over contexts
    is_given_away: bool = False  # the program gives it to code that may call it with anything
    is_test: bool = False  # a test, or what prepares one: a test runner calls it
    is_hook: bool = False  # a method that a library class above calls: Keras' `call`, `train_step` …
    work: Work | None = None  # of one call, the costliest seen; None: nothing is known of it
    calibration: Calibration = DEFAULT  # what operations cost where it will run
    direct_calls: int | None = None  # of `eager_calls`, those that no library makes; None: all
    top_calls: int | None = 0  # how often the top level of a unit calls it eagerly; None: nobody knows
    library: str = ""  # an unknown library's class that it is a method of, by overriding or adding to it
    callers: tuple[str, ...] = ()  # the ids of the definitions that call it; "" for the top level of a unit
    eager_callers: tuple[str, ...] = ()  # those that run it eagerly
    handed_by: tuple[str, ...] = ()  # the ids of those that hand it on; "" where nobody knows who uses it
    handed_to: tuple[str, ...] = ()  # the libraries that it is handed on to; "" for what is not known
    has_tensorflow: bool = True  # TensorFlow, or what may use it, is imported anywhere in the program
    opening: Opening = CLOSED
    shapes_seen: int = 0  # how many combinations of the arguments' shapes the calls seen have
    is_unbound: bool = False  # a method that some call passes its receiver as any other argument
    is_meant_to_fail: bool = False  # tests expect all its calls to raise
    type_names: Mapping[str, str] = field(default_factory=dict)  # of named tuples, as the definition may call them
    told: tuple[str, ...] = ()  # what only a running kernel tells, as clauses for people
    is_remade: bool = False  # it is made, or wrapped, anew again and again, and called outside loops in between

    @property
    def name(self) -> str:
        """Return the qualified name."""
        return self.definition.name

    @property
    def has_many_shapes(self) -> bool:
        """Return whether calls come in so many shapes that tracing for each is worth avoiding."""
        return self.shapes_seen >= _MANY

    @property
    def traces_open(self) -> Answer:
        """Return whether tracing works with the axes open that differ from call to call."""
        if any(e.kind is EffectKind.READS_STATIC_SHAPE for e in (*self.effects, *self.opening.effects)):
            return Answer.NO
        return Answer.YES if self.opening.is_tried and not self.opening.effects else Answer.UNKNOWN

    @property
    def is_hybrid(self) -> bool:
        """Return whether it is a ``tf.function`` already."""
        return self.definition.decoration is not None

    def effects_of(self, *kinds: EffectKind) -> Iterator[Effect]:
        """Yield the effects of these kinds, in source order."""
        return iter(sorted((e for e in self.effects if e.kind in kinds), key=lambda e: (e.path, e.span, e.target)))
