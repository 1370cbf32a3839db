import * as React from 'react';

import type { CellEdit } from '../types';

interface DiffProps {
  edits: readonly CellEdit[];
  label: string;
  nameOf(edit: CellEdit): string;
}

/** What edits would change, with signs and colours; where there are several, each bears its cell's name. */
export function Diff({ edits, label, nameOf }: DiffProps): JSX.Element {
  const linesOf = (edit: CellEdit) => [
    ...(edits.length > 1 ? [`@${nameOf(edit)}`] : []),
    ...changedLines(edit.diff)
  ];
  return (
    <pre className="jp-Hybridize-diff" role="figure" aria-label={label} tabIndex={0}>
      {edits.flatMap((edit, part) =>
        linesOf(edit).map((line, index) => (
          <span key={`${part}:${index}`} className={`jp-Hybridize-line ${CLASSES[line[0]] ?? ''}`}>
            {`${line.replace(/^@/, '')}\n`}
          </span>
        ))
      )}
    </pre>
  );
}

const CLASSES: Record<string, string> = {
  '+': 'jp-mod-added',
  '-': 'jp-mod-removed',
  '@': 'jp-mod-between'
};

/** Leave out the heads of a patch, which name a file; three dots stand for the lines between two changes. */
function changedLines(patch: string): string[] {
  const lines = patch.replace(/\n$/, '').split('\n').slice(3);
  return lines.filter(line => /^[-+ @]/.test(line)).map(line => (line[0] === '@' ? '@⋯' : line));
}
