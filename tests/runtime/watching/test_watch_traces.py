"""Each cause of a new trace, brought about on TensorFlow itself, is named together with its argument."""

from __future__ import annotations

import gc
import logging
import sys
import threading
import traceback
import weakref

import pytest

from jupyter_hybridize.results.watch import TraceCause
from tests.runtime.watching.watched_notebook import WatchedNotebook

pytestmark = pytest.mark.tensorflow
tf = pytest.importorskip("tensorflow")

SETUP = """
import numpy as np
import tensorflow as tf


@tf.function
def doubled(x, epoch=0, *more, flag=True, mask=None, options=None):
    return 1.0 if isinstance(x, tf.data.Iterator) else x
"""


@pytest.fixture
def notebook(tmp_path):
    book = WatchedNotebook(tmp_path)
    book.watch.start()
    book.run(SETUP)
    yield book
    book.watch.stop()


def last(notebook, cell):
    return notebook.run(cell)[-1]


def test_first_trace_needs_no_explanation(notebook):
    (event,) = notebook.run("doubled(tf.ones([2]))")

    assert (event.cause, event.number, event.is_fine, event.advice) == (TraceCause.FIRST, 1, True, "")
    assert event.call[1:3] == (2, 1)


def test_call_that_finds_its_trace_is_no_event(notebook):
    assert len(notebook.run("doubled(tf.ones([2])); doubled(tf.zeros([2])); doubled(np.ones([2], np.float32))")) == 1


def test_python_number_is_named_with_its_values(notebook):
    event = last(notebook, "for number in (3, 4, 5, 9): doubled(tf.ones([2]), number)")

    assert event.cause is TraceCause.NUMBER
    assert event.changes[0].parameter == "epoch"
    assert event.shown == "`epoch` is a Python int: 3, 4, 5 … each a new trace"
    assert event.message == "`epoch` is a Python int, and each new value is a new trace"
    assert "tf.constant(epoch)" in event.advice
    assert not event.is_fine


def test_second_value_of_a_python_number_may_be_a_mode(notebook):
    assert last(notebook, "doubled(tf.ones([2]), 1); doubled(tf.ones([2]), 2)").is_fine


def test_float_that_decays_is_named(notebook):
    event = last(notebook, "for n in range(3): doubled(tf.ones([2]), 0.5**n)")

    assert event.shown == "`epoch` is a Python float: 1, 0.5, 0.25, each a new trace"


def test_numpy_scalar_and_tensor_need_one_trace_for_all_values(notebook):
    events = notebook.run(
        "for n in range(3): doubled(tf.ones([2]), tf.constant(n)); doubled(tf.ones([2]), np.int32(n))"
    )

    assert len(events) == 1


def test_training_flag_is_fine(notebook):
    event = last(notebook, "for flag in (True, False, True): doubled(tf.ones([2]), flag=flag)")

    assert (event.cause, event.changes[0].parameter, event.is_fine) == (TraceCause.FLAG, "flag", True)


def test_label_that_is_new_in_each_call_is_not_fine_and_not_shown(notebook):
    event = last(notebook, "for n in range(6): doubled(tf.ones([2]), flag=f'secret {n}')")

    assert event.cause is TraceCause.FLAG
    assert not event.is_fine
    assert "secret" not in event.shown


def test_smaller_last_batch_is_named_with_the_signature_that_cures_it(notebook):
    event = last(notebook, "doubled(tf.ones([32, 10])); doubled(tf.ones([7, 10]))")

    assert event.cause is TraceCause.SHAPE
    assert event.message == "`x` changed its shape: float32[32,10] → float32[7,10], a smaller batch"
    assert "drop_remainder=True" in event.advice
    assert "tf.TensorSpec([None, 10], tf.float32)" in event.advice
    assert not event.is_fine


def test_larger_shape_is_no_last_batch(notebook):
    event = last(notebook, "doubled(tf.ones([5, 2])); doubled(tf.ones([5, 3]))")

    assert "tf.TensorSpec([5, None], tf.float32)" in event.advice
    assert "drop_remainder" not in event.advice


def test_shape_is_compared_with_the_trace_that_is_most_alike(notebook):
    event = last(notebook, "doubled(tf.ones([2]), flag=1.5); doubled(tf.ones([2, 2]), 7); doubled(tf.ones([3, 2]), 7)")

    assert [change.parameter for change in event.changes] == ["x"]
    assert event.changes[0].before == "float32[2,2]"


def test_relaxed_shape_is_fine_and_ends_the_retracing(notebook):
    notebook.run("relaxed = tf.function(lambda x: x, reduce_retracing=True)")
    events = notebook.run("for size in range(1, 9): relaxed(tf.ones([size, 3]))")

    assert len(events) == 2
    assert events[-1].is_fine
    assert events[-1].changes[0].after == "float32[?,3]"


def test_input_signature_ends_the_retracing(notebook):
    notebook.run("fixed = tf.function(lambda x: x, input_signature=[tf.TensorSpec([None, 3])])")

    assert len(notebook.run("for size in range(1, 9): fixed(tf.ones([size, 3]))")) == 1


@pytest.mark.parametrize(
    ("cell", "cause", "parameter"),
    [
        ("doubled(tf.ones([2])); doubled(tf.ones([2, 2]))", TraceCause.RANK, "x"),
        ("doubled(tf.ones([2])); doubled(tf.ones([2], tf.int32))", TraceCause.DTYPE, "x"),
        ("doubled(np.ones([2], np.float32)); doubled(np.ones([2]))", TraceCause.DTYPE, "x"),
        ("doubled(tf.ones([2])); doubled(tf.ones([2]), mask=tf.ones([2]))", TraceCause.KIND, "mask"),
        ("doubled(tf.ones([]), 1); doubled(tf.ones([]), tf.constant(1))", TraceCause.KIND, "epoch"),
        ("doubled(tf.ones([2])); doubled(tf.Variable([1.0, 2.0]))", TraceCause.KIND, "x"),
        ("doubled(tf.ones([2])); doubled(tf.ragged.constant([[1.0], []]))", TraceCause.KIND, "x"),
        ("doubled([tf.ones([])] * 3); doubled([tf.ones([])] * 4)", TraceCause.STRUCTURE, "x"),
        ("doubled([1.0, 2.0]); doubled([1.0, 3.0])", TraceCause.NUMBER, "x[1]"),
        ("doubled((tf.ones([2]), tf.ones([3]))); doubled((tf.ones([2]), tf.ones([4])))", TraceCause.SHAPE, "x[1]"),
        ("doubled(1, options={'a': 1.5}); doubled(1, options={'b': 1.5})", TraceCause.STRUCTURE, "options"),
        ("doubled(1, options={'a': 1.5}); doubled(1, options={'a': 2.5})", TraceCause.NUMBER, "options['a']"),
        ("doubled(tf.ones([2])); doubled(tf.ones([2]), 0, tf.ones([]))", TraceCause.STRUCTURE, "more_0"),
        (
            "doubled(iter(tf.data.Dataset.range(3))); doubled(iter(tf.data.Dataset.range(3).batch(2)))",
            TraceCause.STRUCTURE,
            "x",
        ),
        ("doubled(tf.sparse.eye(2)); doubled(tf.sparse.eye(3))", TraceCause.SHAPE, "x"),
        ("doubled(1, mask=tf.float32); doubled(1, mask=tf.int32)", TraceCause.OBJECT, "mask"),
        ("doubled(1, mask=range(2)); doubled(1, mask=None)", TraceCause.KIND, "mask"),
        ("doubled(1, mask=lambda: 1); doubled(1, mask=lambda: 2)", TraceCause.OBJECT, "mask"),
        ("class A: pass\na, b = A(), A(); doubled(1, mask=a); doubled(1, mask=b)", TraceCause.OBJECT, "mask"),
    ],
)
def test_cause_and_argument_are_named(notebook, cell, cause, parameter):
    event = last(notebook, cell)

    assert (event.cause, event.changes[0].parameter) == (cause, parameter)
    assert f"`{parameter}`" in event.message


def test_none_that_becomes_a_tensor_is_fine(notebook):
    assert last(notebook, "doubled(tf.ones([2])); doubled(tf.ones([2]), mask=tf.ones([2]))").is_fine


def test_object_made_for_one_call_is_gone_at_the_next(notebook):
    event = last(notebook, "class A: pass\nfor _ in range(3): doubled(1, mask=A())")

    assert event.cause is TraceCause.OBJECT
    assert event.message == "`mask` is another A object than before, and the earlier one is gone"
    assert not event.is_fine


def test_another_variable_of_the_same_shape_needs_no_trace(notebook):
    assert len(notebook.run("doubled(tf.Variable(1.0)); doubled(tf.Variable(2.0))")) == 1


def test_arguments_that_become_the_same_variable_are_seen(notebook):
    event = last(notebook, "v, w = tf.Variable(1.0), tf.Variable(2.0)\ndoubled(v, w)\ndoubled(v, v)")

    assert (event.cause, event.is_fine) == (TraceCause.ALIAS, True)


def test_two_arguments_that_change_at_once_are_both_named(notebook):
    notebook.run("pair = tf.function(lambda x, y: x)")
    event = last(notebook, "for n in (4, 3): pair(tf.ones([n, 2]), tf.ones([n]))")

    assert [change.parameter for change in event.changes] == ["x", "y"]
    assert "`x` changed its shape" in event.message
    assert "`y` changed its shape" in event.message


def test_what_needs_doing_is_said_before_what_is_fine(notebook):
    event = last(notebook, "doubled(tf.ones([4])); doubled(tf.ones([3]), flag=False)")

    assert event.cause is TraceCause.SHAPE
    assert not event.is_fine


def test_function_made_anew_in_a_loop_is_told(notebook):
    event = last(notebook, "for _ in range(3):\n    @tf.function\n    def inner(x): return x\n    inner(tf.ones([]))")

    assert (event.cause, event.number, event.is_fine) == (TraceCause.FUNCTION, 3, False)
    assert "outside the loop" in event.advice


def test_function_made_in_each_call_of_another_is_told(notebook):
    notebook.run("def outer(x): return tf.function(lambda y: y)(x)")

    assert last(notebook, "outer(tf.ones([])); outer(tf.ones([]))").cause is TraceCause.FUNCTION


def test_two_functions_of_one_definition_that_both_live_are_fine(notebook):
    notebook.run("def make():\n    return tf.function(lambda y: y)")
    event = last(notebook, "first, second = make(), make(); first(tf.ones([])); second(tf.ones([]))")

    assert (event.cause, event.is_fine) == (TraceCause.FUNCTION, True)


def test_second_run_of_a_cell_begins_anew(notebook):
    notebook.run("doubled(tf.ones([]))")
    notebook.run(SETUP)

    assert last(notebook, "doubled(tf.ones([]))").cause is TraceCause.FIRST
    assert [function.traces for function in notebook.watch.report().functions] == [1]


METHOD = """
class Trainer:
    @tf.function
    def step(self, x, rate):
        return x * rate
"""


def test_method_is_watched_for_each_object(notebook):
    notebook.run(METHOD)
    events = notebook.run("a, b = Trainer(), Trainer(); a.step(1.0, tf.ones([])); b.step(1.0, tf.ones([]))")

    assert [event.cause for event in events] == [TraceCause.FIRST, TraceCause.INSTANCE]
    assert events[1].function == "Trainer.step"
    assert events[1].is_fine


def test_object_made_anew_in_a_loop_is_told(notebook):
    notebook.run(METHOD)
    event = last(notebook, "for _ in range(3):\n    trainer = Trainer()\n    trainer.step(1.0, tf.ones([]))")

    assert event.message == "`Trainer.step` is traced anew for each `Trainer` object"
    assert not event.is_fine


def test_argument_of_a_method_is_named(notebook):
    notebook.run(METHOD)
    event = last(notebook, "trainer = Trainer()\nfor n in range(4): trainer.step(tf.ones([]), n)")

    assert event.changes[0].parameter == "rate"


def test_second_trace_after_creating_variables_is_explained(notebook):
    notebook.run(
        """
        state = []

        @tf.function
        def lazily(x):
            if not state:
                state.append(tf.Variable(1.0))
            return x * state[0]
        """
    )
    events = notebook.run("lazily(tf.ones([]))")

    assert [event.cause for event in events] == [TraceCause.FIRST, TraceCause.VARIABLES]
    assert events[1].is_fine


def test_same_arguments_under_another_graph_are_explained(notebook):
    event = last(notebook, "doubled(tf.ones([]))\nwith tf.Graph().as_default(): doubled(tf.ones([]))")

    assert event.cause is TraceCause.CONTEXT
    assert "inside another graph" in event.message


def test_recording_a_tape_needs_no_trace(notebook):
    cell = "v = tf.Variable(1.0)\ndoubled(v)\nwith tf.GradientTape() as tape: doubled(v)"

    assert len(notebook.run(cell)) == 1


def test_one_equals_true_equals_one_point_zero_so_there_is_no_second_trace(notebook):
    assert len(notebook.run("doubled(1.5, 1); doubled(1.5, 1.0); doubled(1.5, True)")) == 1


def test_function_traced_inside_another_is_watched_too(notebook):
    notebook.run("@tf.function\ndef outer(x): return doubled(x) + 1")
    events = notebook.run("outer(tf.ones([2])); outer(tf.ones([3]))")

    assert [event.function for event in events] == ["doubled", "outer", "doubled", "outer"]
    assert {event.call[1] for event in events} == {3}  # the cell that runs


def test_concrete_function_counts(notebook):
    event = last(notebook, "doubled(tf.ones([3])); doubled.get_concrete_function(tf.TensorSpec([None]))")

    assert event.changes[0].after == "float32[?]"


def test_functions_of_a_library_are_left_alone(notebook):
    cell = """
    import keras
    model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
    model.compile("sgd", "mse")
    model.fit(np.ones([4, 2]), np.ones([4, 1]), verbose=0)
    list(tf.data.Dataset.range(3).map(lambda x: x + 1))
    """

    assert [event.function for event in notebook.run(cell)] in ([], ["<lambda>"])  # the lambda is the notebook's


def test_function_of_a_module_is_watched_where_the_notebook_binds_it(notebook, tmp_path, monkeypatch):
    (tmp_path / "own_module.py").write_text("import tensorflow as tf\n\n@tf.function\ndef tripled(x): return 3 * x\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    events = notebook.run("from own_module import tripled\ntripled(tf.ones([]))\ntripled(tf.ones([2]))")

    assert [event.cause for event in events] == [TraceCause.FIRST, TraceCause.RANK]


def test_only_the_named_functions_are_watched(notebook):
    notebook.run("@tf.function\ndef other(x): return x")
    assert notebook.watch.start(["other"]) == ("other",)

    assert [event.function for event in notebook.run("doubled(1.0); other(1.0)")] == ["other"]


def test_method_is_named_by_its_class_or_an_object(notebook):
    notebook.run(METHOD + "\ntrainer = Trainer()")
    for name in ("Trainer.step", "trainer.step"):
        assert notebook.watch.start([name]) == ("Trainer.step",)


@pytest.mark.parametrize("name", ["missing", "np", "doubled.nothing"])
def test_name_that_cannot_be_watched_is_refused(notebook, name):
    with pytest.raises(ValueError, match=f"`{name}`"):
        notebook.watch.start([name])


def test_function_defined_later_is_watched(notebook):
    notebook.run("@tf.function\ndef late(x): return x")

    assert set(notebook.watch.rescan()) == {"doubled", "late"}
    assert last(notebook, "late(1.0)").function == "late"


def test_traces_before_watching_count_as_earlier_ones(notebook):
    notebook.watch.stop()
    notebook.run("doubled(tf.ones([4]))")
    notebook.watch.start()

    assert last(notebook, "doubled(tf.ones([3]))").cause is TraceCause.SHAPE


def test_report_counts_by_reason_with_the_most_frequent_first(notebook):
    notebook.run("for n in range(5): doubled(tf.ones([4]), n)\ndoubled(tf.ones([3]))")
    (function,) = notebook.watch.report().functions

    assert (function.name, function.traces, function.functions, function.avoidable) == ("doubled", 6, 1, 5)
    assert [(reason.cause, reason.parameter, reason.count) for reason in function.reasons] == [
        (TraceCause.NUMBER, "epoch", 4),
        (TraceCause.SHAPE, "x", 1),
    ]
    assert function.defined[1] == 1
    assert function.seconds > 0


def test_what_is_stored_holds_no_value(notebook):
    notebook.run("for n in range(987654, 987659): doubled(tf.ones([4]), n)")
    report = notebook.watch.report()

    assert "987654" in str(report)
    assert "98765" not in str(report.stored())


def test_tracing_that_fails_reaches_the_user_as_it_would_have(notebook):
    notebook.run("@tf.function\ndef broken(x):\n    raise KeyError('mine')")
    with pytest.raises(KeyError) as error:
        notebook.run("broken(tf.ones([]))")

    assert "jupyter_hybridize" not in "".join(traceback.format_exception(error.value))
    assert last(notebook, "doubled(1.0)").cause is TraceCause.FIRST


def test_listener_that_fails_does_not_reach_the_user(tmp_path):
    def listen(event):
        raise RuntimeError(event.message)

    notebook = WatchedNotebook(tmp_path, tell=listen)
    notebook.watch.start()
    notebook.run(SETUP)
    notebook.run("result = doubled(tf.ones([]))")
    notebook.watch.stop()

    assert float(notebook.namespace["result"]) == 1.0


def test_listener_hears_of_a_trace_at_once(tmp_path):
    heard = []
    notebook = WatchedNotebook(tmp_path, tell=heard.append)
    notebook.watch.start()
    notebook.namespace["heard"] = heard
    notebook.run(SETUP)
    notebook.run("doubled(tf.ones([]))\ncount = len(heard)")
    notebook.watch.stop()

    assert notebook.namespace["count"] == 1


def warnings_of_tensorflow(action):
    found = []

    class Collector(logging.Handler):
        def emit(self, record):
            found.append(record.getMessage())

    logger, collector = tf.get_logger(), Collector()
    logger.addHandler(collector)
    try:
        action()
    finally:
        logger.removeHandler(collector)
    return [text for text in found if "retracing" in text]


def test_anonymous_warning_is_replaced_and_comes_back_when_watching_ends(notebook):
    notebook.run("@tf.function\ndef warned_of(x, n): return x")  # TensorFlow warns twice of code, not of functions
    assert warnings_of_tensorflow(lambda: notebook.run("for n in range(8): warned_of(1.5, n)")) == []

    notebook.watch.stop()
    assert warnings_of_tensorflow(lambda: notebook.run("for n in range(20, 30): warned_of(1.5, n)"))


def test_nothing_is_seen_or_left_after_stopping(notebook):
    from tensorflow.python.eager.polymorphic_function.transform import CONCRETE_FUNCTION_CALLBACKS

    before = len(CONCRETE_FUNCTION_CALLBACKS)
    notebook.watch.stop()

    assert len(CONCRETE_FUNCTION_CALLBACKS) == before - 1
    assert notebook.run("doubled(tf.ones([]))") == ()
    assert not notebook.watch.is_watching


def test_traces_made_while_paused_are_not_the_notebooks(notebook):
    with notebook.watch.paused():
        assert notebook.run("doubled(tf.ones([]))") == ()

    assert last(notebook, "doubled(tf.ones([2]))").number == 1


def test_watching_that_ended_in_a_pause_stays_ended(notebook):
    with notebook.watch.paused():
        notebook.watch.stop()

    assert notebook.run("doubled(tf.ones([]))") == ()


def test_watching_keeps_no_function_argument_or_capture_alive(notebook):
    notebook.run(
        """
        import gc, keras, weakref
        model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
        table = tf.random.normal([100, 2])
        @tf.function
        def forward(x, helper): return model(x + table)
        class Helper: pass
        helper, batch = Helper(), tf.ones([100, 2])
        forward(batch, helper)
        refs = [weakref.ref(each) for each in (model, table, forward, forward.python_function, helper, batch)]
        """
    )
    notebook.run("del model, table, forward, helper, batch\ngc.collect()\nkeras.backend.clear_session()\ngc.collect()")
    gc.collect()

    assert [ref() for ref in notebook.namespace["refs"]] == [None] * 6


def test_traces_in_another_thread_are_seen(notebook):
    thread = threading.Thread(target=lambda: notebook.namespace["doubled"](tf.ones([5])))
    thread.start()
    thread.join()

    assert [event.cause for event in notebook.watch.news()] == [TraceCause.FIRST]


def test_tensorflow_that_is_built_otherwise_is_refused_with_the_reason(notebook, monkeypatch):
    from tensorflow.python.eager.polymorphic_function import tracing_compilation

    from jupyter_hybridize.runtime.watching.trace_hook import CannotWatchError

    notebook.watch.stop()
    with monkeypatch.context() as other:
        other.delattr(tracing_compilation, "_create_concrete_function")
        with pytest.raises(CannotWatchError, match="traces cannot be watched: TensorFlow 2"):
            notebook.watch.start()

    assert notebook.watch.report().obstacle.startswith("traces cannot be watched")
    assert notebook.run("doubled(tf.ones([]))") == ()


def test_call_that_needs_no_trace_executes_the_same_python_as_unwatched(notebook):
    def executed():
        for _ in range(20):  # TensorFlow keeps count of the latest calls
            function(x)
        seen = []
        sys.setprofile(lambda frame, event, argument: seen.append((frame.f_code.co_name, event)))
        try:
            function(x)
        finally:
            sys.setprofile(None)
        return seen

    function, x = notebook.namespace["doubled"], tf.ones([2])
    gc.collect()  # TensorFlow's count goes with the code of another test's function that is equal to this one's
    watched = executed()
    notebook.watch.stop()

    assert watched == executed()


def test_instance_dies_with_its_last_name(notebook):
    notebook.run(METHOD)
    notebook.run("trainer = Trainer(); trainer.step(1.0, 2.0)")
    reference = weakref.ref(notebook.namespace["trainer"])
    notebook.run("del trainer")
    gc.collect()

    assert reference() is None
