# observed: differs
# function: f
import tensorflow as tf
def f(v):
    if "bias" not in v.name:
        v.assign(v * 0.5)
    return v.read_value()
a = tf.Variable(1.0, name="kernel"); b = tf.Variable(1.0, name="bias")
RESULT = [f(a), f(b)]
