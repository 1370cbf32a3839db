"""Masking: IPython's syntax goes, every line and column stays."""

from __future__ import annotations

import ast
import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from jupyter_hybridize.source.lexing import NEWLINE
from jupyter_hybridize.source.magics import Masked, mask
from tests.untraced import machine_seconds


def shape(text: str) -> list[int]:
    return [len(line) for line in NEWLINE.split(text)]


def masked(text: str) -> str:
    """Return the masked text without the spaces at the ends of its lines, having checked its shape."""
    result = mask(text).text
    assert shape(result) == shape(text)
    return "\n".join(line.rstrip() for line in NEWLINE.split(result))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("%matplotlib inline\nx = 1", "pass\nx = 1", id="line magic"),
        pytest.param("if x:\n    !pip install y\nz = 1", "if x:\n    pass\nz = 1", id="command in a block"),
        pytest.param("!pip install a \\\n  b \\\n  c\nx = 1", "pass\n\n\nx = 1", id="continued command"),
        pytest.param("%cd \\\n  b\nx = 1", "pass\n\nx = 1", id="continued magic"),
        pytest.param("!ls", "0", id="too short for pass"),
        pytest.param("!!date", "pass", id="captured command"),
        pytest.param("!", "0", id="nothing but the escape"),
        pytest.param("!echo it's \"\nx = 1", "pass\nx = 1", id="quotes of another language"),
        pytest.param("!echo (\nx = [1,\n 2]", "pass\nx = [1,\n 2]", id="bracket of another language"),
        pytest.param("!echo '''\n%cd x\n!echo '''", "pass\npass\npass", id="unbalanced triple quotes"),
        pytest.param("model.fit?", "pass", id="help"),
        pytest.param("model??\nx = 1", "pass\nx = 1", id="more help"),
        pytest.param("?model.fit\nx = 1", "pass\nx = 1", id="help first"),
        pytest.param("%time?\nx = 1", "pass\nx = 1", id="help on a magic"),
        pytest.param("f(1,\n  2) + g?\nx = 1", "pass\n\nx = 1", id="help over two lines"),
        pytest.param("x = !ls -la", "x = _i", id="assigned command"),
        pytest.param("x = \\\n  !ls -la\ny = 1", "x = \\\n  _i\ny = 1", id="assigned command on the next line"),
        pytest.param("a[0] = !ls -la \\\n -x\ny = 1", "a[0] = _i\n\ny = 1", id="continued assigned command"),
        pytest.param("x = %env HOME", "x = _i", id="assigned magic"),
        pytest.param("f(a=1)[b] = %env HOME", "f(a=1)[b] = _i", id="assignment after a keyword argument"),
        pytest.param("%time x = f(a)\ny = 1", "0;    x = f(a)\ny = 1", id="timed statement"),
        pytest.param("%timeit -n 3 -r2 f(-1)", "0;               f(-1)", id="options with values"),
        pytest.param("%timeit -n3 -q -o f(x)", "0;                f(x)", id="options without"),
        pytest.param("%prun -s cumulative -l 10 f(x)", "0;                        f(x)", id="profiled"),
        pytest.param("%time -x", "0;    -x", id="an argument that begins like an option"),
        pytest.param("%time --no-raise-error f(x)", "0;                     f(x)", id="long option"),
        pytest.param("%time", "pass", id="nothing timed"),
        pytest.param("%timeit -n 3", "pass", id="nothing timed but options"),
        pytest.param("%time %timeit f(x)", "0;    0;      f(x)", id="one in the other"),
        pytest.param("%time !sleep 1", "0;    pass", id="timed command"),
        pytest.param("%time x = !sleep 1", "0;    x = _i", id="timed assignment of a command"),
        pytest.param("%timeit for i in xs: f(i)", "for         i in xs: f(i)", id="timed loop"),
        pytest.param("r = %timeit -o f(x)", "r = _i or      f(x)", id="assigned time keeps the call"),
        pytest.param("r = %timeit -o x = 1", "r = _i", id="assigned time of a statement"),
        pytest.param("%%time\nx = 1", "\nx = 1", id="timed cell"),
        pytest.param("\n\n%%time\nx = 1", "\n\n\nx = 1", id="cell magic below blank lines"),
        pytest.param("# why\n%%time\nx = 1", "# why\n\nx = 1", id="cell magic below a comment"),
        pytest.param("%%time\n\n%%capture\nx = 1", "\n\n\nx = 1", id="two cell magics"),
        pytest.param("%%timeit -n 3 y = 2\nx = y", "0;            y = 2\nx = y", id="set-up on the magic's line"),
        pytest.param("%%time x = 1", "0;     x = 1", id="all on the magic's line"),
        pytest.param("%%hybridize --apply\n%time x = 1", "\n0;    x = 1", id="our own magic"),
        pytest.param("%%capture output\nx = 1", "output=_i\nx = 1", id="captured output is bound"),
        pytest.param("%%capture --no-stderr output\nx = 1", "output=_i\nx = 1", id="captured output after an option"),
        pytest.param("%%capture --no-stderr\nx = 1", "\nx = 1", id="output captured into nothing"),
        pytest.param("%%bash\nls *.py", "\n", id="another language"),
        pytest.param("%%time\n%%bash\nls *.py", "\n\n", id="another language, timed"),
        pytest.param("%%bash --out files\nls *.py", "files=_i\n", id="output of another language is bound"),
        pytest.param("%%bigquery df --project p\nselect 1", "df=_i\n", id="result of a query is bound"),
        pytest.param("  %cd x\n  y = 1", "  pass\n  y = 1", id="cell indented as a whole"),
        pytest.param("\t%cd x\n\ty = 1", "\tpass\n\ty = 1", id="indented by tabs"),
        pytest.param("x = 1\r\n%cd x\r\ny = 2", "x = 1\npass\ny = 2", id="lines of Windows"),
        pytest.param("%cd x\ry = 2", "pass\ny = 2", id="lines of old Macs"),
        pytest.param("\ufeffx = 1", "\fx = 1", id="byte order mark"),
        pytest.param("x\xa0= 1\n\xa0", "x = 1\n", id="no-break space"),
        pytest.param("名 = !ls é\ny = 1", "名 = _i\ny = 1", id="not ASCII"),
        pytest.param("\f%cd x\ny = 1", "\fpass\ny = 1", id="form feed"),
        pytest.param("/f 1\n,f a\n;f\nx = 1", "pass\npass\n0\nx = 1", id="automatic calls"),
        pytest.param("pip install x", "", id="automagic"),
        pytest.param(">>> x = 1\n... y = 2\n>>> z = 3", "    x = 1\n    y = 2\n    z = 3", id="Python's prompt"),
        pytest.param("In [3]: x = 1\n   ...: y = 2", "        x = 1\n        y = 2", id="IPython's prompt"),
    ],
)
def test_ipython_syntax_becomes_python_of_the_same_shape(text: str, expected: str) -> None:
    assert masked(text) == expected
    ast.parse(f"if 1:\n{expected}" if expected.startswith((" ", "\t")) else expected)


@pytest.mark.parametrize(
    "text",
    [
        "x = a % b\ny = a != b",
        "x = a %b",
        "x = '%s' % y",
        "s = '''\n%matplotlib inline\n!ls\n'''",
        's = """\n# x?\n%%bash\n"""\n',
        "x = (a\n  % b)",
        "f(\n  x  # why?\n)",
        "x = 1  # really?",
        "x = 'what?'",
        "x['a = !ls'] = 1",
        "x = a if b != c else d",
        "x //= 2",
        "ls = 3\nls",
        "pip = 3",
        "x = '\xa0'",
        "# %%time",
        "def f():\n    return 1\n",
        "",
        "\n\n",
    ],
)
def test_python_stays_as_it_is(text: str) -> None:
    assert mask(text) == Masked(text)


@pytest.mark.parametrize(
    "text", ["x = 'a\n%cd'", "f(\n%cd x\n)", "a = b = %env X", "a += !ls", "if x: !ls", "x == %y z"]
)
def test_what_ipython_refuses_is_left_to_the_parser(text: str) -> None:
    with pytest.raises(SyntaxError):
        ast.parse(masked(text))


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("!mkdir out", "print()"),
        ("!ls -l", "_i()"),
        ("!ls", "~_i"),
        ("%time g(x)", "_i(); g(x)"),
        ("y = !ls", "y = ~_i"),
        ("y = %timeit -o g(x)", "y = _i()"),
    ],
)
def test_within_a_function_an_escape_still_does_something_unknown(body: str, expected: str) -> None:
    assert masked(f"def f():\n    {body}\nx = 1\n") == f"def f():\n    {expected}\nx = 1\n"
    assert masked(f"class A:\n  async def f():\n    if x:\n      {body}\n").endswith(f"      {expected}\n")


def test_a_block_below_a_function_is_not_within_it() -> None:
    assert masked("def f():\n    pass\n\n# why\nif x:\n    !mkdir y\n").endswith("    pass\n")


@pytest.mark.parametrize(
    ("text", "skipped"),
    [
        ("%%bash\nls", "%%bash"),
        ("%%time\n%%writefile x.py\nx", "%%writefile"),
        ("%%html", "%%html"),
        ("%%time\nx = 1", None),
        ("%%bash?", None),
        ("x = 1\n%%bash", None),
    ],
)
def test_the_magic_that_hides_a_cell_is_named(text: str, skipped: str | None) -> None:
    assert mask(text).skipped == skipped


UNKNOWN = [
    "%run x.py",
    "%run -i x",
    "%load_ext mine",
    "%reload_ext mine",
    "%pylab",
    "%pylab inline",
    "%load x.py",
    "%store -r",
    "%store -r x",
    "%reset -f",
    "%mine",
    "x = %mine y",
    "%time %run x.py",
    "%%mine\nx = 1",
    "%%cython\ndef f(): pass",
    "%%time\n%run x.py",
    "/f x",
    "run x.py",
]
HARMLESS = [
    "%matplotlib inline",
    "%tensorflow_version 2.x",
    "%pip install x",
    "%conda install x",
    "%cd x",
    "%env A=b",
    "%config InlineBackend.figure_format = 'retina'",
    "%autoreload 2",
    "%tensorboard --logdir logs",
    "%load_ext jupyter_hybridize",
    "%load_ext autoreload",
    "%load_ext tensorboard",
    "%store x",
    "%time f(x)",
    "%%time\nf(x)",
    "%%bash\nls",
    "%%writefile x.py\nx",
    "!python x.py",
    "!{sys.executable} -m pip install x",
    "x = !ls",
    "f?",
    "%run?",
    "s = '''\n%run x.py\n'''",
    "# %run x.py",
    "pip install x",
]


@pytest.mark.parametrize("text", UNKNOWN)
def test_a_magic_that_runs_other_code_is_told(text: str) -> None:
    assert mask(text).runs_unknown_code


@pytest.mark.parametrize("text", HARMLESS)
def test_a_magic_that_binds_nothing_is_harmless(text: str) -> None:
    assert not mask(text).runs_unknown_code


@pytest.mark.parametrize("text", [t for t in HARMLESS if not t.startswith(("%%", "pip"))])
def test_ipython_takes_the_same_lines_for_its_own(text: str) -> None:
    """The truth is IPython: what it rewrites is masked, and the rest is not touched."""
    transformer = pytest.importorskip("IPython.core.inputtransformer2").TransformerManager()
    for context in (text, f"a = 1\n{text}\nb = 'a = !ls'\n", f"if a:\n  {text}\n", f"x = [\n1]\n{text}\nx"):
        theirs, ours = transformer.transform_cell(context), masked(context)
        if "'''" in context:
            continue
        rewritten = {n for n, line in enumerate(theirs.split("\n")) if "get_ipython()" in line}
        changed = {n for n, (a, b) in enumerate(zip(ours.split("\n"), context.split("\n"), strict=True)) if a != b}
        assert rewritten == changed


WORDS = "% ! ? = ' \" ''' \"\"\" \\ # ( ) [ ] : ; , / x time %%time %%bash async _ é 名 \xa0 \ufeff \0 \ud800".split(
    " "
)
PHRASES = [
    "\n",
    "\r\n",
    "\r",
    " ",
    "    ",
    "\t",
    "\f",
    "\x0b",
    "\u2028",
    "def f():",
    "%timeit -n 3",
    "x = !ls",
    "--out y",
]
pieces = st.sampled_from([*WORDS, *PHRASES, ">>> ", "... ", "In [1]: "])


@settings(max_examples=1500, deadline=None)
@given(st.lists(pieces, max_size=30).map("".join) | st.text())
@example("%%bash --out x --err\r")
@example("def f():\n  x = %time \\\n")
def test_any_text_keeps_its_lines_and_their_lengths(text: str) -> None:
    assert shape(mask(text).text) == shape(text)


@settings(max_examples=500, deadline=None)
@given(st.lists(pieces, max_size=30).map("".join))
def test_masking_again_changes_nothing_that_parses(text: str) -> None:
    once = mask(text).text
    try:
        ast.parse(once)
    except (SyntaxError, ValueError):
        return
    assert mask(once).text == once


@pytest.mark.parametrize(
    "text",
    [
        "x = f(a, b=[1, 2])  # why?\n" * 5000,
        "x = f(a, b=[1, 2])\n!ls\n" * 2500,
        "%time " * 100_000,
        "%%time\n" * 100_000,
        "%%capture " + "--a " * 200 + "!",
        "%%bash " + "--out " * 50_000,
        "'''" * 200_001 + "\n!ls",
        "!ls\n" + "=" * 500_000,
        "!ls\n" + "= " * 300_000,
        "!ls\n" + '"' * 400_001,
        "!ls\n" + "\\\n" * 300_000,
        "!ls\n" + "(" * 500_000,
        " " * 900_000 + "!",
    ],
    ids=lambda text: repr(text[:20]),
)
def test_long_cells_take_no_long_time(text: str) -> None:
    start = time.process_time()
    assert shape(mask(text).text) == shape(text)
    assert time.process_time() - start < machine_seconds(5)


def test_a_cell_that_is_too_long_is_not_looked_at() -> None:
    text = "!ls\n" * 2_500_000
    assert mask(text) == Masked(text)


def test_the_body_of_an_unknown_magic_is_read_where_it_defines_something_in_python() -> None:
    found = mask("%%backend tensorflow\ndef f(x):\n    return x")
    assert found.text == " " * 20 + "\ndef f(x):\n    return x"
    assert found.skipped is None
    assert found.runs_unknown_code


@pytest.mark.parametrize("body", ["x <- 3", "SELECT 1", "def f(x:", "print(1)"])
def test_the_body_of_an_unknown_magic_is_skipped_where_it_defines_nothing(body: str) -> None:
    assert mask(f"%%elsewhere\n{body}").skipped == "%%elsewhere"
