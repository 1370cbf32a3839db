"""Writes what of the documentation is made from the code: the rules' pages, and the schema of the settings.

``python -m jupyter_hybridize.surfaces.generated_docs docs`` writes the files into that folder; with ``--check`` it says
instead which of them are out of date.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from jupyter_hybridize.surfaces.checking.settings import settings_schema
from jupyter_hybridize.surfaces.rule_pages import pages

RULES = "rules"


def documents() -> dict[str, str]:
    """Return the text of every file by its path in the folder."""
    schema = json.dumps(settings_schema(), indent=2) + "\n"
    return {"hybridize.schema.json": schema, **{f"{RULES}/{name}": text for name, text in pages().items()}}


def main(arguments: Sequence[str]) -> int:
    """Write the files, or check them; return the exit status."""
    folder = Path(next(each for each in arguments if not each.startswith("-")))
    wanted = documents()
    if "--check" not in arguments:
        _write(folder, wanted)
        return 0
    stale = sorted(_stale(folder, wanted))
    if stale:
        print(f"{folder}: out of date: {', '.join(stale)}; make docs", file=sys.stderr)
    return int(bool(stale))


def _write(folder: Path, wanted: Mapping[str, str]) -> None:
    (folder / RULES).mkdir(parents=True, exist_ok=True)
    for name in _stale(folder, wanted):
        if name in wanted:
            (folder / name).write_text(wanted[name], encoding="utf-8")
        else:
            (folder / name).unlink()


def _stale(folder: Path, wanted: Mapping[str, str]) -> Iterator[str]:
    """Yield the files that say something else, are not there, or are there no longer to be."""
    for name, text in wanted.items():
        if not (folder / name).is_file() or (folder / name).read_text(encoding="utf-8") != text:
            yield name
    for path in (folder / RULES).glob("*.md"):
        if f"{RULES}/{path.name}" not in wanted:
            yield f"{RULES}/{path.name}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
