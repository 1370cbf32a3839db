"""What IPython's magics, and those of well-known extensions, do to the names of a notebook."""

from __future__ import annotations

import enum
import re
from dataclasses import dataclass


class MagicEffect(enum.Enum):
    """What running a magic means for the analysis of the cells."""

    NONE = "none"  # no name of the notebook changes but those said
    PYTHON = "python"  # what follows is run as Python of the notebook
    UNKNOWN = "unknown"  # any name may change


@dataclass(frozen=True, slots=True)
class CellMagic:
    """A cell magic's effect, the Python on its own line, and the names it binds."""

    effect: MagicEffect
    code: str = ""
    binds: tuple[str, ...] = ()


# Magics whose argument or body is Python, with their options of one letter; a colon follows those that take a value.
_PYTHON = {
    "capture": "",
    "debug": "b:",
    "heat": "",
    "hybridize": "",
    "lprun": "rsf:m:D:T:u:z:",
    "memit": "r:t:i:coq",
    "mprun": "rf:T:cC",
    "notify": "",
    "prun": "D:l:rs:T:q",
    "pyinstrument": "",
    "scalene": "",
    "snakeviz": "t:f:",
    "time": "",
    "timeit": "n:r:tcp:qov:",
    "wandb": "",
}
_ONLY_OPTIONS_BEFORE_BODY = frozenset(_PYTHON) - {"time", "timeit", "memit"}
_NO_CODE_ON_LINE = frozenset({"capture", "debug", "heat", "hybridize", "notify", "pyinstrument", "scalene", "wandb"})

# Cell magics whose body is another language's, or a file's; they run outside the notebook's names.
_ELSEWHERE = frozenset(
    "! SVG bash bigquery cmd file html HTML javascript js latex markdown perl pypy python python2 python3 ruby script "
    "sh shell svg sx system writefile".split()
)
_LINES = frozenset(
    "aimport alias alias_magic autoawait autocall autoindent automagic autoreload autosave bash bookmark cat cd clear "
    "cls colors conda config connect_info cp debug dhist dirs doctest_mode dotenv env gui hist history hybridize "
    "kernel_info killbgscripts ldir less lf lk ll load_ext logoff logon logstart logstate logstop ls lsmagic lx magic "
    "mamba man matplotlib micromamba mkdir more mv notebook page pastebin pdb pdef pdoc pfile pinfo pinfo2 pip popd "
    "pprint precision profile prompts psearch psource pushd pwd pycat qtconsole quickref rehashx reload_ext rm rmdir "
    "save set_env shell store subshell sx system tb tensorboard tensorflow_version unalias unload_ext uv watermark who "
    "who_ls whos writefile xmode".split()
)
_EXTENSIONS = frozenset(
    "autoreload autotime black dotenv google.cloud.bigquery google.colab.data_table heat jupyter_black "
    "jupyter_hybridize lab_black line_profiler memory_profiler nb_black pyinstrument snakeviz tensorboard "
    "tensorboard.notebook version_information watermark".split()
)
_AUTOMAGIC = re.compile(
    r"\s*(?:cat|cd|conda|cp|ls|ll|mamba|man|mkdir|more|mv|pip|pwd|rm|rmdir|run|who|whos)\b[^\r\n]*\s*"
)
_OUTPUT_NAMES = re.compile(r"--(?:out|err)[= ]+(\w+)")
_FIRST_WORD = re.compile(r"(?:\s+-[\w-]+)*\s+([^\W\d]\w*)\s*(?:-|$)")


SHELL_CALLS = (".system", ".system_raw", ".system_piped", ".getoutput", ".getoutput_split")  # of `get_ipython()`


def line_magic(name: str, rest: str) -> MagicEffect:
    """Return what ``%name`` with the argument *rest* does."""
    if name in _PYTHON and name not in _NO_CODE_ON_LINE:
        return MagicEffect.PYTHON
    if name in ("load_ext", "reload_ext"):
        return MagicEffect.NONE if rest.strip() in _EXTENSIONS else MagicEffect.UNKNOWN
    if name == "store" and "-r" in rest.split():
        return MagicEffect.UNKNOWN
    return MagicEffect.NONE if name in _LINES or name in _NO_CODE_ON_LINE else MagicEffect.UNKNOWN


def line_code(name: str, rest: str) -> str:
    """Return the Python at the end of *rest*, after the options that ``%name`` takes."""
    letters = _PYTHON[name]
    valued = "".join(re.findall("(.):", letters)) or "-"
    plain = re.sub(".:", "", letters) or "-"
    options = rf"(?:\s+(?:-[{valued}]\s*[^\s-]\S*|-[{plain}]+(?=\s|$)|--[a-zA-Z][\w-]*(?=\s|$)))*\s*"
    match = re.match(options, rest)
    return rest[match.end() :] if match else ""


def cell_magic(name: str, rest: str) -> CellMagic:
    """Return what ``%%name`` with *rest* on its line does."""
    if name in _PYTHON:
        code = "" if name in _ONLY_OPTIONS_BEFORE_BODY else line_code(name, rest)
        return CellMagic(MagicEffect.PYTHON, code, _first_word(rest) if name == "capture" else ())
    if name not in _ELSEWHERE:
        return CellMagic(MagicEffect.UNKNOWN)
    binds = _first_word(rest) if name == "bigquery" else tuple(_OUTPUT_NAMES.findall(rest))
    return CellMagic(MagicEffect.NONE, binds=binds)


def is_automagic(text: str) -> bool:
    """Return whether a cell of one line begins with a command that IPython knows without its ``%``."""
    return _AUTOMAGIC.fullmatch(text) is not None


def _first_word(rest: str) -> tuple[str, ...]:
    match = _FIRST_WORD.match(rest)
    return (match[1],) if match else ()
