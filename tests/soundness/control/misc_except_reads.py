# observed: raises
# function: f
import tensorflow as tf

def f(x):
    k='s'
    if tf.reduce_sum(x)>1.: k=2.
    try: y=x*2.
    except ValueError: y=k
    return y

RESULT = (f(tf.constant([3.0, 2.0])), f(tf.constant([0.25, 0.25])))
