"""Variables read before and after they exist."""

import tensorflow as tf


def model():  # oracle: skip
    return tf.keras.Sequential([tf.keras.layers.Dense(1, kernel_initializer="ones")])


unbuilt, other = model(), model()
built = tf.keras.Sequential([tf.keras.Input([3]), tf.keras.layers.Dense(1, kernel_initializer="ones")])


def reads_before(x):
    variables = unbuilt.trainable_variables  # HYB207
    with tf.GradientTape() as tape:
        loss = tf.reduce_sum(unbuilt(x))
    return tape.gradient(loss, variables)


def reads_after(x):
    with tf.GradientTape() as tape:
        loss = tf.reduce_sum(other(x))
    return tape.gradient(loss, other.trainable_variables)


def reads_of_a_built_model(x):
    variables = built.trainable_variables
    with tf.GradientTape() as tape:
        loss = tf.reduce_sum(built(x))
    return tape.gradient(loss, variables)


one, two = tf.ones([1, 3]), tf.zeros([1, 3])
RESULT = [
    [reads_before(one), reads_before(two)],
    [reads_after(one), reads_after(two)],
    [reads_of_a_built_model(one), reads_of_a_built_model(two)],
]
