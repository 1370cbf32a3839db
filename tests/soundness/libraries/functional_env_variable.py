# observed: differs
# function: f
import tensorflow as tf
import os

os.environ['SCALE'] = '2.0'
def f(x):
    return x * float(os.environ['SCALE'])
a = f(tf.ones([2]))
os.environ['SCALE'] = '3.0'
RESULT = [a, f(tf.ones([2]))]
