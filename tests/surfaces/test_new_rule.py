"""The command ``new-rule``, in a copy of the checkout's rules."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from jupyter_hybridize.surfaces import new_rule
from jupyter_hybridize.surfaces.cli import main
from jupyter_hybridize.surfaces.explain import documented
from jupyter_hybridize.surfaces.new_rule import NewRuleError, next_code, write_rule

ROOT = Path(__file__).parents[2]


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    for folder in ("jupyter_hybridize/rules", "tests/rules/cases"):
        (tmp_path / folder).mkdir(parents=True)
    return tmp_path


@pytest.mark.parametrize(("kind", "hundred"), [("evidence", 1), ("raises", 2), ("differs", 3), ("benefit", 4)])
def test_a_rule_gets_the_code_after_the_highest_of_its_kind(kind: str, hundred: int, checkout: Path) -> None:
    highest = max(rule.code for rule in documented() if rule.code.startswith(f"HYB{hundred}"))
    (said, _) = write_rule("lost-marble", kind, checkout)
    code = f"HYB{int(highest[3:]) + 1}"
    assert said.startswith(f"{code}: wrote ")
    module = checkout / "jupyter_hybridize" / "rules" / "lost_marble.py"
    assert f'@rule("{code}", Kind.' in module.read_text(encoding="utf-8")
    case = checkout / "tests" / "rules" / "cases" / "lost_marble" / "lost_marble.py"
    assert f"# {code}" in case.read_text(encoding="utf-8")
    for path in (module, case):
        assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))


def test_a_code_is_not_used_again() -> None:
    assert next_code(2, ["HYB201", "HYB204", "HYB310"]) == "HYB205"
    with pytest.raises(NewRuleError, match="HYB299"):
        next_code(2, ["HYB299"])


@pytest.mark.parametrize("name", ["output-once", "output_once", "refused-by-tensorflow"])
def test_a_name_that_is_taken_is_refused(name: str, checkout: Path) -> None:
    with pytest.raises(NewRuleError, match="already"):
        write_rule(name, "raises", checkout)
    assert list(checkout.rglob("*.py")) == []


@pytest.mark.parametrize("name", ["", "2fast", "a b", "../x", "class", "größe", "a--b"])
def test_a_name_that_is_no_module_is_refused(name: str, checkout: Path) -> None:
    with pytest.raises(NewRuleError, match="stale-capture"):
        write_rule(name, "raises", checkout)
    assert list(checkout.rglob("*.py")) == []


def test_what_lies_there_already_is_not_overwritten(checkout: Path) -> None:
    (checkout / "tests" / "rules" / "cases" / "lost_marble").mkdir()
    with pytest.raises(NewRuleError, match="already"):
        write_rule("lost-marble", "raises", checkout)
    assert list(checkout.rglob("*.py")) == []


def test_outside_of_a_checkout_the_command_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    installed = tmp_path / "site-packages" / "jupyter_hybridize" / "surfaces" / "new_rule.py"
    monkeypatch.setattr(new_rule, "__file__", str(installed))
    result = CliRunner().invoke(main, ["new-rule", "lost-marble", "--kind", "raises"])
    assert (result.exit_code, result.stdout) == (2, "")
    assert "in a checkout of jupyter-hybridize only" in result.stderr


def test_tests_of_a_new_rule_fail_until_it_is_filled_in(tmp_path: Path) -> None:
    for name in ("jupyter_hybridize", "tests/rules"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("labextension"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    environment = {**os.environ, "PYTHONPATH": str(tmp_path)}

    def run(*command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, *command], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
        )

    command = "from jupyter_hybridize.surfaces.cli import main; main(['new-rule', 'lost-marble', '--kind', 'differs'])"
    begun = run("-c", command)
    assert begun.returncode == 0, begun.stderr
    tried = run("-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/rules", "-k", "lost_marble or lost-marble")
    assert tried.returncode == 1, tried.stdout
    assert "lost" in tried.stdout
