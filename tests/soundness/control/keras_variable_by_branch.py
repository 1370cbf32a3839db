# observed: same
# function: f
import tensorflow as tf
a = tf.keras.layers.Dense(1, kernel_initializer="ones"); a.build((None, 1))
b = tf.keras.layers.Dense(1, kernel_initializer="zeros"); b.build((None, 1))
def f(x):
    k = a.kernel if x > 0 else b.kernel
    return k * 2.0
RESULT = [f(tf.constant(2.0)), f(tf.constant(-1.0))]
