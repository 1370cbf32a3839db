# observed: differs
# function: f
import tensorflow as tf
import matplotlib
matplotlib.use('Agg')
import matplotlib.pyplot as plt
fig, axes = plt.subplots(1, 2)
def f(x):
    for each in axes:
        each.plot([1, 2])
    return x * 2
RESULT = [f(tf.ones(3)), f(tf.ones(3)), len(axes[0].lines)]
