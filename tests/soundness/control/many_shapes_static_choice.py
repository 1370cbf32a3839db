# observed: same
# function: f
import tensorflow as tf

def f(x):
    if x.shape[0] > 5:
        return x * 2.0
    return x


RESULT = [f(tf.ones([n])) for n in range(1, 12)]
