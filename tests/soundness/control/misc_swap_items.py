# observed: same
# function: f
import tensorflow as tf

def f(x):
    l=[x,x*2.]
    l[0],l[1]=l[1],l[0]
    return l[0]-l[1]*3.

RESULT = (f(tf.constant([3.0, 2.0])), f(tf.constant([0.25, 0.25])))
