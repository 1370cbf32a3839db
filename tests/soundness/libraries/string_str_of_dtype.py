# observed: same
# function: f
import tensorflow as tf

def f(x):
    if str(x.dtype) == "<dtype: 'float32'>":
        return x
    return x * 0
RESULT = [f(tf.constant(1.)), f(tf.constant(2))]
