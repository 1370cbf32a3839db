"""Cells that ask too much of a parser or of an interpreter: deep, huge, endless, cyclic, cut short."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

Cell = Callable[[Random], str]

MAGICS = ("%", "%%", "!", "!!", "?", "??", "%%time", "%%bash\n", "%%time\n%%", "%time ", "%load_ext", "x = !", "x = %")
NAMES = (
    "λ",
    "ﬁ",
    "ſum",
    "Ａ",
    "naïve",
    "e\u0301",
    "变量",
    "𝔵",
    "ªº",
    "__",
    "·x",
    "x\u200b",
    "\u202ex",
    "🙂",
    "\ufeffx",
)
CYCLES = (
    "xs = []\nxs.append(xs)\nxs[0][0].append(tf.ones([2]))",
    "d = {}\nd['d'] = d\nd['d']['d']['x'] = tf.ones([2])",
    "class Node:\n    pass\n\nnode = Node()\nnode.self = node\nnode.self.self.value = tf.ones([2])",
    "a, b = [], []\na += [b]\nb += [a]\na == b",
    "t = ([],)\nt[0].append(t)\nhash(t)\nprint(t, [*t], {**{'t': t}})",
    "def f():\n    return f\n\nf.f = f\nf()()()",
    "class Meta(type):\n    pass\n\nMeta.kind = Meta\n\nclass A(metaclass=Meta):\n    other = None\n\nA.other = A",
    "import functools\n\np = functools.partial(lambda *a: a)\np.keywords['p'] = p\np()",
    "xs = [1]\nfor x in xs:\n    xs.append(xs)\nwhile xs:\n    xs = [xs]",
    "d = {}\nfor i in range(30):\n    d = {'left': d, 'right': d}\nd == d\nstr(d)",
)
ENDLESS = (
    "while True:\n    x = (x, x) if 'x' in dir() else ()",
    "def f(n):\n    return f(n + 1) + f(n - 1)\n\nf(0)",
    "def f(x):\n    return g([x])\n\ndef g(x):\n    return f((x, x))\n\nf(tf.ones([2]))",
    "def apply(f, x):\n    return f(f, x)\n\napply(apply, apply)",
    "y = lambda f: (lambda x: f(lambda v: x(x)(v)))(lambda x: f(lambda v: x(x)(v)))\ny(lambda f: lambda n: f(n))(1)",
    "t = ()\nfor i in range(10**9):\n    t = (t, t, i)",
    "def grow(x):\n    while tf.reduce_sum(x) > 0:\n        x = tf.concat([x, x], 0)\n    return x\n\ngrow(x)",
    "class A:\n    def __getattr__(self, name):\n        return getattr(self, name + '_')\n\nA().x.y",
    "class A:\n    def __eq__(self, o):\n        return o == self\n    __lt__ = __eq__\n\nA() == A()\nsorted([A()])",
    "import itertools\nxs = list(itertools.product(range(1000), repeat=1000))\nsum(xs, ())",
    "gen = (a for a in iter(int, 1))\nlist(gen)\nnext(gen)\ndict(enumerate(gen))",
)
HUGE = (
    "x = 10 ** 10 ** 10\ny = 1 << 10 ** 10\nz = -(2 ** 4000000) % 7",
    "x = 'a' * 10 ** 12\ny = [0] * 10 ** 12\nz = (1,) * 2 ** 62",
    "x = tf.ones([10 ** 9, 10 ** 9])\ny = tf.reshape(x, [-1, 2 ** 63])\nz = tf.zeros([2 ** 70])",
    "for i in range(10 ** 18):\n    x = tf.ones([i])",
    "x = 1e400\ny = 1e-400j\nz = int(1e308) * int(1e308)\nround(x), int(y.real), x % 0",
    "x = f'{1:{10 ** 9}}'\ny = '%1000000000d' % 1\nz = '{:1000000000}'.format(1)",
    "import math\nmath.factorial(10 ** 7)\nmath.comb(10 ** 6, 5 * 10 ** 5)\npow(7, 10 ** 9)",
    "bytes(10 ** 12)\nbytearray(10 ** 12)\nlist(range(10 ** 12))\nset(range(10 ** 12))\nsum(range(10 ** 12))",
    "import numpy as np\nnp.zeros((10 ** 6,) * 8)\nnp.arange(10 ** 15).reshape([-1] * 5)\nnp.eye(10 ** 9)",
    "'x'.ljust(10 ** 12)\n'x'.replace('', 'y' * 10 ** 10)\n('a' * 10 ** 6).split('a')\nstr(10 ** 10 ** 6)",
)


def _nested(random: Random, opening: str, inner: str, closing: str) -> str:
    depth = random.choice((30, 99, 250, 1_000, 20_000))
    return f"x = {opening * depth}{inner}{closing * depth}"


def _deep(random: Random) -> str:
    depth = random.choice((15, 25, 90, 150, 1_500))
    forms: tuple[Cell, ...] = (
        lambda r: _nested(r, "(", "1", ")"),
        lambda r: _nested(r, "[", "", "]"),
        lambda r: _nested(r, "{1: ", "2", "}"),
        lambda r: _nested(r, "tf.tanh(", "x", ")"),
        lambda r: _nested(r, "lambda: ", "1", ""),
        lambda r: _nested(r, "-", "1", ""),
        lambda r: _nested(r, "not ", "x", ""),
        lambda r: _nested(r, "x if y else ", "z", ""),
        lambda r: "x = " + " + ".join(["x"] * depth * 10),
        lambda r: "x = " + ".x" * depth * 10,
        lambda r: "x = x" + ".x" * depth * 10,
        lambda r: "x = f" + "()" * depth * 10,
        lambda r: "x = x" + "[0]" * depth * 10,
        lambda r: "x = " + " and ".join(["a < b"] * depth * 10),
        lambda r: "\n".join(" " * level + "if x:" for level in range(depth)) + "\n" + " " * depth + "y = 1",
        lambda r: "\n".join(" " * level + f"def f{level}():" for level in range(depth)) + f"\n{' ' * depth}pass",
        lambda r: "\n".join(" " * level + f"class A{level}:" for level in range(depth)) + f"\n{' ' * depth}pass",
        lambda r: "\n".join(" " * level + "for i in [1, 2]:" for level in range(depth)) + f"\n{' ' * depth}i + 1",
        lambda r: "\n".join(f"@tf.function  # {level}" for level in range(depth)) + "\ndef f(x):\n    return x",
        lambda r: "if x:\n    pass\n" + "elif y:\n    pass\n" * depth,
        lambda r: "\n".join(f"def f{n}(x):\n    return f{n + 1}(x)\n" for n in range(depth)) + "f0(tf.ones([2]))",
        lambda r: "\n".join(["class A0: pass", *(f"class A{n + 1}(A{n}): pass" for n in range(depth))]),
        lambda r: "x = " + "f'{" * 5 + "1" + "}'" * 5,
        lambda r: "[" + "".join(f" for x{n} in range(9)" for n in range(depth)).replace(" ", "0 ", 1) + "]",
        lambda r: "with " + ", ".join(f"a as b{n}" for n in range(depth)) + ":\n    pass",
        lambda r: "\n".join("try:\n    f()\nexcept E:\n    pass" for _ in range(depth)),
    )
    return random.choice(forms)(random)


def _wide(random: Random) -> str:
    size = random.choice((300, 5_000, 60_000))
    forms = (
        f"x = {'9' * size}",
        f"x = 0x{'f' * size}",
        f"x = '{'é' * size}'",
        f"x = {[0] * size}",
        f"x = {list(range(size))}\nfor y in x:\n    y = x",
        f"x = {dict.fromkeys(range(size // 10))}",
        f"def f({', '.join(f'a{n}' for n in range(size // 20))}):\n    return a1\nf(*[1] * {size})",
        f"{'x' * size} = 1",
        "x = 1\n" * (size // 20),
        "; ".join(["x = tf.ones([2])"] * (size // 50)),
        "#" * size,
        "\\\n" * (size // 20) + "x",
        "\n" * size,
        f"from m import {', '.join(f'n{n}' for n in range(size // 20))}",
        f"x = tf.constant({[[1.0] * 10] * (size // 50)})",
        f"x = b'{'x' * size}' '{'y' * size}'",
    )
    return random.choice(forms)


def _named(random: Random) -> str:
    name, other = random.choice(NAMES), random.choice(NAMES)
    return (
        f"{name} = tf.ones([2])\n\n\ndef {other}({name}, *, {other}_=1):\n    return {name} + tf.tanh({name})\n\n\n"
        f"{other}({name})\nprint('{name}', f'{{{name}}}')"
    )


def _magic(random: Random) -> str:
    magic = random.choice(MAGICS)
    rest = random.choice(
        ("", " ", "\n", "f(x", "'", '"""', "\\", "{x", "$", "\x00", "def f():\n    %", "x = 1\n  !ls\n")
    )
    first = random.choice(("", "\n", "x = 1\n", "def f():\n    ", "  "))
    return first + magic + rest


def _odd(random: Random) -> str:
    return random.choice(
        (
            *(
                "def f(:",
                "def",
                "@",
                "@tf.function",
                "@tf.function\n",
                "class",
                "lambda",
                "return 1",
                "yield",
                "await x",
            ),
            *(
                "'",
                '"""',
                "'''\n",
                "\\",
                "(",
                ")",
                "f'{'",
                "f'{x!}'",
                "rb'\\",
                "\x00",
                "x\x00y",
                "\x0c",
                "\x1a",
                "\ufeff",
            ),
            *(
                "\tx\n        y",
                "if x:\n\ty\n        z",
                "  x",
                "x\n  y",
                "x = 1\r\ry = 2",
                "x = 1\x0by = 2",
                "x\u2028y",
            ),
            *(
                "def f(a, a): pass",
                "x = *y",
                "*x = y",
                "f(**x, *y)",
                "del f()",
                "nonlocal x",
                "global x\nx = 1",
                "1 = x",
            ),
            *(
                "match x:\n    case {'a': [1, *r], **k} if r:\n        pass",
                "print 1",
                "exec 'x'",
                "`x`",
                "x <> y",
                "async x",
            ),
            *(
                "type X[T] = X[X]",
                "def f[T: f](x: T): ...",
                "except* E:\n    pass",
                "try:\n    x\nexcept* E:\n    pass",
            ),
            "from __future__ import braces",
            "from . import x",
            "from .. import *",
            "import a.b.c as d.e",
            "import",
            *(
                "\ud800 = 1",
                "x = '\ud800'",
                "# \udfff",
                "# -*- coding: rot13 -*-\nk = 1",
                "# coding: no\nx = 1",
                "from m import *",
            ),
            "__debug__ = 1",
            "None = 1",
            "x: int: str",
            "(yield) = 1",
            "[x async for x in y]",
            "break",
            "continue",
            *(
                "x = 0777",
                "1_000__0",
                "0b12",
                "1e",
                "1.e+",
                "0x",
                "'\\N{no}'",
                "'\\x1'",
                "b'é'",
                "u'\\ud800'",
                "1if 1else 2",
            ),
        )
    )


HOSTILE: tuple[Cell, ...] = (
    *(_deep, _deep, _wide, _named, _magic, _odd),
    *(lambda r: r.choice(CYCLES), lambda r: r.choice(ENDLESS), lambda r: r.choice(HUGE)),
)
