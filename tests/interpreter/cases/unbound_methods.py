import collections

import tensorflow as tf

one = tf.data.Dataset.range(3)
reveal(tf.data.Dataset.concatenate(one, one))  # dataset of i64
reveal(tf.data.Dataset.batch(one, 2))  # dataset of i64[?]
reveal(str.upper("a"))  # 'A'
made = []
list.append(made, tf.ones([2]))
reveal(made[0])  # f32[2]
reveal(dict.get({"a": 1}, "a"))  # 1
reveal(tf.keras.layers.Dense.__call__(tf.keras.layers.Dense(2), tf.ones([3, 2])))  # f32[3,2]
reveal(dict.fromkeys({"a": 1}, 2))  # dict
reveal(str.maketrans("ab", "cd"))  # dict
weight = tf.Variable(tf.ones([2]))
tf.Variable.assign_add(weight, tf.ones([2]))
counts = collections.Counter("ab")
reveal(str.upper(counts))  # ?


class Layer(tf.keras.layers.Layer):
    def __init__(self, **options):
        tf.keras.layers.Layer.__init__(self, **options)
        self.dense = tf.keras.layers.Dense(2)

    def call(self, x):
        return self.dense(x)


reveal(Layer()(tf.ones([3, 2])))  # f32[3,2]
