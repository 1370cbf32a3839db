import functools
import operator

import tensorflow as tf


def square(x):
    return x * x


reveal(list(map(square, [1.5, 2.5])))  # list
reveal(list(map(square, [1.5]))[0])  # 2.25
reveal([f(2.0) for f in (square, abs)])  # list
reveal(sorted(["bb", "a"], key=len)[0])  # 'a' | 'bb'
reveal(max([1.5, 2.5], key=square))  # 1.5 | 2.5
reveal(functools.reduce(operator.add, [1, 2, 3]))  # 6
reveal(list(filter(None, [1, 2]))[0])  # 1 | 2


def apply(function, *args):
    return function(*args)


reveal(apply(square, 3))  # 9
reveal(apply(apply, square, 3))  # 9
compose = lambda f, g: lambda x: f(g(x))
reveal(compose(str, square)(3))  # '9'
ds = tf.data.Dataset.from_tensor_slices(tf.ones([8, 3])).map(lambda row: tf.reduce_sum(row))
for element in ds:
    reveal(element)  # f32
for batch in ds.batch(4, drop_remainder=True):
    reveal(batch)  # f32[4]
reveal(tf.map_fn(lambda row: row[0], tf.ones([4, 2])))  # f32[4]
strategy = tf.distribute.MirroredStrategy()
method = [1, 2].append
reveal(method(3))  # None
handlers = {"square": square}
reveal(handlers.get("square")(2))  # 4
reveal((square if len(input()) else abs)(2))  # 2 | 4
