"""Builds an sdist and wheels once, from a copy of the files that a commit of this tree would hold."""

from __future__ import annotations

import os
import shutil
import sys
import venv
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.packaging.outcome import BUILT, ROOT, Installation, run

PATIENCE = 900  # seconds: on a slow machine with empty caches, all node modules are downloaded first


def pytest_collection_modifyitems(items: Sequence[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.timeout(PATIENCE))
            item.add_marker(pytest.mark.xdist_group("packaging"))  # all look at what is built once


def _copy_of_listed_files(to: Path) -> None:
    listed = run("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", cwd=ROOT)
    for name in filter(None, listed.split("\0")):
        if (ROOT / name).exists():  # a removed file is listed until its removal is committed
            (to / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, to / name)


def _lend_node_modules(to: Path) -> None:
    """Link the node modules of the checkout, if it has some.

    The tree stays clean: the installer compares them with the lock file, and would bring the checkout's to what that
    says; and nothing else that git ignores (``lib``, the built sidebar) comes along.
    """
    modules = ROOT / "labextension" / "node_modules"
    if modules.exists():
        (to / "labextension" / "node_modules").symlink_to(modules)


def _build(tree: Path, kind: str, to: Path) -> Path:
    """Build as pip does, by the backend's hook; with the tools of this environment, so that nothing is downloaded."""
    build_tools = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    command = (sys.executable, "-m", "hatchling", "build", "--target", kind, "--directory", to)
    run(*command, cwd=tree, PATH=build_tools, YARN_ENABLE_IMMUTABLE_INSTALLS="true")
    (built,) = to.iterdir()
    return built


@pytest.fixture(scope="session")
def clean_tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if not (ROOT / ".git").exists():
        pytest.skip("only a checkout tells which files belong to the project")
    tree = tmp_path_factory.mktemp("clean")
    _copy_of_listed_files(tree)
    _lend_node_modules(tree)
    assert not (tree / BUILT).exists()
    return tree


@pytest.fixture(scope="session")
def sdist(clean_tree: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _build(clean_tree, "sdist", tmp_path_factory.mktemp("sdist"))


@pytest.fixture(scope="session")
def wheel(clean_tree: Path, sdist: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel of the tree in which the sidebar has been built before, from sources that were different then."""
    (clean_tree / BUILT / "static" / "left_over.js").write_text("older")
    return _build(clean_tree, "wheel", tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="session")
def wheel_of_sdist(sdist: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel built from the sdist on a machine without Node."""
    nowhere, to = tmp_path_factory.mktemp("empty"), tmp_path_factory.mktemp("wheel_of_sdist")
    pip = (sys.executable, "-m", "pip", "wheel", "--no-deps", "--no-build-isolation", "--no-index")
    run(*pip, "--wheel-dir", to, sdist, cwd=to, PATH=str(nowhere))
    (built,) = to.iterdir()
    return built


@pytest.fixture(scope="session")
def installation(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installation:
    where, home = tmp_path_factory.mktemp("environment"), tmp_path_factory.mktemp("home")
    venv.create(where, with_pip=False, symlinks=True)
    python = where / "bin" / "python"
    run(sys.executable, "-m", "pip", "--python", python, "install", "--no-deps", "--no-index", wheel, cwd=home)
    packages = run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=home).strip()
    Path(packages, "lent.pth").write_text("\n".join(path for path in sys.path if path.endswith("site-packages")))
    return Installation(python, home)
