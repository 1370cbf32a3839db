"""``itertools``, ``operator``, ``copy`` and ``contextlib``."""

from __future__ import annotations

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.value import (
    BOTTOM,
    NONE,
    TOP,
    AbstractValue,
    Api,
    Array,
    Atom,
    Container,
    Instance,
    Partial,
    PythonIterator,
    Tuple,
    constant,
    join_all,
    tuple_of,
    value,
)
from jupyter_hybridize.knowledge import operators
from jupyter_hybridize.knowledge.host import Arguments, Call
from jupyter_hybridize.knowledge.overlay import Overlay, Transfer
from jupyter_hybridize.knowledge.python.arguments import (
    BOOL,
    INT,
    atoms,
    dunder,
    happens,
    has_special,
    holds_symbolic,
    known,
    needs_value,
    unknown_call,
)
from jupyter_hybridize.knowledge.python.containers import compare
from jupyter_hybridize.knowledge.python.mappings import TYPES, copied
from jupyter_hybridize.knowledge.stdlib.registration import register, unseen
from jupyter_hybridize.knowledge.subscripts import set_item

OVERLAY = Overlay()
OVERLAY.cls("itertools.chain", "operator.itemgetter", "operator.attrgetter")
_BINARY = {
    "add": "+", "sub": "-", "mul": "*", "truediv": "/", "floordiv": "//", "mod": "%", "pow": "**", "matmul": "@",
    "lshift": "<<", "rshift": ">>", "and_": "&", "or_": "|", "xor": "^", "lt": "<", "le": "<=", "eq": "==",
    "ne": "!=", "ge": ">=", "gt": ">", "concat": "+", "iadd": "+", "imul": "*", "is_": "is", "is_not": "is not",
}  # fmt: skip
_UNARY = {"neg": "-", "pos": "+", "invert": "~", "inv": "~", "not_": "not"}


def _binary(sign: str) -> Transfer:
    def transfer(call: Call) -> AbstractValue:
        return operators.binary(call.host, sign, call.argument(0), call.argument(1), call.text)

    return transfer


def _unary(sign: str) -> Transfer:
    return lambda call: operators.unary(call.host, sign, call.argument(0), call.text)


for _name, _sign in _BINARY.items():
    if _name not in ("iadd", "imul"):
        OVERLAY.function(f"operator.{_name}", f"operator.__{_name.rstrip('_')}__")(_binary(_sign))
for _name, _sign in _UNARY.items():
    OVERLAY.function(f"operator.{_name}")(_unary(_sign))
register(OVERLAY, unseen("operator"), "operator.iadd operator.imul operator.methodcaller")


@OVERLAY.function("builtins.pow")
def power(call: Call) -> AbstractValue:
    """``pow(a, b)`` is ``a ** b``."""
    if len(call.arguments.every()) == 2:
        return operators.binary(call.host, "**", call.argument(0, "base"), call.argument(1, "exp"), call.text)
    needs_value(call, *call.arguments.every(), reason="pow")
    return INT


@OVERLAY.function("operator.contains")
def contains(call: Call) -> AbstractValue:
    """``operator.contains(xs, x)`` is ``x in xs``."""
    return operators.binary(call.host, "in", call.argument(1), call.argument(0), call.text)


@OVERLAY.function("operator.setitem")
def setitem(call: Call) -> AbstractValue:
    """``operator.setitem(xs, i, x)`` is ``xs[i] = x``."""
    set_item(call.host, call.argument(0), call.argument(1), call.argument(2), call.text)
    return NONE


@OVERLAY.function("operator.getitem")
def getitem(call: Call) -> AbstractValue:
    """``operator.getitem(xs, i)``."""
    found = call.host.attribute(call.argument(0), "__getitem__")
    return call.host.call(found, Arguments((call.argument(1),)))


@OVERLAY.function("operator.itemgetter", "operator.attrgetter")
def getter(call: Call) -> AbstractValue:
    """``operator.itemgetter(i)``: a callable that remembers what to get."""
    if not call.arguments.is_exact:
        return unknown_call(call)
    return value(Partial(value(Api(f"{call.name}.__call__")), call.arguments.positional, ()))


@OVERLAY.function("operator.itemgetter.__call__")
def get_items(call: Call) -> AbstractValue:
    """What ``operator.itemgetter(i, …)`` does to an object."""
    *wanted, owner = call.arguments.positional
    found = [_item(call, owner, key) for key in wanted]
    return found[0] if len(found) == 1 else tuple_of(*found)


def _item(call: Call, owner: AbstractValue, key: AbstractValue) -> AbstractValue:
    place, items = known([key]), call.host.items(owner)
    if place and items is not None and isinstance(place[0], int) and -len(items) <= place[0] < len(items):
        return items[place[0]]
    return join_all(_element(call, atom, key) for atom in atoms(owner))


def _element(call: Call, atom: Atom, key: AbstractValue) -> AbstractValue:
    match atom:
        case Container(type=name, site=site):
            content = call.host.load(site)
            return TOP if content.is_open else content.element.join(TOP if name not in (*TYPES, "list") else BOTTOM)
        case Tuple() | Array():
            return call.host.iterate(value(atom))
    found = call.host.attribute(value(atom), "__getitem__")
    return call.host.call(found, Arguments((key,)))


@OVERLAY.function("operator.attrgetter.__call__")
def get_attributes(call: Call) -> AbstractValue:
    """What ``operator.attrgetter(name, …)`` does to an object."""
    *wanted, owner = call.arguments.positional
    names = [each for each in known(wanted) or () if isinstance(each, str)]
    if len(names) != len(wanted):
        return unknown_call(call)
    found = [_dotted(call, owner, name) for name in names]
    return found[0] if len(found) == 1 else tuple_of(*found)


def _dotted(call: Call, owner: AbstractValue, path: str) -> AbstractValue:
    for name in path.split("."):
        owner = call.host.attribute(owner, name)
    return owner


# itertools


@OVERLAY.function("itertools.chain")
def chain(call: Call) -> AbstractValue:
    """``itertools.chain(xs, ys)``."""
    elements = [call.host.iterate(item) for item in call.arguments.positional]
    if not call.arguments.star.is_bottom:
        elements.append(call.host.iterate(call.arguments.star))
    return call.host.new_iterator(join_all(elements))


@OVERLAY.function("itertools.chain.from_iterable")
def flatten(call: Call) -> AbstractValue:
    """``itertools.chain.from_iterable(xss)``."""
    return call.host.new_iterator(call.host.iterate(call.host.iterate(call.argument(0))))


@OVERLAY.function("itertools.product", "itertools.zip_longest")
def product(call: Call) -> AbstractValue:
    """``itertools.product(xs, ys)``: tuples of one element each."""
    elements = [call.host.iterate(item) for item in call.arguments.positional]
    if call.name.endswith("zip_longest"):
        filler = call.argument(None, "fillvalue")
        elements = [element.join(NONE if filler.is_bottom else filler) for element in elements]
    if not call.arguments.star.is_bottom or "repeat" in call.arguments.keywords:
        rest = BOTTOM if call.arguments.star.is_bottom else call.host.iterate(call.arguments.star)
        return call.host.new_iterator(value(Tuple((), join_all([*elements, rest]))))
    return call.host.new_iterator(tuple_of(*elements))


@OVERLAY.function("itertools.permutations", "itertools.combinations", "itertools.combinations_with_replacement")
def combinations(call: Call) -> AbstractValue:
    """``itertools.combinations(xs, n)``."""
    element = call.host.iterate(call.argument(0))
    needs_value(call, call.argument(1, "r"), reason="itertools")
    size = known([call.argument(1, "r")])
    if size is not None and isinstance(size[0], int) and 0 <= size[0] <= 8:
        return call.host.new_iterator(tuple_of(*[element] * size[0]))
    return call.host.new_iterator(value(Tuple((), element)))


@OVERLAY.function("itertools.pairwise")
def pairwise(call: Call) -> AbstractValue:
    """``itertools.pairwise(xs)``."""
    element = call.host.iterate(call.argument(0))
    return call.host.new_iterator(tuple_of(element, element))


@OVERLAY.function("itertools.cycle", "itertools.islice", "itertools.compress")
def some(call: Call) -> AbstractValue:
    """Elements of the first argument; the others are numbers or conditions."""
    needs_value(call, *call.arguments.positional[1:], reason="itertools")
    return call.host.new_iterator(call.host.iterate(call.argument(0)))


@OVERLAY.function("itertools.repeat")
def repeat(call: Call) -> AbstractValue:
    """``itertools.repeat(x, n)``."""
    needs_value(call, call.argument(1, "times"), reason="itertools")
    return call.host.new_iterator(call.argument(0, "object"))


@OVERLAY.function("itertools.count")
def count(call: Call) -> AbstractValue:
    """``itertools.count(start, step)``."""
    start, step = call.argument(0, "start"), call.argument(1, "step")
    first = constant(0) if start.is_bottom else start
    added = operators.binary(call.host, "+", first, constant(1) if step.is_bottom else step, call.text)
    return call.host.new_iterator(first.join(added).join(operators.binary(call.host, "+", first, INT, call.text)))


@OVERLAY.function("itertools.accumulate")
def accumulate(call: Call) -> AbstractValue:
    """``itertools.accumulate(xs, f)``."""
    function, first = call.argument(1, "func"), call.argument(None, "initial")
    element = call.host.iterate(call.argument(0))
    total = element.join(first)
    for _round in range(3):
        total = total.join(_combined(call, function, total, element))
    return call.host.new_iterator(total)


def _combined(call: Call, function: AbstractValue, left: AbstractValue, right: AbstractValue) -> AbstractValue:
    if function.is_bottom or function == NONE:
        return operators.binary(call.host, "+", left, right, call.text)
    return call.host.call(function, Arguments((left, right)))


@OVERLAY.function("itertools.starmap")
def starmap(call: Call) -> AbstractValue:
    """``itertools.starmap(f, pairs)``."""
    element = call.host.iterate(call.argument(1))
    items = call.host.items(element)
    arguments = Arguments(items) if items is not None else Arguments(star=call.host.iterate(element))
    return call.host.new_iterator(call.host.call(call.argument(0), arguments))


@OVERLAY.function("itertools.groupby")
def groupby(call: Call) -> AbstractValue:
    """``itertools.groupby(xs, key)`` compares the keys."""
    element = call.host.iterate(call.argument(0))
    key = call.argument(1, "key")
    keys = element if key.is_bottom or key == NONE else call.host.call(key, Arguments((element,)))
    compare(call, None, keys)
    return call.host.new_iterator(tuple_of(keys, call.host.new_iterator(element)))


@OVERLAY.function("itertools.tee")
def tee(call: Call) -> AbstractValue:
    """``itertools.tee(xs, n)``."""
    element = call.host.iterate(call.argument(0))
    return value(Tuple((), call.host.new_iterator(element)))


@OVERLAY.function("heapq.nlargest", "heapq.nsmallest")
def best(call: Call) -> AbstractValue:
    """``heapq.nlargest(n, xs)`` compares the elements."""
    element = call.host.iterate(call.argument(1))
    compare(call, None, element, call.argument(2, "key"))
    return call.host.new_list(None, element)


# copies


@OVERLAY.function("copy.copy")
def copy(call: Call) -> AbstractValue:
    """``copy.copy(x)``."""
    return join_all(_copy(call, atom) for atom in atoms(call.argument(0)))


def _copy(call: Call, atom: Atom) -> AbstractValue:
    match atom:
        case Container(type="list", site=site) if not call.host.load(site).is_open:
            content = call.host.load(site)
            return call.host.new_list(None if content.multiple else content.items, content.element)
        case Container():
            return copied(call, atom)
        case Instance() if has_special(call, atom, "__copy__"):
            return dunder(call, atom, "__copy__")
        case Instance() | PythonIterator():
            return unknown_call(call)
        case _:
            return value(atom)


@OVERLAY.function("copy.deepcopy")
def deepcopy(call: Call) -> AbstractValue:
    """``copy.deepcopy(x)``: symbolic tensors cannot be copied so."""
    item = call.argument(0)
    happens(call, EffectKind.NEEDS_VALUE, holds_symbolic(call.host, item), reason="deepcopy")
    return _deep(call, item, 0)


def _deep(call: Call, item: AbstractValue, depth: int) -> AbstractValue:
    return join_all(_deep_atom(call, atom, depth) for atom in atoms(item))


def _deep_atom(call: Call, atom: Atom, depth: int) -> AbstractValue:
    match atom:
        case Container(type="list", site=site) if depth < 4 and not call.host.load(site).is_open:
            return _deep_list(call, site, depth)
        case Container(type="dict", site=site) if depth < 4 and not call.host.load(site).is_open:
            return _deep_dict(call, site, depth)
        case Tuple(items=items, rest=rest, name=name, fields=fields) if depth < 4:
            inner = tuple(_deep(call, item, depth + 1) for item in items)
            return value(Tuple(inner, None if rest is None else _deep(call, rest, depth + 1), name, fields))
        case Container() | Instance() | PythonIterator() | Tuple():
            return unknown_call(call)
        case _:
            return value(atom)


def _deep_list(call: Call, site: str, depth: int) -> AbstractValue:
    content = call.host.load(site)
    if content.items is None or content.multiple:
        return call.host.new_list(None, _deep(call, content.element, depth + 1))
    return call.host.new_list([_deep(call, item, depth + 1) for item in content.items])


def _deep_dict(call: Call, site: str, depth: int) -> AbstractValue:
    content = call.host.load(site)
    if content.entries is None or content.multiple:
        return call.host.new_dict(None, content.key, _deep(call, content.element, depth + 1))
    return call.host.new_dict({key: _deep(call, item, depth + 1) for key, item in content.entries.items()})


# context managers

OVERLAY.cls("contextlib.suppress", "contextlib.ExitStack", "contextlib.redirect_stdout", "contextlib.redirect_stderr")


@OVERLAY.function("contextlib.nullcontext")
def nullcontext(call: Call) -> AbstractValue:
    """``contextlib.nullcontext(x)``."""
    item = call.argument(0)
    return call.host.new_object("contextlib.nullcontext", {"enter_result": NONE if item.is_bottom else item})


@OVERLAY.method("contextlib.nullcontext", "__enter__")
def enter_null(call: Call) -> AbstractValue:
    """Entering a ``nullcontext`` gives what it was made of."""
    return join_all(
        call.host.load(each.site).attributes.get("enter_result", TOP) for each in call.receiver.each(Instance)
    )


@OVERLAY.method("contextlib.nullcontext", "__exit__")
def exit_null(call: Call) -> AbstractValue:
    """Leaving a ``nullcontext`` does nothing."""
    return NONE


@OVERLAY.method("contextlib.suppress", "__enter__")
def enter_suppress(call: Call) -> AbstractValue:
    """``with contextlib.suppress(…)`` binds nothing."""
    return NONE


@OVERLAY.method("contextlib.suppress", "__exit__")
def exit_suppress(call: Call) -> AbstractValue:
    """Leaving ``suppress`` may swallow an exception."""
    return BOOL


@OVERLAY.method("contextlib.redirect_stdout", "__enter__", "__exit__")
@OVERLAY.method("contextlib.redirect_stderr", "__enter__", "__exit__")
def redirect(call: Call) -> AbstractValue:
    """``redirect_stdout`` changes where the program prints."""
    call.host.effect(EffectKind.PERFORMS_IO, call.text, answer=Answer.NO, reason="redirect")
    return TOP if call.name == "__enter__" else NONE


@OVERLAY.function("functools.total_ordering", "typing.no_type_check", "typing.final", "typing.overload", "typing.cast")
def unchanged(call: Call) -> AbstractValue:
    """What hands back its last argument as it is."""
    return call.arguments.positional[-1] if call.arguments.positional else TOP
