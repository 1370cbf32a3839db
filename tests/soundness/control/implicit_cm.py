# observed: raises
# function: f
import contextlib
import tensorflow as tf

@contextlib.contextmanager
def cm(v):
    if tf.reduce_sum(v)>1.: y=v*2.
    else: y=v
    yield y

def f(x):
    with cm(x) as y: z=y*2.
    return z

RESULT = (f(tf.constant([3.0, 2.0])), f(tf.constant([0.25, 0.25])))
