# observed: same
# function: f
import tensorflow as tf
from tensorflow import keras

v, w = tf.Variable(1.), tf.Variable(2.)
o1, o2 = keras.optimizers.Adam(), keras.optimizers.Adam()
def f(x, scale):
    with tf.GradientTape(persistent=True) as t:
        l = v * w * x
    o1.apply_gradients([(t.gradient(l, v) * scale, v)])
    o2.apply_gradients([(t.gradient(l, w) * scale, w)])
    return l
RESULT = [f(tf.constant(1.), 1.), f(tf.constant(1.), 2.)]
