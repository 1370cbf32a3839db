# observed: same
# function: f
import tensorflow as tf

t = tf.lookup.experimental.MutableHashTable(tf.string, tf.int64, -1)
def f(s, v):
    t.insert(s, v)
    return t.lookup(s)
RESULT = [f(tf.constant('a'), tf.constant(3, tf.int64)), f(tf.constant('b'), tf.constant(4, tf.int64)), t.size()]
