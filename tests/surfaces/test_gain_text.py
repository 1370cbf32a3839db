"""A predicted gain in words."""

from __future__ import annotations

import pytest

from jupyter_hybridize.results.report import GainReport
from jupyter_hybridize.surfaces.wording import gain_text


@pytest.mark.parametrize(
    ("gain", "words"),
    [
        (GainReport(71, 4.5, 90), "about 4.5 times as fast (71 operations a call), from 90 calls on"),
        (GainReport(500, 18.0, 1), "about 18 times as fast (500 operations a call), from 1 call on"),
        (GainReport(30, 2.2, 60, at_least=True), "at least 2.2 times as fast (30 operations a call), from 60 calls on"),
        (GainReport(1, 0.01, None), "slower as a graph (1 operation a call)"),
        (GainReport(6, 1.0, 51265), "little gain, if any (6 operations a call)"),
        (GainReport(9, 0.97, None), "little gain, if any (9 operations a call)"),
        (GainReport(9, 1.0, None, at_least=True), "as fast or faster (9 operations a call or more)"),
    ],
)
def test_a_gain_is_said_in_words(gain: GainReport, words: str) -> None:
    assert gain_text(gain) == words
