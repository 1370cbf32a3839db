# observed: same
# function: f
import tensorflow as tf

def f(s):
    return s + '!' + s
RESULT = [f(tf.constant('AB')), f(tf.constant('CD'))]
