# observed: same
# function: f
import tensorflow as tf
ds = tf.data.Dataset.from_tensor_slices([1.0, 2.0])
w = tf.Variable(1.0)
def f():
    loss = 0.0
    with tf.GradientTape() as t:
        for v in iter(ds):
            loss += w * v
    return t.gradient(loss, w)
RESULT = [f(), f()]
