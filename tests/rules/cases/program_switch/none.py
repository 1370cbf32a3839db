"""Settings that change nothing the rules rely on."""

import tensorflow as tf

tf.random.set_seed(1)
tf.keras.backend.clear_session()
print(tf.config.list_physical_devices("GPU"))
floatx = tf.keras.backend.floatx()
tf.config.run_functions_eagerly(False)


def scaled(x):
    return x * 2.0


RESULT = [scaled(tf.constant(1.0)), scaled(tf.constant(2.0))]
