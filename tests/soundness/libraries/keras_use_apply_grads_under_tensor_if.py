# observed: same
# function: f
import tensorflow as tf
from tensorflow import keras

v = tf.Variable([1., 2.])
opt = keras.optimizers.SGD(0.1)
def f(x):
    with tf.GradientTape() as t:
        l = tf.reduce_sum(v * x)
    g = t.gradient(l, v)
    if tf.math.is_finite(l):
        opt.apply_gradients([(g, v)])
    return l
RESULT = [f(tf.ones([2])), f(tf.ones([2]) * 5.), v]
