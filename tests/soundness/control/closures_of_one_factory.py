# observed: same
# function: f
import tensorflow as tf

def make(scale):
    def f(x):
        return x * scale

    return f


double, triple = make(2.0), make(3.0)
RESULT = (double(tf.ones([2])), triple(tf.ones([2])), double(tf.ones([2])))
