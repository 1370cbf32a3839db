# observed: differs
# function: f
import tensorflow as tf
def f(**kw):
    return tf.stack(list(kw.values()))
RESULT = [f(z=tf.ones([2]), a=tf.zeros([2])), f(a=tf.zeros([2]), z=tf.ones([2]))]
