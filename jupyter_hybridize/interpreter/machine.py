"""The machine: the working state of one run over a program, and the primitives everything else is built of."""

from __future__ import annotations

import ast
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import Effect, EffectKind
from jupyter_hybridize.domain.heap import HeapObject
from jupyter_hybridize.domain.value import (
    BOTTOM,
    AbstractValue,
    Array,
    Instance,
    Site,
    value,
)
from jupyter_hybridize.interpreter.cells.kernel_facts import Kernel
from jupyter_hybridize.interpreter.memory.state import ScopeId, State, is_unchanged, join_states
from jupyter_hybridize.interpreter.memory.tables import Marks, Table
from jupyter_hybridize.interpreter.syntax.scopes import ScopeInfo
from jupyter_hybridize.interpreter.trace import (
    Advance,
    Closure,
    Code,
    Delayed,
    Location,
    Read,
    Trace,
    Trial,
    Write,
    may_vary,
)
from jupyter_hybridize.interpreter.work.effort import ENDLESS, Budget
from jupyter_hybridize.knowledge.api import Knowledge
from jupyter_hybridize.knowledge.host import Mode
from jupyter_hybridize.source.cell import Cell
from jupyter_hybridize.source.parse import Opaque, Parsed, parse
from jupyter_hybridize.source.program import Order, Unit
from jupyter_hybridize.source.span import Span

_ON_STATE = frozenset(
    {
        EffectKind.WRITES_GLOBAL,
        EffectKind.WRITES_NONLOCAL,
        EffectKind.MUTATES_OBJECT,
        EffectKind.ADVANCES_ITERATOR,
    }
)
_OF_STAGING = frozenset(
    {EffectKind.EXITS_EARLY, EffectKind.BRANCH_DIFFERS, EffectKind.CHANGES_IN_LOOP, EffectKind.MUTATES_IN_BRANCH}
)
_WHILE_TRACING = frozenset({EffectKind.PERFORMS_IO, EffectKind.READS_CLOCK_OR_RNG})


Side = tuple[Span, int]  # a staged `if` or the like, and which of its blocks


@dataclass(slots=True)
class Control:
    """A loop or a staged branch the current statement stands in."""

    is_loop: bool
    is_staged: bool  # TensorFlow runs it: its condition is a tensor
    breaks: State | None = None
    continues: State | None = None
    start: int = 0  # when it was entered
    steps: int = 0  # that had been taken then
    returns: int = 0  # `return`s under it and under no staged one within it
    node: ast.stmt | None = None  # the statement, where one is staged
    is_guard: bool = False  # stands for the rest of a round, after a staged `continue` or `break`
    rounds: int | None = None  # how often a loop runs at most, where that is known
    is_comprehension: bool = False  # one that is evaluated twice, and so is all within it
    is_try: bool = False  # a `try`: AutoGraph does not see that what stands in it always returns
    side: Side | None = None  # of a staged `if` or the like, which of its blocks runs; of a loop, if it may run none
    is_functional: bool = False  # a library calls what stands in it
    is_over_data: bool = False  # a loop over a data set, through which a graph has no gradients
    is_doubtful: bool = False  # it may be that Python runs it


@dataclass(slots=True)
class TapeUse:
    """Whether gradient tapes record in an activation, and what was bound after they did, by name.

    The definitions are those whose results are bound; none where a tensor of the activation itself chose.
    """

    recording: int = 0
    was_used: bool = False
    bound: dict[str, frozenset[str]] = field(default_factory=dict)
    asked: int = 0  # calls of methods of tapes whose arguments are being evaluated: naming a source is no use of it
    on_some_ways: set[str] = field(default_factory=set)  # what a closed tape has not recorded on every way
    by_rounds: set[str] = field(default_factory=set)  # what a loop of no round would not use
    opened: int = 0  # how many loops and branches stood around where the first began to record
    returned: int = 0  # and how many of ``rest``
    rest: list[Side] = field(default_factory=list)  # what a staged `return` left the function to go on with
    on_one_way: set[str] = field(default_factory=set)  # what a value that a tensor chose comes from on one way only
    reads: dict[str, set[tuple[Side, ...]]] = field(default_factory=dict)  # of variables, and on which sides
    blocks: dict[Span, int] = field(default_factory=dict)  # of a choice among others than two

    @property
    def is_over(self) -> bool:
        """Return whether a tape has recorded, and none does any more."""
        return self.was_used and not self.recording


@dataclass(slots=True)
class Frame:
    """One activation: of a function, a class body, or a unit's top level."""

    code: Code | None
    scope: ScopeId
    unit: str
    parsed: Parsed
    mode: Mode
    context: str  # the call path, as stable text
    environment: ScopeId | None  # the enclosing scope, None at top level
    info: ScopeInfo | None
    call_span: Span | None = None
    node: ast.AST | None = None
    controls: list[Control] = field(default_factory=list)
    returns: list[tuple[AbstractValue, State, bool]] = field(default_factory=list)
    yields: AbstractValue = BOTTOM
    staged_return: ast.AST | None = None  # the last `return` that stands under a tensor condition
    yielded: list[State] = field(default_factory=list)  # where a generator rests
    unconverted: str = ""  # why tensor control flow cannot be staged here
    is_weak: bool = False  # its scope lives on in closures of an earlier activation
    has_closures: bool = False
    class_id: str | None = None  # of the class whose body this is
    arguments: tuple[tuple[str, AbstractValue], ...] = ()
    receiver: AbstractValue = BOTTOM
    comprehended: frozenset[str] = frozenset()  # targets of the comprehensions being run
    entered: list[AbstractValue] = field(default_factory=list)  # the context managers around the current statement
    failing: int = 0  # how many `with assertRaises(…)` the current statement stands in
    tapes: TapeUse = field(default_factory=TapeUse)
    conditionals: int = 0  # how many `a if test else b` the current expression stands in
    recursions: int = 0  # how many calls of its own function were made within it
    start: int = 0  # when it began


class At:
    """Lets a frame be at a node for a while; entered at every method call, which a generator would slow down."""

    __slots__ = ("_before", "_frame", "_node")

    def __init__(self, frame: Frame, node: ast.AST) -> None:
        self._frame, self._node = frame, node

    def __enter__(self) -> None:
        self._before, self._frame.node = self._frame.node, self._node

    def __exit__(self, *_: object) -> None:
        self._frame.node = self._before


class Machine:
    """The interpreter's working state. ``state`` is None where the program cannot be."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self.trace = Trace()
        self.state: State | None = State()
        self.frames: list[Frame] = []
        self.trial: Trial | None = None
        self.trial_root = 0  # index into frames
        self.clock = 0
        self.births: Table[Site, int] = Table()
        self.orders: Table[str, tuple[AbstractValue, tuple[str, ...]]] = Table()  # of user classes, as last computed
        self.has_own_layers = False  # a layer of the program stands in a functional model
        self.converted_scopes: Marks[ScopeId] = Marks()  # of activations that AutoGraph converted
        self.used: Marks[Site] = Marks()  # library objects that were called, so that they have their variables
        self.argument_sites: Marks[Site] = Marks()  # copies of lists and dicts that traces got as arguments
        self.entry: tuple[frozenset[Site], str] | None = None  # the dicts and the key that a subscript is about
        self.rewrapped: Marks[str] = Marks()  # definitions that a trial gave to `tf.function`
        self.made: Table[tuple[str, ScopeId], int] = Table()  # when each function was made last
        self.places_of_making: Marks[str] = Marks()
        self.is_by_library = False  # a library is about to call a function that it was given
        self.library = ""  # whose function is being called
        self.layers: list[tuple[Site, bool]] = []  # those of the program that Keras calls now, and whether it builds
        self.doubts = 0  # how many exception handlers the current code stands in: they may never run
        self.graphs_within = 0  # how many hybrid functions the running trial stands in, its own not counted
        self.own_scopes: set[ScopeId] = set()  # scopes made inside the running trial
        self.environments: Table[ScopeId, tuple[ScopeId | None, ScopeInfo | None]] = Table()
        self.closures: Table[tuple[str, str], Closure] = Table()
        self.catchers: list[list[State]] = []
        self.trial_keys: Table[str, tuple[tuple[object, dict[Location, object]], ...]] = Table()
        self.given_up: Marks[str] = Marks()  # functions with too many contexts to try them all
        self.refused: Table[str, bool] = Table()  # functions that a trial refused for certain, and whether a guess did
        self.estimates: dict[str, AbstractValue] = {}
        self.budget = Budget()
        self.guess_until = ENDLESS  # how many there may be when a guess is given up
        self.trial_until = ENDLESS
        self.trial_work: Table[str, int] = Table()  # how many steps the trials of each function took
        self.unfollowed: Marks[str] = Marks()  # functions that were called when no work was left
        self.is_guessing = False  # running functions nobody is seen to call
        self.is_entry = False  # one that takes no parameters: what it calls, it calls with these arguments
        self.kernel: Kernel | None = None  # what a running kernel tells of the program
        self.is_recalling = False  # running calls that the kernel was seen to make, whenever it did
        self.codes_by_place: Table[tuple[str, int, int, int, str], Code] = Table()
        self.earlier_codes: dict[tuple[str, int, int, int, str], Code] = {}  # of an earlier run, the same where equal
        self.reported: set[str] = set()  # units whose functions are reported
        self.parse: Callable[[Cell], Parsed | Opaque] = parse
        self.order = Order.DOCUMENT
        self.units: dict[str, Unit] = {}
        self.modules: dict[str, str] = {}  # dotted name → unit name, of units of the program
        self.loaded: frozenset[str] = frozenset()
        self.delayed: Marks[tuple[Location, Span]] = Marks()  # writes of generators: they happen when one is advanced
        self.opaque_since: Span | None = None  # a cell ran code nobody can see: any name may be rebound

    # -- where we are -------------------------------------------------------------------------------------------

    @property
    def frame(self) -> Frame:
        """Return the current activation; what is run at every expression takes it from ``frames`` itself."""
        return self.frames[-1]

    @property
    def live(self) -> State:
        """Return the state; only valid where the program can be."""
        if self.state is None:
            self.state = State()
        return self.state

    def span(self, node: ast.AST | None = None) -> Span:
        """Return where *node* (else the current one) stands."""
        frame = self.frames[-1]
        target = node if node is not None else frame.node
        if target is None:
            return Span(frame.unit, frame.parsed.cell.index, 1, 0, 1, 0)
        return frame.parsed.span(frame.unit, target)

    @property
    def runs_later(self) -> bool:
        """Return whether the current code is Python that the graph calls each time (``tf.py_function``)."""
        frames = self.frames
        return bool(frames) and frames[-1].mode is Mode.EAGER and len(frames) > self.trial_root

    @property
    def calls_are_guesses(self) -> bool:
        """Return whether what is called now is called with arguments that are made up, or by nobody."""
        return self.is_guessing and not (self.is_entry and any(f.code is not None for f in self.frames))

    def path(self) -> tuple[Span, ...]:
        """Return the call sites from the running trial's function to the current one."""
        path: tuple[Span, ...] = ()
        for frame in self.frames[self.trial_root + 1 :]:
            if frame.call_span is not None:
                path = (*path, frame.call_span)
        return path

    def at(self, node: ast.AST) -> At:
        """Let effects recorded meanwhile stand at *node*."""
        return At(self.frames[-1], node)

    # -- what is written down -----------------------------------------------------------------------------------

    def effect(
        self, kind: EffectKind, target: str, *, answer: Answer = Answer.NO, detail: str = "", reason: str = ""
    ) -> None:
        """Record an effect of the running trial at the current node."""
        if self.graphs_within and kind in _WHILE_TRACING:
            return  # the graph within does it while it is traced, also when the function around it runs eagerly
        if self.graphs_within and kind in _ON_STATE:
            answer = Answer.UNKNOWN  # it does no harm unless the function around it looks at what changes
        if answer is Answer.NO and (self.doubts or (kind in _OF_STAGING and self._is_doubtful())):
            answer = Answer.UNKNOWN
        if kind is EffectKind.UNKNOWN_CALL:
            self.note_unknown(target, reason)
            if reason.startswith("switch-off:"):
                return
        if self.trial is not None:
            if kind is EffectKind.CREATES_VARIABLE and not self.is_conditional():
                self.trial.certain.add(self.span())
            if not self.runs_later:
                self.trial.add(self.effect_here(kind, target, answer, reason, detail))
        elif kind is EffectKind.ASKS_MODE:
            self._note_eager(Effect(kind, target, self.span(), answer, (), detail, reason))

    def _is_doubtful(self) -> bool:
        return any(c.is_doubtful for frame in self.frames[self.trial_root :] for c in frame.controls)

    def is_conditional(self) -> bool:
        """Return whether what runs stands under a condition of the trial whose outcome is not known."""
        return any(not c.is_loop for frame in self.frames[self.trial_root :] for c in frame.controls)

    def effect_here(self, kind: EffectKind, target: str, answer: Answer, reason: str, detail: str = "") -> Effect:
        """Return an effect of the running trial at the current node."""
        return Effect(kind, target, self.span(), answer, self.path(), detail, reason)

    def _note_eager(self, effect: Effect) -> None:
        """Keep, for each function being run, what only its eager run shows: an array is no tensor yet."""
        path: tuple[Span, ...] = ()
        for frame in reversed(self.frames):
            if frame.code is not None:
                known = self.trace.eager_effects.get(frame.code.id, frozenset())
                self.trace.eager_effects[frame.code.id] = known | {replace(effect, path=path)}
            if frame.call_span is not None:
                path = (frame.call_span, *path)

    def note_unknown(self, target: str, reason: str) -> None:
        """Count an unresolved call; a program-wide switch is remembered as such."""
        kind, _, name = reason.partition(":")
        if kind in {"switch", "switch-off"}:
            if self.trial is None:
                kept = tuple(s for s in self.trace.switches if s[0] != name)
                self.trace.switches = (*self.trace.switches, (name, self.span())) if kind == "switch" else kept
        else:
            place = (target, self.span())
            if place not in self.trace.unknown_places:  # how often it is interpreted tells nothing
                self.trace.unknown_places.add(place)
            if self.trial is None and reason.startswith("tensorflow.python.") and ".enable_" in reason:
                self.trace.switches = (*self.trace.switches, (reason.rpartition(".")[2], self.span()))

    def note_read(self, location: Location, name: str, item: AbstractValue = BOTTOM, *, is_array: bool = False) -> None:
        """Record that the running trial reads a location that existed before it."""
        if self.trial is not None and self.is_new_read(location):
            self.trial.reads[location] = Read(
                location, name, self.span(), self.path(), self.clock, is_array or item.has(Array), may_vary(item)
            )

    def is_new_read(self, location: Location) -> bool:
        """Return whether reading *location* here is something that the running trial is not known to do."""
        if self.trial is None or self.graphs_within:  # a graph within captures it, also for a function run eagerly
            return False
        return location not in self.trial.reads and not self.runs_later

    def note_write(
        self, location: Location, site: Site | None = None, answer: Answer = Answer.NO, born: int = 0
    ) -> None:
        """Record a write event, unless a trial (whose state is thrown away) makes it."""
        self.clock += 1
        if self.trial is None:
            born = born if site is None else self.births.get(site, 0)
            writers = frozenset(f.code.id for f in self.frames if f.code is not None)
            built = next((layer for layer, is_built in self.layers[-1:] if is_built), "")
            write = Write(location, self.clock, self.span(), born, answer, self.is_guessing, writers, built)
            self.trace.events.append(write)

    def delay(self, start: int) -> None:
        """Take the writes from *start* on for those of a generator, which makes them when it is advanced."""
        new = [
            Delayed(write)
            for write in self.trace.events[start:]
            if isinstance(write, Write) and (write.location, write.span) not in self.delayed
        ]
        self.trace.events += new
        self.delayed.update((each.write.location, each.write.span) for each in new)

    def replay(self) -> None:
        """Record that a generator is advanced, which may make the writes of any."""
        if self.trial is None:
            self.clock += 1
            self.trace.events.append(Advance(self.clock))

    # -- heap ---------------------------------------------------------------------------------------------------

    def site(self, kind: str, node: ast.AST | None = None) -> Site:
        """Return the allocation site of the current node: its place and the call path."""
        place = self.span(node)
        return f"{place.unit}#{place.cell}@{place.line}:{place.column}:{place.end_column}|{self.frame.context}|{kind}"

    def allocate(self, site: Site, content: HeapObject) -> Site:
        """Put a new object at *site*; an object that still stands there makes the site multiple."""
        self.clock += 1
        old = self.live.load(site)
        if old is not None:
            content = content.join(old).several()
        self.births[site] = self.clock
        self.live.store(site, content)
        return site

    def is_fresh(self, site: Site) -> bool:
        """Return whether the object at *site* was made inside the running trial."""
        return self.trial is not None and self.births.get(site, 0) >= self.trial.start

    def new_instance(self, cls: str, kind: str, content: HeapObject) -> AbstractValue:
        """Allocate an instance of *cls* at the current node."""
        return value(Instance(cls, self.allocate(self.site(f"{kind}:{cls}"), content)))

    # -- states -------------------------------------------------------------------------------------------------

    def merge(self, *states: State | None) -> None:
        """Go on from the join of *states*."""
        merged: State | None = None
        for state in states:
            merged = join_states(merged, state)
        self.state = merged

    def may_raise(self) -> None:
        """Let every handler around the current point see the present state."""
        if self.state is not None:
            for catcher in self.catchers:
                if not catcher or not is_unchanged(catcher[-1], self.state):
                    catcher.append(self.state.fork())
