# observed: raises
# function: f
import tensorflow as tf

def f(b, s):
    k = tf.image.non_max_suppression(b, s, 3)
    out = []
    for i in range(k.shape[0]):
        out.append(tf.gather(b, k[i]))
    return tf.stack(out)
RESULT = [f(tf.constant([[0., 0., 1., 1.], [2., 2., 3., 3.]]), tf.constant([.9, .8])), f(tf.constant([[0., 0., 1., 1.], [2., 2., 3., 3.]]), tf.constant([.9, .8]))]
