# observed: same
# function: f
import tensorflow as tf

def f(x):
    seen=False
    for v in x:
        if v>1.: seen=True
    return x*2. if seen else x

RESULT = (f(tf.constant([3.0, 2.0])), f(tf.constant([0.25, 0.25])))
