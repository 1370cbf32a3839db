"""Data and libraries that notebooks load from the network, replaced by small ones of the same shapes and types."""

from __future__ import annotations

import functools
import importlib.abc
import importlib.machinery
import inspect
import json
import os
import socket
import sys
import tempfile
import time
import timeit
import types
from collections.abc import Callable
from pathlib import Path
from typing import Any
from unittest.mock import MagicMock

import numpy as np

_EXAMPLES = 384  # of a data set of TensorFlow Datasets
_STEPS = 2  # of `fit`
_ABSENT = ("imageio", "tensorflow_docs", "tensorflow_hub", "portpicker", "requests", "fire", "oauth2client",
           "tensorflow_examples", "tensorflow_datasets", "google.cloud", "seaborn", "tensorflow_text", "gym",
           "tensorflow_compression", "keras_hub", "pydot", "wandb", "imutils", "cv2", "skimage", "google.colab",
           "tqdm")  # fmt: skip
_KERAS = {
    "mnist": ((60000, 28, 28), (10000, 28, 28), 10, (-1,)),
    "fashion_mnist": ((60000, 28, 28), (10000, 28, 28), 10, (-1,)),
    "cifar10": ((50000, 32, 32, 3), (10000, 32, 32, 3), 10, (-1, 1)),
    "cifar100": ((50000, 32, 32, 3), (10000, 32, 32, 3), 100, (-1, 1)),
}


def install() -> None:
    """Put the stand-ins in place, in this process."""
    import keras
    import tensorflow as tf

    os.environ["MPLBACKEND"] = "Agg"
    sys.meta_path.append(_Absent())
    for name, of in _KERAS.items():
        exchange(getattr(keras.datasets, name).load_data, functools.partial(_images, *of))
    exchange(keras.datasets.imdb.load_data, _reviews)
    exchange(keras.datasets.boston_housing.load_data, _houses)
    exchange(keras.datasets.california_housing.load_data, _houses)
    exchange(keras.utils.get_file, _file)
    for module in vars(keras.applications).values():
        for each in vars(module).values() if isinstance(module, types.ModuleType) else ():
            if inspect.isfunction(each) and "weights" in inspect.signature(each).parameters:
                exchange(each, _without_weights(each))
    exchange(keras.utils.plot_model, lambda *_, **__: None)
    exchange(keras.ops.reshape, _renamed(keras.ops.reshape))
    exchange(np.reshape, _renamed(np.reshape))
    tf.distribute.TPUStrategy = lambda *_, **__: tf.distribute.MirroredStrategy(["cpu:0"])
    tf.distribute.cluster_resolver.TPUClusterResolver = MagicMock()
    tf.config.experimental_connect_to_cluster = tf.tpu.experimental.initialize_tpu_system = lambda *_, **__: None
    model = keras.Model
    model.fit, model.evaluate = _short_fit(model.fit), _short_evaluate(model.evaluate)
    model.compile, model.load_weights = _eager_compile(model.compile), _forgiving(model.load_weights)
    try:
        import pandas
    except ImportError:
        return
    exchange(pandas.read_csv, _table(pandas, pandas.read_csv))


def enter(folder: Path) -> None:
    """Make *folder* the place where the notebook runs, without a network or sleeping."""
    (folder / "notebooks").mkdir()
    (folder / "data").mkdir()
    for part in ("train", "valid", "test"):
        (folder / "data" / f"taxi-{part}.csv").write_text("".join(map(_ride, range(600))))
    os.chdir(folder / "notebooks")
    socket.socket.connect = _unreachable  # type: ignore[assignment,method-assign]
    time.sleep = lambda *_: None
    time_it = timeit.timeit
    timeit.timeit = lambda *args, **named: time_it(*args[:3], **{**named, "number": 2})


def _unreachable(*_: object) -> None:
    raise OSError("there is no network")


def _ride(n: int) -> str:
    day, time_of_day = f"2010-03-{1 + n % 28:02d}", f"0{n % 9}:15:00 UTC"
    places = f"-73.{900 + n % 90},40.{700 + n % 80},-73.{910 + n % 80},40.{710 + n % 60}"
    return f"{5 + n % 20}.5,{day} {time_of_day},{places},{1 + n % 4},key{n}\n"


def exchange(old: object, new: object) -> None:
    """Put *new* wherever a module has *old*."""
    for module in list(sys.modules.values()):
        for name, each in list(getattr(module, "__dict__", {}).items()):
            if each is old:
                setattr(module, name, new)


def _renamed(reshape: Callable[..., Any]) -> Callable[..., Any]:
    def run(x: Any, newshape: Any = None, *args: Any, **named: Any) -> Any:
        return reshape(x, named.pop("shape", newshape), *args, **named)

    return run


def _images(train: tuple[int, ...], test: tuple[int, ...], classes: int, shape: tuple[int, ...], **_: Any) -> Any:
    random = np.random.default_rng(0)
    halves = []
    for size in (train, test):
        labels = random.integers(0, classes, size[0]).astype("uint8").reshape(shape)
        halves.append((random.integers(0, 256, size, "uint8"), labels))
    return tuple(halves)


def _reviews(num_words: int | None = None, **_: Any) -> Any:
    random = np.random.default_rng(0)

    def half() -> Any:
        rows = np.empty(2000, object)
        rows[:] = [list(map(int, random.integers(1, num_words or 20000, n))) for n in random.integers(20, 300, 2000)]
        return rows, random.integers(0, 2, 2000)

    return half(), half()


def _houses(**_: Any) -> Any:
    random = np.random.default_rng(0)
    return tuple((random.normal(size=(n, 13)), random.normal(20, 5, n)) for n in (404, 102))


def _file(fname: Any = None, origin: str = "", *args: Any, **named: Any) -> str:
    """Return the path of a file, or of an unpacked archive, of the kind that the name says."""
    name = os.path.basename(str(fname or origin)) or "file"
    folder = Path(tempfile.gettempdir()) / "downloads"
    folder.mkdir(exist_ok=True)
    path, source = folder / name, (str(fname) + str(origin)).lower()
    if named.get("untar") or named.get("extract") or source.endswith((".zip", "gz")):
        _tree(folder, path, source)
        return str(path)
    if path.suffix.lower() in (".jpg", ".jpeg", ".png") or ".jpg" in source or ".png" in source:
        _picture(path, 128, 160, "PNG" if path.suffix.lower() == ".png" else "JPEG")
    elif source.endswith(".csv"):
        path.write_text(_csv(source))
    else:
        path.write_text("".join(f"First Citizen: line {n} of it, and more;\n" for n in range(2500)))
    return str(path)


def _picture(path: Path, height: int, width: int, kind: str = "JPEG") -> None:
    from PIL import Image

    Image.fromarray(np.random.default_rng(0).integers(0, 256, (height, width, 3), "uint8")).save(path, kind)


def _csv(source: str) -> str:
    random = np.random.default_rng(0)
    if "titanic" in source:
        head = "survived,sex,age,n_siblings_spouses,parch,fare,class,deck,embark_town,alone\n"
        return head + "".join(f"{i % 2},male,{20 + i % 9}.0,1,0,7.25,Third,unknown,Southampton,n\n" for i in range(300))
    head = "120,4,setosa,versicolor,virginica\n"
    return head + "".join(",".join(f"{x:.1f}" for x in random.normal(4, 1, 4)) + f",{i % 3}\n" for i in range(120))


def _tree(folder: Path, path: Path, source: str) -> None:
    """Make a folder of classes and splits, beside the archive's path and at it."""
    stem = path.name.partition(".")[0]
    places = {path if not path.suffix else folder / stem, folder / stem}
    if "speech" in source:  # the notebook gives a folder of its own
        places |= {Path("data") / stem, Path("data") / f"{stem}_extracted" / stem}
    if not path.suffix:
        places.add(path / stem)
    for place in places:
        if "speech" in source:
            for word in ("yes", "no", "up", "down", "go", "left", "right", "stop"):
                (place / word).mkdir(parents=True, exist_ok=True)
                for n in range(20):
                    _sound(place / word / f"{n}.wav")
            continue
        for part in ("train", "test", "val", "daisy", "roses"):
            (place / part).mkdir(parents=True, exist_ok=True)
            for n in range(6):
                _picture(place / part / f"{n}.jpg", 256, 512)
    if path.suffix and not path.exists():
        path.write_bytes(b"")


def _sound(path: Path) -> None:
    import wave

    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(16000)
        file.writeframes(np.random.default_rng(0).integers(-3000, 3000, 16000, "int16").tobytes())


def _without_weights(model: Callable[..., Any]) -> Callable[..., Any]:
    signature = inspect.signature(model)

    @functools.wraps(model)
    def build(*args: Any, **named: Any) -> Any:
        bound = signature.bind(*args, **named)
        return model(**{**bound.arguments, **bound.arguments.pop("kwargs", {}), "weights": None})

    return build


def _short_fit(fit: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(fit)
    def run(*args: Any, **named: Any) -> Any:
        named |= {"epochs": 1, "steps_per_epoch": _STEPS, "initial_epoch": 0}
        if named.get("validation_data") is not None or named.get("validation_split"):
            named["validation_steps"] = 1
        return fit(*args, **named)

    return run


def _short_evaluate(evaluate: Callable[..., Any]) -> Callable[..., Any]:
    return functools.wraps(evaluate)(lambda *args, **named: evaluate(*args, **{**named, "steps": 1}))


def _eager_compile(compile_: Callable[..., Any]) -> Callable[..., Any]:
    def run(*args: Any, **named: Any) -> Any:
        named.pop("jit_compile", None)
        return compile_(*args, **{**named, "run_eagerly": True})

    return functools.wraps(compile_)(run)


def _forgiving(load: Callable[..., Any]) -> Callable[..., Any]:
    def run(*args: Any, **named: Any) -> Any:
        try:
            return load(*args, **named)
        except Exception:
            return MagicMock()

    return functools.wraps(load)(run)


def _table(pandas: Any, read: Callable[..., Any]) -> Callable[..., Any]:
    def table(source: Any, *args: Any, **named: Any) -> Any:
        try:
            if os.path.exists(source):
                return read(source, *args, **named)
        except TypeError:
            return read(source, *args, **named)
        random = np.random.default_rng(0)
        names = named.get("names")
        if names is not None:
            frame = pandas.DataFrame(random.normal(5, 1, (320, len(names))), columns=list(names))
            for name in names:
                if str(name).lower() == "diagnosis":
                    frame[name] = ["M" if n % 2 else "B" for n in range(320)]
                if str(name).lower() in ("origin", "cylinders"):
                    frame[name] = random.integers(1, 4, 320)
            return frame
        frame = pandas.DataFrame(random.normal(0, 1, (400, 141)))
        frame[140] = random.integers(0, 2, 400).astype(float)
        return frame

    return table


class _Absent(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Finds stand-ins for libraries that are not installed."""

    def find_spec(self, name: str, path: Any = None, target: Any = None) -> Any:
        is_ours = any(name == each or name.startswith(f"{each}.") for each in _ABSENT)
        return importlib.machinery.ModuleSpec(name, self, is_package=True) if is_ours else None

    def create_module(self, spec: Any) -> Any:
        module = _Module(spec.name)
        top = spec.name.partition(".")[0]
        if top == "tensorflow_datasets":
            module.__dict__.update(
                load=_data_set,
                as_numpy=lambda ds: ds.as_numpy_iterator(),
                show_examples=MagicMock(),
                disable_progress_bar=lambda: None,
                as_dataframe=MagicMock(),
            )
        if top == "tqdm":
            module.__dict__.update(tqdm=_each, tqdm_notebook=_each, trange=range)
        if top == "tensorflow_hub":
            module.__dict__.update(load=lambda *_, **__: _Hub(), KerasLayer=_hub_layer)
        return module

    def exec_module(self, module: Any) -> None:
        """It is filled already."""


class _Module(types.ModuleType):
    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return MagicMock(name=name)


def _each(items: Any = (), *_: Any, **__: Any) -> Any:
    return items


class _Hub:
    def __call__(self, *args: Any, **named: Any) -> Any:
        import tensorflow as tf

        return (tf.identity(args[0]),)


def _hub_layer(*_: Any, **named: Any) -> Any:
    import keras

    return keras.Sequential([
        keras.layers.Rescaling(1.0), keras.layers.Conv2D(4, 5, 4), keras.layers.GlobalAveragePooling2D(),
        keras.layers.Dense(1001),
    ])  # fmt: skip


@functools.cache
def _catalogue() -> dict[str, Any]:
    import jupyter_hybridize

    data = Path(jupyter_hybridize.__file__).parent / "knowledge" / "data"
    return json.loads((data / "tensorflow-datasets-4.9.json").read_text(encoding="utf-8"))


def _data_set(
    name: str,
    split: Any = None,
    as_supervised: bool = False,
    with_info: bool = False,
    batch_size: int | None = None,
    **_: Any,
) -> Any:
    """Return a data set with the features that the catalogue tells."""
    row = _catalogue().get(name.partition(":")[0]) or {
        "features": {"image": "float32[28, 28, 1]", "label": "int64[]"},
        "supervised": ["image", "label"],
    }
    if name.startswith("penguins"):
        row = {"features": {"features": "float32[4]", "species": "int64[]"}, "supervised": ["features", "species"]}
    if name.startswith("ted_hrlr"):
        row = {"features": {"pt": "string[]", "en": "string[]"}, "supervised": ["pt", "en"]}

    def one() -> Any:
        data = _generated(row, as_supervised)
        if batch_size == -1:
            return next(iter(data.batch(_EXAMPLES)))
        return data if batch_size is None else data.batch(batch_size)

    names = ("train", "test", "validation")
    if split is None:
        loaded: Any = {each: one() for each in names}
    else:
        loaded = type(split)(one() for _ in split) if isinstance(split, list | tuple) else one()
    info = MagicMock()
    info.splits = {each: types.SimpleNamespace(num_examples=_EXAMPLES, num_shards=1) for each in names}
    info.features = {
        k: types.SimpleNamespace(num_classes=10, names=[str(n) for n in range(10)]) for k in row["features"]
    }
    return (loaded, info) if with_info else loaded


def _generated(row: dict[str, Any], as_supervised: bool) -> Any:
    import tensorflow as tf

    random = np.random.default_rng(0)

    def spec(of: Any) -> Any:
        if isinstance(of, dict):
            return {k: spec(v) for k, v in of.items()}
        dtype, _, sizes = of.partition("[")
        shape = [None if s.strip() == "None" else int(s) for s in sizes.rstrip("]").split(",") if s.strip()]
        return tf.TensorSpec(shape, dtype)

    specs = {k: spec(v) for k, v in row["features"].items()}
    if as_supervised:
        specs = tuple(specs[k] for k in row["supervised"])

    def make(of: Any) -> Any:
        shape = [64 if size is None else size for size in of.shape]
        if of.dtype == tf.string:
            return np.full(shape, b"some words of a text").tolist() if shape else b"some words of a text"
        if of.dtype.is_integer:
            return random.integers(0, 255 if of.dtype == tf.uint8 else 2, shape).astype(of.dtype.as_numpy_dtype)
        return random.normal(size=shape).astype(of.dtype.as_numpy_dtype)

    def examples() -> Any:
        for _ in range(_EXAMPLES):
            yield tf.nest.map_structure(make, specs)

    return tf.data.Dataset.from_generator(examples, output_signature=specs).apply(
        tf.data.experimental.assert_cardinality(_EXAMPLES)
    )
