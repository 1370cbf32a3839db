# observed: same
# function: generate
import tensorflow as tf
emb = tf.Variable(tf.random.stateless_normal((6, 6), [3, 9]))
def generate(tok, n):
    seq = tf.reshape(tok, [1])
    for i in tf.range(n):
        tf.autograph.experimental.set_loop_options(shape_invariants=[(seq, tf.TensorShape([None]))])
        tok = tf.argmax(emb[tok], output_type=tf.int32)
        seq = tf.concat([seq, tf.reshape(tok, [1])], 0)
    return seq
RESULT = [generate(tf.constant(0), tf.constant(3)), generate(tf.constant(1), tf.constant(2))]
