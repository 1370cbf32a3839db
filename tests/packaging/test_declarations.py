"""What the project's files for the package managers promise one another."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.packaging.outcome import BUILT, ROOT

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

PACKAGE = json.loads((ROOT / "labextension" / "package.json").read_text())
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())


def test_lock_file_names_no_registry() -> None:
    assert "http" not in (ROOT / "labextension" / "yarn.lock").read_text()


def test_sidebar_depends_on_nothing_whose_major_version_differs_between_jupyterlabs() -> None:
    """JupyterLab refuses an extension whose version of a shared package is not its own."""
    assert "@jupyter/ydoc" not in PACKAGE["dependencies"]


def test_extra_for_building_is_what_a_build_requires() -> None:
    assert PROJECT["project"]["optional-dependencies"]["build"] == PROJECT["build-system"]["requires"]


def test_the_two_packages_say_the_same_of_themselves() -> None:
    assert PACKAGE["name"] == PROJECT["project"]["name"]
    assert PACKAGE["license"] == PROJECT["project"]["license"]
    assert PACKAGE["author"] == PROJECT["project"]["authors"][0]["name"]


@pytest.mark.parametrize("source", ["src/index.ts", "style/base.css", "schema/plugin.json", "yarn.lock"])
def test_changed_source_of_the_sidebar_is_built_again(clean_tree: Path, sdist: Path, source: str) -> None:
    built = (clean_tree / BUILT / "package.json").stat().st_mtime
    assert _is_up_to_date(clean_tree)
    before = (clean_tree / "labextension" / source).stat()
    os.utime(clean_tree / "labextension" / source, (built + 1, built + 1))
    assert not _is_up_to_date(clean_tree)
    os.utime(clean_tree / "labextension" / source, (before.st_atime, before.st_mtime))


def _is_up_to_date(tree: Path) -> bool:
    modules = "labextension/node_modules/.yarn-state.yml"  # lent, and so of another time
    asked = subprocess.run(
        ["make", "--question", f"--old-file={modules}", BUILT / "package.json"], cwd=tree, check=False
    )
    assert asked.returncode in {0, 1}
    return asked.returncode == 0
