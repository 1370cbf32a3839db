"""Decisions become edits: one a cell, and one import for all of them."""

import pytest

from jupyter_hybridize.edit.edit import Edit, EditError, apply, undo, unified_diff
from jupyter_hybridize.edit.plan import Action, Decision, plan
from jupyter_hybridize.source.notebook import make_unit
from jupyter_hybridize.source.program import Unit

DECORATE, UNDECORATE, RECONFIGURE = Action.DECORATE, Action.UNDECORATE, Action.RECONFIGURE


def unit(*texts: str) -> Unit:
    return make_unit("n.ipynb", [(None, text, None) for text in texts], indexes=range(0, 2 * len(texts), 2))


def test_definitions_of_one_cell_become_one_edit() -> None:
    text = "def f(): pass\n@tf.function\ndef g(): pass\n@tf.function\ndef h(): pass"
    decisions = [
        Decision(2, 5, "h", RECONFIGURE, "jit_compile=True"),
        Decision(2, 1, "f", DECORATE),
        Decision(2, 3, "g", UNDECORATE),
    ]
    after = "@tf.function\ndef f(): pass\ndef g(): pass\n@tf.function(jit_compile=True)\ndef h(): pass"
    assert plan(unit("import tensorflow as tf", text), decisions) == (Edit("n.ipynb", 2, text, after),)


def test_import_is_added_once_for_all_cells() -> None:
    edits = plan(unit("def f(): pass\ndef g(): pass", "def h(): pass"), [
        Decision(0, 1, "f", DECORATE), Decision(0, 2, "g", DECORATE), Decision(2, 1, "h", DECORATE),
    ])  # fmt: skip
    assert [edit.after for edit in edits] == [
        "import tensorflow as tf\n\n@tf.function\ndef f(): pass\n@tf.function\ndef g(): pass",
        "@tf.function\ndef h(): pass",
    ]


def test_imported_function_gets_a_module_for_its_arguments() -> None:
    cells = unit("from tensorflow import function", "def f(x): pass")
    (edit,) = plan(cells, [Decision(2, 1, "f", DECORATE, "input_signature=[tf.TensorSpec([])]")])
    assert edit.after == "import tensorflow as tf\n\n@function(input_signature=[tf.TensorSpec([])])\ndef f(x): pass"
    (plain,) = plan(cells, [Decision(2, 1, "f", DECORATE, "jit_compile=True")])
    assert plain.after == "@function(jit_compile=True)\ndef f(x): pass"


def test_reconfiguring_imports_nothing_it_does_not_need() -> None:
    text = "@tf.function\ndef f(x): pass"
    (edit,) = plan(unit("from helpers import *", text), [Decision(2, 2, "f", RECONFIGURE, "jit_compile=True")])
    assert edit.after == "@tf.function(jit_compile=True)\ndef f(x): pass"


def test_magics_that_run_unknown_code_keep_their_tf() -> None:
    (edit,) = plan(unit("%run setup.py", "def f(): pass"), [Decision(2, 1, "f", DECORATE)])
    assert edit.after == "import tensorflow\n\n@tensorflow.function\ndef f(): pass"


def test_magics_are_written_back() -> None:
    text = "%%time\nimport tensorflow as tf\n!nvidia-smi\ndef f():\n    %timeit 1\n    return 1"
    (edit,) = plan(unit(text), [Decision(0, 4, "f", DECORATE)])
    assert edit.after == text.replace("def f", "@tf.function\ndef f")


def test_what_changes_nothing_is_no_edit() -> None:
    cells = unit("import tensorflow as tf\n@tf.function(jit_compile=True)\ndef f(): pass")
    assert plan(cells, [Decision(0, 3, "f", RECONFIGURE, "jit_compile=True")]) == ()
    assert plan(cells, []) == ()


def test_nested_definitions_are_both_decorated() -> None:
    text = "import tensorflow as tf\ndef f():\n  def g(): pass"
    (edit,) = plan(unit(text), [Decision(0, 2, "f", DECORATE), Decision(0, 3, "f.g", DECORATE)])
    assert edit.after == "import tensorflow as tf\n@tf.function\ndef f():\n  @tf.function\n  def g(): pass"


@pytest.mark.parametrize(
    "decision",
    [
        Decision(1, 1, "f", DECORATE),  # a cell of text
        Decision(0, 2, "f", DECORATE),
        Decision(0, 1, "f", UNDECORATE),
        Decision(0, 1, "f", DECORATE, "jit_compile="),
    ],
)
def test_impossible_decisions_are_refused(decision: Decision) -> None:
    with pytest.raises(EditError):
        plan(unit("def f(): pass"), [decision])


def test_two_decisions_about_one_definition_are_refused() -> None:
    with pytest.raises(EditError):
        plan(unit("def f(): pass"), [Decision(0, 1, "f", DECORATE), Decision(0, 1, "f", DECORATE)])


def test_edit_applies_only_to_the_text_it_was_made_for() -> None:
    edit = Edit("n.ipynb", 2, "a", "b")
    assert apply(apply("a", edit), undo(edit)) == "a"
    with pytest.raises(EditError, match=r"n.ipynb, cell 2: the text has changed"):
        apply("a ", edit)


def test_diff_says_where_a_newline_is_missing() -> None:
    diff = unified_diff(Edit("m.py", -1, "a\nb", "a\nx\nb"), "m.py")
    assert diff == "--- a/m.py\n+++ b/m.py\n@@ -1,2 +1,3 @@\n a\n+x\n b\n\\ No newline at end of file\n"


LONG = {
    "or": " or ".join(["q"] * 1_500),
    "sum": " + ".join(["q"] * 400),
    "attributes": "q" + ".q" * 400,
}


@pytest.mark.parametrize("long", LONG.values(), ids=LONG)
def test_a_long_expression_beside_a_definition_does_not_keep_it_from_its_decorator(long: str) -> None:
    cell = f"import tensorflow as tf\nz = lambda: {long}\ndef f(x):\n    return x"
    (edit,) = plan(unit(cell), [Decision(0, 3, "f", Action.DECORATE)])
    assert edit.after == cell.replace("def f", "@tf.function\ndef f")


def test_more_terms_than_can_be_parsed_are_refused() -> None:
    cell = f"import tensorflow as tf\nz = lambda: {' or '.join(['q'] * 20_000)}\ndef f(x):\n    return x"
    with pytest.raises(EditError, match="nested too deeply"):
        plan(unit(cell), [Decision(0, 3, "f", Action.DECORATE)])
