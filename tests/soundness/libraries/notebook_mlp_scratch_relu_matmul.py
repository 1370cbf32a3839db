# observed: same
# function: forward
import tensorflow as tf

params = [(tf.Variable(tf.ones([4, 8]) * 0.1), tf.Variable(tf.zeros([8]))), (tf.Variable(tf.ones([8, 2]) * 0.1), tf.Variable(tf.zeros([2])))]
def forward(x):
    for W, b in params[:-1]:
        x = tf.nn.relu(x @ W + b)
    W, b = params[-1]
    return x @ W + b
RESULT = [forward(tf.ones([2, 4])), forward(tf.zeros([1, 4]))]
