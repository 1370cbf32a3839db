"""What a call does besides returning a value, and what tracing it would do differently."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.source.span import Span


class EffectKind(enum.Enum):
    """The kinds of effect. Each rule reads one or a few of them."""

    # what outlives the call
    WRITES_GLOBAL = "writes-global"
    WRITES_NONLOCAL = "writes-nonlocal"
    MUTATES_OBJECT = "mutates-object"  # attribute, item, or mutating method of an object that outlives the call
    MUTATES_IN_BRANCH = "mutates-in-branch"  # a local list or dict changed under a tensor condition
    STORES_TENSOR = "stores-tensor"  # a tensor kept in an attribute, global or container that outlives the call
    PERFORMS_IO = "performs-io"  # prints, logs, plots, writes, sleeps
    READS_CLOCK_OR_RNG = "reads-clock-or-rng"
    ADVANCES_ITERATOR = "advances-iterator"
    CREATES_VARIABLE = "creates-variable"
    BUILDS_LAZILY = "builds-lazily"  # runs while Keras builds a layer whose sublayers have no variables yet
    # what tracing cannot do
    NEEDS_VALUE = "needs-value"  # asks a tensor for its value, or calls what exists only eagerly
    LEAVES_TENSORFLOW = "leaves-tensorflow"  # NumPy or another library applied to a tensor
    ITERATES_TENSOR = "iterates-tensor"  # where AutoGraph leaves the iteration to Python
    TAKES_SYMBOLIC = "takes-symbolic"  # a KerasTensor reaches the function
    MIXES_DTYPES = "mixes-dtypes"
    READS_STATIC_SHAPE = "reads-static-shape"
    INVALID_NAME = "invalid-name"  # `tf.exp(x, 7)`: ignored eagerly, refused in a graph
    RECURSES_ON_TENSOR = "recurses-on-tensor"
    EXITS_EARLY = "exits-early"
    BRANCH_DIFFERS = "branch-differs"
    CHANGES_IN_LOOP = "changes-in-loop"
    ASSERTS_TENSOR = "asserts-tensor"
    UNCONVERTED_SYNTAX = "unconverted-syntax"  # tensor control flow in a function AutoGraph gives up on
    UNCONVERTED_CALL = "unconverted-call"  # tensor control flow behind Keras' __call__
    UNSUPPORTED_ARGUMENT = "unsupported-argument"
    KEEPS_FOR_VARIABLE = "keeps-for-variable"  # an optimizer holds something for a variable that is passed
    REJECTED_ARGUMENT = "rejected-argument"  # it does not fit the `input_signature`
    CATCHES_OP_ERROR = "catches-op-error"
    RAISES = "raises"  # raises in eager mode already, or may
    # what a graph answers differently
    CHANGES_TYPE = "changes-type"
    COLLIDES_IN_CACHE = "collides-in-cache"
    ASKS_MODE = "asks-mode"
    STALE_VARIABLE_READ = "stale-variable-read"
    LOSES_CHECK = "loses-check"  # an op whose result nobody uses is not run in a graph: its error is lost
    LOSES_GRADIENT = "loses-gradient"  # a graph puts a condition's result, made after the tape, in the loss's place
    LEAVES_XLA = "leaves-xla"  # XLA cannot compile it, or leaves it out
    # what makes a graph large
    UNROLLS_LOOP = "unrolls-loop"  # Python runs a long loop while tracing; the detail says how many operations
    # what the analysis could not see
    UNKNOWN_CALL = "unknown-call"
    UNKNOWN_VALUE = "unknown-value"
    READS_OPAQUE = "reads-opaque"
    READS_DELETED = "reads-deleted"  # only the running kernel holds what no cell defines any more
    MEANS_ANOTHER = "means-another"  # another cell binds it in the order in which the cells were run

    __hash__ = object.__hash__  # that of `Enum` is run by Python, and sets and tables ask for it all the time


@dataclass(frozen=True, slots=True)
class Effect:
    """One effect: what (``kind``), on what (``target``, the user's own words), where.

    ``answer`` is NO if the effect certainly happens and UNKNOWN if it may. ``path`` holds the call sites that lead to
    ``span``, outermost first; it is empty if the effect stands in the function itself. ``detail`` completes a message.
    ``reason`` is a short code a rule may switch on (``"append"``, ``"print"``, ``"numpy.random"`` …).
    """

    kind: EffectKind
    target: str
    span: Span
    answer: Answer = Answer.NO
    path: tuple[Span, ...] = ()
    detail: str = ""
    reason: str = ""
