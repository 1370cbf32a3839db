# observed: raises
# function: f
import tensorflow as tf

v = tf.Variable(1.)
ck = tf.train.Checkpoint(v=v)
def f(x):
    v.assign_add(x)
    ck.save('ck')
    return v * 1.
RESULT = [f(tf.constant(1.)), f(tf.constant(2.))]
