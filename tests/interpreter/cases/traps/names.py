# == caught: a name deleted and bound again
a = 1.
def f(x):
    return x * a
f(tf.ones(3))
del a
a = 2.
f(tf.ones(3))

# == caught: a loop target
def f(x): return x * k
for k in [1., 2., 3.]:
    f(tf.ones(3))

# == caught: an import that binds the name again
import math as m
def f(x): return x * m.pi
f(tf.ones(3))
import numpy as m
f(tf.ones(3))

# == caught: an assignment expression
def f(x): return x * k
k = 1.
f(tf.ones(3))
if (k := 2.) > 1: pass
f(tf.ones(3))

# == caught: a pattern that binds
def f(x): return x * k
k = 1.
f(tf.ones(3))
match 5.:
    case k: pass
f(tf.ones(3))

# == caught: a handler that binds and unbinds
def f(x): return x * k
k = 1.
f(tf.ones(3))
try:
    1/0
except Exception as k: pass
f(tf.ones(3))

# == caught: an assignment expression in a comprehension
def f(x): return x * k
k = 1.
f(tf.ones(3))
[k := float(i) for i in range(3)]
f(tf.ones(3))

# == caught: a helper redefined in a later cell
def g(x): return x
def f(x): return g(x) + 1.
f(tf.ones(3))
# %%
def g(x): return -x
f(tf.ones(3))

# == caught: a class redefined in a later cell
class G:
    def __call__(self, x): return x
def f(x): return G()(x) + 1.
f(tf.ones(3))
# %%
class G:
    def __call__(self, x): return -x
f(tf.ones(3))

# == caught: a builtin shadowed after the call
def f(x): return abs(x) + 1.
f(tf.ones(3))
# %%
def abs(x): return -x
f(tf.ones(3))

# == caught: equal abstract values of different concrete ones
lr = 1.
def decay():
    global lr
    lr = lr / 2
def f(x): return x * lr
for _ in range(3):
    f(tf.ones(3))
    decay()

# == caught: a function nobody calls rebinds the name
k = 1.
def f(x): return x * k
f(tf.ones(3)); f(tf.ones(3))
def never():
    global k
    k = 3.

# == caught: a nonlocal set between the calls
def main():
    k = 1.
    def f(x): return x * k
    def setk():
        nonlocal k
        k = 2.
    f(tf.ones(3)); f(tf.ones(3))
    setk()
    f(tf.ones(3))
main()

# == caught: a local of the outer function set again
def main():
    k = 1.
    def f(x): return x * k
    for i in range(3):
        f(tf.ones(3))
        k = k * 2
main()

# == caught: a variable bound again
v = tf.Variable(1.)
def f(x): return x * v
f(tf.ones(3)); f(tf.ones(3))
v = tf.Variable(2.)
f(tf.ones(3))

# == caught: a model made again
m = tf.keras.Sequential([tf.keras.layers.Dense(2)])
m(tf.ones([2,3]))
def f(x): return m(x)
f(tf.ones([2,3])); f(tf.ones([2,3]))
m = tf.keras.Sequential([tf.keras.layers.Dense(2)])
f(tf.ones([2,3]))

# == caught: a function defined again in each round that appends
for i in range(3):
    def f(x):
        out.append(x)
        return x * 2.
    out = []
    f(tf.ones(3)); f(tf.ones(3))

# == safe: a helper that writes before the first call
lr = 1.
def decay():
    global lr
    lr = lr / 2
decay()
def f(x): return x * lr
for _ in range(3):
    f(tf.ones(3))

# == safe: the same constant assigned again
lr = 1.
def f(x): return x * lr
f(tf.ones(3))
f(tf.ones(3))
lr = 1.
f(tf.ones(3))

# == safe: a write that no call follows
lr = 1.
def f(x): return x * lr
f(tf.ones(3))
f(tf.ones(3))
lr = 2.

# == safe: a local that stays
def main():
    k = 1.
    def f(x): return x * k
    for i in range(3):
        f(tf.ones(3))
main()

# == safe: a variable assigned
v = tf.Variable(1.)
def f(x): return x * v
f(tf.ones(3)); f(tf.ones(3))
v.assign(2.)
f(tf.ones(3))
