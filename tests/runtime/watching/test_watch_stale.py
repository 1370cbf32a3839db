"""A capture is called stale when a new trace would do something else, and only then."""

from __future__ import annotations

import gc

import numpy as np
import pytest

from tests.runtime.watching.watched_notebook import WatchedNotebook
from tests.untraced import functions_called, least_seconds, machine_seconds

pytestmark = pytest.mark.tensorflow
tf = pytest.importorskip("tensorflow")

IMPORTS = "import dataclasses, types\nimport numpy as np\nimport tensorflow as tf\nimport keras\n"
CALL = "x = tf.constant([1.0, 2.0])\nbefore = f(x)"


def plain(expression):
    return f"@tf.function\ndef f(x):\n    return {expression}\n"


# name of the case: cells that define, the cell that changes, the path that goes stale
STALE = {
    "a number": (["rate = 0.5", plain("x * rate")], "rate = 0.25", "rate"),
    "an int that becomes a float": (["n = 2", plain("x * n + (1 if isinstance(n, int) else 0)")], "n = 2.0", "n"),
    "the variable of a loop": (["epoch = 0", plain("x + epoch")], "for epoch in range(3): pass", "epoch"),
    "augmented assignment": (["rate = 1.0", plain("x * rate")], "rate *= 0.5", "rate"),
    "a string": (["mode = 'a'", plain("x if mode == 'a' else -x")], "mode = 'b'", "mode"),
    "None": (["scale = None", plain("x if scale is None else x * scale")], "scale = 3.0", "scale"),
    "a tuple": (["pair = (1.0, 2.0)", plain("x * pair[1]")], "pair = (1.0, 3.0)", "pair[1]"),
    "a list changed in place": (["items = [1.0]", plain("x * len(items)")], "items.append(2.0)", "items"),
    "an item of a list": (["items = [1.0, 2.0]", plain("x * items[0]")], "items[0] = 3.0", "items[0]"),
    "an item of a dict": (["opts = {'rate': 1.0}", plain("x * opts['rate']")], "opts['rate'] = 2.0", "opts['rate']"),
    "a dict in a dict": (
        ["opts = {'a': {'b': 1.0}}", plain("x * opts['a']['b']")],
        "opts['a']['b'] = 2.0",
        "opts['a']['b']",
    ),
    "a new key of a dict": (["opts = {'a': 1.0}", plain("x * sum(opts.values())")], "opts['b'] = 2.0", "opts"),
    "a set": (["names = {'a'}", plain("x * len(names)")], "names.add('b')", "names"),
    "an attribute of a namespace": (
        ["config = types.SimpleNamespace(rate=1.0)", plain("x * config.rate")],
        "config.rate = 2.0",
        "config.rate",
    ),
    "an attribute of an attribute": (
        ["config = types.SimpleNamespace(inner=types.SimpleNamespace(rate=1.0))", plain("x * config.inner.rate")],
        "config.inner.rate = 2.0",
        "config.inner.rate",
    ),
    "an attribute of another object": (
        ["config = types.SimpleNamespace(rate=1.0)", plain("x * config.rate")],
        "config = types.SimpleNamespace(rate=2.0)",
        "config.rate",
    ),
    "a slot": (
        ["class C:\n    __slots__ = ('rate',)\nc = C()\nc.rate = 1.0", plain("x * c.rate")],
        "c.rate = 2.0",
        "c.rate",
    ),
    "an attribute of a class": (["class C:\n    rate = 1.0", plain("x * C.rate")], "C.rate = 2.0", "C.rate"),
    "an attribute behind a property": (
        [
            "class C:\n    hidden = 1.0\n    @property\n    def rate(self): return self.hidden\nc = C()",
            plain("x * c.rate"),
        ],
        "c.hidden = 2.0",
        "self.hidden",
    ),
    "an attribute that a method reads": (
        ["class C:\n    rate = 1.0\n    def of(self, x): return x * self.rate\nc = C()", plain("c.of(x)")],
        "c.rate = 2.0",
        "self.rate",
    ),
    "a global that __call__ reads": (
        ["rate = 1.0\nclass C:\n    def __call__(self, x): return x * rate\nc = C()", plain("c(x)")],
        "rate = 2.0",
        "rate",
    ),
    "a helper": (["def helper(x): return x", plain("helper(x)")], "def helper(x): return -x", "helper"),
    "the default of a helper": (
        ["def helper(x, by=1.0): return x * by", plain("helper(x)")],
        "def helper(x, by=2.0): return x * by",
        "helper",
    ),
    "a library function": (["act = tf.nn.relu", plain("act(x - 1.5)")], "act = tf.nn.tanh", "act"),
    "a global that a helper reads": (
        ["rate = 1.0\ndef helper(x): return x * rate", plain("helper(x)")],
        "rate = 2.0",
        "rate",
    ),
    "a global that a helper's helper reads": (
        ["rate = 1.0\ndef one(x): return x * rate\ndef two(x): return one(x)", plain("two(x)")],
        "rate = 2.0",
        "rate",
    ),
    "a global that an inner function reads": (
        ["rate = 1.0", "@tf.function\ndef f(x):\n    def inner(y): return y * rate\n    return inner(x)"],
        "rate = 2.0",
        "rate",
    ),
    "a global that a lambda in an argument reads": (
        ["rate = 1.0", plain("tf.map_fn(lambda y: y * rate, x)")],
        "rate = 2.0",
        "rate",
    ),
    "a closure variable": (
        [
            """
            def make():
                rate = 1.0
                def set_rate(value):
                    nonlocal rate
                    rate = value
                def inner(x): return x * rate
                return tf.function(inner), set_rate
            f, set_rate = make()
            """
        ],
        "set_rate(2.0)",
        "rate",
    ),
    "another hybrid function": (["g = tf.function(lambda x: x)", plain("g(x)")], "g = tf.function(lambda x: -x)", "g"),
    "an array changed in place": (["w = np.ones(2, 'float32')", plain("x * w")], "w[0] = 5.0", "w"),
    "an array that is another": (["w = np.ones(2, 'float32')", plain("x * w")], "w = w * 2", "w"),
    "a large array scaled in place": (
        ["w = np.ones([2000, 2], 'float32')", plain("tf.reduce_sum(w) * x")],
        "w *= 0.5",
        "w",
    ),
    "a NumPy scalar": (["w = np.float32(1)", plain("x * w")], "w = np.float32(2)", "w"),
    "a tensor": (["w = tf.constant(1.0)", plain("x * w")], "w = tf.constant(2.0)", "w"),
    "a variable that is another": (["w = tf.Variable(1.0)", plain("x * w")], "w = tf.Variable(2.0)", "w"),
    "a list of variables": (["ws = [tf.Variable(1.0)]", plain("x * ws[0]")], "ws[0] = tf.Variable(2.0)", "ws[0]"),
    "a layer that is another": (
        ["layer = keras.layers.Rescaling(1.0)", plain("layer(x)")],
        "layer = keras.layers.Rescaling(2.0)",
        "layer",
    ),
    "a loss that is another": (
        ["loss = keras.losses.MeanSquaredError()", plain("loss(x, -x)")],
        "loss = keras.losses.MeanAbsoluteError()",
        "loss",
    ),
    "a setting of a loss": (
        ["loss = keras.losses.Huber(delta=1.0)", plain("loss(x, -x)")],
        "loss = keras.losses.Huber(delta=0.5)",
        "loss",
    ),
    "an attribute of a layer of one's own": (
        [
            """
            class Scale(keras.layers.Layer):
                def __init__(self):
                    super().__init__()
                    self.rate = 1.0
                def call(self, x): return x * self.rate
            layer = Scale()
            """,
            plain("layer(x)"),
        ],
        "layer.rate = 2.0",
        "self.rate",
    ),
    "a global that a layer inside a model reads": (
        [
            """
            rate = 1.0
            class Scale(keras.layers.Layer):
                def call(self, x): return x * rate
            model = keras.Sequential([keras.Input((2,)), Scale()])
            """,
            plain("model(tf.reshape(x, [1, 2]))"),
        ],
        "rate = 2.0",
        "rate",
    ),
    "a list held by a tf.Module": (
        ["class M(tf.Module):\n    pass\nm = M()\nm.scales = [1.0]", plain("x * m.scales[0]")],
        "m.scales = [2.0]",
        "m.scales",
    ),
    "a batch normalization frozen": (
        [
            "layer = keras.layers.BatchNormalization()\n_ = layer(tf.ones([1, 2]))",
            plain("layer(x[None], training=True)"),
        ],
        "layer.trainable = False",
        "layer",
    ),
}

# the same, but a new trace would do the same
FRESH = {
    "an equal number": (["rate = 0.5", plain("x * rate")], "rate = 1.0 / 2"),
    "an equal tuple": (["pair = (1.0, 'a')", plain("x * pair[0]")], "pair = (1.0, 'a')"),
    "an equal list": (["items = [1.0, 2.0]", plain("x * items[1]")], "items = [1.0, 2.0]"),
    "an equal dict": (["opts = {'rate': 1.0}", plain("x * opts['rate']")], "opts = {'rate': 1.0}"),
    "not a number": (["nan = float('nan')", plain("x if nan != nan else nan")], "nan = float('nan')"),
    "the identical object": (["w = tf.Variable(1.0)", plain("x * w")], "w = w"),
    "a variable assigned to": (["w = tf.Variable(1.0)", plain("x * w")], "w.assign(2.0)"),
    "a learning rate assigned to": (
        ["opt = keras.optimizers.SGD(0.1)", plain("x * opt.learning_rate")],
        "opt.learning_rate = 0.2",
    ),
    "weights set": (
        ["layer = keras.layers.Dense(1)\nlayer.build([1, 2])", plain("layer(x[None])")],
        "layer.set_weights([np.ones([2, 1]), np.ones([1])])",
    ),
    "another key of a dict": (["opts = {'rate': 1.0, 'log': 1}", plain("x * opts['rate']")], "opts['log'] = 2"),
    "another attribute": (
        ["config = types.SimpleNamespace(rate=1.0, log=1)", plain("x * config.rate")],
        "config.log = 2",
    ),
    "another item of a list": (["items = [1.0, 2.0]", plain("x * items[0]")], "items[1] = 3.0"),
    "a name the function does not read": (["rate, other = 1.0, 2.0", plain("x * rate")], "other = 5.0"),
    "a local name like a global": (["y = 1.0", "@tf.function\ndef f(x):\n    y = 2.0\n    return x * y"], "y = 3.0"),
    "an attribute named like a global": (
        ["rate = 1.0\nc = types.SimpleNamespace(rate=2.0)", plain("x * c.rate")],
        "rate = 5.0",
    ),
    "a helper that is not called": (["def helper(x): return x", plain("x")], "def helper(x): return -x"),
    "a helper defined again without a change": (
        ["def helper(x): return x * 2", plain("helper(x)")],
        "# a comment\n\n\ndef helper(x): return x * 2",
    ),
    "an equal helper made by a factory": (
        ["def make(by):\n    return lambda x: x * by\nhelper = make(2.0)", plain("helper(x)")],
        "helper = make(2.0)",
    ),
    "a class defined again without a change": (
        ["class C:\n    def of(self, x): return x * 2", plain("C().of(x)")],
        "class C:\n    def of(self, x): return x * 2",
    ),
    "another object with equal attributes": (
        [
            "@dataclasses.dataclass(frozen=True)\nclass Config:\n    rate: float = 1.0\nconfig = Config()",
            plain("x * config.rate"),
        ],
        "config = Config()",
    ),
    "an equal array": (["w = np.ones(2, 'float32')", plain("x * w")], "w = np.ones(2, 'float32')"),
    "an equal tensor": (["w = tf.constant([1.0, 2.0])", plain("x * w")], "w = tf.constant([1.0, 2.0])"),
    "an equal loss": (
        ["loss = keras.losses.MeanSquaredError()", plain("loss(x, -x)")],
        "loss = keras.losses.MeanSquaredError()",
    ),
    "a list that is only appended to": (
        ["log = []", "@tf.function\ndef f(x):\n    log.append(1)\n    return x"],
        "log.append(2)",
    ),
    "a list in a dict that is only appended to": (
        ["log = {'loss': []}", "@tf.function\ndef f(x):\n    log['loss'].append(1)\n    return x"],
        "log['loss'].append(2)",
    ),
    "a global that the trace itself sets": (
        ["count = 0", "@tf.function\ndef f(x):\n    global count\n    count += 1\n    return x"],
        "pass",
    ),
    "a library module": ([plain("tf.nn.relu(x) * np.pi")], "import numpy as np, tensorflow as tf"),
    "a layer frozen that is only called": (
        ["layer = keras.layers.Dense(1)\nlayer.build([1, 2])", plain("layer(x[None])")],
        "layer.trainable = False",
    ),
    "a shadowed builtin": ([plain("x * len([1])")], "pass"),
    "a deleted name": (["rate = 1.0", plain("x * rate")], "kept = rate\ndel rate\nrate = kept"),
}


@pytest.fixture
def notebook(tmp_path):
    book = WatchedNotebook(tmp_path)
    book.watch.start()
    book.run(IMPORTS)
    yield book
    book.watch.stop()


def arrays(result):
    return [np.asarray(each) for each in tf.nest.flatten(result)]


def graph_is_stale(notebook):
    """Ask TensorFlow: does a new trace give another result than the one there is?"""
    function, x = notebook.namespace["f"], notebook.namespace["x"]
    there, new = arrays(function(x)), arrays(tf.function(function.python_function)(x))
    return any(not np.array_equal(one, other) for one, other in zip(there, new, strict=True))


@pytest.mark.parametrize("case", STALE)
def test_change_that_the_graph_does_not_see_is_reported(notebook, case):
    cells, change, path = STALE[case]
    for cell in [*cells, CALL]:
        notebook.run(cell)
        assert notebook.told == ()
    notebook.run(change)

    assert graph_is_stale(notebook)
    assert path in [stale.path for stale in notebook.told]


@pytest.mark.parametrize("case", FRESH)
def test_change_that_makes_no_difference_is_not_reported(notebook, case):
    cells, change = FRESH[case]
    for cell in [*cells, CALL, change]:
        notebook.run(cell)

    assert not graph_is_stale(notebook)
    assert notebook.told == ()


METHOD = """
class Trainer:
    def __init__(self): self.rate = 1.0
    @tf.function
    def step(self, x): return x * self.rate
trainer = Trainer()
"""


def test_attribute_of_the_object_of_a_method_is_reported(notebook):
    notebook.run(METHOD)
    notebook.run("trainer.step(tf.ones([]))")
    notebook.run("trainer.rate = 2.0")

    (stale,) = notebook.told
    assert (stale.function, stale.path, stale.change) == ("Trainer.step", "self.rate", "set anew")
    assert float(notebook.namespace["trainer"].step(tf.ones([]))) == 1.0  # so it is


def test_attribute_of_another_object_is_not(notebook):
    notebook.run(METHOD)
    notebook.run("other = Trainer()\ntrainer.step(tf.ones([]))")
    notebook.run("other.rate = 2.0\ntrainer.unread = 3.0")

    assert notebook.told == ()


TRAINING = """
model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(3), keras.layers.Dense(1)])
optimizer = keras.optimizers.Adam()
"""
STEP = """
@tf.function
def train_step(x):
    with tf.GradientTape() as tape:
        loss = tf.reduce_sum(model(x, training=True))
    gradients = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(gradients, model.trainable_variables))
    return loss
"""
TRAIN = "for _ in range(2): train_step(tf.ones([1, 2]))"


@pytest.fixture
def trained(notebook):
    notebook.run(TRAINING)
    notebook.run(STEP)
    notebook.run(TRAIN)
    assert notebook.told == ()
    return notebook


def test_model_built_again_is_reported_with_the_cell_to_run_again(trained):
    trained.run(TRAINING)

    model, optimizer = sorted(trained.told, key=lambda stale: stale.path)
    assert model.message == (
        "`model` was rebound (In [5]) after `train_step` was traced: "
        "the graph keeps the old model, and goes on with its weights"
    )
    assert model.advice == "Run the cell that defines `train_step` (In [3]) again."
    assert optimizer.path == "optimizer"
    assert (model.cell, model.defined[1]) == (5, 3)


def test_running_the_advised_cell_again_cures_it(trained):
    trained.run(TRAINING)
    trained.run(STEP)
    trained.run(TRAIN)

    assert trained.told == ()
    assert trained.watch.report().stale == ()


def test_training_on_changes_nothing(trained):
    trained.run(TRAIN)
    trained.run("optimizer.learning_rate = 0.5\nmodel.layers[0].set_weights([np.ones([2, 3]), np.ones([3])])")

    assert trained.told == ()


def test_layer_frozen_after_the_training_step_was_traced_is_reported(trained):
    trained.run("model.layers[0].trainable = False")
    kernel = trained.namespace["model"].layers[0].kernel
    before = kernel.numpy()
    trained.run(TRAIN)

    assert not np.array_equal(kernel.numpy(), before)  # the graph trains it all the same
    (stale,) = trained.watch.report().stale
    assert (stale.path, stale.change) == ("model", "(un)frozen")


def test_stale_capture_is_told_once_and_stays_in_the_report(notebook):
    for cell in ["rate = 1.0", plain("x * rate"), CALL, "rate = 2.0"]:
        notebook.run(cell)
    assert len(notebook.told) == 1
    notebook.run("x = 1")

    assert notebook.told == ()
    assert [stale.cell for stale in notebook.watch.report().stale] == [5]


def test_further_change_is_told_again(notebook):
    for cell in ["rate = 1.0", plain("x * rate"), CALL, "rate = 2.0", "rate = 3.0"]:
        notebook.run(cell)

    assert [stale.cell for stale in notebook.told] == [6]


def test_change_that_is_taken_back_is_stale_no_more(notebook):
    for cell in ["rate = 1.0", plain("x * rate"), CALL, "rate = 2.0", "rate = 1.0"]:
        notebook.run(cell)

    assert notebook.told == ()
    assert notebook.watch.report().stale == ()


def test_earlier_trace_stays_stale_though_a_later_one_has_seen_the_change(notebook):
    for cell in ["rate = 1.0", plain("x * rate"), CALL, "rate = 2.0\nafter = f(tf.ones([5]))"]:
        notebook.run(cell)

    assert notebook.namespace["after"].numpy()[0] == 2.0
    assert graph_is_stale(notebook)
    assert [stale.message for stale in notebook.told] == [
        "`rate` was rebound (In [5]) after `f` was traced: the graphs made before that go on with the old one"
    ]


def test_change_before_the_first_trace_is_seen_by_it(notebook):
    for cell in ["rate = 1.0", plain("x * rate"), "rate = 2.0", CALL]:
        notebook.run(cell)
        assert notebook.told == ()


def test_helper_is_named_where_it_reads(notebook):
    for cell in ["rate = 1.0\ndef helper(x): return x * rate", plain("helper(x)"), CALL, "rate = 2.0"]:
        notebook.run(cell)

    (stale,) = notebook.told
    assert stale.reader == "helper"
    assert stale.message == (
        "`rate`, which `helper` reads, was rebound (In [5]) after `f` was traced: the graph keeps the old value"
    )


def test_change_in_the_cell_that_defines_the_function_needs_an_argument(notebook):
    notebook.run("rate = 1.0\n" + plain("x * rate") + "for _ in range(2):\n    f(tf.ones([]))\n    rate *= 0.5")

    (stale,) = notebook.told
    assert stale.advice == "Pass `rate` as an argument, or make it a `tf.Variable` and `assign` to it."


def test_function_that_is_gone_is_not_reported(notebook):
    for cell in ["rate = 1.0", plain("x * rate"), CALL, "del f", "rate = 2.0"]:
        notebook.run(cell)

    assert notebook.told == ()


def test_function_defined_again_under_its_name_is_not_reported_even_while_it_lives(notebook):
    for cell in ["rate = 1.0", plain("x * rate"), CALL, "kept = [f]\nf = None", "rate = 2.0"]:
        notebook.run(cell)

    assert notebook.told == ()


def test_captures_of_a_function_traced_before_watching_are_compared_from_then_on(notebook):
    notebook.watch.stop()
    for cell in ["rate = 1.0", plain("x * rate"), CALL]:
        notebook.run(cell)
    notebook.watch.start()
    notebook.run("rate = 2.0")

    assert [stale.path for stale in notebook.told] == ["rate"]


def test_nothing_is_checked_when_not_watching(notebook):
    for cell in ["rate = 1.0", plain("x * rate"), CALL]:
        notebook.run(cell)
    notebook.watch.stop()
    notebook.run("rate = 2.0")

    assert notebook.told == ()


HOSTILE = """
class Hostile:
    armed = False
    def __getattr__(self, name): return self.harm()
    def __getattribute__(self, name):
        if Hostile.armed: raise SystemError(name)
        return object.__getattribute__(self, name)
    def harm(self, *args):
        if Hostile.armed: raise SystemError
        return 1.0
    __len__ = __iter__ = __hash__ = __eq__ = __bool__ = __repr__ = __getitem__ = __index__ = __array__ = harm
    __class__ = rate = property(harm)
hostile = Hostile()
class HostileList(list):
    def __iter__(self): return hostile.harm()
    def __len__(self): return hostile.harm()
items = HostileList([1.0])
"""


def test_check_runs_none_of_the_users_code(notebook):
    notebook.run(HOSTILE)
    notebook.run(
        """
        @tf.function(autograph=False)
        def f(x):
            never = lambda: (hostile, hostile.rate, hostile["a"], hostile(1), items[0], hostile.harm(), len(items))
            return x
        """
    )
    notebook.run("Hostile.armed = True\nf(tf.ones([]))")
    notebook.run("hostile = Hostile()")

    assert {stale.path for stale in notebook.told} == {"hostile"}
    assert notebook.watch.rescan() == ("f",)


def test_twenty_functions_are_checked_in_about_a_millisecond(notebook):
    notebook.run(
        TRAINING + "rates = {'a': 1.0, 'b': [1, 2, 3]}\nmean = np.ones(200)\ndef helper(x): return x * rates['a']"
    )
    for number in range(20):
        notebook.run(
            f"@tf.function\ndef f{number}(x): return helper(model(x)) + mean.sum() + len(rates['b'])\n"
            f"f{number}(tf.ones([1, 2]))"
        )
    gc.collect()
    found = []

    def check():
        found.append(notebook.watch.check())

    assert functions_called(check) < 7_000
    assert least_seconds(check) < machine_seconds(5e-3)  # half a millisecond on an idle machine
    assert set(found) == {()}


FUNCTIONAL = """\
inputs = keras.Input((2,))
model = keras.Model(inputs, keras.layers.Dense(1)(inputs))

class Trainer:
    def __init__(self, model):
        self.model = model

trainer = Trainer(model)

@tf.function
def f(x):
    return trainer.model(x) + model(x)
"""


def test_functional_model_is_watched_like_any_other(tmp_path):
    notebook = WatchedNotebook(tmp_path)
    notebook.run(IMPORTS)
    notebook.watch.start()
    notebook.run(FUNCTIONAL)
    notebook.run("y = f(tf.ones([1, 2]))\nfor v in model.variables: v.assign(2 * v)")
    assert notebook.told == ()

    notebook.run("trainer.model = keras.Model(inputs, keras.layers.Dense(1)(inputs))")
    assert [capture.path for capture in notebook.told] == ["trainer.model"]
