# observed: same
# function: f
import tensorflow as tf
tf.io.write_file("w.txt", "2.0")
def f(x, p):
    return x * tf.strings.to_number(tf.io.read_file(p))
a = f(tf.ones([2]), tf.constant("w.txt"))
tf.io.write_file("w.txt", "3.0")
RESULT = [a, f(tf.ones([2]), tf.constant("w.txt"))]
