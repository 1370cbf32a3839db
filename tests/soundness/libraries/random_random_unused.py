# observed: differs
# function: f
import tensorflow as tf
import random

def f(x):
    random.random()
    return x * 2.
RESULT = [f(tf.ones([2])), f(tf.ones([2])), random.random()]
