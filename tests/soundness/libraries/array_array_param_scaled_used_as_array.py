# observed: raises
# function: f
import numpy as np

import tensorflow as tf
def f(a):
    return (a - 127.5) / 127.5
x = f(np.ones([2, 2], np.float32))
y = f(np.zeros([2, 2], np.float32))
RESULT = [x.reshape(-1), y.mean()]
