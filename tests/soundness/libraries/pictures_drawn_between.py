# observed: same
# function: f
import tensorflow as tf
import numpy as np
import matplotlib
matplotlib.use('Agg')
import matplotlib.pyplot as plt
w = np.ones(3, np.float32)
def f(x):
    return x * w
def draw(pictures, n):
    fig, ax = plt.subplots(1, n)
    for i in range(n):
        ax[i].imshow(pictures[i])
        ax[i].axis('off')
    fig, axes = plt.subplots(2, 2, figsize=(2, 2))
    for each, picture in zip(axes.ravel(), pictures):
        each.imshow(picture)
    for each in axes.flat:
        each.set_title('picture')
    axes[0, 1].plot(w)
    fig, (left, right) = plt.subplots(1, 2)
    left.plot(w)
    right.hist(w)
    plt.close('all')
first = f(tf.ones(3))
draw(np.ones((4, 3, 3)), 2)
RESULT = [first, f(tf.ones(3))]
