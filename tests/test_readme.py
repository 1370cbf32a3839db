"""The README's example is real: its output is what the command prints."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from jupyter_hybridize.surfaces.cli import main

README = Path(__file__).parent.parent / "README.md"


def test_the_example_of_the_readme_prints_what_the_readme_shows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = README.read_text(encoding="utf-8")
    program = re.search(r"```python\n(import tensorflow.*?)```", text, re.DOTALL)
    shown = re.search(r"```console\n\$ jupyter hybridize check train\.py\n(.*?)```", text, re.DOTALL)
    assert program
    assert shown
    (tmp_path / "train.py").write_text(program[1], encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, ["check", "train.py"], env={"NO_COLOR": "1", "COLUMNS": "120"})
    assert result.exit_code == 1
    assert result.output.strip() == shown[1].strip()


def test_the_readme_names_the_two_commands_of_the_makefile() -> None:
    makefile = (README.parent / "Makefile").read_text(encoding="utf-8")
    for command in re.findall(r"^\$ make (\w+)", README.read_text(encoding="utf-8"), re.MULTILINE):
        assert re.search(rf"^{command}:", makefile, re.MULTILINE)
