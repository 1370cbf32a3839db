"""Keras' settings, carried to another thread."""

import threading

import pytest

keras = pytest.importorskip("keras")
pytestmark = pytest.mark.tensorflow

from jupyter_hybridize.runtime.state.thread_state import capture_thread_state  # noqa: E402


def seen_by_a_thread(*, prepare):
    seen = []

    def look():
        prepare()
        seen.append((keras.config.dtype_policy().name, keras.layers.Dense(1).dtype_policy.name))

    thread = threading.Thread(target=look)
    thread.start()
    thread.join()
    return seen[0]


@pytest.fixture
def mixed():
    keras.config.set_dtype_policy("mixed_float16")
    yield
    keras.config.set_dtype_policy("float32")


def test_settings_of_keras_stay_behind_unless_they_are_carried(mixed):
    assert seen_by_a_thread(prepare=lambda: None) == ("float32", "float32")
    assert seen_by_a_thread(prepare=capture_thread_state()) == ("mixed_float16", "mixed_float16")


def test_settings_made_in_the_thread_do_not_come_back(mixed):
    assume = capture_thread_state()

    def prepare():
        assume()
        keras.config.set_dtype_policy("float64")

    assert seen_by_a_thread(prepare=prepare) == ("float64", "float64")
    assert keras.config.dtype_policy().name == "mixed_float16"
