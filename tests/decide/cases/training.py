"""Batches of data sets, layers, and helpers called from graphs."""

import tensorflow as tf

features, labels = tf.ones([10, 28]), tf.ones([10, 3])
data = tf.data.Dataset.from_tensor_slices((features, labels))
dense = tf.keras.layers.Dense(3)
dense(features)
unbuilt = tf.keras.Sequential([tf.keras.layers.Flatten(), tf.keras.layers.Dense(2)])
optimizer = tf.keras.optimizers.SGD(0.1)
optimizer.build(dense.trainable_variables)


def step(x, y):  #: [tf.TensorSpec([None, 28], tf.float32), tf.TensorSpec([None, 3], tf.float32)]
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean((dense(x) - y) ** 2)
    gradients = tape.gradient(loss, dense.trainable_variables)
    optimizer.apply_gradients(zip(gradients, dense.trainable_variables))
    return loss


def whole_batches(x, y):  #: [tf.TensorSpec([5, 28], tf.float32), tf.TensorSpec([5, 3], tf.float32)]
    return tf.reduce_mean((dense(x) - y) ** 2)


def batch(pair):  #: [(tf.TensorSpec([None, 28], tf.float32), tf.TensorSpec([None, 3], tf.float32))]
    return tf.reduce_mean((dense(pair[0]) - pair[1]) ** 2)


def row(entry):  #: [{'x': tf.TensorSpec([28], tf.float32), 'y': tf.TensorSpec([3], tf.float32)}]
    return tf.reduce_sum(entry["x"]) * entry["y"]


def flattened(x):  #: static-shape [tf.TensorSpec([None, None, None], tf.float32)]
    return unbuilt(x)


def squared(x):  #: [tf.TensorSpec([None], tf.float32)]
    return x * x + 1.0


def positive(x):
    return squared(tf.boolean_mask(x, x > 0.0))


RESULT = [
    [step(x, y) for x, y in data.batch(3)],
    [whole_batches(x, y) for x, y in data.batch(5, drop_remainder=True)],
    [batch(pair) for pair in data.batch(3)],
    [row({"x": x, "y": y}) for x, y in data],
    [flattened(tf.ones([n, n, 16 // n])) for n in (2, 4)],
    [positive(tf.constant([1.0, -1.0, 2.0])), squared(tf.ones([3]))],
]
