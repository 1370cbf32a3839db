# observed: same
# function: f
import tensorflow as tf
import logging

logger = logging.getLogger('a')
def f(x):
    logger.debug('x')
    return x * 2.
RESULT = [f(tf.ones([2])), f(tf.ones([2]))]
