import * as React from 'react';

import type { Actions } from '../actions';
import { canApply, isWorthIt } from '../choice';
import type { ShownFunction } from '../api';
import type { Place } from '../types';
import type { Words } from '../words';
import { Detail } from './detail';
import { Prose } from './prose';

export interface ListProps {
  functions: readonly ShownFunction[];
  isByCell: boolean;
  words: Words;
  actions: Actions;
  nameOf(place: Place): string;
  isBlocked: boolean;
}

/** The functions, grouped by cell; the arrow keys walk through them. */
export function FunctionList(props: ListProps): JSX.Element {
  const { functions, isByCell, words, nameOf } = props;
  const [open, setOpen] = React.useState<string | null>(null);
  const groups = isByCell ? grouped(functions) : [functions];
  const toggle = (key: string) => setOpen(open === key ? null : key);
  return (
    <div className="jp-Hybridize-list" onKeyDown={walk} {...useKeptFocus()}>
      {groups.map(group => (
        <section
          key={group[0].key}
          aria-label={isByCell ? cellName(group[0], nameOf) : words.trans.__('By gain')}
        >
          {isByCell && <h3 className="jp-Hybridize-cell">{cellName(group[0], nameOf)}</h3>}
          <ul>
            {group.map(each => (
              <Item
                key={each.key}
                {...props}
                fn={each}
                isOpen={open === each.key}
                onToggle={() => toggle(each.key)}
              />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

type ItemProps = Omit<ListProps, 'functions'> & {
  fn: ShownFunction;
  isOpen: boolean;
  onToggle(): void;
};

function Item(props: ItemProps): JSX.Element {
  const { fn, words, actions, isOpen, isBlocked } = props;
  const { sign, word, tint } = words.verdict(fn.confidence);
  const gain = fn.action === 'decorate' ? words.gain(fn.gain) : '';
  const detail = `jp-Hybridize-detail-${fn.key}`;
  const action = canApply(fn) && !isBlocked ? words.action(fn) : '';
  return (
    <li className={`jp-Hybridize-item jp-mod-${tint}`} data-function={fn.name}>
      <div className="jp-Hybridize-row">
        <button
          type="button"
          className="jp-Hybridize-head"
          aria-expanded={isOpen}
          aria-controls={isOpen ? detail : undefined}
          onClick={props.onToggle}
        >
          <span className="jp-Hybridize-badge">
            <span aria-hidden="true">{sign}</span> {word}
          </span>{' '}
          <code className="jp-Hybridize-name">{breakable(fn.name)}</code>{' '}
          {gain && (
            <span
              className="jp-Hybridize-gain"
              title={words.trans.__('predicted speed as a graph')}
            >
              {gain}
            </span>
          )}
          <span className="jp-Hybridize-reason">
            <Prose text={words.reason(fn)} />
          </span>
        </button>
        {action && (
          <button
            type="button"
            className={`jp-Hybridize-button${isWorthIt(fn) ? ' jp-mod-main' : ''}`}
            aria-label={`${action}: ${fn.name}`}
            onClick={() => actions.apply(fn)}
          >
            {action}
          </button>
        )}
      </div>
      {isOpen && (
        <div id={detail}>
          <Detail {...props} />
        </div>
      )}
    </li>
  );
}

/** A method's name, which breaks after its class first. */
function breakable(name: string): JSX.Element[] {
  return name.split(/(?<=\.)/).map((part, index) => (
    <React.Fragment key={index}>
      {index > 0 && <wbr />}
      {part}
    </React.Fragment>
  ));
}

function cellName(fn: ShownFunction, nameOf: (place: Place) => string): string {
  return nameOf({ cell: fn.cell, line: 0, column: 0 });
}

function grouped(functions: readonly ShownFunction[]): ShownFunction[][] {
  const groups = new Map<number | null, ShownFunction[]>();
  for (const each of functions) {
    groups.set(each.cell, [...(groups.get(each.cell) ?? []), each]);
  }
  return [...groups.values()];
}

/** Keep the focus in the list where the button that has it goes away, as Apply does once it is applied. */
function useKeptFocus(): React.HTMLAttributes<HTMLElement> & React.RefAttributes<HTMLDivElement> {
  const list = React.useRef<HTMLDivElement>(null);
  const at = React.useRef(-1);
  React.useLayoutEffect(() => {
    const heads = headsIn(list.current);
    if (at.current >= 0 && document.activeElement === document.body) {
      heads[Math.min(at.current, heads.length - 1)]?.focus();
    }
  });
  return {
    ref: list,
    onFocus: event => {
      const item = event.target.closest('.jp-Hybridize-item');
      at.current = headsIn(list.current).findIndex(each => item?.contains(each));
    },
    onBlur: event => {
      const { target } = event;
      queueMicrotask(() => {
        if (target.isConnected && !list.current?.contains(document.activeElement)) {
          at.current = -1; // the user went elsewhere
        }
      });
    }
  };
}

function headsIn(list: HTMLElement | null): HTMLElement[] {
  return [...(list?.querySelectorAll<HTMLElement>('.jp-Hybridize-head') ?? [])];
}

/** Move the focus between the functions. */
function walk(event: React.KeyboardEvent<HTMLElement>): void {
  const heads = headsIn(event.currentTarget);
  const at = heads.indexOf(document.activeElement as HTMLElement);
  const next: Record<string, number> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    Home: 0,
    End: heads.length - 1
  };
  const head = at < 0 ? undefined : heads[next[event.key]];
  if (head) {
    event.preventDefault();
    head.focus();
  }
}
