"""Functions of the program that Keras layers are given and run: activations, regularizers, constraints."""

from __future__ import annotations

from typing import Final

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.value import (
    AbstractValue,
    Api,
    Atom,
    Function,
    Hybrid,
    Instance,
    Method,
    Partial,
    Scalar,
    tensor,
)
from jupyter_hybridize.knowledge.host import Call, Mode
from jupyter_hybridize.knowledge.keras import logits
from jupyter_hybridize.knowledge.keras import values as k

ADD_LOSS: Final = "add_loss"
LEARNS: Final = "learns"  # a layer for data gets a vocabulary or statistics, which a graph keeps as constants


def keep_loss(call: Call, target: str) -> None:
    """Record that a layer keeps a loss: whoever reads `losses` outside of the graph finds a symbolic tensor."""
    call.host.tensor_op("add_loss")
    call.host.effect(EffectKind.STORES_TENSOR, f"{target}.losses", answer=Answer.UNKNOWN, reason=ADD_LOSS)


def activated(call: Call, result: AbstractValue) -> AbstractValue:
    """Run an activation function of the program on what a layer made."""
    for config in k.configs(call.host, call.receiver):
        function = config.get("activation")
        if not function.is_unknown and any(not isinstance(atom, Api | Scalar) for atom in function.atoms):
            return call_back(call, function, result)
        result = logits.activated(function, result)
    return result


def run_options(call: Call, result: AbstractValue, *endings: str) -> None:
    """Run the functions of the program that a layer was given as regularizers, constraints or activations."""
    for instance in call.receiver.each(Instance):
        attributes = call.host.load(instance.site).attributes
        for name in sorted(each for each in attributes if each.endswith(endings) and each.startswith(k.CONFIG)):
            option = attributes[name]
            if name == k.CONFIG + "activity_regularizer" and not k.is_nothing(option):
                keep_loss(call, call.text or "layer")
            if any(map(is_of_program, option.atoms)):
                call_back(call, option, result if "activ" in name else tensor("float32"))


def is_of_program(atom: Atom) -> bool:
    """Return whether *atom* is a function, decorated or not, or an object, of the program."""
    is_function = isinstance(atom, Function | Method | Partial | Hybrid)
    return is_function or (isinstance(atom, Instance) and ":" in atom.cls)


def call_back(call: Call, function: AbstractValue, *items: AbstractValue) -> AbstractValue:
    """Call a function of the program that Keras was given, as Keras does."""
    host = call.host
    is_symbolic = k.has_symbolic(host, *items)
    mode = Mode.UNCONVERTED if is_symbolic or host.mode.is_traced else Mode.EAGER
    result = host.call(function, k.as_positional(*(k.as_traced(host, item) for item in items)), mode)
    return k.as_symbolic(host, result) if is_symbolic else result
