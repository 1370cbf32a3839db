# observed: differs
# function: f
import tensorflow as tf
import numpy as np
import matplotlib
matplotlib.use('Agg')
import matplotlib.pyplot as plt
w = np.ones(3, np.float32)
def f(x):
    return x * w
def draw(values):
    fig, axes = plt.subplots(1, 2)
    for each in axes:
        each.plot(values)
        values += 1
    plt.close('all')
first = f(tf.ones(3))
draw(w)
RESULT = [first, f(tf.ones(3))]
