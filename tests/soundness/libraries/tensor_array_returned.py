# observed: raises
# function: f
import tensorflow as tf

def f(x):
    ta = tf.TensorArray(tf.float32, size=1)
    return ta.write(0, x)
RESULT = [f(tf.constant(1.)).stack(), f(tf.constant(2.)).stack()]
