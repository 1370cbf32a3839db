# observed: raises
# function: f
import tensorflow as tf
ds = tf.data.Dataset.range(3)
def f():
    ta = tf.TensorArray(tf.int64, 3)
    for i, v in enumerate(ds):
        ta = ta.write(i, v)
    return ta.stack()
RESULT = [f()]
