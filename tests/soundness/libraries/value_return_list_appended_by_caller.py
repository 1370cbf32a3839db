# observed: same
# function: f
import tensorflow as tf

def f(x):
    return [x, x * 2.]
r = f(tf.constant(1.))
r.append(1)
RESULT = len(r)
