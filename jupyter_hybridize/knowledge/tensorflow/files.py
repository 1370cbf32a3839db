"""TensorFlow functions and objects that read and write files as they are called, and not as ops."""

from __future__ import annotations

from typing import Final

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.value import NONE, TOP, AbstractValue, Tensor, scalar
from jupyter_hybridize.knowledge.host import Call
from jupyter_hybridize.knowledge.overlay import Overlay
from jupyter_hybridize.knowledge.structures import every_leaf

OVERLAY: Final = Overlay()
FILE: Final = "tensorflow.io.gfile.GFile"
RECORDS: Final = "tensorflow.io.TFRecordWriter"
PROTO: Final = "tensorflow.train.Message"
OVERLAY.cls(FILE, RECORDS, PROTO)


def _performs_io(call: Call) -> None:
    call.host.effect(EffectKind.PERFORMS_IO, call.text, reason=call.name)


@OVERLAY.function(*(f"tensorflow.io.gfile.{name}" for name in ("exists", "isdir")))
def _question(call: Call) -> AbstractValue:
    _performs_io(call)
    return scalar("bool")


@OVERLAY.function(*(f"tensorflow.io.gfile.{name}" for name in ("glob", "listdir")))
def _names(call: Call) -> AbstractValue:
    _performs_io(call)
    return call.host.new_list(None, scalar("str"))


@OVERLAY.function(
    *(f"tensorflow.io.gfile.{name}" for name in ("makedirs", "mkdir", "remove", "rmtree", "rename", "copy"))
)
def _change(call: Call) -> AbstractValue:
    _performs_io(call)
    return NONE


@OVERLAY.function("tensorflow.io.gfile.join")
def _join(call: Call) -> AbstractValue:
    return scalar("str")


@OVERLAY.function("tensorflow.io.gfile.walk", "tensorflow.io.gfile.stat")
def _other(call: Call) -> AbstractValue:
    _performs_io(call)
    return TOP


@OVERLAY.function(FILE, "tensorflow.compat.v1.gfile.Open")
def _open(call: Call) -> AbstractValue:
    _performs_io(call)
    return call.host.new_object(FILE)


@OVERLAY.function(RECORDS)
def _open_records(call: Call) -> AbstractValue:
    _performs_io(call)
    return call.host.new_object(RECORDS)


@OVERLAY.method(FILE, "__enter__")
@OVERLAY.method(RECORDS, "__enter__")
def _enter(call: Call) -> AbstractValue:
    return call.receiver


@OVERLAY.method(FILE, "__exit__", "close", "flush", "write", "seek")
@OVERLAY.method(RECORDS, "__exit__", "close", "flush", "write")
def _use(call: Call) -> AbstractValue:
    _performs_io(call)
    _refuse_tensors(call)
    return NONE


@OVERLAY.method(FILE, "read", "readline")
def _read(call: Call) -> AbstractValue:
    _performs_io(call)
    return scalar("str").join(scalar("bytes"))


@OVERLAY.method(FILE, "readlines")
def _read_lines(call: Call) -> AbstractValue:
    _performs_io(call)
    return call.host.new_list(None, scalar("str").join(scalar("bytes")))


def _refuse_tensors(call: Call) -> None:
    """Record that Python takes the value of a tensor among the arguments."""
    if not call.host.mode.is_traced:
        return
    for item in call.arguments.every():
        if every_leaf(call.host, item).has(Tensor):
            detail = "a symbolic tensor has no value yet"
            call.host.effect(EffectKind.NEEDS_VALUE, call.text, answer=Answer.UNKNOWN, detail=detail, reason=call.name)
            return


# protocol buffers

_PROTOS: Final = tuple(
    f"tensorflow.train.{name}"
    for name in (
        "Example", "Feature", "Features", "BytesList", "FloatList", "Int64List",
        "SequenceExample", "FeatureList", "FeatureLists",
    )
)  # fmt: skip


@OVERLAY.function(*_PROTOS)
def _make_proto(call: Call) -> AbstractValue:
    _refuse_tensors(call)
    return call.host.new_object(PROTO)


@OVERLAY.function(*(f"{name}.FromString" for name in _PROTOS))
def _parse_proto(call: Call) -> AbstractValue:
    _refuse_tensors(call)
    return call.host.new_object(PROTO)


@OVERLAY.method(PROTO, "SerializeToString")
def _serialize(call: Call) -> AbstractValue:
    return scalar("bytes")
