# observed: same
# function: f
import tensorflow as tf

def gen_plain(v):
    for k in (1.,2.): yield v*k

def f(x):
    t=tf.zeros([2])
    for v in gen_plain(x): t=t+v
    if tf.reduce_sum(t)>1.: t=t*2.
    return t

RESULT = (f(tf.constant([3.0, 2.0])), f(tf.constant([0.25, 0.25])))
