# observed: output-differs
# function: f
import tensorflow as tf

def f(x):
    tf.print(f'x {x}')
    return x * 2.
RESULT = [f(tf.ones([2])), f(tf.ones([2]))]
