# observed: differs
# function: f
import tensorflow as tf
d = tf.keras.layers.Dense(1, kernel_initializer="ones"); d.build((None, 2))
def f(x, params=d.trainable_variables):
    with tf.GradientTape() as t:
        l = tf.reduce_sum(d(x))
    return t.gradient(l, params)
RESULT = [f(tf.ones([1, 2]))]
