"""What evidence does to a report, told by hand: nothing where the code knows, and no more than it can bear."""

from __future__ import annotations

import textwrap

import pytest

from jupyter_hybridize.results.evidence import Evidence
from jupyter_hybridize.results.observed import Observed, ObservedCall
from jupyter_hybridize.results.report import FunctionReport
from jupyter_hybridize.results.verification import Outcome, Verification
from jupyter_hybridize.session import Session
from jupyter_hybridize.surfaces.excerpt import Sources
from jupyter_hybridize.surfaces.history import History
from jupyter_hybridize.surfaces.payload import to_payload
from jupyter_hybridize.surfaces.report_html import render_html
from jupyter_hybridize.surfaces.report_text import render_text
from jupyter_hybridize.surfaces.view import view_report
from tests.live_notebook import named

F32 = Observed("tensor", "EagerTensor", "float32", (8, 10))
F64 = Observed("array", "numpy.ndarray", "float64", (8, 10))
CURVE = """
def curve(x):
    h = x
    for _ in range(12):
        h = tf.tanh(h) * 0.5 + tf.nn.softplus(h)
    return tf.reduce_sum(h)
"""
LIBRARY = "import tensorflow as tf, lab"
CALLS = "for _ in range(50):\n    result = curve(x)\n"


def report(*cells: str, evidence: Evidence | None = None, function: str = "curve") -> FunctionReport:
    texts = [textwrap.dedent(cell).strip() + "\n" for cell in cells]
    return named(Session().update(History(("", *texts)).program(), evidence), function)


def told(**names: Observed) -> Evidence:
    return Evidence(names)


def call(found: FunctionReport, **arguments: Observed) -> ObservedCall:
    return ObservedCall(found.name, found.digest, tuple(arguments.items()))


def verified(found: FunctionReport, outcome: Outcome, **more: object) -> Evidence:
    item = Verification(found.name, found.digest, outcome, "the outputs differ", ("x: float32[8,10]",), **more)
    return Evidence(verifications=(item,))


# -- names ----------------------------------------------------------------------------------------------------------


def test_a_name_from_an_unknown_library_is_what_the_kernel_has():
    cells = (LIBRARY, "x = lab.load()", CURVE, CALLS)
    assert report(*cells).confidence == "verify-first"

    found = report(*cells, evidence=told(x=F32))

    assert (found.confidence, found.safety) == ("proved", "safe")
    assert [(p.name, p.type, p.origin) for p in found.parameters] == [("x", "f32[8,10]", "kernel")]
    assert "`x` is float32[8,10], as the running kernel has it" in found.assumes
    assert found.signature == "[tf.TensorSpec([8, 10], tf.float32)]"


def test_what_the_code_tells_goes_first():
    cells = ("import tensorflow as tf", "x = tf.ones([2, 10])", CURVE, CALLS)

    assert report(*cells, evidence=told(x=F64)) == report(*cells)


def test_only_the_last_binding_is_what_the_kernel_has():
    cells = (LIBRARY, CURVE, "x = lab.first()", CALLS, "x = lab.second()", CALLS)

    assert report(*cells, evidence=told(x=F32)).confidence == "verify-first"


@pytest.mark.parametrize(
    "later",
    [
        "x = tf.ones([3])",
        "del x",
        "for x in lab.others():\n    pass",
        "def renew():\n    global x\n    x = lab.other()",
        "from others import *",
        "%run more.py",
        "exec(lab.text())",
        "def anything():\n    exec('x = 1')",
        "x = = 3",
        "try:\n    pass\nexcept Exception as x:\n    pass",
        "import x",
        "[y := 1, x := 2]",
    ],
)
def test_a_name_that_something_may_bind_later_stays_open(later):
    cells = (LIBRARY, CURVE, "x = lab.load()", CALLS, later)

    assert report(*cells, evidence=told(x=F32)).parameters[0].type == "?"


@pytest.mark.parametrize("later", ["[x for x in range(3)]", "def other(x):\n    x = 1", "y = 2", "lambda x: x"])
def test_a_name_of_another_scope_is_another_name(later):
    cells = (LIBRARY, CURVE, "x = lab.load()", CALLS, later)

    assert report(*cells, evidence=told(x=F32)).parameters[0].type == "f32[8,10]"


def test_what_a_loop_binds_has_no_known_size():
    cells = (LIBRARY, CURVE, "for x in lab.batches():\n    result = curve(x)\n")

    found = report(*cells, evidence=told(x=F32))

    assert [(p.type, p.origin) for p in found.parameters] == [("f32[?,?]", "kernel")]


def test_an_object_that_a_loop_binds_stays_open():
    cells = (LIBRARY, CURVE, "for x in lab.models():\n    result = curve(x)\n")
    model = Observed("object", "keras.src.layers.core.dense.Dense", built=True)

    assert report(*cells, evidence=told(x=model)).parameters[0].type == "?"


def test_an_array_that_unknown_code_may_hold_is_no_constant_of_a_graph():
    step = CURVE.replace("(x)", "(y)", 1).replace("h = x", "h = y * x", 1)
    cells = (LIBRARY, "import numpy as np\nx = lab.buffer()\ny = tf.ones([8, 10])", step, CALLS.replace("(x)", "(y)"))

    assert report(*cells, evidence=told(x=F32)).confidence == "proved"
    assert report(*cells, evidence=told(x=F64)).safety == "unknown"


def test_a_list_that_unknown_code_may_hold_is_none_either():
    step = CURVE.replace("(x)", "(y)", 1).replace("h = x", "h = y + float(len(x))", 1)
    cells = (LIBRARY, "x = lab.history()\ny = tf.ones([8, 10])", step, CALLS.replace("(x)", "(y)"))

    assert report(*cells, evidence=told(x=Observed("sequence", "list", items=(F32,)))).safety == "unknown"


def test_a_name_of_a_cell_that_is_gone_is_what_the_kernel_has():
    cells = ("import tensorflow as tf", CURVE, CALLS)

    assert report(*cells, evidence=told(x=F32)).confidence == "proved"


def test_names_that_a_script_binds_are_what_the_kernel_has():
    cells = ("%run setup.py", CURVE, CALLS)
    module = Observed("module", "tensorflow")
    names = {"x": F32, "tf": module}

    assert report(*cells, evidence=Evidence(names)).safety == "unknown", "`range` may be another one"
    assert report(*cells, evidence=Evidence(names, absent=frozenset({"range"}))).confidence == "proved"


def test_a_class_of_the_users_is_no_tensor_whatever_it_claims():
    cells = (LIBRARY, "x = lab.load()", CURVE, CALLS)

    for item in (
        Observed("object", "keras.src.layers.core.dense.Dense2"),
        Observed("object", "EagerTensor", "float32", (1,)),
        Observed("unknown", "SymbolicTensor", "float32", (1,)),
        Observed("function", "function"),
        Observed("class", "Model"),
    ):
        assert report(*cells, evidence=told(x=item)).parameters[0].type == "?"


def test_an_object_that_the_code_knows_by_another_name_stays_open():
    cells = (
        "import tensorflow as tf, keras, lab",
        "known = keras.layers.Dense(10)\nlab.keep(known)",
        "x = lab.kept()",
        CURVE,
        CALLS,
    )
    dense = Observed("object", "keras.src.layers.core.dense.Dense", built=True)
    names = {"x": dense, "known": dense}

    assert report(*cells, evidence=Evidence(names)).parameters[0].type == "Dense"
    assert report(*cells, evidence=Evidence(names, same=(frozenset({"x", "known"}),))).parameters[0].type == "?"


# -- calls ----------------------------------------------------------------------------------------------------------


def test_a_function_nobody_calls_has_the_arguments_that_were_recorded():
    cells = ("import tensorflow as tf", CURVE)
    before = report(*cells)
    assert [f.code for f in before.findings] == ["HYB101"]

    found = report(*cells, evidence=Evidence(calls=(call(before, x=F32),)))

    assert found.confidence == "proved"
    assert found.findings == ()
    assert found.signature == "[tf.TensorSpec([8, 10], tf.float32)]"
    assert "`x` of `curve` is float32[8,10], as the running kernel called it" in found.assumes


def test_calls_of_an_earlier_text_say_nothing():
    cells = ("import tensorflow as tf", CURVE)
    before = report(*cells)
    calls = (call(before, x=F32),)

    changed = report("import tensorflow as tf", CURVE.replace("12", "13"), evidence=Evidence(calls=calls))
    moved = report("import tensorflow as tf\n\n", "y = 1\n" + CURVE, evidence=Evidence(calls=calls))

    assert [f.code for f in changed.findings] == ["HYB101"]
    assert moved.confidence == "proved"


def test_several_recorded_calls_are_one_signature():
    cells = ("import tensorflow as tf", CURVE)
    before = report(*cells)
    smaller = Observed("tensor", "EagerTensor", "float32", (3, 10))
    calls = (call(before, x=F32), call(before, x=smaller))

    assert report(*cells, evidence=Evidence(calls=calls)).signature == "[tf.TensorSpec([None, 10], tf.float32)]"


def test_an_argument_that_the_code_leaves_open_is_what_was_recorded():
    cells = (LIBRARY, CURVE, "for _ in range(50):\n    result = curve(lab.next())\n")
    before = report(*cells)

    found = report(*cells, evidence=Evidence(calls=(call(before, x=F32),)))

    assert [(p.type, p.origin) for p in found.parameters] == [("f32[8,10]", "kernel")]


def test_a_recorded_call_that_the_code_tells_of_says_nothing_of_another():
    cells = (LIBRARY, CURVE, "result = curve(tf.ones([8, 10]))", "for _ in range(50):\n    curve(lab.next())\n")
    before = report(*cells)

    found = report(*cells, evidence=Evidence(calls=(call(before, x=F32),)))

    assert found.safety == "unknown"


def test_a_recorded_call_widens_what_the_code_shows():
    cells = ("import tensorflow as tf", CURVE, "x = tf.ones([2, 10])", CALLS)
    before = report(*cells)
    assert before.confidence == "proved"

    found = report(*cells, evidence=Evidence(calls=(call(before, x=F64),)))

    assert {p.type for p in found.parameters} == {"f32[2,10] | np f64[8,10]"}


SIZED = ("import tensorflow as tf", CURVE, "x = tf.ones([8, 10])", CALLS)


def test_a_recorded_call_whose_sizes_were_left_open_widens_nothing():
    before = report(*SIZED)
    opened = Observed("tensor", "EagerTensor", "float32", (None, None))

    found = report(*SIZED, evidence=Evidence(calls=(call(before, x=opened),)))

    assert found == before
    assert found.signature == "[tf.TensorSpec([8, 10], tf.float32)]"


@pytest.mark.parametrize(("dtype", "sizes"), [("float64", (None, None)), ("float32", (None,)), ("float32", (8, None))])
def test_a_recorded_call_of_another_kind_widens_also_where_sizes_are_open(dtype, sizes):
    other = Observed("tensor", "EagerTensor", dtype, sizes)

    found = report(*SIZED, evidence=Evidence(calls=(call(report(*SIZED), x=other),)))

    assert found.parameters[0].type != "f32[8,10]"
    assert found.signature != "[tf.TensorSpec([8, 10], tf.float32)]"


def test_a_recorded_call_may_have_been_made_before_a_change():
    step = CURVE.replace("h = x", "h = x * scale", 1)
    cells = ("import tensorflow as tf", "scale = tf.constant(2.0)", step, "scale = tf.constant(3.0)")
    before = report(*cells)

    found = report(*cells, evidence=Evidence(calls=(call(before, x=F32),)))

    assert found.safety == "unknown"
    assert [f.code for f in found.findings] == ["HYB303"]


def test_what_was_bound_before_the_function_is_no_change():
    step = CURVE.replace("h = x", "h = x * scale", 1)
    cells = ("import tensorflow as tf", "scale = tf.constant(2.0)", "scale = tf.constant(3.0)", step)
    before = report(*cells)

    assert report(*cells, evidence=Evidence(calls=(call(before, x=F32),))).confidence == "proved"


def test_what_the_function_needs_may_be_bound_after_it():
    step = CURVE.replace("h = x", "h = x * scale", 1)
    cells = ("import tensorflow as tf", step, "scale = tf.constant(2.0)")
    before = report(*cells)

    assert report(*cells, evidence=Evidence(calls=(call(before, x=F32),))).confidence == "proved"


def test_a_method_is_called_on_an_object_of_its_class():
    cells = (
        "import tensorflow as tf",
        (
            "class Model:\n"
            "    def __init__(self):\n        self.w = tf.Variable(tf.ones([8, 10]))\n"
            "    def curve(self, x):\n        h = x\n        for _ in range(12):\n"
            "            h = tf.tanh(h * self.w) + tf.nn.softplus(h)\n        return h\n"
        ),
        "model = Model()",
    )
    before = report(*cells, function="Model.curve")
    calls = (call(before, self=Observed("object", "__main__.Model"), x=F32),)

    found = report(*cells, evidence=Evidence(calls=calls), function="Model.curve")

    assert found.parameters[1].type == "f32[8,10]"
    assert found.confidence == "proved"


# -- verifications --------------------------------------------------------------------------------------------------

OPEN = (LIBRARY, "x = lab.load()", CURVE, CALLS)
KNOWN = ("import tensorflow as tf", "x = tf.ones([8, 10])", CURVE, CALLS)
UNSAFE = (
    "import tensorflow as tf",
    "x = tf.ones([8, 10])",
    CURVE.replace("h = x", "h = x\n    print(h.numpy())"),
    CALLS,
)


def test_what_tensorflow_agreed_to_is_verified_on_the_inputs_named():
    before = report(*OPEN)
    found = report(*OPEN, evidence=verified(before, Outcome.VERIFIED, seconds=1.5))

    assert (before.confidence, found.confidence, found.action) == ("verify-first", "verified", "decorate")
    assert found.assumes[0] == "its graph agreed with it on `x: float32[8,10]`"
    assert (found.verification.outcome, found.verification.seconds) == ("verified", 1.5)


def test_what_is_proved_stays_proved():
    found = report(*KNOWN, evidence=verified(report(*KNOWN), Outcome.VERIFIED))

    assert found.confidence == "proved"
    assert found.verification.outcome == "verified"


@pytest.mark.parametrize("cells", [OPEN, KNOWN], ids=["open", "proved"])
def test_what_tensorflow_refuses_is_refused_with_its_line(cells):
    place = ("this notebook", 3, 5, 8)
    evidence = verified(report(*cells), Outcome.REFUSED, rule="HYB212", place=place, advice="Return both.")

    found = report(*cells, evidence=evidence)

    assert (found.action, found.confidence, found.safety, found.assumes) == ("keep", "refused", "unsafe", ())
    finding = next(f for f in found.findings if f.answer == "no")
    assert (finding.code, finding.rule, finding.message) == ("HYB212", "branch-mismatch", "the outputs differ")
    assert (finding.cell, finding.line, finding.column, finding.advice) == (3, 5, 8, "Return both.")


def test_a_refusal_that_no_rule_is_about_has_a_code_of_its_own():
    found = report(*OPEN, evidence=verified(report(*OPEN), Outcome.REFUSED))

    finding = next(f for f in found.findings if f.answer == "no")
    assert (finding.code, finding.rule, finding.line) == ("HYB108", "refused-by-tensorflow", 1)


def test_what_the_code_refuses_stays_refused():
    before = report(*UNSAFE)
    found = report(*UNSAFE, evidence=verified(before, Outcome.VERIFIED))

    assert (before.confidence, found.confidence) == ("refused", "refused")


@pytest.mark.parametrize("outcome", [Outcome.UNVERIFIED, Outcome.NOT_COMPARABLE], ids=lambda outcome: outcome.value)
def test_no_answer_changes_nothing_and_is_shown(outcome):
    before = report(*OPEN)
    found = report(*OPEN, evidence=verified(before, outcome))

    assert (found.confidence, found.assumes, found.findings) == (before.confidence, before.assumes, before.findings)
    assert found.verification.outcome == outcome.value


def test_the_verification_of_an_earlier_text_says_nothing():
    evidence = verified(report(*OPEN), Outcome.REFUSED)
    edited = (*OPEN[:2], CURVE.replace("12", "11"), CALLS)

    assert report(*edited, evidence=evidence) == report(*edited)


def test_the_last_verification_counts():
    before = report(*OPEN)
    first, last = (verified(before, outcome).verifications[0] for outcome in (Outcome.REFUSED, Outcome.VERIFIED))

    assert report(*OPEN, evidence=Evidence(verifications=(first, last))).confidence == "verified"


# -- and without it -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("cells", [OPEN, KNOWN, UNSAFE], ids=["open", "known", "unsafe"])
def test_evidence_that_tells_nothing_changes_nothing(cells):
    assert report(*cells, evidence=Evidence()) == report(*cells)
    assert report(*cells, evidence=told(unrelated=F32)) == report(*cells)


def test_evidence_leaves_no_trace_in_the_session():
    program = History(("", *OPEN)).program()
    session = Session()
    before = session.update(program)

    session.update(program, told(x=F32))

    assert session.update(program) == before


def test_the_report_says_what_comes_from_the_kernel_and_what_tensorflow_said():
    program = History(("", *OPEN)).program()
    checked = verified(report(*OPEN), Outcome.VERIFIED).verifications
    whole = Session().update(program, Evidence({"x": F32}, verifications=checked))

    view = view_report(whole, Sources.of([program]), verbose=True)

    for shown in (render_text(view, verbose=True), render_html(view, verbose=True)):
        assert "x: f32[8,10] (seen in the kernel)" in shown
        assert "graph and eager execution agreed on" in shown
    (function,) = to_payload(whole)["units"][0]["functions"]
    assert function["parameters"][0]["origin"] == "kernel"
    assert function["verification"]["outcome"] == "verified"
