# observed: same
# function: f
import tensorflow as tf
d = tf.keras.Sequential([tf.keras.Input((2,)), tf.keras.layers.Dense(1, kernel_initializer="ones")])
def f(x): return d(x)
RESULT = [f(tf.ones([1, 2]))]
w = d.get_weights(); d.set_weights([a * 2 for a in w])
RESULT += [f(tf.ones([1, 2]))]
