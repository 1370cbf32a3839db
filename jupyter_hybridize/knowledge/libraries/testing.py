"""Tests: ``unittest``, ``tf.test``, ``absl.testing`` and ``pytest``."""

from __future__ import annotations

from typing import Final

from jupyter_hybridize.domain.value import (
    NONE,
    TOP,
    AbstractValue,
    Api,
    Class,
    Descriptor,
    Function,
    Hybrid,
    Tuple,
    scalar,
    value,
)
from jupyter_hybridize.knowledge.host import Call
from jupyter_hybridize.knowledge.overlay import Overlay, Transfer
from jupyter_hybridize.knowledge.python.arguments import unknown_call
from jupyter_hybridize.knowledge.stdlib.registration import an, harmless, opens, pure, register, register_methods

OVERLAY = Overlay()
CASE: Final = "unittest.TestCase"
FIXTURE: Final = "pytest.fixture"
PARAMETRIZE: Final = "pytest.mark.parametrize"
PARAM: Final = "pytest.param"
_EXPECTED: Final = "unittest.case.ExpectedContext"

OVERLAY.cls(CASE, _EXPECTED)
OVERLAY.cls("tensorflow.test.TestCase", "absl.testing.absltest.TestCase", bases=(CASE,))
OVERLAY.cls("absl.testing.parameterized.TestCase", bases=("absl.testing.absltest.TestCase",))
_CHECKS: Final = (
    "assertTrue assertFalse assertEqual assertNotEqual assertIs assertIsNot assertIsNone assertIsNotNone assertIn "
    "assertNotIn assertIsInstance assertNotIsInstance assertAlmostEqual assertNotAlmostEqual assertGreater assertLess "
    "assertGreaterEqual assertLessEqual assertRegex assertCountEqual assertListEqual assertTupleEqual assertDictEqual "
    "assertSequenceEqual assertAllClose assertAllEqual assertAllCloseAccordingToType assertShapeEqual "
    "assertNotAllClose assertAllGreater assertAllLess assertAllInRange assertDTypeEqual assertNear assertArrayNear "
    "assertEmpty assertNotEmpty assertLen assertSequenceAlmostEqual assertAllInSet assertNotAllEqual"
)
register_methods(OVERLAY, CASE, pure(NONE), _CHECKS)
_HOOKS: Final = "setUp tearDown setUpClass tearDownClass skipTest fail"
register_methods(OVERLAY, CASE, harmless(NONE), _HOOKS)
register_methods(OVERLAY, CASE, harmless(scalar("str")), "get_temp_dir id shortDescription create_tempdir")
opens(OVERLAY, _EXPECTED)


@OVERLAY.method(CASE, "assertRaises", "assertRaisesRegex", "assertWarns", "assertWarnsRegex", "subTest", "assertLogs")
@OVERLAY.function("pytest.raises", "pytest.warns")
def expected(call: Call) -> AbstractValue:
    """``with self.assertRaises(ValueError):``; with a function, it is called at once."""
    if any(item.has(Function, Class, Hybrid) for item in call.arguments.positional[1:]):
        return unknown_call(call, "callback")
    return call.host.new_object(_EXPECTED)


# pytest


def _keeping(name: str) -> Transfer:
    """Return the transfer function of ``@pytest.fixture`` or ``@pytest.mark.slow``: the function stays as it is."""

    def transfer(call: Call) -> AbstractValue:
        first = call.argument(0)
        return first if first.has(Function, Class, Hybrid, Descriptor) else value(Api(name))

    return transfer


_MARKS: Final = "parametrize skip skipif xfail usefixtures filterwarnings slow integration unit gpu timeout flaky"
for _name in (FIXTURE, *(f"pytest.mark.{mark}" for mark in _MARKS.split())):
    register(OVERLAY, _keeping(_name), _name)
register(OVERLAY, harmless(an("pytest.approx")), "pytest.approx")
register(OVERLAY, harmless(NONE), "pytest.skip pytest.fail pytest.xfail pytest.importorskip pytest.exit")
register(OVERLAY, harmless(TOP), "pytest.main unittest.main tensorflow.test.main absl.testing.absltest.main")
OVERLAY.cls("pytest.approx")


@OVERLAY.function(PARAM)
def param(call: Call) -> AbstractValue:
    """``pytest.param(1, 2, id="small")``: the values of one case."""
    return value(Tuple(call.arguments.positional, name=PARAM))
