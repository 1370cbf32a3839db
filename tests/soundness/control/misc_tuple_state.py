# observed: same
# function: f
import tensorflow as tf

def f(x):
    s=(0,0.)
    for v in x: s=(s[0]+1,s[1]+v)
    return s[1]/tf.cast(s[0],tf.float32)

RESULT = (f(tf.constant([3.0, 2.0])), f(tf.constant([0.25, 0.25])))
