"""A mixed policy changes what layers compute in: it concerns nothing whose answer does not rest on that."""

import tensorflow as tf

policy = tf.keras.mixed_precision.Policy("mixed_bfloat16")
tf.keras.mixed_precision.set_global_policy(policy)
model = tf.keras.Sequential([tf.keras.Input((2,)), tf.keras.layers.Dense(1, kernel_initializer="ones")])
tf.keras.mixed_precision.set_global_policy("float32")


def predicts(x):
    return model(x, training=False)


def scaled(x):
    return x * 2.0


RESULT = [[predicts(tf.ones([3, 2])), predicts(tf.zeros([3, 2]))], [scaled(tf.ones([])), scaled(tf.zeros([]))]]
