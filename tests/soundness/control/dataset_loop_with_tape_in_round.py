# observed: same
# function: f
import tensorflow as tf
ds = tf.data.Dataset.from_tensor_slices([1.0, 2.0])
w = tf.Variable(1.0)
def f():
    for v in ds:
        with tf.GradientTape() as t:
            loss = w * v
        g = t.gradient(loss, w)
        w.assign_sub(0.1 * g)
    return w.read_value()
RESULT = [f(), f()]
