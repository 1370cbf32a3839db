"""Cross-entropies look for the logits behind probabilities, and find more of them in a graph."""

import tensorflow as tf

logits = tf.constant([[40.0, -40.0, 0.0], [-30.0, 30.0, 5.0]])
labels = tf.constant([1, 0])
one_hot = tf.constant([[0.0, 1.0, 0.0], [1.0, 0.0, 0.0]])
sparse = tf.keras.losses.SparseCategoricalCrossentropy()
dense = tf.keras.layers.Dense(3, activation=tf.nn.softmax, use_bias=False, kernel_initializer="identity")
named = tf.keras.layers.Dense(3, activation="softmax", use_bias=False, kernel_initializer="identity")
dense.build((None, 3))
named.build((None, 3))
metric = tf.keras.metrics.CategoricalCrossentropy()


def of_softmax(x):
    return sparse(labels, tf.nn.softmax(x))  # HYB311?


def of_sigmoid(x):
    return tf.keras.losses.binary_crossentropy(one_hot, tf.sigmoid(x))  # HYB311?


def of_a_layer(x):
    predictions = dense(x)
    return tf.keras.losses.categorical_crossentropy(one_hot, predictions)  # HYB311?


def in_a_metric(x):
    metric.reset_state()
    metric.update_state(one_hot, tf.nn.softmax(x))  # HYB311?
    return metric.result()


def of_an_argument(predictions):
    return sparse(labels, predictions)  # HYB311?


def of_computed_arguments(predictions):
    return sparse(labels, predictions)


def of_an_activation_of_keras(x):
    return sparse(labels, named(x)) + sparse(labels, tf.keras.activations.softmax(x))


def of_logits(x):
    loss = tf.keras.losses.CategoricalCrossentropy(from_logits=True)
    return loss(one_hot, x) + tf.keras.losses.binary_crossentropy(one_hot, x, from_logits=True)


def of_computed_probabilities(x):
    return sparse(labels, tf.nn.softmax(x) * 1.0)


def of_attention(x):
    weights = tf.nn.softmax(x)
    return sparse(labels, named(tf.matmul(weights, tf.ones([3, 3]))))


RESULT = [
    f(x)
    for f in [of_softmax, of_sigmoid, of_a_layer, in_a_metric, of_an_activation_of_keras, of_logits]
    + [of_computed_probabilities, of_attention]
    for x in (logits, logits + 1.0)
]
RESULT += [of_an_argument(named(logits)), of_an_argument(named(logits + 1.0))]
RESULT += [of_computed_arguments(tf.nn.softmax(logits)), of_computed_arguments(named(logits) * 1.0)]
