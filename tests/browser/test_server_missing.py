"""The sidebar where the server's part is not enabled."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from .conftest import Sidebar
from .server import Lab, serve, write_notebook


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    with serve(
        tmp_path_factory.mktemp("bare"), "--ServerApp.jpserver_extensions={'jupyter_hybridize': False}"
    ) as running:
        yield running


def test_the_panel_says_how_to_mend_a_missing_server_extension(bare: Lab, page: Page, errors: list[str]) -> None:
    sidebar = Sidebar(page, bare).open(write_notebook(bare, "any.ipynb", "def f(x):\n    return x"))
    expect(sidebar.panel.get_by_role("alert")).to_contain_text("jupyter server extension enable jupyter_hybridize")
    errors.clear()  # the browser itself logs that there is nothing at the address
