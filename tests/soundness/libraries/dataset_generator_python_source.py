# observed: same
# function: f
import tensorflow as tf

def gen():
    for i in range(3):
        yield float(i)
ds = tf.data.Dataset.from_generator(gen, output_signature=tf.TensorSpec([], tf.float32))
def f(k):
    s = 0.
    for b in ds:
        s += b * k
    return s
RESULT = [f(tf.constant(1.)), f(tf.constant(2.))]
