import * as React from 'react';

import type { Actions } from '../actions';
import { canApply } from '../choice';
import type { ShownFunction } from '../api';
import type { CellEdit, Place } from '../types';
import type { Words } from '../words';
import { Diff } from './diff';
import { alike, Finding } from './finding';
import { Prose } from './prose';

export interface DetailProps {
  fn: ShownFunction;
  words: Words;
  actions: Actions;
  nameOf(place: Place): string;
  isBlocked: boolean; // nothing may be written
}

/** All that is known of one function. */
export function Detail(props: DetailProps): JSX.Element {
  const { fn, words, actions, nameOf } = props;
  const { trans } = words;
  const headline = words.headline(fn);
  return (
    <div className="jp-Hybridize-detail">
      {headline !== words.reason(fn) && (
        <p>
          <Prose text={headline} />
        </p>
      )}
      <Buttons {...props} />
      {fn.findings.length > 0 && (
        <ul className="jp-Hybridize-findings" aria-label={trans.__('Findings')}>
          {alike(fn.findings).map((each, index) => (
            <Finding key={index} findings={each} words={words} actions={actions} nameOf={nameOf} />
          ))}
        </ul>
      )}
      <Facts fn={fn} words={words} />
      {canApply(fn) && <Preview key={subjectOf(fn)} {...props} />}
    </div>
  );
}

function Buttons({ fn, words, actions, nameOf, isBlocked }: DetailProps): JSX.Element {
  const { trans } = words;
  const isCounted = fn.confidence !== 'fine' && fn.confidence !== 'no-gain';
  return (
    <div
      className="jp-Hybridize-buttons"
      role="group"
      aria-label={trans.__('Actions on %1', fn.name)}
    >
      <Small label={trans.__('Go to %1', nameOf(fn))} onClick={() => actions.reveal(fn)} />
      <Small
        label={trans.__('Verify')}
        isMain={fn.confidence === 'verify-first' && fn.pays}
        onClick={() => actions.verify(fn)}
      />
      <Small label={trans.__('Benchmark')} onClick={() => actions.benchmark(fn)} />
      {fn.decorator && fn.action !== 'undecorate' && !isBlocked && (
        <Small label={trans.__('Remove decorator')} onClick={() => actions.removeDecorator(fn)} />
      )}
      {isCounted && !isBlocked && (
        <Small label={trans.__('Ignore')} onClick={() => actions.ignore(fn)} />
      )}
    </div>
  );
}

interface SmallProps {
  label: string;
  isMain?: boolean;
  onClick(): void;
}

function Small({ label, isMain = false, onClick }: SmallProps): JSX.Element {
  return (
    <button
      type="button"
      className={`jp-Hybridize-button${isMain ? ' jp-mod-main' : ''}`}
      onClick={onClick}
    >
      {label}
    </button>
  );
}

const CODE = ['now', 'signature']; // these are code as a whole

function Facts({ fn, words }: { fn: ShownFunction; words: Words }): JSX.Element {
  const { trans } = words;
  const absence = fn.action === 'keep' ? null : fn.signature_reason;
  const shown = fn.words?.details ?? [];
  const details = absence === null ? shown : [...shown, [trans.__('no signature'), absence]];
  return (
    <>
      {fn.parameters.length > 0 && (
        <dl className="jp-Hybridize-facts" aria-label={trans.__('Parameters')}>
          {fn.parameters.map(each => (
            <React.Fragment key={each.name}>
              <dt>
                <code>{each.name}</code>
              </dt>
              <dd>
                <code>{each.type}</code>{' '}
                <span className="jp-Hybridize-small">
                  {each.origin === 'kernel'
                    ? trans.__('seen in the kernel')
                    : trans.__('from the code')}
                </span>
              </dd>
            </React.Fragment>
          ))}
        </dl>
      )}
      {details.length > 0 && (
        <dl className="jp-Hybridize-facts jp-mod-stacked">
          {details.map(([label, text]) => (
            <React.Fragment key={label}>
              <dt>{label}</dt>
              <dd>
                <Prose text={CODE.includes(label) ? `\`${text}\`` : text} />
              </dd>
            </React.Fragment>
          ))}
        </dl>
      )}
    </>
  );
}

/** What the difference depends on: other cells decide on the signature, say. */
function subjectOf({
  key,
  digest,
  cell,
  line,
  action,
  signature,
  decorator
}: ShownFunction): string {
  return JSON.stringify([key, digest, cell, line, action, signature, decorator]);
}

/** The difference that the first button would make. */
function Preview({ fn, words, actions }: DetailProps): JSX.Element | null {
  const [edits, setEdits] = React.useState<readonly CellEdit[]>([]);
  React.useEffect(() => {
    let isCurrent = true;
    actions.preview(fn).then(
      found => isCurrent && setEdits(found),
      () => undefined // the button itself will say why
    );
    return () => {
      isCurrent = false;
    };
    // mounted anew for each subject
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  return edits.length ? (
    <Diff
      edits={edits}
      label={words.trans.__('What %1 changes', words.action(fn))}
      nameOf={({ cell }) => words.place(cell, 0)}
    />
  ) : null;
}
