import { fits, fromTheEnd, reversed } from '../src/spans';
import type { CellEdit } from '../src/types';

const BEFORE = 'import tensorflow\n\ndef f(x):\n    return x';
const EDIT: CellEdit = {
  cell: 0,
  cell_id: 'a',
  before: BEFORE,
  after: 'import tensorflow as tf\n\n@tf.function\ndef f(x):\n    return x',
  spans: [
    { start: 17, end: 17, expected: '', text: ' as tf' },
    { start: 19, end: 19, expected: '', text: '@tf.function\n' }
  ],
  diff: ''
};

function written(edit: CellEdit): string {
  return fromTheEnd(edit.spans).reduce(
    (text, { start, end, text: added }) => text.slice(0, start) + added + text.slice(end),
    edit.before
  );
}

test('the stretches make the text that is promised', () => {
  expect(written(EDIT)).toBe(EDIT.after);
});

test('reversed stretches make the text as it was', () => {
  expect(written(reversed(EDIT))).toBe(BEFORE);
  expect(reversed(reversed(EDIT))).toEqual(EDIT);
});

test('a stretch that reads otherwise does not fit', () => {
  expect(fits(EDIT.after, reversed(EDIT).spans)).toBe(true);
  expect(fits(BEFORE, reversed(EDIT).spans)).toBe(false);
});
