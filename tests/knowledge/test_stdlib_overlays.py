"""The standard library and other libraries: their effects, and what has none."""

from __future__ import annotations

import pytest

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.shape import Shape
from jupyter_hybridize.domain.value import TOP, AbstractValue, Instance, array, constant, scalar, tensor, value
from jupyter_hybridize.knowledge.api import Knowledge
from jupyter_hybridize.knowledge.host import Arguments, Mode
from tests.knowledge.recording_host import RecordingHost

KNOWLEDGE = Knowledge.load()
IMAGE = tensor("float32", Shape.of(28, 28))


def call(name: str, *args: AbstractValue, mode: Mode = Mode.EAGER) -> tuple[RecordingHost, AbstractValue]:
    at = RecordingHost(mode, KNOWLEDGE)
    return at, KNOWLEDGE.call(at.invoke(name, *args))


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("random.random", "random"), ("random.choice", "random"), ("random.seed", "random"), ("os.urandom", "random"),
        ("numpy.random.rand", "numpy.random"), ("numpy.random.seed", "numpy.random"), ("time.time", "time"),
        ("time.perf_counter", "time"), ("datetime.datetime.now", "time"), ("uuid.uuid4", "uuid"),
        ("numpy.random.default_rng", "numpy.random"),
    ],
)  # fmt: skip
def test_clock_and_random_numbers_are_read(name: str, reason: str) -> None:
    at, _ = call(name)
    assert [(e.kind, e.reason) for e in at.effects if e.kind is not EffectKind.RAISES][:1] == [
        (EffectKind.READS_CLOCK_OR_RNG, reason)
    ]


@pytest.mark.parametrize(
    "name",
    [
        "builtins.open", "builtins.input", "time.sleep", "os.makedirs", "os.remove", "shutil.rmtree", "json.dump",
        "pickle.dump", "logging.info", "warnings.warn", "numpy.save", "numpy.load", "matplotlib.pyplot.plot",
        "matplotlib.pyplot.show", "seaborn.heatmap", "tqdm.tqdm", "tqdm.trange", "IPython.display.display",
        "IPython.display.clear_output", "wandb.log", "pandas.read_csv", "cv2.imread", "imageio.mimsave", "requests.get",
        "absl.logging.info", "subprocess.run", "urllib.request.urlretrieve", "PIL.Image.open", "pprint.pprint",
    ],
)  # fmt: skip
def test_outside_world_is_touched(name: str) -> None:
    at, _ = call(name)
    assert EffectKind.PERFORMS_IO in at.kinds()
    assert EffectKind.UNKNOWN_CALL not in at.kinds()


@pytest.mark.parametrize(
    "name",
    [
        "os.path.join", "os.path.basename", "math.sqrt", "json.dumps", "json.loads", "re.sub", "time.strptime",
        "datetime.timedelta", "numpy.zeros", "numpy.mean", "collections.OrderedDict", "collections.Counter",
        "itertools.count", "string.capwords", "hashlib.md5", "pathlib.Path", "base64.b64encode", "pandas.DataFrame",
        "sklearn.metrics.accuracy_score", "scipy.special.softmax", "cv2.resize", "PIL.Image.fromarray",
        "contextlib.nullcontext", "numpy.random.RandomState",
    ],
)  # fmt: skip
def test_pure_function_has_no_effect(name: str) -> None:
    at, _ = call(name, constant("1"))
    assert [e for e in at.effects if e.kind not in (EffectKind.RAISES, EffectKind.MUTATES_OBJECT)] == []


@pytest.mark.parametrize(
    "name", ["scipy.special.expit", "cv2.resize", "PIL.Image.fromarray", "matplotlib.pyplot.imshow"]
)
def test_other_libraries_take_values_only(name: str) -> None:
    for mode, expected in ((Mode.EAGER, False), (Mode.CONVERTED, True), (Mode.UNCONVERTED, True)):
        at, _ = call(name, IMAGE, mode=mode)
        assert (EffectKind.LEAVES_TENSORFLOW in at.kinds()) is expected
    at, _ = call(name, array("uint8", Shape.of(28, 28)), mode=Mode.CONVERTED)
    assert EffectKind.LEAVES_TENSORFLOW not in at.kinds()


@pytest.mark.parametrize("name", ["scipy.optimize.minimize", "numpy.vectorize", "threading.Thread"])
def test_function_handed_to_a_library_is_an_unknown_call(name: str) -> None:
    at = RecordingHost(Mode.EAGER, KNOWLEDGE)
    assert KNOWLEDGE.call(at.invoke(name, at.function("f", lambda _arguments: TOP))) == TOP
    assert at.kinds() == [EffectKind.UNKNOWN_CALL]
    assert at.escaped


def test_unlisted_function_is_an_unknown_call() -> None:
    at, made = call("somewhere.compute", constant(1))
    assert made == TOP
    assert at.kinds() == [EffectKind.UNKNOWN_CALL]


def test_mathematics_folds_constants_and_asks_tensors_for_values() -> None:
    at, made = call("math.sqrt", constant(4), mode=Mode.CONVERTED)
    assert (made, at.effects) == (constant(2.0), [])
    at, made = call("math.sqrt", tensor("float32", Shape(())), mode=Mode.CONVERTED)
    assert [(e.kind, e.answer) for e in at.effects] == [(EffectKind.NEEDS_VALUE, Answer.NO)]
    at, made = call("math.sqrt", tensor("float32", Shape(())))
    assert (made, at.effects) == (scalar("float"), [])


def test_progress_bar_iterates_what_it_wraps() -> None:
    at = RecordingHost(Mode.EAGER, KNOWLEDGE)
    bar = KNOWLEDGE.call(at.invoke("tqdm.tqdm", at.new_list(None, IMAGE)))
    made = KNOWLEDGE.call_method("tqdm.tqdm", at.invoke("__iter__", receiver=bar))
    assert made is not None
    assert at.iterate(made) == IMAGE


def test_subplots_are_a_figure_and_axes_that_draw() -> None:
    at, made = call("matplotlib.pyplot.subplots")
    figure, axes = at.items(made) or (TOP, TOP)
    assert [each.cls for each in (*figure.each(Instance), *axes.each(Instance))] == [
        "matplotlib.figure.Figure", "matplotlib.axes.Axes",
    ]  # fmt: skip
    at.effects.clear()
    KNOWLEDGE.call_method("matplotlib.axes.Axes", at.invoke("set_ylim", constant(0), receiver=axes))
    assert at.kinds() == [EffectKind.PERFORMS_IO]


def test_split_arrays_are_shorter() -> None:
    at, made = call("sklearn.model_selection.train_test_split", array("float32", Shape.of(100, 4)))
    assert str(made) == "(np f32[?,4], np f32[?,4])"
    assert at.kinds() == [EffectKind.READS_CLOCK_OR_RNG]


def test_seeded_split_draws_nothing() -> None:
    at = RecordingHost(Mode.EAGER, KNOWLEDGE)
    KNOWLEDGE.call(at.invoke("sklearn.model_selection.train_test_split", array("float32"), random_state=constant(0)))
    assert at.effects == []


def test_null_context_hands_on_what_it_was_given() -> None:
    at = RecordingHost(Mode.EAGER, KNOWLEDGE)
    made = KNOWLEDGE.call(at.invoke("contextlib.nullcontext", IMAGE))
    assert KNOWLEDGE.call_method("contextlib.nullcontext", at.invoke("__enter__", receiver=made)) == IMAGE


def test_copies_are_new_objects_and_deep_ones_all_through() -> None:
    at = RecordingHost(Mode.EAGER, KNOWLEDGE)
    inner = at.new_list([constant(1)])
    shallow = KNOWLEDGE.call(at.invoke("copy.copy", at.new_list([inner])))
    deep = KNOWLEDGE.call(at.invoke("copy.deepcopy", at.new_list([inner])))
    assert at.items(shallow) == (inner,)
    assert at.items(deep) != (inner,)


def test_item_getter_gets_items() -> None:
    at = RecordingHost(Mode.EAGER, KNOWLEDGE)
    getter = KNOWLEDGE.call(at.invoke("operator.itemgetter", constant(1)))
    assert at.call(getter, Arguments((at.new_list([constant(1), IMAGE]),))) == IMAGE


def test_environment_is_an_object_whose_methods_touch_the_outside() -> None:
    environment = KNOWLEDGE.member("os", "environ")
    at = RecordingHost(Mode.EAGER, KNOWLEDGE)
    assert KNOWLEDGE.call_method("os._Environ", at.invoke("get", constant("HOME"), receiver=environment)) is not None
    assert at.kinds() == [EffectKind.PERFORMS_IO]
    assert environment == value(Instance("os._Environ", "os.environ"))
