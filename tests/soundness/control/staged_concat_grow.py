# observed: raises
# function: concat_grow
import tensorflow as tf

def concat_grow(x):
    y = x
    for v in tf.range(2):
        y = tf.concat([y, y], 0)
    return tf.reduce_sum(y)

RESULT = (concat_grow(tf.constant([3.0, 2.0])), concat_grow(tf.constant([0.25, 0.25])))
