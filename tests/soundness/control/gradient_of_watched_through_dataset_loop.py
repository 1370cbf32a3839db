# observed: differs
# function: f
import tensorflow as tf
ds = tf.data.Dataset.from_tensor_slices([1.0, 2.0])
def f(x):
    loss = 0.0
    with tf.GradientTape() as t:
        t.watch(x)
        for v in ds:
            loss += x * v
    return t.gradient(loss, x)
RESULT = [f(tf.constant(1.0))]
