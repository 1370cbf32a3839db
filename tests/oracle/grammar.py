"""Programs as notebooks hold them, made at random: a function of tensors and numbers, and calls of it."""

from __future__ import annotations

from random import Random
from typing import Final

_HEAD: Final = """\
import numpy as np
import tensorflow as tf

rate = 0.5
table = {3: 1.0, 4: 2.0}
row = [1.0, 2.0, 3.0, 4.0, 5.0]
grid = np.array([1.0, 2.0], np.float32)
weight = tf.Variable([1.0, 2.0])
total = tf.Variable(0.0)
log = []
numbers = iter(range(100))


class Box:
    count = 0

    def __init__(self, size):
        self.size = size

    def scaled(self, y):
        return y * self.size

    def counted(self, y):
        self.count += 1
        return y * self.count


box = Box(2.0)


def helper(y, k):
    return y + len([0] * k)


def chosen(y, t):
    if t > 0:
        return y
    return -y


def pick(t):
    return 4 if t > 0 else 3

"""
_NUMBERS: Final = ("n", "k", "m")
_LEAVES: Final = (
    "x", "y", "x", "y", "tf.ones([2])", "weight", "grid", "2.0", "rate", "tf.cast(t, tf.float32)", "box.size", "row[0]",
)  # fmt: skip
_UNARY: Final = (
    "-{}", "abs({})", "tf.square({})", "tf.nn.relu({})", "tf.reduce_sum({})", "box.scaled({})", "chosen({}, t)",
    "tf.identity({})", "tf.reshape({}, [-1])[0]",
    "tf.reshape({}, [-1])[::-1]", "tf.stack([{0}, {0}])[0]", "tf.concat([{0}, {0}], 0)[:2]",
)  # fmt: skip
_BINARY: Final = ("{} + {}", "{} * {}", "{} - {}", "tf.maximum({}, {})", "tf.add({}, {})", "tf.where(x > 0.0, {}, {})")
_TENSOR_TESTS: Final = ("t > 0", "tf.reduce_sum(x) > 1.0", "x[0] > 0.5", "not t > 0", "t > 0 and t < 5")
_PYTHON_TESTS: Final = ("k > 3", "flag", "x.shape[0] > 1", "isinstance(n, int)", "m is None", "len(x) == 2", "n == 3")
_LOOPS: Final = (
    "for i in tf.range(t):", "for i in range(3):", "for i in range(k):", "for v in x:", "for i in range(n):",
    "while t > 0:\n    t = t - 1", "for i, v in enumerate(row[:2]):", "for v in (1.0, 2.0):",
)  # fmt: skip
_COUNTS: Final = ("n = 4", "n = n + 1", "n += 1", "n = pick(t)", "n = int(t) + 2", "n = k", "m = n", "k = n", "n = 3")
_USES: Final = (
    "y = y + table[n]", "y = y + table.get(n, 0.0)", "y = y + row[n]", "y = helper(y, n)", "y = y * n",
    "y = y + tf.cast(n, tf.float32)", "y = y + tf.reduce_sum(tf.zeros([n]))", "y = y + float(n)",
    "y = y + sum(row[:n])", "y = y + len(f'{n}')", "y = y / float(n)", "y = y + np.sqrt(n)", "y = y + max(n, 2)",
    "y = y + tf.range(6.0)[n]", "y = y + len(set([n, k]))", "y = y + tf.reduce_sum([float(j) for j in range(n)])",
)  # fmt: skip
_EFFECTS: Final = (
    "total.assign_add(tf.reduce_sum(x))", "log.append(1)", "y = box.counted(y)", "parts.append(y)", "state['y'] = y",
    "y = y + next(numbers)", "weight.assign_add(x)", "y = y + tf.add_n(parts)", "y = y + state['y']",
    "local = Box(3.0)\ny = local.counted(y)", "pair = (y, x)\ny = pair[0]", "y, x = x, y", "assert k > 0",
    "with tf.name_scope('a'):\n    y = y + 1.0",
    "with tf.GradientTape() as tape:\n    s = tf.reduce_sum(weight * weight * y)\ny = y + tape.gradient(s, weight)",
    "f = lambda q: q * n\ny = y + tf.cast(f(1), tf.float32)", "tf.print(n)",
)  # fmt: skip
_CALLS: Final = (
    "f(tf.ones([2]), tf.constant({0}), 3)", "f(tf.constant([1.0, -1.0]), tf.constant({0}), {1})",
    "f(tf.ones([2]), tf.constant({0}), {1}, flag=True)", "f(grid, tf.constant({0}), {1})",
)  # fmt: skip


class Grammar:
    """Makes programs: the same of the same seed."""

    def __init__(self, seed: int) -> None:
        """Begin with *seed*."""
        self._random = Random(seed)

    def program(self) -> str:
        """Return the text of a program whose function ``f`` is to be compared."""
        body = [line for _ in range(self._random.randrange(2, 6)) for line in self._statement(2)]
        start = ["y = x", "n = 3", "m = None", "parts, state = [x], {'y': x}"]
        text = "\n".join(f"    {line}" for line in [*start, *body, self._result()])
        calls = [self._pick(_CALLS).format(t, self._pick((3, 4))) for t in (2, self._pick((0, 2, 1)), 1)]
        return f"{_HEAD}\ndef f(x, t, k, flag=False):\n{text}\n\n\nRESULT = [{', '.join(calls)}]\n"

    def _pick(self, options: tuple[object, ...]) -> str:
        return str(self._random.choice(options))

    def _expression(self, depth: int) -> str:
        kind = self._random.random()
        if not depth or kind < 0.3:
            return self._pick(_LEAVES)
        if kind < 0.6:
            return self._pick(_UNARY).format(self._expression(depth - 1))
        return self._pick(_BINARY).format(self._expression(depth - 1), self._expression(depth - 1))

    def _statement(self, depth: int) -> list[str]:
        kind = self._random.random()
        if not depth or kind < 0.6:
            return self._simple().split("\n")
        inner = [line for _ in range(self._random.randrange(1, 3)) for line in self._statement(depth - 1)]
        block = [f"    {line}" for line in inner]
        if kind < 0.75:
            return [*self._pick(_LOOPS).split("\n"), *block]
        test = self._pick(_TENSOR_TESTS if kind < 0.92 else _PYTHON_TESTS)
        other = [f"    {line}" for line in self._statement(depth - 1)] if self._random.random() < 0.4 else []
        return [f"if {test}:", *block, *(["else:", *other] if other else [])]

    def _simple(self) -> str:
        kind = self._random.random()
        if kind < 0.35:
            return self._pick(_COUNTS)
        if kind < 0.6:
            return self._pick(_USES)
        return self._pick(_EFFECTS) if kind < 0.75 else f"y = {self._expression(2)}"

    def _result(self) -> str:
        return self._pick(("return y", "return y", "return y, x", "return {'y': y}", "return tf.reduce_sum(y)"))
