# observed: raises
# function: f
import tensorflow as tf

v = tf.Variable(1.)
ck = tf.train.Checkpoint(v=v)
mgr = tf.train.CheckpointManager(ck, '.', 3)
def f(x):
    v.assign_add(x)
    mgr.save()
    return v * 1.
RESULT = [f(tf.constant(1.)), f(tf.constant(2.))]
