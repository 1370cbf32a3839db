# observed: differs
# function: f
import tensorflow as tf
def f(x, **kw):
    return x + len(list(kw)[0])
RESULT = [f(tf.ones([2]), zzz=1, a=2), f(tf.ones([2]), a=2, zzz=1)]
