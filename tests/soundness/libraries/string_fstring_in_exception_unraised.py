# observed: same
# function: f
import tensorflow as tf

def f(x):
    if x.shape.rank != 1:
        raise ValueError(f'bad {x}')
    return x * 2.
RESULT = [f(tf.ones([2])), f(tf.ones([3]))]
