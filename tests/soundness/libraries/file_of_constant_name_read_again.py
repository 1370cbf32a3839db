# observed: differs
# function: f
import tensorflow as tf
tf.io.write_file("w.txt", "2.0")
def f(x):
    return x * tf.strings.to_number(tf.io.read_file("w.txt"))
a = f(tf.ones([2]))
tf.io.write_file("w.txt", "3.0")
RESULT = [a, f(tf.ones([2]))]
