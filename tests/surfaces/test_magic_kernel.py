"""The sub-commands in a real kernel with TensorFlow."""

import pytest

pytest.importorskip("tensorflow")
pytestmark = pytest.mark.tensorflow

from jupyter_hybridize.surfaces.result_payload import BENCHMARK_TYPE, VERIFICATION_TYPE  # noqa: E402
from jupyter_hybridize.surfaces.watch_output import WATCH_TYPE  # noqa: E402
from tests.surfaces.notebook_front_end import FrontEnd  # noqa: E402

CELL = """\
import tensorflow as tf
total = tf.Variable(0.0)
x = tf.ones([4, 4])

def step(x):
    for _ in tf.range(5):
        x = tf.tanh(x)
    total.assign_add(tf.reduce_sum(x))
    return x

class Trainer:
    def __init__(self):
        self.count = tf.Variable(0)
    def step(self, x):
        self.count.assign_add(1)
        return tf.matmul(x, x)

trainer = Trainer()

def leaky(x):
    return x.numpy().sum()

@tf.function
def scaled(x, epoch):
    return x * rate * epoch

rate = 0.5

def applied(pick, x):
    return pick(x)

def as_array(x):
    return x.numpy()

def halved(x):
    return x / 2.0
"""


INTERRUPTED = """\
import os, signal, sys, threading, time
cells = threading.get_ident()

def is_measuring():
    frame = sys._current_frames()[cells]
    while frame and frame.f_code.co_name != "measure":
        frame = frame.f_back
    return frame

def interrupt():
    while not is_measuring():
        time.sleep(0.01)
    os.kill(os.getpid(), signal.SIGINT)

total.assign(3.0)
threading.Thread(target=interrupt, daemon=True).start()
%hybridize bench --seconds 300 step(x)
"""


@pytest.fixture(scope="module")
def kernel():
    front_end = FrontEnd()
    front_end.run("%load_ext jupyter_hybridize")
    front_end.run(CELL)
    front_end.run("for _ in range(2):\n    y = step(x)\nz = trainer.step(x)")
    front_end.run("total.assign(0.0); trainer.count.assign(0)")
    yield front_end
    front_end.close()


def shown(kernel, mime):
    return kernel.bundle(mime)[mime]


def test_name_alone_is_verified_on_a_call_from_a_cell_and_the_report_says_so(kernel):
    kernel.run("%hybridize verify step")

    verification = shown(kernel, VERIFICATION_TYPE)
    assert verification["outcome"] == "verified", verification
    assert verification["inputs"] == ["x: float32[4,4]"]
    kernel.run("assert total.numpy() == 0.0")
    kernel.run("%hybridize")
    assert "graph and eager execution agreed on `x: float32[4,4]`" in kernel.bundle("text/html")["text/plain"]


@pytest.mark.parametrize("target", ["trainer.step", "Trainer.step", "trainer.step(x)"])
def test_method_is_verified_by_any_of_its_names(kernel, target):
    kernel.run(f"%hybridize verify {target}")

    verification = shown(kernel, VERIFICATION_TYPE)
    assert (verification["function"], verification["outcome"]) == ("Trainer.step", "verified"), verification
    kernel.run("assert trainer.count.numpy() == 0")


def test_what_was_refused_on_some_inputs_is_tried_again_on_others(kernel):
    outcomes = []
    for pick in ("as_array", "halved", "as_array"):
        kernel.run(f"%hybridize verify applied({pick}, x)")
        verification = shown(kernel, VERIFICATION_TYPE)
        outcomes.append((verification["outcome"], verification["rule"]))

    assert outcomes == [("refused", "HYB201"), ("verified", None), ("refused", "HYB201")]


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("[garbage", "the signature is not Python: "),
        ("'[garbage]'", "`garbage` is not a `tf.TensorSpec(…)`"),
        ("'tf.TensorSpec([3])'", "the signature is not a list of `tf.TensorSpec(…)`"),
        ("'[tf.TensorSpec([garbage], tf.float32)]'", "cannot be read as a spec of a tensor"),
        ("'[tf.TensorSpec([3], tf.garbage)]'", "cannot be read as a spec of a tensor"),
    ],
)
def test_a_signature_that_cannot_be_read_is_told_in_one_line(kernel, written, said):
    kernel.text = ""
    begun = kernel.start(f"%hybridize bench --signature {written} step(x)")
    kernel.until(lambda: begun in kernel._ended)

    assert "--signature: " in kernel.text
    assert said in kernel.text
    assert kernel.text.strip().count("\n") == 0
    kernel.run("assert total.numpy() == 0.0")


def test_benchmark_shows_table_and_picture_and_keeps_the_state(kernel):
    kernel.run("%hybridize bench --seconds 0.5 --no-xla step(x)")

    payload = shown(kernel, BENCHMARK_TYPE)
    assert [timing["variant"] for timing in payload["timings"]] == ["eager", "graph"]
    assert payload["function"] == "step"
    assert payload["digest"]
    assert payload["predicted"]["ops"] > 5
    assert kernel.has("image/png")
    kernel.run("assert total.numpy() == 0.0")


def test_result_of_an_edited_function_is_marked(kernel):
    kernel.run("%hybridize verify trainer.step")
    kernel.run("%hybridize history")
    assert "edited since" not in list(kernel.shown.values())[-1]["text/plain"]


def test_interrupt_leaves_the_state_and_takes_one_line(kernel):
    kernel.text = ""
    begun = kernel.start(INTERRUPTED)
    kernel.until(lambda: begun in kernel._ended)

    assert "interrupted; your variables are as they were" in kernel.text, kernel.text
    assert "Traceback" not in kernel.text
    kernel.run("assert total.numpy() == 3.0\ntotal.assign(0.0)")


def test_watch_names_the_argument_that_traces_again_and_the_stale_capture(kernel):
    kernel.text = ""
    kernel.run("%hybridize watch scaled")
    assert "watching `scaled`" in kernel.text
    kernel.run("for epoch in range(4):\n    scaled(x, epoch)")
    assert "`epoch` is a Python int" in list(kernel.shown.values())[-1]["text/plain"]
    kernel.run("rate = 0.25")
    assert "`rate` was rebound" in list(kernel.shown.values())[-1]["text/plain"]

    kernel.run("%hybridize bench --seconds 0.5 --no-xla scaled(x, 3)")
    kernel.run("%hybridize watch report")
    (function,) = shown(kernel, WATCH_TYPE)["functions"]
    assert (function["name"], function["traces"]) == ("scaled", 4), "the benchmark's own traces do not count"
    assert "▲" in kernel.bundle(WATCH_TYPE)["text/plain"]
    kernel.run("%hybridize watch off")
    count = len(kernel.shown)
    kernel.run("scaled(x, 77);")
    assert len(kernel.shown) == count
