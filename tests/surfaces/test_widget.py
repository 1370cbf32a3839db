"""The widget in a real kernel: clicks are messages, as a front end sends them."""

import importlib.metadata

import pytest

pytest.importorskip("tensorflow")
pytest.importorskip("ipywidgets")
pytestmark = pytest.mark.tensorflow

from jupyter_hybridize.surfaces.gate import BUSY, LATE  # noqa: E402
from jupyter_hybridize.surfaces.result_payload import BENCHMARK_TYPE, VERIFICATION_TYPE  # noqa: E402
from tests.surfaces.notebook_front_end import FrontEnd  # noqa: E402

HAS_SUBSHELLS = int(importlib.metadata.version("ipykernel").partition(".")[0]) >= 7
PRELUDE = "import os, time\nimport tensorflow as tf\nfrom pathlib import Path\n%load_ext jupyter_hybridize\n"
# How long others keep the kernel waiting says nothing of a function.
CLOCK = "from jupyter_hybridize.runtime.measurement import timing\ntiming.perf_counter = time.process_time"
STEP = """\
total = tf.Variable(0.0)
x = tf.ones([8, 8])
def step(x):
    for _ in tf.range(20):
        x = tf.tanh(tf.matmul(x, x))
    total.assign_add(tf.reduce_sum(x))
    return x
"""
SLOW = """\
def slow(x):
    for _ in tf.range(1000):
        x = tf.tanh(x)
    return step(x)
"""


@pytest.fixture(scope="module")
def kernel():
    front_end = FrontEnd()
    front_end._ended = set()
    front_end.run(PRELUDE)
    front_end.run(CLOCK)
    front_end.run(STEP, cell_id="cell-of-step")
    front_end.run(SLOW)
    front_end.run("for _ in range(3):\n    y = step(x)\ntotal.assign(0.0)")
    yield front_end
    front_end.close()


@pytest.fixture
def front_end(kernel):
    kernel.run("%hybridize widget step")
    kernel.text = ""
    yield kernel
    kernel.click("Stop")
    kernel.until(lambda: kernel.is_enabled("Benchmark"))


def is_done(front_end):
    return lambda: front_end.is_enabled("Benchmark") and "…" not in front_end.status


def test_widget_begins_with_a_real_call_and_the_verdict(front_end):
    assert front_end.value("Call") == "step(x)"
    assert front_end.value("Function") if "value" in front_end.widgets[front_end.widget("Function")] else True
    said = [state["value"] for state in front_end.widgets.values() if state.get("_model_name") == "HTMLModel"]
    assert any("<code>step</code>" in text for text in said)
    assert front_end.is_enabled("Verify")
    assert not front_end.is_enabled("Stop")


def test_verification_arrives_as_an_output_that_stays(front_end):
    front_end.click("Verify")
    front_end.until(lambda: front_end.has(VERIFICATION_TYPE))
    front_end.until(is_done(front_end))

    bundle = front_end.bundle(VERIFICATION_TYPE)
    assert bundle[VERIFICATION_TYPE]["outcome"] == "verified"
    assert "verified  step" in bundle["text/plain"]
    assert "verified" in front_end.status


def test_benchmark_arrives_as_table_json_and_picture_and_changes_nothing(front_end):
    front_end.set("Seconds", value=0.5)
    front_end.click("Benchmark")
    front_end.until(lambda: front_end.has("image/png"))
    front_end.until(is_done(front_end))

    bundle = front_end.bundle(BENCHMARK_TYPE)
    assert bundle[BENCHMARK_TYPE]["call"] == "step(x)"
    assert bundle[BENCHMARK_TYPE]["state_restored"]
    assert "<table>" in bundle["text/html"]
    assert "faster" in front_end.status
    front_end.run("assert total.numpy() == 0.0")


def begin_a_long_benchmark(front_end, subshell=None):
    """Begin one that takes ten seconds: so much later than the kernel no test is, however busy the machine."""
    front_end.set("Call", value="slow(x)")
    front_end.set("Seconds", value=120.0)
    front_end.click("Benchmark", subshell)
    front_end.until(lambda: "Measuring" in front_end.status)


def test_stop_ends_a_run_and_shows_what_there_is(front_end):
    begin_a_long_benchmark(front_end)
    front_end.click("Stop")

    front_end.until(is_done(front_end))
    notes = front_end.bundle(BENCHMARK_TYPE)[BENCHMARK_TYPE]["notes"]
    assert "stopped early" in notes
    front_end.run("assert total.numpy() == 0.0")


def test_cell_ends_the_run_and_finds_everything_as_it_was(front_end):
    begin_a_long_benchmark(front_end)
    front_end.run("seen = float(total)\nprint('seen', seen)")

    front_end.until(is_done(front_end))
    front_end.until(lambda: "seen 0.0" in front_end.text)


def test_second_click_does_not_start_a_second_run(front_end):
    begin_a_long_benchmark(front_end)
    front_end.click("Verify")

    front_end.until(lambda: "Another run is under way" in front_end.status)


def test_click_made_while_a_cell_runs_is_refused(front_end, tmp_path):
    go = tmp_path / "go"
    front_end.start(f"while not Path({str(go)!r}).exists():\n    time.sleep(0.02)\ntime.sleep(0.5)")
    front_end.click("Benchmark")
    go.touch()

    front_end.until(lambda: LATE in front_end.status)
    assert front_end.is_enabled("Benchmark")


@pytest.mark.skipif(not HAS_SUBSHELLS, reason="this ipykernel has no subshells")
def test_clicks_on_a_subshell_are_refused_beside_a_cell_and_work_without_one(front_end, tmp_path):
    front_end.run(
        "import ipywidgets\n"
        "for button in ipywidgets.Widget._active_widgets.values() if hasattr(ipywidgets.Widget, '_active_widgets') "
        "else ipywidgets.widgets.widget._instances.values():\n"
        "    if isinstance(button, ipywidgets.Button):\n"
        "        button.comm._reply_subshell_for = lambda data, default: default\n"
    )
    subshell, go = front_end.new_subshell(), tmp_path / "go"
    busy = front_end.start(f"print('begun', flush=True)\nwhile not Path({str(go)!r}).exists():\n    time.sleep(0.02)")
    front_end.until(lambda: "begun" in front_end.text)  # a click on a subshell would overtake a cell that is to begin
    front_end.click("Benchmark", subshell)
    front_end.until(lambda: BUSY in front_end.status)
    assert busy not in front_end._ended
    go.touch()
    front_end.until(lambda: busy in front_end._ended)

    begin_a_long_benchmark(front_end, subshell)
    front_end.click("Stop", subshell)
    front_end.until(is_done(front_end))
    assert "stopped early" in front_end.bundle(BENCHMARK_TYPE)[BENCHMARK_TYPE]["notes"]
    front_end.run("assert total.numpy() == 0.0")


def test_mistake_in_the_call_is_told(front_end):
    front_end.set("Call", value="step(nothing_like_it)")
    front_end.click("Benchmark")
    front_end.until(lambda: "nothing_like_it" in front_end.status)

    front_end.until(is_done(front_end))
    assert "cannot be evaluated" in front_end.status


def code_shown(front_end):
    return [s["value"] for s in front_end.widgets.values() if s.get("_model_name") == "TextareaModel"][-1]


def test_decorated_cell_is_shown_to_be_copied(front_end):
    front_end.click("Copy decorated code")
    front_end.until(lambda: "@tf.function" in code_shown(front_end))

    assert code_shown(front_end) == STEP.rstrip("\n").replace("def step", "@tf.function\ndef step")


def test_apply_without_a_sidebar_tells_how_to_do_it(front_end):
    front_end.click("Apply")
    front_end.until(lambda: "cannot write into a cell" in front_end.status or "Verify it first" in front_end.status)

    assert "@tf.function\ndef step" in code_shown(front_end)


def test_apply_asks_a_sidebar_to_write_into_the_cell(front_end):
    front_end.open_comm("jupyter_hybridize", "sidebar")
    front_end.until(lambda: bool(front_end.sent))
    assert "news" in front_end.sent[0]["type"], "it may have asked before something was recorded"
    front_end.click("Apply")
    front_end.until(lambda: len(front_end.sent) > 1)
    (message,) = front_end.sent[1:]

    assert message["cell"] == {"id": "cell-of-step", "count": 3}
    assert message["before"] == STEP.rstrip("\n")
    assert message["after"].count("@tf.function") == 1
    front_end.tell("sidebar", {"request": message["request"], "applied": True})
    front_end.until(lambda: "Written into the cell" in front_end.status)
    front_end.tell("sidebar", {}, kind="comm_close")


KERAS = """\
import keras
keras.utils.set_random_seed(1)
keras.config.set_dtype_policy("mixed_float16")
model = keras.Sequential([keras.Input([4]), keras.layers.Dense(3), keras.layers.Dropout(0.5), keras.layers.Dense(1)])
adam = keras.optimizers.Adam()
batch = tf.ones([16, 4])
policy = keras.config.dtype_policy
seen = []
def train(batch):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.cast(model(batch, training=True), tf.float32))
    adam.apply_gradients(zip(tape.gradient(loss, model.trainable_variables), model.trainable_variables))
    return loss
"""
LOOK = "[w.numpy().tobytes() for w in model.variables], adam.built, len(adam.variables), dict(vars(policy()))"


def test_training_step_of_keras_is_as_if_it_had_never_been_measured(kernel):
    kernel.run(KERAS)
    kernel.run(f"before = {LOOK}\n%hybridize widget train(batch)")
    kernel.set("Seconds", value=0.5)
    kernel.click("Benchmark")
    kernel.until(lambda: is_done(kernel)() and bool(kernel.status))

    payload = kernel.bundle(BENCHMARK_TYPE)[BENCHMARK_TYPE]
    assert payload["call"] == "train(batch)", kernel.status
    assert payload["state_restored"], payload["notes"]
    kernel.run(f"assert before == ({LOOK})")
    kernel.run("assert not adam.built and policy().name == 'mixed_float16'")
