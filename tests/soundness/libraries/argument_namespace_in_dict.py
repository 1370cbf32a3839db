# observed: raises
# function: f
import types
import tensorflow as tf
def f(x, batch): return x * batch["options"].scale
batch = {"options": types.SimpleNamespace(scale=2.0), "n": 1}
RESULT = [f(tf.constant([1.0]), batch), f(tf.constant([2.0]), batch)]
