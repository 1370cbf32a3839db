"""Files that are links, read-only, gone, unreadable or no files: one line for each, and no byte is lost."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import nbformat
import pytest
from click.testing import CliRunner, Result
from nbformat import v4

from jupyter_hybridize.surfaces.cli import main
from tests.surfaces.small_programs import CALLS, HAZARD, STEP

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(tmp_path)
    return lambda *args: CliRunner().invoke(main, list(args), catch_exceptions=False)


def notebook(name: str) -> bytes:
    """Write a notebook with one function to decorate, and return its bytes."""
    nbformat.write(v4.new_notebook(cells=[v4.new_code_cell(STEP), v4.new_code_cell(CALLS)]), name)
    return Path(name).read_bytes()


def refusing(number: int, refused: str, act: Callable[..., object]) -> Callable[..., object]:
    """Return *act*, which the system refuses for the path *refused*."""

    def do(path: str, *rest: object, **named: object) -> object:
        if os.path.basename(str(path)) == refused:
            raise OSError(number, os.strerror(number), str(path))
        return act(path, *rest, **named)

    return do


def test_a_file_that_is_read_only_stays_as_it_is(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    before = notebook("a.ipynb")
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK)  # as for anyone but the superuser
    result = run("fix", "a.ipynb")
    assert result.stderr == "error: a.ipynb: not changed: Permission denied\n"
    assert (result.exit_code, Path("a.ipynb").read_bytes()) == (2, before)


def test_a_folder_that_takes_no_file_is_one_line_with_the_name_of_the_notebook(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = notebook("a.ipynb")
    monkeypatch.setattr("tempfile.mkstemp", lambda **_: os.open("no/folder", os.O_RDWR))
    result = run("fix", "a.ipynb")
    assert result.stderr == "error: a.ipynb: not changed: No such file or directory\n"
    assert (result.exit_code, Path("a.ipynb").read_bytes()) == (2, before)


def test_a_file_that_is_gone_meanwhile_is_one_line_and_the_others_are_fixed(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a.ipynb", "b.ipynb", "c.ipynb"):
        notebook(name)
    rename = os.replace

    def replace(source: str, target: str) -> None:
        rename(source, target)
        Path("b.ipynb").unlink(missing_ok=True)

    monkeypatch.setattr(os, "replace", replace)
    result = run("fix", ".")
    assert result.stderr == "error: b.ipynb: not changed: No such file or directory\n"
    assert "a.ipynb: 1 change written" in result.stdout
    assert "c.ipynb: 1 change written" in result.stdout
    assert sorted(os.listdir()) == ["a.ipynb", "c.ipynb"]


def test_a_file_that_is_changed_meanwhile_keeps_the_change(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    notebook("a.ipynb")
    notebook("b.ipynb")
    rename = os.replace

    def replace(source: str, target: str) -> None:
        rename(source, target)
        Path("b.ipynb").write_bytes(Path("b.ipynb").read_bytes().replace(b"step", b"stop"))

    monkeypatch.setattr(os, "replace", replace)
    result = run("fix", ".")
    assert result.stderr == "error: b.ipynb, cell 0: the text has changed since it was analysed\n"
    assert b"stop" in Path("b.ipynb").read_bytes()
    assert b"@tf.function" not in Path("b.ipynb").read_bytes()


def test_a_file_with_several_names_is_fixed_once(run: Run) -> None:
    notebook("a.ipynb")
    os.symlink("a.ipynb", "b.ipynb")
    result = run("fix", "a.ipynb", "b.ipynb")
    assert (result.exit_code, result.stderr) == (0, "")
    assert Path("b.ipynb").is_symlink()
    assert nbformat.read("a.ipynb", 4).cells[0].source.count("@tf.function") == 1
    assert run("fix", ".").stdout == "Nothing to change.\n"


def test_a_fixed_file_keeps_its_mode(run: Run) -> None:
    notebook("a.ipynb")
    os.chmod("a.ipynb", 0o640)
    run("fix", "a.ipynb")
    assert stat.S_IMODE(os.stat("a.ipynb").st_mode) == 0o640


def test_links_to_nowhere_are_told(run: Run) -> None:
    os.symlink("nowhere.ipynb", "a.ipynb")
    os.symlink("b.ipynb", "b.ipynb")
    result = run("check", "a.ipynb", "b.ipynb")
    first, second = result.stderr.splitlines()
    assert first == "error: a.ipynb: a link to a file that does not exist"
    assert second == f"error: b.ipynb: cannot be read: {os.strerror(errno.ELOOP)}"
    assert result.exit_code == 2


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes")
@pytest.mark.parametrize("named", [".", "pipe.py", "main.py"])
def test_a_pipe_is_not_waited_for(named: str, run: Run) -> None:
    os.mkfifo("pipe.py")
    Path("main.py").write_text("import pipe\n" + HAZARD)
    result = run("check", named)
    told = [] if named == "main.py" else ["error: pipe.py: neither a file nor a folder"]
    assert result.stderr.splitlines() == told
    assert ("loud" in result.stdout) == (named != "pipe.py")


def test_a_path_that_is_too_long_is_one_line(run: Run) -> None:
    name = "a" * 400 + ".py"
    Path("m.py").write_text(f"import {'b' * 400}\n{HAZARD}")
    result = run("check", name, "m.py")
    assert result.stderr == f"error: {name}: cannot be read: {os.strerror(errno.ENAMETOOLONG)}\n"
    assert "loud" in result.stdout


def test_a_folder_that_cannot_be_searched_is_told_and_the_rest_is_analysed(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("locked").mkdir()
    Path("m.py").write_text(HAZARD)
    monkeypatch.setattr(os, "scandir", refusing(errno.EACCES, "locked", os.scandir))
    result = run("check", ".")
    assert result.stderr == "error: locked: cannot be read: Permission denied\n"
    assert "loud" in result.stdout
    assert run("check", "locked").stderr == result.stderr


def test_a_file_in_a_folder_that_cannot_be_entered_is_one_line(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("locked").mkdir()
    Path("m.py").write_text(HAZARD)
    inside = refusing(errno.EACCES, "a.py", os.stat)
    monkeypatch.setattr(os, "stat", inside)
    result = run("check", "locked/a.py", "m.py")
    assert result.stderr == "error: locked/a.py: cannot be read: Permission denied\n"
    assert "loud" in result.stdout


COMMAND = [sys.executable, "-c", "from jupyter_hybridize.surfaces.cli import main; main(prog_name='jupyter-hybridize')"]


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no full device")
@pytest.mark.parametrize("command", ["check", "fix"])
def test_an_output_that_cannot_be_written_is_one_line(command: str, tmp_path: Path) -> None:
    (tmp_path / "m.py").write_text(STEP + "\n" + CALLS)
    with open("/dev/full", "w") as full:
        done = subprocess.run([*COMMAND, command, "m.py"], cwd=tmp_path, stdout=full, stderr=subprocess.PIPE, text=True)
    assert done.stderr == f"error: the output cannot be written: {os.strerror(errno.ENOSPC)}\n"
    assert done.returncode == 2


@pytest.mark.skipif(sys.platform == "win32", reason="closes a descriptor by its number")
def test_a_closed_output_is_no_mistake(tmp_path: Path) -> None:
    (tmp_path / "m.py").write_text(HAZARD)
    done = subprocess.run(
        [*COMMAND, "check", "m.py"], cwd=tmp_path, stderr=subprocess.PIPE, preexec_fn=lambda: os.close(1)
    )
    assert (done.returncode, done.stderr) == (1, b"")


def test_an_interrupt_ends_with_its_own_status_and_one_line(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    before = notebook("a.ipynb")

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupted)
    result = run("fix", "a.ipynb")
    assert (result.exit_code, result.stderr) == (130, "error: interrupted\n")
    assert os.listdir() == ["a.ipynb"]
    assert Path("a.ipynb").read_bytes() == before
