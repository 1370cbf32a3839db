"""The settings of ``[tool.hybridize]``: which keys there are, and what each may hold."""

from __future__ import annotations

import difflib
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from jupyter_hybridize.rules._rule import all_rules
from jupyter_hybridize.surfaces.explain import UnknownRuleError, matching_rules

ORDERS = ("document", "execution")
FORMATS = ("text", "json", "github", "sarif")
CONFIDENCES = ("verify-first",)


@dataclass(frozen=True, slots=True)
class Settings:
    """What holds for the files below ``folder``, from which its paths and patterns are seen."""

    folder: Path
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    per_file_ignores: tuple[tuple[str, tuple[str, ...]], ...] = ()
    order: str = "document"
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    format: str = "text"
    baseline: str | None = None
    jobs: int = 1  # 0: one for each core
    fix_include: tuple[str, ...] = ()
    fix_signatures: bool = False

    def ignored(self, path: Path) -> tuple[str, ...]:
        """Return the rules that are left out of account in the file at *path*, which is absolute."""
        own = (rules for pattern, rules in self.per_file_ignores if is_matched(path, pattern, self.folder))
        return (*self.ignore, *(rule for rules in own for rule in rules))

    def leaves_out(self, path: Path) -> bool:
        """Return whether a search leaves out the file or folder at *path*, which is absolute."""
        if any(is_matched(path, pattern, self.folder) for pattern in self.exclude):
            return True
        is_wanted = any(is_matched(path, pattern, self.folder) for pattern in self.include)
        return bool(self.include) and not is_wanted and not os.path.isdir(path)


def is_matched(path: Path, pattern: str, folder: Path) -> bool:
    """Return whether *pattern* means *path*, or a folder that it lies in.

    A pattern without a slash is compared with the name of each folder and file on the way down from *folder*, one with
    a slash with the way as a whole. ``*`` stands for any characters.
    """
    if not path.is_relative_to(folder):
        return False
    parts = path.relative_to(folder).parts
    if "/" not in pattern.rstrip("/"):
        return any(fnmatchcase(part, pattern.rstrip("/")) for part in parts)
    wanted = pattern.strip("/").removeprefix("./")
    return any(fnmatchcase("/".join(parts[:n]), wanted) for n in range(1, len(parts) + 1))


class SettingsError(Exception):
    """A setting that cannot be used; the message is one line that names the file and the key."""


@dataclass(frozen=True, slots=True)
class Key:
    """One key: the field it sets, how its value is read, and what it means, as JSON schema and in words."""

    field: str
    read: Callable[[object], object]
    schema: Mapping[str, object]
    meaning: str


def _words(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(each, str) and each.strip() for each in value):
        raise ValueError("a list of strings")
    return tuple(each.strip() for each in value)


def _rules(value: object) -> tuple[str, ...]:
    words, rules = _words(value), all_rules()
    for word in words:
        matching_rules(word, rules)
    return words


def _by_pattern(value: object) -> tuple[tuple[str, tuple[str, ...]], ...]:
    try:
        if isinstance(value, dict):
            return tuple((str(pattern), _rules(rules)) for pattern, rules in value.items())
    except ValueError:
        pass
    raise ValueError("a table of lists of rules by patterns of paths")


def _one_of(*words: str) -> Callable[[object], object]:
    def read(value: object) -> object:
        if value not in words:
            raise ValueError(f"one of {', '.join(words)}")
        return value

    return read


def _some_of(*words: str) -> Callable[[object], object]:
    def read(value: object) -> object:
        if not isinstance(value, list) or not all(each in words for each in value):
            raise ValueError(f"a list of {', '.join(words)}")
        return tuple(value)

    return read


def _path(value: object) -> object:
    if not isinstance(value, str) or not value:
        raise ValueError("a path")
    return value


def _number(value: object) -> object:
    if value == "auto":
        return 0
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise ValueError('a number of processes, or "auto"')
    return value


def _yes_or_no(value: object) -> object:
    if not isinstance(value, bool):
        raise ValueError("true or false")
    return value


STRINGS: Mapping[str, object] = {"type": "array", "items": {"type": "string", "minLength": 1}}
COUNT: Mapping[str, object] = {"oneOf": [{"type": "integer", "minimum": 0}, {"const": "auto"}]}
BY_PATTERN: Mapping[str, object] = {"type": "object", "additionalProperties": STRINGS}
SOME: Mapping[str, object] = {"type": "array", "items": {"enum": list(CONFIDENCES)}}

KEYS: Mapping[str, Key] = {
    "select": Key("select", _rules, STRINGS, "Show only findings of these rules: codes, starts of codes, names."),
    "ignore": Key("ignore", _rules, STRINGS, "Leave findings of these rules out of account; nothing is proved by it."),
    "per-file-ignores": Key("per_file_ignores", _by_pattern, BY_PATTERN, "Rules to ignore, by patterns of paths."),
    "order": Key("order", _one_of(*ORDERS), {"enum": list(ORDERS)}, "The order in which a notebook's cells are taken."),
    "include": Key("include", _words, STRINGS, "In folders, take only files of these patterns."),
    "exclude": Key("exclude", _words, STRINGS, "In folders, leave out files and folders of these patterns."),
    "format": Key("format", _one_of(*FORMATS), {"enum": list(FORMATS)}, "How `check` prints its report."),
    "baseline": Key("baseline", _path, {"type": "string", "minLength": 1}, "The file of the issues known already."),
    "jobs": Key("jobs", _number, COUNT, 'How many processes analyse; 0 or "auto": one for each core.'),
}
FIX_KEYS: Mapping[str, Key] = {
    "include": Key("fix_include", _some_of(*CONFIDENCES), SOME, "Write decorators of these confidences too."),
    "signatures": Key(
        "fix_signatures", _yes_or_no, {"type": "boolean"}, "Write an `input_signature` where it is safe."
    ),
}


def read_settings(table: Mapping[str, object], file: str, folder: Path) -> Settings:
    """Return the settings of *table*, which stands as ``[tool.hybridize]`` in *file*, a name to show."""
    own = {key: value for key, value in table.items() if key != "fix"}
    fix = table.get("fix", {})
    if not isinstance(fix, dict):
        raise SettingsError(f"{file}: tool.hybridize.fix: expected a table")
    found = [*_read(own, KEYS, f"{file}: tool.hybridize"), *_read(fix, FIX_KEYS, f"{file}: tool.hybridize.fix")]
    make: Callable[..., Settings] = Settings  # each key's reader returns what its field holds
    return make(folder, **dict(found))


def _read(table: Mapping[str, object], keys: Mapping[str, Key], where: str) -> list[tuple[str, object]]:
    found = []
    for name, value in table.items():
        if name not in keys:
            close = difflib.get_close_matches(name, keys, 1)
            raise SettingsError(f"{where}.{name}: there is no such key{f'; did you mean {close[0]}?' if close else ''}")
        try:
            found.append((keys[name].field, keys[name].read(value)))
        except ValueError as error:
            raise SettingsError(f"{where}.{name}: expected {error}") from None
        except UnknownRuleError as error:
            raise SettingsError(f"{where}.{name}: {error}") from None
    return found


def settings_schema() -> dict[str, object]:
    """Return the JSON schema of ``[tool.hybridize]``."""
    properties = _schemas(KEYS)
    properties["fix"] = {"type": "object", "properties": _schemas(FIX_KEYS), "additionalProperties": False}
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Settings of jupyter-hybridize, [tool.hybridize] in pyproject.toml",
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
    }


def _schemas(keys: Mapping[str, Key]) -> dict[str, object]:
    return {name: {"description": key.meaning, **key.schema} for name, key in keys.items()}
