# observed: raises
# function: f
import array
import tensorflow as tf
def f(x, levels): return x * 2.0
levels = array.array("d", [1.0])
RESULT = [f(tf.constant([1.0]), levels), f(tf.constant([2.0]), levels)]
