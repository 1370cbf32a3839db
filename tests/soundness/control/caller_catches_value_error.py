# observed: same
# function: f
import tensorflow as tf

def f(x, mode):
    if mode not in ("a", "b"):
        raise ValueError(f"no mode {mode}")
    return x * 2.0


words = []
for mode in ("a", "c"):
    try:
        f(tf.ones([2]), mode)
        words.append("fine")
    except ValueError:
        words.append("refused")
RESULT = words
