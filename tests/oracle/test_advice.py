"""What the rules advise exists in TensorFlow."""

from __future__ import annotations

import importlib
import inspect
import re

import pytest

from jupyter_hybridize.rules._rule import Rule, all_rules
from jupyter_hybridize.rules.numpy_on_tensor import REPLACEMENTS

pytestmark = pytest.mark.tensorflow
tf = pytest.importorskip("tensorflow")


def _exists(dotted: str) -> bool:
    found: object = tf
    for part in dotted.split(".")[1:]:
        if not hasattr(found, part):
            return False
        found = getattr(found, part)
    return True


@pytest.mark.parametrize("name", sorted(set(REPLACEMENTS.values())))
def test_replacement_of_a_numpy_function_exists(name: str) -> None:
    assert _exists(name)


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.name)
def test_every_name_in_a_rule_exists(rule: Rule) -> None:
    text = inspect.getsource(importlib.import_module(rule.check.__module__))
    names = set(re.findall(r"\btf\.[A-Za-z_][\w.]*\w", text))
    assert {name for name in names if not _exists(name)} <= {"tf.debugging.assert_"}
