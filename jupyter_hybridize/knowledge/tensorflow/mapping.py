"""Functions applied along the first axis: ``tf.map_fn``, ``tf.vectorized_map``, ``tf.scan``, ``tf.foldl``."""

from __future__ import annotations

from typing import Final

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.shape import UNKNOWN_SHAPE, Dimension, Shape
from jupyter_hybridize.domain.value import NONE, TOP, AbstractValue, Array, Atom, Form, Scalar, Tensor, tensor, value
from jupyter_hybridize.knowledge.families.dtype_names import dtype_of
from jupyter_hybridize.knowledge.host import Arguments, Call, Mode
from jupyter_hybridize.knowledge.iteration import without_first
from jupyter_hybridize.knowledge.operands import operand_of
from jupyter_hybridize.knowledge.overlay import Overlay
from jupyter_hybridize.knowledge.structures import callback_mode, every_leaf, map_structure
from jupyter_hybridize.knowledge.tensorflow.control import as_tensors

OVERLAY: Final = Overlay()
_MOST_ROUNDS = 3


def _whole(call: Call, elems: AbstractValue) -> AbstractValue:
    """Return *elems* as tensors; a list of numbers is one tensor."""
    if any(isinstance(atom, Array | Scalar) for atom in every_leaf(call.host, elems).atoms):
        packed = [operand_of(call.host, atom) for atom in elems.atoms]
        known = [each for each in packed if each is not None]
        if len(known) == 1 and len(packed) == 1:
            return tensor(known[0].dtype, known[0].shape)
    return as_tensors(call.host, elems)


def _rows(call: Call, elems: AbstractValue) -> AbstractValue:
    def row(atom: Atom) -> AbstractValue:
        if not isinstance(atom, Tensor):
            return TOP
        if atom.form is Form.RAGGED:
            rank = atom.shape.rank
            forms = (Form.DENSE,) if rank == 2 else (Form.DENSE, Form.RAGGED)
            shape = without_first(atom.shape)
            return value(*(Tensor(atom.dtype, shape, form) for form in forms))
        return tensor(atom.dtype, without_first(atom.shape), Form.SPARSE if atom.form is Form.SPARSE else Form.DENSE)

    return map_structure(call.host, row, elems)


def _count(call: Call, elems: AbstractValue) -> Dimension:
    shapes = [atom.shape.dims for atom in every_leaf(call.host, elems).each(Tensor)]
    sizes = {dims[0] if dims else None for dims in shapes}
    return sizes.pop() if len(sizes) == 1 else None


def _stacked(call: Call, result: AbstractValue, count: Dimension, dtype: str | None = None) -> AbstractValue:
    def whole(atom: Atom) -> AbstractValue:
        if not isinstance(atom, Tensor):
            return TOP
        is_open = atom.shape.dims is None or atom.form is Form.SPARSE
        shape = UNKNOWN_SHAPE if is_open else Shape((count, *(atom.shape.dims or ())))
        return tensor(dtype or atom.dtype, shape, atom.form if atom.form in (Form.RAGGED, Form.SPARSE) else Form.DENSE)

    return map_structure(call.host, whole, as_tensors(call.host, result))


@OVERLAY.function("tensorflow.map_fn")
def _map_fn(call: Call) -> AbstractValue:
    elems = _whole(call, call.argument(1, "elems"))
    call.host.tensor_op("While")
    result = call.host.call(call.argument(0, "fn"), Arguments((_rows(call, elems),)), call.host.mode)
    given = call.argument(2, "dtype")
    signature = call.argument(8, "fn_output_signature")
    asked = signature if not signature.is_bottom and signature != NONE else given
    if asked.is_bottom or asked == NONE:
        _check_same_dtype(call, elems, as_tensors(call.host, result))
        if any(atom.form is Form.RAGGED for atom in every_leaf(call.host, elems).each(Tensor)):
            return map_structure(call.host, _ragged, as_tensors(call.host, result))
        return _stacked(call, result, _count(call, elems))
    names = {dtype_of(atom) for atom in asked.atoms}
    if names == {None} and not any(type(atom).__name__ in ("Tuple", "Container") for atom in asked.atoms):
        return tensor().join(tensor(form=Form.RAGGED)).join(tensor(form=Form.SPARSE))
    return _stacked(call, result, _count(call, elems), names.pop() if len(names) == 1 else None)


def _ragged(atom: Atom) -> AbstractValue:
    return tensor(atom.dtype, UNKNOWN_SHAPE, Form.RAGGED) if isinstance(atom, Tensor) else TOP


def _check_same_dtype(call: Call, elems: AbstractValue, result: AbstractValue) -> None:
    """Without a signature the results must have the dtype of the elements: eagerly that is checked, in a graph not."""
    before = {atom.dtype for atom in every_leaf(call.host, elems).each(Tensor)}
    after = {atom.dtype for atom in every_leaf(call.host, result).each(Tensor)}
    if before != after and None not in before | after:
        detail = "the results have another dtype than the elements"
        call.host.effect(EffectKind.RAISES, call.text, answer=Answer.UNKNOWN, detail=detail, reason="map_fn")


@OVERLAY.function("tensorflow.vectorized_map")
def _vectorized_map(call: Call) -> AbstractValue:
    elems = _whole(call, call.argument(1, "elems"))
    call.host.tensor_op("pfor")
    # traced without AutoGraph even when called eagerly
    result = call.host.call(call.argument(0, "fn"), Arguments((_rows(call, elems),)), Mode.UNCONVERTED)
    return _stacked(call, result, _count(call, elems))


def _folded(call: Call, rows: AbstractValue, start: AbstractValue) -> AbstractValue:
    accumulator, mode = start, callback_mode(call.host)
    for _ in range(_MOST_ROUNDS):
        result = call.host.call(call.argument(0, "fn"), Arguments((accumulator, rows)), mode)
        joined = accumulator.join(as_tensors(call.host, result))
        if joined == accumulator:
            break
        if call.host.mode.is_traced:
            detail = "the accumulator changes its dtype or shape"
            call.host.effect(EffectKind.CHANGES_IN_LOOP, call.text, answer=Answer.UNKNOWN, detail=detail, reason="fold")
        accumulator = joined
    return accumulator


def _start(call: Call, rows: AbstractValue) -> AbstractValue:
    initializer = call.argument(2, "initializer")
    return rows if initializer.is_bottom or initializer == NONE else as_tensors(call.host, initializer)


@OVERLAY.function("tensorflow.scan")
def _scan(call: Call) -> AbstractValue:
    elems = _whole(call, call.argument(1, "elems"))
    call.host.tensor_op("While")
    rows = _rows(call, elems)
    return _stacked(call, _folded(call, rows, _start(call, rows)), _count(call, elems))


@OVERLAY.function("tensorflow.foldl", "tensorflow.foldr")
def _fold(call: Call) -> AbstractValue:
    elems = _whole(call, call.argument(1, "elems"))
    call.host.tensor_op("While")
    rows = _rows(call, elems)
    return _folded(call, rows, _start(call, rows))
