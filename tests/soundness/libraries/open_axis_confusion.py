# observed: raises
# function: f
import tensorflow as tf

def f(x, y):
    b = tf.math.confusion_matrix(x, y)
    return b / b.shape[0]
RESULT = [f(tf.constant([1, 2]), tf.constant([1, 2])), f(tf.constant([1, 0]), tf.constant([1, 0]))]
