"""``argparse``: parsers, and the namespaces that they give."""

from __future__ import annotations

from typing import Final

from jupyter_hybridize.domain.value import NONE, TOP, AbstractValue, tuple_of
from jupyter_hybridize.knowledge.host import Call
from jupyter_hybridize.knowledge.overlay import Overlay
from jupyter_hybridize.knowledge.stdlib.registration import an, harmless, performing, register_methods

OVERLAY: Final = Overlay()
NAMESPACE: Final = "argparse.Namespace"
PARSER: Final = "argparse.ArgumentParser"

OVERLAY.cls(NAMESPACE, PARSER)
register_methods(OVERLAY, PARSER, harmless(NONE), "set_defaults print_help print_usage")
register_methods(OVERLAY, PARSER, harmless(TOP), "add_argument add_subparsers")
register_methods(OVERLAY, PARSER, harmless(an(PARSER)), "add_argument_group add_mutually_exclusive_group")
register_methods(OVERLAY, PARSER, performing("os", an(NAMESPACE)), "parse_args")


@OVERLAY.method(PARSER, "parse_known_args")
def parse_known_args(call: Call) -> AbstractValue:
    """``parser.parse_known_args()``: what is known, and the words that are not."""
    return tuple_of(call.host.new_object(NAMESPACE), TOP)
