"""The TypeScript types are those of the dataclasses."""

from __future__ import annotations

from pathlib import Path

import pytest

from jupyter_hybridize.surfaces.typescript import main, typescript

TYPES = Path(__file__).parents[2] / "labextension" / "src" / "types.ts"


def test_the_types_in_the_tree_are_up_to_date() -> None:
    assert main(["--check", str(TYPES)]) == 0


def test_a_stale_file_is_told_and_written_anew(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "types.ts"
    path.write_text("old")
    assert main(["--check", str(path)]) == 1
    assert "out of date" in capsys.readouterr().err
    assert main([str(path)]) == 0
    assert main(["--check", str(path)]) == 0


def test_words_listed_in_a_comment_become_a_union() -> None:
    assert "  mode: 'eager' | 'hybrid';\n" in typescript()


def test_an_optional_union_keeps_null() -> None:
    assert "  fix: 'automatic' | 'guided' | null;\n" in typescript()
