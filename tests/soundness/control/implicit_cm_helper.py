# observed: raises
# function: f
import contextlib
import tensorflow as tf

def hh(v):
    if tf.reduce_sum(v)>1.: return v*2.
    return v

@contextlib.contextmanager
def cmh(v):
    yield hh(v)

def f(x):
    with cmh(x) as y: z=y*2.
    return z

RESULT = (f(tf.constant([3.0, 2.0])), f(tf.constant([0.25, 0.25])))
