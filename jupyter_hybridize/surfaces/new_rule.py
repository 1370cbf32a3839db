"""The command ``new-rule``: begins a rule in a checkout of this project, with all that the tests ask of one."""

from __future__ import annotations

import keyword
import re
from collections.abc import Mapping
from pathlib import Path

from jupyter_hybridize.surfaces.explain import documented

HUNDREDS: Mapping[str, tuple[int, str]] = {
    "evidence": (1, "EVIDENCE"),
    "raises": (2, "SAFETY"),
    "differs": (3, "SAFETY"),
    "benefit": (4, "BENEFIT"),
}

# The sentence and both programs are to be written; until they are, the tests of the rule fail.
MODULE = '''\
"""The function … (one sentence that finishes “The function”).

A paragraph on why tracing minds.

**Refused:**

    import tensorflow as tf


    def step(x):
        return x * 2.0  # {code}


    RESULT = [step(tf.constant(1.0)), step(tf.constant(2.0))]

**Accepted:**

    import tensorflow as tf


    def step(x):
        return x * 2.0


    RESULT = [step(tf.constant(1.0)), step(tf.constant(2.0))]
"""

from __future__ import annotations

from collections.abc import Iterator

from jupyter_hybridize.facts.function import FunctionFacts
from jupyter_hybridize.rules._rule import Fix, Kind, Reason, rule


@rule("{code}", Kind.{kind}, Fix.NONE)
def check(facts: FunctionFacts) -> Iterator[Reason]:
    """Report … (read facts, never syntax)."""
    yield from ()
'''
CASES = '''\
"""What {name} finds, and more that only looks like it."""

import tensorflow as tf


def step(x):
    return x * 2.0  # {code}


def nearly(x):
    return x * 2.0


step(tf.ones([3]))
nearly(tf.ones([3]))
'''


class NewRuleError(Exception):
    """The rule cannot be begun; the message is one line."""


def write_rule(name: str, kind: str, root: Path | None = None) -> list[str]:
    """Write the files of the rule called *name* in the checkout at *root*, or this one; return what to tell."""
    checkout = _checkout() if root is None else root
    stem = name.lower().replace("-", "_")
    if not re.fullmatch(r"[a-z][a-z0-9]*(_[a-z0-9]+)*", stem) or keyword.iskeyword(stem):
        raise NewRuleError(f"{name}: a rule is called by its problem, in small letters with dashes: stale-capture")
    module = checkout / "jupyter_hybridize" / "rules" / f"{stem}.py"
    cases = checkout / "tests" / "rules" / "cases" / stem
    taken = {rule.name.replace("-", "_") for rule in documented()}
    if stem in taken or module.exists() or cases.exists():
        raise NewRuleError(f"{stem.replace('_', '-')}: there is such a rule already")
    hundred, constant = HUNDREDS[kind]
    code = next_code(hundred, [rule.code for rule in documented()])
    module.write_text(MODULE.format(code=code, kind=constant), encoding="utf-8")
    cases.mkdir()
    (cases / f"{stem}.py").write_text(CASES.format(code=code, name=stem.replace("_", "-")), encoding="utf-8")
    written = [str(path.relative_to(checkout)) for path in (module, cases / f"{stem}.py")]
    return [f"{code}: wrote {' and '.join(written)}", f"Fill them in, and try: pytest -k {stem}; then: make docs"]


def next_code(hundred: int, codes: list[str]) -> str:
    """Return the code after the highest of its kind: one that was given up is not used again."""
    numbers = [int(code[3:]) for code in codes if code.startswith(f"HYB{hundred}")]
    number = max(numbers, default=100 * hundred) + 1
    if number // 100 != hundred:
        raise NewRuleError(f"there is no code left after HYB{number - 1}")
    return f"HYB{number}"


def _checkout() -> Path:
    """Return the folder of the checkout that this module is part of."""
    root = Path(__file__).resolve().parents[2]
    if not (root / "pyproject.toml").is_file() or not (root / "tests" / "rules" / "cases").is_dir():
        raise NewRuleError("new-rule works in a checkout of jupyter-hybridize only, installed with `pip install -e .`")
    return root
