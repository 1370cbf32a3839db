# observed: raises
# function: f
import os
import tensorflow as tf
d1, d2 = tf.keras.layers.Dense(1), tf.keras.layers.Dense(1)
x = tf.ones([2, 3])
if os.path.exists("nowhere.txt"):
    d2(x)
def f(x, first):
    y = tf.tanh(x) + tf.sin(x) * 2.0
    if first:
        return d1(y)
    return d2(y)
RESULT = [f(x, True), f(x, False)]
