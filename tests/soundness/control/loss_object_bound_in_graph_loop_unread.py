# observed: same
# function: f
import tensorflow as tf
s0 = tf.keras.losses.MeanSquaredError()
def f(x):
    for i in tf.range(2):
        q = s0
        y = q(x, x)
    return y
RESULT = f(tf.constant([1.0, 2.0, 3.0]))
