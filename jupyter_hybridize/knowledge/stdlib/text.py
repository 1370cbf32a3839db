"""Text and data formats of the standard library: ``re``, ``json``, ``pickle``, ``csv``, ``string``, ``hashlib`` …"""

from __future__ import annotations

import string
from typing import Final

from jupyter_hybridize.domain.value import NONE, TOP, AbstractValue, Scalar, constant, tuple_of
from jupyter_hybridize.knowledge.host import Arguments, Call
from jupyter_hybridize.knowledge.overlay import Overlay
from jupyter_hybridize.knowledge.python.arguments import BOOL, BYTES, FLOAT, INT, STR, needs_value, unknown_call
from jupyter_hybridize.knowledge.stdlib.registration import (
    a_dict_of,
    a_list_of,
    an,
    an_iterator_of,
    changes_itself,
    harmless,
    performing,
    pure,
    register,
    register_methods,
    register_properties,
)

OVERLAY = Overlay()
_LETTERS: Final = (
    "ascii_letters", "ascii_lowercase", "ascii_uppercase", "digits", "hexdigits", "octdigits", "printable",
    "punctuation", "whitespace",
)  # fmt: skip
_FLAGS: Final = "A ASCII DOTALL I IGNORECASE L LOCALE M MULTILINE S U UNICODE VERBOSE X"

for _name in _LETTERS:
    OVERLAY.constants[f"string.{_name}"] = constant(getattr(string, _name))
register(OVERLAY, pure(STR), "string.capwords textwrap.dedent textwrap.fill textwrap.indent textwrap.shorten")
register(OVERLAY, pure(a_list_of(STR)), "textwrap.wrap shlex.split")
register(OVERLAY, pure(STR), "unicodedata.normalize unicodedata.category unicodedata.name html.escape html.unescape")
register(OVERLAY, pure(BYTES), "base64.b64encode base64.b64decode base64.urlsafe_b64encode base64.urlsafe_b64decode")
register(OVERLAY, pure(BYTES), "zlib.compress zlib.decompress gzip.compress gzip.decompress struct.pack")
register(OVERLAY, pure(TOP), "struct.unpack")
register(OVERLAY, pure(INT), "struct.calcsize zlib.crc32 zlib.adler32")

# re

_MATCH = an("re.Match")


def _maybe_match(call: Call) -> AbstractValue:
    return call.host.new_object("re.Match").join(NONE)


def _substituted(call: Call) -> AbstractValue:
    is_method = call.name in ("sub", "subn")
    replacement = call.argument(0 if is_method else 1, "repl")
    needs_value(call, *call.arguments.every(), reason="re")
    if not all(isinstance(atom, Scalar) for atom in replacement.atoms):
        call.host.call(replacement, Arguments((call.host.new_object("re.Match"),)))
    return STR if call.name.endswith("sub") else tuple_of(STR, INT)


OVERLAY.cls("re.Pattern", "re.Match")
OVERLAY.constants.update({f"re.{name}": INT for name in _FLAGS.split()})
register(OVERLAY, pure(an("re.Pattern")), "re.compile")
register(OVERLAY, pure(STR), "re.escape")
register(OVERLAY, _substituted, "re.sub re.subn")
register_methods(OVERLAY, "re.Pattern", _substituted, "sub subn")
register(OVERLAY, pure(_maybe_match), "re.match re.search re.fullmatch")
register_methods(OVERLAY, "re.Pattern", pure(_maybe_match), "match search fullmatch")
_FOUND = a_list_of(TOP)
register(OVERLAY, pure(_FOUND), "re.findall")
register_methods(OVERLAY, "re.Pattern", pure(_FOUND), "findall")
register(OVERLAY, pure(a_list_of(STR.join(NONE))), "re.split")
register_methods(OVERLAY, "re.Pattern", pure(a_list_of(STR.join(NONE))), "split")


def _matches(call: Call) -> AbstractValue:
    return call.host.new_iterator(call.host.new_object("re.Match"))


register(OVERLAY, pure(_matches), "re.finditer")
register_methods(OVERLAY, "re.Pattern", pure(_matches), "finditer")
register_properties(OVERLAY, "re.Pattern", STR, "pattern")
_GROUP = STR.join(NONE)
register_methods(OVERLAY, "re.Match", pure(_GROUP), "__getitem__")
register_methods(OVERLAY, "re.Match", pure(TOP), "group groups span")
register_methods(OVERLAY, "re.Match", pure(INT), "start end")
register_methods(OVERLAY, "re.Match", pure(STR), "expand")
register_methods(OVERLAY, "re.Match", pure(a_dict_of(STR, _GROUP)), "groupdict")
register_properties(OVERLAY, "re.Match", STR, "string")

# data formats


def _dumped(call: Call) -> AbstractValue:
    if "default" in call.arguments.keywords or "cls" in call.arguments.keywords:
        return unknown_call(call, "json").join(STR)
    return pure(STR)(call)


register(OVERLAY, _dumped, "json.dumps")
register(OVERLAY, pure(TOP), "json.loads")
register(OVERLAY, performing("file"), "json.dump pickle.dump yaml.dump joblib.dump")
register(OVERLAY, performing("file", TOP), "json.load pickle.load yaml.safe_load yaml.load joblib.load")
register(OVERLAY, pure(BYTES), "pickle.dumps marshal.dumps")
register(OVERLAY, performing("pickle", TOP), "pickle.loads")
OVERLAY.constants["pickle.HIGHEST_PROTOCOL"] = INT
register(OVERLAY, performing("file", an_iterator_of(TOP)), "csv.reader")
register(
    OVERLAY,
    performing("file", lambda call: call.host.new_iterator(call.host.new_dict(None, STR, STR))),
    "csv.DictReader",
)
register(OVERLAY, performing("file", an("csv.writer")), "csv.writer csv.DictWriter")
OVERLAY.cls("csv.writer")
register_methods(OVERLAY, "csv.writer", performing("file"), "writerow writerows writeheader")

# hashes

OVERLAY.cls("hashlib.Hash")
_HASHES = "hashlib.md5 hashlib.sha1 hashlib.sha224 hashlib.sha256 hashlib.sha384 hashlib.sha512 hashlib.new"
register(OVERLAY, pure(an("hashlib.Hash")), _HASHES)
register_methods(OVERLAY, "hashlib.Hash", harmless(STR), "hexdigest")
register_methods(OVERLAY, "hashlib.Hash", harmless(BYTES), "digest")
register_methods(OVERLAY, "hashlib.Hash", changes_itself, "update")

# numbers of other kinds

OVERLAY.cls("fractions.Fraction", "decimal.Decimal")
register(OVERLAY, pure(an("fractions.Fraction")), "fractions.Fraction")
register(OVERLAY, pure(an("decimal.Decimal")), "decimal.Decimal")
for _cls in ("fractions.Fraction", "decimal.Decimal"):
    register_methods(OVERLAY, _cls, harmless(FLOAT), "__float__")
    register_methods(OVERLAY, _cls, harmless(INT), "__int__ __hash__")
    register_methods(OVERLAY, _cls, harmless(BOOL), "__eq__ __ne__ __lt__ __le__ __gt__ __ge__ __bool__")
    register_methods(OVERLAY, _cls, harmless(an(_cls)), "__add__ __sub__ __mul__ __truediv__ __neg__ __abs__")
    register_methods(OVERLAY, _cls, harmless(STR), "__str__ __repr__")
