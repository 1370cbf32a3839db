"""What the sidebar asks an idle kernel: a Python expression that needs nothing of this package there.

The texts of the modules that answer go along, and are read once in each kernel. So a kernel in another environment, or
one in which ``%load_ext`` was never run, answers too; the user's names and history stay as they are.
"""

from __future__ import annotations

import hashlib
from importlib.resources import files

PARTS = ("probe", "last_binders", "kernel_answer")  # each importable alone

# Names of the user's may hide those of Python.
_EXPRESSION = """\
(lambda python: lambda names: (lambda sys: sys.modules.get({key!r}) or (
    lambda parts, texts: [
        [python.exec(python.compile(text, {key!r} + '.' + name, 'exec'), parts[name].__dict__)
            for name, text in texts.items()],
        sys.modules.__setitem__({key!r}, parts['kernel_answer'].Answerer(
            parts['probe'].probe, parts['last_binders'].LastBinders().answer)),
        sys.modules[{key!r}],
    ][-1]
)({{name: python.type(sys)({key!r} + '.' + name) for name in {parts!r}}}, {texts!r})
)(python.__import__('sys')).answer(python.__import__('IPython').get_ipython(), names)
)(__import__('builtins'))"""


def question() -> str:
    """Return the expression: a function of a list of names, which returns what can be displayed as JSON."""
    package = files("jupyter_hybridize.surfaces")
    texts = {name: package.joinpath(f"{name}.py").read_text("utf-8") for name in PARTS}
    digest = hashlib.sha256(repr(texts).encode()).hexdigest()[:12]
    return _EXPRESSION.format(key=f"_jupyter_hybridize_{digest}", parts=PARTS, texts=texts)
