import * as React from 'react';

import type { Model } from '../model';
import type { Words } from '../words';

/** The command that brings the server's part into the environment of the server. */
const MEND = 'pip install jupyter-hybridize && jupyter server extension enable jupyter_hybridize';

/** What is said where there is no list to show. */
export function Notice({ model, words }: { model: Model; words: Words }): JSX.Element | null {
  const { trans } = words;
  switch (model.phase) {
    case 'no-notebook':
      return (
        <Text>
          {trans.__('Open a notebook to see which of its functions gain from tf.function.')}
        </Text>
      );
    case 'not-python':
      return (
        <Text>{trans.__('This notebook is not in Python, so there is nothing to analyse.')}</Text>
      );
    case 'no-server':
      return (
        <Text isAlert>
          {trans.__(
            'The server extension of jupyter-hybridize was not found. Run this where the Jupyter server runs, then restart it:'
          )}
          <code className="jp-Hybridize-command">{MEND}</code>
        </Text>
      );
    case 'failed':
      return (
        <Text isAlert>
          {trans.__(
            'The analysis failed: %1.',
            model.error.replace(/\.$/, '') || trans.__('the server did not answer')
          )}{' '}
          {trans.__('“Analyse now” tries again; the log of the Jupyter server may tell more.')}
        </Text>
      );
    case 'waiting':
      return model.preferences.autoAnalyse ? null : (
        <Text>{trans.__('Automatic analysis is off. Press “Analyse now”.')}</Text>
      );
    case 'ready':
      return model.functions.length ? null : (
        <Text>{trans.__('Nothing to do: this notebook defines no function.')}</Text>
      );
    case 'analysing':
      return null;
  }
}

/** Said above the list where nothing can be written. */
export function ReadOnly({ model, words }: { model: Model; words: Words }): JSX.Element | null {
  return model.isReadOnly ? (
    <Text>
      {words.trans.__('This notebook is read-only: what is advised can be read, not applied.')}
    </Text>
  ) : null;
}

/** Cells that could not be used; the others are analysed all the same. */
export function Problems(props: {
  model: Model;
  words: Words;
  onReveal(cell: number, line: number): void;
}): JSX.Element | null {
  const problems = props.model.unit?.problems ?? [];
  if (!problems.length) {
    return null;
  }
  return (
    <ul className="jp-Hybridize-problems" aria-label={props.words.trans.__('Problems')}>
      {problems.map(({ cell, line, message }, index) => (
        <li key={index}>
          {cell === null ? (
            message
          ) : (
            <button
              type="button"
              className="jp-Hybridize-link"
              onClick={() => props.onReveal(cell, line)}
            >
              {props.words.place(cell, line)}
            </button>
          )}
          {cell !== null && ` ${message}`}
        </li>
      ))}
    </ul>
  );
}

function Text({
  isAlert,
  children
}: {
  isAlert?: boolean;
  children: React.ReactNode;
}): JSX.Element {
  return (
    <p className="jp-Hybridize-notice" role={isAlert ? 'alert' : undefined}>
      {children}
    </p>
  );
}
