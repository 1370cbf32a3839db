# observed: raises
# function: f
import tensorflow as tf

def f(x):
    s=set()
    for v in x: s=s|{1}
    return x*float(len(s))

RESULT = (f(tf.constant([3.0, 2.0])), f(tf.constant([0.25, 0.25])))
