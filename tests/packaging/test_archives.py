"""What the wheel and the sdist hold."""

from __future__ import annotations

import email
import json
import zipfile
from pathlib import Path

from tests.packaging.outcome import BUILT, contents

SHARED = "share/jupyter/labextensions/jupyter-hybridize/"


def _data(wheel: Path) -> dict[str, bytes]:
    """Return what the wheel puts outside of the Python packages, by its path in the environment."""
    parts = {name.partition(".data/data/")[2]: content for name, content in contents(wheel).items()}
    return {name: content for name, content in parts.items() if name}


def _metadata(wheel: Path) -> email.message.Message:
    (name,) = (name for name in contents(wheel) if name.endswith(".dist-info/METADATA"))
    return email.message_from_bytes(contents(wheel)[name])


def test_wheel_holds_each_file_of_the_sidebar_once(clean_tree: Path, wheel: Path) -> None:
    built = {
        path.relative_to(clean_tree / BUILT).as_posix() for path in (clean_tree / BUILT).rglob("*") if path.is_file()
    }
    assert {name.removeprefix(SHARED) for name in _data(wheel) if name.startswith(SHARED)} == built | {"install.json"}
    with zipfile.ZipFile(wheel) as opened:
        names = opened.namelist()
    assert len(names) == len(set(names))
    assert not [name for name in names if name.startswith(BUILT.as_posix())]


def test_wheel_holds_what_jupyterlab_loads(wheel: Path) -> None:
    data = _data(wheel)
    entry = json.loads(data[f"{SHARED}package.json"])["jupyterlab"]["_build"]["load"]
    assert b"jupyter-hybridize" in data[f"{SHARED}{entry}"]
    assert json.loads(data[f"{SHARED}schemas/jupyter-hybridize/plugin.json"])["properties"]


def test_wheel_switches_the_server_extension_on(wheel: Path) -> None:
    config = json.loads(_data(wheel)["etc/jupyter/jupyter_server_config.d/jupyter_hybridize.json"])
    assert config == {"ServerApp": {"jpserver_extensions": {"jupyter_hybridize": True}}}


def test_wheel_tells_jupyterlab_which_package_to_uninstall(wheel: Path) -> None:
    told = json.loads(_data(wheel)[f"{SHARED}install.json"])
    assert (told["packageManager"], told["packageName"]) == ("python", _metadata(wheel)["Name"])


def test_wheel_holds_the_licence_and_nothing_that_only_developers_need(wheel: Path) -> None:
    names = list(contents(wheel))
    assert [name for name in names if name.endswith(".dist-info/licenses/LICENSE")]
    roots = {name.partition("/")[0] for name in names}
    stem = "jupyter_hybridize-" + _metadata(wheel)["Version"]
    assert roots == {"jupyter_hybridize", f"{stem}.dist-info", f"{stem}.data"}
    unwanted = ("node_modules", ".ts", ".tsx", ".map", "build_log.json")
    assert not [name for name in names if name.endswith(unwanted) or "node_modules" in name]


def test_sidebar_left_over_from_older_sources_is_not_shipped(wheel: Path) -> None:
    assert not [name for name in contents(wheel) if "left_over" in name]


def test_sdist_holds_the_sources_the_tests_and_the_built_sidebar(clean_tree: Path, sdist: Path) -> None:
    names = set(contents(sdist))
    assert {"labextension/src/index.ts", "labextension/yarn.lock", "labextension/install.json"} <= names
    assert {"Makefile", "setup.cfg", "pyproject.toml", "LICENSE", "tests/packaging/test_archives.py"} <= names
    assert {"docs/ci.md", "docs/rules/README.md", ".pre-commit-hooks.yaml"} <= names
    assert f"{BUILT.as_posix()}/static/style.js" in names
    ignored = ("labextension/node_modules", "labextension/lib", "labextension/.yarn/")
    assert (clean_tree / "labextension" / "lib").exists()
    assert not [name for name in names if name.startswith(ignored) or "__pycache__" in name]


def test_wheel_of_the_sdist_needs_no_node_and_is_the_same(wheel: Path, wheel_of_sdist: Path) -> None:
    assert contents(wheel_of_sdist) == contents(wheel)


def test_both_packages_have_one_version(wheel: Path) -> None:
    assert _metadata(wheel)["Version"] == json.loads(_data(wheel)[f"{SHARED}package.json"])["version"]
