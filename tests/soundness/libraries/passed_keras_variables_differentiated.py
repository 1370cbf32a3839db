# observed: differs
# function: grads
import tensorflow as tf
d = tf.keras.layers.Dense(2, kernel_initializer="ones"); d.build((None, 2))
def grads(params, x):
    with tf.GradientTape() as t:
        l = tf.reduce_sum(d(x))
    return t.gradient(l, params)
RESULT = [grads(d.trainable_variables, tf.ones([1, 2]))]
