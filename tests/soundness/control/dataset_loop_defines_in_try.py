# observed: same
# function: f
import tensorflow as tf
ds = tf.data.Dataset.from_tensor_slices([1.0, 2.0])
w = tf.Variable(1.0)
def f():
    for v in ds:
        try:
            y = v * 2.0
        finally:
            pass
        w.assign_add(y)
    return w.read_value()
RESULT = [f(), f()]
