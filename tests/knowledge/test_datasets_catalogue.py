"""Data sets loaded by name have the elements that the catalogue says, as far as the call leaves them alone."""

from __future__ import annotations

import pytest

from jupyter_hybridize.domain.value import Dataset
from jupyter_hybridize.knowledge.tensorflow.datasets_catalogue import catalogue
from tests.knowledge.keras_programs import interpret, names_of

IMPORT = "import tensorflow_datasets as tfds\nother = input()\nflag = bool(other)\n"
LOADED = {
    "tfds.load('mnist', split='train', as_supervised=True)": "dataset of (u8[28,28,1], i64)",
    "tfds.load('mnist:3.*.*', split='train', as_supervised=True)": "dataset of (u8[28,28,1], i64)",
    "tfds.load('mnist', split=tfds.Split.TRAIN, as_supervised=True)": "dataset of (u8[28,28,1], i64)",
    "tfds.load('mnist', as_supervised=True)['train']": "dataset of (u8[28,28,1], i64)",
    "tfds.load('mnist', split=['train', 'test'], as_supervised=True)[1]": "dataset of (u8[28,28,1], i64)",
    "tfds.load('mnist', split='train', with_info=True, as_supervised=True)[0]": "dataset of (u8[28,28,1], i64)",
    "tfds.builder('mnist').as_dataset('train', as_supervised=True)": "dataset of (u8[28,28,1], i64)",
    "next(iter(tfds.builder('mnist', data_dir=other).as_dataset(['test'])[0]))['image']": "u8[28,28,1]",
    "tfds.builder('mnist').as_dataset(as_supervised=True, batch_size=8)['test']": "dataset of (u8[?,28,28,1], i64[?])",
    "tfds.builder('mnist').info.features['label'].num_classes": "int",
    "tfds.load('mnist', with_info=True)[1].splits['train'].num_examples": "int",
    "tfds.load('mnist', split='train', batch_size=8, as_supervised=True)": "dataset of (u8[?,28,28,1], i64[?])",
    "tfds.load('mnist', split='train', batch_size=-1, as_supervised=True)": "(u8[?,28,28,1], i64[?])",
    "next(iter(tfds.load('mnist', split='train')))['image']": "u8[28,28,1]",
    "tfds.load('imdb_reviews', split='train', as_supervised=True)": "dataset of (str, i64)",
    "tfds.load('cats_vs_dogs', split='train', as_supervised=True)": "dataset of (u8[?,?,3], i64)",
    # what the call may change
    "tfds.builder('mnist', config=other).as_dataset(split='train')": "dataset of ?",
    "tfds.builder(other).as_dataset(split='train')": "dataset of ?",
    "tfds.load('mnist:1.0.0', split='train')": "dataset of ?",
    "tfds.load('mnist', split='train', with_info=flag)": "?",
    "tfds.load('mnist', split='train', as_supervised=flag)": "dataset of ?",
    "tfds.load('mnist', split='train', decoders={'image': other})": "dataset of ?",
    "tfds.load('mnist', split='train', batch_size=len(other))": "?",
    "tfds.load('coco/2017', split='train', as_supervised=True)": "dataset of ?",
    "tfds.load('nobody/knows', split='train', as_supervised=True)": "dataset of (?, ?)",
    "tfds.load(other, split='train')": "dataset of ?",
}


@pytest.mark.parametrize("expression", LOADED)
def test_a_loaded_data_set_has_the_elements_of_the_catalogue(expression: str) -> None:
    found = names_of(interpret(f"{IMPORT}found = {expression}"))["found"]
    assert str(found) == LOADED[expression]


@pytest.mark.parametrize("name", sorted(catalogue()))
def test_every_row_of_the_catalogue_can_be_loaded(name: str) -> None:
    found = names_of(interpret(f"{IMPORT}found = tfds.load({name!r}, split='train')"))["found"].only()
    assert isinstance(found, Dataset)
    assert not found.element.is_unknown


@pytest.mark.tensorflow
@pytest.mark.parametrize(
    "name", ["mnist", "cifar10", "imdb_reviews", "iris", "penguins/simple", "cycle_gan/horse2zebra"]
)
def test_the_library_says_what_the_catalogue_says(name: str) -> None:
    library = pytest.importorskip("tensorflow_datasets")
    spec = library.builder(name).info.features.get_tensor_spec()
    features = catalogue()[name]["features"]
    assert {key: f"{each.dtype.name}{each.shape.as_list()}" for key, each in spec.items()} == features
