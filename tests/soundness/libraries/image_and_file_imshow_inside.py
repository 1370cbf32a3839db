# observed: raises
# function: f
import tensorflow as tf

import matplotlib
matplotlib.use('Agg')
import matplotlib.pyplot as plt
def f(x):
    plt.imshow(x)
    return x * 2.
RESULT = [f(tf.ones([4, 4])), f(tf.zeros([4, 4]))]
