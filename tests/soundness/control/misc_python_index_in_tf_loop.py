# observed: raises
# function: f
import tensorflow as tf

def f(x):
    l=[1.,2.]
    t=tf.constant(0.)
    for i in tf.range(2): t=t+l[i]
    return t

RESULT = (f(tf.constant([3.0, 2.0])), f(tf.constant([0.25, 0.25])))
