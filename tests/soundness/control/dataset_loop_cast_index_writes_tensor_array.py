# observed: same
# function: f
import tensorflow as tf
ds = tf.data.Dataset.range(3)
def f():
    ta = tf.TensorArray(tf.int64, 3)
    for i, v in ds.enumerate():
        ta = ta.write(tf.cast(i, tf.int32), v)
    return ta.stack()
RESULT = [f()]
