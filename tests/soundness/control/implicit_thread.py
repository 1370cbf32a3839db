# observed: same
# function: f
import tensorflow as tf

def f(x):
    import threading
    out=[]
    th=threading.Thread(target=lambda: out.append(1)); th.start(); th.join()
    return x*float(len(out))

RESULT = (f(tf.constant([3.0, 2.0])), f(tf.constant([0.25, 0.25])))
