"""What is written is right together: laws that hold for whatever the analysis says."""

import pytest

from jupyter_hybridize.edit.edit import apply
from jupyter_hybridize.session import Session
from jupyter_hybridize.source.notebook import make_unit
from jupyter_hybridize.source.program import Program
from jupyter_hybridize.surfaces.changes import plan_changes

HEAD = "import tensorflow as tf\n"
CALLS = "for _ in range(1000):\n    y = step(tf.ones([8, 8]), tf.ones([8, 8]))\n"
PROGRAMS = {
    "one step": [
        HEAD,
        "def step(x, w):\n    for _ in tf.range(9):\n        x = tf.tanh(x @ w)\n    return x\n",
        CALLS,
    ],
    "helper": [
        HEAD,
        "def body(x, w):\n    return tf.tanh(tf.matmul(x, w))\n",
        "def step(x, w):\n    for _ in range(20):\n        x = body(x, w)\n    return x\n",
        CALLS,
    ],
    "same name twice": [
        HEAD,
        "def step(x, w):\n    for _ in tf.range(9):\n        x = tf.tanh(x @ w)\n    return x\n",
        CALLS,
        "def step(x, w):\n    print('again')\n    return x @ w\n",
        CALLS,
    ],
    "decorated caller": [
        HEAD,
        "def body(x, w):\n    print('once')\n    return tf.tanh(x @ w)\n",
        "@tf.function\ndef step(x, w):\n    return body(x, w)\n",
        CALLS,
    ],
    "useless decorator": [
        HEAD,
        "@tf.function\ndef name(prefix):\n    return prefix + '!'\n",
        "for i in range(9):\n    name('a')\n",
    ],
    "magics and comments": [
        HEAD,
        "%time\n# a\ndef step(x, w):  # b\n    for _ in tf.range(9):\n        x = tf.tanh(x @ w)\n    return x\n",
        CALLS,
    ],
    "nothing": [HEAD, "x = 1\n"],
}


@pytest.fixture(params=PROGRAMS, ids=str)
def program(request):
    cells = PROGRAMS[request.param]
    return program_of(cells)


def program_of(cells):
    return Program((make_unit("a.ipynb", [(f"id{i}", text, None) for i, text in enumerate(cells)]),))


def proved(unit, function):
    return function.confidence == "proved"


def hazards(report):
    return sorted(f.name for unit in report.units for f in unit.functions if f.confidence == "hazard")


def changed(program):
    report = Session().update(program)
    changes = plan_changes(program, report, proved)
    after = {edit.cell: edit.after for edit in changes.edits}
    texts = [after.get(cell.index, cell.text) for cell in program.units[0].cells]
    return report, changes, program_of(texts)


def test_changing_twice_changes_nothing_more(program):
    _, _, once = changed(program)
    _, again, _ = changed(once)

    assert again.edits == ()


def test_changes_bring_no_new_hazard(program):
    before, changes, once = changed(program)

    assert set(hazards(Session().update(once))) <= set(hazards(before))
    assert set(hazards(changes.report)) <= set(hazards(before))


def test_report_of_the_changes_is_that_of_the_changed_program(program):
    _, changes, once = changed(program)

    assert changes.report == Session().update(once)


def test_edits_apply_to_the_cells_they_are_made_for(program):
    _, changes, _ = changed(program)

    texts = {cell.index: cell.text for cell in program.units[0].cells}
    for edit in changes.edits:
        assert apply(texts[edit.cell], edit) == edit.after


def test_nothing_changes_that_is_not_wished_for(program):
    changes = plan_changes(program, Session().update(program), lambda unit, function: False)

    assert changes.edits == ()
    assert changes.changes == ()


def test_redefinition_is_left_alone_when_only_the_first_definition_is_proved():
    _, changes, once = changed(program_of(PROGRAMS["same name twice"]))

    assert [change.cell for change in changes.changes] == [1]
    assert "@tf.function" in once.units[0].cells[1].text
    assert "@tf.function" not in once.units[0].cells[3].text


def made(report_of, function, **changes):
    text = "import tensorflow as tf\n\n\ndef f(x):\n    return x\n"
    own = function(line=4, action="decorate", confidence="proved", cell=0, **changes)
    program = program_of([text])
    once = iter([True])
    return plan_changes(program, report_of(own, path="a.ipynb"), lambda unit, f: f == own and next(once, False))


def test_new_decorator_forbids_no_shapes(report_of, function):
    (edit,) = made(report_of, function, signature="[tf.TensorSpec([3, 2], tf.float32)]").edits

    assert "@tf.function\ndef f(x):" in edit.after


def test_definition_that_is_not_there_is_told_and_changes_nothing(report_of, function):
    changes = made(report_of, function, name="g")

    assert changes.edits == ()
    assert changes.taken_back == ("a.ipynb: `g` is not defined on line 4",)
