"""Brings the sidebar into each of the states that it has."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Route, expect

from .conftest import Sidebar
from .server import Lab, write_notebook
from .test_sidebar import IMPORT, notebook

LONG = (
    "def normalize_features_and_accumulate_the_running_statistics_of_all_columns(features, running_mean_of_columns):\n"
    "    running_mean_of_columns.assign(0.9 * running_mean_of_columns + 0.1 * tf.reduce_mean(features, axis=0))\n"
    "    print('normalized', features.shape)\n"
    "    return (features - running_mean_of_columns) / tf.math.reduce_std(features, axis=0)"
)
HAZARD = (
    "step_count = 0\n\n\n@tf.function\ndef counted(x):\n    global step_count\n    step_count += 1\n    return x * 2.0"
)
OPAQUE = "import unknown_library\n\n\ndef asked(x):\n    return tf.reduce_sum(tf.tanh(unknown_library.transform(x)))"
DATA = (
    "mean = tf.Variable(tf.zeros([3]))\nfor batch in range(10):\n"
    "    normalize_features_and_accumulate_the_running_statistics_of_all_columns(tf.ones([8, 3]), mean)\n"
    "    counted(tf.ones([2]))\n    asked(tf.ones([2]))"
)


def mixed(lab: Lab, name: str) -> str:
    """Write a notebook with a verdict of each kind."""
    return notebook(lab, name, LONG, HAZARD, OPAQUE, DATA)


def listed(lab: Lab, sidebar: Sidebar) -> None:
    sidebar.open(mixed(lab, "listed.ipynb"))
    expect(sidebar.item("asked")).to_be_visible()


def refusal(lab: Lab, sidebar: Sidebar) -> None:
    sidebar.open(mixed(lab, "refusal.ipynb"))
    sidebar.head("noisy").click()
    expect(sidebar.item("noisy").get_by_role("list", name="Findings")).to_be_visible()


def proof(lab: Lab, sidebar: Sidebar) -> None:
    sidebar.open(mixed(lab, "proof.ipynb"))
    sidebar.head("step").click()
    expect(sidebar.item("step").get_by_role("figure")).to_contain_text("+@tf.function")


def long_names(lab: Lab, sidebar: Sidebar) -> None:
    sidebar.open(mixed(lab, "a_notebook_with_a_name_that_is_longer_than_the_panel_is_wide.ipynb"))
    expect(sidebar.item("asked")).to_be_visible()
    name = sidebar.names[2]
    sidebar.head(name).click()
    expect(sidebar.item(name).get_by_role("list", name="Findings")).to_be_visible()


def hazard(lab: Lab, sidebar: Sidebar) -> None:
    sidebar.open(mixed(lab, "hazard.ipynb"))
    sidebar.head("counted").click()
    expect(sidebar.item("counted").get_by_role("list", name="Findings")).to_be_visible()


def broken(lab: Lab, sidebar: Sidebar) -> None:
    sidebar.open(notebook(lab, "does_not_parse.ipynb", "def broken(:\n    pass", "%%bash\nls"))
    expect(sidebar.panel.get_by_role("list", name="Problems")).to_contain_text("cell 5")


def no_function(lab: Lab, sidebar: Sidebar) -> None:
    sidebar.open(write_notebook(lab, "no_function.ipynb", IMPORT, "x = tf.ones([2])"))
    expect(sidebar.panel).to_contain_text("defines no function")


def no_notebook(lab: Lab, sidebar: Sidebar) -> None:
    sidebar.open(notebook(lab, "closed.ipynb"))
    sidebar.close_all()
    expect(sidebar.panel).to_contain_text("Open a notebook")


def not_python(lab: Lab, sidebar: Sidebar) -> None:
    sidebar.open(write_notebook(lab, "not_python.ipynb", "f(x) = 2x", language="julia"))
    expect(sidebar.panel).to_contain_text("not in Python")


def read_only(lab: Lab, sidebar: Sidebar) -> None:
    """Open a notebook that the server says cannot be written, as it does of a file without the permission."""

    def as_read_only(route: Route) -> None:
        reply = route.fetch()
        route.fulfill(response=reply, json=reply.json() | {"writable": False})

    name = notebook(lab, "read_only.ipynb")
    address = re.compile(r"/api/contents/read_only\.ipynb(\?|$)")
    sidebar.page.route(address, as_read_only)
    try:
        sidebar.open(name)
        expect(sidebar.item("step")).to_be_visible()
    finally:
        sidebar.page.unroute(address)


def stale(lab: Lab, sidebar: Sidebar) -> None:
    """Hold the request for the newest text."""
    sidebar.open(notebook(lab, "stale.ipynb"))
    expect(sidebar.item("step")).to_be_visible()
    sidebar.page.route("**/jupyter-hybridize/analyze*", lambda route: None)
    sidebar.editor(4).click()
    sidebar.page.keyboard.type("# more")
    expect(sidebar.panel.get_by_role("status")).to_contain_text("changed since it was analysed")


def failed(lab: Lab, sidebar: Sidebar) -> None:
    sidebar.page.route("**/jupyter-hybridize/analyze*", lambda route: route.fulfill(status=500, body="no"))
    sidebar.open(notebook(lab, "failed.ipynb"))
    expect(sidebar.panel.get_by_role("alert")).to_contain_text("failed")


def missing(lab: Lab, sidebar: Sidebar) -> None:
    sidebar.page.route("**/jupyter-hybridize/analyze*", lambda route: route.fulfill(status=404, body="Not Found"))
    sidebar.open(notebook(lab, "missing.ipynb"))
    expect(sidebar.panel.get_by_role("alert")).to_contain_text("jupyter server extension enable")


State = Callable[[Lab, Sidebar], None]
STATES: tuple[State, ...] = (
    *(listed, refusal, proof, long_names, hazard, broken, no_function),
    *(no_notebook, not_python, read_only, stale, failed, missing),
)


def leave(sidebar: Sidebar) -> None:
    """Take back what a state changed in the page."""
    sidebar.page.unroute_all(behavior="ignoreErrors")
