# observed: both-raise
# function: genexp_call
import tensorflow as tf

def genexp_call(x):
    return tf.add_n([helper(v) for v in tf.unstack(x)])

RESULT = (genexp_call(tf.constant([3.0, 2.0])), genexp_call(tf.constant([0.25, 0.25])))
