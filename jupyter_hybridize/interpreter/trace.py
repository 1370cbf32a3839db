"""What the interpreter writes down while it runs: definitions, calls, writes and trials."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import Effect, EffectKind
from jupyter_hybridize.domain.value import (
    ANY,
    BOTTOM,
    AbstractValue,
    Api,
    Class,
    Descriptor,
    Function,
    Hybrid,
    Module,
    Scalar,
    Site,
    Tensor,
)
from jupyter_hybridize.interpreter.memory.tables import Marks, Table
from jupyter_hybridize.interpreter.syntax.scopes import FunctionNode, ScopeInfo
from jupyter_hybridize.interpreter.work.tally import Tally
from jupyter_hybridize.source.parse import Parsed
from jupyter_hybridize.source.span import Span

UNSEEN = (EffectKind.UNKNOWN_CALL, EffectKind.UNKNOWN_VALUE, EffectKind.READS_OPAQUE)
Location = tuple[str, str, str]  # ("variable", scope, name) · ("attribute", site, name) · ("items", site, key)
Path = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Code:
    """The text of a function: its node, where it stands, and what its scope binds."""

    id: str
    name: str  # qualified
    node: FunctionNode
    unit: str
    parsed: Parsed
    info: ScopeInfo
    owner: str | None  # id of the class it is defined in
    is_reported: bool  # a ``def`` of a unit that is reported on, no lambda
    is_ambiguous: bool = False  # a lambda that AutoGraph cannot tell from another on its line
    in_conditional: bool = False  # a lambda within `a if test else b`, where AutoGraph converts nothing


@dataclass(frozen=True, slots=True)
class Closure:
    """What a function value holds besides its text: the values of its defaults."""

    defaults: tuple[AbstractValue, ...] = ()
    keyword_defaults: tuple[tuple[str, AbstractValue], ...] = ()


Seed = tuple[str, int | None]  # the kind of a random operation, and its seed if it is known


@dataclass(frozen=True, slots=True)
class Write:
    """A write event: a location got another value, or was changed in place.

    ``born`` is when the object written to was made (0 for a variable): an object made later is not the captured one.
    """

    location: Location
    time: int
    span: Span
    born: int = 0
    answer: Answer = Answer.NO
    is_guess: bool = False  # by code that nobody is seen to run: it may happen at any time
    writers: frozenset[str] = frozenset()  # the definitions being run when it happens
    built: Site = ""  # the layer that Keras builds here, if nothing has called it before

    def at(self, time: int) -> Write:
        """Return the same write at another time."""
        return replace(self, time=time)


@dataclass(frozen=True, slots=True)
class Delayed:
    """A write of a generator's: it happens whenever one is advanced."""

    write: Write


@dataclass(frozen=True, slots=True)
class Advance:
    """A generator is advanced, which may make the writes of any."""

    time: int


@dataclass(frozen=True, slots=True)
class Read:
    """A location outside a trial that it reads, under the name the user gives it."""

    location: Location
    name: str
    span: Span
    path: Path
    time: int
    is_array: bool = False  # an ndarray, which anybody who holds it may change in place
    may_vary: bool = False  # another value may stand there at another call


_FIXED = frozenset({Module, Api, Function, Class, Descriptor})


def may_vary(item: AbstractValue) -> bool:
    """Return whether what a function reads there may be another value at another call."""
    for atom in item.atoms:
        if type(atom) not in _FIXED and not (type(atom) is Scalar and atom.constant is not ANY):
            return True
    return False


@dataclass(frozen=True, slots=True)
class PassedVariable:
    """A variable among the arguments of a call, or those that a list of unknown length brings."""

    parameter: str
    place: str
    variable: Tensor
    is_one: bool  # only one was ever made there
    is_in_turn: bool  # one of several

    @property
    def is_known(self) -> bool:
        """Return whether it is known where it was made."""
        return bool(self.variable.made)


@dataclass(frozen=True, slots=True)
class CallRecord:
    """One call of a user function, as seen from its call site."""

    definition: str
    environment: str
    time: int
    span: Span
    is_traced: bool
    in_loop: bool
    arguments: tuple[tuple[str, AbstractValue], ...]
    caller: str  # the calling definition's id, "" at module level
    is_guess: bool = False  # made with unknown arguments, by code that nobody is seen to run
    leaves: tuple[tuple[str, AbstractValue], ...] = ()  # constants within tuples, dicts … of the arguments, by place
    by_library: bool = False  # not the program calls it, but a library that it was given to
    times: int | None = 1  # how often the loops around it make the call at most, where that is known
    renewed: tuple[str, ...] = ()  # the parameters that get one of several objects made at one place
    is_recorded: bool = False  # the kernel was seen to make it, nobody knows when
    is_repeated: bool = False  # a loop that began after the function was made, or who it was given to, makes the call
    layout: tuple[tuple[str, AbstractValue], ...] = ()  # the arguments, with what the lists and dicts among them hold
    is_meant_to_fail: bool = False  # a test expects it to raise
    cell: int = -1  # of the top level that led to it
    loop: str = ""  # the innermost loop around it, as the origin of the numbers that it counts with
    lazy: frozenset[str] = frozenset()  # the sites of the arguments that may make variables when they are first used
    variables: tuple[PassedVariable, ...] = ()


@dataclass(slots=True)
class Trial:
    """A function interpreted as traced, in one context; filled while it runs."""

    code: Code
    function: Function
    arguments: tuple[tuple[str, AbstractValue], ...]  # as passed, before tracing turns arrays into tensors
    time: int
    start: int
    is_guess: bool = False  # nobody calls it: its parameters are ⊤
    is_recorded: bool = False  # of a call that the kernel was seen to make, nobody knows when
    layout: tuple[tuple[str, AbstractValue], ...] = ()  # the arguments, with what the lists and dicts among them hold
    effects: dict[tuple[object, ...], Effect] = field(default_factory=dict)
    reads: dict[Location, Read] = field(default_factory=dict)
    tensor_ops: int = 0
    tally: Tally = field(default_factory=Tally)
    touches_state: bool = False
    has_loop: bool = False
    is_by_size: bool = False  # a size of a tensor chooses what runs
    sees_unknown: bool = False
    result: AbstractValue = BOTTOM
    given: AbstractValue = BOTTOM  # the result, with what the lists and dicts in it hold
    creates: bool = False  # a variable, on the first call
    created: set[tuple[object, ...]] = field(default_factory=set)  # the effects that say so
    certain: set[Span] = field(default_factory=set)  # where it creates one whatever the conditions are
    first_uses: list[Effect] = field(default_factory=list)  # of objects that make their variables then
    seeds: dict[Seed, tuple[Span, Path]] = field(default_factory=dict)  # the streams it draws from, and where
    returned: set[str] = field(default_factory=set)  # lists and dicts from outside: a graph gives back copies
    used: set[Site] = field(default_factory=set)  # library objects that were called in it
    unused: dict[str, list[Effect]] = field(default_factory=dict)  # reads of variables of objects not used before
    rests_on: set[str] = field(default_factory=set)  # the origins of what only a kernel tells
    outside: dict[Tensor, tuple[str, Span]] = field(default_factory=dict)  # variables that are no arguments
    called: set[Site] = field(default_factory=set)  # the layers that are called in it, or to run it
    differing: tuple[frozenset[str], ...] | None = None  # from each earlier trial, by parameters, once that was asked

    @property
    def has_unknown(self) -> bool:
        """Return whether something that the analysis cannot see was met already."""
        return any(e.kind in UNSEEN for e in self.effects.values())

    def add(self, effect: Effect) -> None:
        """Record *effect*; of two alike the one that is certain stays."""
        key = (effect.kind, effect.target, effect.span, effect.path, effect.reason)
        old = self.effects.setdefault(key, effect)
        if old.answer is Answer.UNKNOWN and effect.answer is Answer.NO:
            self.effects[key] = effect


@dataclass(frozen=True, slots=True)
class HybridUse:
    """How a definition became hybrid."""

    text: str
    span: Span
    arguments: tuple[tuple[str, str], ...]
    is_call: bool
    autograph: bool = True
    signature: AbstractValue | None = None  # a tuple of specs, ⊤ where they are not known


@dataclass(slots=True)
class Trace:
    """Everything written down about one program."""

    codes: Table[str, Code] = field(default_factory=Table)
    decorators: Table[str, tuple[str, ...]] = field(default_factory=Table)
    unseen_decorators: Table[str, tuple[str, Span]] = field(default_factory=Table)  # that nobody knows: text and place
    hybrids: Table[str, HybridUse] = field(default_factory=Table)
    calls: list[CallRecord] = field(default_factory=list)
    events: list[Write | Delayed | Advance] = field(default_factory=list)
    trials: list[Trial] = field(default_factory=list)
    trials_of: Table[str, tuple[Trial, ...]] = field(default_factory=Table)  # by definition
    opened: Table[str, tuple[Trial, ...]] = field(default_factory=Table)  # with axes open that no call leaves open
    switches: tuple[tuple[str, Span], ...] = ()
    recursive: Marks[str] = field(default_factory=Marks)
    handed_on: Marks[str] = field(default_factory=Marks)
    handings: Marks[tuple[str, str, str]] = field(default_factory=Marks)  # what is handed on, by whom, to which library
    imported: Marks[str] = field(default_factory=Marks)  # the top packages that are imported
    unseen_calls: Marks[str] = field(default_factory=Marks)  # unknown code holds it and may call it at any time
    library_classes: Marks[str] = field(default_factory=Marks)  # of the program that derive from a library's
    value_classes: Marks[str] = field(default_factory=Marks)  # of the program: objects of them may be equal
    renewals: Table[tuple[str, str], tuple[int, ...]] = field(
        default_factory=Table
    )  # a `def` ran again, the old one is gone
    doubtful_renewals: Table[tuple[str, str], tuple[int, ...]] = field(
        default_factory=Table
    )  # and the old one may be held by what is not known
    number_classes: Marks[str] = field(default_factory=Marks)  # enumerations whose members equal numbers or strings
    overrides: Table[str, str] = field(
        default_factory=Table
    )  # methods of classes of unknown libraries, and the library
    library_hooks: Marks[str] = field(default_factory=Marks)  # methods of classes that derive from a library class
    identity_tested: Table[str, Span] = field(default_factory=Table)
    eager_effects: Table[str, frozenset[Effect]] = field(default_factory=Table)  # by definition
    unbound: Marks[str] = field(default_factory=Marks)  # methods that are called through their class
    on_temporary: Table[str, Span] = field(default_factory=Table)
    graph_uses: Marks[str] = field(default_factory=Marks)
    tests: Marks[str] = field(default_factory=Marks)  # what a test runner calls: tests, fixtures, what prepares them
    remade: Marks[str] = field(default_factory=Marks)  # functions that are made, or given to `tf.function`, repeatedly
    unknown_places: Marks[tuple[str, Span]] = field(default_factory=Marks)
    opaque_names: Table[str, Span] = field(default_factory=Table)
    seeds: Table[Seed, frozenset[Span]] = field(default_factory=Table)  # where each seeded stream is drawn from
    reveals: list[tuple[Span, AbstractValue]] = field(default_factory=list)  # of `reveal(x)`, for tests
    statements: int = 0
    steps: int = 0  # expressions evaluated, each time anew
    resumed: int = 0  # of them, those that an earlier run interpreted
    told: Table[str, str] = field(default_factory=Table)  # what a kernel tells, by the origins that values have of it

    @property
    def unknown_calls(self) -> Counter[str]:
        """Return at how many places each unresolved call stands."""
        return Counter(target for target, _ in self.unknown_places)

    def add_trial(self, trial: Trial) -> None:
        """Write down a trial that is complete."""
        self.trials.append(trial)
        self.trials_of[trial.code.id] = (*self.trials_of.get(trial.code.id, ()), trial)

    def mark_graph_use(self, hybrid: Hybrid) -> None:
        """Remember that something uses *hybrid* as a graph (``get_concrete_function`` …)."""
        atom = hybrid.function.only()
        if isinstance(atom, Function):
            self.graph_uses.add(atom.definition)

    def set_hybrid(self, definition: str, use: HybridUse) -> None:
        """Remember how *definition* became hybrid; a decorator outranks a call."""
        old = self.hybrids.get(definition)
        if old is None or (old.is_call and not use.is_call):
            self.hybrids[definition] = use


def weaker(effect: Effect) -> Effect:
    """Return the effect as one that only may happen."""
    return effect if effect.answer is not Answer.NO else replace(effect, answer=Answer.UNKNOWN)
