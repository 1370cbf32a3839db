# observed: raises
# function: f
import os
import tensorflow as tf
from tensorflow import keras
v = tf.Variable([1.0, 2.0])
o1, o2 = keras.optimizers.Adam(), keras.optimizers.Adam()
if os.path.exists("nowhere.txt"):
    o2.apply_gradients([(tf.ones(2), v)])
def f(x, first):
    with tf.GradientTape() as t:
        l = tf.reduce_sum(v * x)
    g = t.gradient(l, v)
    if first:
        o1.apply_gradients([(g, v)])
    else:
        o2.apply_gradients([(g, v)])
    return l
RESULT = [f(tf.constant([1.0, 2.0]), True), f(tf.constant([1.0, 3.0]), False)]
