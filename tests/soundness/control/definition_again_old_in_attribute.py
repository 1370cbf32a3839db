# observed: differs
# function: f
import tensorflow as tf

class Holder:
    pass


holders = []
for scale in (1.0, 2.0):

    def f(x):
        return x * scale

    f(tf.ones([2]))
    holder = Holder()
    holder.run = f
    holders.append(holder)
RESULT = [h.run(tf.ones([2])) for h in holders]
