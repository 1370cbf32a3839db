# == caught: a cache that keeps a graph tensor
import functools
@functools.lru_cache(None)
def table(n): return tf.range(n)
def f(x): return x + tf.cast(table(3), tf.float32)
for _ in range(3): f(tf.ones(3))

# == caught: a layer that keeps its last input
class L(tf.keras.layers.Layer):
    def call(self, x):
        self.last = x
        return x * 2.
l = L()
def f(x): return l(x) + 1.
for _ in range(3): f(tf.ones([2,3]))

# == caught: an unknown decorator
from mylib import deco
@deco
def f(x): return tf.nn.relu(x) + 1.
for _ in range(3): f(tf.ones(3))

# == caught: a graph directly under custom_gradient
@tf.custom_gradient
@tf.function
def f(x):
    def grad(dy): return dy * 2.
    return tf.nn.relu(x) + 1., grad
for _ in range(3): f(tf.ones(3))

# == caught: a condition on tensors under custom_gradient, which AutoGraph does not reach
@tf.custom_gradient
def f(x):
    if tf.reduce_sum(x) > 1.: x = x / 2.
    def grad(dy): return dy * 2.
    return tf.nn.relu(x) + 1., grad
for _ in range(3): f(tf.ones(3))

# == caught: a condition on tensors in the gradient's function
@tf.custom_gradient
def f(x):
    def grad(dy):
        if tf.reduce_sum(dy) > 1.: dy = dy / 2.
        return dy * 2.
    return tf.nn.relu(x) + 1., grad
for _ in range(3): f(tf.ones(3))

# == caught: a function under custom_gradient, which only a graph above it can hold
@tf.custom_gradient
def f(x):
    def grad(dy): return dy * 2.
    return tf.nn.relu(x) + 1., grad
for _ in range(3): f(tf.ones(3))

# == caught: an unknown star import after the library
from mylib import *
def f(x): return tf.nn.relu(x) + 1.
for _ in range(3): f(tf.ones(3))

# == caught: an unknown star import and a builtin
from mylib import *
import tensorflow as tf
def f(x): return tf.nn.relu(x) + sum([1., 2.])
for _ in range(3): f(tf.ones(3))

# == safe: an unknown star import before the library
from mylib import *
import tensorflow as tf
def f(x): return tf.nn.relu(x) + 2.
for _ in range(3): f(tf.ones(3))

# == caught: one more context than are looked at
def f(x, a=0, b=0, c=0, d=0, e=0, g=0, h=0, i=0, j=0, k=0, l=0):
    if l > 0:
        return x
    x = x + 1.
    return x
t = tf.constant(1)
f(tf.ones(1)); f(tf.ones(2)); f(tf.ones(3)); f(tf.ones(4)); f(tf.ones(5)); f(tf.ones(6)); f(tf.ones(7)); f(tf.ones(8))
f(tf.ones(9), a=True); f(tf.ones(9), b=True); f(tf.ones(9), c=True); f(tf.ones(9), d=True); f(tf.ones(9), e=True); f(tf.ones(9), g=True); f(tf.ones(9), h=True); f(tf.ones(9), i=True); f(tf.ones(9), j=True); f(tf.ones(9), k=True)
f(tf.ones(9), a='s'); f(tf.ones(9), b='s'); f(tf.ones(9), c='s'); f(tf.ones(9), d='s'); f(tf.ones(9), e='s'); f(tf.ones(9), g='s'); f(tf.ones(9), h='s'); f(tf.ones(9), i='s'); f(tf.ones(9), j='s'); f(tf.ones(9), k='s')
f(tf.ones(9), l=t)

# == caught: a function an unknown library may call later
import mylib
k = 1.
def f(x): return x * k
f(tf.ones(3)); f(tf.ones(3))
mylib.register(f)
k = 2.
mylib.go()

# == caught: a function stored on an unknown object
import mylib
k = 1.
def f(x): return x * k
f(tf.ones(3)); f(tf.ones(3))
mylib.obj.cb = f
k = 2.
mylib.go()

# == caught: a function in a list given to an unknown library
import mylib
k = 1.
def f(x): return x * k
f(tf.ones(3)); f(tf.ones(3))
fs = [f]
mylib.go(fs)
k = 2.
mylib.go2()

# == caught: a function called by a lambda given to an unknown library
import mylib
k = 1.
def f(x): return x * k
f(tf.ones(3)); f(tf.ones(3))
mylib.go(lambda: f(tf.ones(3)))
k = 2.
mylib.go2()

# == caught: a list given to an unknown library
import mylib
w = [1.]
def f(x): return x * w[0]
f(tf.ones(3)); f(tf.ones(3))
mylib.go(w)
f(tf.ones(3))

# == caught: an object given to an unknown library
import mylib
class C: pass
c = C()
c.w = [1.]
def f(x): return x * c.w[0]
f(tf.ones(3)); f(tf.ones(3))
mylib.go(c)
f(tf.ones(3))

# == caught: a callback given to an unknown library
import mylib
k = 1.
def setk():
    global k
    k = 2.
def f(x): return x * k
f(tf.ones(3)); f(tf.ones(3))
mylib.go(setk)
f(tf.ones(3))

# == caught: a callback given before the first call
import mylib
k = 1.
def setk():
    global k
    k = 2.
def f(x): return x * k
mylib.go(setk)
f(tf.ones(3)); f(tf.ones(3))
mylib.tick()
f(tf.ones(3))

# == caught: a list given away before
import mylib
w = [1.]
mylib.go(w)
def f(x): return x * w[0]
f(tf.ones(3)); f(tf.ones(3))

# == caught: a cell that does not parse and may bind the name
k = 1.
def f(x): return x * k
f(tf.ones(3)); f(tf.ones(3))
# %%
k = 3 +
# %%
f(tf.ones(3))

# == safe: a cell that does not parse and binds another name
k = 1.
def f(x): return x * k
f(tf.ones(3)); f(tf.ones(3))
# %%
zz = 3 +
# %%
f(tf.ones(3))

# == caught: a notebook run by magic
k = 1.
def f(x): return x * k
f(tf.ones(3)); f(tf.ones(3))
# %%
%run other.py
# %%
f(tf.ones(3))

# == caught: a notebook run through get_ipython
k = 1.
def f(x): return x * k
f(tf.ones(3)); f(tf.ones(3))
get_ipython().run_line_magic('run', 'other.py')
f(tf.ones(3))

# == safe: a harmless magic through get_ipython
k = 1.
def f(x): return x * k
get_ipython().run_line_magic('matplotlib', 'inline')
f(tf.ones(3)); f(tf.ones(3))

# == caught: a global set through globals
k = 1.
def f(x):
    return x * k
f(tf.ones(3))
globals()['k'] = 3.
f(tf.ones(3))

# == caught: text that is executed
k = 1.
def f(x):
    return x * k
f(tf.ones(3))
exec('k = 2.')
f(tf.ones(3))

# == caught: a library function replaced after the call
def f(x): return tf.nn.relu(x) + 1.
f(tf.ones(3))
# %%
tf.nn.relu = lambda x: x
f(tf.ones(3))

# == caught: a library function replaced before the call
tf.nn.relu = print
def f(x): return tf.nn.relu(x) + 1.
for _ in range(3): f(tf.ones([2,3]))

# == caught: a library function replaced by setattr
setattr(tf.nn, 'relu', print)
def f(x): return tf.nn.relu(x) + 1.
for _ in range(3): f(tf.ones([2,3]))

# == caught: the library bound to something else
tf = mock()
def f(x): return tf.nn.relu(x) + 1.
for _ in range(3): f(tf.ones([2,3]))

# == caught: a method of a library class replaced
tf.keras.layers.Dense.call = lambda self, x: x
l = tf.keras.layers.Dense(2)
def f(x): return l(x) + 1.
for _ in range(3): f(tf.ones([2,3]))

# == caught: an initializer of a library, which keeps what it is given
import tensorflow_probability as tfp
class Shifted(tfp.distributions.TransformedDistribution):
    def __init__(self, loc): self.f(loc)
    def f(self, loc): super().__init__(tfp.distributions.Normal(loc, tf.ones_like(loc)), tfp.bijectors.NormalCDF())
for _ in range(3): Shifted(tf.ones([2,3]))
