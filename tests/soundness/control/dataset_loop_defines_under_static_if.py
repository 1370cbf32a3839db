# observed: raises
# function: f
import tensorflow as tf
ds = tf.data.Dataset.from_tensor_slices([1.0, 2.0])
w = tf.Variable(1.0)
def f(flag):
    for v in ds:
        if flag:
            y = v * 2.0
        if flag:
            w.assign_add(y)
    return w.read_value()
RESULT = [f(True), f(False)]
