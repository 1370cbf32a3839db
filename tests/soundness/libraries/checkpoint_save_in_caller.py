# observed: same
# function: f
import tensorflow as tf

v = tf.Variable(1.)
ck = tf.train.Checkpoint(v=v)
def f(x):
    v.assign_add(x)
    return v * 1.
RESULT = []
for i in range(2):
    RESULT.append(f(tf.constant(1.)))
    ck.save('ck')
