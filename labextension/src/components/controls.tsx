import * as React from 'react';

import { FILTERS, passes, type Choice, type Order } from '../choice';
import type { ShownFunction } from '../api';
import type { Words } from '../words';

interface ControlsProps {
  functions: readonly ShownFunction[];
  choice: Choice;
  words: Words;
  onChange(choice: Choice): void;
}

/** The filter, the search and the order of the list. */
export function Controls({ functions, choice, words, onChange }: ControlsProps): JSX.Element {
  const { trans } = words;
  return (
    <div className="jp-Hybridize-controls">
      <div className="jp-Hybridize-filters" role="group" aria-label={trans.__('Show')}>
        {FILTERS.map(each => (
          <button
            key={each}
            type="button"
            className="jp-Hybridize-filter"
            aria-pressed={choice.filter === each}
            onClick={() => onChange({ ...choice, filter: each })}
          >
            {words.filter(each)} {functions.filter(fn => passes(fn, each)).length}
          </button>
        ))}
      </div>
      <div className="jp-Hybridize-search">
        <input
          type="search"
          className="jp-Hybridize-input"
          placeholder={trans.__('Search')}
          aria-label={trans.__('Search functions and rules')}
          value={choice.search}
          onChange={event => onChange({ ...choice, search: event.target.value })}
        />
        <select
          className="jp-Hybridize-input"
          aria-label={trans.__('Order')}
          value={choice.order}
          onChange={event => onChange({ ...choice, order: event.target.value as Order })}
        >
          <option value="cell">{trans.__('by cell')}</option>
          <option value="gain">{trans.__('by gain')}</option>
        </select>
      </div>
    </div>
  );
}
