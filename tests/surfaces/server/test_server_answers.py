"""What the server answers about a notebook, asked without a server."""

from __future__ import annotations

import json
import os

import pytest

from jupyter_hybridize.session import Session
from jupyter_hybridize.source.program import Order
from jupyter_hybridize.source.project import read_paths
from jupyter_hybridize.surfaces.payload import to_payload

DENSE = "import tensorflow as tf\n\ndef dense(x):\n    return tf.matmul(x, x)\n"
STEP = """\
def step(x):
    for _ in range(20):
        x = tf.nn.relu(dense(x))
    return x

step(tf.ones([3, 3]))
step(tf.ones([3, 3]))
"""


def only_function(report):
    [function] = report["units"][0]["functions"]
    return function


def problems(report):
    return [problem["message"] for problem in report["units"][0]["problems"]]


def saved(folder, *sources):
    """Write a notebook with these code cells below a text cell, and return its path."""
    cells = [{"cell_type": "markdown", "id": "text", "metadata": {}, "source": "# Title"}]
    for index, source in enumerate(sources):
        cell = {"cell_type": "code", "id": f"c{index}", "metadata": {}, "source": source, "outputs": []}
        cells.append({**cell, "execution_count": None})
    path = folder / "train.ipynb"
    path.write_text(json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": cells}))
    return path


def sent(path, **more):
    """Return the request that the sidebar makes of a saved notebook."""
    cells = json.loads(path.read_text())["cells"]
    cells = [{"id": cell["id"], "source": cell["source"], "type": cell["cell_type"]} for cell in cells]
    return {"path": path.name, "cells": cells, **more}


def test_the_report_is_the_command_lines(ask, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "layers.py").write_text(DENSE)
    path = saved(tmp_path, "import tensorflow as tf\nfrom layers import dense\n", STEP, "def broken(:\n")
    [program], _ = read_paths(["train.ipynb"], Order.DOCUMENT)
    expected = to_payload(Session().update(program))
    status, report = ask("analyze", sent(path), tmp_path)
    assert status == 200
    assert {key: report[key] for key in expected} == json.loads(json.dumps(expected))
    assert report["units"][0]["functions"][0]["confidence"] == "proved"


def test_cells_keep_their_places_and_ids(ask, tmp_path):
    _, report = ask("analyze", sent(saved(tmp_path, "x = 1\n", DENSE)))
    function = only_function(report)
    assert (function["cell"], function["cell_id"], function["line"]) == (2, "c1", 3)


def test_the_order_of_execution_can_be_asked_for(ask):
    cells = [
        {"id": "late", "source": "x = 2\nf(tf.ones(3))\n", "execution_count": 2},
        {"id": "soon", "source": "import tensorflow as tf\ndef f(x):\n    return tf.sin(x)\n", "execution_count": 1},
    ]
    types = []
    for order in ("document", "execution"):
        status, report = ask("analyze", {"path": "x.ipynb", "cells": cells, "order": order})
        assert (status, report["units"][0]["order"]) == (200, order)
        types.append(only_function(report)["parameters"][0]["type"])
    assert types[1] == "f32[3]" != types[0]


def test_a_cell_that_does_not_parse_is_a_problem_and_the_others_are_analysed(ask, make):
    _, report = ask("analyze", make(DENSE, "def (:\n"))
    assert only_function(report)["name"] == "dense"
    assert report["units"][0]["problems"] == [{"cell": 1, "line": 1, "message": "does not parse: invalid syntax"}]


def test_each_function_comes_with_its_words(ask, sample):
    _, report = ask("analyze", sample)
    [words] = report["words"]["functions"]
    assert (words["name"], words["badge"]["word"]) == ("double", "proved")
    assert words["reason"] == "Decorate it with `@tf.function`."
    assert report["words"]["summary"] == "1 function: 1 proved"


def test_words_stand_in_the_order_of_the_functions(ask, make):
    quiet = "def plain(a):\n    return a\n\nplain(1)\n"
    _, report = ask("analyze", make(quiet, DENSE, quiet.replace("plain", "other")))
    names = [function["name"] for function in report["units"][0]["functions"]]
    assert [words["name"] for words in report["words"]["functions"]] == names == ["plain", "dense", "other"]


def test_a_notebook_in_another_language_is_told_apart(ask, sample):
    status, reply = ask("analyze", {**sample, "language": "R"})
    assert (status, reply["reason"]) == (422, "not-python")
    assert ask("analyze", {**sample, "language": "python"})[0] == 200


def test_evidence_of_the_kernel_counts(ask, make):
    names = {"x": {"kind": "tensor", "type": "EagerTensor", "dtype": "float32", "shape": [3, 3]}}
    request = make(DENSE, "dense(x)")
    _, without = ask("analyze", request)
    _, told = ask("analyze", {**request, "evidence": {"schema": 1, "names": names}})
    types = [only_function(report)["parameters"][0]["type"] for report in (without, told)]
    assert types[0] != types[1] == "f32[3,3]"


def test_nothing_is_proved_by_ignoring_a_rule(ask, make):
    effect = "import tensorflow as tf\nseen = []\ndef f(x):\n    seen.append(1)\n    return tf.matmul(x, x)\n"
    request = make(effect + "f(tf.ones([3, 3]))\n")
    _, report = ask("analyze", request)
    _, lenient = ask("analyze", {**request, "ignored_rules": ["HYB301"]})
    assert only_function(report)["confidence"] == "refused"
    assert only_function(lenient)["confidence"] in ("verify-first", "no-gain")
    status, reply = ask("analyze", {**request, "ignored_rules": ["HYB309999"]})
    assert (status, reply["message"][:33]) == (400, "ignored_rules: there is no rule '")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"path": None}, "path is missing"),
        ({"path": 3}, "path is no text"),
        ({"path": ""}, "path is no path"),
        ({"path": "a\0b"}, "path is no path"),
        ({"path": "\ud800"}, "path is no path"),
        ({"path": "../../etc/x.ipynb"}, "path leads out of the server's folder"),
        ({"path": "a\\..\\..\\x.ipynb"}, "path leads out of the server's folder"),
        ({"path": "x" * 5000}, "path has 5,000 characters, more than 4,096"),
        ({"cells": None}, "cells is missing"),
        ({"cells": {}}, "cells is no list"),
        ({"cells": ["x"]}, "cells[0] is no JSON object"),
        ({"cells": [{"id": "a", "source": ["x"]}]}, "cells[0].source is no text"),
        ({"cells": [{"id": 1, "source": ""}]}, "cells[0].id is no text"),
        ({"cells": [{"id": "a", "source": "", "type": "<b>"}]}, "cells[0].type is none of code, markdown, raw"),
        ({"cells": [{"id": "a", "source": "", "execution_count": 1.5}]}, "cells[0].execution_count is no whole number"),
        ({"order": "random"}, "order is none of document, execution"),
        ({"sequence": True}, "sequence is no whole number"),
        ({"sequence": 2**60}, "sequence is no whole number"),
        ({"ignored_rules": [1]}, "ignored_rules[0] is no text"),
    ],
)
def test_a_wrong_field_is_named(ask, sample, change, message):
    assert ask("analyze", {**sample, **change}) == (400, {"message": message, "reason": "invalid"})


@pytest.mark.parametrize(
    ("evidence", "message"),
    [
        ([], "evidence: the evidence is no JSON object"),
        ({"schema": 99}, "evidence: the evidence has schema 99, and 1 is read"),
        ({"schema": 1, "names": {"x": {"kind": "tensor"}}}, "evidence: names['x'].type is no text"),
    ],
)
def test_evidence_that_cannot_be_read_is_told_apart_from_a_wrong_request(ask, sample, evidence, message):
    assert ask("analyze", {**sample, "evidence": evidence}) == (400, {"message": message, "reason": "evidence"})


@pytest.mark.parametrize("body", [b"", b"{", b"\xff\xfe{", b"[]", b"null", b'{"sequence": 1' + b"0" * 9999 + b"}"])
def test_what_is_no_request_is_refused(ask, body):
    status, reply = ask("analyze", body)
    assert (status, reply["reason"]) == (400, "invalid")
    assert "\n" not in reply["message"]


def test_code_of_any_kind_gets_an_answer(ask, make):
    sources = [
        "'\ud800'",
        "x = " + "(" * 5000,
        "\0",
        "a" * 1_500_000,
        "<script>alert(1)</script>",
        "\r\x0c\u2028def f(): 0",
    ]
    status, report = ask("analyze", make(*sources))
    assert status == 200
    assert len(report["units"][0]["problems"]) >= 5


def test_a_name_with_html_is_only_text(ask, make):
    _, report = ask("analyze", make(DENSE, path="<img src=x onerror=alert(1)>.ipynb"))
    assert report["units"][0]["path"] == "<img src=x onerror=alert(1)>.ipynb"


def test_packages_and_what_they_import_are_followed(ask, make, tmp_path):
    package = tmp_path / "work/models"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text("from .blocks import dense\n")
    (package / "blocks.py").write_text(DENSE)
    uses = "import tensorflow as tf\nfrom models import dense\n"
    _, report = ask("analyze", make(uses + STEP, path="work/train.ipynb"), tmp_path)
    assert only_function(report)["confidence"] == "proved"
    _, shared = ask("analyze", make(uses + STEP, path="RTC:work/train.ipynb"), tmp_path)
    assert only_function(shared)["confidence"] == "proved"


@pytest.mark.parametrize(
    "code",
    [
        "from ../../etc/passwd import x",
        "from ... import secret",
        "from ..secret import x",
        "from .. import secret",
        "from ....etc import passwd",
        "import secret",
        "import " + "a" * 400,
    ],
)
def test_no_import_leads_out_of_the_notebooks_folder(ask, make, tmp_path, code):
    (tmp_path / "secret.py").write_text("def top_secret(): pass\n")
    (tmp_path / "work/inner").mkdir(parents=True)
    status, report = ask("analyze", make(code, DENSE, path="work/train.ipynb"), tmp_path)
    assert status == 200
    assert "top_secret" not in json.dumps(report)
    assert all("secret" not in problem for problem in problems(report) if "not followed" in problem)


def test_a_module_within_the_folder_cannot_lead_out_of_it_either(ask, make, tmp_path, monkeypatch):
    package = tmp_path / "work/models"
    package.mkdir(parents=True)
    (tmp_path / "secret.py").write_text("opened = 1\n")
    (package / "__init__.py").write_text("from ...secret import opened\nfrom .. import secret\n")
    read = []
    monkeypatch.setattr("jupyter_hybridize.surfaces.server.modules.read_module", lambda path, *_: read.append(path))
    ask("analyze", make("import models", path="work/train.ipynb"), tmp_path)
    assert read == [package / "__init__.py"]


def test_links_are_followed_within_the_folder_only(ask, make, tmp_path):
    work = tmp_path / "work"
    work.mkdir()
    (tmp_path / "secret.py").write_text("value = 1\n")
    (work / "real.py").write_text(DENSE)
    (work / "alias.py").symlink_to(work / "real.py")
    (work / "leak.py").symlink_to(tmp_path / "secret.py")
    (work / "around.py").symlink_to(work / "around.py")
    (work / "up").symlink_to(tmp_path)
    code = "import tensorflow as tf\nfrom alias import dense\nimport leak, around\nimport up.secret\n"
    _, report = ask("analyze", make(code + STEP, path="work/train.ipynb"), tmp_path)
    assert only_function(report)["confidence"] != "refused"
    assert problems(report) == [
        "`leak` is not followed: its file is a link that leads out of the notebook's folder",
        "`up.secret` is not followed: its file is a link that leads out of the notebook's folder",
    ]


def test_a_folder_that_is_a_link_out_of_the_servers_is_not_read(ask, make, tmp_path):
    (tmp_path / "root").mkdir()
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/layers.py").write_text("def broken(:\n")
    (tmp_path / "root/link").symlink_to(tmp_path / "elsewhere")
    _, report = ask("analyze", make("import layers", DENSE, path="link/train.ipynb"), tmp_path / "root")
    assert problems(report) == []


def test_what_is_no_plain_small_file_is_not_read(ask, make, tmp_path):
    os.mkfifo(tmp_path / "pipe.py")
    (tmp_path / "large.py").write_text("#" * 2_000_000)
    (tmp_path / "binary.py").write_bytes(b"\0")
    status, report = ask("analyze", make("import pipe, large, binary", DENSE), tmp_path)
    assert status == 200
    assert problems(report) == [
        "`large` is not followed: its file is too large, or one of too many",
        "`binary` is not followed: not a text file",
    ]


def test_no_module_is_read_where_the_contents_are_no_files(ask, make, tmp_path):
    _, report = ask("analyze", make("import layers", DENSE), None)  # the contents are no files
    assert problems(report) == []


def test_a_bug_is_told_and_the_next_request_served(ask, desk, sample, monkeypatch):
    def fail(*_):
        raise ZeroDivisionError("oops")

    with monkeypatch.context() as patch:
        patch.setattr(Session, "update", fail)
        status, reply = ask("analyze", sample)
    assert (status, reply["reason"]) == (500, "bug")
    assert "ZeroDivisionError: oops" in reply["message"]
    assert sample["path"] not in desk.sessions.paths
    assert ask("analyze", sample)[0] == 200
