/** Which functions are listed, and in which order. */

import type { ShownFunction } from './api';
import type { FindingReport } from './types';

export type Filter = 'apply' | 'verify' | 'refused' | 'hybrid' | 'all';
export type Order = 'cell' | 'gain';

/** What the user chose to see. */
export interface Choice {
  filter: Filter;
  search: string;
  order: Order;
}

export const FILTERS: readonly Filter[] = ['all', 'apply', 'verify', 'refused', 'hybrid'];

/** Whether the panel offers to write the verdict into the cell. */
export function canApply(fn: ShownFunction): boolean {
  const certain = ['proved', 'verified', 'verify-first', 'hazard'].includes(fn.confidence);
  return fn.action !== 'keep' && certain;
}

/** Whether "Apply all proved" takes it: it is certain, and nothing speaks against a gain. */
export function isWorthIt(fn: ShownFunction): boolean {
  return canApply(fn) && fn.pays && fn.confidence !== 'verify-first';
}

/** Whether there is something for the user to do that is expected to be of use. */
export function isActionable(fn: ShownFunction): boolean {
  const isUnseen = fn.facts.tensor_work === 'unknown' || fn.findings.some(isNeverCalled);
  const isGuess = fn.confidence === 'verify-first' && isUnseen;
  return fn.confidence === 'hazard' || (fn.action !== 'keep' && fn.pays && !isGuess);
}

function isNeverCalled({ code }: FindingReport): boolean {
  return code === 'HYB101';
}

/** Whether the function passes the filter. */
export function passes(fn: ShownFunction, filter: Filter): boolean {
  switch (filter) {
    case 'apply':
      return isWorthIt(fn);
    case 'verify':
      return fn.confidence === 'verify-first';
    case 'refused':
      return fn.confidence === 'refused' || fn.confidence === 'hazard';
    case 'hybrid':
      return fn.mode === 'hybrid';
    case 'all':
      return true;
  }
}

/** Return the functions to list, in the order to list them. */
export function chosen(functions: readonly ShownFunction[], choice: Choice): ShownFunction[] {
  const wanted = choice.search.trim().toLowerCase();
  const found = functions.filter(each => passes(each, choice.filter) && matches(each, wanted));
  return choice.order === 'gain'
    ? found.sort((a, b) => gainOf(b) - gainOf(a))
    : found.sort(byPlace);
}

/** Whether two reports are about one function, though its cell was edited between them. */
export function sameFunction(left: ShownFunction, right: ShownFunction): boolean {
  return left.cell_id === right.cell_id && left.name === right.name;
}

function matches(fn: ShownFunction, wanted: string): boolean {
  const codes = fn.findings.map(each => `${each.code} ${each.rule}`).join(' ');
  return !wanted || `${fn.name} ${fn.confidence} ${codes}`.toLowerCase().includes(wanted);
}

function gainOf(fn: ShownFunction): number {
  return isActionable(fn) && fn.gain ? fn.gain.speedup : 0;
}

function byPlace(left: ShownFunction, right: ShownFunction): number {
  return (left.cell ?? -1) - (right.cell ?? -1) || left.line - right.line;
}
