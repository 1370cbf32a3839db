# observed: differs
# function: f
import tensorflow as tf
import matplotlib
matplotlib.use('Agg')
import matplotlib.pyplot as plt
def f(x, size):
    plt.rcParams['font.size'] = size
    return x * 2
f(tf.ones(2), 7); f(tf.ones(2), 8); f(tf.ones(2), 7)
size = float(plt.rcParams['font.size'])
