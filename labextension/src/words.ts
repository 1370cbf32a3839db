/** The panel's own words, in the user's language. What is said about a function comes from the report. */

import type { TranslationBundle } from '@jupyterlab/translation';

import type { Filter } from './choice';
import type { Result } from './editing';
import type { Model } from './model';
import type { ShownFunction } from './api';
import type { FindingReport, GainReport } from './types';

/** How a verdict is shown: the colour only repeats the sign and the word. */
export interface Verdict {
  sign: string;
  word: string;
  tint: 'good' | 'ask' | 'bad' | 'plain';
}

export class Words {
  constructor(readonly trans: TranslationBundle) {}

  verdict(confidence: ShownFunction['confidence']): Verdict {
    const { trans } = this;
    const known: Record<ShownFunction['confidence'], Verdict> = {
      proved: { sign: '✔', word: trans.__('proved'), tint: 'good' },
      verified: { sign: '✔', word: trans.__('verified'), tint: 'good' },
      'verify-first': { sign: '?', word: trans.__('verify first'), tint: 'ask' },
      refused: { sign: '✘', word: trans.__('refused'), tint: 'bad' },
      hazard: { sign: '▲', word: trans.__('hazard'), tint: 'bad' },
      'no-gain': { sign: '–', word: trans.__('no gain'), tint: 'plain' },
      fine: { sign: '·', word: trans.__('fine'), tint: 'plain' }
    };
    return known[confidence] ?? { sign: '?', word: confidence, tint: 'ask' };
  }

  /** The verdict's reason, in one sentence. */
  reason(fn: ShownFunction): string {
    return (
      fn.words?.reason ??
      fn.findings.find(each => each.answer === 'no')?.message ??
      fn.signature_reason ??
      ''
    );
  }

  /** A position, counted as the report counts. */
  place(cell: number | null, line: number, unit?: string): string {
    const { trans } = this;
    const parts = unit === undefined ? [] : [unit];
    if (cell !== null) {
      parts.push(trans.__('cell %1', cell));
    }
    if (line > 0) {
      parts.push(trans.__('line %1', line));
    }
    return parts.join(', ');
  }

  /** The name of the notebook. */
  file(model: Model): string {
    return model.notebook?.path.split('/').pop() ?? '';
  }

  /** How the analysis stands, in a few words. */
  status(model: Model): string {
    const { trans } = this;
    const parts: string[] = [];
    if (model.phase === 'analysing') {
      parts.push(trans.__('analysing …'));
    } else if (model.isStale) {
      parts.push(trans.__('changed since it was analysed'));
    } else if (model.phase === 'ready') {
      parts.push(trans._n('%1 function', '%1 functions', model.functions.length));
    }
    if (model.isReadOnly) {
      parts.push(trans.__('read-only'));
    }
    return parts.join(' · ');
  }

  /** What a finding leaves open that does not decide, "" for one that does. */
  doubt({ code, answer }: FindingReport): string {
    const { trans } = this;
    const isAboutGain = code.startsWith('HYB4');
    return {
      no: '',
      unknown: isAboutGain ? trans.__('May not pay:') : trans.__('Not settled:'),
      note: trans.__('Note:')
    }[answer];
  }

  /** What is to be done, in one sentence. */
  headline(fn: ShownFunction): string {
    return fn.words?.headline ?? '';
  }

  gain(gain: GainReport | null): string {
    if (!gain || gain.speedup < 1.1) {
      return '';
    }
    const speed = gain.speedup.toPrecision(2).replace(/\.0$/, '');
    return gain.at_least ? this.trans.__('≥ %1×', speed) : this.trans.__('%1×', speed);
  }

  filter(filter: Filter): string {
    const { trans } = this;
    return {
      all: trans.__('All'),
      apply: trans.__('To apply'),
      verify: trans.__('To verify'),
      refused: trans.__('Refused'),
      hybrid: trans.__('Hybrid')
    }[filter];
  }

  action(fn: ShownFunction): string {
    const { trans } = this;
    return {
      decorate: trans.__('Apply'),
      undecorate: trans.__('Remove'),
      reconfigure: trans.__('Change'),
      keep: ''
    }[fn.action];
  }

  /** How an edit ended, "" where there is nothing to say. */
  outcome({ outcome, messages }: Result): string {
    const { trans } = this;
    const said = messages.join(' ');
    return {
      done: said,
      nothing: said || trans.__('There is nothing to change.'),
      moved: trans.__(
        'The cell has changed meanwhile, and nothing was written. Look again, then repeat.'
      ),
      'read-only': trans.__('This notebook is read-only, and nothing was written.'),
      locked: trans.__('The cell is not editable, and nothing was written.'),
      failed: trans.__('Nothing was written: %1', said)
    }[outcome];
  }
}
