/** Columns of a line: the report counts characters, an editor counts UTF-16 code units. */

/** Return the column in the editor that a column of the report is. */
export function columnIn(line: string, characters: number): number {
  return [...line].slice(0, Math.max(0, characters)).join('').length;
}

/** Return where the name stands behind the `def` at this column; -1 where it does not. */
export function nameIn(line: string, name: string, column: number): number {
  const head = /^(?:async\s+)?def\s+/.exec(line.slice(column))?.[0];
  const at = column + (head?.length ?? 0);
  return head && line.startsWith(name, at) ? at : -1;
}
