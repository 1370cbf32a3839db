"""Signatures that are written: by the command, by the sidebar, and taken back byte for byte."""

import json

import pytest
from click.testing import CliRunner

from jupyter_hybridize.edit.edit import apply, undo
from jupyter_hybridize.session import Session
from jupyter_hybridize.source.notebook import make_unit
from jupyter_hybridize.source.program import Program
from jupyter_hybridize.surfaces.changes import plan_changes
from jupyter_hybridize.surfaces.cli import main

WORK = "    for _ in range(40):\n        x = x * 2.0 + tf.sin(x)\n"
VARYING = "for n in range(100):\n    step(tf.ones([2, 3]))\n    step(tf.ones([4, 3]))\n    step(tf.ones([5, 3]))\n"
SPEC = "tf.TensorSpec([None, 3], tf.float32)"
MANY = [
    "import tensorflow as tf",
    f"def step(x, y, z):\n{WORK}    return x + tf.reduce_sum(y) + tf.reduce_sum(z['key'])\n",
    (
        "entry = {'key': tf.ones([4, 28, 28, 3]), 'other': tf.ones([])}\n"
        "for n in range(100):\n    step(tf.ones([2, 3]), tf.ones([2, 3]), entry)\n"
    ),
]


def planned(cells, *, signatures=True):
    texts = [(f"id{n}", text, None) for n, text in enumerate(cells)]
    program = Program((make_unit("a.ipynb", texts),))
    session = Session()
    report = session.update(program)
    return plan_changes(program, report, lambda unit, f: f.confidence == "proved", session, signatures=signatures)


def after(cells, *, signatures=True):
    edits = planned(cells, signatures=signatures).edits
    texts = list(cells)
    for edit in edits:
        texts[edit.cell] = apply(texts[edit.cell], edit)
        assert apply(texts[edit.cell], undo(edit)) == cells[edit.cell]
    return texts


@pytest.mark.parametrize(
    ("head", "line"),
    [
        ("import tensorflow as tf", "@tf.function(input_signature=[tf.TensorSpec([None, 3], tf.float32)])"),
        (
            "import tensorflow as tf\nimport tensorflow",
            "@tf.function(input_signature=[tf.TensorSpec([None, 3], tf.float32)])",
        ),
        (
            "from tensorflow import function, TensorSpec as Spec, float32, sin, ones\nclass tf: sin, ones = sin, ones",
            "@function(input_signature=[Spec([None, 3], float32)])",
        ),
    ],
)
def test_a_signature_is_spelled_as_the_notebook_spells_tensorflow(head, line):
    (_, cell, _) = after([head, f"def step(x):\n{WORK}    return x\n", VARYING])
    assert cell == f"{line}\ndef step(x):\n{WORK}    return x\n"


def test_without_being_asked_traces_are_relaxed_and_nothing_is_rejected():
    cells = ["import tensorflow as tf", f"def step(x):\n{WORK}    return x\n", VARYING]
    assert after(cells, signatures=False)[1].startswith("@tf.function(reduce_retracing=True)\ndef step")
    few = [*cells[:2], "for n in range(100):\n    step(tf.ones([2, 3]))\n"]
    assert after(few, signatures=False)[1].startswith("@tf.function\ndef step")


def test_a_long_signature_is_wrapped():
    assert after(MANY)[1].startswith(
        "@tf.function(input_signature=[\n"
        "    tf.TensorSpec([2, 3], tf.float32),\n"
        "    tf.TensorSpec([2, 3], tf.float32),\n"
        "    {\n"
        "        'key': tf.TensorSpec([4, 28, 28, 3], tf.float32),\n"
        "        'other': tf.TensorSpec([], tf.float32),\n"
        "    },\n"
        "])\n"
        "def step(x, y, z):"
    )


def test_line_ends_and_indentation_are_those_around():
    body = f"class Model:\n  def step(self, x, y):\n{WORK}    return x + y\n\nmodel = Model()\n".replace("\n", "\r\n")
    calls = "for n in range(100):\n    model.step(tf.ones([2, 3, 4, 5]), tf.ones([2, 3, 4, 5]))\n"
    cell = after(["import tensorflow as tf", body, calls])[1]
    assert "\n" not in cell.replace("\r\n", "")
    assert "  @tf.function(input_signature=[\r\n      tf.TensorSpec([2, 3, 4, 5], tf.float32),\r\n" in cell
    assert "\r\n  ])\r\n  def step" in cell


@pytest.mark.parametrize(
    ("decorator", "changed"),
    [
        ("@tf.function", f"@tf.function(input_signature=[{SPEC}])"),
        ("@tf.function()", f"@tf.function(input_signature=[{SPEC}])"),
        ("@tf.function  # fast", f"@tf.function(input_signature=[{SPEC}])  # fast"),
        (
            "@tf.function(\n    autograph=True,  # as it is\n)",
            f"@tf.function(\n    autograph=True, input_signature=[{SPEC}],  # as it is\n)",
        ),
        ("@tf.function(jit_compile=False,)", f"@tf.function(jit_compile=False, input_signature=[{SPEC}],)"),
    ],
)
def test_a_decorator_gets_what_it_lacks_and_keeps_the_rest(decorator, changed):
    cells = ["import tensorflow as tf", f"{decorator}\ndef step(x):\n{WORK}    return x\n", VARYING]
    texts = after(cells)
    assert texts[1] == cells[1].replace(decorator, changed)
    assert planned(texts).edits == ()


@pytest.mark.parametrize(
    "decorator",
    [
        f"@tf.function(input_signature=[{SPEC}])",
        f"@tf.function(None, [{SPEC}])",
        "@tf.function(reduce_retracing=True)",
        "@tf.function(jit_compile=True)",
        "@tf.function(**{'autograph': True})",
    ],
)
def test_what_was_decided_about_traces_is_not_overwritten(decorator):
    assert planned(["import tensorflow as tf", f"{decorator}\ndef step(x):\n{WORK}    return x\n", VARYING]).edits == ()


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def run(*arguments):
        return CliRunner().invoke(main, arguments)

    return run


def test_the_command_writes_signatures_when_asked(run, tmp_path):
    source = f"import tensorflow as tf\n\n\ndef step(x):\n{WORK}    return x\n\n\n{VARYING}"
    path = tmp_path / "m.py"
    path.write_text(source)
    assert run("fix", "m.py", "--signatures").exit_code == 0
    assert path.read_text() == source.replace("def step", f"@tf.function(input_signature=[{SPEC}])\ndef step")
    assert run("fix", "m.py", "--signatures").stdout == "Nothing to change.\n"


def test_the_report_says_why_there_is_none(run, tmp_path):
    (tmp_path / "m.py").write_text(
        f"import tensorflow as tf\ndef step(x, n):\n{WORK}    return x\nstep(tf.ones([2]), 1)\n"
    )
    (function,) = json.loads(run("check", "m.py", "--format", "json").stdout)["units"][0]["functions"]
    assert (function["signature"], function["signature_absence"]) == (None, "python-value")
    assert function["signature_reason"].startswith("`n` is a Python value")
    assert "no signature: python-value: `n` is a Python value" in run("check", "-v", "m.py").stdout


def test_what_is_not_expected_to_gain_is_written_only_where_it_is_asked_for(run, tmp_path):
    path = tmp_path / "m.py"
    source = "import tensorflow as tf\ndef step(x):\n    return x * 2.0\nfor n in (1, 2):\n    step(tf.ones([2]))\n"
    path.write_text(source)
    (function,) = json.loads(run("check", "m.py", "--format", "json").stdout)["units"][0]["functions"]
    assert (function["action"], function["confidence"], function["pays"]) == ("decorate", "proved", False)
    assert run("fix", "m.py").stdout == "Nothing to change.\n"
    assert path.read_text() == source
    assert "decorated" in run("fix", "m.py", "--select", "step").stdout
