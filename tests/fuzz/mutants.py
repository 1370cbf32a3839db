"""Notebooks that are broken, or made to break what reads them; each comes from its seed alone."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass
from random import Random

from tests.fuzz.bases import bases
from tests.fuzz.hostile import HOSTILE

Json = object
ODD_VALUES: tuple[Json, ...] = (
    *(None, True, 0, -1, 2**70, 1.5, float("nan"), "", "code", "\ud800", "x" * 9_000, [], [[]], [0], {}, {"": {}}),
    *(["a\n", 1], [None], {"text": "x"}, "markdown", "raw", 3, 5, "4", [["x"]], {"cell_type": "code"}),
)
ODD_BYTES = (
    b"\x00",
    b"\xff",
    b"\xfe\xff",
    b"\xef\xbb\xbf",
    b"\x80",
    b"\r",
    b"\n",
    b'"',
    b"\\",
    b"}",
    b"[",
    b"\\ud83d",
    b"\xc3",
)
FIELDS = ("nbformat", "nbformat_minor", "metadata", "cells", "cell_type", "source", "id", "execution_count", "outputs")


@dataclass(frozen=True, slots=True)
class Mutant:
    """A file to be read, and how it came about."""

    seed: int
    story: str
    data: bytes


def mutant(seed: int) -> Mutant:
    """Return the mutant of this seed."""
    random = Random(seed)
    name, data = random.choice(bases())
    kind = random.choice(("bytes", "json", "cell", "cell", "hostile", "hostile"))
    story = f"{kind} of {name}"
    if kind == "bytes":
        return Mutant(seed, story, _mangled(random, data))
    try:
        notebook = json.loads(data)
        places = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
        texts = ["".join(cell["source"]) for cell in places]
    except (ValueError, TypeError, KeyError):  # a notebook of the folder that is none
        return Mutant(seed, f"bytes of {name}", _mangled(random, data))
    if kind == "json":
        return Mutant(seed, story, _written(random, _misshapen(random, notebook)))
    for number in random.sample(range(len(places)), min(len(places), random.choice((1, 1, 2, 5)))):
        change = _hostile if kind == "hostile" else _changed
        places[number]["source"] = change(random, texts[number])
    return Mutant(seed, story, _written(random, notebook))


def _mangled(random: Random, data: bytes) -> bytes:
    def cut(data: bytes) -> bytes:
        return data[: random.randrange(len(data) + 1)]

    def put(data: bytes) -> bytes:
        place = random.randrange(len(data) + 1)
        return data[:place] + random.choice(ODD_BYTES) + data[place + random.choice((0, 1, 40)) :]

    def repeat(data: bytes) -> bytes:
        start, size = random.randrange(len(data) + 1), random.randrange(2_000)
        return data[:start] + data[start : start + size] * random.choice((2, 3, 50)) + data[start:]

    def recode(data: bytes) -> bytes:
        text = data.decode(errors="replace")
        return text.encode(random.choice(("utf-16", "utf-32", "latin-1", "utf-7", "utf-8-sig")), errors="replace")

    def nest(data: bytes) -> bytes:
        depth = random.choice((500, 5_000, 200_000))
        return random.choice((b"[", b'{"cells":', b'[{"a":')) * depth + data

    def replace(data: bytes) -> bytes:
        return random.choice((b"", b" ", b"null", b"[]", b"{}", b'"x"', b"NaN", random.randbytes(500), b"9" * 9_000))

    changes = random.choices((cut, put, repeat, recode, nest, replace), (5, 5, 2, 2, 1, 1), k=random.choice((1, 1, 3)))
    for change in changes:
        data = change(data)
    return data


def _misshapen(random: Random, notebook: Json) -> Json:
    for _ in range(random.choice((1, 1, 2, 4))):
        holders = [each for each in _holders(notebook) if each]
        if not holders:
            return notebook
        holder = random.choice(holders)
        named = [field for field in FIELDS if isinstance(holder, dict) and field in holder]
        keys = named or list(holder if isinstance(holder, dict) else range(len(holder)))
        key = random.choice(keys)
        if random.random() < 0.3:
            del holder[key]
        else:
            holder[key] = deepcopy(random.choice(ODD_VALUES))
    return notebook


def _holders(value: Json) -> list[dict[str, Json] | list[Json]]:
    """Return the objects and lists in *value*, itself included, but not the lines of a cell."""
    if isinstance(value, dict):
        return [value, *(held for each in value.values() for held in _holders(each))]
    if isinstance(value, list) and not all(isinstance(each, str) for each in value):
        return [value, *(held for each in value for held in _holders(each))]
    return []


def _hostile(random: Random, text: str) -> str:
    cell = random.choice(HOSTILE)(random)
    where = random.choice(("alone", "before", "after", "inside"))
    if where == "inside":
        body = "".join(f"    {line}\n" for line in cell.split("\n"))
        return f"{text}\n\n\ndef hostile(x):\n{body}    return x\n\n\nhostile(tf.ones([2, 2]))"
    return {"alone": cell, "before": f"{cell}\n{text}", "after": f"{text}\n{cell}"}[where]


def _changed(random: Random, text: str) -> str:
    for _ in range(random.choice((1, 1, 2, 5))):
        text = random.choice(_CHANGES)(random, text)
    return text


def _cut(random: Random, text: str) -> str:
    return text[: random.randrange(len(text) + 1)]


def _without_a_stretch(random: Random, text: str) -> str:
    start = random.randrange(len(text) + 1)
    return text[:start] + text[start + random.randrange(30) :]


def _with_a_sign(random: Random, text: str) -> str:
    place = random.randrange(len(text) + 1)
    return text[:place] + random.choice("()[]{}:,.=*@'\"\\#%!?\t\n\x00\x0c é\ud800λ🙂") + text[place:]


def _other_lines(random: Random, text: str) -> str:
    lines = text.split("\n")
    place = random.randrange(len(lines))
    indentation = random.choice(("", " ", "    ", "\t"))
    new = random.choice(([], [lines[place]] * 2, [indentation + lines[place].lstrip()], [random.choice(lines)]))
    return "\n".join([*lines[:place], *new, *lines[place + 1 :]])


def _swapped_words(random: Random, text: str) -> str:
    words = re.split(r"(\w+)", text)
    if len(words) < 5:
        return text
    one, other = random.randrange(1, len(words), 2), random.randrange(1, len(words), 2)
    words[one], words[other] = words[other], words[one]
    return "".join(words)


def _other_line_ends(random: Random, text: str) -> str:
    return text.replace("\n", random.choice(("\r\n", "\r", "\x0b", "\x85", "\u2028")))


_CHANGES: tuple[Callable[[Random, str], str], ...] = (
    *(_cut, _without_a_stretch, _with_a_sign, _other_lines, _swapped_words, _swapped_words, _other_line_ends),
)


def _written(random: Random, notebook: Json) -> bytes:
    indent, separators = random.choice(((1, None), (4, None), (None, None), (None, (",", ":"))))
    text = json.dumps(notebook, indent=indent, separators=separators, ensure_ascii=random.random() < 0.5)
    return text.encode(errors="surrogatepass")
