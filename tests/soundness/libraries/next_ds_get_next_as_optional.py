# observed: same
# function: f
import tensorflow as tf

it = iter(tf.data.Dataset.range(1))
def f(x):
    o = it.get_next_as_optional()
    if o.has_value():
        return x * o.get_value()
    return x * 0
RESULT = [f(tf.constant(2, tf.int64)), f(tf.constant(2, tf.int64))]
