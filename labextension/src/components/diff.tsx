import * as React from 'react';

import type { CellEdit } from '../types';

/** What an edit would change, with signs and colours. */
export function Diff({ edits, label }: { edits: readonly CellEdit[]; label: string }): JSX.Element {
  return (
    <pre className="jp-Hybridize-diff" role="figure" aria-label={label} tabIndex={0}>
      {edits.flatMap((edit, part) =>
        changedLines(edit.diff).map((line, index) => (
          <span key={`${part}:${index}`} className={`jp-Hybridize-line ${CLASSES[line[0]] ?? ''}`}>
            {`${line}\n`}
          </span>
        ))
      )}
    </pre>
  );
}

const CLASSES: Record<string, string> = { '+': 'jp-mod-added', '-': 'jp-mod-removed' };

/** Leave out the heads of a patch, which name a file. */
function changedLines(patch: string): string[] {
  const lines = patch.replace(/\n$/, '').split('\n').slice(2);
  return lines.filter(line => /^[-+ ]/.test(line));
}
