# observed: same
# function: f
import tensorflow as tf

def f(x):
    s={'a':0.,'b':0}
    for v in x: s={'a':s['a']+v,'b':s['b']+1}
    return s['a']

RESULT = (f(tf.constant([3.0, 2.0])), f(tf.constant([0.25, 0.25])))
