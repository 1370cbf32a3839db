# observed: same
# function: f
import tensorflow as tf
import numpy as np
import os
import matplotlib
matplotlib.use('Agg')
import matplotlib.pyplot as plt
w = np.ones(2, np.float32)
def f(x):
    return x * w
a = f(tf.ones(2))
os.environ['A_SETTING_OF_THE_PROGRAM'] = 'x'
plt.rcParams['figure.figsize'] = (4, 4)
plt.rcParams.update({'font.size': 9})
RESULT = [a, f(tf.ones(2))]
