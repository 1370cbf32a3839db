"""``tf.lookup``: tables from keys to values."""

from __future__ import annotations

from typing import Final

from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.shape import SCALAR_SHAPE, UNKNOWN_SHAPE, Shape
from jupyter_hybridize.domain.value import ANY, NONE, AbstractValue, Instance, Scalar, join_all, tensor, value
from jupyter_hybridize.knowledge.families.dtype_names import dtype_of
from jupyter_hybridize.knowledge.host import Call
from jupyter_hybridize.knowledge.operands import operand_of
from jupyter_hybridize.knowledge.overlay import Overlay

OVERLAY: Final = Overlay()
TABLE: Final = "tensorflow.lookup.StaticHashTable"
MUTABLE: Final = "tensorflow.lookup.experimental.MutableHashTable"
PAIRS: Final = "tensorflow.lookup.KeyValueTensorInitializer"
LINES: Final = "tensorflow.lookup.TextFileInitializer"
_TABLES: Final = ("tensorflow.lookup.StaticVocabularyTable",)
OVERLAY.cls(TABLE, PAIRS, LINES, MUTABLE)
OVERLAY.cls(*_TABLES, "tensorflow.lookup.experimental.DenseHashTable", bases=(TABLE,))


def _named(item: AbstractValue) -> AbstractValue:
    names = {dtype_of(atom) for atom in item.atoms}
    name = names.pop() if len(names) == 1 else None
    return value(Scalar("tf.DType", name or ANY))


@OVERLAY.function(PAIRS)
def _pairs(call: Call) -> AbstractValue:
    asked = call.argument(3, "value_dtype")
    if asked.is_bottom or asked == NONE:
        found = [operand_of(call.host, atom) for atom in call.argument(1, "values").atoms]
        kinds = {None if each is None else each.dtype for each in found}
        name = kinds.pop() if len(kinds) == 1 else None
        return call.host.new_object(PAIRS, {"value_dtype": value(Scalar("tf.DType", name or ANY))})
    return call.host.new_object(PAIRS, {"value_dtype": _named(asked)})


@OVERLAY.function(LINES)
def _lines(call: Call) -> AbstractValue:
    return call.host.new_object(LINES, {"value_dtype": _named(call.argument(3, "value_dtype"))})


@OVERLAY.function(TABLE)
def _table(call: Call) -> AbstractValue:
    sites = [atom.site for atom in call.argument(0, "initializer").each(Instance)]
    unknown = value(Scalar("tf.DType"))
    found = [call.host.load(site).attributes.get("value_dtype", unknown) for site in sites]
    return call.host.new_object(TABLE, {"value_dtype": join_all(found) if found else unknown})


@OVERLAY.function(*_TABLES)
def _vocabulary(call: Call) -> AbstractValue:
    return call.host.new_object(_TABLES[0], {"value_dtype": value(Scalar("tf.DType", "int64"))})


@OVERLAY.function(MUTABLE, "tensorflow.lookup.experimental.DenseHashTable")
def _mutable(call: Call) -> AbstractValue:
    call.host.effect(EffectKind.CREATES_VARIABLE, call.text, reason="table")
    return call.host.new_object(MUTABLE, {"value_dtype": _named(call.argument(1, "value_dtype"))})


def _dtype(call: Call) -> str | None:
    sites = [atom.site for atom in call.receiver.each(Instance)]
    found = join_all(call.host.load(site).attributes.get("value_dtype", value(Scalar("tf.DType"))) for site in sites)
    name = found.constant()
    return name if isinstance(name, str) else None


@OVERLAY.method(TABLE, "lookup", "__getitem__")
@OVERLAY.method(MUTABLE, "lookup", "__getitem__")
def _lookup(call: Call) -> AbstractValue:
    call.host.tensor_op("LookupTableFindV2")
    found = [operand_of(call.host, atom) for atom in call.argument(0, "keys").atoms]
    shape: Shape = UNKNOWN_SHAPE
    if len(found) == 1 and found[0] is not None:
        shape = found[0].shape
    forms = {atom.form for atom in call.argument(0, "keys").atoms if hasattr(atom, "form")}
    return join_all(tensor(_dtype(call), shape, form) for form in forms) if forms else tensor(_dtype(call), shape)


@OVERLAY.method(TABLE, "size")
@OVERLAY.method(MUTABLE, "size")
def _size(call: Call) -> AbstractValue:
    call.host.tensor_op("LookupTableSizeV2")
    return tensor("int64", SCALAR_SHAPE)


@OVERLAY.method(MUTABLE, "insert", "insert_or_assign", "remove", "erase")
def _insert(call: Call) -> AbstractValue:
    call.host.tensor_op("LookupTableInsertV2")
    return NONE


@OVERLAY.method(MUTABLE, "export")
def _export(call: Call) -> AbstractValue:
    return call.host.new_list(None, tensor())


@OVERLAY.property(TABLE, "value_dtype")
@OVERLAY.property(MUTABLE, "value_dtype")
def _value_dtype(call: Call) -> AbstractValue:
    return value(Scalar("tf.DType", _dtype(call) or ANY))
