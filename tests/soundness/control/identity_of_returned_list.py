# observed: differs
# function: f
import tensorflow as tf
def f(a, x):
    return a, x * 2.0
lst = [tf.ones([2])]
RESULT = [f(lst, tf.ones([2]))[0] is lst for _ in range(2)]
