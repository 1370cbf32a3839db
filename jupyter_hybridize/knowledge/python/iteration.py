"""Builtins that iterate: ``range``, ``zip``, ``map``, ``sum``, ``max``, ``sorted`` and so on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.shape import Shape
from jupyter_hybridize.domain.value import (
    BOTTOM,
    TOP,
    AbstractValue,
    Atom,
    Dataset,
    Instance,
    PythonIterator,
    Scalar,
    Tensor,
    Tuple,
    Unknown,
    constant,
    join_all,
    tuple_of,
    value,
)
from jupyter_hybridize.knowledge.host import Arguments, Call, Mode
from jupyter_hybridize.knowledge.iteration import is_filled, length
from jupyter_hybridize.knowledge.overlay import Overlay
from jupyter_hybridize.knowledge.python.arguments import (
    INT,
    atoms,
    dunder,
    happens,
    has_special,
    known,
    needs_value,
    note_unknown,
    symbolic,
)
from jupyter_hybridize.knowledge.tensorflow import staged

OVERLAY = Overlay()
_LONGEST_RANGE = 16


@OVERLAY.function("builtins.range")
def range_(call: Call) -> AbstractValue:
    """``range``: under AutoGraph a range over a tensor is a tensor."""
    given = call.arguments.positional
    certainty = join_answers([symbolic(call.host, item) for item in call.arguments.every()])
    if certainty is not Answer.NO and call.host.mode is not Mode.CONVERTED:
        happens(call, EffectKind.NEEDS_VALUE, certainty, reason="range")
    numbers = value(_numbers(given if call.arguments.is_exact else ()))
    if certainty is Answer.NO or call.host.mode is not Mode.CONVERTED:
        return numbers
    call.host.tensor_op("Range")
    made = staged.number(_range_dtype(given), Shape.of(None))
    return made if certainty is Answer.YES else made.join(numbers)


def join_answers(answers: Sequence[Answer]) -> Answer:
    """Return the strongest of *answers*; NO if there are none."""
    result = Answer.NO
    for answer in answers:
        result |= answer
    return result


def _range_dtype(given: Sequence[AbstractValue]) -> str | None:
    found = {atom.dtype for item in given for atom in item.each(Tensor)}
    plain = all(isinstance(atom, Tensor | Scalar) for item in given for atom in item.atoms)
    return found.pop() if len(found) == 1 and plain else None


def _numbers(given: Sequence[AbstractValue]) -> Tuple:
    bounds = known(given) or []
    whole = [bound for bound in bounds if isinstance(bound, int)]
    if not 1 <= len(whole) <= 3 or len(whole) != len(given) or whole[2:] == [0]:
        return Tuple((), INT, "builtins.range")
    numbers = range(*whole)
    if len(numbers) <= _LONGEST_RANGE:
        return Tuple(tuple(constant(number) for number in numbers), None, "builtins.range")
    return Tuple((constant(numbers[0]),), INT, "builtins.range", count=len(numbers))


@OVERLAY.function("builtins.enumerate")
def enumerate_(call: Call) -> AbstractValue:
    """``enumerate``: under AutoGraph a data set stays one."""
    source, start = call.argument(0, "iterable"), call.argument(1, "start")
    needs_value(call, start, reason="enumerate")
    return _lazily(
        call,
        [source],
        lambda items: tuple_of(INT, items[0]),
        lambda items: tuple_of(staged.number("int64"), items[0]),
    )


@OVERLAY.function("builtins.zip")
def zip_(call: Call) -> AbstractValue:
    """``zip``: under AutoGraph data sets stay one."""
    if not call.arguments.star.is_bottom:
        element = value(Tuple((), join_all(call.host.iterate(item) for item in _every_positional(call))))
        return call.host.new_iterator(element)
    return _lazily(call, call.arguments.positional, lambda items: tuple_of(*items), lambda items: tuple_of(*items))


def _every_positional(call: Call) -> list[AbstractValue]:
    inner = call.host.iterate(call.arguments.star) if call.arguments.star.is_unknown else call.arguments.star
    return [*call.arguments.positional, inner]


@OVERLAY.function("builtins.map")
def map_(call: Call) -> AbstractValue:
    """``map(f, xs)`` calls *f* with the elements."""
    function, sources = call.argument(0), call.arguments.positional[1:]
    sources = sources if call.arguments.star.is_bottom else (*sources, call.arguments.star)

    def applied(items: Sequence[AbstractValue]) -> AbstractValue:
        return call.host.call(function, Arguments(tuple(items)))

    return _lazily(call, sources, applied, applied)


@OVERLAY.function("builtins.filter", "itertools.filterfalse", "itertools.takewhile", "itertools.dropwhile")
def filter_(call: Call) -> AbstractValue:
    """``filter(f, xs)`` asks *f* for the truth of each element."""
    function, source = call.argument(0), call.argument(1)

    def kept(items: Sequence[AbstractValue]) -> AbstractValue:
        truth = items[0] if known([function]) == [None] else call.host.call(function, Arguments((items[0],)))
        needs_value(call, truth, reason="truth")
        return items[0]

    return _lazily(call, [source], kept, lambda items: _graph_filter(call, function, items[0]))


def _graph_filter(call: Call, function: AbstractValue, item: AbstractValue) -> AbstractValue:
    call.host.call(function, Arguments((item,)))
    return item


_Element = Callable[[Sequence[AbstractValue]], AbstractValue]


def _lazily(call: Call, sources: Sequence[AbstractValue], python: _Element, graph: _Element) -> AbstractValue:
    """Return an iterator over elements made of those of *sources*; a data set where AutoGraph keeps it one."""
    if call.host.mode is Mode.CONVERTED and sources and all(only_datasets(source) for source in sources):
        inner = [join_all(each.element for each in source.each(Dataset)) for source in sources]
        return value(Dataset(graph(inner)))
    made = call.host.new_iterator(python([call.host.iterate(source) for source in sources]))
    is_partial = call.name.rpartition(".")[2] not in ("zip", "enumerate", "map")
    if is_partial or not sources:
        return made
    filled = all(is_filled(call.host, source) for source in sources)
    lengths = [length(call.host, source) for source in sources]
    known = [each for each in lengths if each is not None]
    count = min(known) if len(known) == len(lengths) else None
    return value(*(replace(iterator, is_filled=filled, count=count) for iterator in made.each(PythonIterator)))


def only_datasets(item: AbstractValue) -> bool:
    """Return whether *item* certainly is a data set."""
    return bool(item.atoms) and all(isinstance(atom, Dataset) for atom in item.atoms)


@OVERLAY.function("builtins.reversed")
def reversed_(call: Call) -> AbstractValue:
    """``reversed``: exact where the elements are known."""
    source = call.argument(0)
    items = call.host.items(source)
    if items is not None:
        return value(Tuple(tuple(reversed(items)), None, "builtins.range"))
    for atom in atoms(source):
        if has_special(call, atom, "__reversed__"):
            return dunder(call, atom, "__reversed__")
    return call.host.new_iterator(call.host.iterate(source))


@OVERLAY.function("builtins.iter")
def iter_(call: Call) -> AbstractValue:
    """``iter``: an iterator, over a data set one that TensorFlow advances."""
    source = call.argument(0)
    if len(call.arguments.positional) == 2:
        return call.host.new_iterator(call.host.call(source, Arguments()))
    return join_all(_iterator(call, atom) for atom in atoms(source))


def _iterator(call: Call, atom: Atom) -> AbstractValue:
    match atom:
        case PythonIterator():
            return value(atom)
        case Unknown():
            call.host.effect(EffectKind.UNKNOWN_VALUE, call.text, answer=Answer.UNKNOWN)
            return TOP  # it may be a data set's
        case Dataset(element=element):
            return call.host.new_iterator(element, is_dataset=True)
        case Instance() if has_special(call, atom, "__iter__"):
            return dunder(call, atom, "__iter__")
        case _:
            return call.host.new_iterator(call.host.iterate(value(atom)))


@OVERLAY.function("builtins.next")
def next_(call: Call) -> AbstractValue:
    """``next``: advances a Python iterator while tracing only; a data set's iterator is advanced by the graph."""
    default = call.argument(1)
    return join_all(_next(call, atom) for atom in atoms(call.argument(0))).join(default)


def _next(call: Call, atom: Atom) -> AbstractValue:
    match atom:
        case PythonIterator(element=element, is_dataset=True):
            call.host.tensor_op("IteratorGetNext")
            if not call.argument(1).is_bottom and call.host.mode.is_traced:
                happens(call, EffectKind.CATCHES_OP_ERROR, Answer.UNKNOWN, reason="next")
            return element
        case PythonIterator(element=element, site=site):
            call.host.effect(EffectKind.ADVANCES_ITERATOR, call.text, reason=site)
            return element
        case Instance():
            return dunder(call, atom, "__next__")
        case Unknown():
            happens(call, EffectKind.ADVANCES_ITERATOR, Answer.UNKNOWN, reason="next")
            note_unknown(call, TOP)
            return TOP
        case Tuple(name="builtins.range"):
            return call.host.iterate(value(atom))
        case _:
            happens(call, EffectKind.RAISES, Answer.UNKNOWN)
            return BOTTOM
