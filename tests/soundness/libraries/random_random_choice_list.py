# observed: differs
# function: f
import tensorflow as tf
import random

def f(x):
    k = random.choice([1., 2., 3., 4., 5., 6., 7.])
    return x * k
RESULT = [f(tf.ones([2])) for _ in range(4)]
