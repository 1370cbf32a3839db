# observed: same
# function: train
import tensorflow as tf

class MyModel(tf.Module):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.w = tf.Variable(5.0)
        self.b = tf.Variable(0.0)
    def __call__(self, x):
        return self.w * x + self.b
def loss(target_y, predicted_y):
    return tf.reduce_mean(tf.square(target_y - predicted_y))
def train(model, x, y, learning_rate):
    with tf.GradientTape() as t:
        current_loss = loss(y, model(x))
    dw, db = t.gradient(current_loss, [model.w, model.b])
    model.w.assign_sub(learning_rate * dw)
    model.b.assign_sub(learning_rate * db)
model = MyModel()
x = tf.linspace(-2., 2., 20)
y = x * 3. + 2.
for epoch in range(5):
    train(model, x, y, learning_rate=0.1)
RESULT = [model.w, model.b]
