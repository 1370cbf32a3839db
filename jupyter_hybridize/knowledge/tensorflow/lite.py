"""``tf.lite``: converting a model into a file's bytes, and running such a file on arrays."""

from __future__ import annotations

from typing import Final

from jupyter_hybridize.domain.value import NONE, TOP, AbstractValue, Instance, array, scalar
from jupyter_hybridize.knowledge.host import Call
from jupyter_hybridize.knowledge.overlay import Overlay
from jupyter_hybridize.knowledge.python.arguments import perform_io, unknown_call
from jupyter_hybridize.knowledge.stdlib.registration import pure, register_methods

OVERLAY: Final = Overlay()
INTERPRETER: Final = "tensorflow.lite.Interpreter"
CONVERTER: Final = "tensorflow.lite.TFLiteConverter"
_OF_LIBRARY: Final = ("keras.", "tensorflow.")
_REASON: Final = "lite"
OVERLAY.cls(INTERPRETER, CONVERTER)


@OVERLAY.function(INTERPRETER)
def interpreter(call: Call) -> AbstractValue:
    """Load a model."""
    perform_io(call, _REASON)
    return call.host.new_object(INTERPRETER)


@OVERLAY.function(f"{CONVERTER}.from_saved_model")
def from_file(call: Call) -> AbstractValue:
    """Make a converter of a folder."""
    perform_io(call, _REASON)
    return call.host.new_object(CONVERTER)


@OVERLAY.function(CONVERTER, f"{CONVERTER}.from_keras_model")
def from_model(call: Call) -> AbstractValue:
    """Make a converter of a model; converting it traces it, which runs the program's code if the model is its own."""
    perform_io(call, _REASON)
    given = call.argument(0, "model")
    if not given.atoms or any(not isinstance(a, Instance) or not a.cls.startswith(_OF_LIBRARY) for a in given.atoms):
        return unknown_call(call, "callback")
    return call.host.new_object(CONVERTER)


@OVERLAY.method(CONVERTER, "convert")
def convert(call: Call) -> AbstractValue:
    """Return the file's bytes; a function that gives examples is called for them."""
    perform_io(call, _REASON)
    for each in call.receiver.each(Instance):
        examples = call.host.load(each.site).attributes.get("representative_dataset", NONE)
        if examples != NONE:
            return unknown_call(call, "callback")
    return scalar("bytes")


def _details(call: Call) -> AbstractValue:
    """Return a description of each tensor."""
    return call.host.new_list(None, call.host.new_dict(None, scalar("str"), TOP))


register_methods(OVERLAY, INTERPRETER, pure(_details), "get_input_details get_output_details get_tensor_details")
register_methods(OVERLAY, INTERPRETER, pure(array()), "get_tensor")


@OVERLAY.method(INTERPRETER, "allocate_tensors", "set_tensor", "invoke", "resize_tensor_input", "reset_all_variables")
def run(call: Call) -> AbstractValue:
    """Change the interpreter's own memory, with values only."""
    pure(NONE)(call)
    perform_io(call, _REASON)
    return NONE
