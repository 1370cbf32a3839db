"""The axes of one picture are one object to the analysis, which stands for all of them."""

from __future__ import annotations

from jupyter_hybridize.domain.value import scalar
from jupyter_hybridize.interpreter.cells.runner import run
from jupyter_hybridize.interpreter.trace import Trace
from jupyter_hybridize.knowledge.api import Knowledge
from jupyter_hybridize.source.notebook import make_unit
from jupyter_hybridize.source.parse import parse
from jupyter_hybridize.source.program import Program

KNOWLEDGE = Knowledge.load()
FRAMED = """
def framed(axes):
    if isinstance(axes, list):
        for each in axes:
            framed(each)
    else:
        axes.set_xlim(0.0, 1.0)

framed([figure, [first, second]])
"""


def traced(text: str) -> Trace:
    """Return what happens in a program that draws three pictures."""
    start = "import matplotlib.pyplot as plt\nfigure, axes = plt.subplots(1, 3)\nfirst, second, _ = axes\n"
    return run(Program((make_unit("book", [("0", start + text, None)]),)), KNOWLEDGE, parse)


def test_a_recursion_through_lists_of_axes_ends_soon() -> None:
    assert traced(FRAMED).statements < 150


def test_what_is_set_on_one_of_the_axes_may_be_what_another_has() -> None:
    texts = ("axes[0].kind = 1", "axes[1].kind = 'two'", "reveal(axes[0].kind)", "reveal(second.kind)")
    for _, item in traced("\n".join(texts)).reveals:
        assert item.is_unknown or {str(atom) for atom in item.ordered()} >= {"1", "'two'"}


def test_one_of_the_axes_may_be_another() -> None:
    ((_, item),) = traced("reveal(axes[0] is axes[1])").reveals
    assert item == scalar("bool")
