# observed: raises
# function: f
import tensorflow as tf

def f(x, flag):
    return tf.cond(flag, lambda: x, lambda: -x)
RESULT = [f(tf.ones([2]), True), f(tf.ones([2]), False)]
