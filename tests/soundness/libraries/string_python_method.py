# observed: raises
# function: f
import tensorflow as tf

def f(s):
    return s.numpy().decode().lower()
RESULT = [f(tf.constant('AB')), f(tf.constant('CD'))]
