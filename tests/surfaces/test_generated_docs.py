"""The documentation that is made from the code, and whether it is up to date."""

from __future__ import annotations

from pathlib import Path

import pytest

from jupyter_hybridize.rules._documentation import examples
from jupyter_hybridize.surfaces.explain import documented
from jupyter_hybridize.surfaces.generated_docs import documents, main
from jupyter_hybridize.surfaces.rule_pages import INDEX, file_of, page, pages

DOCS = Path(__file__).parents[2] / "docs"


def test_the_generated_documentation_is_up_to_date() -> None:
    assert main(["--check", str(DOCS)]) == 0, "make docs"


def test_stale_pages_are_named_and_brought_up_to_date(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path)]) == 0
    assert main(["--check", str(tmp_path)]) == 0
    (tmp_path / "rules" / "HYB302-output-once.md").write_text("old")
    (tmp_path / "rules" / "HYB999-gone.md").write_text("old")
    assert main(["--check", str(tmp_path)]) == 1
    assert capsys.readouterr().err.count(".md") == 2
    assert main([str(tmp_path)]) == 0
    assert main(["--check", str(tmp_path)]) == 0
    assert not (tmp_path / "rules" / "HYB999-gone.md").exists()


def test_other_files_of_the_folder_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "ci.md").write_text("mine")
    main([str(tmp_path)])
    assert (tmp_path / "ci.md").read_text() == "mine"


def test_each_rule_has_a_page_with_its_examples_and_a_place_in_the_list() -> None:
    found = pages()
    for rule in documented():
        text = found[file_of(rule)]
        assert text.startswith(f"# {rule.code} {rule.name}\n\nThe function ")
        assert all(f"```python\n{example.source}```" in text for example in examples(rule))
        assert f"[{rule.code}]({file_of(rule)})" in found[INDEX]


def test_pages_are_the_same_each_time() -> None:
    assert documents() == documents()
    assert [page(rule) for rule in documented()] == [page(rule) for rule in documented()]
