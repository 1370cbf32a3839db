# observed: same
# function: f
import tensorflow as tf

t = tf.lookup.StaticHashTable(tf.lookup.KeyValueTensorInitializer(['a', 'b'], [1, 2]), -1)
def f(s):
    return t.lookup(s) + 1
RESULT = [f(tf.constant('a')), f(tf.constant(['b', 'c']))]
