"""Items set on objects of libraries: what outlives the call counts, and what was captured stays known."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.rules.engine import analyse

PROGRAM = """
import os

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import tensorflow as tf

weights = np.ones(2, np.float32)
table = pd.read_csv("table.csv")


def scaled(x):
    return x * weights


def extended():
    table["more"] = 1.0


def made():
    own = pd.DataFrame({"a": [1.0, 2.0]})
    own["b"] = 2.0
    return tf.constant(1.0)


first = scaled(tf.ones(2))
extended()
made()
made()
{between}
second = scaled(tf.ones(2))
"""
DRAWN = """
figure, axes = plt.subplots(2, 2)
axes[0, 1].imshow(weights)
for each in axes.ravel():
    each.plot(weights)
figure, (left, right) = plt.subplots(1, 2)
left.hist(weights)
"""


def _safety(folder: Path, name: str, between: str = "") -> str:
    return next(f.safety for f in analyse(PROGRAM.replace("{between}", between), folder) if f.name == name)


@pytest.mark.parametrize(
    "between",
    [
        'os.environ["SETTING"] = "1"',
        'plt.rcParams["figure.figsize"] = (4, 4)',
        'plt.rcParams.update({"font.size": 9})',
        'table["b"] = weights',
        DRAWN,
    ],
)
def test_settings_columns_and_plots_change_no_array(between: str, tmp_path: Path) -> None:
    assert _safety(tmp_path, "scaled", between) == "safe"


@pytest.mark.parametrize("between", ["pd.Series(weights)[0] = 5.0", "table[table > 0] = 1.0", "weights[0] = 5.0"])
def test_an_item_may_stand_in_an_array(between: str, tmp_path: Path) -> None:
    assert _safety(tmp_path, "scaled", between) != "safe"


def test_a_column_set_on_an_outer_table_is_a_side_effect(tmp_path: Path) -> None:
    assert _safety(tmp_path, "extended") == "unsafe"


def test_a_column_set_on_an_own_table_is_none(tmp_path: Path) -> None:
    assert _safety(tmp_path, "made") == "safe"
