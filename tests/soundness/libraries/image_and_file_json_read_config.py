# observed: same
# function: f
import tensorflow as tf

import json
open('c.json', 'w').write('{"k": 2.0}')
def f(x):
    with open('c.json') as h:
        c = json.load(h)
    return x * c['k']
RESULT = [f(tf.ones([2])), f(tf.zeros([2]))]
