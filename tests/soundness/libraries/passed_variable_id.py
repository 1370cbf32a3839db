# observed: differs
# function: f
import tensorflow as tf
special = tf.Variable(1.0)
ids = {id(special)}
def f(v):
    return v * (2.0 if id(v) in ids else 1.0)
RESULT = [f(special), f(tf.Variable(1.0))]
