# observed: raises
# function: f
import tensorflow as tf
d = tf.keras.layers.Dense(1, kernel_initializer="ones"); d.build((None, 2))
def f(x, state):
    step, params = state
    for p in params: p.assign(p * 0.5)
    return d(x) + step
RESULT = [f(tf.ones([1, 2]), (1.0, d.trainable_variables))]
