# observed: same
# function: f
import tensorflow as tf

def f(x):
    out = [x]
    for i in range(3):
        out.append(out[-1] * 2.)
    y = tf.concat(out, 0)
    return y / y.shape[0]
RESULT = [f(tf.ones([4])), f(tf.ones([3]))]
