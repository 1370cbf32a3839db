# observed: same
# function: genexp_cond
import tensorflow as tf

def genexp_cond(x):
    return sum((v if v > 1.0 else v * 2.0 for v in tf.unstack(x)))

RESULT = (genexp_cond(tf.constant([3.0, 2.0])), genexp_cond(tf.constant([0.25, 0.25])))
