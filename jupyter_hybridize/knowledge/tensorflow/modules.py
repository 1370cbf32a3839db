"""``tf.Module``, and what saves and restores it: checkpoints and SavedModels."""

from __future__ import annotations

from typing import Final

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.shape import SCALAR_SHAPE
from jupyter_hybridize.domain.value import (
    BOTTOM,
    NONE,
    TOP,
    AbstractValue,
    Container,
    Form,
    Instance,
    Tensor,
    Tuple,
    join_all,
    scalar,
    tuple_of,
    value,
)
from jupyter_hybridize.knowledge.host import Call, Host
from jupyter_hybridize.knowledge.overlay import Overlay
from jupyter_hybridize.knowledge.tensorflow.contexts import context

OVERLAY: Final = Overlay()
MODULE: Final = "tensorflow.Module"
CHECKPOINT: Final = "tensorflow.train.Checkpoint"
MANAGER: Final = "tensorflow.train.CheckpointManager"
STATUS: Final = "tensorflow.train.CheckpointStatus"
OVERLAY.cls(MODULE, CHECKPOINT, MANAGER, STATUS)
_KEPT_APART: Final = ("keras.",)


@OVERLAY.property(MODULE, "variables", "trainable_variables", "non_trainable_variables")
def _variables(call: Call) -> AbstractValue:
    found = join_all(_inside(call.host, value(atom), set(), call.name) for atom in call.receiver.atoms)
    return tuple_of(rest=found)


def _inside(host: Host, item: AbstractValue, seen: set[str], name: str) -> AbstractValue:
    """Return the join of the variables reachable from *item*, as ``tf.Module`` collects them."""
    return join_all(_inside_atom(host, atom, seen, name) for atom in item.ordered())


def _inside_atom(host: Host, atom: object, seen: set[str], name: str) -> AbstractValue:
    match atom:
        case Tensor(form=Form.VARIABLE):
            return value(atom)
        case Tuple(items=items, rest=rest):
            return join_all(_inside(host, each, seen, name) for each in (*items, rest or BOTTOM))
        case Container(site=site) if site not in seen:
            seen.add(site)
            held = host.load(site)
            return TOP if held.is_open else _inside(host, held.element, seen, name)
        case Instance(cls=cls, site=site) if site not in seen:
            seen.add(site)
            if cls.startswith(_KEPT_APART):
                return host.iterate(host.attribute(value(atom), name), by_python=False)
            return join_all(_inside(host, each, seen, name) for each in host.load(site).attributes.values())
    return BOTTOM


@OVERLAY.property(MODULE, "name")
def _name(call: Call) -> AbstractValue:
    return scalar("str")


@OVERLAY.property(MODULE, "name_scope")
def _name_scope(call: Call) -> AbstractValue:
    return context(call.host, scalar("str"))


@OVERLAY.property(MODULE, "submodules")
def _submodules(call: Call) -> AbstractValue:
    return tuple_of(rest=TOP)


@OVERLAY.method(MODULE, "__init__")
def _initialize(call: Call) -> AbstractValue:
    return NONE


@OVERLAY.function(f"{MODULE}.with_name_scope")
def _with_name_scope(call: Call) -> AbstractValue:
    return call.argument(0, "method")


def _writes_files(call: Call) -> None:
    call.host.effect(EffectKind.PERFORMS_IO, call.text, reason=call.name)


def _exists_eagerly(call: Call) -> None:
    if call.host.mode.is_traced:
        call.host.effect(EffectKind.NEEDS_VALUE, call.text, detail="works only eagerly", reason=call.name)


@OVERLAY.function(CHECKPOINT, "tensorflow.compat.v1.train.Checkpoint")
def _make_checkpoint(call: Call) -> AbstractValue:
    call.host.effect(EffectKind.CREATES_VARIABLE, call.text, answer=Answer.UNKNOWN, reason="save-counter")
    return call.host.new_object(CHECKPOINT, dict(call.arguments.keywords))


@OVERLAY.function(MANAGER)
def _make_manager(call: Call) -> AbstractValue:
    _writes_files(call)
    return call.host.new_object(MANAGER, {"checkpoint": call.argument(0, "checkpoint")})


@OVERLAY.method(CHECKPOINT, "save")
@OVERLAY.method(MANAGER, "save")
def _save(call: Call) -> AbstractValue:
    _writes_files(call)
    _exists_eagerly(call)
    return scalar("str")


@OVERLAY.method(CHECKPOINT, "write")
def _write(call: Call) -> AbstractValue:
    if not call.host.mode.is_traced:  # in a graph it is an op, run at each call
        _writes_files(call)
    return scalar("str")


@OVERLAY.method(CHECKPOINT, "restore", "read")
@OVERLAY.method(MANAGER, "restore_or_initialize")
def _restore(call: Call) -> AbstractValue:
    _writes_files(call)
    return call.host.new_object(STATUS)


@OVERLAY.method(
    STATUS, "expect_partial", "assert_consumed", "assert_existing_objects_matched", "assert_nontrivial_match"
)
def _status(call: Call) -> AbstractValue:
    return call.receiver


@OVERLAY.method(STATUS, "initialize_or_restore", "run_restore_ops")
def _run_restore(call: Call) -> AbstractValue:
    return NONE


@OVERLAY.property(CHECKPOINT, "save_counter")
def _save_counter(call: Call) -> AbstractValue:
    return value(Tensor("int64", SCALAR_SHAPE, Form.VARIABLE))


@OVERLAY.property(MANAGER, "latest_checkpoint")
@OVERLAY.property(MANAGER, "directory")
def _latest(call: Call) -> AbstractValue:
    return scalar("str") if call.name == "directory" else scalar("str").join(NONE)


@OVERLAY.property(MANAGER, "checkpoints")
def _checkpoints(call: Call) -> AbstractValue:
    return call.host.new_list(None, scalar("str"))


@OVERLAY.function("tensorflow.train.latest_checkpoint")
def _latest_checkpoint(call: Call) -> AbstractValue:
    _writes_files(call)
    return scalar("str").join(NONE)


@OVERLAY.function("tensorflow.train.list_variables")
def _list_variables(call: Call) -> AbstractValue:
    _writes_files(call)
    return call.host.new_list(None, tuple_of(scalar("str"), TOP))


@OVERLAY.function("tensorflow.saved_model.save")
def _save_model(call: Call) -> AbstractValue:
    _writes_files(call)
    _exists_eagerly(call)
    return NONE


@OVERLAY.function("tensorflow.train.load_checkpoint")
def _load_model(call: Call) -> AbstractValue:
    _writes_files(call)
    return TOP
