import * as React from 'react';

/** A text of the report: what stands in `backquotes` is code. */
export function Prose({ text }: { text: string }): JSX.Element {
  const pieces = text.split('`');
  if (pieces.length % 2 === 0) {
    return <>{text}</>;
  }
  return (
    <>{pieces.map((piece, index) => (index % 2 ? <code key={index}>{piece}</code> : piece))}</>
  );
}
