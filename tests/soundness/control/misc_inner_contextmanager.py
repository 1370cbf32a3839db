# observed: same
# function: f
import contextlib
import tensorflow as tf

def f(x):
    @contextlib.contextmanager
    def cm(): yield 2.
    with cm() as k: y=x*k
    return y

RESULT = (f(tf.constant([3.0, 2.0])), f(tf.constant([0.25, 0.25])))
