# observed: raises
# function: f
import tensorflow as tf

def f(x, seen=[]):
    seen.append(1)
    return x * float(len(seen))


RESULT = (f(tf.ones([2])), f(tf.ones([2])))
