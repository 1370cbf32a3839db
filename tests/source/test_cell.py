"""Cells and spans: identity by text, and one place within another."""

from __future__ import annotations

import pytest

from jupyter_hybridize.source.cell import Cell
from jupyter_hybridize.source.span import Span


def test_a_digest_tells_texts_apart_and_nothing_else() -> None:
    assert Cell("a", 0, "x", "x", 1).digest == Cell("b", 3, "x", " ").digest
    assert Cell("a", 0, "x", "x").digest != Cell("a", 0, "x ", "x").digest
    assert Cell("a", 0, "\ud800", "").digest


@pytest.mark.parametrize(
    ("inner", "is_inside"),
    [
        (Span("n", 1, 2, 4, 5, 6), True),
        (Span("n", 1, 3, 0, 4, 99), True),
        (Span("n", 1, 2, 3, 5, 6), False),
        (Span("n", 1, 2, 4, 5, 7), False),
        (Span("n", 2, 3, 0, 4, 9), False),
        (Span("m", 1, 3, 0, 4, 9), False),
    ],
)
def test_a_span_contains_what_begins_and_ends_in_it(inner: Span, is_inside: bool) -> None:
    assert Span("n", 1, 2, 4, 5, 6).contains(inner) is is_inside
