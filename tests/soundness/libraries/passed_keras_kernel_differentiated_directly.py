# observed: differs
# function: f
import tensorflow as tf
d = tf.keras.layers.Dense(2, kernel_initializer="ones"); d.build((None, 2))
def f(k, x):
    with tf.GradientTape() as t:
        l = tf.reduce_sum(x @ k)
    return t.gradient(l, k)
RESULT = [f(d.kernel, tf.ones([1, 2]))]
