"""What Python's builtins and standard library return, eagerly and while tracing, is among what the overlays say."""

from __future__ import annotations

import pytest

from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.knowledge.host import Mode

pytest.importorskip("tensorflow")
pytestmark = pytest.mark.tensorflow

from tests.knowledge.snippets import check, execute, interpret  # noqa: E402

MODES = list(Mode)

TEXT = """
len(x) | len(y) | float(x[0]) | int(x[0]) | bool(x[0]) | abs(x) | round(x[0]) | round(x[0], 2) | pow(x, 2)
divmod(x[0], 2.0) | sum(x) | max(x) | min(x) | max(x[0], 0.0) | max(x[0], x[1]) | any(b) | all(b) | list(x)
tuple(x) | zip(x, x) | list(zip(x, x)) | enumerate(x) | map(abs, x) | list(map(abs, x)) | filter(lambda v: True, x)
reversed(x) | sorted(x) | sorted(x, reverse=True) | sorted([x[0], x[1]]) | sorted([x[0]]) | iter(x) | next(iter(x))
hash(x) | id(x) | callable(x) | complex(x[0]) | range(i) | list(range(i)) | chr(i) | slice(i) | dict(a=x) | int(i)
float(i) | bin(i) | ord("a") | math.sqrt(x[0]) | math.floor(i) | math.prod([x, x]) | math.fsum(x)
math.isnan(x[0]) | math.sqrt(float(x[0])) | math.sqrt(len(x)) | math.pow(x[0], 2) | math.sqrt(4)
functools.reduce(lambda a, b: a + b, [x, x]) | functools.reduce(lambda a, b: a + b, [x, x], x)
list(itertools.chain(x, x)) | list(itertools.accumulate(x)) | list(itertools.accumulate([x, x])) | operator.add(x, x)
operator.mul(x, 2) | operator.neg(x) | copy.copy(x) | copy.deepcopy(x) | copy.deepcopy([1, [2]]) | copy.copy([x])
sum([x, x]) | sum([x, x], x) | max([x[0], x[1]]) | max([x]) | min(len(x), 2) | min(len(y), 2) | max(i, 0)
any([x[0] > 0]) | any([True, x[0] > 0]) | tuple([x, x]) | list((x, x)) | len([x, x]) | len({"a": x}) | len((x, y))
range(len(x)) | list(range(len(x))) | range(len(y)) | list(range(len(y))) | len(y) + 1 | int(x[0]) + 1
float(x[0]) * 2.5 | int(float(x[0])) | float("3") | int("3") | len("abc") | str(1) | bool(0) | next(iter([x]))
list(zip([x], [x])) | dict(zip(["a"], [x])) | [x].index(x) | [x].count(x) | [x, y].pop() | [x].copy()
{"a": x}.get("a") | {"a": x}.get("b", 1) | {"a": x}.items() | {"a": x}.keys() | {"a": x}.values()
list({"a": x}.items()) | " ".join([str(1), "b"]) | "{}".format(3) | "{:.2f}".format(x[0]) | format(x[0], ".2f")
format(3, "d") | "a b".split() | itertools.product([1, 2], [x]) | list(itertools.product([1, 2], [x]))
list(itertools.combinations([x, y], 2)) | list(itertools.zip_longest([1], [1, 2]))
list(itertools.islice([1, 2], 1)) | list(itertools.repeat(x, 2)) | list(itertools.starmap(pow, [(2, 3)]))
list(itertools.pairwise([1, 2, 3])) | operator.itemgetter(0)([x, 1]) | list(enumerate([x, 1]))
list(reversed([x, 1])) | list(map(lambda v: v * 2, [x, 1])) | list(filter(None, [1, 0])) | isinstance(x, float)
isinstance(1, int) | isinstance(1.0, (int, float)) | isinstance("a", str) | isinstance([x], list)
isinstance((1,), tuple) | isinstance(True, int) | isinstance(None, int) | isinstance({}, dict)
isinstance(x, list) | isinstance(x, (list, tuple)) | set([1, 2]) | frozenset((1,)) | len(set([1]))
collections.OrderedDict([("a", x)]) | collections.deque([x]) | collections.Counter("aab")
collections.defaultdict(list) | range(3) | range(1, 9, 2) | range(20) | list(range(3)) | sum([1, 2.5]) | sum([])
sum((1, 2)) | max(1, 2.5) | max([1, 2]) | min("a", "b") | max([], default=0) | sorted([3, 1]) | sorted(["b", "a"])
sorted([3, 1], key=lambda v: -v) | max([1, 2], key=lambda v: -v) | abs(-2) | abs(1j) | round(2.5) | round(2.567, 2)
pow(2, 3) | divmod(7, 2) | divmod(7.0, 2) | chr(65) | hex(255) | complex(1, 2) | slice(1, 2, 3) | "a".upper()
"a-b".split("-") | "abc".find("b") | "abc".startswith("a") | "a".isdigit() | " a ".strip() | "a".encode()
b"a".decode() | "a".replace("a", "b") | "abc".partition("b") | "a".zfill(3) | "a\\nb".splitlines() | "a".center(5)
json.dumps({"a": 1}) | json.loads("[1]") | re.sub("a", "b", "abc") | re.findall("a", "abc") | re.split("b", "abc")
os.path.join("a", "b") | os.path.basename("a/b") | os.path.splitext("a.b") | string.digits | math.pi
(2.5).is_integer() | statistics.mean([1, 2]) | statistics.median([1.5, 2]) | dict.fromkeys(["a"], 1)
{"a": 1}.copy() | [1, 2].copy() | math.ceil(2.1) | math.factorial(5) | math.gcd(4, 6) | math.isclose(1, 1)
math.modf(2.5) | math.hypot(3, 4)
"""
SNIPPETS = [text.strip() for line in TEXT.strip().split("\n") for text in line.split(" | ")]


@pytest.mark.parametrize("mode", MODES, ids=[mode.value for mode in MODES])
@pytest.mark.parametrize("text", SNIPPETS)
def test_snippet_is_covered(text: str, mode: Mode) -> None:
    check(text, mode)


@pytest.mark.parametrize("text", ["str(x)", "repr(x)", "format(x)", "'{}'.format(x)", "str([x])"])
def test_text_of_a_tensor_is_another_one_in_a_graph(text: str) -> None:
    host, _ = interpret(text, Mode.CONVERTED)
    assert EffectKind.ASKS_MODE in host.kinds()
    assert "Tensor(" in str(execute(text, Mode.CONVERTED)) or "tf.Tensor" in str(execute(text, Mode.CONVERTED))
    assert interpret(text, Mode.EAGER)[0].effects == []


@pytest.mark.parametrize("text", ["str(1)", "format(2.5, '.1f')", "'{:.1f}'.format(2)", "str([1])", "str(len(x))"])
def test_text_of_a_number_is_the_same_in_a_graph(text: str) -> None:
    assert interpret(text, Mode.CONVERTED)[0].effects == []
    assert execute(text, Mode.CONVERTED) == execute(text, Mode.EAGER)


def test_hasattr_numpy_tells_eager_from_symbolic() -> None:
    assert execute("hasattr(x, 'numpy')", Mode.EAGER) is True
    assert execute("hasattr(x, 'numpy')", Mode.CONVERTED) is False
    assert interpret("hasattr(x, 'numpy')", Mode.CONVERTED)[0].kinds() == [EffectKind.ASKS_MODE]
    assert interpret("hasattr(x, 'shape')", Mode.CONVERTED)[0].kinds() == []
