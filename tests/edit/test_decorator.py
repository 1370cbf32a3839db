"""Each case says what the edited text is and why."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jupyter_hybridize.edit.decorator import decorate, reconfigure, undecorate
from jupyter_hybridize.edit.edit import EditError
from jupyter_hybridize.edit.spelling import Spelling

TF = Spelling("tf.function", None, "tf")

PLACED = [
    ("def f(x): pass", 1, "@tf.function\ndef f(x): pass", "a cell need not end with a newline"),
    ("def f(x):\r\n  pass\r\n", 1, "@tf.function\r\ndef f(x):\r\n  pass\r\n", "Windows line ends"),
    ("x = 1\rdef f(x): pass", 2, "x = 1\r@tf.function\rdef f(x): pass", "old Mac line ends"),
    ("class A:\n\tdef f(self): pass\n", 2, "class A:\n\t@tf.function\n\tdef f(self): pass\n", "tabs stay tabs"),
    ("class A:\n \tdef f(self): pass\n", 2, "class A:\n \t@tf.function\n \tdef f(self): pass\n", "mixed indentation"),
    ("async def f(x): pass\n", 1, "@tf.function\nasync def f(x): pass\n", "`async` belongs to the definition"),
    ("# step\ndef f(x): pass\n", 2, "# step\n@tf.function\ndef f(x): pass\n", "the comment stays above"),
    ("def g():\n  def f(x): pass\n", 2, "def g():\n  @tf.function\n  def f(x): pass\n", "nested"),
    ("if a:\n    def f(x): pass\n", 2, "if a:\n    @tf.function\n    def f(x): pass\n", "in a branch"),
    ("@g\ndef f(x): pass\n", 2, "@g\n@tf.function\ndef f(x): pass\n", "innermost: `g` still sees what it returns"),
    ("@g(\n  1,\n)\n\n# c\ndef f(x): pass\n", 6, "@g(\n  1,\n)\n\n# c\n@tf.function\ndef f(x): pass\n", "a long one"),
    (
        "class A:\n    @staticmethod\n    def f(x): pass\n",
        3,
        "class A:\n    @staticmethod\n    @tf.function\n    def f(x): pass\n",
        "a descriptor cannot be traced",
    ),
    (
        "class A:\n    @property\n    @abstractmethod\n    def f(self): pass\n",
        4,
        "class A:\n    @property\n    @abstractmethod\n    @tf.function\n    def f(self): pass\n",
        "abstractmethod marks what it is given",
    ),
    (
        "@tf.custom_gradient\ndef f(x): pass\n",
        2,
        "@tf.function\n@tf.custom_gradient\ndef f(x): pass\n",
        "the function returns its gradient, a Python function: tracing it raises",
    ),
    (
        "@a\n@custom_gradient\n@b\ndef f(x): pass\n",
        4,
        "@a\n@tf.function\n@custom_gradient\n@b\ndef f(x): pass\n",
        "under custom_gradient it raises at any depth",
    ),
    (
        "@f.register(int)\ndef _f(x): pass\n",
        2,
        "@f.register(int)\n@tf.function\ndef _f(x): pass\n",
        "the type is an argument, so the annotations are not read",
    ),
    ('s = """\n\x0cdef f(x): pass"""\ndef f(x): pass\n', 3, '@tf.function\ndef f(x): pass\n', "not in a string"),
    ("x\n\x0c\n\x0cdef f(x): pass\n", 3, "\x0c\n\x0c@tf.function\n\x0cdef f(x): pass\n", "pages"),
    ("s = '\u2028'\ndef f(x): pass\n", 2, "s = '\u2028'\n@tf.function\ndef f(x): pass\n", "U+2028 ends no line"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "line", "expected", "why"), PLACED, ids=[case[3] for case in PLACED])
def test_decorator_is_placed(text: str, line: int, expected: str, why: str) -> None:
    name = "_f" if "_f" in text else "f"
    decorated = decorate(text, text, line, name, TF)
    assert decorated.endswith(expected), why
    assert undecorate(decorated, decorated, line + 1, name) == text


REFUSED = [
    ("x = 1; def f(x): pass", 1, "not Python"),
    ("if x: def f(x): pass", 1, "not Python either"),
    ("def g(x): pass", 1, "another name"),
    ("\ndef f(x): pass", 1, "another line"),
    ("f = lambda x: x", 1, "a lambda has no place for a decorator"),
    ("class f: pass", 1, "a class"),
    ("@tf.function\ndef f(x): pass", 2, "decorated already"),
    ("@tf.function(jit_compile=True)\n@g\ndef f(x): pass", 3, "decorated already, further out"),
    ("@g.register\ndef f(x: int): pass", 2, "singledispatch reads the annotations of a plain function"),
    ("def f(x):\n    return (", 1, "broken"),
    ("\\\ndef g(): pass\ndef f(x): pass", 3, "the parser loses the continuation line above"),
    ("\\\ndef f(x): pass", 1, "the statement begins on the line above its `def`"),
]


@pytest.mark.parametrize(("text", "line", "why"), REFUSED, ids=[case[2] for case in REFUSED])
def test_decorating_is_refused(text: str, line: int, why: str) -> None:
    with pytest.raises(EditError):
        decorate(text, text, line, "f", TF)


def test_magics_stay_as_the_user_wrote_them() -> None:
    text = "%%time\n!pip install x\ndef f(x):\n    %timeit x\n"
    masked = "      \npass           \ndef f(x):\n    0;      x\n"
    assert decorate(text, masked, 3, "f", TF) == "%%time\n!pip install x\n@tf.function\ndef f(x):\n    %timeit x\n"


def test_prompt_before_a_definition_is_no_indentation() -> None:
    with pytest.raises(EditError):
        decorate(">>> def f(x): pass", "    def f(x): pass", 1, "f", TF)


def test_cell_indented_as_a_whole_keeps_its_indentation() -> None:
    text = "    y = 1\n    def f(x): pass\n"
    assert decorate(text, text, 2, "f", TF) == "    y = 1\n    @tf.function\n    def f(x): pass\n"


def test_qualified_name_finds_the_method() -> None:
    text = "def f(x): pass\nclass A:\n  def f(self): pass\n"
    assert decorate(text, text, 3, "A.f", TF) == "def f(x): pass\nclass A:\n  @tf.function\n  def f(self): pass\n"


def test_arguments_are_written_as_the_notebook_writes_tensorflow() -> None:
    text = "def f(x): pass"
    spelling = Spelling("k.function", None, "k")
    arguments = "input_signature=[tf.TensorSpec(['é', None], tf.float32)], name='tf.x'"
    expected = "@k.function(input_signature=[k.TensorSpec(['é', None], k.float32)], name='tf.x')\n"
    assert decorate(text, text, 1, "f", spelling, arguments) == expected + text


@pytest.mark.parametrize("arguments", ["a=1)(", "a=1) # (", "a=", "a b", "a=1 # x"])
def test_arguments_that_are_none_are_refused(arguments: str) -> None:
    with pytest.raises(EditError):
        decorate("def f(x): pass", "def f(x): pass", 1, "f", TF, arguments)


IMPORTS = [
    ("def f(x): pass\n", 1, "import tensorflow as tf\n\n@tf.function\ndef f(x): pass\n", "at the top"),
    ("# what f does\ndef f(x): pass", 2, "import tensorflow as tf\n\n# what f does\n@tf.function\ndef f(x): pass",
     "a comment stays with its definition"),
    ("#@title Train\ndef f(x): pass\n", 2, "#@title Train\nimport tensorflow as tf\n\n@tf.function\ndef f(x): pass\n",
     "a Colab form begins with its title"),
    ("#!/usr/bin/python\n# coding: utf-8\n# c\nx = 1\ndef f(x): pass\n", 5,
     "#!/usr/bin/python\n# coding: utf-8\nimport tensorflow as tf\n\n# c\nx = 1\n@tf.function\ndef f(x): pass\n",
     "interpreter and encoding come first"),
    ("'''Doc'''\nfrom __future__ import annotations\nx = 1\ndef f(x): pass\n", 4,
     "'''Doc'''\nfrom __future__ import annotations\nimport tensorflow as tf\nx = 1\n@tf.function\ndef f(x): pass\n",
     "docstring and __future__ come first"),
    ("import os; x = (1,\n 2)\ndef f(x): pass\n", 3,
     "import os; x = (1,\n 2)\nimport tensorflow as tf\n@tf.function\ndef f(x): pass\n", "not inside a statement"),
    ("import os\r\nclass A:\r\n\tdef f(self): pass\r\n", 3,
     "import os\r\nimport tensorflow as tf\r\nclass A:\r\n\t@tf.function\r\n\tdef f(self): pass\r\n",
     "outside the class"),
    ("x = 1\nimport os\ndef f(x): pass\n", 3,
     "import tensorflow as tf\n\nx = 1\nimport os\n@tf.function\ndef f(x): pass\n", "a later import opens nothing"),
    ("@a\ndef f(x): pass\n", 2, "import tensorflow as tf\n\n@a\n@tf.function\ndef f(x): pass\n", "above decorators"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "line", "expected", "why"), IMPORTS, ids=[case[3] for case in IMPORTS])
def test_import_is_placed(text: str, line: int, expected: str, why: str) -> None:
    spelling = Spelling("tf.function", "import tensorflow as tf", "tf")
    assert decorate(text, text, line, "f", spelling) == expected, why


def test_import_goes_under_the_magics_that_install_tensorflow() -> None:
    text = "%%time\n!pip install tensorflow\ndef f(x): pass\n"
    masked = "      \npass                   \ndef f(x): pass\n"
    expected = "%%time\n!pip install tensorflow\nimport tensorflow as tf\n@tf.function\ndef f(x): pass\n"
    assert decorate(text, masked, 3, "f", Spelling("tf.function", "import tensorflow as tf")) == expected


REMOVED = [
    ("@tf.function\ndef f(x): pass", 2, None, "def f(x): pass", "the only one"),
    ("@tf.function(\n  jit_compile=True,\n)  # fast\ndef f(x): pass", 4, None, "def f(x): pass", "over several lines"),
    ("# c\n@tf.function\n# d\n\ndef f(x): pass", 5, None, "# c\n# d\n\ndef f(x): pass", "comments around it stay"),
    ("@a\n@k.function()\n@b\ndef f(x): pass", 4, None, "@a\n@b\ndef f(x): pass", "between others"),
    ("@a.function\n@tf.function\ndef f(x): pass", 3, 2, "@a.function\ndef f(x): pass", "a look-alike is left"),
    ("@fast\ndef f(x): pass", 2, 1, "def f(x): pass", "imported under another name, told by its line"),
    ("@tf.function(\n  jit_compile=True)\ndef f(x): pass", 3, 2, "def f(x): pass", "any of its lines will do"),
    ("@tf.function\r\ndef f(x): pass\r\n", 2, None, "def f(x): pass\r\n", "Windows line ends"),
]


@pytest.mark.parametrize(("text", "line", "at", "expected", "why"), REMOVED, ids=[case[4] for case in REMOVED])
def test_decorator_is_removed(text: str, line: int, at: int | None, expected: str, why: str) -> None:
    assert undecorate(text, text, line, "f", at) == expected, why


@pytest.mark.parametrize(
    ("text", "line", "at"),
    [
        ("def f(x): pass\ng = tf.function(f)", 1, None),
        ("@a.function\n@tf.function\ndef f(x): pass", 3, None),
        ("@tf.function\ndef f(x): pass", 2, 2),
        ("@partial(tf.function, jit_compile=True)\ndef f(x): pass", 2, None),
    ],
)
def test_removing_what_is_not_clearly_a_decorator_is_refused(text: str, line: int, at: int | None) -> None:
    with pytest.raises(EditError):
        undecorate(text, text, line, "f", at)


@pytest.mark.parametrize(
    ("before", "arguments", "after"),
    [
        ("@tf.function  # fast\n", "jit_compile=True", "@tf.function(jit_compile=True)  # fast\n"),
        ("@tf.function(\n  jit_compile=True\n)\n", "reduce_retracing=True", "@tf.function(reduce_retracing=True)\n"),
        ("@tf.function(jit_compile=True)\n", "", "@tf.function\n"),
        ("@tf . function()\n", "a=1", "@tf . function(a=1)\n"),
    ],
)
def test_arguments_are_replaced(before: str, arguments: str, after: str) -> None:
    text = f"{before}def f(x): pass"
    line = text.count("\n") + 1
    assert reconfigure(text, text, line, "f", TF, arguments) == f"{after}def f(x): pass"


def test_decorator_in_parentheses_is_not_reconfigured() -> None:
    with pytest.raises(EditError):
        reconfigure("@(tf.function)\ndef f(x): pass", "@(tf.function)\ndef f(x): pass", 2, "f", TF, "a=1")


INDENTS = st.sampled_from(["  ", "    ", "\t", " \t"])
DECORATORS = st.sampled_from(["@a", "@b(1)", "@staticmethod", "@c(\n1,\n)", "@tf.custom_gradient", "@d  # why", "# e"])
HEADS = st.sampled_from(["def f(x):", "async def f(x, *, y=1):", "def f(\n  x,\n):", "def f(x):  # c"])
FILLERS = st.sampled_from(
    ["", "# comment", "x = 1", "s = '''\ndef f(x): pass\n'''", "if x:\n  y = (1,\n2)", "z = 1; \\\nw = 2"]
)


@given(
    fillers=st.lists(FILLERS, max_size=4),
    decorators=st.lists(DECORATORS, max_size=3),
    head=HEADS,
    nesting=st.lists(st.tuples(st.sampled_from(["class A:", "def g():", "if 1:", "with x:"]), INDENTS), max_size=3),
    newline=st.sampled_from(["\n", "\r\n", "\r"]),
    end=st.sampled_from(["", "\n", "\n\n", "\nx"]),
    needs_import=st.booleans(),
)
def test_removing_what_was_added_restores_the_text(
    fillers: list[str],
    decorators: list[str],
    head: str,
    nesting: list[tuple[str, str]],
    newline: str,
    end: str,
    needs_import: bool,
) -> None:
    lines = "\n".join(fillers).split("\n") if fillers else []
    prefix = ""
    for opening, indent in nesting:
        lines.append(prefix + opening)
        prefix += indent
    lines += [prefix + line if i == 0 else line for d in decorators for i, line in enumerate(d.split("\n"))]
    line = len(lines) + 1
    first, *rest = head.split("\n")
    lines += [prefix + first, *rest, prefix + "  return x"]
    text = newline.join(lines) + end.replace("\n", newline)
    spelling = Spelling("tf.function", "import tensorflow as tf" if needs_import else None, "tf")
    decorated = decorate(text, text, line, "f", spelling, "jit_compile=True")
    moved = line + len(decorated.split(newline)) - len(text.split(newline))
    without = undecorate(decorated, decorated, moved, "f")
    added = [x for x in without.split(newline) if x.strip() == "import tensorflow as tf"]
    assert len(added) == needs_import
    if not needs_import:
        assert without == text
    kept = decorated.replace(f"import tensorflow as tf{newline}", "")
    assert [x for x in kept.split(newline) if "@tf.function" not in x and x] == [x for x in text.split(newline) if x]
