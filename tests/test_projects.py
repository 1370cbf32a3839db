"""Whole folders: modules that import each other, entry points, hints; a function is reported once, in its file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from jupyter_hybridize.results.report import FunctionReport, Report
from jupyter_hybridize.session import Session
from jupyter_hybridize.source.program import Order
from jupyter_hybridize.source.project import read_paths


def written(folder: Path, files: dict[str, str]) -> Path:
    """Write *files* below *folder*."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def reports(folder: Path, files: dict[str, str], start: str = "") -> list[Report]:
    """Return the reports on all programs of *files*, or on that of *start*."""
    programs, problems = read_paths([written(folder, files) / start], Order.DOCUMENT)
    assert not problems
    return [Session().update(program) for program in programs]


def functions(found: list[Report]) -> dict[str, tuple[str, FunctionReport]]:
    """Return each function, with the file it was reported in; none twice."""
    each = [(Path(u.path).name, f) for report in found for u in report.units for f in u.functions]
    names = [f.name for _, f in each]
    assert len(names) == len(set(names)), names
    return {f.name: (file, f) for file, f in each}


SCALE = """import tensorflow as tf


def scale(x):
    for _ in range(20):
        x = tf.sin(x) + tf.cos(x)
    return x
"""
CALL = "for n in range(3):\n    scale(tf.ones([4, 3]))\n"


@pytest.mark.parametrize(
    ("files", "start"),
    [
        ({"ops.py": SCALE, "main.py": f"import tensorflow as tf\nfrom ops import scale\n{CALL}"}, ""),
        ({"ops.py": SCALE, "main.py": f"import tensorflow as tf\nfrom ops import *\n{CALL}"}, ""),
        (
            {
                "kit/__init__.py": "from .ops import scale\n",
                "kit/ops.py": SCALE,
                "main.py": f"import tensorflow as tf\nfrom kit import scale\n{CALL}",
            },
            "",
        ),
        (
            {
                "kit/deep/__init__.py": "",
                "kit/__init__.py": "",
                "kit/deep/ops.py": SCALE,
                "main.py": "import tensorflow as tf\nimport kit.deep.ops as o\nfor n in range(3):\n"
                "    o.scale(tf.ones([4, 3]))\n",
            },
            "",
        ),
        (
            {  # no __init__: a namespace package
                "kit/ops.py": SCALE,
                "main.py": f"import tensorflow as tf\nfrom kit.ops import scale\n{CALL}",
            },
            "",
        ),
        (
            {
                "kit/__init__.py": "",
                "kit/ops.py": SCALE,
                "kit/use.py": f"import tensorflow as tf\nfrom ..kit.ops import scale\n{CALL}",
            },
            "",
        ),
        (
            {
                "ops.py": SCALE,
                "main.py": "import tensorflow as tf\ntry:\n    from ops import scale\nexcept ImportError:\n"
                f"    scale = None\n{CALL}",
            },
            "",
        ),
        (
            {
                "ops.py": SCALE,
                "main.py": "import tensorflow as tf\nfrom ops import scale\n\n\ndef main():\n"
                "    for n in range(3):\n        scale(tf.ones([4, 3]))\n\n\nif __name__ == '__main__':\n    main()\n",
            },
            "",
        ),
    ],
)
def test_function_is_proved_in_its_file_by_a_call_from_another(
    tmp_path: Path, files: dict[str, str], start: str
) -> None:
    file, scale = functions(reports(tmp_path, files, start))["scale"]
    assert file == "ops.py"
    assert (scale.action, scale.confidence) == ("decorate", "proved")


def test_star_import_binds_what_all_lists_and_nothing_else(tmp_path: Path) -> None:
    files = {
        "ops.py": f"{SCALE}\n\ndef _inner(x):\n    return tf.square(x)\n\n\n"
        "print = None\n__all__ = ['scale', '_inner']\n",
        "main.py": "import tensorflow as tf\nfrom ops import *\n\n\ndef both(x):\n    print('once')\n"
        "    return scale(x) + _inner(x)\n\n\nfor n in range(3):\n    both(tf.ones([4, 3]))\n",
    }
    found = functions(reports(tmp_path, files))
    assert "HYB101" not in {f.code for f in found["_inner"][1].findings}
    assert {f.code for f in found["both"][1].findings} >= {"HYB302"}  # `print` is still the builtin one


def test_name_that_all_does_not_list_is_not_imported(tmp_path: Path) -> None:
    files = {
        "ops.py": f"{SCALE}\n__all__ = []\n",
        "main.py": "import tensorflow as tf\n\n\ndef scale(x):\n    print(x)\n    return x\n\n\n"
        f"from ops import *\n{CALL}",
    }
    found = [(Path(u.path).name, f) for r in reports(tmp_path, files) for u in r.units for f in u.functions]
    actions = {file: f.action for file, f in found if f.name == "scale"}
    assert actions["main.py"] == "keep"


def test_modules_that_import_each_other_are_both_reported(tmp_path: Path) -> None:
    files = {
        "a.py": "import tensorflow as tf\nimport b\n\n\ndef first(x):\n    return tf.exp(b.second(x))\n",
        "b.py": "import tensorflow as tf\nimport a\n\n\ndef second(x):\n    return tf.sin(x)\n\n\n"
        "def both(x):\n    return a.first(x) * 2.0\n",
        "main.py": "import tensorflow as tf\nimport a, b\nfor n in range(3):\n    b.both(tf.ones([3]))\n",
    }
    found = functions(reports(tmp_path, files))
    assert [found[n][0] for n in ("first", "second", "both")] == ["a.py", "b.py", "b.py"]
    assert not [f for _, each in found.values() for f in each.findings if f.code < "HYB400"]


def test_hazard_in_another_module_refuses_its_caller(tmp_path: Path) -> None:
    files = {
        "log.py": "SEEN = []\n\n\ndef note(x):\n    SEEN.append(x)\n    return x\n",
        "main.py": "import tensorflow as tf\nfrom log import note\n\n\n"
        "def step(x):\n    return tf.square(note(x))\n\n\n"
        "for n in range(3):\n    step(tf.ones([3]))\n",
    }
    file, step = functions(reports(tmp_path, files))["step"]
    assert (file, step.action) == ("main.py", "keep")
    assert any(Path(f.unit).name == "log.py" for f in step.findings if f.answer == "no")


def test_global_that_another_module_rebinds_is_stale(tmp_path: Path) -> None:
    files = {
        "state.py": "import tensorflow as tf\n\nRATE = 1.0\n\n\ndef step(x):\n    return tf.square(x) * RATE\n",
        "main.py": "import tensorflow as tf\nimport state\n\nfor n in range(3):\n    state.step(tf.ones([3]))\n"
        "    state.RATE = state.RATE / 2\n",
    }
    assert functions(reports(tmp_path, files))["step"][1].confidence != "proved"


def test_notebook_reports_its_own_functions_and_follows_those_of_a_module(tmp_path: Path) -> None:
    twice = "def twice(x):\n    return scale(x) * 2.0\n"
    text = f"import tensorflow as tf\nfrom ops import scale\n\n\n{twice}\n\n{CALL}twice(tf.ones([2]))"
    cell = {"cell_type": "code", "id": "a", "metadata": {}, "outputs": [], "execution_count": None, "source": text}
    notebook = {"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    found = reports(tmp_path, {"ops.py": SCALE, "use.ipynb": json.dumps(notebook)}, "use.ipynb")
    assert {name: file for name, (file, _) in functions(found).items()} == {"twice": "use.ipynb"}


def test_test_and_script_that_nobody_calls_tell_what_they_pass(tmp_path: Path) -> None:
    files = {
        "ops.py": SCALE,
        "test_ops.py": "import tensorflow as tf\nfrom ops import scale\n\n\ndef test_scale():\n"
        "    for n in range(3):\n        assert scale(tf.ones([4, 3])).shape == (4, 3)\n",
    }
    found = functions(reports(tmp_path, files))
    assert (found["scale"][1].action, found["scale"][1].confidence) == ("decorate", "proved")
    assert "HYB405" in {f.code for f in found["test_scale"][1].findings}


def test_what_a_test_is_given_by_others_tells_nothing(tmp_path: Path) -> None:
    files = {
        "ops.py": SCALE,
        "test_ops.py": "from ops import scale\n\n\ndef test_scale(x):\n    for n in range(3):\n        scale(x)\n",
    }
    assert functions(reports(tmp_path, files))["scale"][1].confidence == "verify-first"


def test_what_one_script_writes_may_come_between_the_calls_of_another(tmp_path: Path) -> None:
    files = {
        "ops.py": "RATE = 1.0\n" + SCALE.replace("return x", "return x * RATE"),
        "run.py": "import tensorflow as tf\nfrom ops import scale\n\n\ndef main():\n"
        "    for n in range(3):\n        scale(tf.ones([4, 3]))\n",
        "slow.py": "import ops\n\n\ndef main():\n    ops.RATE = 0.5\n",
    }
    found = [f for r in reports(tmp_path, files) for u in r.units for f in u.functions if f.name == "scale"]
    assert found[0].confidence == "verify-first"


HINTS = {
    "x: tf.Tensor": True,
    "x: 'tf.Tensor'": True,
    "x: tensorflow.Tensor": True,
    "x: Optional[tf.Tensor]": True,
    "x: Union[tf.Tensor, tf.Variable]": True,
    "x: tf.Tensor | None": True,
    "x: Annotated[tf.Tensor, 'batch']": True,
    "x: np.ndarray": True,
    "x: Tuple[tf.Tensor, int]": True,
    "x: Tensor": False,  # what is imported by this name is another library's
    "x: list": False,
    "x: Sequence[tf.Tensor]": False,
    "x: 'tf.'": False,
    "x": False,
}


@pytest.mark.parametrize(("hint", "is_told"), HINTS.items())
def test_hints_tell_the_arguments_of_a_function_nobody_calls(tmp_path: Path, hint: str, is_told: bool) -> None:
    text = (
        "from __future__ import annotations\nimport numpy as np\nimport tensorflow\nimport tensorflow as tf\n"
        "from typing import Annotated, Optional, Sequence, Tuple, Union\nfrom torch import Tensor\n\n\n"
        f"def f({hint}):\n    return tf.zeros([2]) + 1.0\n"
    )
    f = functions(reports(tmp_path, {"m.py": text}))["f"][1]
    assert ("HYB101" not in {each.code for each in f.findings}) is is_told


@pytest.mark.parametrize(("spec", "confidence"), [("x: [n, d]", "proved"), ("x: [n, d] if flag", "verify-first")])
def test_shape_checks_without_conditions_do_not_hide_a_function(tmp_path: Path, spec: str, confidence: str) -> None:
    checked = SCALE.replace("def scale", f'@check_shapes("{spec}")\ndef scale')
    text = f"from check_shapes import check_shapes\n{checked}\n\n{CALL}"
    assert functions(reports(tmp_path, {"ops.py": text}))["scale"][1].confidence == confidence


@pytest.mark.parametrize(
    ("decorator", "confidence"),
    [("@compiled", "verify-first"), ("@registry.register('scaled')", "verify-first"), ("", "proved")],
)
def test_function_under_a_decorator_that_nobody_knows_is_not_proved(
    tmp_path: Path, decorator: str, confidence: str
) -> None:
    text = (
        "import tensorflow as tf\nfrom unheard_of import compiled, registry\n\n\n"
        f"{decorator}\ndef scaled(x: tf.Tensor):\n    for _ in range(50):\n        x = tf.sin(x)\n    return x\n"
    )
    assert functions(reports(tmp_path, {"ops.py": text}))["scaled"][1].confidence == confidence
