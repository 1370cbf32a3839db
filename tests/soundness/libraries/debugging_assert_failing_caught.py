# observed: same
# function: f
import tensorflow as tf

def f(x):
    tf.debugging.assert_positive(x)
    return tf.math.log(x)
RESULT = []
for v in (1., -1.):
    try:
        RESULT.append(f(tf.constant(v)))
    except tf.errors.InvalidArgumentError:
        RESULT.append('neg')
