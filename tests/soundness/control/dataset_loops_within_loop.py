# observed: same
# function: f
import tensorflow as tf
ds = tf.data.Dataset.from_tensor_slices([1.0, 2.0])
w = tf.Variable(1.0)
def f():
    for e in tf.range(2):
        for v in ds:
            y = v * 2.0
            w.assign_add(y)
        tf.print(e)
    return w.read_value()
RESULT = [f(), f()]
