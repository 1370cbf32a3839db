/** Changes of a text by stretches, so that only what differs is touched. */

import type { CellEdit, SpanEdit } from './types';

/** Whether all stretches read as expected. */
export function fits(text: string, spans: readonly SpanEdit[]): boolean {
  return spans.every(each => text.slice(each.start, each.end) === each.expected);
}

/** Return the stretches from the last to the first: written in this order none moves another. */
export function fromTheEnd(spans: readonly SpanEdit[]): SpanEdit[] {
  return [...spans].sort((a, b) => b.start - a.start);
}

/** Return the edit that takes `edit` back. */
export function reversed(edit: CellEdit): CellEdit {
  let shift = 0;
  const spans = fromTheEnd(edit.spans)
    .reverse()
    .map(({ start, end, expected, text }) => {
      const moved = {
        start: start + shift,
        end: start + shift + text.length,
        expected: text,
        text: expected
      };
      shift += text.length - (end - start);
      return moved;
    });
  return { ...edit, before: edit.after, after: edit.before, spans };
}
