"""What `tf.lite` leaves in a program's names is among what the overlay says, and what it runs, it runs at once."""

from __future__ import annotations

import pytest

from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.value import TOP, array
from jupyter_hybridize.knowledge.host import Mode
from tests.knowledge.keras_programs import interpret, names_of
from tests.knowledge.overlay_calls import KNOWLEDGE
from tests.knowledge.recording_host import RecordingHost
from tests.knowledge.test_keras_real import disagreements, indented

PROGRAM = """
    model = keras.Sequential([keras.layers.Input((3,)), keras.layers.Dense(2)])
    converter = tf.lite.TFLiteConverter.from_keras_model(model); converter.optimizations = [tf.lite.Optimize.DEFAULT]
    content = converter.convert(); interpreter = tf.lite.Interpreter(model_content=content)
    nothing = interpreter.allocate_tensors(); inputs = interpreter.get_input_details()
    outputs = interpreter.get_output_details(); index = int(inputs[0]['index']); shape = inputs[0]['shape']
    interpreter.set_tensor(index, np.ones([1, 3], np.float32)); done = interpreter.invoke()
    result = interpreter.get_tensor(int(outputs[0]['index'])); y = model(tf.ones([2, 3]))
    del shape, converter
"""


@pytest.mark.tensorflow
def test_what_a_program_computes_is_described() -> None:
    assert disagreements(indented(PROGRAM)) == []


def test_a_model_is_known_after_it_was_converted() -> None:
    names = names_of(interpret(indented(PROGRAM)))
    assert {name: str(names[name]) for name in ("content", "result", "y")} == {
        "content": "bytes",
        "result": "np ?[…]",
        "y": "f32[2,2]",
    }


def test_a_function_that_gives_examples_is_called_by_the_converter() -> None:
    program = """
        def examples():
            yield [np.ones([1, 3], np.float32)]
        converter = tf.lite.TFLiteConverter.from_keras_model(keras.Sequential([keras.layers.Dense(2)]))
        converter.representative_dataset = examples
        content = converter.convert()
    """
    assert names_of(interpret(indented(program)))["content"] == TOP


def test_an_interpreter_wants_values() -> None:
    at = RecordingHost(Mode.CONVERTED, KNOWLEDGE)
    made = KNOWLEDGE.call(at.invoke("tensorflow.lite.Interpreter"))
    KNOWLEDGE.call_method("tensorflow.lite.Interpreter", at.invoke("set_tensor", array("float32"), receiver=made))
    assert EffectKind.PERFORMS_IO in at.kinds()
