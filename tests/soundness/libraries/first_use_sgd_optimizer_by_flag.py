# observed: same
# function: f
import tensorflow as tf
from tensorflow import keras

v, w = tf.Variable(1.), tf.Variable(2.)
o1, o2 = keras.optimizers.SGD(), keras.optimizers.SGD()
def f(x, first):
    with tf.GradientTape(persistent=True) as t:
        l = v * w * x
    if first:
        o1.apply_gradients([(t.gradient(l, v), v)])
    else:
        o2.apply_gradients([(t.gradient(l, w), w)])
    return l
RESULT = [f(tf.constant(1.), True), f(tf.constant(1.), False)]
