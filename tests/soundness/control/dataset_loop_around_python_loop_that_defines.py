# observed: raises
# function: f
import tensorflow as tf
ds = tf.data.Dataset.from_tensor_slices([1.0, 2.0])
w = tf.Variable(1.0)
def f():
    for v in ds:
        for k in range(2):
            y = v * float(k)
        w.assign_add(y)
    return w.read_value()
RESULT = [f(), f()]
