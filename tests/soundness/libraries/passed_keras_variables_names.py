# observed: differs
# function: f
import tensorflow as tf
d = tf.keras.layers.Dense(2, kernel_initializer="ones", bias_initializer="ones"); d.build((None, 2))
def f(vs, x):
    out = 0.0
    for v in vs:
        if "bias" not in v.name:
            out += tf.reduce_sum(v ** 2)
    return out * x
RESULT = [f(d.trainable_variables, tf.constant(1.0)), f(d.trainable_variables, tf.constant(1.0))]
