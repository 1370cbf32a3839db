"""One expression, run for real and on abstract values: eagerly, under AutoGraph, and traced without it."""

from __future__ import annotations

import ast
import linecache
from dataclasses import dataclass

import numpy as np
import tensorflow as tf

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.shape import Shape
from jupyter_hybridize.domain.value import BOTTOM, AbstractValue, Api, Tensor, constant, join_all, tuple_of, value
from jupyter_hybridize.knowledge.api import Knowledge
from jupyter_hybridize.knowledge.host import Arguments, Call, Mode
from jupyter_hybridize.knowledge.names import class_name
from jupyter_hybridize.knowledge.operators import binary, unary
from tests.knowledge.real_values import describes
from tests.knowledge.recording_host import RecordingHost
from tests.untraced import untraced

KNOWLEDGE = Knowledge.load()
MODULES = ("math random itertools functools operator copy collections json re os time string statistics numpy").split()
STOPS = frozenset({
    EffectKind.NEEDS_VALUE, EffectKind.LEAVES_TENSORFLOW, EffectKind.ITERATES_TENSOR, EffectKind.RAISES,
    EffectKind.READS_STATIC_SHAPE, EffectKind.MIXES_DTYPES,
})  # fmt: skip
TENSORS = (tf.constant([3.0, 1.0, 2.0]), tf.constant(2), tf.constant([3.0, 1.0, 2.0]), tf.constant([True, False]))
SPECS = [tf.TensorSpec([3]), tf.TensorSpec([], tf.int32), tf.TensorSpec([None]), tf.TensorSpec([2], tf.bool)]
SIGNS = {
    ast.Add: "+",
    ast.Sub: "-",
    ast.Mult: "*",
    ast.Div: "/",
    ast.Pow: "**",
    ast.Gt: ">",
    ast.Lt: "<",
    ast.USub: "-",
}


@dataclass
class Reader:
    """Evaluates one expression on abstract values."""

    host: RecordingHost
    names: dict[str, AbstractValue]

    def read(self, node: ast.expr) -> AbstractValue:
        """Return the abstract value of an expression."""
        return getattr(self, f"read_{type(node).__name__.lower()}")(node)

    def read_constant(self, node: ast.Constant) -> AbstractValue:
        return constant(node.value)

    def read_name(self, node: ast.Name) -> AbstractValue:
        if node.id in self.names:
            return self.names[node.id]
        return value(Api("numpy" if node.id == "np" else node.id if node.id in MODULES else f"builtins.{node.id}"))

    def read_list(self, node: ast.List) -> AbstractValue:
        return self.host.new_list([self.read(each) for each in node.elts])

    def read_tuple(self, node: ast.Tuple) -> AbstractValue:
        return tuple_of(*(self.read(each) for each in node.elts))

    def read_dict(self, node: ast.Dict) -> AbstractValue:
        keys = [each.value for each in node.keys if isinstance(each, ast.Constant)]
        return self.host.new_dict(dict(zip(keys, (self.read(each) for each in node.values), strict=True)))

    def read_binop(self, node: ast.BinOp) -> AbstractValue:
        return binary(self.host, SIGNS[type(node.op)], self.read(node.left), self.read(node.right), ast.unparse(node))

    def read_compare(self, node: ast.Compare) -> AbstractValue:
        right = self.read(node.comparators[0])
        return binary(self.host, SIGNS[type(node.ops[0])], self.read(node.left), right, ast.unparse(node))

    def read_unaryop(self, node: ast.UnaryOp) -> AbstractValue:
        return unary(self.host, SIGNS[type(node.op)], self.read(node.operand), ast.unparse(node))

    def read_subscript(self, node: ast.Subscript) -> AbstractValue:
        rows = [each for each in self.read(node.value).atoms if isinstance(each, Tensor)]
        return value(*(Tensor(each.dtype, Shape((each.shape.dims or (None,))[1:])) for each in rows))

    def read_attribute(self, node: ast.Attribute) -> AbstractValue:
        owner = self.read(node.value)
        api = owner.only()
        if isinstance(api, Api):
            return KNOWLEDGE.member(api.name, node.attr)
        return self.host.attribute(owner, node.attr)

    def read_lambda(self, node: ast.Lambda) -> AbstractValue:
        names = [each.arg for each in node.args.args]

        def run(arguments: Arguments) -> AbstractValue:
            inner = dict(zip(names, arguments.positional, strict=True))
            return Reader(self.host, {**self.names, **inner}).read(node.body)

        return self.host.function(f"unit:{ast.unparse(node)}", run)

    def read_call(self, node: ast.Call) -> AbstractValue:
        positional = tuple(self.read(each) for each in node.args)
        arguments = Arguments(positional, {each.arg: self.read(each.value) for each in node.keywords if each.arg})
        text = ast.unparse(node.func)
        if isinstance(node.func, ast.Attribute) and not self._is_library(node.func):
            return self._method(node.func.attr, self.read(node.func.value), arguments, text)
        found = self.read(node.func)
        api = found.only()
        if isinstance(api, Api):
            return KNOWLEDGE.call(Call(api.name, self.host, arguments, text=text))
        return self.host.call(found, arguments)

    def _is_library(self, node: ast.Attribute) -> bool:
        while isinstance(node.value, ast.Attribute):
            node = node.value
        return isinstance(node.value, ast.Name) and node.value.id in (*MODULES, "np", "tf", "dict", "str")

    def _method(self, name: str, owner: AbstractValue, arguments: Arguments, text: str) -> AbstractValue:
        results = []
        for atom in sorted(owner.atoms, key=str):
            call = Call(name, self.host, arguments, value(atom), text)
            results.append(KNOWLEDGE.call_method(class_name(atom) or "", call) or BOTTOM)
        return join_all(results)


def arguments_of(mode: Mode) -> dict[str, AbstractValue]:
    """Return what the names in a snippet stand for."""
    y = Shape((3,)) if mode is Mode.EAGER else Shape((None,))
    tensors = [
        Tensor("float32", Shape((3,))),
        Tensor("int32", Shape(())),
        Tensor("float32", y),
        Tensor("bool", Shape((2,))),
    ]
    return {name: value(each).with_origins({name}) for name, each in zip("xiyb", tensors, strict=True)}


def interpret(text: str, mode: Mode) -> tuple[RecordingHost, AbstractValue]:
    """Return what we know of an expression over the tensors ``x``, ``i``, ``y`` and ``b``."""
    host = RecordingHost(mode, KNOWLEDGE)
    tree = ast.parse(text, mode="eval")
    return host, Reader(host, arguments_of(mode)).read(tree.body)


def execute(text: str, mode: Mode) -> object:
    """Return what an expression really gives, or the exception it raises."""
    source = f"def f(x, i, y, b):\n    kept.append({text})\n    return 0\n"
    file = f"<snippet {text}>"
    linecache.cache[file] = (len(source), None, source.splitlines(True), file)
    kept: list[object] = []
    names: dict[str, object] = {name: __import__(name) for name in MODULES}
    exec(compile(source, file, "exec"), names | {"np": np, "tf": tf, "kept": kept}, scope := {})
    try:
        with untraced():
            if mode is Mode.EAGER:
                scope["f"](*TENSORS)
            else:
                is_converted = mode is Mode.CONVERTED
                tf.function(scope["f"], autograph=is_converted, input_signature=SPECS).get_concrete_function()
    except Exception as error:
        return error
    return kept[0]


def check(text: str, mode: Mode) -> None:
    """Check our result and effects against the real ones."""
    real = execute(text, mode)
    host, ours = interpret(text, mode)
    stops = [effect for effect in host.effects if effect.kind in STOPS]
    unsure = [effect for effect in host.effects if effect.kind in (EffectKind.UNKNOWN_CALL, EffectKind.UNKNOWN_VALUE)]
    shown = f"{text} ({mode.value}): {ours}, {host.effects}"
    if isinstance(real, Exception):
        assert stops or unsure or ours.is_bottom, f"{shown}, but it raises {type(real).__name__}: {real}"
        return
    assert describes(host, ours, real), f"{shown}, but it is {type(real).__name__} {real!r}"
    assert all(effect.answer is Answer.UNKNOWN for effect in stops), f"{shown}, but it works"
