# == caught: an array shuffled in place
data = np.arange(3.)
def f(x): return x * data
f(tf.ones(3))
np.random.shuffle(data)
f(tf.ones(3))

# == caught: an array filled in place
data = np.arange(3.)
def f(x): return x * data
f(tf.ones(3))
data.fill(3.)
f(tf.ones(3))

# == caught: an array inside a dict
cfg = {'m': np.arange(3.)}
def f(x): return x * cfg['m']
f(tf.ones(3))
cfg['m'][0] = 5.
f(tf.ones(3))

# == caught: an array inside a tuple
cfg = (np.arange(3.), 2)
def f(x): return x * cfg[0]
f(tf.ones(3))
cfg[0][0] = 5.
f(tf.ones(3))

# == caught: an array given as out
data = np.arange(3.)
def f(x): return x * data
f(tf.ones(3))
np.add(data, 1., out=data)
f(tf.ones(3))

# == caught: an array copied into
data = np.arange(3.)
def f(x): return x * data
f(tf.ones(3))
np.copyto(data, 1.)
f(tf.ones(3))

# == caught: an array changed through a view
w = np.ones(3)
v = w[:2]
def f(x): return x * w
f(tf.ones(3)); f(tf.ones(3))
v[:] = 3.
f(tf.ones(3))

# == caught: an array changed through a reshaped view
w = np.ones(3)
def f(x): return x * w
f(tf.ones(3)); f(tf.ones(3))
w.reshape(3, 1)[0] += 1
f(tf.ones(3))

# == caught: an array multiplied in place
w = np.ones(3)
def f(x): return x * w
f(tf.ones(3)); f(tf.ones(3))
w *= 2.
f(tf.ones(3))

# == caught: an array changed by a helper
w = np.ones(3)
def up(a): a += 1.
def f(x): return x * w
f(tf.ones(3)); f(tf.ones(3))
up(w)
f(tf.ones(3))

# == caught: an array given to an unknown library
import mylib
w = np.ones(3)
def f(x): return x * w
f(tf.ones(3)); f(tf.ones(3))
mylib.go(w)
f(tf.ones(3))
