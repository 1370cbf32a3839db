# observed: raises
# function: static_keyerror_untaken
import tensorflow as tf

def static_keyerror_untaken(x):
    d = {'a': 1.0}
    if tf.reduce_sum(x) > 100.0:
        x = x * d['b']
    return x

RESULT = (static_keyerror_untaken(tf.constant([3.0, 2.0])), static_keyerror_untaken(tf.constant([0.25, 0.25])))
