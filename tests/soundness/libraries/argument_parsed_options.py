# observed: raises
# function: f
import argparse
import tensorflow as tf
parser = argparse.ArgumentParser()
parser.add_argument("--scale", type=float, default=2.0)
options = parser.parse_args([])
def f(x, options): return x * options.scale
RESULT = [f(tf.constant([1.0]), options), f(tf.constant([2.0]), options)]
