"""How `tf.function` is written at the definition of `f`, given the cells before it."""

import pytest

from jupyter_hybridize.edit.edit import EditError
from jupyter_hybridize.edit.spelling import Spelling, find_spelling
from jupyter_hybridize.edit.syntax import read

TF = "import tensorflow as tf"
PLAIN = "import tensorflow"


def spelled(*cells: str, later: tuple[str, ...] = (), members: tuple[str, ...] = (), is_open: bool = False) -> Spelling:
    line = next(i for i, text in enumerate(cells[-1].split("\n"), 1) if "def f(" in text)
    return find_spelling([read(c) for c in cells], line, later=map(read, later), members=members, is_open=is_open)


F = "def f(): pass"
IMPORTED = [
    ([TF, F], "tf.function", "the usual"),
    ([PLAIN, F], "tensorflow.function", "in full"),
    (["import tensorflow.keras", F], "tensorflow.function", "a submodule's import binds the package"),
    (["import tensorflow as T", F], "T.function", "under any name"),
    (["from tensorflow import function", F], "function", "imported by name"),
    ([TF, "from tensorflow import function as graph", F], "graph", "who imports it means to use it"),
    (["import tensorflow.compat.v2 as tf", F], "tf.function", "the v2 API"),
    (["from tensorflow.compat import v2", F], "v2.function", "the v2 API again"),
    (["from tensorflow import compat", F], "compat.v2.function", "reached through compat"),
    (["from tensorflow import *", F], "function", "a star import brings it"),
    ([f"from tensorflow import *\n{TF}", F], "tf.function", "a starred name is not the user's choice"),
    ([f"{TF}\n{PLAIN}", "@tensorflow.function\ndef g(): pass", F], "tensorflow.function", "as elsewhere"),
    ([f"{TF}\n{PLAIN}", F], "tf.function", "else the usual one"),
    ([f"{TF}\n{F}"], "tf.function", "in the same cell"),
    ([f"{TF}; {PLAIN}", "tf = None", F], "tensorflow.function", "rebound: the other name is left"),
    ([PLAIN, "tf = tensorflow", F], "tf.function", "assigned"),
    ([f"try:\n  {TF}\nexcept ImportError:\n  tf = None", F], "tf.function", "without TensorFlow nothing runs"),
    ([f"if colab:\n  {TF}\nelse:\n  {TF}", F], "tf.function", "in both branches"),
    ([f"with x:\n  {TF}", F], "tf.function", "in a block"),
    (["import tensorflow as tf (", "import tensorflow as tf\nx = = 1", F], "tf.function", "a line of a broken cell"),
    ([TF, "def g(): tf = 1", F], "tf.function", "another function's local name"),
    ([TF, "class A:\n  tf = 1", F], "tf.function", "a class attribute"),
    ([TF, "class A:\n  tf = 1\n  def g(self):\n    def f(): pass"], "tf.function", "methods do not see class names"),
    ([TF, "def g():\n  def f(): pass"], "tf.function", "nested"),
    (["def g():\n  import tensorflow as tf\n  def f(): pass"], "tf.function", "imported in the enclosing function"),
    ([TF, F + "\ntf = None"], "tf.function", "rebound only after the definition"),
]  # fmt: skip


@pytest.mark.parametrize(("cells", "expected", "why"), IMPORTED, ids=[case[2] for case in IMPORTED])
def test_imported_tensorflow_is_used(cells: list[str], expected: str, why: str) -> None:
    spelling = spelled(*cells)
    assert (spelling.expression, spelling.import_line) == (expected, None), why


MISSING = [
    ([F], TF, "nothing is imported"),
    (["import tensorflow_datasets as tfds\nfrom tensorflow import keras", F], TF, "near misses"),
    (["from d2l import tensorflow as d2l", F], TF, "another package's module of that name"),
    (["from . import tensorflow", F], TF, "a relative import is not TensorFlow"),
    (["def g():\n  import tensorflow as tf", F], TF, "imported in a function"),
    ([F + f"\n{TF}"], TF, "imported after the definition"),
    (["tf = None", F], PLAIN, "`tf` is something else"),
    (["import tensorflow.compat.v1 as tf", F], PLAIN, "TensorFlow 1"),
    ([TF, "tf = None", F], PLAIN, "rebound"),
    ([TF, "for tf in x: pass", F], PLAIN, "rebound by a loop"),
    ([TF, "del tf", F], PLAIN, "deleted"),
    ([TF, "def g():\n  global tf\n  tf = None", F], PLAIN, "a function may rebind it"),
    ([f"if x:\n  {TF}\nelse:\n  tf = None", F], PLAIN, "one branch rebinds it"),
    ([TF, "if x: tf = None", F], PLAIN, "it may be rebound"),
    ([TF, "def g(tf):\n  def f(): pass"], PLAIN, "a parameter hides it"),
    ([TF, "class A:\n  tf = 1\n  def f(): pass"], PLAIN, "the class hides it"),
    (["from helpers import *", F], PLAIN, "`tf` may be something else"),
    (["x = = 1", F], PLAIN, "a broken cell may bind `tf`"),
]


@pytest.mark.parametrize(("cells", "expected", "why"), MISSING, ids=[case[2] for case in MISSING])
def test_import_is_asked_for(cells: list[str], expected: str, why: str) -> None:
    name = "tf" if expected == TF else "tensorflow"
    assert spelled(*cells) == Spelling(f"{name}.function", expected, name), why


def test_nested_definition_minds_later_cells() -> None:
    nested = "def g():\n  def f(): pass"
    assert spelled(TF, nested, later=("tf = None",)).import_line == PLAIN
    assert spelled(TF, F, later=("tf = None",)).import_line is None
    assert spelled(TF, nested, later=(TF,)).import_line is None


def test_arguments_that_need_the_module_get_it() -> None:
    assert spelled("from tensorflow import function", F, members=("TensorSpec",)) == Spelling("function", TF, "tf")
    assert (
        spelled("from tensorflow import function, TensorSpec as S", F, members=("TensorSpec",)).of("TensorSpec") == "S"
    )
    assert spelled("from tensorflow import function, TensorSpec", F, members=("TensorSpec", "int8")).import_line == TF
    assert spelled("from tensorflow import function\nimport tensorflow as T", F, members=("TensorSpec",)).module == "T"


def test_unseen_code_may_have_bound_tf() -> None:
    assert spelled(F, is_open=True).import_line == PLAIN
    assert spelled(TF, F, is_open=True).import_line is None


def test_two_taken_names_are_refused() -> None:
    with pytest.raises(EditError):
        spelled("tf = tensorflow = None", F)
