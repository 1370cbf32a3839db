"""Methods that run once for each object are never recommended, whatever they do and however little is known."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.rules.engine import analyse

USED = """
import tensorflow as tf
from somewhere import Base


class Made(Base):
    def {}(self, x):
        {}


"""
LONG = "for _ in range(40):\n            x = tf.sin(x) + tf.cos(x)\n        tf.print(x)"
CALLED = "made = Made()\nfor _ in range(30):\n    made.settle(tf.ones([3]))\n"


@pytest.mark.parametrize("name", ["__init__", "__post_init__", "__del__", "__set_name__"])
@pytest.mark.parametrize("called", ["", "for _ in range(30):\n    Made(tf.ones([3]))\n"])
@pytest.mark.parametrize("body", [LONG, "super().__init__(x)\n        " + LONG])
def test_what_runs_once_for_each_object_stays_a_plain_function(
    name: str, called: str, body: str, tmp_path: Path
) -> None:
    (found,) = analyse(USED.format(name, body) + called, tmp_path)
    assert found.action == "keep"


def test_another_method_of_the_same_object_is_recommended(tmp_path: Path) -> None:
    (found,) = analyse(USED.format("settle", LONG).replace("(Base)", "") + CALLED, tmp_path)
    assert (found.action, found.confidence) == ("decorate", "proved")
