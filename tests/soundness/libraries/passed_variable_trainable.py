# observed: same
# function: f
import tensorflow as tf
def f(v):
    if v.trainable:
        v.assign(v * 0.5)
    return v.read_value()
a = tf.Variable(1.0); b = tf.Variable(1.0, trainable=False)
RESULT = [f(a), f(b)]
