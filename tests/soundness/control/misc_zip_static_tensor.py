# observed: same
# function: f
import tensorflow as tf

def f(x):
    t=tf.constant(0.)
    for v,k in zip(tf.unstack(x),(1.,2.)): t=t+v*k
    return t

RESULT = (f(tf.constant([3.0, 2.0])), f(tf.constant([0.25, 0.25])))
