"""What scikit-learn's documentation promises, and that nothing more is said of it."""

from __future__ import annotations

import pytest

from tests.knowledge.keras_programs import interpret, names_of
from tests.knowledge.test_keras_real import indented

PROGRAMS = {
    "data sets": (
        """
        from sklearn.datasets import fetch_california_housing, load_iris, make_moons, make_blobs
        housing = fetch_california_housing(); a = housing.data; b = housing.target.reshape(-1, 1)
        c, d = load_iris(return_X_y=True); e = load_iris()['data']; f, g = make_moons(100, noise=0.1)
        """,
        {"a": "np f64[20640,8]", "b": "np f64[20640,1]", "c": "np f64[150,4]", "d": "np ?[150]",
         "e": "np f64[150,4]", "f": "np f64[?,2]", "g": "np ?[?]"},
    ),
    "options that change what comes out": (
        """
        from sklearn import datasets
        a = datasets.load_iris(as_frame=True); b = datasets.load_digits(n_class=2)
        c = datasets.make_blobs(return_centers=True); d = datasets.make_regression(coef=True)
        """,
        {"a": "?", "b": "?", "c": "?", "d": "?"},
    ),
    "splits": (
        """
        import pandas as pd
        from sklearn.model_selection import train_test_split
        from sklearn.utils import shuffle
        x, y = np.ones([9, 4], np.float32), [1, 2, 3]
        a, b, c, d = train_test_split(x, y, random_state=1); e, f = train_test_split(pd.read_csv('a.csv'))
        g = shuffle(x); h, i = shuffle(x, np.ones([9])); j, k = train_test_split(json)
        """,
        {"a": "np f32[?,4]", "b": "np f32[?,4]", "c": "list", "e": "DataFrame", "g": "np f32[?,4]",
         "i": "np f64[?]", "j": "?"},
    ),
    "scalers": (
        """
        from sklearn.preprocessing import StandardScaler, MinMaxScaler
        x = np.ones([9, 4]); s = StandardScaler(); a = s.fit_transform(x); b = s.transform(np.ones([2, 4], np.float32))
        mean, scale = s.mean_, s.scale_; c = MinMaxScaler((0, 1)).fit(x); d = c.data_min_; e = c.transform(x)
        f = StandardScaler(with_mean=False).fit(x).mean_; g = s.transform(unknown_matrix)
        """,
        {"a": "np f64[9,4]", "b": "np ?[2,4]", "mean": "np ?[?]", "scale": "np ?[?]", "d": "np ?[?]",
         "e": "np f64[9,4]", "f": "?", "g": "?"},
    ),
    "encoders": (
        """
        from sklearn.preprocessing import LabelEncoder, LabelBinarizer, OneHotEncoder
        a = LabelEncoder().fit_transform(['a', 'b']); b = LabelBinarizer().fit_transform(['a', 'b'])
        c = OneHotEncoder().fit_transform([['a'], ['b']]); d = OneHotEncoder(sparse_output=False).fit_transform([['a']])
        e = LabelBinarizer(sparse_output=True).fit_transform(['a', 'b'])
        """,
        {"a": "np ?[?]", "b": "np ?[?,?]", "c": "?", "d": "np ?[?,?]", "e": "?"},
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", PROGRAMS)
def test_only_what_is_promised_is_known(name: str) -> None:
    text, expected = PROGRAMS[name]
    names = names_of(interpret(indented(text)))
    assert {each: str(names[each]) for each in expected} == expected
