# observed: output-differs
# function: f
import tensorflow as tf

def f(x):
    print(x.shape)
    return x * 2.
RESULT = [f(tf.ones([2])), f(tf.ones([2]))]
