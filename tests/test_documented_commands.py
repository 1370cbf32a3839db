"""What the documentation tells to type, and to write into files, does what it says."""

from __future__ import annotations

import re
import shlex
import sys
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from jupyter_hybridize.surfaces.checking.settings import read_settings
from jupyter_hybridize.surfaces.cli import main

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

ROOT = Path(__file__).parents[1]
GUIDE = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")
HOOKS = {hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))}
PROGRAM = """\
import tensorflow as tf


@tf.function
def loud(x):
    print("called")
    return x * 2.0


def step(x, w):
    for _ in tf.range(100):
        x = tf.tanh(tf.matmul(x, w))
    return x


for _ in range(100):
    loud(tf.ones(3))
    step(tf.ones([8, 8]), tf.ones([8, 8]))
"""


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", GUIDE, re.DOTALL)


def commands() -> list[str]:
    """Return the commands that the guide and its section of the README name, in order."""
    section = README.partition("## In CI and in editors")[2].partition("\n## ")[0]
    inline = re.findall(r"`jupyter hybridize ([^`]+)`", section + GUIDE)
    typed = re.findall(r"^\$ jupyter hybridize (.+)$", GUIDE, re.MULTILINE)
    run = re.findall(r"run: jupyter hybridize ([^>\n]+)", GUIDE)
    return list(dict.fromkeys(command.strip() for command in (*typed, *run, *inline)))


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "m.py").write_text(PROGRAM, encoding="utf-8")
    CliRunner().invoke(main, ["check", ".", "--baseline", "hybridize.json", "--write-baseline"])
    return tmp_path


def test_there_are_commands_to_try() -> None:
    assert len(commands()) >= 6


@pytest.mark.parametrize("command", commands())
def test_a_command_of_the_documentation_works(command: str, project: Path) -> None:
    result = CliRunner().invoke(main, shlex.split(command), catch_exceptions=False)
    assert result.exit_code in {0, 1}, result.stderr
    assert "Usage:" not in result.stderr


def test_settings_of_the_documentation_are_read() -> None:
    (text,) = blocks("toml")
    table = tomllib.loads(text)["tool"]["hybridize"]
    settings = read_settings(table, "pyproject.toml", Path("/project"))
    assert (settings.jobs, settings.fix_signatures) == (0, True)
    assert settings.ignored(Path("/project/tests/a.py")) == ("HYB406", "HYB302", "called-once")


def test_hooks_of_the_documentation_are_those_there_are() -> None:
    configured = [yaml.safe_load(block) for block in blocks("yaml") if block.startswith("repos:")]
    published, local = (each["repos"][0]["hooks"] for each in configured)
    assert {hook["id"] for hook in published} == set(HOOKS)
    (hook,) = local
    assert {key: hook[key] for key in ("entry", "language", "types_or", "require_serial")} == {
        key: HOOKS["hybridize-check"][key] for key in ("entry", "language", "types_or", "require_serial")
    }


def test_hooks_take_the_files_that_they_are_given(project: Path) -> None:
    for hook in HOOKS.values():
        assert hook["types_or"] == ["jupyter", "python"]
        assert hook["language"] == "python"
    (project / "old").mkdir()
    (project / "old" / "m.py").write_text(PROGRAM, encoding="utf-8")
    (project / "pyproject.toml").write_text('[tool.hybridize]\nexclude = ["old"]\n', encoding="utf-8")
    before = (project / "m.py").read_text(encoding="utf-8")
    program, *check = shlex.split(HOOKS["hybridize-check"]["entry"])
    assert program == "jupyter-hybridize"
    found = CliRunner().invoke(main, [*check, "m.py", "old/m.py"], catch_exceptions=False)
    assert found.exit_code == 1
    assert "old/m.py" not in found.stdout
    assert CliRunner().invoke(main, [*check, "old/m.py"], catch_exceptions=False).exit_code == 0
    _, *fix = shlex.split(HOOKS["hybridize-fix"]["entry"])
    fixed = CliRunner().invoke(main, [*fix, "m.py", "old/m.py"], catch_exceptions=False)
    assert fixed.exit_code == 0
    assert (project / "m.py").read_text(encoding="utf-8") == before.replace("def step", "@tf.function\ndef step")
    assert (project / "old" / "m.py").read_text(encoding="utf-8") == before


def test_links_of_the_documentation_lead_somewhere() -> None:
    for name, text in (("docs/ci.md", GUIDE), ("README.md", README)):
        for link in re.findall(r"\]\((?!http)([^)#]+)", text):
            assert ((ROOT / name).parent / link).exists(), f"{name}: {link}"
