"""Families of ops that read records: the columns of a line, the features of a ``tf.train.Example``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from jupyter_hybridize.domain.shape import UNKNOWN_SHAPE, Shape
from jupyter_hybridize.domain.value import (
    TOP,
    AbstractValue,
    Constant,
    Container,
    Form,
    Instance,
    join_all,
    scalar,
    tensor,
)
from jupyter_hybridize.knowledge.families.arguments import is_none, sizes
from jupyter_hybridize.knowledge.families.dtype_names import dtype_of
from jupyter_hybridize.knowledge.families.operand import Operand
from jupyter_hybridize.knowledge.families.operation import Operation
from jupyter_hybridize.knowledge.families.registration import family

VARYING: Final = "tensorflow.io.VarLenFeature"
FIXED: Final = "tensorflow.io.FixedLenFeature"
SEQUENCE: Final = "tensorflow.io.FixedLenSequenceFeature"
RAGGED: Final = "tensorflow.io.RaggedFeature"
_ORDER: Final = (VARYING, FIXED, SEQUENCE, RAGGED)  # dense ones, of two classes, are sorted together
_ANY: Final = join_all(tensor(form=form) for form in (Form.DENSE, Form.SPARSE, Form.RAGGED))


@family("decode-csv")
def decode_csv(operation: Operation) -> AbstractValue:
    """Read the columns of lines: a tensor of the lines' shape for each default."""
    defaults = operation.host.items(operation.get("record_defaults"))

    def columns(lines: Operand) -> AbstractValue:
        if defaults is None:
            return operation.host.new_list(None, tensor(shape=lines.shape))
        found = [operation.each(lambda x: tensor(x.dtype, lines.shape), item) for item in defaults]
        return operation.host.new_list(found, join_all(found))

    return operation.each(columns, operation.at(0))


@family("parse-example")
def parse_example(operation: Operation) -> AbstractValue:
    """Read a record: tensors by name, as the features describe them."""

    def rule(serialized: Operand) -> AbstractValue:
        return _parsed(operation, serialized.shape)

    return operation.each(rule, operation.at(0))


def _parsed(operation: Operation, batch: Shape) -> AbstractValue:
    features = operation.get("features").only()
    if not isinstance(features, Container) or features.type != "dict":
        return operation.host.new_dict(None, scalar("str"), _ANY)
    held = operation.host.load(features.site)
    if held.entries is None or not all(isinstance(name, str) for name in held.entries):
        return operation.host.new_dict(None, scalar("str"), _read(operation, held.element, batch))
    found = {name: _read(operation, feature, batch) for name, feature in held.entries.items()}
    names = _ordered(held.entries)
    if names is None:
        return operation.host.new_dict(None, scalar("str"), join_all(found.values()))
    return operation.host.new_dict({name: found[name] for name in names})


def _ordered(features: Mapping[Constant, AbstractValue]) -> list[Constant] | None:
    """Return the names in the order of what is read: sparse, dense, ragged; None where a class is not known."""
    ranks = {name: _rank(feature) for name, feature in features.items()}
    if -1 in ranks.values():
        return None
    return sorted(features, key=lambda name: (ranks[name], str(name)))


def _rank(feature: AbstractValue) -> int:
    atom = feature.only()
    if not isinstance(atom, Instance) or atom.cls not in _ORDER:
        return -1
    return (0, 1, 1, 2)[_ORDER.index(atom.cls)]


def _read(operation: Operation, feature: AbstractValue, batch: Shape) -> AbstractValue:
    if not feature.atoms or any(not isinstance(atom, Instance) for atom in feature.atoms):
        return _ANY
    return join_all(_of_feature(operation, atom, batch) for atom in feature.each(Instance))


def _of_feature(operation: Operation, feature: Instance, batch: Shape) -> AbstractValue:
    described = operation.host.load(feature.site).attributes
    names = {dtype_of(atom) for atom in described.get("dtype", TOP).atoms}
    dtype = names.pop() if len(names) == 1 else None
    asked = sizes(operation, described.get("shape", TOP))
    match feature.cls:
        case _ if feature.cls == FIXED:
            return tensor(dtype, _within(batch, asked))
        case _ if feature.cls == SEQUENCE:
            return tensor(dtype, _within(batch, None if asked is None else (None, *asked)))
        case _ if feature.cls == VARYING:
            return tensor(dtype, _within(batch, (None,)).opened(), Form.SPARSE)
        case _ if feature.cls == RAGGED and is_none(described.get("partitions", TOP)):
            if batch.dims is None:
                return tensor(dtype).join(tensor(dtype, form=Form.RAGGED))
            return tensor(dtype, _within(batch, (None,)), Form.RAGGED if batch.dims else Form.DENSE)
        case _:
            return _ANY


def _within(batch: Shape, shape: tuple[int | None, ...] | None) -> Shape:
    return UNKNOWN_SHAPE if batch.dims is None or shape is None else Shape((*batch.dims, *shape))
