"""Things that hold variables, and things that do not."""

import tensorflow as tf

optimizer = tf.keras.optimizers.SGD(0.1)
weight = tf.Variable(1.0)


def creates_a_variable(x):
    return x * tf.Variable(2.0)  # HYB206


def creates_a_dense_layer(x):
    return tf.keras.layers.Dense(1, kernel_initializer="ones")(x)  # HYB206


def creates_a_metric(x):
    metric = tf.keras.metrics.Mean()  # HYB206
    metric.update_state(x)
    return metric.result()


def creates_a_generator(x):
    return x + tf.random.Generator.from_seed(1).normal([])  # HYB206


def creates_a_loss(x):
    return tf.keras.losses.MeanSquaredError()(x, x * 2.0)


def creates_a_flatten_layer(x):
    return tf.keras.layers.Flatten()(x)


def creates_a_tensor_array(x):
    return tf.TensorArray(tf.float32, 1).write(0, x).stack()


def reads_a_variable(x):
    return x * weight


def applies_an_unbuilt_optimizer(x):
    with tf.GradientTape() as tape:
        loss = tf.reduce_sum(x * weight)
    optimizer.apply_gradients([(tape.gradient(loss, weight), weight)])
    return loss


class Lazy:
    def __init__(self):
        self.v = None

    def scaled(self, x):
        if self.v is None:
            self.v = tf.Variable(2.0)
        return x * self.v


lazy = Lazy()
one, two = tf.ones([2, 2]), tf.zeros([2, 2])
RESULT = [
    [creates_a_variable(one), creates_a_variable(two)],
    [creates_a_dense_layer(one), creates_a_dense_layer(two)],
    [creates_a_metric(one), creates_a_metric(two)],
    [creates_a_generator(one), creates_a_generator(two)],
    [creates_a_loss(one), creates_a_loss(two)],
    [creates_a_flatten_layer(one), creates_a_flatten_layer(two)],
    [creates_a_tensor_array(one), creates_a_tensor_array(two)],
    [reads_a_variable(one), reads_a_variable(two)],
    [applies_an_unbuilt_optimizer(one), applies_an_unbuilt_optimizer(two)],
    [lazy.scaled(one), lazy.scaled(two)],
]
