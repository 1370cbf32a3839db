"""Entry points: what tests, fixtures and scripts pass is evidence, as if the program called them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.test_projects import functions, reports

OPS = """import tensorflow as tf


def waves(x):
    for _ in range(20):
        x = tf.sin(x) + tf.cos(x)
    return x
"""
HEAD = """import unittest
import pytest
import tensorflow as tf
from absl.testing import parameterized
from ops import waves


"""


def verdict(folder: Path, test: str, name: str = "test_ops.py", **others: str) -> str:
    """Return how sure the report is of `waves`, which only *test* calls."""
    files = {"ops.py": OPS, name: HEAD + test, **{f"{key}.py": text for key, text in others.items()}}
    return functions(reports(folder, files))["waves"][1].confidence


PROVED = {
    "method": "class T(unittest.TestCase):\n    def test_it(self):\n        waves(tf.ones([3]))\n",
    "made in setUp": "class T(unittest.TestCase):\n    def setUp(self):\n        self.x = tf.ones([3])\n\n"
    "    def test_it(self):\n        waves(self.x)\n        self.assertEqual(waves(self.x).shape, (3,))\n",
    "made in setUpClass": "class T(tf.test.TestCase):\n    @classmethod\n    def setUpClass(cls):\n"
    "        super().setUpClass()\n        cls.x = tf.ones([3])\n\n"
    "    def test_it(self):\n        self.assertAllClose(waves(self.x), waves(self.x))\n",
    "made in setUp of a base": "class Base(parameterized.TestCase):\n    def setUp(self):\n        super().setUp()\n"
    "        self.x = tf.ones([3])\n\n\nclass T(Base):\n    def test_it(self):\n        waves(self.x)\n",
    "after an assertion": "class T(tf.test.TestCase):\n    def setUp(self):\n        self.x = tf.ones([3])\n\n"
    "    def test_it(self):\n        self.assertAllClose(self.x, self.x)\n        waves(self.x)\n",
    "fixture": "@pytest.fixture\ndef batch():\n    return tf.ones([3])\n\n\ndef test_it(batch):\n    waves(batch)\n",
    "fixture by another name": "@pytest.fixture(name='batch')\ndef _made():\n    yield tf.ones([3])\n\n\n"
    "def test_it(batch):\n    waves(batch)\n",
    "fixture of a fixture": "@pytest.fixture\ndef size():\n    return 3\n\n\n@pytest.fixture\ndef batch(size):\n"
    "    return tf.ones([size])\n\n\ndef test_it(batch):\n    waves(batch)\n",
    "values": "@pytest.mark.parametrize('n, dtype', [(2, tf.float32), (3, tf.float64)])\n"
    "def test_it(n, dtype):\n    waves(tf.ones([n], dtype))\n",
    "values with marks": "@pytest.mark.parametrize('n', [2, pytest.param(3, id='three')])\n"
    "@pytest.mark.slow\ndef test_it(n):\n    waves(tf.ones([n]))\n",
    "method of a plain class": "class TestIt:\n    def setup_method(self):\n        self.n = 3\n\n"
    "    def test_it(self, tmp_path):\n        waves(tf.ones([2]))\n",
    "defaults of a script": "def main(argv=None):\n    waves(tf.ones([3]))\n",
}


@pytest.mark.parametrize("test", PROVED.values(), ids=PROVED.keys())
def test_what_a_test_or_script_passes_is_evidence(tmp_path: Path, test: str) -> None:
    assert verdict(tmp_path, test) == "proved"


NOT_PROVED = {
    "fixture nobody knows": "def test_it(batch):\n    waves(batch)\n",
    "fixture with parameters": "@pytest.fixture(params=[1, 2])\ndef batch(request):\n"
    "    return tf.ones([request.param])\n\n\ndef test_it(batch, other):\n    waves(batch)\n",
    "values of a fixture": "@pytest.mark.parametrize('batch', [1], indirect=True)\ndef test_it(batch):\n"
    "    waves(batch)\n",
    "values nobody knows": "@pytest.mark.parametrize('batch', load())\ndef test_it(batch):\n    waves(batch)\n",
    "fixture that needs itself": "@pytest.fixture\ndef batch(batch):\n    return batch\n\n\n"
    "def test_it(batch):\n    waves(batch)\n",
    "method that takes more": "class T(parameterized.TestCase):\n    @parameterized.parameters(1, 2)\n"
    "    def test_it(self, n):\n        waves(n)\n",
    "no default for all": "def main(n, argv=None):\n    waves(n)\n",
    "a test that expects an error": "def test_it():\n    with pytest.raises(ValueError):\n        waves('no')\n",
}


@pytest.mark.parametrize("test", NOT_PROVED.values(), ids=NOT_PROVED.keys())
def test_what_nobody_knows_is_no_evidence(tmp_path: Path, test: str) -> None:
    assert verdict(tmp_path, test) != "proved"


def test_fixtures_of_a_conftest_above_are_known(tmp_path: Path) -> None:
    files = {
        "ops.py": OPS,
        "tests/conftest.py": "import pytest\nimport tensorflow as tf\n\n\n@pytest.fixture\ndef batch():\n"
        "    return tf.ones([3])\n",
        "tests/deep/test_ops.py": f"{HEAD}def test_it(batch):\n    waves(batch)\n",
    }
    assert functions(reports(tmp_path, files))["waves"][1].confidence == "proved"


def test_fixture_beside_the_test_hides_that_of_a_conftest(tmp_path: Path) -> None:
    made = "import pytest\nimport tensorflow as tf\n\n\n@pytest.fixture\ndef batch():\n    return {}\n"
    own = "@pytest.fixture\ndef batch():\n    return tf.ones([3])\n\n\ndef test_it(batch):\n    waves(batch)\n"
    files = {"ops.py": OPS, "conftest.py": made.format("None"), "test_ops.py": HEAD + own}
    found = [f for r in reports(tmp_path, files) for u in r.units for f in u.functions if f.name == "waves"]
    assert [f.confidence for f in found] == ["proved"]


def test_each_test_gets_objects_of_its_own(tmp_path: Path) -> None:
    test = (
        "class T(unittest.TestCase):\n    def setUp(self):\n        self.x = tf.ones([3])\n\n"
        "    def test_a(self):\n        self.x = 'text'\n        self.assertTrue(self.x)\n\n"
        "    def test_b(self):\n        waves(self.x)\n"
    )
    assert verdict(tmp_path, test) == "proved"


def test_tests_and_what_prepares_them_are_never_offered(tmp_path: Path) -> None:
    test = PROVED["made in setUp"] + PROVED["fixture"].replace("test_it", "test_other")
    found = functions(reports(tmp_path, {"ops.py": OPS, "test_ops.py": HEAD + test}))
    assert {name: found[name][1].action for name in ("T.setUp", "T.test_it", "batch", "test_other")} == dict.fromkeys(
        ("T.setUp", "T.test_it", "batch", "test_other"), "keep"
    )


def test_function_of_a_plain_module_that_is_named_like_a_test_is_none(tmp_path: Path) -> None:
    test = "def test_step(x):\n    return waves(x)\n"
    found = functions(reports(tmp_path, {"ops.py": OPS, "train.py": HEAD + test}))
    assert found["test_step"][1].confidence == "verify-first"


def test_defaults_are_no_evidence_for_the_function_itself(tmp_path: Path) -> None:
    script = "def main(x=None):\n    return waves(tf.ones([3]) if x is None else x)\n"
    assert functions(reports(tmp_path, {"ops.py": OPS, "go.py": HEAD + script}))["main"][1].confidence != "proved"
