import { shownOf } from '../src/api';
import { chosen, isActionable, isWorthIt, passes, sameFunction } from '../src/choice';
import type { FindingReport } from '../src/types';
import { functionOf, replyOf } from './fakes';

const slow = functionOf('slow', {
  cell: 2,
  gain: { ops: 9, speedup: 2, break_even_calls: 3, at_least: false }
});
const fast = functionOf('fast', {
  cell: 4,
  gain: { ops: 9, speedup: 8, break_even_calls: 3, at_least: false }
});
const doubtful = functionOf('doubtful', { cell: 1, confidence: 'verify-first' });
const refused = functionOf('refused', { cell: 3, confidence: 'refused', action: 'keep' });
const all = [slow, fast, doubtful, refused];

test('all that is proved is applied at once, but for what is not expected to gain', () => {
  expect(isWorthIt(functionOf('f'))).toBe(true);
  expect(isWorthIt(functionOf('f', { confidence: 'verified' }))).toBe(true);
  expect(isWorthIt(functionOf('f', { pays: false }))).toBe(false);
  expect(isWorthIt(functionOf('f', { confidence: 'verify-first' }))).toBe(false);
  expect(isWorthIt(functionOf('f', { action: 'keep', confidence: 'no-gain' }))).toBe(false);
});

test('functions are listed by cell, or by gain', () => {
  expect(chosen(all, { filter: 'all', search: '', order: 'cell' })).toEqual([
    doubtful,
    slow,
    refused,
    fast
  ]);
  expect(chosen(all, { filter: 'apply', search: '', order: 'gain' })).toEqual([fast, slow]);
});

test('each filter keeps its own', () => {
  expect(all.filter(each => passes(each, 'verify'))).toEqual([doubtful]);
  expect(all.filter(each => passes(each, 'refused'))).toEqual([refused]);
  expect(all.filter(each => passes(each, 'hybrid'))).toEqual([]);
});

test('the search finds names and verdicts in either case', () => {
  expect(chosen(all, { filter: 'all', search: ' SLOW', order: 'cell' })).toEqual([slow]);
});

test('a function that only moved within its cell is the same', () => {
  expect(sameFunction(slow, { ...slow, line: 9 })).toBe(true);
  expect(sameFunction(slow, { ...slow, cell_id: 'other' })).toBe(false);
});

test('a key stays when the line changes, and tells two definitions of one name apart', () => {
  const keys = (...lines: number[]) =>
    shownOf(replyOf(lines.map(line => functionOf('f', { line })))).map(each => each.key);
  expect(keys(1, 5)).toEqual(keys(2, 6));
  expect(new Set(keys(1, 5)).size).toBe(2);
});

test('what is not expected to gain, or is called nowhere, calls for nothing', () => {
  const uncalled: FindingReport = {
    code: 'HYB101',
    rule: 'never-called',
    answer: 'unknown',
    message: 'nobody calls it',
    advice: '',
    cell: 0,
    line: 1,
    column: 0,
    end_line: 1,
    end_column: 1,
    because: [],
    fix: null
  };
  expect(isActionable(functionOf('f'))).toBe(true);
  expect(isActionable(functionOf('f', { confidence: 'verify-first' }))).toBe(true);
  expect(isActionable(functionOf('f', { confidence: 'verify-first', findings: [uncalled] }))).toBe(
    false
  );
  const unseen = { ...functionOf('f').facts, tensor_work: 'unknown' as const };
  expect(isActionable(functionOf('f', { confidence: 'verify-first', facts: unseen }))).toBe(false);
  expect(isActionable(functionOf('f', { pays: false }))).toBe(false);
  expect(passes(functionOf('f', { pays: false }), 'apply')).toBe(false);
  expect(isActionable(functionOf('f', { action: 'keep', confidence: 'hazard' }))).toBe(true);
});
