"""Ops on ragged tensors: those that TensorFlow dispatches, seen to accept in a graph what they accept eagerly."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from jupyter_hybridize.domain import dtype as dtypes
from jupyter_hybridize.domain.shape import SCALAR_SHAPE, UNKNOWN_SHAPE, Shape
from jupyter_hybridize.domain.value import (
    AbstractValue,
    Atom,
    Container,
    Form,
    Tensor,
    Tuple,
    join_all,
    tensor,
    tuple_of,
    value,
)
from jupyter_hybridize.knowledge.families.arguments import asked_dtype, flag, integer, integers, is_none
from jupyter_hybridize.knowledge.families.operand import operands
from jupyter_hybridize.knowledge.families.operation import Operation, needs_rank
from jupyter_hybridize.knowledge.families.registration import Family, family
from jupyter_hybridize.knowledge.host import Host
from jupyter_hybridize.knowledge.names import canonical

Rule = Callable[[Operation, Family], AbstractValue]
_FORMS: Final = (Form.RAGGED,)


def holds(host: Host, item: AbstractValue, form: Form) -> bool:
    """Return whether *item* is, or is a list of, a tensor of this form."""
    for atom in item.atoms:
        if isinstance(atom, Tensor) and atom.form is form:
            return True
        if isinstance(atom, Tuple | Container) and any(
            isinstance(each, Tensor) and each.form is form
            for part in host.items(value(atom)) or ()
            for each in part.atoms
        ):
            return True
    return False


def run_ragged(operation: Operation, name: str, family: Family) -> AbstractValue | None:
    """Return the result of op *name* where an operand is ragged, None where nothing is known of that."""
    rule = _RULES.get(name)
    found = [item for item in operation.bound.values() if holds(operation.host, item, Form.RAGGED)]
    if rule is None or not found:
        return None
    if any(isinstance(a, Tensor) and a.form is not Form.RAGGED for item in found for a in item.atoms):
        return None  # now ragged, now dense
    return rule(operation, family)


def _dense(host: Host, item: AbstractValue, forms: tuple[Form, ...], *, is_open: bool = False) -> AbstractValue:
    found = [_atom_as_dense(host, atom, forms, is_open=is_open) for atom in item.atoms]
    return join_all(found).with_origins(item.origins)


def _atom_as_dense(host: Host, atom: Atom, forms: tuple[Form, ...], *, is_open: bool) -> AbstractValue:
    match atom:
        case Tensor(dtype=dtype, shape=shape, form=form) if form in forms:
            return tensor(dtype, shape.opened() if is_open else shape)
        case Tuple() | Container(type="list"):
            parts = host.items(value(atom))
            opened = [] if parts is None else [_dense(host, each, forms, is_open=is_open) for each in parts]
            return value(atom) if parts is None else tuple_of(*opened)
    return value(atom)


def _ragged(item: AbstractValue) -> AbstractValue:
    return join_all(
        tensor(atom.dtype, atom.shape, Form.RAGGED) if isinstance(atom, Tensor) else value(atom) for atom in item.atoms
    )


def as_dense(operation: Operation, family: Family, *forms: Form) -> AbstractValue:
    """Return what the family says of dense tensors in the place of those of *forms*."""
    bound = {name: _dense(operation.host, item, forms) for name, item in operation.bound.items()}
    return family(replace(operation, bound=bound))


def _by_element(operation: Operation, family: Family) -> AbstractValue:
    """Run on the values, and keep the rows."""
    return _ragged(as_dense(operation, family, Form.RAGGED))


def _together(operation: Operation, family: Family) -> AbstractValue:
    """Run on several tensors whose rows are matched; how long they become, nobody can tell."""
    host, forms = operation.host, (Form.RAGGED, Form.DENSE, Form.VARIABLE)
    bound = {name: _dense(host, item, forms, is_open=True) for name, item in operation.bound.items()}
    found = family(replace(operation, bound=bound))
    return _ragged(join_all(_opened(atom) for atom in found.atoms))


def _opened(atom: Atom) -> AbstractValue:
    return tensor(atom.dtype, atom.shape.opened()) if isinstance(atom, Tensor) else value(atom)


def _of_rank(dtype: str | None, rank: int | None) -> AbstractValue:
    """Return a result of *rank*: a vector is never ragged, anything more may have lost its last ragged axis."""
    if rank is None:
        return tensor(dtype).join(tensor(dtype, form=Form.RAGGED))
    shape = Shape((None,) * rank)
    return tensor(dtype, shape) if rank < 2 else tensor(dtype, shape).join(tensor(dtype, shape, Form.RAGGED))


def _reduce(operation: Operation, family: Family) -> AbstractValue:
    """Reduce axes away, ragged ones or not."""
    keep, axis = flag(operation, "keepdims"), operation.get("axis", "axes")
    name = operation.call.name.rpartition(".")[2]
    results = []
    for x in operation.at(0).each(Tensor):
        is_mean = name in ("reduce_mean", "reduce_std", "reduce_variance")
        dtype = "float64" if is_mean and dtypes.is_integer(x.dtype) else x.dtype
        axes = () if is_none(axis) else integers(operation, axis)
        if keep is not False or is_none(axis) is None or axes is None or x.shape.rank is None:
            rank = x.shape.rank if keep else None
        else:
            rank = 0 if is_none(axis) else x.shape.rank - len(axes)
        results.append(_of_rank(dtype, rank))
    return join_all(results)


def _reduce_strings(operation: Operation, family: Family) -> AbstractValue:
    axis = operation.get("axis")
    ranks = [x.shape.rank for x in operation.at(0).each(Tensor)]
    axes = None if is_none(axis) else integers(operation, axis)
    if is_none(axis):
        return tensor("string", SCALAR_SHAPE)
    known = ranks[0] if len(ranks) == 1 else None
    return _of_rank("string", None if known is None or axes is None else known - len(axes))


def _gather(operation: Operation, family: Family) -> AbstractValue:
    """Pick rows; those of a vector by ragged indices are ragged."""
    params, indices = operation.at(0).only(), operation.at(1)
    found = operands(operation.host, _dense(operation.host, indices, (Form.RAGGED,)))
    is_plain = {"axis", "batch_dims"}.isdisjoint(operation.bound) and len(found) == 1
    if not isinstance(params, Tensor):
        return operation.unknown().join(tensor(form=Form.RAGGED))
    if not is_plain or params.shape.rank is None or found[0].shape.rank is None:
        return _of_rank(params.dtype, None)
    rank = params.shape.rank - 1 + found[0].shape.rank
    if holds(operation.host, indices, Form.RAGGED):
        return tensor(params.dtype, Shape((None,) * rank), Form.RAGGED)
    return _of_rank(params.dtype, rank)


def _with_axis(operation: Operation, family: Family) -> AbstractValue:
    """Add an axis."""
    return join_all(
        tensor(x.dtype, _more(x.shape), Form.RAGGED) for x in operation.at(0).each(Tensor) if x.form is Form.RAGGED
    )


def _more(shape: Shape) -> Shape:
    return UNKNOWN_SHAPE if shape.rank is None else Shape((None,) * (shape.rank + 1))


def _one_hot(operation: Operation, family: Family) -> AbstractValue:
    dtype = asked_dtype(operation, "dtype", "float32")
    return join_all(tensor(dtype, _more(x.shape), Form.RAGGED) for x in operation.at(0).each(Tensor))


def _where(operation: Operation, family: Family) -> AbstractValue:
    if "x" in operation.bound or "y" in operation.bound:
        return _together(operation, family)
    return join_all(tensor("int64", Shape((None, x.shape.rank))) for x in operation.at(0).each(Tensor))


def _codes(operation: Operation, family: Family) -> AbstractValue:
    return join_all(tensor("int32", _more(x.shape), Form.RAGGED) for x in operation.at(0).each(Tensor))


def _ngrams(operation: Operation, family: Family) -> AbstractValue:
    return join_all(tensor("string", x.shape.opened(), Form.RAGGED) for x in operation.at(0).each(Tensor))


def _encoded(operation: Operation, family: Family) -> AbstractValue:
    found = operation.at(0).each(Tensor)
    return join_all(_of_rank("string", None if x.shape.rank is None else x.shape.rank - 1) for x in found)


def _count(operation: Operation, family: Family) -> AbstractValue:
    return tensor(asked_dtype(operation, "out_type", "int32"), SCALAR_SHAPE)


def _split(operation: Operation, family: Family) -> AbstractValue:
    """Cut into parts along an axis."""
    part = join_all(tensor(x.dtype, x.shape.opened(), Form.RAGGED) for x in operation.at(0).each(Tensor))
    count = integer(operation.at(1))
    return operation.host.new_list(None if count is None else [part] * count, part)


def _rank(operation: Operation, family: Family) -> AbstractValue:
    return tensor("int32", SCALAR_SHAPE)


_BY_ELEMENT: Final = """
    abs negative exp square sqrt sigmoid tanh math.is_nan math.log math.log1p sign round floor zeros_like ones_like
    identity stop_gradient math.reciprocal nn.relu nn.gelu nn.softmax nn.dropout cumsum nn.leaky_relu nn.elu nn.silu
    nn.selu cast logical_not debugging.check_numerics math.ceil math.rsqrt sin cos
    strings.lower strings.upper strings.strip strings.length strings.regex_replace strings.regex_full_match
    strings.substr strings.to_hash_bucket_fast as_string strings.to_number strings.unicode_transcode
    strings.unicode_script reverse clip_by_value
"""
_TOGETHER: Final = """
    add subtract multiply divide truediv maximum minimum pow equal not_equal less less_equal greater greater_equal
    math.floordiv math.mod math.divide_no_nan math.squared_difference logical_and logical_or add_n concat stack
    nn.sigmoid_cross_entropy_with_logits strings.join tile complex
"""
_REDUCTIONS: Final = """
    reduce_sum reduce_mean reduce_max reduce_min reduce_prod reduce_any reduce_all math.reduce_std math.reduce_variance
"""
_NAMED: Final[Mapping[str, Rule]] = {
    **dict.fromkeys(_BY_ELEMENT.split(), _by_element),
    **dict.fromkeys(_TOGETHER.split(), _together),
    **dict.fromkeys(_REDUCTIONS.split(), _reduce),
    "strings.reduce_join": _reduce_strings,
    "gather": _gather,
    "nn.embedding_lookup": _gather,
    "expand_dims": _with_axis,
    "strings.split": _with_axis,
    "strings.unicode_split": _with_axis,
    "strings.bytes_split": _with_axis,
    "strings.unicode_decode": _codes,
    "strings.ngrams": _ngrams,
    "strings.unicode_encode": _encoded,
    "one_hot": _one_hot,
    "where": _where,
    "size": _count,
    "rank": _rank,
    "split": _split,
}
_RULES: Final = {canonical(f"tensorflow.{name}"): rule for name, rule in _NAMED.items()}


@family("ragged-stack")
def stack(operation: Operation) -> AbstractValue:
    """Make each tensor a row."""
    parts = operation.host.items(operation.at(0))
    found = [each for part in parts or () for each in operands(operation.host, _dense(operation.host, part, _FORMS))]
    if not found:
        return operation.unknown().join(tensor(form=Form.RAGGED))
    kinds, ranks = {each.dtype for each in found}, {each.shape.rank for each in found}
    rank = ranks.pop() if len(ranks) == 1 else None
    shape = UNKNOWN_SHAPE if rank is None else Shape((None,) * (rank + 1))
    return tensor(kinds.pop() if len(kinds) == 1 else None, shape, Form.RAGGED)


@family("ragged-range")
def ragged_range(operation: Operation) -> AbstractValue:
    """Count, one row for each limit."""
    atoms = [a for item in (operation.at(0), operation.at(1)) for a in item.atoms]
    given = {a.dtype if isinstance(a, Tensor) else None for a in atoms}
    default = given.pop() if len(given) == 1 else None
    return tensor(asked_dtype(operation, "dtype", default), Shape.of(None, None), Form.RAGGED)


@family("ragged-mask")
def mask(operation: Operation) -> AbstractValue:
    """Keep what a mask of any rank marks: as many rows, and ragged ones."""
    data, marks = operation.at(0).only(), operands(operation.host, _dense(operation.host, operation.at(1), _FORMS))
    if not isinstance(data, Tensor) or len(marks) != 1 or data.shape.rank is None:
        return operation.unknown().join(tensor(form=Form.RAGGED))
    needs_rank(operation, marks[0])
    shape = data.shape.opened()
    is_ragged = data.form is Form.RAGGED or (marks[0].shape.rank or 0) > 1
    return tensor(data.dtype, shape, Form.RAGGED) if is_ragged else _of_rank(data.dtype, shape.rank)


@family("ragged-cross")
def cross(operation: Operation) -> AbstractValue:
    """Combine the strings of each row."""
    return tensor("string", Shape.of(None, None), Form.RAGGED)
