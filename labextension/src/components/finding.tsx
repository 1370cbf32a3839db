import * as React from 'react';

import type { Actions } from '../actions';
import type { FindingReport, Place } from '../types';
import type { Words } from '../words';
import { Prose } from './prose';

interface FindingProps {
  findings: readonly FindingReport[]; // alike but for the place
  words: Words;
  actions: Actions;
  nameOf(place: Place): string;
}

/** One finding: what is wrong, where, how it comes about, and what to do. */
export function Finding({ findings, words, actions, nameOf }: FindingProps): JSX.Element {
  const [finding] = findings;
  const { trans } = words;
  const doubt = words.doubt(finding);
  return (
    <li className={`jp-Hybridize-finding jp-mod-${finding.answer}`}>
      <div>
        {doubt} <Prose text={sentence(finding.message, !doubt)} />
      </div>
      <div className="jp-Hybridize-small">
        {findings.map((each, index) => (
          <React.Fragment key={index}>
            <PlaceLink place={each} actions={actions} nameOf={nameOf} />
            {' · '}
          </React.Fragment>
        ))}
        <button
          type="button"
          className="jp-Hybridize-link"
          aria-label={trans.__('Explain %1 %2', finding.code, finding.rule)}
          onClick={() => actions.explain(finding.code)}
        >
          {finding.code} {finding.rule}
        </button>
      </div>
      {finding.because.length > 0 && (
        <div className="jp-Hybridize-small">
          {trans.__('by way of')}{' '}
          {finding.because.map((place, index) => (
            <React.Fragment key={index}>
              {index > 0 && ' → '}
              <PlaceLink place={place} actions={actions} nameOf={nameOf} />
            </React.Fragment>
          ))}
        </div>
      )}
      {finding.advice && (
        <div>
          <strong>{trans.__('What to do:')}</strong> <Prose text={sentence(finding.advice)} />
        </div>
      )}
    </li>
  );
}

/** A position that can be gone to; one in another file is only named. */
function PlaceLink(
  props: Pick<FindingProps, 'actions' | 'nameOf'> & { place: Place }
): JSX.Element {
  const name = props.nameOf(props.place);
  if (props.place.unit !== undefined || props.place.cell === null) {
    return <span>{name}</span>;
  }
  return (
    <button
      type="button"
      className="jp-Hybridize-link"
      onClick={() => props.actions.reveal(props.place)}
    >
      {name}
    </button>
  );
}

/** What a finding says, with a full stop unless it ends in a mark of its own. */
function sentence(text: string, isBeginning = false): string {
  const begun = isBeginning ? text.charAt(0).toUpperCase() + text.slice(1) : text;
  return /[.!?:]$/.test(begun) ? begun : `${begun}.`;
}

const WEIGHTS = { no: 0, unknown: 1, note: 2 };

/** Put together what reads alike, what decides first. */
export function alike(findings: readonly FindingReport[]): FindingReport[][] {
  const groups = new Map<string, FindingReport[]>();
  for (const each of [...findings].sort((a, b) => WEIGHTS[a.answer] - WEIGHTS[b.answer])) {
    const key = JSON.stringify([each.code, each.answer, each.message, each.advice]);
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups.values()];
}
