# observed: same
# function: f
import tensorflow as tf
ds = tf.data.Dataset.from_tensor_slices([1.0, 2.0])
ws = [tf.Variable(1.0), tf.Variable(2.0)]
def f():
    for v in ds:
        parts = [w * v for w in ws]
        ws[0].assign_add(tf.add_n(parts))
    return ws[0].read_value()
RESULT = [f(), f()]
