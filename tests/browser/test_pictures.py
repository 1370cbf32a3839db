"""The pictures of the README, made from the sidebar as it is."""

from __future__ import annotations

import os
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from .conftest import Sidebar
from .server import Lab, write_notebook
from .test_accessibility import DARK, LIGHT, show_theme

# HYBRIDIZE_PICTURES=notebooks/images pytest tests/browser/test_pictures.py
FOLDER = os.environ.get("HYBRIDIZE_PICTURES")
SIZE = {"width": 1040, "height": 620}
LARGEST = 80 * 1024
COLOURS = 64  # a third of the size of all colours, and no difference to be seen
SETUP = (
    "import tensorflow as tf\n\nmodel = tf.keras.Sequential([tf.keras.Input((4,)), tf.keras.layers.Dense(1)])\n"
    "optimizer = tf.keras.optimizers.Adam(0.01)\nlosses = []"
)
GRADIENT_STEP = """def gradient_step(features, labels):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean((model(features) - labels) ** 2)
    gradients = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(gradients, model.trainable_variables))
    return loss"""
LOGGED_STEP = """def logged_step(features, labels):
    loss = gradient_step(features, labels)
    losses.append(loss)
    return loss"""
LOOP = "for step in range(100):\n    logged_step(tf.random.normal([32, 4]), tf.zeros([32, 1]))"


@pytest.fixture
def posed(lab: Lab, sidebar: Sidebar, page: Page) -> Iterator[Sidebar]:
    """The sidebar beside the example of the README, with the file browser out of the way."""
    size = page.viewport_size
    assert size
    page.set_viewport_size(SIZE)  # type: ignore[arg-type]
    page.goto("about:blank")  # the width of the panel is that of a new page
    sidebar.open(write_notebook(lab, "train.ipynb", SETUP, GRADIENT_STEP, LOGGED_STEP, LOOP))
    sidebar.execute("application:toggle-left-area")
    widen(sidebar, 120)
    yield sidebar
    show_theme(sidebar, LIGHT)
    page.set_viewport_size(size)
    page.goto("about:blank")


def widen(sidebar: Sidebar, by: float) -> None:
    """Move the handle between the notebook and the panel."""
    box = sidebar.panel.bounding_box()
    assert box
    mouse = sidebar.page.mouse
    mouse.move(box["x"] - 2, 300)
    mouse.down()
    mouse.move(box["x"] - 2 - by, 300, steps=4)
    mouse.up()


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_the_picture_shows_a_proof_and_a_refusal(theme: str, posed: Sidebar, page: Page, tmp_path: Path) -> None:
    show_theme(posed, theme)
    expect(posed.item("gradient_step")).to_contain_text("proved")
    posed.head("logged_step").click()
    expect(posed.item("logged_step").get_by_role("list", name="Findings")).to_be_visible()
    page.locator(".jp-Cell-outputWrapper").first.wait_for(state="attached")
    page.mouse.move(0, 0)
    path = Path(FOLDER or tmp_path, f"sidebar-{theme.split()[-1].lower()}.png")
    picture = Image.open(BytesIO(page.screenshot(animations="disabled", caret="hide")))
    picture.quantize(COLOURS).save(path, optimize=True)
    assert 20_000 < path.stat().st_size <= LARGEST
