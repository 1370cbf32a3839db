# observed: differs
# function: f
import tensorflow as tf
l = tf.keras.layers.StringLookup(vocabulary=["a", "b"])
def f(k): return l(k)
RESULT = [f(tf.constant(["b"]))]
l.set_vocabulary(["b", "a"])
RESULT += [f(tf.constant(["b"]))]
