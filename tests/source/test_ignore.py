"""Ignoring: which comments leave findings out, and which only look like it."""

from __future__ import annotations

import pytest

from jupyter_hybridize.source.cell import Cell
from jupyter_hybridize.source.ignore import ignores
from jupyter_hybridize.source.magics import mask


def ignored(text: str) -> dict[int, set[str]]:
    return {line: set(names) for line, names in ignores(Cell("a", 0, text, mask(text).text)).items()}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("x = 1  # hybridize: ignore", {1: set()}),
        ("x = 1\ny = 2  # hybridize: ignore[HYB301]", {2: {"HYB301"}}),
        ("x  # hybridize: ignore[HYB301, stale-capture]", {1: {"HYB301", "stale-capture"}}),
        ("x  # hybridize: ignore [ HYB301 stale-capture ] because", {1: {"HYB301", "stale-capture"}}),
        ("x  #hybridize:ignore", {1: set()}),
        ("x  # Hybridize: Ignore", {1: set()}),
        ("x  # why # hybridize: ignore", {1: set()}),
        ("x = '''\n\n'''  # hybridize: ignore", {3: set()}),
        ("x = (  # hybridize: ignore\n 1)", {1: set()}),
        ("x\r\ny # hybridize: ignore\rz # hybridize: ignore", {2: set(), 3: set()}),
        ("x = (  # hybridize: ignore", {1: set()}),
        ("%%time\nx  # hybridize: ignore", {2: set()}),
        ("x = '# hybridize: ignore'", {}),
        ("'''\n# hybridize: ignore\n'''", {}),
        ("# hybridize ignore", {}),
        ("# hybridize: ignored", {}),
        ("# hybridize: apply", {}),
        ("%%bash\n# hybridize: ignore", {}),
        ("", {}),
    ],
)
def test_a_comment_names_what_its_line_leaves_out(text: str, expected: dict[int, set[str]]) -> None:
    assert ignored(text) == expected
