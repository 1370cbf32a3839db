# observed: same
# function: f
import tensorflow as tf

def f(x):
    k='s'
    if tf.reduce_sum(x)>1.: k=2.
    for k in (1.,2.): x=x*k
    return x

RESULT = (f(tf.constant([3.0, 2.0])), f(tf.constant([0.25, 0.25])))
