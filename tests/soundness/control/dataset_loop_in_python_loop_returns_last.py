# observed: raises
# function: f
import tensorflow as tf
ds = tf.data.Dataset.from_tensor_slices([1.0, 2.0])
w = tf.Variable(1.0)
def f(epochs):
    for e in range(epochs):
        for v in ds:
            loss = v * w
            w.assign_sub(0.1 * loss)
    return loss
RESULT = [f(2), f(2)]
