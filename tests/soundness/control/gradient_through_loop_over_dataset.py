# observed: differs
# function: f
import tensorflow as tf
w = tf.Variable(3.0)
def f(ds):
    with tf.GradientTape() as tape:
        loss = tf.constant(0.0)
        for v in ds:
            loss += w * v
    return tape.gradient(loss, w)
a = tf.data.Dataset.from_tensor_slices([1.0, 2.0])
RESULT = [f(a) is None, f(a.filter(lambda v: v > 5.0)) is None]
