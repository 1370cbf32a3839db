"""Which share of the library calls of public notebooks the knowledge models: ``census_coverage.py CENSUS.json``.

The census lists names with how often notebooks call them: ``calls`` with rows ``[name, notebooks, all, in functions, in
convert functions]``, and ``methods`` with the makers of their receivers in a sixth field. A call is *modelled* if an
overlay, a family or a declared effect says what it does; *op* if the table only says that it runs TensorFlow ops.
"""

from __future__ import annotations

import argparse
import enum
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from jupyter_hybridize.interpreter.calling.special import HANDLERS
from jupyter_hybridize.knowledge.api import Knowledge
from jupyter_hybridize.knowledge.names import canonical

COLUMNS = {"all": 2, "in functions": 3, "in convert functions": 4}
Row = tuple[str, int]


class Known(enum.Enum):
    """How much is known of a call."""

    MODELLED = "modelled"
    OP = "op"
    UNKNOWN = "unknown"


def judge(knowledge: Knowledge, name: str) -> Known:
    """Return how much is known of a function or class."""
    name = canonical(name)
    if name in knowledge.functions or name in knowledge.classes or name in knowledge.families or name in HANDLERS:
        return Known.MODELLED
    if knowledge.effects.of(name) is not None or (knowledge.is_class(name) and knowledge.effects.is_harmless(name)):
        return Known.MODELLED
    signature = knowledge.table.functions.get(name)
    return Known.OP if signature is not None and signature.is_op else Known.UNKNOWN


def judge_method(knowledge: Knowledge, maker: str, method: str) -> Known | None:
    """Return how much is known of a method of what *maker* makes, None where its class is not known."""
    maker = canonical(maker)
    if not knowledge.is_class(maker):
        return None
    is_known = any((owner, method) in knowledge.methods for owner in knowledge.mro(maker))
    return Known.MODELLED if is_known else Known.UNKNOWN


def rows_of(census: dict[str, list[list[object]]], column: int) -> Iterator[Row]:
    """Yield each name with how often it is called."""
    for row in census["calls"]:
        count = row[column]
        if isinstance(count, int) and count:
            yield str(row[0]), count


def method_rows(census: dict[str, list[list[object]]]) -> Iterator[tuple[str, str, int]]:
    """Yield maker, method and how often it is called."""
    for row in census["methods"]:
        makers = row[5]
        for maker, count in makers if isinstance(makers, list) else ():
            if not maker.startswith("("):
                yield maker, str(row[0]), count


def show(title: str, found: dict[Known, Counter[str]], most: int) -> None:
    """Print the shares and the most frequent names that are not modelled."""
    total = sum(sum(names.values()) for names in found.values()) or 1
    shares = ", ".join(f"{kind.value} {100 * sum(found[kind].values()) / total:.1f} %" for kind in Known)
    print(f"{title}: {total} calls: {shares}")
    for kind in (Known.UNKNOWN, Known.OP):
        for name, count in found[kind].most_common(most):
            print(f"  {kind.value:8} {count:5} {name}")


def main() -> None:
    """Print the coverage."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("census", type=Path)
    parser.add_argument("--most", type=int, default=40, help="how many unknown names to list")
    parser.add_argument("--only", default="", help="names that start so")
    options = parser.parse_args()
    census = json.loads(options.census.read_text(encoding="utf-8"))
    knowledge = Knowledge.load()
    for title, column in COLUMNS.items():
        found: dict[Known, Counter[str]] = {kind: Counter() for kind in Known}
        for name, count in rows_of(census, column):
            if name.startswith(options.only):
                found[judge(knowledge, name)][name] += count
        show(title, found, options.most if column == COLUMNS["in functions"] else 0)
    found = {kind: Counter() for kind in Known}
    for maker, method, count in method_rows(census):
        answer = judge_method(knowledge, maker, method)
        if answer is not None and maker.startswith(options.only):
            found[answer][f"{maker}.{method}"] += count
    show("methods of objects of known classes", found, options.most)


if __name__ == "__main__":
    main()
